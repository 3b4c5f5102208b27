"""`history`: every edition held, of a cluster or of an economy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.editions import method_breaks
from bot.answers.model import EconomyHistoryAnswer, HistoriesAnswer, HistoryAnswer, NoData, Standing, Year
from bot.answers.standing import economies_of, standing
from bot.answers.values import Caveat, CaveatKind, doubts
from bot.questions.queries import EconomyHistory, History
from bot.questions.refs import ClusterRef, EconomyRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.queries import Histories
    from bot.rankings.model import Rankings


def answer_history(query: History, rankings: Rankings) -> HistoryAnswer:
    """Answer with every edition of the table, saying for each what is known of the cluster."""
    cluster = rankings.clusters[query.cluster.id]
    years: list[Year] = []
    for year, edition in rankings.editions.items():
        known, membership = standing(rankings, cluster, edition)
        row = edition.rows.get(cluster.id)
        rank = figures.figure(rankings, row, Measure.SIZE) if row is not None else None
        name = row.name if row is not None else cluster.name
        years.append(Year(year, known, rank or membership, name, edition.method.method_break))
    values = tuple(year.value for year in years if year.value is not None)
    ranked = [year.edition for year in years if year.standing is Standing.RANKED]
    breaks = method_breaks(rankings, ranked[-1], ranked[0]) if len(ranked) > 1 else ()
    unknown = tuple(year.edition for year in years if year.standing is Standing.UNKNOWN)
    partial = (Caveat(CaveatKind.PARTIAL_TABLE, unknown),) if unknown else ()
    return HistoryAnswer(
        query=query,
        cluster=cluster,
        economies=economies_of(rankings, cluster.id),
        years=tuple(years),
        successors=tuple(rankings.clusters[other] for other in cluster.successors),
        places=(cluster.name,),
        values=values,
        caveats=(*breaks, *partial, *doubts(values)),
    )


def answer_economy_history(query: EconomyHistory, rankings: Rankings) -> EconomyHistoryAnswer | NoData:
    """Answer with an economy's rank and score in the index, newest edition first."""
    economy = rankings.economies[query.economy.code]
    rows = [
        edition.economies[economy.code] for edition in rankings.editions.values() if economy.code in edition.economies
    ]
    if not rows:
        return NoData(
            query=query,
            places=(economy.short_name,),
            subject=economy.short_name,
            what=Pillar.GII,
            edition=rankings.newest_economies.year,
        )
    pairs = [figures.economy_figures(economy, row, Pillar.GII) for row in rows]
    return EconomyHistoryAnswer(
        query=query,
        economy=economy,
        ranks=tuple(rank for rank, _ in pairs),
        scores=tuple(score for _, score in pairs),
        places=(economy.short_name,),
        values=tuple(value for pair in pairs for value in pair),
        caveats=(Caveat(CaveatKind.MODEL_CHANGE, tuple(row.edition for row in rows)),) if len(rows) > 1 else (),
    )


def answer_histories(query: Histories, rankings: Rankings) -> HistoriesAnswer:
    """Answer with each history on its own; one of an economy that no edition ranks is left out."""
    clusters = tuple(answer_history(History(ref), rankings) for ref in query.subjects if isinstance(ref, ClusterRef))
    asked = (EconomyHistory(ref) for ref in query.subjects if isinstance(ref, EconomyRef))
    found = [answer_economy_history(each, rankings) for each in asked]
    economies = tuple(answer for answer in found if isinstance(answer, EconomyHistoryAnswer))
    every = (*clusters, *economies)
    return HistoriesAnswer(
        query=query,
        clusters=clusters,
        economies=economies,
        places=tuple(place for found in every for place in found.places),
        values=tuple(value for found in every for value in found.values),
        caveats=tuple(dict.fromkeys(caveat for found in every for caveat in found.caveats)),
    )
