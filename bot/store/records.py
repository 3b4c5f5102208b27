"""What the store takes and gives, as frozen records. Every time is aware, in UTC; every id is a 64-bit whole number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Style = Literal["cards", "plain"]
What = Literal["editions", "daily"]
"""What a channel can subscribe to: the announcement of new editions, or a question every day."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server set for itself; None wherever it left the bot's own setting.

    `organisers` is the id of the role whose members may run events.
    """

    server: int
    prefix: str | None = None
    locale: str | None = None
    style: Style | None = None
    organisers: int | None = None


@dataclass(frozen=True, slots=True)
class OptIn:
    """A channel's subscription: the role that is pinged, if any, and for "daily" the minute of the day, in UTC."""

    channel: int
    server: int
    what: What
    role: int | None = None
    at_minute: int | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """One action of a game: when, by whom if by anybody, and the action as JSON, in which no person's id stands.

    A negative `person` stands for somebody who asked to be forgotten.
    """

    at: datetime
    person: int | None
    data: str


@dataclass(frozen=True, slots=True)
class Event:
    """A game. At most one of a kind is open in a scope, such as a channel or an edition, at any time."""

    id: int
    kind: str
    server: int
    channel: int
    scope: str
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a leaderboard. Equal points share a place, and the next place is as far down as people are ahead."""

    place: int
    person: int
    points: int
    events: int


@dataclass(frozen=True, slots=True)
class Rating:
    """How able a person or how hard a question is, on the scale of whoever rates, learned from so many answers."""

    value: float
    answers: int


@dataclass(frozen=True, slots=True)
class Played:
    """What somebody did in one event, and the points of it, or None where none were awarded."""

    event: Event
    actions: tuple[Logged, ...]
    points: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of a person in one server."""

    server: int
    rating: Rating | None
    events: tuple[Played, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done when somebody was forgotten: the events whose people changed, and how many ratings were deleted."""

    events: tuple[int, ...]
    ratings: int
