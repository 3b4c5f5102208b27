"""A quiz as it stands, and what of it is still to be posted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.community.quiz.scoring import Placed, Scored, board

if TYPE_CHECKING:
    from bot.community.playing import Person
    from bot.community.quiz.actions import Gone
    from bot.community.quiz.question import Question


class Ended(StrEnum):
    """How a quiz came to its end."""

    PLAYED = "played"
    STOPPED = "stopped"
    DESERTED = "deserted"
    """Nobody answered several rounds in a row."""
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True)
class Announced:
    """To be posted: a quiz begins. `asked` is how many rounds were wanted.

    `typed_seconds` is how long rounds last whose answer is typed; as long as all others if there are none.
    """

    rounds: int
    asked: int
    seconds: int
    typed_seconds: int
    key: str = "opened"


@dataclass(frozen=True, slots=True)
class Asked:
    """To be posted: a question. It opens when its message is there. The question of the day has an end, `until_ms`."""

    number: int
    of: int
    question: Question
    seconds: int
    until_ms: int | None

    @property
    def key(self) -> str:
        """What the posting is known by."""
        return f"question-{self.number}"


@dataclass(frozen=True, slots=True)
class Revealed:
    """To be posted: what is right, how many got it, perhaps the scoreboard. `message` is the question's own.

    `misses` are wrong clusters that were typed, the most frequent first; `board` is empty in most rounds.
    """

    number: int
    of: int
    question: Question
    message: int | None
    skipped: bool
    answered: int
    right: int
    first: Person | None
    misses: tuple[str, ...]
    board: tuple[Placed, ...]
    daily: bool

    @property
    def key(self) -> str:
        """What the posting is known by."""
        return f"reveal-{self.number}"


@dataclass(frozen=True, slots=True)
class Podium:
    """To be posted: the end of a quiz after so many rounds, with everybody's place."""

    ended: Ended
    rounds: int
    board: tuple[Placed, ...]
    key: str = "podium"


Notice = Announced | Asked | Revealed | Podium

TYPED_SECONDS = 30
"""A round of a quiz whose answer is typed lasts at least so long."""


def lasting(question: Question, seconds: int) -> int:
    """Return how many seconds a round lasts, in a quiz whose rounds last so many."""
    return seconds if question.choices or not seconds else max(seconds, TYPED_SECONDS)


@dataclass(frozen=True, slots=True)
class Given:
    """Somebody's answer to the round that is asked: the id of the choice or the cluster."""

    person: Person
    at_ms: int
    answer: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A round that is over. One that was skipped or stopped has no answers: it counts for nobody."""

    number: int
    question: Question
    skipped: bool
    answers: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz. `number` is the round asked last, from 1; 0 before the first.

    That round is open while `opened_ms` and `closes_ms` are set: Discord's time of its message, and of its end.
    `due_ms` is the host's time at which the quiz goes on by itself.
    """

    questions: tuple[Question, ...]
    asked: int
    seconds: int
    until_ms: int | None = None
    number: int = 0
    opened_ms: int | None = None
    closes_ms: int | None = None
    message: int | None = None
    given: tuple[Given, ...] = ()
    closed: tuple[Closed, ...] = ()
    pending: tuple[Notice, ...] = ()
    due_ms: int | None = None
    ended: Ended | None = None
    gone: Gone | None = None

    @property
    def daily(self) -> bool:
        """Whether this is a question of the day."""
        return self.until_ms is not None

    @property
    def question(self) -> Question:
        """The question asked last."""
        return self.questions[self.number - 1]

    @property
    def lasting(self) -> int:
        """How many seconds the round asked last is open; 0 for the question of the day."""
        return lasting(self.question, self.seconds)

    @property
    def answering(self) -> bool:
        """Whether a question is asked whose round is not closed yet, be it known to be posted or not."""
        return self.ended is None and self.number > len(self.closed)

    @property
    def board(self) -> tuple[Placed, ...]:
        """The scoreboard of all closed rounds."""
        return board(answer for each in self.closed for answer in each.answers)


@dataclass(frozen=True, slots=True)
class Result:
    """How a question was answered in a closed round, for ratings: who was right and who was not, in order of time."""

    number: int
    question: Question
    answers: tuple[tuple[Person, bool], ...]


def results(quiz: Quiz) -> tuple[Result, ...]:
    """Return the rounds that were answered, in order; rounds that were skipped or stopped tell nothing."""
    return tuple(
        Result(each.number, each.question, tuple((answer.person, answer.right) for answer in each.answers))
        for each in quiz.closed
        if each.answers
    )
