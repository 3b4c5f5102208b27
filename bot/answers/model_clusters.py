"""Answers about clusters: one, a list, several side by side, and who moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.model_base import AnswerBase

if TYPE_CHECKING:
    from bot.answers.model_base import Entry, Standing
    from bot.answers.values import Value
    from bot.questions import queries
    from bot.rankings.model import Cluster, Measure


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalAnswer(AnswerBase):
    """A sum, and how many clusters it is of."""

    query: queries.Total
    area: str
    edition: int
    total: Value
    parts: tuple[Value, ...]


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
class NthAnswer(AnswerBase):
    """The cluster at a position. `certain` is false where clusters before it may be missing from our sources."""

    query: queries.Nth
    area: str
    edition: int
    entry: Entry
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureAnswer(AnswerBase):
    """Some figures of one cluster, of `edition`, which may be older than the one `asked` for.

    `standings` are its places by those of them that are shares, where they are known; `together` is the sum of several.
    """

    query: queries.MeasureOf
    cluster: Cluster
    economies: tuple[str, ...]
    asked: int
    edition: int
    figures: tuple[Value, ...]
    standings: tuple[Value, ...]
    together: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewcomersAnswer(AnswerBase):
    """Clusters known to have entered or left in an edition; `whole` is true where the table settles all of them."""

    query: queries.Newcomers
    area: str
    edition: int
    clusters: tuple[Entry, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossersAnswer(AnswerBase):
    """Clusters known to have come among so many leading ones, or to have left them, from `before` to `edition`.

    With each comes its rank in either edition, the earlier first, where it is held. `open` are those of which that is
    not known; `whole` is true where the leading ranks of both editions are held.
    """

    query: queries.Crossers
    area: str
    before: int
    edition: int
    entries: tuple[tuple[Entry, Value | None, Value | None], ...]
    open: tuple[str, ...]
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
