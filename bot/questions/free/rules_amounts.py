"""Readings of a list by an amount: "American clusters with more than 1 % of patents in 2022"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.questions.refs import EconomyRef
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query
    from bot.questions.refs import Area
    from bot.rankings.model import ClusterRow, Rankings


COUNTS = {
    Measure.POPULATION: Measure.POPULATION,
    Measure.PATENTS: Measure.PATENT_COUNT,
    Measure.PUBLICATIONS: Measure.PUBLICATION_COUNT,
}
"""The measures that are meant by a plain number of people, patents, publications."""

SHARES = (Measure.PATENTS, Measure.PUBLICATIONS, Measure.VENTURE_CAPITAL)
"""Measures that are shares of the world, in per cent."""


def above(s: Sentence) -> Query | None:
    """The clusters that have at least, or more than, a share of the world or a number: where every one is held."""
    amount, measure = s.amount, s.measure
    if amount is None or measure is None or s.clusters or len(s.areas) > 1:
        return None
    if not (measure in SHARES and s.any(Kind.PERCENT, Kind.SHARE)):
        measure = COUNTS.get(measure) if s.has(Kind.NUMBER) else None
    if measure is None:
        return None
    ok = (Kind.MEASURE, Kind.PERCENT, Kind.DECIMAL, Kind.NUMBER, Kind.SHARE, Kind.MORE_THAN, Kind.AT_LEAST)
    if not s.only(*ok, Kind.ECONOMY, Kind.REGION) or not s.any(Kind.MORE_THAN, Kind.AT_LEAST):
        return None
    if not s.any(Kind.CLUSTERS, Kind.WHO, Kind.WHICH) or s.opens(Kind.COPULA, Kind.HAVE):
        return None
    edition = s.rankings.newest if s.edition is None else s.rankings.editions[s.edition]
    amounts = [row.held(measure) for row in edition.rows.values() if _lies(row, s.area, s.rankings)]
    held = [each for each in amounts if each is not None]
    fitting = sum(each > amount or (each == amount and s.has(Kind.AT_LEAST)) for each in held)
    if not edition.complete or len(held) < len(amounts) or not fitting:
        return None
    return queries.Top(fitting, s.area, measure, edition.year)


def _lies(row: ClusterRow, area: Area | None, rankings: Rankings) -> bool:
    """Whether a cluster lies in an area, or there is none to lie in."""
    if area is None:
        return True
    codes = {area.code} if isinstance(area, EconomyRef) else rankings.regions[area.id].economies
    return not set(row.economies).isdisjoint(codes)
