"""`who`, `where` and `source`: one row looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.editions import cluster_edition, economy_edition
from bot.answers.model import NoData, RankAnswer, SourceAnswer, WhereAnswer, WhoAnswer
from bot.answers.rank import answer_rank
from bot.answers.standing import economies_of, rank_of, rank_or_membership, standing
from bot.answers.values import Value, doubts
from bot.questions.queries import Rank
from bot.questions.refs import ClusterRef
from bot.rankings.model import Evidence, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.queries import SourceOf, Where, Who
    from bot.questions.refs import EconomyRef
    from bot.rankings.model import Rankings


def answer_who(query: Who, rankings: Rankings) -> WhoAnswer | NoData:
    """Answer with the cluster at a rank, or that the rank is not in our sources."""
    edition = cluster_edition(rankings, query.edition)
    row = edition.by_rank.get(query.rank)
    if row is None:
        held = tuple(year for year, other in rankings.editions.items() if query.rank in other.by_rank)
        return NoData(query=query, subject=f"#{query.rank}", what=Measure.SIZE, edition=edition.year, held=held)
    rank = rank_of(rankings, row)
    return WhoAnswer(
        query=query,
        edition=edition.year,
        entry=figures.entry(rankings, row, rank, query.rank),
        places=(rankings.clusters[row.cluster].name,),
        values=(rank,),
        caveats=doubts((rank,)),
    )


def answer_where(query: Where, rankings: Rankings) -> WhereAnswer:
    """Answer with the cluster a city belongs to, and where that stands."""
    cluster = rankings.clusters[query.cluster.id]
    ranked = answer_rank(Rank(query.cluster), rankings)
    return WhereAnswer(
        query=query,
        cluster=cluster,
        economies=economies_of(rankings, cluster.id),
        ranked=ranked if isinstance(ranked, RankAnswer) else None,
        places=(cluster.name,),
        values=ranked.values,
        caveats=ranked.caveats,
    )


def answer_source(query: SourceOf, rankings: Rankings) -> SourceAnswer | NoData:
    """Answer with the evidence and the full sources behind the figures of a cluster or an economy."""
    if isinstance(query.subject, ClusterRef):
        return _cluster_source(query, query.subject, rankings)
    return _economy_source(query, query.subject, rankings)


def _cluster_source(query: SourceOf, subject: ClusterRef, rankings: Rankings) -> SourceAnswer | NoData:
    cluster = rankings.clusters[subject.id]
    rows = rankings.histories.get(cluster.id, ())
    row = next((row for row in rows if query.edition in (None, row.edition)), None)
    if row is None:
        edition = cluster_edition(rankings, query.edition)
        _, settled = standing(rankings, cluster, edition)
        if settled is not None:
            values = (settled,)
            return _source(
                query, cluster.name, edition.year, settled.evidence, settled.sources, settled.note, values, rankings
            )
        return _nothing(query, cluster.name, Measure.SIZE, rankings, tuple(held.edition for held in rows))
    measures = (*figures.SHARES, Measure.PATENT_COUNT, Measure.PUBLICATION_COUNT, Measure.INTENSITY, Measure.POPULATION)
    values = (rank_or_membership(rankings, row), *figures.figures(rankings, row, measures))
    return _source(query, cluster.name, row.edition, row.evidence, row.sources, row.note, values, rankings)


def _economy_source(query: SourceOf, subject: EconomyRef, rankings: Rankings) -> SourceAnswer | NoData:
    economy = rankings.economies[subject.code]
    row = economy_edition(rankings, query.edition).economies.get(economy.code)
    if row is None:
        held = tuple(year for year, other in rankings.editions.items() if economy.code in other.economies)
        return _nothing(query, economy.short_name, Pillar.GII, rankings, held)
    values = figures.economy_figures(economy, row, Pillar.GII)
    return _source(query, economy.short_name, row.edition, row.evidence, row.sources, "", values, rankings)


def _nothing(query: SourceOf, name: str, what: Measure | Pillar, rankings: Rankings, held: tuple[int, ...]) -> NoData:
    edition = query.edition or rankings.newest.year
    return NoData(query=query, places=(name,), subject=name, what=what, edition=edition, held=held)


def _source(
    query: SourceOf,
    name: str,
    edition: int,
    evidence: Evidence,
    sources: tuple[str, ...],
    note: str,
    values: tuple[Value, ...],
    rankings: Rankings,
) -> SourceAnswer:
    return SourceAnswer(
        query=query,
        name=name,
        edition=edition,
        evidence=evidence,
        figures=values,
        titles=tuple(rankings.sources[source].title for source in sources),
        note=note,
        places=(name,),
        values=values,
        caveats=doubts(values),
    )
