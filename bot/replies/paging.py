"""Cutting a long reply into pages; every page repeats the title and the small print."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.replies.reply import Reply

PAGE_LINES = 25
"""Lines of a list on one page, its title not counted."""


def paginate(reply: Reply) -> tuple[Reply, ...]:
    """Return a reply's pages; one of up to twenty-five lines after its title stays whole."""
    title, *body = reply.lines
    if len(body) <= PAGE_LINES:
        return (reply,)
    chunks = [tuple(body[start : start + PAGE_LINES]) for start in range(0, len(body), PAGE_LINES)]
    return tuple(
        replace(reply, lines=(title, *chunk), page=number, pages=len(chunks))
        for number, chunk in enumerate(chunks, start=1)
    )
