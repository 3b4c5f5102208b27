"""Movement of one cluster or economy, newcomers and leavers, and how long a rank was held."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, codes_of
from bot.answers.editions import cluster_edition, economy_edition, method_breaks
from bot.answers.model import HoldersAnswer, MovedAnswer, NewcomersAnswer, NoData, Standing, StreakAnswer
from bot.answers.standing import (
    FIRST_STATEMENT,
    LEFT_STATEMENT,
    economies_of,
    latest_ranked,
    previous_ranked,
    rank_of,
    rank_or_membership,
    standing,
)
from bot.answers.values import Caveat, CaveatKind, Unit, Value, doubts
from bot.questions.refs import ClusterRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.answers.model import Entry
    from bot.questions.queries import Holders, Moved, Newcomers, Streak
    from bot.questions.refs import EconomyRef
    from bot.rankings.model import ClusterRow, Edition, Rankings, Statement


def answer_moved(query: Moved, rankings: Rankings) -> MovedAnswer | NoData:
    """Answer with both ranks and the change between them, where both are held."""
    if isinstance(query.subject, ClusterRef):
        return _cluster_moved(query, query.subject, rankings)
    return _economy_moved(query, query.subject, rankings)


def cluster_move(
    rankings: Rankings, cluster: str, edition: int | None, since: int | None
) -> tuple[ClusterRow, ClusterRow] | None:
    """Return the rows to compare: the one asked for (or the newest ranked) and the one before (or `since`)."""
    rows = {row.edition: row for row in rankings.histories.get(cluster, ()) if row.rank is not None}
    after = latest_ranked(rankings, cluster) if edition is None else rows.get(edition)
    if after is None:
        return None
    before = previous_ranked(rankings, cluster, after.edition) if since is None else rows.get(since)
    return None if before is None or before is after else (before, after)


def _cluster_moved(query: Moved, subject: ClusterRef, rankings: Rankings) -> MovedAnswer | NoData:
    cluster = rankings.clusters[subject.id]
    pair = cluster_move(rankings, cluster.id, query.edition, query.since)
    if pair is None:
        held = tuple(row.edition for row in rankings.histories.get(cluster.id, ()) if row.rank is not None)
        asked = cluster_edition(rankings, query.edition).year
        return NoData(
            query=query, places=(cluster.name,), subject=cluster.name, what=Measure.SIZE, edition=asked, held=held
        )
    before, after = (rank_of(rankings, row) for row in pair)
    change = figures.rank_change(after, before)
    newest = cluster_edition(rankings, query.edition).year
    older = () if after.edition == newest else (Caveat(CaveatKind.OLDER_EDITION, (newest, after.edition)),)
    return MovedAnswer(
        query=query,
        name=cluster.name,
        economies=economies_of(rankings, cluster.id),
        before=before,
        after=after,
        change=change,
        places=(cluster.name,),
        values=(after, change, before),
        caveats=(*older, *method_breaks(rankings, before.edition, after.edition), *doubts((after, before))),
    )


def _economy_moved(query: Moved, subject: EconomyRef, rankings: Rankings) -> MovedAnswer | NoData:
    economy = rankings.economies[subject.code]
    newest = economy_edition(rankings, query.edition)
    earlier = [
        year
        for year, edition in rankings.editions.items()
        if year < newest.year and economy.code in edition.economies and query.since in (None, year)
    ]
    row = newest.economies.get(economy.code)
    if row is None or not earlier:
        held = tuple(year for year, edition in rankings.editions.items() if economy.code in edition.economies)
        name = economy.short_name
        return NoData(query=query, places=(name,), subject=name, what=Pillar.GII, edition=newest.year, held=held)
    after, _ = figures.economy_figures(economy, row, Pillar.GII)
    old = rankings.editions[earlier[0]].economies[economy.code]
    before, _ = figures.economy_figures(economy, old, Pillar.GII)
    change = figures.rank_change(after, before, "gii_rank_change")
    return MovedAnswer(
        query=query,
        name=economy.short_name,
        economies=(economy.code,),
        before=before,
        after=after,
        change=change,
        places=(economy.short_name,),
        values=(after, change, before),
        caveats=(Caveat(CaveatKind.MODEL_CHANGE, (before.edition, after.edition)),),
    )


def answer_newcomers(query: Newcomers, rankings: Rankings) -> NewcomersAnswer | NoData:
    """Answer with the clusters that a source says entered or left, and those that complete editions settle."""
    edition = cluster_edition(rankings, query.edition)
    before = rankings.editions.get(edition.year - 1)
    codes = codes_of(rankings, query.area) if query.area is not None else None
    found: dict[str, Value] = {}
    for statement in edition.statements:
        if statement.measure == (LEFT_STATEMENT if query.left else FIRST_STATEMENT):
            found[statement.ref] = _stated(rankings, edition, statement)
    if before is not None:
        for cluster in _settled(rankings, before, edition) if query.left else _settled(rankings, edition, before):
            row = (before if query.left else edition).rows[cluster]
            found.setdefault(cluster, rank_or_membership(rankings, row))
    if codes is not None:
        found = {c: value for c, value in found.items() if not codes.isdisjoint(economies_of(rankings, c))}
    if not found:
        name = area_name(rankings, query.area)
        what = LEFT_STATEMENT if query.left else FIRST_STATEMENT
        held = tuple(
            year
            for year, other in rankings.editions.items()
            if any(statement.measure == what for statement in other.statements)
        )
        return NoData(query=query, subject=name, what=what, edition=edition.year, held=held)
    entries = tuple(_entry(rankings, cluster, value) for cluster, value in found.items())
    whole = before is not None and edition.complete and before.complete
    values = tuple(found.values())
    return NewcomersAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        clusters=entries,
        whole=whole,
        places=tuple(entry.cluster.name for entry in entries),
        values=values,
        caveats=() if whole else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),),
    )


def _stated(rankings: Rankings, edition: Edition, statement: Statement) -> Value:
    row = edition.rows.get(statement.ref)
    if row is not None and row.rank is not None:
        return rank_of(rankings, row)
    name = rankings.clusters[statement.ref].name
    return figures.stated(name, "in_top_100", statement, row is not None, Unit.TRUTH)


def _settled(rankings: Rankings, here: Edition, there: Edition) -> list[str]:
    """Return the clusters in one edition that are known to be absent from another."""
    return [
        cluster for cluster in here.rows if standing(rankings, rankings.clusters[cluster], there)[0] is Standing.ABSENT
    ]


def _entry(rankings: Rankings, cluster: str, value: Value) -> Entry:
    history = rankings.histories[cluster]
    row = next((row for row in history if row.edition == value.edition), history[0])
    return figures.entry(rankings, row, value, None)


def answer_holders(query: Holders, rankings: Rankings) -> HoldersAnswer:
    """Answer with the cluster at a rank in every edition, and the editions where that is not held."""
    editions = [edition for edition in rankings.editions.values() if edition.rows]
    rows = [edition.by_rank[query.rank] for edition in editions if query.rank in edition.by_rank]
    unknown = tuple(edition.year for edition in editions if query.rank not in edition.by_rank)
    entries = tuple(figures.entry(rankings, row, rank_of(rankings, row), query.rank) for row in rows)
    often = Counter(entry.cluster.name for entry in entries)
    return HoldersAnswer(
        query=query,
        entries=entries,
        unknown=unknown,
        places=tuple(name for name, _ in often.most_common()),
        values=tuple(entry.value for entry in entries),
        caveats=(Caveat(CaveatKind.PARTIAL_TABLE, unknown),) if unknown else (),
    )


def answer_streak(query: Streak, rankings: Rankings) -> StreakAnswer | NoData:
    """Answer with the editions in which a cluster held a rank, and those where the rank's holder is not held."""
    cluster = rankings.clusters[query.cluster.id]
    editions = [edition for edition in rankings.editions.values() if edition.rows]
    rows = [edition.by_rank.get(query.rank) for edition in editions]
    values = tuple(rank_of(rankings, row) for row in rows if row is not None and row.cluster == cluster.id)
    unknown = tuple(edition.year for edition, row in zip(editions, rows, strict=True) if row is None)
    if not values:
        return NoData(
            query=query,
            places=(cluster.name,),
            subject=cluster.name,
            what=Measure.SIZE,
            edition=rankings.newest.year,
            held=tuple(row.edition for row in rankings.histories.get(cluster.id, ()) if row.rank is not None),
        )
    return StreakAnswer(
        query=query,
        cluster=cluster,
        economies=economies_of(rankings, cluster.id),
        editions=tuple(value.edition for value in values),
        unknown=unknown,
        places=(cluster.name,),
        values=values,
        caveats=(Caveat(CaveatKind.PARTIAL_TABLE, unknown),) if unknown else (),
    )
