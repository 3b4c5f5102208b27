"""`rank`: where one cluster stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.editions import cluster_edition, method_breaks
from bot.answers.model import NoData, RankAnswer, Standing
from bot.answers.standing import economies_of, latest_ranked, previous_ranked, rank_of, standing
from bot.answers.values import Caveat, CaveatKind, doubts
from bot.questions.refs import ClusterRef
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.questions.queries import Rank
    from bot.rankings.model import Cluster, Edition, Rankings


def answer_rank(query: Rank, rankings: Rankings) -> RankAnswer | NoData:
    """Answer with the rank in the edition asked for, or with the newest rank known, which names its own edition."""
    edition = cluster_edition(rankings, query.edition)
    cluster = rankings.clusters[query.cluster.id]
    before_split = None if cluster.id in edition.rows else _unsplit(cluster, edition, rankings)
    if before_split is not None:
        return answer_rank(replace(query, cluster=ClusterRef(before_split.id, before_split.name)), rankings)
    where, membership = standing(rankings, cluster, edition)
    row = edition.rows.get(cluster.id) if where is Standing.RANKED else latest_ranked(rankings, cluster.id)
    if row is None and where is Standing.UNKNOWN:
        held = tuple(known.edition for known in rankings.histories.get(cluster.id, ()))
        return NoData(
            query=query,
            places=(cluster.name,),
            subject=cluster.name,
            what=Measure.SIZE,
            edition=edition.year,
            held=held,
        )
    rank = rank_of(rankings, row) if row is not None else None
    moves = row is not None and where in (Standing.RANKED, Standing.UNKNOWN)
    before = previous_ranked(rankings, cluster.id, row.edition) if row is not None and moves else None
    earlier = rank_of(rankings, before) if before is not None else None
    change = figures.rank_change(rank, earlier) if rank is not None and earlier is not None else None
    described = edition.rows.get(cluster.id) or row
    measures = figures.figures(rankings, described, (*figures.SHARES, Measure.INTENSITY)) if described else ()
    return RankAnswer(
        query=query,
        cluster=cluster,
        economies=described.economies if described is not None else economies_of(rankings, cluster.id),
        published_name=described.name if described is not None else cluster.name,
        edition=edition.year,
        standing=where,
        membership=membership,
        rank=rank,
        change=change,
        compared_with=before.edition if before is not None else None,
        measures=measures,
        also=tuple(rankings.clusters[other] for other in query.cluster.also),
        successors=tuple(rankings.clusters[other] for other in cluster.successors),
        places=(cluster.name,),
        values=tuple(value for value in (rank, change, membership, *measures) if value is not None),
        caveats=(
            *(() if rank is None or rank.edition == edition.year else _older(edition.year, rank.edition)),
            *(method_breaks(rankings, before.edition, row.edition) if before is not None and row is not None else ()),
            *doubts(tuple(value for value in (rank, earlier, membership) if value is not None)),
        ),
    )


def _older(asked: int, used: int) -> tuple[Caveat, ...]:
    return (Caveat(CaveatKind.OLDER_EDITION, (asked, used)),)


def _unsplit(cluster: Cluster, edition: Edition, rankings: Rankings) -> Cluster | None:
    """Return the cluster that one was part of in an edition, before it was split (Frankfurt–Mannheim)."""
    return next(
        (other for other in rankings.clusters.values() if cluster.id in other.successors and other.id in edition.rows),
        None,
    )
