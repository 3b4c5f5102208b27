"""How many clusters an area has: the published count, a complete table's own, or only a lower bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.model import ClusterCount
from bot.answers.standing import published_count
from bot.answers.values import Unit, Value
from bot.questions.refs import EconomyRef
from bot.rankings.model import RANKS_PUBLISHED, weakest

if TYPE_CHECKING:
    from bot.questions.refs import Area
    from bot.rankings.model import ClusterRow, Edition, Rankings

MEASURE = "cluster_count"
LOWER_BOUND = "cluster_count_at_least"


def codes_of(rankings: Rankings, area: Area) -> frozenset[str]:
    """Return the ISO codes of the economies of an area."""
    return frozenset((area.code,)) if isinstance(area, EconomyRef) else rankings.regions[area.id].economies


def area_name(rankings: Rankings, area: Area | None) -> str:
    """Return the name an area has in replies; empty for the whole world."""
    if area is None:
        return ""
    return rankings.economies[area.code].short_name if isinstance(area, EconomyRef) else rankings.regions[area.id].name


def rows_in(rankings: Rankings, edition: Edition, area: Area | None) -> tuple[ClusterRow, ...]:
    """Return the clusters of an area held in an edition, best known rank first; those without a rank come last."""
    if isinstance(area, EconomyRef):
        return edition.by_economy.get(area.code, ())
    rows = tuple(edition.rows.values())
    if area is None:
        return rows
    codes = codes_of(rankings, area)
    return tuple(row for row in rows if not codes.isdisjoint(row.economies))


def leading(edition: Edition, within: int) -> tuple[ClusterRow, ...]:
    """Return the clusters known among the first `within` ranks."""
    return tuple(row for row in edition.ranked if row.rank is not None and row.rank <= within)


def count_clusters(rankings: Rankings, edition: Edition, area: Area, within: int = RANKS_PUBLISHED) -> ClusterCount:
    """Return how many of the first `within` clusters lie in an area.

    A cross-border cluster counts once for each of its economies, as in the published counts. The count is exact
    where one is published, or where every rank it goes through is held.
    """
    name = area_name(rankings, area)
    if within == RANKS_PUBLISHED:
        held = rows_in(rankings, edition, area)
        statement = published_count(edition, area.code) if isinstance(area, EconomyRef) else None
        settled = edition.complete
    else:
        codes = codes_of(rankings, area)
        through = leading(edition, within)
        held = tuple(row for row in through if not codes.isdisjoint(row.economies))
        statement = None
        settled = len(through) == within or _all_ranked(rankings, edition, area)
    if statement is not None:
        exact = figures.stated(name, MEASURE, statement, int(statement.value), Unit.COUNT)
    else:
        exact = counted(name, edition, held) if settled else None
    return ClusterCount(exact, counted(name, edition, held, LOWER_BOUND))


def _all_ranked(rankings: Rankings, edition: Edition, area: Area) -> bool:
    """Return whether every cluster that an economy is published to have is named, with its rank."""
    statement = published_count(edition, area.code) if isinstance(area, EconomyRef) else None
    rows = rows_in(rankings, edition, area)
    return statement is not None and len(rows) == int(statement.value) and all(row.rank is not None for row in rows)


def counted(name: str, edition: Edition, rows: tuple[ClusterRow, ...], measure: str = MEASURE) -> Value:
    """Return a count made from rows: as well attested as the weakest row of what was counted through."""
    basis = rows or edition.ranked
    sources = tuple(dict.fromkeys(source for row in basis for source in row.sources)) or edition.method.sources
    evidence = weakest(tuple(row.evidence for row in basis) or (edition.method.evidence,))
    return Value(name, measure, edition.year, len(rows), Unit.COUNT, evidence, sources)
