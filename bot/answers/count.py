"""`count`: how many clusters an area has, or every economy's count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, count_clusters, leading, rows_in
from bot.answers.editions import cluster_edition
from bot.answers.model import ClusterCount, CountAnswer, CountTableAnswer, EconomyCount, NoData
from bot.answers.standing import rank_or_membership
from bot.answers.values import Caveat, CaveatKind, Status, Unit, Value, doubts
from bot.questions.refs import EconomyRef
from bot.rankings.model import RANKS_PUBLISHED, Measure, weakest

if TYPE_CHECKING:
    from bot.questions.queries import Count
    from bot.questions.refs import Area
    from bot.rankings.model import Edition, Rankings

ECONOMIES_STATEMENT = "economies_with_a_cluster"
ECONOMIES_MEASURE = "economy_count"
EVERY = (1, RANKS_PUBLISHED)
"""From how many clusters to how many every economy that has any has."""


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
    values = (count.exact or count.at_least, *(entry.value for entry in entries))
    whole = count.exact is not None and int(count.exact.value) == len(entries)
    partial = () if whole else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),)
    known = count.exact is not None or bool(entries)
    return CountAnswer(
        query=query,
        area=area_name(rankings, area),
        edition=edition.year,
        count=count,
        gaps=within - len(leading(edition, within)),
        clusters=entries,
        places=(area_name(rankings, area), *(entry.cluster.name for entry in entries)),
        values=values if known else (),
        caveats=(*partial, *doubts(values)),
        status=Status.ANSWERED if known else Status.NO_DATA,
    )


def _table(query: Count, rankings: Rankings, edition: Edition) -> CountTableAnswer | NoData:
    within = query.within or RANKS_PUBLISHED
    rows = [
        EconomyCount(rankings.economies[code], count_clusters(rankings, edition, EconomyRef(code), within))
        for code in edition.by_economy
    ]
    rows = [row for row in rows if _size(row.count)]
    missing = within - len(edition.rows if query.within is None else leading(edition, within))
    decided = _decided(missing, rows, query.low, query.high)
    rows = [row for row in rows if _has(row.count, query.low, query.high)]
    rows.sort(key=lambda row: (-_size(row.count), row.count.exact is None, row.economy.short_name))
    stated = next((item for item in edition.statements if item.measure == ECONOMIES_STATEMENT), None)
    economies: Value | None = None
    if decided and (within < RANKS_PUBLISHED or (query.low, query.high) != EVERY):
        economies = _matching(edition, rows)
    elif query.within is None and stated is not None:
        economies = figures.stated("world", ECONOMIES_STATEMENT, stated, int(stated.value), Unit.COUNT)
    if not rows and (query.low, query.high) == EVERY:
        held = tuple(year for year, other in rankings.editions.items() if leading(other, within))
        return NoData(query=query, subject="", what=Measure.SIZE, edition=edition.year, held=held)
    counts = tuple(row.count.exact or row.count.at_least for row in rows)
    whole = decided and all(row.count.exact is not None for row in rows)
    partial = () if whole else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),)
    return CountTableAnswer(
        query=query,
        edition=edition.year,
        rows=tuple(rows),
        economies=economies,
        places=tuple(row.economy.short_name for row in rows),
        values=counts if economies is None else (*counts, economies),
        caveats=partial,
    )


def _decided(missing: int, rows: list[EconomyCount], low: int, high: int) -> bool:
    """Return whether it is known of every economy if its count lies in a range.

    A cluster that is missing may be anybody's, unless it is counted in one of the published counts.
    """
    missing -= sum(int(row.count.exact.value) - int(row.count.at_least.value) for row in rows if row.count.exact)
    least = [int(row.count.at_least.value) for row in rows if row.count.exact is None]
    return not any(held + missing >= low and held <= high for held in ((0, *least) if missing > 0 else least))


def _matching(edition: Edition, rows: list[EconomyCount]) -> Value:
    """Return how many economies have so many clusters, as well attested as the weakest of their counts."""
    counts = [row.count.exact or row.count.at_least for row in rows]
    sources = tuple(dict.fromkeys(source for count in counts for source in count.sources)) or edition.method.sources
    evidence = weakest(tuple(count.evidence for count in counts) or (edition.method.evidence,))
    return Value("world", ECONOMIES_MEASURE, edition.year, len(rows), Unit.COUNT, evidence, sources)


def _has(count: ClusterCount, low: int, high: int) -> bool:
    """Return whether a count is known to lie in a range: a lower bound shows that only where the range is open."""
    if count.exact is not None:
        return low <= int(count.exact.value) <= high
    return high == RANKS_PUBLISHED and int(count.at_least.value) >= low


def _size(count: ClusterCount) -> int:
    return int((count.exact or count.at_least).value)
