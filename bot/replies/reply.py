"""A reply before it is rendered: lines of safe text, small print, and the buttons that belong under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.values import Status


@dataclass(frozen=True, slots=True)
class Button:
    """A way on: what the button says, the question that pressing it asks, and in a menu what the choice is."""

    label: str
    question: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said. The first of `lines` is the answer, and `notes` limit it.

    `source` is small print, and so are `reading`, how the question was read where that was inferred, and `receipt`, the
    code by which a verdict can be checked. `page` and `pages` count from 1; a reply of one page has no page line.

    `chart` is the question that asks for the same as a picture, where there is one.

    Ways on: `menu` holds the places that a name may mean, `buttons` the questions that may have been meant, and
    `alternatives` what else the question of an answered reply may have meant.
    """

    status: Status
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    source: str = ""
    reading: str = ""
    receipt: str = ""
    chart: str = ""
    menu: tuple[Button, ...] = ()
    buttons: tuple[Button, ...] = ()
    alternatives: tuple[Button, ...] = ()
    page: int = 1
    pages: int = 1
