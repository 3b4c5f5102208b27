"""Slash commands, completions and presses of a fake Discord, and what a bot did about each."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord

from tests.loopback.answers import already_acknowledged, unknown_interaction, unknown_message
from tests.loopback.world import BOT, MEMBER, PERSON, Data

if TYPE_CHECKING:
    from tests.loopback.world import Channel, World

COMMAND, PRESS, COMPLETION = 2, 3, 4
CALLBACK_SECONDS = 3.0
"""How long Discord waits for the first answer."""


@dataclass(slots=True)
class Interaction:
    """Something a person did, and its answers: the first (`callback`), the message it made, and further ones."""

    id: int
    token: str
    channel: Channel
    data: Data
    under: Data | None = None
    told_at: float = field(default_factory=time.monotonic)
    expired: bool = False
    callback: Data | None = None
    message: Data | None = None
    followups: list[Data] = field(default_factory=list)

    def answered(self, body: Data, world: World) -> Data | None:
        """Take the first answer, and return the message that came of it.

        Raises:
            Refused: it is late, or not the first.
        """
        if self.expired or time.monotonic() - self.told_at > CALLBACK_SECONDS:
            raise unknown_interaction()
        if self.callback is not None:
            raise already_acknowledged()
        self.callback = body
        shown = body.get("data") or {}
        match body["type"]:
            case 4 | 5:
                self.message = world.add_message(self.channel, BOT, shown)
                about = {"id": str(self.id), "type": self.data["type"], "user": PERSON}
                self.message["interaction_metadata"] = {**about, "authorizing_integration_owners": {}}
            case 7 if self.under is not None:
                self.message = world.edit_message(self.under, shown)
            case _:
                self.message = self.under
        return self.message

    def original(self) -> Data:
        """Return the message of the first answer.

        Raises:
            Refused: there is none.
        """
        if self.message is None:
            raise unknown_message()
        return self.message


def interaction(world: World, channel: Channel, kind: int, data: Data, under: Data | None = None) -> Interaction:
    """Return what a person did in a channel, as Discord tells it; `under` is the message that was pressed."""
    number = world.snowflake()
    token = f"token-{number}"
    everything = str(discord.Permissions.all().value)
    told: Data = {
        "id": str(number), "token": token, "type": kind, "version": 1, "application_id": BOT["id"], "data": data,
        "channel_id": str(channel.id), "channel": {**channel.data, "permissions": everything}, "locale": "en-US",
        "app_permissions": everything, "entitlements": [], "attachment_size_limit": 10_000_000,
        "authorizing_integration_owners": {}, "context": 1 if channel.guild is None else 0,
    }  # fmt: skip
    if channel.guild is None:
        told["user"] = PERSON
    else:
        told |= {"guild_id": str(channel.guild), "guild_locale": "en-US"}
        told["guild"] = {"id": str(channel.guild), "locale": "en-US", "features": []}
        told["member"] = {**MEMBER, "user": PERSON, "permissions": everything}
    if under is not None:
        told["message"] = under
    return Interaction(number, token, channel, told, under)


def command(name: str, options: dict[str, Any], focused: str | None = None) -> Data:
    """Return what a person typed as a slash command: `name` may have a subcommand after a space."""
    types = {str: 3, int: 4, bool: 5}
    given = [
        {"name": key, "type": types[type(value)], "value": value} | ({"focused": True} if key == focused else {})
        for key, value in options.items()
    ]
    top, *below = name.split()
    for part in reversed(below):
        given = [{"name": part, "type": 1, "options": given}]
    return {"id": "77", "name": top, "type": 1, "options": given}
