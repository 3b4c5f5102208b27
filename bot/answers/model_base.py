"""What every answer has, and the parts that several kinds of answers share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers.values import Caveat, Status, Value

if TYPE_CHECKING:
    from bot.rankings.model import Cluster


class Standing(StrEnum):
    """What is known of a cluster in an edition. The four are different answers and are never mixed up."""

    RANKED = "ranked"
    MEMBER = "member"
    """In the top 100, but its rank is not in our sources."""
    ABSENT = "absent"
    """Known not to be in the top 100."""
    UNKNOWN = "unknown"
    """Not in our sources: it may or may not be in the top 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBase:
    """What every answer has: the names it is about (the one asked for first), its figures, and its caveats.

    Where an answer has an `area`, that is the name of the economy or region it is limited to, or empty for the world.
    """

    places: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    values: tuple[Value, ...] = ()
    status: Status = Status.ANSWERED


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list. `position` is None where the list has gaps that forbid one."""

    cluster: Cluster
    economies: tuple[str, ...]
    position: int | None
    value: Value


@dataclass(frozen=True, slots=True)
class ClusterCount:
    """How many clusters an area has: exactly, or else at least as many as our sources name."""

    exact: Value | None
    at_least: Value
