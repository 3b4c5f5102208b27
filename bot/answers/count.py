"""`count`: how many clusters an area has, or every economy's count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, count_clusters, leading, rows_in
from bot.answers.editions import cluster_edition
from bot.answers.model import ClusterCount, CountAnswer, CountTableAnswer, EconomyCount, NoData
from bot.answers.standing import rank_or_membership
from bot.answers.values import Caveat, CaveatKind, Unit, Value, doubts
from bot.questions.queries import EconomyRef
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.questions.queries import Area, Count
    from bot.rankings.model import Edition, Rankings

ECONOMIES_STATEMENT = "economies_with_a_cluster"


def answer_count(query: Count, rankings: Rankings) -> CountAnswer | CountTableAnswer | NoData:
    """Answer with a count where one is published or the table is complete, else with a lower bound that says so."""
    edition = cluster_edition(rankings, query.edition)
    if not edition.rows:
        return NoData(query=query, subject="", what=Measure.SIZE, edition=edition.year)
    if query.area is None:
        return _table(query, rankings, edition)
    return _area(query, query.area, rankings, edition)


def _area(query: Count, area: Area, rankings: Rankings, edition: Edition) -> CountAnswer:
    within = query.within or RANKS_PUBLISHED
    rows = rows_in(rankings, edition, area)
    if within < RANKS_PUBLISHED:
        rows = tuple(row for row in rows if row.rank is not None and row.rank <= within)
    count = count_clusters(rankings, edition, area, within)
    entries = tuple(figures.entry(rankings, row, rank_or_membership(rankings, row), row.rank) for row in rows)
    head = () if count.exact is None else (count.exact,)
    values = (*head, *(entry.value for entry in entries))
    partial = () if count.exact is not None else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),)
    return CountAnswer(
        query=query,
        area=area_name(rankings, area),
        edition=edition.year,
        count=count,
        gaps=within - len(leading(edition, within)),
        clusters=entries,
        places=(area_name(rankings, area),),
        values=values,
        caveats=(*partial, *doubts(values)),
    )


def _table(query: Count, rankings: Rankings, edition: Edition) -> CountTableAnswer:
    within = query.within or RANKS_PUBLISHED
    rows = [
        EconomyCount(rankings.economies[code], count_clusters(rankings, edition, EconomyRef(code), within))
        for code in edition.by_economy
    ]
    rows = [row for row in rows if _size(row.count)]
    rows.sort(key=lambda row: (-_size(row.count), row.count.exact is None, row.economy.short_name))
    stated = next((item for item in edition.statements if item.measure == ECONOMIES_STATEMENT), None)
    economies: Value | None = None
    if query.within is None and stated is not None:
        economies = figures.stated("world", ECONOMIES_STATEMENT, stated, int(stated.value), Unit.COUNT)
    exact = tuple(row.count.exact for row in rows if row.count.exact is not None)
    partial = () if len(exact) == len(rows) else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),)
    return CountTableAnswer(
        query=query,
        edition=edition.year,
        rows=tuple(rows),
        economies=economies,
        places=tuple(row.economy.short_name for row in rows),
        values=exact if economies is None else (*exact, economies),
        caveats=partial,
    )


def _size(count: ClusterCount) -> int:
    return int(count.exact.value) if count.exact is not None else count.at_least
