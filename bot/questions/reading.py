"""What became of a text once it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.questions.failures import Failure
    from bot.questions.queries import Query


@dataclass(frozen=True, slots=True)
class Reading:
    """A query, or the reason why there is none. `inferred`: something was read that was not written so.

    `nearest` are the queries that a text which was not understood comes nearest to.
    """

    result: Query | Failure
    inferred: bool = False
    nearest: tuple[Query, ...] = ()
