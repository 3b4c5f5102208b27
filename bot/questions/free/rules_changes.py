"""Readings about change: movement, movers, newcomers, histories, streaks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.limits import MOVER_NOUNS, MOVING, counts_movers, inside_ranks, older_ranks, owned_ranks
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import POSITIONS, RANKS
from bot.questions.free.rules_histories import developed
from bot.questions.free.spelling import plain
from bot.questions.refs import Direction

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

RELATIVE = ("that", "which", "who")
ASKED = (Kind.WHICH, Kind.WHO, Kind.LIST, Kind.CLUSTERS)
NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)


def moved(s: Sentence) -> Query | None:
    """How one cluster or economy moved."""
    spanned = s.has(Kind.SINCE) or len(s.editions) == 2
    if len(s.subjects) != 1 or not (spanned or s.any(*MOVING, Kind.CHANGED)) or s.has(Kind.REGION):
        return None
    if (s.has(Kind.CLUSTERS) and not s.clusters) or any(mark.text.casefold() in MOVER_NOUNS for mark in s.marks):
        return None
    if s.opens(*MOVING) and len(s.marks) > 1 and s.marks[1].text.casefold() == "in":  # "climbing in Munich"
        return None
    if s.has(Kind.WHO) and not s.clusters:  # "who rose in Spain" asks for clusters there
        return None
    ok = (*MOVING, Kind.CHANGED, Kind.SINCE, Kind.HOW_MUCH, Kind.MARGIN, Kind.HOW_MANY, Kind.SEVERAL_EDITIONS)
    ok = (*ok, Kind.LARGE) if s.says("how big", "how large", "big", "how great") else ok
    if developed(s) and not s.has(Kind.ECONOMIES):
        ok = (*ok, Kind.HISTORY)
    if not s.only(*ok, Kind.CLUSTER, Kind.ECONOMY, Kind.COMPARE, Kind.ECONOMIES):
        return None
    since, edition = _span(s)
    if s.says("happened to", "happen to") and s.clusters and not s.editions and since is None:
        return queries.History(s.clusters[0])
    return queries.Moved(s.subjects[0], edition, since)


def economy_movers(s: Sentence) -> Query | None:
    """Which economies climbed or fell in the index."""
    if s.clusters or s.economies or not s.any(*MOVING) or s.has(Kind.CLUSTERS) or s.opens(Kind.COPULA, Kind.HAVE):
        return None
    if not (s.has(Kind.ECONOMIES) or s.of_economies):
        return None
    if s.any(Kind.MORE_THAN, Kind.AT_LEAST):
        return _economies_by(s)
    ok = (*MOVING, Kind.SINCE, Kind.BEST, Kind.WORST, Kind.MOST, Kind.WITHIN, Kind.NUMBER, Kind.SEVERAL_EDITIONS)
    if not s.only(*ok, Kind.ECONOMIES, Kind.REGION, Kind.LARGE, Kind.COMPARE):
        return None
    most = s.says("most improved") or any(mark.text.casefold() in MOVER_NOUNS for mark in s.marks)
    described = any(
        one.kind is Kind.ECONOMIES and plain(two.text) in RELATIVE for one, two in pairwise(s.marks)
    )  # "Asian countries that climbed"
    if not (most or described) and not s.any(
        Kind.WHICH, Kind.WHO, Kind.MOST, Kind.BEST, Kind.LARGE, Kind.WITHIN, Kind.NUMBER, Kind.LIST
    ):
        return None
    if not counts_movers(s):
        return None
    since, edition = _span(s)
    number = s.within if s.within is not None else s.number
    count = queries.MOVERS_DEFAULT if number is None else number
    fits = 1 <= count <= queries.LIST_MAXIMUM
    return queries.EconomyMovers(_direction(s), count, s.area, edition, since) if fits else None


def _economies_by(s: Sentence) -> Query | None:
    """Which economies moved so far: "countries that gained at least 10 places"."""
    by = _distance(s)
    ok = (*MOVING, Kind.SINCE, Kind.SEVERAL_EDITIONS, Kind.ECONOMIES, Kind.REGION, Kind.COMPARE, Kind.NUMBER)
    if by is None or s.has(Kind.HOW_MANY) or not s.only(*ok, Kind.MORE_THAN, Kind.AT_LEAST):
        return None
    since, edition = _span(s)
    return queries.EconomyMovers(_direction(s), queries.LIST_MAXIMUM, s.area, edition, since, by)


def _direction(s: Sentence) -> Direction:
    if s.has(Kind.UP) == s.has(Kind.DOWN):
        return Direction.BOTH
    return Direction.UP if s.has(Kind.UP) else Direction.DOWN


def movers(s: Sentence) -> Query | None:
    """Who climbed, who fell, who stayed where they were."""
    any_of = s.opens(Kind.COPULA, Kind.HAVE) and s.says("any", "any of") and s.has(Kind.CLUSTERS)
    any_of = any_of or (s.opens(Kind.COPULA, Kind.HAVE) and s.says("anyone", "anybody") and s.has(Kind.WITHIN))
    among = s.within if inside_ranks(s) or (s.opens(Kind.WHICH) and s.has(Kind.WITHIN, Kind.CLUSTERS)) else None
    if s.clusters or len(s.areas) > 1 or (s.opens(Kind.COPULA, Kind.HAVE) and not any_of):
        return None
    still = s.has(Kind.STAY) or (s.has(Kind.NOT, Kind.MOVE) and s.says("didnt", "did not", "didn't", "not", "hasnt"))
    if (
        still
        and s.any(Kind.WHICH, Kind.WHO)
        and s.only(*NAMED, Kind.STAY, Kind.NOT, Kind.MOVE, Kind.SINCE, Kind.WITHIN)
    ):
        since, edition = _span(s)
        if among is None and s.has(Kind.WITHIN):
            return None
        return queries.Movers(Direction.SAME, queries.LIST_MAXIMUM, s.area, edition, since, among)
    if not s.any(*MOVING):
        return None
    if s.has(Kind.WITHIN) and (among is not None or s.has(Kind.CLUSTERS)) and (owned_ranks(s) or older_ranks(s)):
        return None
    if s.any(Kind.MORE_THAN, Kind.AT_LEAST) or among is not None:
        return _limited(s, among)
    if not counts_movers(s):
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


def _limited(s: Sentence, among: int | None) -> Query | None:
    """Who of the leading ones moved, or who moved so far: "which of the top 10 rose", "who fell more than 5 places"."""
    by = _distance(s)
    ok = (*MOVING, Kind.SINCE, Kind.SEVERAL_EDITIONS, Kind.ECONOMY, Kind.REGION, Kind.COMPARE, Kind.MORE_THAN)
    number = (Kind.NUMBER, Kind.AT_LEAST, Kind.SEVERAL_NUMBERS) if by is not None else ()
    most = (Kind.MOST,) if among is not None and by is None else ()
    within = (Kind.WITHIN,) if among is not None else ()
    if not s.only(*ok, *number, *most, *within) or s.has(Kind.HOW_MANY) or not (s.any(*ASKED) or among is not None):
        return None
    if by is None and s.any(Kind.NUMBER, Kind.MORE_THAN, Kind.AT_LEAST):
        return None
    since, edition = _span(s)
    return queries.Movers(_direction(s), queries.LIST_MAXIMUM, s.area, edition, since, among, by or 1)


def _distance(s: Sentence) -> int | None:
    """Return how many positions somebody moved at least: 11 for "more than 10 places"."""
    for relation, number, unit in zip(s.marks, s.marks[1:], s.marks[2:], strict=False):
        if number.kind is Kind.NUMBER and plain(unit.text) in POSITIONS | RANKS:
            more = {Kind.MORE_THAN: 1, Kind.AT_LEAST: 0}.get(relation.kind)
            return None if more is None else cast("int", number.value) + more
    return None


def _span(s: Sentence) -> tuple[int | None, int | None]:
    """Return from and to which edition a movement is asked: "since 2022", "from 2022 to 2024", "in 2024"."""
    if s.has(Kind.SINCE) and s.since is not None:
        swapped = s.edition is not None and s.edition < s.since
        return (s.edition, s.since) if swapped else (s.since, s.edition)
    if len(s.editions) == 2:
        return min(s.editions), max(s.editions)
    return None, s.edition
