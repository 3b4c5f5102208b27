"""The state of a release night, and what is still to be posted of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.community.release.actions import DEFAULT_PAUSE, LONGEST_PAUSE, SHORTEST_PAUSE
from bot.community.release.scenes import Batch, Single

if TYPE_CHECKING:
    from bot.community.playing import Person
    from bot.community.release.actions import SwapFault
    from bot.community.release.scenes import Scene

NEEDED = 2
"""So many different people have to confirm."""
LAPSE = timedelta(minutes=15)
"""A confirmation without a second one lapses after this long, and so does an agreement that nothing followed."""
LONG_GAP = timedelta(minutes=10)
"""A scene that comes later than this is preceded by a word."""


class Phase(StrEnum):
    """How far an evening is."""

    ARMED = "armed"
    SHOWING = "showing"
    STOPPED = "stopped"
    OVER = "over"


class Gap(StrEnum):
    """Whether the next scene comes so late that a word precedes it."""

    NONE = "none"
    OWED = "owed"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who confirmed, and when."""

    person: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Night:
    """A release night, or with `rehearsal` one that only looks like it.

    `known` is whether its edition was in service when it was armed. `scenes` are known once it begins, and the first
    `shown` of them are in the channel. Between two scenes, `moment` is when the next is to be posted; with `pending` it
    is to be posted now, and `moment` is since when. `fault` is why new data was refused, until that is said; `refusals`
    is how often it was.
    """

    edition: int
    phase: Phase
    armed_by: Person = 0
    known: bool = False
    rehearsal: bool = False
    planned: datetime | None = None
    pause: int = DEFAULT_PAUSE
    spoiler: bool = False
    announced: bool = False
    confirmations: tuple[Confirmation, ...] = ()
    fault: SwapFault | None = None
    refusals: int = 0
    scenes: tuple[Scene, ...] = ()
    shown: int = 0
    moment: datetime | None = None
    pending: bool = False
    gap: Gap = Gap.NONE

    @property
    def agreed(self) -> bool:
        """Whether enough people confirmed: the data is to be put in service, and `Gone` or `SwapFailed` to follow."""
        return self.phase is Phase.ARMED and len(self.confirmations) == NEEDED

    @property
    def lapses(self) -> datetime | None:
        """When the confirmations lapse, if there are any."""
        return self.confirmations[-1].at + LAPSE if self.confirmations else None

    @property
    def begun(self) -> bool:
        """Whether there was anything to see yet."""
        return bool(self.scenes)


@dataclass(frozen=True, slots=True)
class Announcement:
    """That the evening will be, perhaps at a time."""

    key: str
    edition: int
    planned: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene."""

    key: str
    scene: Scene


@dataclass(frozen=True, slots=True)
class Back:
    """That the evening goes on after a gap, from a rank if the countdown is not yet through."""

    key: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class Halted:
    """That the evening was stopped; `begun` if something of it was to be seen before."""

    key: str
    begun: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """That the new data was refused, and why."""

    key: str
    fault: SwapFault


Notice = Announcement | Shown | Back | Halted | Refused


def notices(night: Night) -> tuple[Notice, ...]:
    """Return what is to be posted, in order."""
    match night.phase:
        case Phase.ARMED:
            announced = () if night.announced else (Announcement("announcement", night.edition, night.planned),)
            refused = () if night.fault is None else (Refused(f"refused-{night.refusals}", night.fault),)
            return (*announced, *refused)
        case Phase.SHOWING if night.pending:
            scene = night.scenes[night.shown]
            back = (Back(f"back-{night.shown}", first_rank(scene)),) if night.gap is Gap.OWED else ()
            return (*back, Shown(f"scene-{night.shown}", scene))
        case Phase.STOPPED:
            return (Halted("stopped", night.begun),)
        case _:
            return ()


def due(night: Night) -> datetime | None:
    """Return when confirmations lapse, the next scene is to be posted, or one has been waiting for so long."""
    match night.phase:
        case Phase.ARMED:
            return night.lapses
        case Phase.SHOWING if night.moment is not None and not night.pending:
            return night.moment
        case Phase.SHOWING if night.moment is not None and night.shown and night.gap is Gap.NONE:
            return night.moment + LONG_GAP
        case _:
            return None


def first_rank(scene: Scene) -> int | None:
    """Return the rank that a scene of the countdown begins with."""
    match scene:
        case Batch(ranks=ranks):
            return max(ranks, default=None)
        case Single(rank=rank):
            return rank
        case _:
            return None


def pause_before(scene: Scene, pause: int) -> int:
    """Return the seconds before a scene: `pause` before several ranks, two and a half of it before number one.

    Before everything else it is one and a half, because what precedes takes longer to read.
    """
    match scene:
        case Batch():
            seconds = pause
        case Single(rank=1):
            seconds = pause * 5 // 2
        case _:
            seconds = pause * 3 // 2
    return min(max(seconds, SHORTEST_PAUSE), LONGEST_PAUSE)
