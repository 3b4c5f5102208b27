"""What can happen to a pool, and what those who act are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations of what is kept
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from bot.community.pool.model import Baseline, Entry, Outcome, Prompt  # noqa: TC001 - the same


@dataclass(frozen=True, slots=True)
class Opened:
    """An organiser opens a pool for an edition; `pool` is a random name of its own, `closes` is in UTC."""

    person: int
    pool: str
    edition: int
    closes: datetime
    prompts: tuple[Prompt, ...]
    baseline: Baseline
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class Entered:
    """A person enters, or changes their entry; the salt is new each time."""

    person: int
    entry: Entry
    salt: str
    kind: Literal["entered"] = "entered"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A person takes their entry back."""

    person: int
    kind: Literal["withdrawn"] = "withdrawn"


@dataclass(frozen=True, slots=True)
class Moved:
    """An organiser lets the pool close at another time."""

    person: int
    closes: datetime
    kind: Literal["moved"] = "moved"


@dataclass(frozen=True, slots=True)
class Stopped:
    """An organiser calls the pool off."""

    person: int
    kind: Literal["stopped"] = "stopped"


@dataclass(frozen=True, slots=True)
class Tick:
    """The time at which the pool closes has come."""

    kind: Literal["tick"] = "tick"


@dataclass(frozen=True, slots=True)
class Resulted:
    """Data was loaded that settles prompts; `version` is that of the data."""

    version: str
    outcomes: tuple[Outcome, ...]
    kind: Literal["resulted"] = "resulted"


@dataclass(frozen=True, slots=True)
class Posted:
    """A notice was posted, as a message of this id."""

    key: str
    message: int
    kind: Literal["posted"] = "posted"


Action = Opened | Entered | Withdrawn | Moved | Stopped | Tick | Resulted | Posted

ACTIONS: TypeAdapter[Action] = TypeAdapter(
    Annotated[Action, Field(discriminator="kind")], config=ConfigDict(defer_build=True)
)
"""The codec of actions."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """An entry was taken: the hash that stands for it (64 hexadecimal digits), and whether it replaced an older one."""

    leaf: str
    entry: Entry
    changed: bool


class Told(StrEnum):
    """What else an actor is told: first what was done, then why nothing was."""

    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    STOPPED = "stopped"
    CLOSED = "closed"
    """Entries are locked; nothing about them changes any more."""
    OVER = "over"
    """The pool was called off, or has its result."""
    ALREADY = "already"
    """It has been opened, posted, scored or set so before."""
    FULL = "full"
    NO_ENTRY = "no_entry"
    UNFIT = "unfit"
    """The predictions are not those that the prompts ask for."""
    PAST = "past"
    """The pool would have closed already."""
    MOVED_TOO_OFTEN = "moved_too_often"
    CHANGED_TOO_OFTEN = "changed_too_often"
    TOO_EARLY = "too_early"
    NOTHING_KNOWN = "nothing_known"
    """The data settles no prompt."""
