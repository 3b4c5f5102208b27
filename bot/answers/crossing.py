"""Which clusters came among the leading ones between two editions, and which ones left them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, codes_of, leading
from bot.answers.editions import cluster_edition, method_breaks
from bot.answers.model import CrossersAnswer, NoData
from bot.answers.regulars import inside
from bot.answers.standing import economies_of, rank_of, rank_or_membership
from bot.answers.values import Caveat, CaveatKind, doubts
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.answers.values import Value
    from bot.questions.queries import Crossers
    from bot.rankings.model import ClusterRow, Edition, Rankings


def answer_crossers(query: Crossers, rankings: Rankings) -> CrossersAnswer | NoData:
    """Answer with the clusters known inside in one of two editions and known outside in the other.

    One that is known inside in the one, and of which nothing is known in the other, is named as open.
    """
    edition = cluster_edition(rankings, query.edition)
    older = [other for other in rankings.editions.values() if other.rows and other.year < edition.year]
    before = next((other for other in older if query.since in (None, other.year)), None)
    held = tuple(year for year, other in rankings.editions.items() if leading(other, query.within))
    here, there = (before, edition) if query.left else (edition, before)
    asked = [] if here is None else [row.cluster for row in _inside(here, query.within)]
    if before is None or here is None or there is None or not asked:
        return NoData(query=query, subject="", what=Measure.SIZE, edition=edition.year, held=held)
    if query.area is not None:
        codes = codes_of(rankings, query.area)
        asked = [cluster for cluster in asked if not codes.isdisjoint(economies_of(rankings, cluster))]
    known = {cluster: inside(rankings, cluster, there, query.within) for cluster in asked}
    crossed = [cluster for cluster, so in known.items() if so is False]
    ranks = [(_rank(rankings, cluster, before), _rank(rankings, cluster, edition)) for cluster in crossed]
    entries = tuple(
        (figures.entry(rankings, here.rows[cluster], rank_or_membership(rankings, here.rows[cluster]), None), *pair)
        for cluster, pair in zip(crossed, ranks, strict=True)
    )
    values = tuple(value for pair in ranks for value in pair if value is not None)
    unsure = tuple(sorted(rankings.clusters[cluster].name for cluster, so in known.items() if so is None))
    whole = not unsure and len(_inside(here, query.within)) == query.within
    return CrossersAnswer(
        query=query,
        area=area_name(rankings, query.area),
        before=before.year,
        edition=edition.year,
        entries=entries,
        open=unsure,
        whole=whole,
        places=tuple(rankings.clusters[cluster].name for cluster in crossed),
        values=values,
        caveats=(
            *(() if whole else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),)),
            *method_breaks(rankings, before.year, edition.year),
            *doubts(values),
        ),
    )


def _inside(edition: Edition, within: int) -> list[ClusterRow]:
    """Return the rows of an edition that are known among so many leading ones, the best first."""
    rows = leading(edition, within)
    unranked = [row for row in edition.rows.values() if row.rank is None] if within == RANKS_PUBLISHED else []
    return [*rows, *unranked]


def _rank(rankings: Rankings, cluster: str, edition: Edition) -> Value | None:
    """Return the rank of a cluster in an edition, where it is held."""
    row = edition.rows.get(cluster)
    return None if row is None or row.rank is None else rank_of(rankings, row)
