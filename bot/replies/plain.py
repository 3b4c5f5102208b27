"""A reply as plain text: what is posted where cards cannot be or are not wanted, and what a terminal prints."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.replies.safety import CONTENT_LIMIT, fit, guard
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.replies.reply import Reply

TEXTS_KEPT = 256
"""Of 4 KB at most."""


def small_print(reply: Reply) -> tuple[str, ...]:
    """Return the lines under a reply: which page it is, how the question was read, where its figures are from."""
    page = say("page.of", page=reply.page, pages=reply.pages) if reply.pages > 1 else ""
    reading = say("reading.line", parts=reply.reading) if reply.reading else ""
    receipt = say("settle.receipt", code=reply.receipt) if reply.receipt else ""
    return tuple(line for line in (page, reading, reply.source, receipt) if line)


@lru_cache(maxsize=TEXTS_KEPT)
def as_text(reply: Reply) -> str:
    """Return the whole reply as text within a message's limit."""
    lines = (*reply.lines, *reply.notes, *small_print(reply))
    return fit("\n".join(guard(line) for line in lines), CONTENT_LIMIT)
