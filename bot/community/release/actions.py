"""What happens to a release night, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from bot.community.playing import Person  # noqa: TC001 - likewise
from bot.community.release.scenes import Scene  # noqa: TC001 - likewise

SHORTEST_PAUSE = 2
LONGEST_PAUSE = 120
"""Bounds of every pause, in seconds, whatever was asked for."""
DEFAULT_PAUSE = 8
"""Seconds before a scene of several ranks; the others follow from it."""


class SwapFault(StrEnum):
    """Why new data could not be put in service."""

    BAD_DATA = "bad_data"
    EDITION_MISSING = "edition_missing"


class Reason(StrEnum):
    """Why an evening ended that nobody stopped."""

    CHANNEL_GONE = "channel_gone"
    NOT_ALLOWED = "not_allowed"
    EDITION_GONE = "edition_gone"


@dataclass(frozen=True, slots=True)
class Armed:
    """An organiser prepared the evening of an edition, perhaps announced for a time.

    `known` is whether the edition was in service already, so that there is nothing to hold back.
    """

    person: Person
    edition: int
    at: datetime | None = None
    pause: int = DEFAULT_PAUSE
    spoiler: bool = False
    known: bool = False
    kind: Literal["armed"] = "armed"


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """An organiser started a rehearsal with an edition that is in service."""

    person: Person
    edition: int
    scenes: tuple[Scene, ...]
    pause: int = DEFAULT_PAUSE
    spoiler: bool = False
    kind: Literal["rehearsed"] = "rehearsed"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """An organiser said go."""

    person: Person
    kind: Literal["confirmed"] = "confirmed"


@dataclass(frozen=True, slots=True)
class Gone:
    """The new data is in service, and these are the scenes made from it."""

    scenes: tuple[Scene, ...]
    kind: Literal["gone"] = "gone"


@dataclass(frozen=True, slots=True)
class SwapFailed:
    """The new data was refused; the old is still in service."""

    fault: SwapFault
    kind: Literal["swap_failed"] = "swap_failed"


@dataclass(frozen=True, slots=True)
class Posted:
    """A notice is in the channel, as a message with this id."""

    key: str
    message: int
    kind: Literal["posted"] = "posted"


@dataclass(frozen=True, slots=True)
class Stopped:
    """An organiser stopped the evening."""

    person: Person
    kind: Literal["stopped"] = "stopped"


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The evening cannot go on."""

    reason: Reason
    kind: Literal["abandoned"] = "abandoned"


@dataclass(frozen=True, slots=True)
class Public:
    """The edition came into service by another evening, so that there is nothing to hold back for this one."""

    kind: Literal["public"] = "public"


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""

    kind: Literal["tick"] = "tick"


Action = Armed | Rehearsed | Confirmed | Gone | SwapFailed | Posted | Stopped | Abandoned | Public | Tick

ACTIONS: TypeAdapter[Action] = TypeAdapter(
    Annotated[Action, Field(discriminator="kind")], config=ConfigDict(defer_build=True)
)
"""The codec of actions."""
