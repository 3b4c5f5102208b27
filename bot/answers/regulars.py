"""Which clusters were among the leading ones in every edition, as far as our sources reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, codes_of, leading
from bot.answers.model import NoData, RegularsAnswer, Standing
from bot.answers.standing import economies_of, rank_of, standing
from bot.answers.values import Caveat, CaveatKind, doubts
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.questions.queries import Regulars
    from bot.rankings.model import Edition, Rankings


def answer_regulars(query: Regulars, rankings: Rankings) -> RegularsAnswer | NoData:
    """Answer with the clusters known inside in every edition of the span of which any leading rank is held.

    A cluster known outside in one edition is left out; one that is neither in some edition is named as open.
    """
    last = rankings.newest.year if query.edition is None else query.edition
    span = [
        edition
        for edition in rankings.editions.values()
        if edition.rows and (query.since is None or edition.year >= query.since) and edition.year <= last
    ]
    held = [edition for edition in span if leading(edition, query.within)]
    if not held:
        years = tuple(edition.year for edition in rankings.editions.values() if leading(edition, query.within))
        return NoData(query=query, subject="", what=Measure.SIZE, edition=last, held=years)
    asked = {row.cluster for edition in held for row in leading(edition, query.within)}
    if query.area is not None:
        codes = codes_of(rankings, query.area)
        asked = {cluster for cluster in asked if not codes.isdisjoint(economies_of(rankings, cluster))}
    known = {cluster: [inside(rankings, cluster, edition, query.within) for edition in held] for cluster in asked}
    rows = {cluster: [edition.rows[cluster] for edition in held] for cluster, each in known.items() if all(each)}
    always = sorted(rows.values(), key=lambda each: each[0].rank or RANKS_PUBLISHED)
    unsure = [cluster for cluster, each in known.items() if False not in each and None in each]
    blank = tuple(edition.year for edition in span if edition not in held)
    values = tuple(rank_of(rankings, row) for each in always for row in each)
    partial = (Caveat(CaveatKind.PARTIAL_TABLE, blank),) if blank or unsure else ()
    return RegularsAnswer(
        query=query,
        area=area_name(rankings, query.area),
        first=span[-1].year,
        last=span[0].year,
        entries=tuple(figures.entry(rankings, row, rank_of(rankings, row), row.rank) for row, *_ in always),
        open=tuple(sorted(rankings.clusters[cluster].name for cluster in unsure)),
        blank=blank,
        places=tuple(rankings.clusters[row.cluster].name for row, *_ in always),
        values=values,
        caveats=(*partial, *doubts(values)),
    )


def inside(rankings: Rankings, cluster: str, edition: Edition, within: int) -> bool | None:
    """Return whether a cluster is among so many leading ones of an edition; None where that is not known."""
    row = edition.rows.get(cluster)
    if row is not None and row.rank is not None:
        return row.rank <= within
    others = len(leading(edition, within)) == within
    absent = standing(rankings, rankings.clusters[cluster], edition)[0] is Standing.ABSENT
    return False if others or absent else None
