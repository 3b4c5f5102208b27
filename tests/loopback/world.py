"""What a fake Discord holds: servers, channels, people and messages, as the objects that Discord sends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

import discord

Data = dict[str, Any]

BOT: Data = {"id": "1", "username": "bot", "discriminator": "0", "avatar": None, "bot": True}
PERSON: Data = {"id": "5", "username": "alice", "discriminator": "0", "avatar": None}
JOINED = "2026-01-01T00:00:00+00:00"
MEMBER: Data = {"roles": [], "joined_at": JOINED, "deaf": False, "mute": False, "flags": 0}
APPLICATION: Data = {
    "id": "1", "name": "bot", "icon": None, "description": "", "bot_public": True, "bot_require_code_grant": False,
    "summary": "", "verify_key": "", "flags": 0, "owner": PERSON, "team": None,
}  # fmt: skip
FIRST_GUILD = 1_000
"""Servers are numbered from here; shard `number % shards` is told of a server, as its id is `number << 22`."""


@dataclass(slots=True)
class Channel:
    """A channel of a server, or a direct one. Where it is `denied`, the bot may not write; `gone` is deleted."""

    id: int
    guild: int | None
    denied: bool = False
    gone: bool = False
    messages: dict[int, Data] = field(default_factory=dict)

    @property
    def data(self) -> Data:
        if self.guild is None:
            return {"id": str(self.id), "type": 1, "last_message_id": None, "recipients": [PERSON]}
        denied = discord.Permissions(send_messages=True).value if self.denied else 0
        everyone = {"id": str(self.guild), "type": 0, "allow": "0", "deny": str(denied)}
        return {
            "id": str(self.id), "guild_id": str(self.guild), "type": 0, "name": "general", "position": 0,
            "permission_overwrites": [everyone],
        }  # fmt: skip


@dataclass(slots=True)
class Guild:
    """A server and its channels."""

    id: int
    channels: list[Channel]

    @property
    def data(self) -> Data:
        everyone = {
            "id": str(self.id), "name": "@everyone", "position": 0, "color": 0, "hoist": False, "managed": False,
            "permissions": str((discord.Permissions.all() ^ discord.Permissions(administrator=True)).value),
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}, "mentionable": False,
            "flags": 0,
        }  # fmt: skip
        return {
            "id": str(self.id), "name": f"guild {self.id >> 22}", "owner_id": PERSON["id"], "roles": [everyone],
            "members": [{"user": BOT, **MEMBER}], "channels": [channel.data for channel in self.channels],
            "emojis": [], "stickers": [], "threads": [], "voice_states": [], "presences": [], "features": [],
            "member_count": 2, "premium_tier": 0, "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "system_channel_flags": 0,
            "preferred_locale": "en-US", "unavailable": False,
        }  # fmt: skip

    def shard(self, shards: int) -> int:
        """Return which of so many shards is told of this server."""
        return (self.id >> 22) % shards


class World:
    """The servers of one bot, each with one channel to begin with, and everything that was said in them."""

    def __init__(self, guilds: int = 1) -> None:
        self._numbers = count(1)
        self.channels: dict[int, Channel] = {}
        self.guilds: dict[int, Guild] = {}
        self.nonces: dict[tuple[int, str], Data] = {}
        for _ in range(guilds):
            self.add_guild()

    @property
    def first(self) -> Guild:
        return next(iter(self.guilds.values()))

    def snowflake(self) -> int:
        """Return a new id of this moment."""
        return discord.utils.time_snowflake(datetime.now(UTC)) + next(self._numbers) % (1 << 22)

    def add_guild(self) -> Guild:
        number = FIRST_GUILD + len(self.guilds)
        guild = self.guilds[number << 22] = Guild(number << 22, [])
        guild.channels.append(self._added(Channel((number << 22) + 1, guild.id)))
        return guild

    def direct_channel(self) -> Channel:
        """Return the channel in which the bot and alice are alone."""
        alone = (channel for channel in self.channels.values() if channel.guild is None)
        return next(alone, None) or self._added(Channel(self.snowflake(), None))

    def add_message(self, channel: Channel, author: Data, body: Data) -> Data:
        """Return what somebody posted; a nonce that a channel has seen, if it is enforced, posts nothing new."""
        key = (channel.id, str(body["nonce"])) if body.get("enforce_nonce") else None
        if key in self.nonces:
            return self.nonces[key]
        number = self.snowflake()
        message: Data = {
            "id": str(number), "channel_id": str(channel.id), "author": author, "content": body.get("content") or "",
            "timestamp": datetime.now(UTC).isoformat(), "edited_timestamp": None, "tts": False, "type": 0,
            "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "pinned": False,
            "flags": body.get("flags", 0), "embeds": body.get("embeds") or [],
            "components": _numbered(body.get("components") or []),
        }  # fmt: skip
        if reference := body.get("message_reference"):
            message["message_reference"] = {"channel_id": str(channel.id), **reference}
        if key is not None:
            self.nonces[key] = message
        channel.messages[number] = message
        return message

    def edit_message(self, message: Data, body: Data) -> Data:
        """Change what a body names of a message."""
        for name in ("content", "embeds", "components"):
            if name in body:
                message[name] = body[name] or ("" if name == "content" else [])
        message["components"] = _numbered(message["components"])
        message["edited_timestamp"] = datetime.now(UTC).isoformat()
        return message

    def _added(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        return channel


def _numbered(components: list[Data]) -> list[Data]:
    """Number components as Discord does, which tells views of a message by it."""
    numbers = count(1)

    def numbered(parts: list[Data]) -> list[Data]:
        return [{**part, "id": next(numbers), "components": numbered(part.get("components", []))} for part in parts]

    return numbered(components)
