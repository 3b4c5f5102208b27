"""The questions that can be answered, as frozen records that name clusters, economies and regions by id.

`edition` is None where the person named none; the answering room then takes the newest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.places.matches import How
from bot.rankings.model import Measure, Pillar

TOP_DEFAULT = 10
MOVERS_DEFAULT = 5
LIST_MAXIMUM = 100
ECONOMIES_MAXIMUM = 200
COMPARE_MINIMUM = 2
COMPARE_MAXIMUM = 5


@dataclass(frozen=True, slots=True)
class ClusterRef:
    """A cluster somebody asked for: its id, the known name their words hit, and how.

    `also` are other clusters that bear the same name (the two Cambridges).
    """

    id: str
    name: str
    how: How = How.EXACT
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EconomyRef:
    """An economy somebody asked for, by ISO 3166 alpha-2 code."""

    code: str
    how: How = How.EXACT


@dataclass(frozen=True, slots=True)
class RegionRef:
    """A region somebody asked for, by the id it has in `data/regions.csv`."""

    id: str
    how: How = How.EXACT


Subject = ClusterRef | EconomyRef
Area = EconomyRef | RegionRef


class Direction(StrEnum):
    """Which way a mover went: up means towards rank 1."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Rank:
    """Where one cluster stands."""

    cluster: ClusterRef
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Top:
    """The leading clusters (or, with `from_end`, the last ones) by a measure, perhaps within an area."""

    count: int = TOP_DEFAULT
    area: Area | None = None
    measure: Measure = Measure.SIZE
    edition: int | None = None
    from_end: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """Two to five clusters, side by side. Without a measure: by rank."""

    clusters: tuple[ClusterRef, ...]
    measure: Measure = Measure.SIZE
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class CompareEconomies:
    """Two to five economies, side by side, by the index or one of its pillars."""

    economies: tuple[EconomyRef, ...]
    pillar: Pillar = Pillar.GII
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Movers:
    """The largest changes of rank between an edition and the one before it."""

    direction: Direction = Direction.BOTH
    count: int = MOVERS_DEFAULT
    area: Area | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Every edition held of a cluster."""

    cluster: ClusterRef


@dataclass(frozen=True, slots=True)
class EconomyHistory:
    """Every edition held of an economy."""

    economy: EconomyRef


@dataclass(frozen=True, slots=True)
class EconomyProfile:
    """An economy in the index: rank, score, pillars, clusters."""

    economy: EconomyRef
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class EconomyRanking:
    """The ranking of economies by the index or one of its pillars, perhaps within a region."""

    count: int = TOP_DEFAULT
    area: Area | None = None
    pillar: Pillar = Pillar.GII
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many clusters an area has, perhaps among the leading `within`; without an area, every economy's count."""

    area: Area | None = None
    edition: int | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Which cluster holds a rank."""

    rank: int
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Which cluster a city belongs to."""

    cluster: ClusterRef


@dataclass(frozen=True, slots=True)
class Method:
    """What an edition measures and what changed in it."""

    edition: int | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What the table holds."""


@dataclass(frozen=True, slots=True)
class SourceOf:
    """Evidence and sources behind the figures of a cluster or an economy."""

    subject: Subject
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """How to ask; with a command, about that one."""

    command: str | None = None


Query = (
    Rank
    | Top
    | Compare
    | CompareEconomies
    | Movers
    | History
    | EconomyHistory
    | EconomyProfile
    | EconomyRanking
    | Count
    | Who
    | Where
    | Method
    | About
    | SourceOf
    | Help
)
