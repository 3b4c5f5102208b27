"""What may be asked of the bot around games and events, as typed orders. Doors make them from words or from options."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.community.quiz.question import Band, Topic


ROUNDS_DEFAULT, ROUNDS_MAXIMUM = 10, 30
SECONDS_DEFAULT, SECONDS_MINIMUM, SECONDS_MAXIMUM = 20, 10, 60
PAUSE_DEFAULT, PAUSE_MINIMUM, PAUSE_MAXIMUM = 8, 2, 120
CHANNELS_MAXIMUM = 25
"""So many channels of one server can have a question a day, and so many announcements."""


@dataclass(frozen=True, slots=True)
class QuizStart:
    """Start a quiz in this channel: so many rounds, so many seconds each; about everything unless a topic is named."""

    rounds: int = ROUNDS_DEFAULT
    topic: Topic | None = None
    difficulty: Band | None = None
    seconds: int = SECONDS_DEFAULT


@dataclass(frozen=True, slots=True)
class QuizStop:
    """End the quiz of this channel."""


@dataclass(frozen=True, slots=True)
class QuizSkip:
    """Give a question up."""


@dataclass(frozen=True, slots=True)
class QuizScore:
    """Show the scores of the quiz under way, and the server's leaderboard."""


@dataclass(frozen=True, slots=True)
class QuizDaily:
    """Have a question a day in this channel at a minute of the day in UTC; with None, no longer."""

    minute: int | None


@dataclass(frozen=True, slots=True)
class PoolOpen:
    """Open a prediction pool for an edition. `closes` and `asking` are as typed; empty `asking` takes the usual."""

    edition: int
    closes: str
    asking: str = ""


@dataclass(frozen=True, slots=True)
class PoolMove:
    """Close the pool at another time."""

    closes: str


@dataclass(frozen=True, slots=True)
class PoolState:
    """Show the pool: what it asks and until when, with a way to enter."""


@dataclass(frozen=True, slots=True)
class PoolEntries:
    """Say how many entries there are."""


@dataclass(frozen=True, slots=True)
class PoolResults:
    """Show the results."""


@dataclass(frozen=True, slots=True)
class PoolCancel:
    """Call the pool off."""


@dataclass(frozen=True, slots=True)
class ReleaseRehearse:
    """Play a release night on an older edition; without one, on the newest complete one."""

    edition: int | None = None
    pause: int = PAUSE_DEFAULT
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseArm:
    """Prepare a release night. `at` is its time as typed, empty where it has none yet."""

    edition: int
    at: str = ""
    pause: int = PAUSE_DEFAULT
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseGo:
    """Confirm that the evening begins; two different people must."""


@dataclass(frozen=True, slots=True)
class ReleaseStop:
    """Stop the evening."""


@dataclass(frozen=True, slots=True)
class Announce:
    """Announce new editions in this channel, pinging one role or nobody."""

    role: int | None = None


@dataclass(frozen=True, slots=True)
class AnnounceOff:
    """Announce nothing here any more."""


class Setting(StrEnum):
    """What a server can set."""

    PREFIX = "prefix"
    LANGUAGE = "language"
    REPLIES = "replies"
    ORGANISERS = "organisers"


@dataclass(frozen=True, slots=True)
class SettingsShow:
    """Show the server's settings."""


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """Change a setting of the server; an empty value goes back to the bot's own."""

    setting: Setting
    value: str


@dataclass(frozen=True, slots=True)
class MyData:
    """Show what is kept about me."""


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """Delete what is kept about me, everywhere."""


@dataclass(frozen=True, slots=True)
class DataReload:
    """Take new tables into service."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Show how to give orders of a kind: the words were not understood, or there were none."""

    about: str
    wrong: str = ""


Order = (
    QuizStart
    | QuizStop
    | QuizSkip
    | QuizScore
    | QuizDaily
    | PoolOpen
    | PoolMove
    | PoolState
    | PoolEntries
    | PoolResults
    | PoolCancel
    | ReleaseRehearse
    | ReleaseArm
    | ReleaseGo
    | ReleaseStop
    | Announce
    | AnnounceOff
    | SettingsShow
    | SettingsChange
    | MyData
    | ForgetMe
    | DataReload
    | Usage
)

ORGANISING = (
    QuizStart, QuizStop, QuizSkip, QuizDaily, PoolOpen, PoolMove, PoolCancel, ReleaseRehearse, ReleaseArm, ReleaseGo,
    ReleaseStop,
)  # fmt: skip
"""What only organisers may order."""

STOPPING = (QuizStop, PoolCancel, ReleaseStop)
"""What has to work at once, however much somebody has asked just before."""

MANAGING = (Announce, AnnounceOff, SettingsChange)
"""What only those may order who manage the server."""
