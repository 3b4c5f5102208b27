"""A plain account of quizzes: what was kept of whom, and the points that come of it."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.community.quiz.actions import Answered

Name = int | str
"""A person's id; or what stands in a quiz for somebody who was forgotten."""

SECONDS = 10
RIGHT = 1
"""How long each round lasts, and which choice is right."""


class Model:
    """`answers` are by quiz and round: whose, when (milliseconds) and which choice.

    Of those in `stopped` quizzes and `skipped` rounds some count for nobody.
    """

    def __init__(self) -> None:
        self.answers: dict[tuple[int, int], dict[Name, tuple[int, int]]] = {}
        self.skipped: set[tuple[int, int]] = set()
        self.stopped: set[int] = set()
        self._names = count(1)

    def answered(self, event: int, answer: Answered) -> None:
        self.answers.setdefault((event, answer.number), {})[answer.person] = (answer.at_ms, answer.choice or 0)

    def forget(self, person: int) -> None:
        names: dict[int, str] = {}
        for (event, _), answers in self.answers.items():
            if person in answers:
                name = names.setdefault(event, f"somebody {next(self._names)}")
                answers[name] = answers.pop(person)

    def points(self, event: int, posted: dict[int, int]) -> Counter[Name]:
        """The points of a quiz whose rounds that count were posted at these times."""
        points: Counter[Name] = Counter()
        for number, at in posted.items():
            for name, (at_ms, choice) in self.answers.get((event, number), {}).items():
                left = min(max(at + SECONDS * 1000 - at_ms, 0), SECONDS * 1000)
                points[name] += 100 + 50 * left // (SECONDS * 1000) if choice == RIGHT else 0
        return points
