"""A reply as a card: an embed with the answer as its title, readable on a phone."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import discord

from bot.answers.values import Status
from bot.replies.plain import small_print
from bot.replies.safety import (
    EMBED_DESCRIPTION_LIMIT,
    EMBED_FOOTER_LIMIT,
    EMBED_TITLE_LIMIT,
    EMBED_TOTAL_LIMIT,
    fit,
    guard,
)

if TYPE_CHECKING:
    from discord.types.embed import Embed as EmbedData

    from bot.replies.reply import Reply

ACCENTS: dict[Status, int] = {
    Status.ANSWERED: 0x2E7D9A,
    Status.AMBIGUOUS: 0xC9A227,
    Status.UNRANKED: 0x7A8B99,
    Status.UNKNOWN_PLACE: 0xB08968,
    Status.NO_DATA: 0x7A8B99,
    Status.NOT_UNDERSTOOD: 0xB08968,
}
"""The colour at the side of a card, by what became of the question."""

CARDS_KEPT = 256
"""Of 6 KB at most."""

_SUBTEXT = "-# "


class _Card(discord.Embed):
    """An embed that is put into Discord's form once, however often it is sent; nothing changes it before or after."""

    @cached_property
    def _formed(self) -> EmbedData:
        return super().to_dict()

    def to_dict(self) -> EmbedData:
        """Return the embed in Discord's form; not to be changed."""
        return self._formed


@lru_cache(maxsize=CARDS_KEPT)
def as_card(reply: Reply) -> discord.Embed:
    """Return a reply as an embed within all of Discord's limits; what does not fit is cut at the end of a line.

    It is to be sent as it is: whoever asks for the same reply is given the same embed.
    """
    first, *others = (guard(line) for line in reply.lines)
    title = first if len(first) <= EMBED_TITLE_LIMIT else ""
    body = others if title else [first, *others]
    notes = [f"{_SUBTEXT}{guard(note)}" for note in reply.notes]
    footer = fit("\n".join(guard(line) for line in small_print(reply)), EMBED_FOOTER_LIMIT)
    room = min(EMBED_DESCRIPTION_LIMIT, EMBED_TOTAL_LIMIT - len(title) - len(footer))
    text = fit("\n".join((*body, *notes)), room)
    card = _Card(title=title or None, description=text or None, colour=ACCENTS[reply.status])
    return card.set_footer(text=footer) if footer else card
