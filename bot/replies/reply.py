"""A reply before it is rendered: lines of safe text, small print, and the buttons that belong under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.values import Status


@dataclass(frozen=True, slots=True)
class Button:
    """A way on: what the button says, and the question that pressing it asks."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said. The first of `lines` is the answer, and `notes` limit it.

    `source` is small print, and so is `reading`: how the question was read, where that was inferred. `page` and `pages`
    count from 1; a reply of one page has no page line.
    """

    status: Status
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    source: str = ""
    reading: str = ""
    buttons: tuple[Button, ...] = ()
    page: int = 1
    pages: int = 1
