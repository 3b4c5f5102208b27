"""The table of a pool: people with their places, and their opponents without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.community.pool.commitment import leaf
from bot.community.pool.opponents import crowd
from bot.community.pool.scoring import revealed, score

if TYPE_CHECKING:
    from bot.community.pool.model import Outcome, Prediction
    from bot.community.pool.state import Pool


class Opponent(StrEnum):
    """Who plays along without a place."""

    BEFORE = "before"
    """What the newest edition before said."""
    CROWD = "crowd"
    """The median of all entries."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: who, their points in thousandths, prompt by prompt (None where it is void) and together.

    People have a `place`, equals the same one, and a `leaf`, the hash of their entry; opponents have neither.
    """

    who: int | Opponent
    predictions: tuple[Prediction | None, ...]
    points: tuple[int | None, ...]
    place: int | None = None
    leaf: str = ""

    @property
    def total(self) -> int:
        """All points of this line, in thousandths."""
        return sum(points for points in self.points if points is not None)


def standings(pool: Pool, outcomes: tuple[Outcome, ...], revealed_from: int = 1) -> tuple[Line, ...]:
    """Return the lines of all who take part, the best first, by what is revealed from a rank on.

    Nothing but the total decides a place. Lines with equal totals are listed in the order of their hashes.
    """
    shown = revealed(pool.prompts, outcomes, revealed_from)
    people = sorted(
        (
            Line(
                person,
                sealed.entry.predictions,
                _points(pool, sealed.entry.predictions, shown),
                leaf=leaf(pool, sealed),
            )
            for person, sealed in pool.entries.items()
        ),
        key=lambda line: (-line.total, line.leaf),
    )
    together = crowd([sealed.entry for sealed in pool.entries.values()])
    others = [
        Line(opponent, predictions, _points(pool, predictions, shown))
        for opponent, predictions in ((Opponent.BEFORE, pool.baseline.predictions), (Opponent.CROWD, together))
        if predictions
    ]
    return tuple(sorted((*_placed(people), *others), key=lambda line: -line.total))


def _points(
    pool: Pool, predictions: tuple[Prediction | None, ...], outcomes: tuple[Outcome, ...]
) -> tuple[int | None, ...]:
    return tuple(
        score(prompt, prediction, outcome.truth)
        for prompt, prediction, outcome in zip(pool.prompts, predictions, outcomes, strict=True)
    )


def _placed(lines: list[Line]) -> list[Line]:
    """Give each line the place after all that are better."""
    placed: list[Line] = []
    for position, line in enumerate(lines, start=1):
        level = placed and placed[-1].total == line.total
        placed.append(replace(line, place=placed[-1].place if level else position))
    return placed
