"""`top` and `bottom`: lists of clusters by a measure, with what is missing from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, count_clusters, rows_in
from bot.answers.editions import cluster_edition
from bot.answers.model import Entry, NoData, TopAnswer
from bot.answers.values import Caveat, CaveatKind, Unit, Value, doubts
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.questions.queries import Top
    from bot.rankings.model import ClusterRow, Edition, Rankings


def answer_top(query: Top, rankings: Rankings) -> TopAnswer | NoData:
    """Answer with what is held of a list, how much is missing, and the newest edition where nothing is.

    A list of the whole world by a rank covers exactly the ranks asked for. Every other list takes the best (or
    last) of what is held, and numbers its lines only where every cluster's figure is held.
    """
    edition = cluster_edition(rankings, query.edition)
    rows = rows_in(rankings, edition, query.area)
    held = [(value, row) for row in rows if (value := figures.figure(rankings, row, query.measure)) is not None]
    subject = area_name(rankings, query.area)
    if not held:
        if query.area is not None and edition.complete and not rows:
            return _answer(query, rankings, edition, [], ())
        editions = tuple(year for year in rankings.editions if _holds(query, rankings, rankings.editions[year]))
        return NoData(
            query=query,
            places=(subject,) if subject else (),
            subject=subject,
            what=query.measure,
            edition=edition.year,
            held=editions,
        )
    sign = 1 if query.measure.lower_is_better else -1
    held.sort(key=lambda pair: (sign * float(pair[0].value), pair[1].rank or RANKS_PUBLISHED))
    if query.area is None and query.measure.lower_is_better:
        return _by_published_rank(query, rankings, edition, held)
    chosen = held[::-1][: query.count] if query.from_end else held[: query.count]
    return _answer(
        query, rankings, edition, held, tuple(_entry(rankings, query, edition, pair, held) for pair in chosen)
    )


def _by_published_rank(
    query: Top, rankings: Rankings, edition: Edition, held: list[tuple[Value, ClusterRow]]
) -> TopAnswer:
    low, high = (1, query.count) if not query.from_end else (RANKS_PUBLISHED - query.count + 1, RANKS_PUBLISHED)
    by_rank = {int(value.value): (value, row) for value, row in held}
    ranks = range(low, high + 1)
    entries = [figures.entry(rankings, by_rank[rank][1], by_rank[rank][0], rank) for rank in ranks if rank in by_rank]
    gaps = tuple(rank for rank in ranks if rank not in by_rank)
    return _answer(query, rankings, edition, held, tuple(entries[::-1] if query.from_end else entries), gaps)


def _entry(
    rankings: Rankings,
    query: Top,
    edition: Edition,
    pair: tuple[Value, ClusterRow],
    held: list[tuple[Value, ClusterRow]],
) -> Entry:
    value, row = pair
    if query.measure.lower_is_better:
        return figures.entry(rankings, row, value, int(value.value))
    whole = len(held) == len(edition.rows) == RANKS_PUBLISHED
    position = 1 + sum(1 for other, _ in held if float(other.value) > float(value.value)) if whole else None
    return figures.entry(rankings, row, value, position)


def _answer(
    query: Top,
    rankings: Rankings,
    edition: Edition,
    held: list[tuple[Value, ClusterRow]],
    entries: tuple[Entry, ...],
    gaps: tuple[int, ...] = (),
) -> TopAnswer:
    total = count_clusters(rankings, edition, query.area).exact if query.area is not None else _hundred(edition)
    missing = bool(gaps) if query.area is None and query.measure.lower_is_better else _missing(held, total)
    complete = next(
        (year for year, other in rankings.editions.items() if other.complete and _holds(query, rankings, other)), None
    )
    values = tuple(entry.value for entry in entries)
    partial = (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),) if missing else ()
    return TopAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        entries=entries,
        held=len(held),
        total=total,
        gaps=gaps,
        complete=complete if missing else None,
        places=tuple(entry.cluster.name for entry in entries),
        values=values,
        caveats=(*partial, *doubts(values)),
    )


def _missing(held: list[tuple[Value, ClusterRow]], total: Value | None) -> bool:
    return total is None or len(held) < int(total.value)


def _hundred(edition: Edition) -> Value:
    method = edition.method
    return Value("world", "cluster_count", edition.year, RANKS_PUBLISHED, Unit.COUNT, method.evidence, method.sources)


def _holds(query: Top, rankings: Rankings, edition: Edition) -> bool:
    rows = rows_in(rankings, edition, query.area)
    return any(figures.raw(row, query.measure) is not None for row in rows)
