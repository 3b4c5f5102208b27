"""Readings about who came into the top 100, and who left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import assertions, queries
from bot.questions.free.marks import Kind
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)


def newcomers(s: Sentence) -> Query | None:
    """Which clusters entered or left, or when one did."""
    left = s.has(Kind.LEFT) or (s.has(Kind.NOT, Kind.WHO) and s.says("no longer") and s.has(Kind.RANKING))
    since = s.has(Kind.HOW_LONG) and s.any(Kind.RANKING, Kind.RANK) and len(s.clusters) == 1
    since = since or (s.has(Kind.WHEN, Kind.REACH) and len(s.clusters) == 1)
    if s.says("first time") and not since and not s.any(Kind.RANK, Kind.RANKING, Kind.WHEN, Kind.REACH, Kind.EDITION):
        return None  # "first time in Oslo"
    if s.says("missing", "absent", "gone") and not s.any(Kind.CLUSTERS, Kind.CLUSTER, Kind.WHO):
        return None
    if not (left or since or s.has(Kind.NEW)) or (
        s.says("added", "introduced") and not s.any(Kind.CLUSTERS, Kind.CLUSTER)
    ):
        return None
    topical = s.any(Kind.CLUSTERS, Kind.CLUSTER, Kind.WHO, Kind.WHICH, Kind.RANKING, Kind.EDITION, Kind.LIST)
    asked = topical and (not s.clusters or s.any(Kind.RANKING, Kind.WHEN, Kind.EDITION, Kind.WHO, Kind.WHICH))
    if s.says("new") and not asked and not s.any(Kind.COPULA, Kind.CHECK):  # "Chinese new year", "new year in London"
        return None
    if left and not topical and s.has(Kind.OR):  # "left or right"
        return None
    nouns = s.says("newcomers", "new entries", "newbies", "entrants", "new clusters", "debutants")
    counted = (Kind.HOW_MANY,) if (s.has(Kind.CLUSTERS) or nouns) and not s.clusters else ()
    ok = (Kind.NEW, Kind.LEFT, Kind.WHEN, *counted, *NAMED, Kind.HOW_LONG, Kind.STAY, Kind.CHECK)
    if (
        not s.only(*ok, *((Kind.NOT,) if left and not s.says("no") else ()))
        or s.any(Kind.NEW) == left
        or s.has(Kind.MEASURE)
    ):
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
