"""Readings about many editions at once: streaks, holders of a rank, histories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.marks import Kind

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
MOVING = (Kind.UP, Kind.DOWN, Kind.MOVE)
DEVELOPED = frozenset(("develop", "developed", "develops", "evolve", "evolved", "evolves", "evolution",
                       "development", "the development", "development of", "the development of"))  # fmt: skip
"""What asks for the way between two editions where two are named, and for the whole of it elsewhere."""

EXTREMES = ("best", "highest", "best ranked", "highest ranked", "strongest", "best placed", "worst", "lowest")
"""What asks for a best year rather than for the first rank: "when was Boston best ranked"."""


def history(s: Sentence) -> Query | None:
    """Every edition of a cluster or an economy, among them its best and its worst, or several it was asked in."""
    if len(s.clusters) == 1 and not s.areas and len(s.editions) > 2 and s.only(Kind.CLUSTER, Kind.SEVERAL_EDITIONS):
        return queries.History(s.clusters[0])
    since = s.has(Kind.SINCE) and s.says("ranks", "positions", "placements", "places") and s.only(*NAMED, Kind.SINCE)
    if len(s.subjects) == 1 and since and not s.has(Kind.REGION) and not s.has(Kind.HOW_MANY):
        return queries.History(s.clusters[0]) if s.clusters else queries.EconomyHistory(s.economies[0])
    earlier = s.has(Kind.BEFORE) and not s.editions and s.any(Kind.RANK, Kind.WHERE)
    if len(s.subjects) == 1 and earlier and s.only(Kind.CLUSTER, Kind.ECONOMY, Kind.BEFORE):
        return queries.History(s.clusters[0]) if s.clusters else queries.EconomyHistory(s.economies[0])
    extreme = s.has(Kind.EVER) and s.any(Kind.BEST, Kind.WORST) and not s.opens(Kind.COPULA, Kind.HAVE)
    extreme = extreme or (
        s.any(Kind.BEST, Kind.WORST) and s.has(Kind.RANK) and s.says("so far", "to date", "until now")
    )
    if len(s.subjects) != 1 or not (s.any(Kind.HISTORY, Kind.PEAK) or extreme) or s.has(Kind.REGION):
        return None
    if developed(s) and s.says("economy", "economies") and not s.any(Kind.RANK, Kind.RANKING, Kind.INNOVATIVE):
        return None  # how an economy develops is another question
    ok = (Kind.HISTORY, Kind.PEAK, Kind.SINCE, *MOVING, Kind.CLUSTER, Kind.ECONOMY, Kind.ECONOMIES, Kind.WHEN)
    superlative = (Kind.EVER, Kind.BEST, Kind.WORST) if s.clusters or s.any(Kind.RANK, Kind.PEAK) else ()
    if not s.only(*ok, *superlative) or (s.has(Kind.CLUSTERS) and not s.clusters):
        return None
    return queries.History(s.clusters[0]) if s.clusters else queries.EconomyHistory(s.economies[0])


def developed(s: Sentence) -> bool:
    """Whether it is asked how somebody developed, and not for a history by that name."""
    return s.has(Kind.HISTORY) and all(mark.text.casefold() in DEVELOPED for mark in s.of(Kind.HISTORY))


def histories(s: Sentence) -> Query | None:
    """Every edition of several clusters, or of several economies."""
    several = 1 < len(s.subjects) <= queries.HISTORIES_MAXIMUM and len({type(subject) for subject in s.subjects}) == 1
    asked = s.any(Kind.HISTORY, Kind.MOVE) or (s.has(Kind.SINCE) and s.any(Kind.COMPARE, Kind.RANK))
    ok = (Kind.CLUSTER, Kind.ECONOMY, Kind.HISTORY, Kind.MOVE, Kind.SINCE, Kind.COMPARE)
    ok = (*ok, Kind.SEVERAL_EDITIONS) if s.has(Kind.HISTORY) else ok
    journey = s.says("to") or s.has(Kind.CLUSTERS)
    return queries.Histories(s.subjects) if several and asked and s.only(*ok) and not journey else None


def streak(s: Sentence) -> Query | None:
    """How long a cluster or an economy has been first (or nth)."""
    first = s.any(Kind.BEST, Kind.ORDINAL, Kind.WITHIN, Kind.AHEAD) or s.has(Kind.MOST, Kind.INNOVATIVE)
    first = first or (s.has(Kind.NUMBER) and s.any(Kind.STAY, Kind.RANK) and s.says("at", "in", "on", "stuck at"))
    years = s.has(Kind.WHICH, Kind.EDITIONS, Kind.COPULA) and bool(s.clusters)
    if not (years or s.any(Kind.HOW_LONG, Kind.WHEN)) or not first:
        return None
    ok = (Kind.HOW_LONG, Kind.WHEN, Kind.BEST, Kind.ORDINAL, *NAMED, Kind.WITHIN, Kind.AHEAD, Kind.STAY, Kind.ECONOMIES)
    ok = (*ok, Kind.MOST) if s.has(Kind.INNOVATIVE) else ok
    ok = (*ok, Kind.NUMBER) if s.has(Kind.STAY) else ok
    ok = (*ok, Kind.NEW) if s.has(Kind.WITHIN) else ok
    last = (Kind.WORST,) if s.says("last") else ()
    lost = (Kind.DOWN,) if s.says("lost", "lose", "loses") else ()
    if not s.only(*ok, *last, *lost):
        return None
    if len(s.economies) == 1 and not s.clusters and not s.has(Kind.CLUSTERS):
        return queries.EconomyHistory(s.economies[0])
    if not s.clusters and not s.areas and not s.any(Kind.ECONOMIES, Kind.WITHIN):
        return queries.Holders(s.ordinal or 1)
    if len(s.clusters) != 1 or s.areas:
        return None
    superlative = any(mark.text.casefold() in EXTREMES for mark in s.of(Kind.BEST, Kind.WORST))
    if lost or (superlative and s.ordinal is None):
        return queries.History(s.clusters[0])
    rank = s.ordinal or s.number or 1
    return queries.History(s.clusters[0]) if s.has(Kind.WITHIN) else queries.Streak(s.clusters[0], rank)


def before(s: Sentence) -> Query | None:
    """Who held a rank before somebody, or over the years."""
    ever = s.opens(Kind.CLUSTERS) and s.has(Kind.EVER)
    toppled = s.says("dethrone", "dethroned", "predecessor", "predecessors")
    ever = ever or (s.any(Kind.WHO, Kind.WHICH) and s.has(Kind.EVER) and not s.clusters)
    twice = len(s.of(Kind.WHO)) == 2 and len(s.of(Kind.BEST, Kind.ORDINAL)) == 2 and bool(s.editions)
    years = len(s.editions) > 1 and s.any(Kind.WHO, Kind.WHICH) and s.any(Kind.BEST, Kind.ORDINAL)
    if (
        years
        and s.only(Kind.BEST, Kind.ORDINAL, Kind.SEVERAL_EDITIONS)
        and len({x.value for x in s.of(Kind.ORDINAL)}) <= 1
    ):
        return queries.Holders(s.ordinal or 1)
    if twice and len({mark.value for mark in s.of(Kind.BEST, Kind.ORDINAL)}) == 1 and s.only(Kind.BEST, Kind.ORDINAL):
        return queries.Holders(s.ordinal or 1)
    winners = s.says("winners", "winner", "champions") and s.any(Kind.HISTORY, Kind.BEFORE, Kind.SINCE)
    since = s.has(Kind.SINCE, Kind.WHO, Kind.BEST) and s.since == min(s.rankings.editions)
    first = s.any(Kind.BEST, Kind.ORDINAL, Kind.AHEAD)
    asked = (first and (s.any(Kind.BEFORE, Kind.HISTORY) or ever or since)) or toppled or winners
    if (
        not asked
        or len(s.clusters) > 1
        or s.areas
        or not (s.any(Kind.WHO, Kind.WHICH, Kind.LIST) or s.bare or ever or winners)
    ):
        return None
    ok = (Kind.BEST, Kind.ORDINAL, Kind.BEFORE, Kind.HISTORY, Kind.CLUSTER, Kind.AHEAD, *((Kind.EVER,) if ever else ()))
    ok = (*ok, *((Kind.UP, Kind.SINCE) if winners else ()), *((Kind.SINCE,) if since else ()))
    return queries.Holders(s.ordinal or 1) if s.only(*ok) else None
