"""What else a question may have meant, where something in it was inferred: another measure, the edition before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions import queries
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.queries import Query

MEASURES = (Measure.SIZE, Measure.PATENTS, Measure.VENTURE_CAPITAL, Measure.PUBLICATIONS, Measure.INTENSITY)

_IN_AN_EDITION = (
    queries.Rank,
    queries.Top,
    queries.Compare,
    queries.CompareEconomies,
    queries.EconomyProfile,
    queries.EconomyRanking,
    queries.EconomyNth,
    queries.Count,
    queries.Who,
    queries.Nth,
    queries.MeasureOf,
    queries.PillarOf,
    queries.Claim,
)


def by_other_measures(query: Query) -> Iterator[tuple[Measure, Query]]:
    """Yield the same question by every other measure, the likeliest first; nothing where none can be named."""
    if isinstance(query, (queries.Top, queries.Compare, queries.Nth)):
        for measure in MEASURES:
            if measure is not query.measure:
                yield measure, replace(query, measure=measure)


def in_edition(query: Query, edition: int) -> Query | None:
    """Return the same question of another edition; None for one that asks of no single edition."""
    return replace(query, edition=edition) if isinstance(query, _IN_AN_EDITION) else None
