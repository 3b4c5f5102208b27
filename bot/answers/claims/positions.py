"""Between which positions a cluster must stand, as far as a table with gaps can tell.

Nothing is guessed: an unknown cluster may stand wherever no known one does. A claim holds where it covers every
position that is possible, and fails where it covers none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.claims.judged import Judged
from bot.answers.counting import count_clusters, rows_in
from bot.answers.model import Standing
from bot.answers.standing import latest_ranked, published_place, rank_of, standing
from bot.answers.values import Verdict
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.answers.values import Value
    from bot.questions.assertions import AtRank
    from bot.questions.refs import Area
    from bot.rankings.model import Cluster, Edition, Rankings

BEYOND = RANKS_PUBLISHED + 1
"""The position of a cluster outside the top 100."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last position that are possible, with the figures that say so."""

    first: int
    last: int
    grounds: tuple[Value, ...]

    def verdict(self, low: int, high: int) -> Verdict:
        """Return whether a claim of the positions from `low` to `high` holds."""
        if low <= self.first and self.last <= high:
            return Verdict.TRUE
        return Verdict.FALSE if self.last < low or high < self.first else Verdict.UNDECIDED


def judge_rank(claimed: AtRank, edition: Edition, rankings: Rankings) -> Judged:
    """Judge where a cluster stands in an edition."""
    cluster = rankings.clusters[claimed.cluster.id]
    if claimed.measure is Measure.SIZE:
        span = _by_size(cluster, claimed.area, edition, rankings)
    else:
        span = _by_measure(cluster, claimed.area, claimed.measure, edition, rankings)
    verdict = span.verdict(claimed.low, claimed.high)
    grounds = span.grounds
    if not grounds:
        row = latest_ranked(rankings, cluster.id)
        grounds = () if row is None else (rank_of(rankings, row),)
    unknown = span.first != span.last
    if verdict is Verdict.FALSE and (claimed.low == claimed.high or unknown):
        grounds = (*_holder(claimed, cluster, edition, rankings), *grounds)
    return Judged(verdict, edition.year, grounds, (cluster.name,))


def _by_size(cluster: Cluster, area: Area | None, edition: Edition, rankings: Rankings) -> Span:
    where, known = standing(rankings, cluster, edition)
    if where is Standing.ABSENT:
        return Span(BEYOND, BEYOND, (known,) if known is not None else ())
    if where is not Standing.RANKED:
        shown = (known,) if known is not None else ()
        last = RANKS_PUBLISHED if where is Standing.MEMBER else BEYOND
        free = next(rank for rank in range(1, BEYOND + 1) if rank not in edition.by_rank)
        ahead = sum(1 for row in rows_in(rankings, edition, area) if row.rank is not None and row.rank < free)
        return Span(ahead + 1, last, shown)
    rank = rank_of(rankings, edition.rows[cluster.id])
    if area is None:
        return Span(int(rank.value), int(rank.value), (rank,))
    rows = [row for row in rows_in(rankings, edition, area) if row.rank is not None]
    if all(row.cluster != cluster.id for row in rows):
        return Span(BEYOND, BEYOND, (rank,))
    ahead = sum(1 for row in rows if row.rank is not None and row.rank < int(rank.value))
    gaps = sum(1 for other in range(1, int(rank.value)) if other not in edition.by_rank)
    total = count_clusters(rankings, edition, area).exact
    lacking = gaps if total is None else min(gaps, int(total.value) - len(rows))
    return Span(ahead + 1, ahead + 1 + lacking, (rank,))


def _by_measure(cluster: Cluster, area: Area | None, measure: Measure, edition: Edition, rankings: Rankings) -> Span:
    published = published_place(cluster, measure, edition, rankings) if area is None else None
    if published is not None:
        return Span(int(published.value), int(published.value), (published,))
    values = {
        row.cluster: value
        for row in rows_in(rankings, edition, area)
        if (value := figures.figure(rankings, row, measure)) is not None
    }
    mine = values.pop(cluster.id, None)
    if mine is None:
        taken = _taken(measure, edition) if area is None else frozenset[int]()
        first = next(position for position in range(1, BEYOND + 1) if position not in taken)
        return Span(first, BEYOND, ())
    sign = -1 if measure.lower_is_better else 1
    ahead = sum(1 for other in values.values() if sign * (float(other.value) - float(mine.value)) > 0)
    level = sum(1 for other in values.values() if other.value == mine.value)
    lacking = 0 if _whole(measure, edition) else RANKS_PUBLISHED
    return Span(ahead + 1, ahead + 1 + level + lacking, (mine,))


def _whole(measure: Measure, edition: Edition) -> bool:
    """Return whether every cluster of a complete edition has the measure, so that nobody can stand in between."""
    return edition.complete and all(row.held(measure) is not None for row in edition.ranked)


def _taken(measure: Measure, edition: Edition) -> frozenset[int]:
    """Return the places by a measure that are published as somebody's."""
    name = figures.RANKS.get(measure)
    stated = {int(statement.value) for statement in edition.statements if statement.measure == name}
    if measure is Measure.INTENSITY:
        stated |= {row.intensity_rank for row in edition.rows.values() if row.intensity_rank is not None}
    return frozenset(stated)


def _holder(claimed: AtRank, cluster: Cluster, edition: Edition, rankings: Rankings) -> tuple[Value, ...]:
    """Return who is known to stand at the last position claimed, where that is somebody else."""
    if claimed.measure is Measure.SIZE and claimed.area is None:
        row = edition.by_rank.get(claimed.high)
        return (rank_of(rankings, row),) if row is not None and row.cluster != cluster.id else ()
    for other in (row.cluster for row in rows_in(rankings, edition, claimed.area)):
        if other == cluster.id:
            continue
        if claimed.measure is Measure.SIZE:
            span = _by_size(rankings.clusters[other], claimed.area, edition, rankings)
        else:
            span = _by_measure(rankings.clusters[other], claimed.area, claimed.measure, edition, rankings)
        if span.first == span.last == claimed.high:
            return span.grounds
    return ()
