"""How often one person may ask: so many questions within so many seconds, told once when that is spent."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE_KEPT = 10_000
"""Whoever asked longest ago is forgotten first, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Whether a question may be asked now; if not, in how many seconds, and whether the person was already told."""

    granted: bool
    wait: float = 0.0
    told: bool = False


@dataclass(slots=True)
class _Person:
    asked: deque[float]
    told: bool = field(default=False)


class Cooldown:
    """Counts questions per person within a sliding window."""

    def __init__(self, questions: int, seconds: float, clock: Callable[[], float]) -> None:
        """Grant `questions` within `seconds`; `clock` returns seconds that only grow."""
        self._questions = questions
        self._seconds = seconds
        self._clock = clock
        self._people: OrderedDict[int, _Person] = OrderedDict()

    def take(self, person: int) -> Turn:
        """Grant a person a question, or say how long to wait for one. A refused question costs nothing."""
        now = self._clock()
        known = self._people.setdefault(person, _Person(deque(maxlen=self._questions)))
        self._people.move_to_end(person)
        if len(self._people) > PEOPLE_KEPT:
            self._people.popitem(last=False)
        wait = known.asked[0] + self._seconds - now if len(known.asked) == self._questions else 0.0
        if wait > 0:
            told, known.told = known.told, True
            return Turn(False, wait, told)
        known.asked.append(now)
        known.told = False
        return Turn(True)
