"""Readings that count: clusters of an area, economies by clusters, shares of the world's output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
WORLD_SHARES = {
    Measure.PATENTS: "share_of_world_pct_applications",
    Measure.PUBLICATIONS: "share_of_world_publications",
    Measure.VENTURE_CAPITAL: "share_of_world_vc_deals",
}


def world_share(s: Sentence) -> Query | None:
    """What share of the world's output the leading clusters have."""
    by = s.measure
    shared = s.any(Kind.SHARE, Kind.HOW_MUCH, Kind.PERCENT) or (s.has(Kind.HOW_MANY) and s.says("%", "percent"))
    if s.any(*NAMED) or by is None or by not in WORLD_SHARES or not shared:
        return None
    lead = s.within if s.within is not None else s.number
    leading = lead is None or s.has(Kind.WITHIN) or s.any(Kind.BEST, Kind.LARGE) or lead == RANKS_PUBLISHED
    if lead is None and s.any(Kind.RANKING, Kind.CLUSTERS) and not s.any(Kind.BEST, Kind.LARGE):
        lead = RANKS_PUBLISHED
    ok = (Kind.SHARE, Kind.HOW_MUCH, Kind.HOW_MANY, Kind.MEASURE, Kind.WITHIN, Kind.NUMBER, Kind.COME_FROM, Kind.BEST)
    more = (Kind.LARGE, Kind.SUM, Kind.MEMBER, Kind.PERCENT, Kind.CHECK, Kind.RELEASE)
    if lead is None or not leading or not s.only(*ok, *more):
        return None
    return queries.Fact("top", str(lead), (WORLD_SHARES[by],), s.edition)


def count(s: Sentence) -> Query | None:
    """How many clusters."""
    counting = s.has(Kind.HOW_MANY)
    ok = (Kind.HOW_MANY, Kind.WITHIN, Kind.NUMBER, Kind.ECONOMIES, Kind.AT_LEAST, Kind.ECONOMY, Kind.REGION, Kind.MOST)
    if s.clusters or not s.only(*ok, Kind.BEST, Kind.BY_COUNT, Kind.COME_FROM, Kind.SUM, Kind.SEVERAL_NUMBERS):
        return None
    if s.has(Kind.SEVERAL_NUMBERS) and not (s.has(Kind.WITHIN, Kind.NUMBER) and s.has(Kind.ECONOMIES)):
        return None
    holders = s.has(Kind.ECONOMIES) or (s.has(Kind.WHO, Kind.HAVE) and s.has(Kind.MOST))
    if (holders and s.has(Kind.CLUSTERS)) or s.has(Kind.BY_COUNT):
        return _economies_by_count(s)
    if not counting or s.any(Kind.ECONOMIES, Kind.NUMBER, Kind.AT_LEAST, Kind.BY_COUNT):
        return None
    if (
        len(s.areas) == 1
        and not s.any(Kind.MOST, Kind.BEST)
        and s.any(Kind.CLUSTERS, Kind.RANKING, Kind.WITHIN, Kind.EDITION)
    ):
        within = s.within
        return queries.Count(s.area, s.edition, None if within == RANKS_PUBLISHED else within)
    return None


def most_clusters(s: Sentence) -> Query | None:
    """Whether an economy has the most clusters: the table of counts says so."""
    asked = s.has(Kind.MOST, Kind.CLUSTERS) and len(s.economies) == 1 and s.any(Kind.HAVE, Kind.COPULA)
    ok = (Kind.MOST, Kind.ECONOMY, Kind.ECONOMIES, Kind.CHECK)
    return queries.Count(None, s.edition) if asked and s.only(*ok) else None


def _economies_by_count(s: Sentence) -> Query | None:
    if s.areas:
        return None
    if s.has(Kind.HOW_MANY) and not s.any(Kind.MOST, Kind.BEST, Kind.BY_COUNT):
        counted = s.any(Kind.NUMBER, Kind.WITHIN) and not (s.has(Kind.AT_LEAST) and s.number == 1)
        ranked = s.has(Kind.RANK) or s.says("number of clusters")
        return None if counted or ranked else queries.Fact("world", "", ("economies_with_a_cluster",), s.edition)
    if s.number is not None and not s.any(Kind.BEST, Kind.MOST):
        return None if s.has(Kind.AT_LEAST) else queries.Count(None, s.edition, s.within, exactly=s.number)
    asked = s.any(Kind.MOST, Kind.BY_COUNT, Kind.LIST) and not s.any(Kind.NUMBER, Kind.BEST)
    return queries.Count(None, s.edition, s.within) if asked else None
