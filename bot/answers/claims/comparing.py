"""Claims that set two clusters or economies against each other, or a cluster against a number or its own past."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.change import cluster_move
from bot.answers.claims.judged import Judged
from bot.answers.editions import cluster_edition, economy_edition
from bot.answers.model import Standing
from bot.answers.standing import latest_ranked, published_place, rank_of, standing
from bot.answers.values import Unit, Value, Verdict
from bot.questions.assertions import Ahead, EconomyAhead, Passed, Relation
from bot.questions.refs import ClusterRef, Direction, EconomyRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.assertions import Amount, Went
    from bot.rankings.model import Cluster, Edition, Rankings

EXACT_TIMES = 1
"""Decimals to which "twice as many" is meant: 1.96 times as many is twice as many."""


def so(found: bool) -> Verdict:
    """Return the verdict on what is decided."""
    return Verdict.TRUE if found else Verdict.FALSE


def judge_ahead(claimed: Ahead, edition: Edition, rankings: Rankings) -> Judged:
    """Judge which of two clusters is ahead in an edition, or so many times as large."""
    clusters = [rankings.clusters[ref.id] for ref in (claimed.first, claimed.second)]
    names = tuple(cluster.name for cluster in clusters)
    if claimed.measure is Measure.SIZE:
        return _by_rank(clusters, edition, rankings)
    rows = [edition.rows.get(cluster.id) for cluster in clusters]
    mine, theirs = (None if row is None else figures.figure(rankings, row, claimed.measure) for row in rows)
    if mine is None or theirs is None:
        return _by_place(claimed, clusters, edition, rankings) or Judged(
            Verdict.UNDECIDED, edition.year, tuple(value for value in (mine, theirs) if value is not None), names
        )
    if claimed.times and not float(theirs.value):
        return Judged(so(float(mine.value) > 0), edition.year, (mine, theirs), names)
    if claimed.times:
        ratio = times(mine, theirs)
        return Judged(so(float(ratio.value) >= claimed.times), edition.year, (ratio, mine, theirs), names)
    lead = float(mine.value) - float(theirs.value)
    return Judged(so(lead < 0 if claimed.measure.lower_is_better else lead > 0), edition.year, (mine, theirs), names)


def _by_place(claimed: Ahead, clusters: list[Cluster], edition: Edition, rankings: Rankings) -> Judged | None:
    """Judge by published places by a measure, where not both figures are held; None where not both places are."""
    mine, theirs = (published_place(cluster, claimed.measure, edition, rankings) for cluster in clusters)
    if claimed.times or mine is None or theirs is None:
        return None
    names = tuple(cluster.name for cluster in clusters)
    return Judged(so(int(mine.value) < int(theirs.value)), edition.year, (mine, theirs), names)


def times(first: Value, second: Value) -> Value:
    """Return how many times as large a figure is as another, to one decimal; the other is not 0."""
    ratio = round(float(first.value) / float(second.value), EXACT_TIMES)
    return figures.difference("times", first, second, Unit.TIMES, ratio)


def _by_rank(clusters: list[Cluster], edition: Edition, rankings: Rankings) -> Judged:
    """Judge by ranks; where one is not held, all the better ones being known to be others' puts it behind."""
    (first, mine), (second, theirs) = (_known(rankings, cluster, edition) for cluster in clusters)
    verdict = Verdict.UNDECIDED
    if first is Standing.RANKED and mine is not None:
        if second is Standing.RANKED and theirs is not None:
            verdict = so(int(mine.value) < int(theirs.value))
        elif second is Standing.ABSENT or _taken(edition, int(mine.value)):
            verdict = Verdict.TRUE
    elif second is Standing.RANKED and theirs is not None:
        if first is Standing.ABSENT or _taken(edition, int(theirs.value)):
            verdict = Verdict.FALSE
    elif {first, second} == {Standing.MEMBER, Standing.ABSENT}:
        verdict = so(first is Standing.MEMBER)
    grounds = (*_last_known(rankings, clusters[0], mine), *_last_known(rankings, clusters[1], theirs))
    return Judged(verdict, edition.year, grounds, tuple(cluster.name for cluster in clusters))


def _known(rankings: Rankings, cluster: Cluster, edition: Edition) -> tuple[Standing, Value | None]:
    """Return what is known of a cluster in an edition, with its rank where that is held."""
    where, membership = standing(rankings, cluster, edition)
    return where, rank_of(rankings, edition.rows[cluster.id]) if where is Standing.RANKED else membership


def _last_known(rankings: Rankings, cluster: Cluster, known: Value | None) -> tuple[Value, ...]:
    """Return what to show of a cluster: what is known of it in the edition, else its newest rank."""
    if known is not None:
        return (known,)
    row = latest_ranked(rankings, cluster.id)
    return () if row is None else (rank_of(rankings, row),)


def _taken(edition: Edition, rank: int) -> bool:
    """Return whether all ranks up to one are known to belong to somebody."""
    return all(better in edition.by_rank for better in range(1, rank + 1))


def judge_economy_ahead(claimed: EconomyAhead, edition: Edition, rankings: Rankings) -> Judged:
    """Judge which of two economies is ahead in an edition."""
    codes = (claimed.first.code, claimed.second.code)
    names = tuple(rankings.economies[code].short_name for code in codes)
    mine, theirs = (economy_rank(rankings, edition, code, claimed.pillar) for code in codes)
    if mine is None or theirs is None:
        grounds = tuple(value for value in (mine, theirs) if value is not None)
        return Judged(Verdict.UNDECIDED, edition.year, grounds, names)
    return Judged(so(int(mine.value) < int(theirs.value)), edition.year, (mine, theirs), names)


def judge_passed(claimed: Passed, edition: Edition, rankings: Rankings) -> Judged:
    """Judge whether one went past another: ahead of it in an edition, and not in the one before."""
    now = _order(claimed, edition, rankings)
    earlier = rankings.editions.get(edition.year - 1)
    if earlier is None or now.verdict is Verdict.FALSE:
        return now if earlier is not None else replace(now, verdict=Verdict.UNDECIDED)
    before = _order(claimed, earlier, rankings)
    verdict = before.verdict.denied if Verdict.UNDECIDED not in (now.verdict, before.verdict) else Verdict.UNDECIDED
    if before.verdict is Verdict.TRUE:
        verdict = Verdict.FALSE
    return replace(now, verdict=verdict, grounds=(*now.grounds, *before.grounds), since=earlier.year)


def _order(claimed: Passed, edition: Edition, rankings: Rankings) -> Judged:
    match claimed:
        case Passed(ClusterRef() as first, ClusterRef() as second):
            return judge_ahead(Ahead(first, second), edition, rankings)
        case Passed(EconomyRef() as first, EconomyRef() as second):
            return judge_economy_ahead(EconomyAhead(first, second), edition, rankings)
        case _:
            raise TypeError("a cluster and an economy have no order")


def economy_rank(rankings: Rankings, edition: Edition, code: str, pillar: Pillar) -> Value | None:
    """Return an economy's rank in the index or a pillar; None where the edition does not rank it."""
    row = edition.economies.get(code)
    return None if row is None else figures.economy_figures(rankings.economies[code], row, pillar)[0]


def judge_amount(claimed: Amount, edition: Edition, rankings: Rankings) -> Judged:
    """Judge a measure of a cluster against a number, as precisely as the number was given."""
    cluster = rankings.clusters[claimed.cluster.id]
    row = edition.rows.get(cluster.id)
    held = None if row is None else figures.figure(rankings, row, claimed.measure)
    if held is None:
        return Judged(Verdict.UNDECIDED, edition.year, (), (cluster.name,))
    return Judged(
        so(_compares(float(held.value), claimed.relation, claimed.number)), edition.year, (held,), (cluster.name,)
    )


def _compares(value: float, relation: Relation, number: float) -> bool:
    match relation:
        case Relation.AT_LEAST:
            return value >= number
        case Relation.MORE:
            return value > number
        case Relation.AT_MOST:
            return value <= number
        case Relation.LESS:
            return value < number
        case Relation.ABOUT:
            return round(value, 0 if number == int(number) else 1) == number


def judge_went(claimed: Went, asked: int | None, rankings: Rankings) -> Judged:
    """Judge a movement between two editions that both hold the cluster's rank."""
    if isinstance(claimed.subject, EconomyRef):
        return _economy_went(claimed, claimed.subject, asked, rankings)
    cluster = rankings.clusters[claimed.subject.id]
    edition = cluster_edition(rankings, asked)
    pair = cluster_move(rankings, cluster.id, edition.year, claimed.since)
    if pair is None:
        return Judged(Verdict.UNDECIDED, edition.year, _last_known(rankings, cluster, None), (cluster.name,))
    before, after = (rank_of(rankings, row) for row in pair)
    return Judged(
        _moved(claimed, before, after),
        edition.year,
        (after, before),
        (cluster.name,),
        since=before.edition,
        more=(figures.rank_change(after, before),),
    )


def _economy_went(claimed: Went, subject: EconomyRef, asked: int | None, rankings: Rankings) -> Judged:
    edition = economy_edition(rankings, asked)
    name = rankings.economies[subject.code].short_name
    earlier = rankings.editions.get(claimed.since if claimed.since is not None else edition.year - 1)
    after = economy_rank(rankings, edition, subject.code, Pillar.GII)
    before = None if earlier is None else economy_rank(rankings, earlier, subject.code, Pillar.GII)
    if after is None or before is None or before.edition >= after.edition:
        return Judged(Verdict.UNDECIDED, edition.year, () if after is None else (after,), (name,))
    change = figures.rank_change(after, before, "gii_rank_change")
    return Judged(_moved(claimed, before, after), edition.year, (after, before), (name,), more=(change,))


def _moved(claimed: Went, before: Value, after: Value) -> Verdict:
    change = int(before.value) - int(after.value)
    moved = {Direction.UP: change, Direction.DOWN: -change}.get(claimed.direction, abs(change))
    if claimed.direction is Direction.SAME:
        return so(change == 0)
    return so(moved == claimed.by if claimed.exact else moved >= claimed.by)
