"""Points and places. Points are whole numbers, given when a round is closed and never taken away.

A right answer brings 100 points, and up to 50 more for speed: 50 at the moment the question was posted, falling evenly
to 0 at the end of the round, rounded down. A wrong answer brings none. The question of the day brings 100, at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.community.playing import Person

RIGHT = 100
FASTEST = 50


@dataclass(frozen=True, slots=True)
class Scored:
    """What somebody's answer to a round brought; `answer` is the id of the choice or the cluster."""

    person: Person
    at_ms: int
    answer: str
    right: bool
    points: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the scoreboard. Equal points share a place, and the next one counts all before it: 1, 1, 3."""

    place: int
    person: Person
    points: int
    right: int


def points_for(elapsed_ms: int, lasting_ms: int) -> int:
    """Return the points of a right answer so long after the question was posted, in a round that lasts so long."""
    left = lasting_ms - min(max(elapsed_ms, 0), lasting_ms)
    return RIGHT + FASTEST * left // lasting_ms


def totals(answers: Iterable[Scored]) -> Mapping[Person, int]:
    """Return the points of everybody who answered."""
    points: dict[Person, int] = {}
    for answer in answers:
        points[answer.person] = points.get(answer.person, 0) + answer.points
    return points


def board(answers: Iterable[Scored]) -> tuple[Placed, ...]:
    """Return the scoreboard of everybody who answered, best first."""
    held = tuple(answers)
    points = totals(held)
    right = dict.fromkeys(points, 0)
    for answer in held:
        right[answer.person] += answer.right
    lines: list[Placed] = []
    for position, person in enumerate(sorted(points, key=lambda each: (-points[each], each)), start=1):
        level = bool(lines) and lines[-1].points == points[person]
        lines.append(Placed(lines[-1].place if level else position, person, points[person], right[person]))
    return tuple(lines)
