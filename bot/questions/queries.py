"""The questions that can be answered, as frozen records that name clusters, economies and regions by id.

`edition` is None where the person named none; the answering room then takes the newest.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.assertions import Assertion, Over
from bot.questions.refs import Area, ClusterRef, Direction, EconomyRef, RegionRef, Subject
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

TOP_DEFAULT = 10
MOVERS_DEFAULT = 5
LIST_MAXIMUM = 100
ECONOMIES_MAXIMUM = 200
COMPARE_MINIMUM = 2
COMPARE_MAXIMUM = 5
HISTORIES_MAXIMUM = 7


@dataclass(frozen=True, slots=True)
class Rank:
    """Where one cluster stands."""

    cluster: ClusterRef
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Top:
    """The leading clusters (or, with `from_end`, the last ones) by a measure, perhaps of an area.

    With `within`, those of the area that are among so many leading ones of the world. A list of the whole world by
    rank may begin further down: at `first`. What `without` names is left out of it.
    """

    count: int = TOP_DEFAULT
    area: Area | None = None
    measure: Measure = Measure.SIZE
    edition: int | None = None
    from_end: bool = False
    within: int | None = None
    first: int = 1
    without: tuple[Subject | RegionRef, ...] = ()


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
    """The largest changes of rank between an edition and the one before it, or since an older one.

    With `within`, only of those that are among so many leading ones in the later edition; of changes by fewer
    positions than `by`, none is listed.
    """

    direction: Direction = Direction.BOTH
    count: int = MOVERS_DEFAULT
    area: Area | None = None
    edition: int | None = None
    since: int | None = None
    within: int | None = None
    by: int = 1


@dataclass(frozen=True, slots=True)
class EconomyMovers:
    """The largest changes of rank in the index since the edition before, or since an older one."""

    direction: Direction = Direction.BOTH
    count: int = MOVERS_DEFAULT
    area: Area | None = None
    edition: int | None = None
    since: int | None = None
    by: int = 1


@dataclass(frozen=True, slots=True)
class History:
    """Every edition held of a cluster."""

    cluster: ClusterRef


@dataclass(frozen=True, slots=True)
class EconomyHistory:
    """Every edition held of an economy."""

    economy: EconomyRef


@dataclass(frozen=True, slots=True)
class Histories:
    """Every edition held of two to seven clusters, or of as many economies."""

    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class EconomyProfile:
    """An economy in the index: rank, score, pillars, clusters.

    `brief` leaves the clusters out, and `pillars` puts all seven pillars in their place.
    """

    economy: EconomyRef
    edition: int | None = None
    brief: bool = False
    pillars: bool = False


@dataclass(frozen=True, slots=True)
class EconomyRanking:
    """The ranking of economies by the index or one of its pillars, perhaps within a region or an income group.

    `income_group` is the World Bank's code (HI, UM, LM, LI) or empty; `from_end` starts with the last. With `within`,
    only those that are among so many leading ones of the world.
    """

    count: int = TOP_DEFAULT
    area: Area | None = None
    pillar: Pillar = Pillar.GII
    edition: int | None = None
    income_group: str = ""
    from_end: bool = False
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many clusters an area has, perhaps among the leading `within`.

    Without an area: every economy's count, or those that have from `low` to `high`.
    """

    area: Area | None = None
    edition: int | None = None
    within: int | None = None
    low: int = 1
    high: int = RANKS_PUBLISHED


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a share or a count: of some clusters, or of the leading `within`, perhaps of an area."""

    measure: Measure
    clusters: tuple[ClusterRef, ...] = ()
    within: int | None = None
    area: Area | None = None
    edition: int | None = None


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


@dataclass(frozen=True, slots=True)
class Nth:
    """The cluster at a position within an area or by a measure, counted from the best or, `from_end`, from the last."""

    position: int
    area: Area | None = None
    measure: Measure = Measure.SIZE
    edition: int | None = None
    from_end: bool = False


@dataclass(frozen=True, slots=True)
class MeasureOf:
    """What one cluster measures: a share, a count, its population, its place by intensity."""

    cluster: ClusterRef
    measures: tuple[Measure, ...]
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class PillarOf:
    """Where an economy stands in one pillar of the index."""

    economy: EconomyRef
    pillar: Pillar
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class EconomyNth:
    """The economy at a position by the index or a pillar, within a region or an income group or the world."""

    position: int
    area: Area | None = None
    pillar: Pillar = Pillar.GII
    edition: int | None = None
    income_group: str = ""
    from_end: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """How a cluster or an economy moved up to an edition, since another one or since the one before."""

    subject: Subject
    edition: int | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Which clusters entered the top 100 in an edition or, with `left`, which ones left it."""

    area: Area | None = None
    edition: int | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class Crossers:
    """Which clusters came into the leading `within` between two editions or, with `left`, which ones left them.

    Without `since`: between an edition and the one before it.
    """

    within: int = RANKS_PUBLISHED
    area: Area | None = None
    edition: int | None = None
    since: int | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class Streak:
    """In which editions a cluster held a rank."""

    cluster: ClusterRef
    rank: int = 1


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held a rank, edition by edition."""

    rank: int = 1


@dataclass(frozen=True, slots=True)
class Regulars:
    """Which clusters were among the leading `within` in every edition, perhaps of an area, or of a span of editions."""

    within: int
    area: Area | None = None
    edition: int | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class EconomyNewcomers:
    """Which economies entered the index, or its leading `within`, since the edition before or `since`; or `left` it."""

    within: int | None = None
    area: RegionRef | None = None
    edition: int | None = None
    since: int | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class EconomyRegulars:
    """Which economies were among the leading `within` in every edition held, perhaps of a span of editions.

    With a `direction`, which ones rose, or fell, from each edition to the next.
    """

    within: int
    direction: Direction | None = None
    area: RegionRef | None = None
    edition: int | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something published that no table counts: a total of the leading clusters, a date, a first appearance.

    `about`, `ref` and `measures` are those of `data/statements.csv`; several measures are all given.
    """

    about: str
    ref: str
    measures: tuple[str, ...]
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Whether something claimed is so; `negated` claims that it is not.

    A claim over several editions names none, but perhaps one from which on it is meant to hold.
    """

    assertion: Assertion
    edition: int | None = None
    negated: bool = False
    over: Over = Over.ONE
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Settle:
    """A claim to be settled: its verdict comes with a receipt."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Verify:
    """A verdict to be checked: the claim of a receipt, what was found of it then, and by which data."""

    claim: Claim
    outcome: str
    version: str


@dataclass(frozen=True, slots=True)
class Flip:
    """How little other weights of the measures would have to be to reverse the order of two clusters."""

    first: ClusterRef
    second: ClusterRef
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question whose answer is wanted as a picture too: as a chart, or on a map."""

    of: History | EconomyHistory | Histories | Compare | CompareEconomies | Top | EconomyRanking | EconomyProfile
    on_map: bool = False


Query = (
    Rank
    | Top
    | Compare
    | CompareEconomies
    | Movers
    | EconomyMovers
    | History
    | EconomyHistory
    | EconomyProfile
    | EconomyRanking
    | Count
    | Total
    | Who
    | Where
    | Method
    | About
    | SourceOf
    | Help
    | Nth
    | MeasureOf
    | PillarOf
    | EconomyNth
    | Moved
    | Newcomers
    | Crossers
    | Streak
    | Holders
    | Regulars
    | EconomyNewcomers
    | EconomyRegulars
    | Fact
    | Claim
    | Settle
    | Verify
    | Flip
    | Histories
    | Drawn
)
