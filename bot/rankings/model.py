"""What is known, as frozen records: editions, clusters, economies, statements and the sources behind them.

Everything here is built once by `bot.rankings.loading` and never changes afterwards. `None` always means "not in our
sources"; it never means zero and never means "not in the ranking".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Evidence(StrEnum):
    """How well a figure is attested; the meanings are those of `data/README.md`."""

    OFFICIAL = "official"
    DOUBLE = "double"
    SINGLE = "single"
    DERIVED = "derived"
    DISPUTED = "disputed"
    WEAK = "weak"

    @property
    def strength(self) -> int:
        """Position from strongest (0) to weakest, for combining several figures into one."""
        return _STRENGTH[self]


_STRENGTH = {evidence: position for position, evidence in enumerate(Evidence)}


def weakest(evidence: tuple[Evidence, ...]) -> Evidence:
    """Return the weakest of one or more kinds of evidence: what is computed is no better than its inputs."""
    return max(evidence, key=_STRENGTH.__getitem__)


class Measure(StrEnum):
    """What is measured of a cluster. `SIZE` is the published ranking itself."""

    SIZE = "size"
    INTENSITY = "intensity"
    PATENTS = "patents"
    PUBLICATIONS = "publications"
    VENTURE_CAPITAL = "venture_capital"
    PATENT_COUNT = "patent_count"
    PUBLICATION_COUNT = "publication_count"
    POPULATION = "population"

    @property
    def lower_is_better(self) -> bool:
        """Whether a smaller value is the better one: true of ranks, false of shares and counts."""
        return self in (Measure.SIZE, Measure.INTENSITY)


class Pillar(StrEnum):
    """What is measured of an economy: the index, its two sub-indices and its seven pillars."""

    GII = "gii"
    INPUT = "input"
    OUTPUT = "output"
    INSTITUTIONS = "institutions"
    HUMAN_CAPITAL = "human_capital"
    INFRASTRUCTURE = "infrastructure"
    MARKET = "market"
    BUSINESS = "business"
    KNOWLEDGE = "knowledge"
    CREATIVE = "creative"


PILLARS = tuple(Pillar)[3:]
"""The seven pillars proper, in WIPO's order."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was found. `where` is usually a URL, sometimes a description."""

    id: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """An innovation cluster across all editions. `successors` are the clusters it was split into, if it was."""

    id: str
    name: str
    successors: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One cluster in one edition, as published. Shares are percentages of the world total.

    A row without `rank` says: in the top 100 of that edition, rank not in our sources.
    `economies` are ISO 3166 alpha-2 codes, in published order.
    """

    edition: int
    cluster: str
    name: str
    economies: tuple[str, ...]
    rank: int | None
    intensity_rank: int | None
    pct_share: float | None
    pub_share: float | None
    vc_share: float | None
    pct_count: float | None
    pub_count: float | None
    population: int | None
    evidence: Evidence
    sources: tuple[str, ...]
    note: str = ""

    def held(self, measure: Measure) -> int | float | None:
        """Return what the table holds of a measure, or None where it holds nothing."""
        match measure:
            case Measure.SIZE:
                return self.rank
            case Measure.INTENSITY:
                return self.intensity_rank
            case Measure.PATENTS:
                return self.pct_share
            case Measure.PUBLICATIONS:
                return self.pub_share
            case Measure.VENTURE_CAPITAL:
                return self.vc_share
            case Measure.PATENT_COUNT:
                return self.pct_count
            case Measure.PUBLICATION_COUNT:
                return self.pub_count
            case Measure.POPULATION:
                return self.population


@dataclass(frozen=True, slots=True)
class Economy:
    """An economy. `code` is ISO 3166 alpha-2; `name` is WIPO's newest, `short_name` the one for replies."""

    code: str
    alpha3: str
    name: str
    short_name: str
    gii_region: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A rank among economies and the score (0–100) behind it."""

    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class EconomyRow:
    """One economy in one edition of the index. `income_group` is the World Bank's (HI, UM, LM, LI) or empty."""

    edition: int
    economy: str
    income_group: str
    scores: Mapping[Pillar, Scored]
    evidence: Evidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A group of economies: a GII region, a UN M49 region, or the European Union."""

    id: str
    name: str
    economies: frozenset[str]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A published total or headline that a partial table cannot be counted for.

    `about` is `world`, `top` (with `ref` the number of leading clusters), `economy` (ISO code) or `cluster` (id).
    `qualifier` is `about`, `over` or `almost` where the source rounds.
    """

    edition: int
    about: str
    ref: str
    measure: str
    value: str
    unit: str
    qualifier: str
    evidence: Evidence
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Method:
    """How an edition ordered its clusters, and what changed against the edition before (`change`, one sentence)."""

    edition: int
    measures: tuple[str, ...]
    method_break: bool
    change: str
    evidence: Evidence
    sources: tuple[str, ...]


RANKS_PUBLISHED = 100
"""Every edition ranks exactly one hundred clusters."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything held of one edition, indexed. `ranked` is in order of rank and may have gaps.

    `rows`, and those of an economy, come best known rank first; those without a rank come last.
    """

    year: int
    method: Method
    rows: Mapping[str, ClusterRow]
    by_rank: Mapping[int, ClusterRow]
    ranked: tuple[ClusterRow, ...]
    by_economy: Mapping[str, tuple[ClusterRow, ...]]
    economies: Mapping[str, EconomyRow]
    statements: tuple[Statement, ...]

    @property
    def complete(self) -> bool:
        """Whether all one hundred ranks are held, so that an absent cluster is known to be outside the top 100."""
        return len(self.ranked) == RANKS_PUBLISHED


@dataclass(frozen=True, slots=True)
class Rankings:
    """The whole table. `version` is a short hash of the data it was built from."""

    version: str
    editions: Mapping[int, Edition]
    clusters: Mapping[str, Cluster]
    economies: Mapping[str, Economy]
    regions: Mapping[str, Region]
    sources: Mapping[str, Source]
    statements: tuple[Statement, ...]
    """Every published statement, also of editions that hold nothing else yet (an announced date)."""
    histories: Mapping[str, tuple[ClusterRow, ...]]
    """Every row of a cluster, newest edition first."""

    @property
    def newest(self) -> Edition:
        """The newest edition that holds clusters."""
        return next(edition for edition in self.editions.values() if edition.rows)

    @property
    def newest_economies(self) -> Edition:
        """The newest edition that holds economies."""
        return next(edition for edition in self.editions.values() if edition.economies)
