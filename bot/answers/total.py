"""Sums of shares and counts: of some clusters, of the leading ones, of an area."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, count_clusters, rows_in
from bot.answers.editions import cluster_edition
from bot.answers.model import NoData, TotalAnswer
from bot.answers.values import Caveat, CaveatKind, Value, doubts
from bot.rankings.model import RANKS_PUBLISHED, weakest

if TYPE_CHECKING:
    from bot.questions.queries import Total
    from bot.rankings.model import ClusterRow, Edition, Rankings

DECIMALS = 4
"""Those of the most precise shares that are published: a sum has no more."""


def answer_total(query: Total, rankings: Rankings) -> TotalAnswer | NoData:
    """Answer with a sum where every part is held: in the edition asked for, or in the newest that holds them all."""
    asked = cluster_edition(rankings, query.edition)
    candidates = [asked] if query.edition is not None else [e for e in rankings.editions.values() if e.rows]
    for edition in candidates:
        parts = _parts(query, edition, rankings)
        if parts:
            return _summed(query, edition, parts, asked.year, rankings)
    held = tuple(year for year, edition in rankings.editions.items() if _parts(query, edition, rankings))
    name = _subject(query, rankings)
    return NoData(query=query, subject=name, what=query.measure, edition=asked.year, held=held)


def _parts(query: Total, edition: Edition, rankings: Rankings) -> tuple[Value, ...]:
    """Return every figure to be added; nothing where one of them is not held."""
    rows = _rows(query, edition, rankings)
    found = figures_of(query, rows, rankings)
    return found if rows and len(found) == len(rows) else ()


def figures_of(query: Total, rows: tuple[ClusterRow, ...], rankings: Rankings) -> tuple[Value, ...]:
    """Return the figures of some rows that are held."""
    return tuple(value for row in rows if (value := figures.figure(rankings, row, query.measure)) is not None)


def _rows(query: Total, edition: Edition, rankings: Rankings) -> tuple[ClusterRow, ...]:
    """Return the clusters to be added; nothing where they are not all known."""
    if query.clusters:
        rows = [edition.rows.get(ref.id) for ref in query.clusters]
        return tuple(row for row in rows if row is not None) if None not in rows else ()
    within = query.within or RANKS_PUBLISHED
    rows = tuple(row for row in rows_in(rankings, edition, query.area) if row.rank is None or row.rank <= within)
    if query.area is None:
        return rows if len(rows) == within and all(row.rank is not None for row in rows) else ()
    total = count_clusters(rankings, edition, query.area, within).exact
    return rows if total is not None and len(rows) == int(total.value) else ()


def _summed(query: Total, edition: Edition, parts: tuple[Value, ...], asked: int, rankings: Rankings) -> TotalAnswer:
    amount = round(sum(float(part.value) for part in parts), DECIMALS)
    sources = tuple(dict.fromkeys(source for part in parts for source in part.sources))
    evidence = weakest(tuple(part.evidence for part in parts))
    name = _subject(query, rankings)
    total = Value(name, parts[0].measure, edition.year, amount, parts[0].unit, evidence, sources)
    summed = replace(total, measure=f"{total.measure}_sum")
    older = () if edition.year == asked else (Caveat(CaveatKind.OLDER_EDITION, (asked, edition.year)),)
    named = query.clusters or query.area is not None
    return TotalAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        total=total,
        parts=parts,
        places=tuple(part.subject for part in parts) if query.clusters else (name,) if named else (),
        values=(summed, *parts) if query.clusters else (summed,),
        caveats=(*older, *doubts(parts)),
    )


def _subject(query: Total, rankings: Rankings) -> str:
    if query.clusters:
        return " + ".join(rankings.clusters[ref.id].name for ref in query.clusters)
    area = area_name(rankings, query.area)
    return area or f"top {query.within or RANKS_PUBLISHED}"
