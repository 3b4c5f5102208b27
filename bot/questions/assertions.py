"""What can be claimed: one frozen record per kind of assertion, naming clusters, economies and regions by id."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.refs import Area, ClusterRef, Direction, EconomyRef


class Relation(StrEnum):
    """How an amount is claimed to compare with a number."""

    AT_LEAST = "at_least"
    MORE = "more"
    AT_MOST = "at_most"
    LESS = "less"
    ABOUT = "about"
    """The number itself, as precisely as it was written."""


class Over(StrEnum):
    """Of which editions something is claimed: one, any of them, or all of them."""

    ONE = "one"
    EVER = "ever"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class AtRank:
    """A cluster stands from `low` to `high`, among the clusters of an area and by a measure if these are given.

    The whole range by size in the world is the top 100.
    """

    cluster: ClusterRef
    low: int
    high: int
    area: Area | None = None
    measure: Measure = Measure.SIZE


@dataclass(frozen=True, slots=True)
class EconomyAtRank:
    """An economy stands from `low` to `high` in the index or a pillar, within an area or an income group if given."""

    economy: EconomyRef
    low: int
    high: int
    pillar: Pillar = Pillar.GII
    area: Area | None = None
    income_group: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The first cluster is ahead of the second, by rank or by another measure; with `times`, so many times as large."""

    first: ClusterRef
    second: ClusterRef
    measure: Measure = Measure.SIZE
    times: float = 0


@dataclass(frozen=True, slots=True)
class EconomyAhead:
    """The first economy is ahead of the second, in the index or a pillar."""

    first: EconomyRef
    second: EconomyRef
    pillar: Pillar = Pillar.GII


@dataclass(frozen=True, slots=True)
class Amount:
    """A measure of a cluster stands in a relation to a number."""

    cluster: ClusterRef
    measure: Measure
    relation: Relation
    number: float


@dataclass(frozen=True, slots=True)
class MoreClusters:
    """The first area has more clusters than the second; with `times`, so many times as many; `even`, just as many."""

    first: Area
    second: Area
    times: float = 0
    even: bool = False


@dataclass(frozen=True, slots=True)
class MostClusters:
    """An economy has more clusters than any other."""

    economy: EconomyRef


@dataclass(frozen=True, slots=True)
class HasClusters:
    """An area has from `low` to `high` clusters among the leading `within`."""

    area: Area
    low: int
    high: int
    within: int = RANKS_PUBLISHED


@dataclass(frozen=True, slots=True)
class EconomiesCounted:
    """From `low` to `high` economies, or any number from `low` on, have a cluster in the top 100."""

    low: int
    high: int | None = None


@dataclass(frozen=True, slots=True)
class CountWent:
    """The number of an area's clusters went up or down since an edition, or since the one before."""

    area: Area
    direction: Direction
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Went:
    """A cluster or an economy went up or down by so many positions, since an edition or since the one before.

    It went at least so far or, if `exact`, just so far.
    """

    subject: ClusterRef | EconomyRef
    direction: Direction
    since: int | None = None
    by: int = 1
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """A cluster entered the top 100 in an edition or, with `left`, left it."""

    cluster: ClusterRef
    left: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """The first cluster or economy went past the second: ahead in an edition, behind in the one before."""

    first: ClusterRef | EconomyRef
    second: ClusterRef | EconomyRef


@dataclass(frozen=True, slots=True)
class Crossed:
    """A cluster or an economy came into the leading `within` since the edition before or, with `left`, fell out."""

    subject: ClusterRef | EconomyRef
    within: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """Several assertions at once."""

    parts: tuple[Single, ...]


Single = (
    AtRank
    | EconomyAtRank
    | Ahead
    | EconomyAhead
    | Amount
    | MoreClusters
    | MostClusters
    | HasClusters
    | CountWent
    | Went
    | Entered
    | Passed
    | Crossed
    | EconomiesCounted
)
Assertion = Single | AllOf
