"""Posting what a game has to say: once, even if the program dies in between, and never pinging but one role."""

from __future__ import annotations

import hashlib
import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import discord

from bot.cogs.messenger import DROPPED
from bot.hosting.host import NotPosted
from bot.replies.cards import as_card
from bot.replies.plain import as_text
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from bot.replies.reply import Reply
    from bot.store.records import Event

log = logging.getLogger(__name__)

NONCE_LENGTH = 25
"""Characters of a nonce that Discord takes; a second message with the same one is not posted but returned."""


class Reason(StrEnum):
    """Why nothing can be posted in a channel any more."""

    CHANNEL_GONE = "channel_gone"
    FORBIDDEN = "forbidden"
    REFUSED = "refused"


class Undeliverable(Exception):
    """A channel takes no messages any more, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


async def post(
    client: discord.Client,
    event: Event,
    key: str,
    reply: Reply,
    style: ReplyStyle,
    view: discord.ui.View | None = None,
    *,
    role: int | None = None,
    file: discord.File | None = None,
) -> discord.Message:
    """Post a notice of a game in its channel; a key already posted is not posted again.

    `role` is pinged, and nobody else.

    Raises:
        Undeliverable: the channel is gone or closed to the bot, or Discord refuses the message for good.
        NotPosted: that failed otherwise, and may succeed later.
    """
    channel = client.get_partial_messageable(event.channel, guild_id=event.server)
    pinged = [discord.Object(role)] if role is not None else False
    content = [f"<@&{role}>"] if role is not None else []
    if style is ReplyStyle.PLAIN:
        content.append(as_text(reply))
    parts: dict[str, Any] = {
        "content": "\n".join(content) or None,
        "embed": None if style is ReplyStyle.PLAIN else as_card(reply),
        "view": view,
        "file": file,
        "nonce": nonce(event, key),
        "allowed_mentions": discord.AllowedMentions(everyone=False, users=False, roles=pinged, replied_user=False),
    }
    try:
        return await channel.send(**{name: part for name, part in parts.items() if part is not None})
    except discord.NotFound as error:
        raise Undeliverable(Reason.CHANNEL_GONE) from error
    except discord.Forbidden as error:
        raise Undeliverable(Reason.FORBIDDEN) from error
    except discord.DiscordServerError as error:
        raise NotPosted(str(error)) from error
    except discord.HTTPException as error:
        log.exception("Discord does not take %s of event %s", key, event.id)
        raise Undeliverable(Reason.REFUSED) from error
    except DROPPED as error:
        raise NotPosted(repr(error)) from error


def nonce(event: Event, key: str) -> str:
    """Return what tells a notice from all others, the same in every process."""
    return hashlib.sha256(f"{event.id} {event.opened_at.timestamp()} {key}".encode()).hexdigest()[:NONCE_LENGTH]
