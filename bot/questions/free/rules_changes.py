"""Readings about change: movement, movers, newcomers, histories, streaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import assertions, queries
from bot.questions.free.marks import Kind
from bot.questions.refs import Direction
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
EXTREMES = ("best", "highest", "best ranked", "highest ranked", "strongest", "best placed", "worst", "lowest")
"""What asks for a best year rather than for the first rank: "when was Boston best ranked"."""
MOVING = (Kind.UP, Kind.DOWN, Kind.MOVE)
MOVER_NOUNS = frozenset(
    [
        "climbers",
        "climber",
        "fallers",
        "faller",
        "movers",
        "mover",
        "gainers",
        "gainer",
        "losers",
        "loser",
        "winners",
        "risers",
        "riser",
        "decliners",
        "decliner",
        "droppers",
        "dropper",
        "jumpers",
        "jumper",
    ]
)


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
    if twice and len({mark.value for mark in s.of(Kind.BEST, Kind.ORDINAL)}) == 1 and s.only(Kind.BEST, Kind.ORDINAL):
        return queries.Holders(s.ordinal or 1)
    winners = s.says("winners", "winner", "champions") and s.any(Kind.HISTORY, Kind.BEFORE, Kind.SINCE)
    since = s.has(Kind.SINCE, Kind.WHO, Kind.BEST) and s.since == min(s.rankings.editions)
    first = s.any(Kind.BEST, Kind.ORDINAL, Kind.AHEAD)
    asked = (first and (s.any(Kind.BEFORE, Kind.HISTORY) or ever or since)) or toppled or winners
    if not asked or len(s.clusters) > 1 or s.areas or not (s.any(Kind.WHO, Kind.WHICH, Kind.LIST) or s.bare or ever or winners):
        return None
    ok = (Kind.BEST, Kind.ORDINAL, Kind.BEFORE, Kind.HISTORY, Kind.CLUSTER, Kind.AHEAD, *((Kind.EVER,) if ever else ()))
    ok = (*ok, *((Kind.UP, Kind.SINCE) if winners else ()), *((Kind.SINCE,) if since else ()))
    return queries.Holders(s.ordinal or 1) if s.only(*ok) else None


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
    ok = (Kind.HISTORY, Kind.PEAK, Kind.SINCE, *MOVING, Kind.CLUSTER, Kind.ECONOMY, Kind.ECONOMIES, Kind.WHEN)
    superlative = (Kind.EVER, Kind.BEST, Kind.WORST) if s.clusters or s.any(Kind.RANK, Kind.PEAK) else ()
    if not s.only(*ok, *superlative) or (s.has(Kind.CLUSTERS) and not s.clusters):
        return None
    return queries.History(s.clusters[0]) if s.clusters else queries.EconomyHistory(s.economies[0])


def histories(s: Sentence) -> Query | None:
    """Every edition of several clusters, or of several economies."""
    several = 1 < len(s.subjects) <= queries.HISTORIES_MAXIMUM and len({type(subject) for subject in s.subjects}) == 1
    asked = s.any(Kind.HISTORY, Kind.MOVE) or (s.has(Kind.SINCE) and s.any(Kind.COMPARE, Kind.RANK))
    ok = (Kind.CLUSTER, Kind.ECONOMY, Kind.HISTORY, Kind.MOVE, Kind.SINCE, Kind.COMPARE)
    journey = s.says("to") or s.has(Kind.CLUSTERS)
    return queries.Histories(s.subjects) if several and asked and s.only(*ok) and not journey else None


def newcomers(s: Sentence) -> Query | None:
    """Which clusters entered or left, or when one did."""
    left = s.has(Kind.LEFT) or (s.has(Kind.NOT, Kind.WHO) and s.says("no longer") and s.has(Kind.RANKING))
    since = s.has(Kind.HOW_LONG) and s.any(Kind.RANKING, Kind.RANK) and len(s.clusters) == 1
    since = since or (s.has(Kind.WHEN, Kind.REACH) and len(s.clusters) == 1)
    if s.says("missing", "absent", "gone") and not s.any(Kind.CLUSTERS, Kind.CLUSTER, Kind.WHO):
        return None
    if not (left or since or s.has(Kind.NEW)) or (
        s.says("added", "introduced") and not s.any(Kind.CLUSTERS, Kind.CLUSTER)
    ):
        return None
    topical = s.any(Kind.CLUSTERS, Kind.CLUSTER, Kind.WHO, Kind.WHICH, Kind.RANKING, Kind.EDITION, Kind.LIST)
    if s.areas and not topical and s.says("new"):  # "Chinese new year"
        return None
    nouns = s.says("newcomers", "new entries", "newbies", "entrants", "new clusters", "debutants")
    counted = (Kind.HOW_MANY,) if (s.has(Kind.CLUSTERS) or nouns) and not s.clusters else ()
    ok = (Kind.NEW, Kind.LEFT, Kind.WHEN, *counted, *NAMED, Kind.HOW_LONG, Kind.STAY, Kind.CHECK)
    if not s.only(*ok, *((Kind.NOT,) if left else ())) or s.any(Kind.NEW) == left or s.has(Kind.MEASURE):
        return None if not since else _first(s)
    if len(s.clusters) == 1 and not s.areas:
        return _left(s) if left else _first(s)
    return queries.Newcomers(s.area, s.edition, left) if not s.clusters and len(s.areas) <= 1 else None


def _first(s: Sentence) -> Query | None:
    if not s.only(Kind.NEW, Kind.WHEN, Kind.CLUSTER, Kind.HOW_LONG, Kind.STAY, Kind.CHECK):
        return None
    return _stated(s, "first_appearance") or queries.History(s.clusters[0])


def _left(s: Sentence) -> Query | None:
    found = _stated(s, "left_top_100")
    if found is None and not s.any(Kind.WHEN, Kind.HOW_LONG):
        return queries.Claim(assertions.AtRank(s.clusters[0], 1, RANKS_PUBLISHED), s.edition, negated=True)
    return found or queries.History(s.clusters[0])


def _stated(s: Sentence, measure: str) -> Query | None:
    """Ask for what is published of a cluster, if anything is."""
    cluster = s.clusters[0].id
    known = any((x.about, x.ref, x.measure) == ("cluster", cluster, measure) for x in s.rankings.statements)
    return queries.Fact("cluster", cluster, (measure,), s.edition) if known else None


def moved(s: Sentence) -> Query | None:
    """How one cluster or economy moved."""
    spanned = s.has(Kind.SINCE) or len(s.editions) == 2
    if len(s.subjects) != 1 or not (spanned or s.any(*MOVING, Kind.CHANGED)) or s.has(Kind.REGION):
        return None
    if (s.has(Kind.CLUSTERS) and not s.clusters) or any(mark.text.casefold() in MOVER_NOUNS for mark in s.marks):
        return None
    if s.has(Kind.WHO) and not s.clusters:  # "who rose in Spain" asks for clusters there
        return None
    ok = (*MOVING, Kind.CHANGED, Kind.SINCE, Kind.HOW_MUCH, Kind.MARGIN, Kind.HOW_MANY, Kind.SEVERAL_EDITIONS)
    ok = (*ok, Kind.LARGE) if s.says("how big", "how large", "big", "how great") else ok
    if not s.only(*ok, Kind.CLUSTER, Kind.ECONOMY, Kind.COMPARE, Kind.ECONOMIES):
        return None
    since, edition = _span(s)
    return queries.Moved(s.subjects[0], edition, since)


def economy_movers(s: Sentence) -> Query | None:
    """Which economies climbed or fell in the index."""
    if s.clusters or s.economies or not s.any(*MOVING) or s.has(Kind.CLUSTERS) or s.opens(Kind.COPULA, Kind.HAVE):
        return None
    ok = (*MOVING, Kind.SINCE, Kind.BEST, Kind.WORST, Kind.MOST, Kind.WITHIN, Kind.NUMBER, Kind.SEVERAL_EDITIONS)
    if not s.has(Kind.ECONOMIES) or not s.only(*ok, Kind.ECONOMIES, Kind.REGION, Kind.LARGE, Kind.COMPARE):
        return None
    most = s.says("most improved") or any(mark.text.casefold() in MOVER_NOUNS for mark in s.marks)
    if not most and not s.any(Kind.WHICH, Kind.WHO, Kind.MOST, Kind.BEST, Kind.LARGE, Kind.WITHIN, Kind.NUMBER, Kind.LIST):
        return None
    if s.within is not None and s.says("among", "in the", "of the", "out of", "among the"):
        return None
    since, edition = _span(s)
    number = s.within if s.within is not None else s.number
    count = queries.MOVERS_DEFAULT if number is None else number
    fits = 1 <= count <= queries.LIST_MAXIMUM
    return queries.EconomyMovers(_direction(s), count, s.area, edition, since) if fits else None


def _direction(s: Sentence) -> Direction:
    if s.has(Kind.UP) == s.has(Kind.DOWN):
        return Direction.BOTH
    return Direction.UP if s.has(Kind.UP) else Direction.DOWN


def movers(s: Sentence) -> Query | None:
    """Who climbed, who fell, who stayed where they were."""
    any_of = s.opens(Kind.COPULA, Kind.HAVE) and s.says("any", "any of") and s.has(Kind.CLUSTERS)
    if s.clusters or len(s.areas) > 1 or (s.opens(Kind.COPULA, Kind.HAVE) and not any_of):
        return None
    still = s.has(Kind.STAY) or (s.has(Kind.NOT, Kind.MOVE) and s.says("didnt", "did not", "didn't", "not", "hasnt"))
    if still and s.any(Kind.WHICH, Kind.WHO) and s.only(*NAMED, Kind.STAY, Kind.NOT, Kind.MOVE, Kind.SINCE):
        since, edition = _span(s)
        return queries.Movers(Direction.SAME, queries.LIST_MAXIMUM, s.area, edition, since)
    if not s.any(*MOVING):
        return None
    ok = (*MOVING, Kind.SINCE, Kind.BEST, Kind.WORST, Kind.MOST, Kind.WITHIN, Kind.NUMBER, Kind.SEVERAL_EDITIONS)
    if not s.only(*ok, Kind.ECONOMY, Kind.REGION, Kind.LARGE, Kind.COMPARE):
        return None
    nouns = any(mark.text.casefold() in MOVER_NOUNS for mark in s.marks)
    asked = s.any(Kind.CLUSTERS, Kind.WHO, Kind.MOST, Kind.BEST, Kind.LARGE, Kind.WITHIN, Kind.NUMBER)
    if not asked and not nouns and not (s.areas and s.has(Kind.WHICH)):
        return None
    since, edition = _span(s)
    number = s.within if s.within is not None else s.number
    count = queries.MOVERS_DEFAULT if number is None else number
    return queries.Movers(_direction(s), count, s.area, edition, since) if 1 <= count <= queries.LIST_MAXIMUM else None


def _span(s: Sentence) -> tuple[int | None, int | None]:
    """Return from and to which edition a movement is asked: "since 2022", "from 2022 to 2024", "in 2024"."""
    if s.has(Kind.SINCE) and s.since is not None:
        swapped = s.edition is not None and s.edition < s.since
        return (s.edition, s.since) if swapped else (s.since, s.edition)
    if len(s.editions) == 2:
        return min(s.editions), max(s.editions)
    return None, s.edition
