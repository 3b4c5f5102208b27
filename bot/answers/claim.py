"""Whether something claimed is so: true, false, or not decided by our sources.

A rank that is not held may still decide a claim: where every better rank is known to belong to somebody else, a
cluster is behind all of them. Nothing is inferred beyond that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.change import cluster_move
from bot.answers.counting import area_name, count_clusters
from bot.answers.editions import cluster_edition, economy_edition, method_breaks
from bot.answers.model import ClaimAnswer, NthAnswer, Standing
from bot.answers.nth import answer_nth
from bot.answers.standing import latest_ranked, rank_of, standing
from bot.answers.values import Caveat, CaveatKind, Status, Unit, Value, doubts
from bot.questions import queries
from bot.questions.queries import Direction
from bot.rankings.model import RANKS_PUBLISHED, Evidence, Measure, weakest

if TYPE_CHECKING:
    from bot.questions.queries import Area, Claim
    from bot.rankings.model import Cluster, Edition, Rankings


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found: a verdict or None, the edition it is of, the figures it rests on, whom it is about."""

    verdict: bool | None
    edition: int
    grounds: tuple[Value, ...]
    places: tuple[str, ...]
    since: int | None = None


def answer_claim(query: Claim, rankings: Rankings) -> ClaimAnswer:
    """Answer with a verdict on a claim and the figures it rests on."""
    asked = _asked(query, rankings)
    judged = _judge(query, rankings)
    verdict = judged.verdict if judged.verdict is None or not query.negated else not judged.verdict
    claim: tuple[Value, ...] = ()
    if verdict is not None:
        sources = tuple(dict.fromkeys(source for value in judged.grounds for source in value.sources))
        evidence = weakest(tuple(value.evidence for value in judged.grounds)) if judged.grounds else Evidence.OFFICIAL
        claim = (Value(judged.places[0], "claim", judged.edition, verdict, Unit.TRUTH, evidence, sources),)
    older = () if judged.edition == asked else (Caveat(CaveatKind.OLDER_EDITION, (asked, judged.edition)),)
    breaks = method_breaks(rankings, judged.since, judged.edition) if judged.since is not None else ()
    return ClaimAnswer(
        query=query,
        verdict=verdict,
        asked=asked,
        edition=judged.edition,
        grounds=judged.grounds,
        places=judged.places,
        values=(*claim, *judged.grounds),
        status=Status.ANSWERED if verdict is not None else Status.NO_DATA,
        caveats=(*(older if verdict is not None else ()), *breaks, *doubts(judged.grounds)),
    )


def _asked(query: Claim, rankings: Rankings) -> int:
    if isinstance(query.assertion, (queries.EconomyAtRank, queries.EconomyAhead)):
        return economy_edition(rankings, query.edition).year
    return cluster_edition(rankings, query.edition).year


def _judge(query: Claim, rankings: Rankings) -> Judged:
    match query.assertion:
        case queries.AtRank() as claimed:
            return _at_rank(claimed, cluster_edition(rankings, query.edition), rankings)
        case queries.AtRankIn() as claimed:
            return _at_rank_in(claimed, query.edition, rankings)
        case queries.EconomyAtRank() as claimed:
            return _economy_at_rank(claimed, economy_edition(rankings, query.edition), rankings)
        case queries.Ahead(measure=Measure.SIZE) as claimed:
            return _ahead(claimed, cluster_edition(rankings, query.edition), rankings)
        case queries.Ahead() as claimed:
            return _ahead_by(claimed, query.edition, rankings)
        case queries.EconomyAhead() as claimed:
            return _economy_ahead(claimed, economy_edition(rankings, query.edition), rankings)
        case queries.MoreClusters() as claimed:
            return _more_clusters(claimed, cluster_edition(rankings, query.edition), rankings)
        case queries.HasClusters() as claimed:
            return _has_clusters(claimed, cluster_edition(rankings, query.edition), rankings)
        case queries.Went() as claimed:
            return _went(claimed, query.edition, rankings)


def _known(rankings: Rankings, cluster: Cluster, edition: Edition) -> tuple[Standing, Value | None]:
    """Return what is known of a cluster in an edition, with its rank where that is held."""
    where, membership = standing(rankings, cluster, edition)
    return where, rank_of(rankings, edition.rows[cluster.id]) if where is Standing.RANKED else membership


def _last_known(rankings: Rankings, cluster: Cluster, known: Value | None) -> tuple[Value, ...]:
    """Return what to show of a cluster: what is known of it in the edition, else its newest rank."""
    if known is not None:
        return (known,)
    row = latest_ranked(rankings, cluster.id)
    return (rank_of(rankings, row),) if row is not None else ()


def _taken(edition: Edition, low: int, high: int) -> bool:
    """Return whether all ranks of a range are known to belong to somebody."""
    return all(rank in edition.by_rank for rank in range(low, high + 1))


def _holders(rankings: Rankings, edition: Edition, low: int, high: int) -> tuple[Value, ...]:
    return tuple(rank_of(rankings, edition.by_rank[rank]) for rank in range(low, high + 1))[:1]


def _at_rank(claimed: queries.AtRank, edition: Edition, rankings: Rankings) -> Judged:
    cluster = rankings.clusters[claimed.cluster.id]
    where, known = _known(rankings, cluster, edition)
    shown = _last_known(rankings, cluster, known)
    verdict: bool | None = None
    if where is Standing.RANKED and known is not None:
        verdict = claimed.low <= int(known.value) <= claimed.high
    elif where is Standing.ABSENT:
        verdict = False
    elif where is Standing.MEMBER and (claimed.low, claimed.high) == (1, RANKS_PUBLISHED):
        verdict = True
    elif _taken(edition, claimed.low, claimed.high):
        verdict = False
        shown = (*_holders(rankings, edition, claimed.low, claimed.high), *shown)
    return Judged(verdict, edition.year, shown, (cluster.name,))


def _at_rank_in(claimed: queries.AtRankIn, asked: int | None, rankings: Rankings) -> Judged:
    """Judge by the cluster that stands at the position, where none before it can be missing from our sources."""
    cluster = rankings.clusters[claimed.cluster.id]
    edition = cluster_edition(rankings, asked)
    where, known = _known(rankings, cluster, edition)
    shown = _last_known(rankings, cluster, known)
    found = answer_nth(queries.Nth(claimed.position, claimed.area, edition=asked), rankings)
    verdict: bool | None = None
    if isinstance(found, NthAnswer) and found.certain:
        verdict = found.entry.cluster.id == cluster.id
        shown = shown if verdict else (found.entry.value, *shown)
    elif where is Standing.ABSENT:
        verdict = False
    return Judged(verdict, edition.year, shown, (cluster.name,))


def _ahead(claimed: queries.Ahead, edition: Edition, rankings: Rankings) -> Judged:
    clusters = [rankings.clusters[ref.id] for ref in (claimed.first, claimed.second)]
    (first, mine), (second, theirs) = (_known(rankings, cluster, edition) for cluster in clusters)
    verdict: bool | None = None
    if first is Standing.RANKED and mine is not None:
        if second is Standing.RANKED and theirs is not None:
            verdict = int(mine.value) < int(theirs.value)
        elif second is Standing.ABSENT or _taken(edition, 1, int(mine.value)):
            verdict = True
    elif second is Standing.RANKED and theirs is not None:
        if first is Standing.ABSENT or _taken(edition, 1, int(theirs.value)):
            verdict = False
    elif {first, second} == {Standing.MEMBER, Standing.ABSENT}:
        verdict = first is Standing.MEMBER
    grounds = (*_last_known(rankings, clusters[0], mine), *_last_known(rankings, clusters[1], theirs))
    return Judged(verdict, edition.year, grounds, tuple(cluster.name for cluster in clusters))


def _ahead_by(claimed: queries.Ahead, asked: int | None, rankings: Rankings) -> Judged:
    """Judge by the edition asked for, else by the newest that has the measure for both."""
    clusters = [rankings.clusters[ref.id] for ref in (claimed.first, claimed.second)]
    names = tuple(cluster.name for cluster in clusters)
    for year, edition in rankings.editions.items():
        rows = [edition.rows.get(cluster.id) for cluster in clusters]
        values = [figures.figure(rankings, row, claimed.measure) if row is not None else None for row in rows]
        mine, theirs = values
        if asked in (None, year) and mine is not None and theirs is not None:
            difference = float(mine.value) - float(theirs.value)
            verdict = difference < 0 if claimed.measure.lower_is_better else difference > 0
            return Judged(verdict, year, (mine, theirs), names)
    return Judged(None, cluster_edition(rankings, asked).year, (), names)


def _economy_rank(rankings: Rankings, edition: Edition, code: str, pillar: queries.Pillar) -> Value | None:
    row = edition.economies.get(code)
    return None if row is None else figures.economy_figures(rankings.economies[code], row, pillar)[0]


def _economy_at_rank(claimed: queries.EconomyAtRank, edition: Edition, rankings: Rankings) -> Judged:
    rank = _economy_rank(rankings, edition, claimed.economy.code, claimed.pillar)
    name = rankings.economies[claimed.economy.code].short_name
    if rank is None:
        return Judged(None, edition.year, (), (name,))
    return Judged(claimed.low <= int(rank.value) <= claimed.high, edition.year, (rank,), (name,))


def _economy_ahead(claimed: queries.EconomyAhead, edition: Edition, rankings: Rankings) -> Judged:
    codes = (claimed.first.code, claimed.second.code)
    names = tuple(rankings.economies[code].short_name for code in codes)
    mine, theirs = (_economy_rank(rankings, edition, code, claimed.pillar) for code in codes)
    if mine is None or theirs is None:
        return Judged(None, edition.year, tuple(value for value in (mine, theirs) if value is not None), names)
    return Judged(int(mine.value) < int(theirs.value), edition.year, (mine, theirs), names)


def _count(rankings: Rankings, edition: Edition, area: Area) -> tuple[Value | None, int]:
    count = count_clusters(rankings, edition, area)
    return count.exact, int(count.at_least.value)


def _more_clusters(claimed: queries.MoreClusters, edition: Edition, rankings: Rankings) -> Judged:
    names = (area_name(rankings, claimed.first), area_name(rankings, claimed.second))
    mine, mine_at_least = _count(rankings, edition, claimed.first)
    theirs, theirs_at_least = _count(rankings, edition, claimed.second)
    grounds = tuple(value for value in (mine, theirs) if value is not None)
    verdict: bool | None = None
    if mine is not None and theirs is not None:
        verdict = int(mine.value) > int(theirs.value)
    elif theirs is not None and mine_at_least > int(theirs.value):
        verdict = True
    elif mine is not None and theirs_at_least >= int(mine.value):
        verdict = False
    return Judged(verdict, edition.year, grounds, names)


def _has_clusters(claimed: queries.HasClusters, edition: Edition, rankings: Rankings) -> Judged:
    count, at_least = _count(rankings, edition, claimed.area)
    name = area_name(rankings, claimed.area)
    if count is not None:
        return Judged(claimed.low <= int(count.value) <= claimed.high, edition.year, (count,), (name,))
    rows = edition.rows.values()
    verdict: bool | None = None
    if at_least > claimed.high:
        verdict = False
    elif at_least >= claimed.low and claimed.high >= RANKS_PUBLISHED:
        verdict = True
    grounds: tuple[Value, ...] = ()
    if verdict is not None:
        held = [row for row in rows if _lies_in(rankings, row.economies, claimed.area)]
        held.sort(key=lambda row: row.rank or RANKS_PUBLISHED)
        grounds = tuple(figures.membership(rankings.clusters[row.cluster], row) for row in held[:3])
    return Judged(verdict, edition.year, grounds, (name,))


def _lies_in(rankings: Rankings, economies: tuple[str, ...], area: Area) -> bool:
    if isinstance(area, queries.EconomyRef):
        return area.code in economies
    return not rankings.regions[area.id].economies.isdisjoint(economies)


def _went(claimed: queries.Went, asked: int | None, rankings: Rankings) -> Judged:
    cluster = rankings.clusters[claimed.cluster.id]
    edition = cluster_edition(rankings, asked)
    pair = cluster_move(rankings, cluster.id, edition.year, claimed.since)
    if pair is None:
        row = latest_ranked(rankings, cluster.id)
        shown = (rank_of(rankings, row),) if row is not None else ()
        return Judged(None, edition.year, shown, (cluster.name,))
    before, after = (rank_of(rankings, row) for row in pair)
    change = int(before.value) - int(after.value)
    verdict = change > 0 if claimed.direction is Direction.UP else change < 0
    if claimed.direction is Direction.BOTH:
        verdict = change != 0
    return Judged(verdict, edition.year, (after, before), (cluster.name,), since=before.edition)
