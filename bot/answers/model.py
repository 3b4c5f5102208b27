"""The answers, one frozen record per kind of question. There is no sentence in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers.values import Caveat, Status, Value, Verdict

if TYPE_CHECKING:
    from bot.questions import queries
    from bot.rankings.model import Cluster, Economy, Evidence, Measure, Pillar


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RankAnswer(AnswerBase):
    """Where a cluster stands in `edition`; `rank` may be of an older edition, which it names itself.

    `standing` speaks of `edition`; `membership` is the figure behind `MEMBER` and `ABSENT`.
    """

    query: queries.Rank
    cluster: Cluster
    economies: tuple[str, ...]
    published_name: str
    edition: int
    standing: Standing
    membership: Value | None
    rank: Value | None
    change: Value | None
    compared_with: int | None
    measures: tuple[Value, ...]
    also: tuple[Cluster, ...]
    successors: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list. `position` is None where the list has gaps that forbid one."""

    cluster: Cluster
    economies: tuple[str, ...]
    position: int | None
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class TopAnswer(AnswerBase):
    """A list of clusters. `held` of `total` clusters of the area have the measure in our sources.

    `members` are clusters of the area in the top 100 whose rank is not.

    `gaps` are ranks within the range asked for that are not in our sources; `complete` is the newest edition
    where the same list has none. `without` names what was left out of it.
    """

    query: queries.Top
    area: str
    edition: int
    entries: tuple[Entry, ...]
    held: int
    total: Value | None
    members: tuple[str, ...]
    gaps: tuple[int, ...]
    complete: int | None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One party to a comparison; `value` is None where nothing is held.

    `member_of` is the newest edition that has the cluster in its top 100 without a rank in our sources.
    """

    cluster: Cluster
    economies: tuple[str, ...]
    value: Value | None
    member_of: int | None


@dataclass(frozen=True, slots=True)
class Contest:
    """One measure that all parties have: their figures in the order of the sides, and who has the best of them.

    It is of the edition compared, or of the newest before it that has the measure for all.
    """

    measure: Measure
    edition: int
    figures: tuple[Value, ...]
    leaders: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareAnswer(AnswerBase):
    """Clusters side by side, best first. Without a common `edition` there is no verdict.

    `asked` is the edition asked for (or the newest); `leaders` are those with the best value, more than one in a
    draw; `margin` is the lead over the next. `contests` are the other measures, `lead_in` in how many of them each
    side is alone ahead, in the order of the sides, and `even` in how many nobody is.
    """

    query: queries.Compare
    asked: int
    edition: int | None
    sides: tuple[Side, ...]
    leaders: tuple[Cluster, ...]
    margin: Value | None
    contests: tuple[Contest, ...]
    lead_in: tuple[int, ...]
    even: int


@dataclass(frozen=True, slots=True)
class EconomySide:
    """One economy in a comparison."""

    economy: Economy
    rank: Value | None
    score: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareEconomiesAnswer(AnswerBase):
    """Economies side by side by the index or a pillar, best first."""

    query: queries.CompareEconomies
    edition: int
    sides: tuple[EconomySide, ...]
    margin: Value | None


@dataclass(frozen=True, slots=True)
class Move:
    """A change of rank between two editions. `change` is positive towards rank 1."""

    cluster: Cluster
    economies: tuple[str, ...]
    before: Value
    after: Value
    change: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class MoversAnswer(AnswerBase):
    """The largest moves from `before` to `edition` among the `known` clusters with a rank in both."""

    query: queries.Movers
    area: str
    edition: int
    before: int
    moves: tuple[Move, ...]
    known: int


@dataclass(frozen=True, slots=True)
class EconomyMove:
    """A change of rank in the index between two editions. `change` is positive towards rank 1."""

    economy: Economy
    before: Value
    after: Value
    change: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyMoversAnswer(AnswerBase):
    """The largest moves in the index from `before` to `edition`."""

    query: queries.EconomyMovers
    area: str
    edition: int
    before: int
    moves: tuple[EconomyMove, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalAnswer(AnswerBase):
    """A sum, and how many clusters it is of."""

    query: queries.Total
    area: str
    edition: int
    total: Value
    parts: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """One edition in a history: what is known, and whether the method changed in it.

    `value` is the rank, or the figure behind a membership or an absence; None where nothing is known.
    """

    edition: int
    standing: Standing
    value: Value | None
    published_name: str
    method_break: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryAnswer(AnswerBase):
    """Every edition of the table, newest first, for one cluster."""

    query: queries.History
    cluster: Cluster
    economies: tuple[str, ...]
    years: tuple[Year, ...]
    successors: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyHistoryAnswer(AnswerBase):
    """An economy's rank and score in every edition held, newest first."""

    query: queries.EconomyHistory
    economy: Economy
    ranks: tuple[Value, ...]
    scores: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoriesAnswer(AnswerBase):
    """Several histories beside each other, of clusters or of economies."""

    query: queries.Histories
    clusters: tuple[HistoryAnswer, ...]
    economies: tuple[EconomyHistoryAnswer, ...]


@dataclass(frozen=True, slots=True)
class ClusterCount:
    """How many clusters an area has: exactly, or else at least as many as our sources name."""

    exact: Value | None
    at_least: Value


@dataclass(frozen=True, slots=True)
class PillarFigures:
    """An economy's rank and score in one pillar."""

    pillar: Pillar
    rank: Value
    score: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyAnswer(AnswerBase):
    """An economy in the index. `rank` is None for one that the index does not rank in `edition`.

    It is None too where the index of that edition is not in our sources, and then `index_held` is false.
    `pillars` are all seven in WIPO's order, or none; they are not among `values`, which a reply in words is held to.
    """

    query: queries.EconomyProfile
    economy: Economy
    edition: int
    index_held: bool
    rank: Value | None
    score: Value | None
    change: Value | None
    compared_with: int | None
    strongest: tuple[Pillar, Value] | None
    weakest: tuple[Pillar, Value] | None
    pillars: tuple[PillarFigures, ...]
    count: ClusterCount
    clusters: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EconomyEntry:
    """A line of the ranking of economies."""

    economy: Economy
    rank: Value
    score: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyRankingAnswer(AnswerBase):
    """The ranking of economies by the index or a pillar; `of` is how many the area has in this edition."""

    query: queries.EconomyRanking
    area: str
    edition: int
    entries: tuple[EconomyEntry, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountAnswer(AnswerBase):
    """How many clusters an area has in `edition`, perhaps within the leading `query.within`.

    `gaps` is how many of those leading ranks are not in our sources. `clusters` are the ones that are.
    """

    query: queries.Count
    area: str
    edition: int
    count: ClusterCount
    gaps: int
    clusters: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EconomyCount:
    """One economy's number of clusters."""

    economy: Economy
    count: ClusterCount


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTableAnswer(AnswerBase):
    """Economies by number of clusters; `economies` is the published number of economies with any."""

    query: queries.Count
    edition: int
    rows: tuple[EconomyCount, ...]
    economies: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAnswer(AnswerBase):
    """The cluster at a rank."""

    query: queries.Who
    edition: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereAnswer(AnswerBase):
    """The cluster a city belongs to, and where that stands; `ranked` is None where nothing is held of it."""

    query: queries.Where
    cluster: Cluster
    economies: tuple[str, ...]
    ranked: RankAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodAnswer(AnswerBase):
    """What an edition measures (`pct`, `pub`, `vc`) and what changed. `breaks` are all changes of method held."""

    query: queries.Method
    edition: int
    measures: tuple[str, ...]
    change: str
    evidence: Evidence
    breaks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of an edition is held."""

    edition: int
    ranks: int
    economies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutAnswer(AnswerBase):
    """What the table holds, edition by edition, newest first."""

    query: queries.About
    holdings: tuple[Holding, ...]
    sources: int
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAnswer(AnswerBase):
    """The evidence and sources behind the figures of a cluster or an economy in one edition."""

    query: queries.SourceOf
    name: str
    edition: int
    evidence: Evidence
    figures: tuple[Value, ...]
    titles: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NthAnswer(AnswerBase):
    """The cluster at a position. `certain` is false where clusters before it may be missing from our sources."""

    query: queries.Nth
    area: str
    edition: int
    entry: Entry
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureAnswer(AnswerBase):
    """Some figures of one cluster, of `edition`, which may be older than the one `asked` for."""

    query: queries.MeasureOf
    cluster: Cluster
    economies: tuple[str, ...]
    asked: int
    edition: int
    figures: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarAnswer(AnswerBase):
    """An economy's rank and score in one pillar."""

    query: queries.PillarOf
    economy: Economy
    edition: int
    rank: Value
    score: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyNthAnswer(AnswerBase):
    """The economy at a position; the index is complete, so the position is certain."""

    query: queries.EconomyNth
    area: str
    edition: int
    entry: EconomyEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedAnswer(AnswerBase):
    """How a cluster or an economy moved between two editions; `change` is positive towards rank 1."""

    query: queries.Moved
    name: str
    economies: tuple[str, ...]
    before: Value
    after: Value
    change: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class NewcomersAnswer(AnswerBase):
    """Clusters known to have entered or left in an edition; `whole` is true where the table settles all of them."""

    query: queries.Newcomers
    area: str
    edition: int
    clusters: tuple[Entry, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StreakAnswer(AnswerBase):
    """The editions in which a cluster is known to have held a rank, and those in which nobody is known to have."""

    query: queries.Streak
    cluster: Cluster
    economies: tuple[str, ...]
    editions: tuple[int, ...]
    unknown: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldersAnswer(AnswerBase):
    """Who held a rank in every edition, newest first; `places` begins with whoever held it most often."""

    query: queries.Holders
    entries: tuple[Entry, ...]
    unknown: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularsAnswer(AnswerBase):
    """The clusters known among so many leading ones in every edition from `first` to `last`, best newest rank first.

    `open` are those of which that is not known in some edition; of the editions `blank` no leading rank is held.
    """

    query: queries.Regulars
    area: str
    first: int
    last: int
    entries: tuple[Entry, ...]
    open: tuple[str, ...]
    blank: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAnswer(AnswerBase):
    """What was published; each fact is a figure with the source's own qualifier (about, over, almost) or none."""

    query: queries.Fact
    edition: int
    facts: tuple[tuple[Value, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer(AnswerBase):
    """A verdict and the figures it rests on.

    `asked` is the edition claimed of, `edition` the one judged by; they differ only for measures that `asked` lacks.
    Of a claim over several editions, `holds` and `fails` are those that show it either way, newest first.
    `needed` are the editions whose gaps leave a claim undecided, and all those before `before` do.
    """

    query: queries.Claim
    verdict: Verdict
    asked: int
    edition: int
    grounds: tuple[Value, ...]
    holds: tuple[int, ...] = ()
    fails: tuple[int, ...] = ()
    needed: tuple[int, ...] = ()
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleAnswer(AnswerBase):
    """A verdict with its receipt, and where a plain order is claimed of an edition that holds all shares, its flip."""

    query: queries.Settle
    judged: ClaimAnswer
    receipt: str
    flip: FlipAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyAnswer(AnswerBase):
    """A verdict found again: what it was, what it is now, and whether the data is the same."""

    query: queries.Verify
    judged: ClaimAnswer
    receipt: str
    before: Verdict
    same_data: bool


@dataclass(frozen=True, slots=True)
class Weight:
    """A measure's weight, in per cent: as it is, and where the order would turn."""

    measure: Measure
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipAnswer(AnswerBase):
    """Where the order of two clusters would turn. Without `weights` no weights would reverse it.

    `level` says that their shares add up to the same, and `contrary` that the published shares, rounded as they are,
    add up to the opposite order.
    """

    query: queries.Flip
    edition: int
    ahead: Cluster
    behind: Cluster
    level: bool
    contrary: bool
    measures: tuple[Measure, ...]
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAnswer(AnswerBase):
    """How to ask."""

    query: queries.Help


@dataclass(frozen=True, slots=True, kw_only=True)
class NoData(AnswerBase):
    """Understood, but nothing about it is in our sources. `held` are editions that have such figures, newest first."""

    query: queries.Query
    subject: str
    what: Measure | Pillar | str
    edition: int
    held: tuple[int, ...] = ()
    status: Status = Status.NO_DATA


Answer = (
    RankAnswer
    | TopAnswer
    | CompareAnswer
    | CompareEconomiesAnswer
    | MoversAnswer
    | EconomyMoversAnswer
    | TotalAnswer
    | HistoryAnswer
    | EconomyHistoryAnswer
    | HistoriesAnswer
    | EconomyAnswer
    | EconomyRankingAnswer
    | CountAnswer
    | CountTableAnswer
    | WhoAnswer
    | WhereAnswer
    | MethodAnswer
    | AboutAnswer
    | SourceAnswer
    | HelpAnswer
    | NthAnswer
    | MeasureAnswer
    | PillarAnswer
    | EconomyNthAnswer
    | MovedAnswer
    | NewcomersAnswer
    | StreakAnswer
    | HoldersAnswer
    | RegularsAnswer
    | FactAnswer
    | ClaimAnswer
    | SettleAnswer
    | VerifyAnswer
    | FlipAnswer
    | NoData
)
