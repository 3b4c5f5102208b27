"""What is found of one assertion in one edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.values import Value, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, the edition it is of, the figures it rests on, and whom it is about.

    `since` is the older edition that a movement was judged against; `more` are figures that need not be shown.
    """

    verdict: Verdict
    edition: int
    grounds: tuple[Value, ...]
    places: tuple[str, ...]
    since: int | None = None
    more: tuple[Value, ...] = ()
