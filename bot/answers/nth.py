"""The cluster at a position within an area or by a measure, and the single figures of one cluster or economy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, count_clusters, leading, rows_in
from bot.answers.editions import cluster_edition, economy_edition
from bot.answers.facts import answer_fact
from bot.answers.model import Entry, FactAnswer, MeasureAnswer, NoData, NthAnswer, PillarAnswer
from bot.answers.standing import economies_of, published_place
from bot.answers.values import Caveat, CaveatKind, Unit, Value, doubts
from bot.questions.queries import Fact
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.questions.queries import MeasureOf, Nth, PillarOf
    from bot.rankings.model import Cluster, ClusterRow, Edition, Rankings

ADDED = (Measure.PATENTS, Measure.PUBLICATIONS)
"""The shares that are added to a total share, at least."""

SHARE_DECIMALS = 4
"""A total share is no more precise than the shares."""


def answer_nth(query: Nth, rankings: Rankings) -> NthAnswer | NoData:
    """Answer with the cluster at a position among those whose figure is held, and whether one before it may lack."""
    edition = cluster_edition(rankings, query.edition)
    published = None if query.area is not None or query.from_end else _published(query, rankings, edition)
    if published is not None:
        return published
    rows = rows_in(rankings, edition, query.area)
    held = [(amount, row) for row in rows if (amount := row.held(query.measure)) is not None]
    sign = (1 if query.measure.lower_is_better else -1) * (-1 if query.from_end else 1)
    held.sort(key=lambda pair: sign * pair[0])
    name = area_name(rankings, query.area)
    if len(held) < query.position:
        return NoData(
            query=query, places=(name,) if name else (), subject=name, what=query.measure, edition=edition.year
        )
    amount, row = held[query.position - 1]
    value = figures.of_amount(rankings, row, query.measure, amount)
    certain = _certain(query, rankings, edition, row, len(held))
    if query.from_end and not certain:
        return NoData(
            query=query, places=(name,) if name else (), subject=name, what=query.measure, edition=edition.year
        )
    partial = () if certain else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),)
    return NthAnswer(
        query=query,
        area=name,
        edition=edition.year,
        entry=figures.entry(rankings, row, value, query.position),
        certain=certain,
        places=(rankings.clusters[row.cluster].name,),
        values=(value,),
        caveats=(*partial, *doubts((value,))),
    )


def _published(query: Nth, rankings: Rankings, edition: Edition) -> NthAnswer | None:
    """Return the cluster that is published as standing at a place by a measure."""
    name = figures.RANKS.get(query.measure)
    for statement in edition.statements:
        if (statement.about, statement.measure, statement.value) == ("cluster", name, str(query.position)):
            cluster = rankings.clusters[statement.ref]
            row = edition.rows.get(cluster.id)
            place = figures.stated_rank(cluster, statement)
            share = None if row is None else figures.figure(rankings, row, query.measure)
            shown = place if share is None else share
            return NthAnswer(
                query=query,
                area="",
                edition=edition.year,
                entry=Entry(cluster, economies_of(rankings, cluster.id), query.position, shown),
                certain=True,
                places=(cluster.name,),
                values=(place,) if share is None else (share, place),
                caveats=doubts((shown,)),
            )
    return None


def _certain(query: Nth, rankings: Rankings, edition: Edition, row: ClusterRow, held: int) -> bool:
    """Return whether no cluster that our sources lack can stand before this one."""
    if query.area is not None:
        total = count_clusters(rankings, edition, query.area).exact
        if total is not None and int(total.value) == held:
            return True
    elif held == RANKS_PUBLISHED:
        return True
    if query.measure is not Measure.SIZE or row.rank is None:
        return edition.complete
    if query.from_end:
        return edition.complete or (query.area is None and row.rank == RANKS_PUBLISHED + 1 - query.position)
    return len(leading(edition, row.rank)) == row.rank


def answer_measure(query: MeasureOf, rankings: Rankings) -> MeasureAnswer | FactAnswer | NoData:
    """Answer with a cluster's figures in the edition asked for, else in the newest edition that has any of them.

    Where no edition has any, a published rank by the measure is given instead (London's by venture capital).
    """
    asked = cluster_edition(rankings, query.edition).year
    cluster = rankings.clusters[query.cluster.id]
    rows = rankings.histories.get(cluster.id, ())
    candidates = [row for row in rows if row.edition == query.edition] if query.edition is not None else rows
    for row in candidates:
        found = figures.figures(rankings, row, query.measures)
        if found:
            edition = rankings.editions[row.edition]
            places = tuple(_place(cluster, measure, edition, rankings) for measure in query.measures)
            held = tuple(place for place in places if place is not None)
            together = _together(found) if len(found) == len(query.measures) else None
            older = () if row.edition == asked else (Caveat(CaveatKind.OLDER_EDITION, (asked, row.edition)),)
            return MeasureAnswer(
                query=query,
                cluster=cluster,
                economies=economies_of(rankings, cluster.id),
                asked=asked,
                edition=row.edition,
                figures=found,
                standings=held,
                together=together,
                places=(cluster.name,),
                values=(*found, *held, *((together,) if together is not None else ())),
                caveats=(*older, *doubts(found)),
            )
    stated = tuple(figures.RANKS[measure] for measure in query.measures if measure in figures.RANKS)
    published = answer_fact(Fact("cluster", cluster.id, stated, query.edition), rankings) if stated else None
    if isinstance(published, FactAnswer):
        return published
    editions = tuple(row.edition for row in rows if figures.figures(rankings, row, query.measures))
    return NoData(
        query=query,
        places=(cluster.name,),
        subject=cluster.name,
        what=query.measures[0],
        edition=asked,
        held=editions,
    )


def _place(cluster: Cluster, measure: Measure, edition: Edition, rankings: Rankings) -> Value | None:
    """Return a cluster's place by a share: as published, or counted where every share of an edition is held."""
    if measure not in figures.SHARES:
        return None
    published = published_place(cluster, measure, edition, rankings)
    shares = [share for row in edition.rows.values() if (share := row.held(measure)) is not None]
    if published is not None or not edition.complete or len(shares) < RANKS_PUBLISHED:
        return published
    own = figures.figure(rankings, edition.rows[cluster.id], measure)
    if own is None:
        return None
    ahead = sum(share > float(own.value) for share in shares)
    return replace(own, measure=figures.RANKS[measure], value=ahead + 1, unit=Unit.RANK)


def _together(found: tuple[Value, ...]) -> Value | None:
    """Return the sum of several shares of one cluster, which WIPO calls its total share."""
    if len(found) < len(ADDED) or any(value.unit is not Unit.PERCENT for value in found):
        return None
    first, *others = found
    amount = round(sum(float(value.value) for value in found), SHARE_DECIMALS)
    return figures.difference("total_share", first, others[0], Unit.PERCENT, amount)


def answer_pillar(query: PillarOf, rankings: Rankings) -> PillarAnswer | NoData:
    """Answer with an economy's rank and score in a pillar."""
    edition = economy_edition(rankings, query.edition)
    economy = rankings.economies[query.economy.code]
    row = edition.economies.get(economy.code)
    if row is None:
        held = tuple(year for year, other in rankings.editions.items() if economy.code in other.economies)
        return NoData(
            query=query,
            places=(economy.short_name,),
            subject=economy.short_name,
            what=query.pillar,
            edition=edition.year,
            held=held,
        )
    rank, score = figures.economy_figures(economy, row, query.pillar)
    values: tuple[Value, ...] = (rank, score)
    return PillarAnswer(
        query=query,
        economy=economy,
        edition=edition.year,
        rank=rank,
        score=score,
        places=(economy.short_name,),
        values=values,
    )
