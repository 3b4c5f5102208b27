"""What happens in a quiz, one record per kind, and what each actor is told of it, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.community.quiz.question import Question  # noqa: TC001 - pydantic reads the annotations


class Gone(StrEnum):
    """Why a quiz cannot go on where it was played."""

    CHANNEL_GONE = "channel_gone"
    MAY_NOT_WRITE = "may_not_write"
    REMOVED = "removed"
    """The bot is no longer in the server."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody started a quiz. `asked` is how many rounds they wanted; `seconds` is how long each one lasts."""

    person: int
    questions: tuple[Question, ...]
    seconds: int
    asked: int
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class OpenedDaily:
    """The question of the day was opened, to be answered until a time (milliseconds since 1970, UTC)."""

    question: Question
    until_ms: int
    kind: Literal["opened_daily"] = "opened_daily"


@dataclass(frozen=True, slots=True)
class Posted:
    """A notice was posted: its key, its message's id, and that message's own time (milliseconds since 1970, UTC)."""

    key: str
    message: int
    at_ms: int
    kind: Literal["posted"] = "posted"


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody answered round `number` at a time that is Discord's own (milliseconds since 1970, UTC).

    `choice` is the position of a choice from 0, `cluster` the id of the cluster that was typed; one of them is None.
    """

    person: int
    number: int
    at_ms: int
    choice: int | None = None
    cluster: str | None = None
    kind: Literal["answered"] = "answered"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Somebody who may do so skipped the question that is open."""

    person: int
    kind: Literal["skipped"] = "skipped"


@dataclass(frozen=True, slots=True)
class Stopped:
    """Somebody who may do so ended the quiz."""

    person: int
    kind: Literal["stopped"] = "stopped"


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The quiz cannot go on where it was."""

    reason: Gone
    kind: Literal["abandoned"] = "abandoned"


@dataclass(frozen=True, slots=True)
class Tick:
    """The time came that the game was due at."""

    kind: Literal["tick"] = "tick"


Action = Opened | OpenedDaily | Posted | Answered | Skipped | Stopped | Abandoned | Tick


class Refused(StrEnum):
    """Why an action changed nothing."""

    NOT_STARTED = "not_started"
    STARTED_ALREADY = "started_already"
    OVER = "over"
    LATE = "late"
    """The click came after the round's end, or for a round that is over."""
    NOT_OPEN = "not_open"
    """No question is open, or not this one yet."""
    NOT_A_CHOICE = "not_a_choice"
    FULL = "full"
    NOT_AWAITED = "not_awaited"
    """A posting of no notice that is still to be posted."""
    NOT_DUE = "not_due"


class Done(StrEnum):
    """What an organiser did."""

    SKIPPED = "skipped"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Started:
    """A quiz of so many rounds was started; `asked` is how many were wanted."""

    rounds: int
    asked: int


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer was taken and is final; `answer` is the id of the choice or the cluster."""

    question: Question
    answer: str


@dataclass(frozen=True, slots=True)
class AnsweredAlready:
    """An answer was not taken, because the person's first one is final; `answer` is the id of that one."""

    question: Question
    answer: str


Told = Refused | Done | Started | Taken | AnsweredAlready
