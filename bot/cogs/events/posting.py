"""Posting what a game has to say: once, even if the program dies in between, and never pinging but one role."""

from __future__ import annotations

import hashlib
import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import discord

from bot.cogs.repeating import passes
from bot.hosting.host import NotPosted
from bot.replies.cards import as_card
from bot.replies.plain import as_text
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from bot.replies.reply import Reply

log = logging.getLogger(__name__)

NONCE_LENGTH = 25
"""Characters of a nonce that Discord takes; a second message with the same one is not posted but returned."""


class Reason(StrEnum):
    """Why nothing can be posted in a channel any more."""

    CHANNEL_GONE = "channel_gone"
    FORBIDDEN = "forbidden"
    REFUSED = "refused"


class Place(Protocol):
    """Where something is posted: a game, or a channel that subscribed to something."""

    @property
    def server(self) -> int:
        """Return the id of the server."""
        ...

    @property
    def channel(self) -> int:
        """Return the id of the channel."""
        ...


class Undeliverable(Exception):
    """A channel takes no messages any more, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


async def post(
    client: discord.Client,
    place: Place,
    key: str,
    reply: Reply,
    style: ReplyStyle,
    view: discord.ui.View | None = None,
    *,
    role: int | None = None,
    file: discord.File | None = None,
) -> discord.Message:
    """Post something in a channel, once: a key already posted there within some minutes is not posted again.

    `role` is pinged, and nobody else.

    Raises:
        Undeliverable: the channel is gone or closed to the bot, or Discord refuses the message for good.
        NotPosted: that failed otherwise, and may succeed later.
    """
    channel = client.get_partial_messageable(place.channel, guild_id=place.server)
    if not allowed(client, place).embed_links:
        style = ReplyStyle.PLAIN
    pinged = [discord.Object(role)] if role is not None else False
    content = [f"<@&{role}>"] if role is not None else []
    if style is ReplyStyle.PLAIN:
        content.append(as_text(reply))
    parts: dict[str, Any] = {
        "content": "\n".join(content) or None,
        "embed": None if style is ReplyStyle.PLAIN else as_card(reply),
        "view": view,
        "file": file,
        "nonce": nonce(place, key),
        "allowed_mentions": discord.AllowedMentions(everyone=False, users=False, roles=pinged, replied_user=False),
    }
    try:
        return await channel.send(**{name: part for name, part in parts.items() if part is not None})
    except discord.NotFound as error:
        raise Undeliverable(Reason.CHANNEL_GONE) from error
    except discord.Forbidden as error:
        raise Undeliverable(Reason.FORBIDDEN) from error
    except Exception as error:
        if passes(error):
            raise NotPosted(repr(error)) from error
        if not isinstance(error, discord.HTTPException):
            raise
        log.exception("Discord does not take %s in channel %s", key, place.channel)
        raise Undeliverable(Reason.REFUSED) from error


def allowed(client: discord.Client, place: Place) -> discord.Permissions:
    """Return what the bot may do in a channel; everything where that cannot be known, so that Discord says it."""
    guild = client.get_guild(place.server)
    channel = guild.get_channel_or_thread(place.channel) if guild is not None else None
    if guild is None or channel is None:
        return discord.Permissions.all()
    try:
        return channel.permissions_for(guild.me)
    except discord.ClientException:  # a thread whose channel the bot cannot see
        return discord.Permissions.all()


def nonce(place: Place, key: str) -> str:
    """Return what tells a message from all others in its channel, the same in every process."""
    return hashlib.sha256(f"{place.channel} {key}".encode()).hexdigest()[:NONCE_LENGTH]
