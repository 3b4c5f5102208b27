"""Readings of a stretch of the ranking: "ranks 11 to 20", "which clusters sit between Seoul and London"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

RANGING = frozenset(("to", "through", "thru"))
NUMBERS = (Kind.NUMBER, Kind.ORDINAL)


def stretch(s: Sentence) -> Query | None:
    """The clusters from one rank to another."""
    ends = [cast("int", mark.value) for mark in s.of(*NUMBERS)]
    if len(ends) != 2 or not s.only(*NUMBERS, Kind.SEVERAL_NUMBERS, Kind.SUM) or s.has(Kind.ECONOMIES):
        return None
    first, last = s.of(*NUMBERS)
    joined = [mark.text.casefold() for mark in s.marks if first.end <= mark.start and mark.end <= last.start]
    between = "and" in joined and s.says("between", "from")
    topical = s.any(Kind.RANK, Kind.CLUSTERS, Kind.RANKING, Kind.WHO, Kind.WHICH, Kind.EDITION, Kind.LIST)
    if not (RANGING.intersection(joined) or between) or not (
        topical or first.kind is Kind.ORDINAL or s.says("number", "numbers")
    ):
        return None
    return _ranks(ends[0], ends[1], s.edition)


def amid(s: Sentence) -> Query | None:
    """The clusters between two that are named, where both ranks are held."""
    if len(s.clusters) != 2 or s.areas or not s.says("between") or not s.any(Kind.WHICH, Kind.WHO, Kind.LIST):
        return None
    between = next(mark.start for mark in s.marks if "between" in mark.text.casefold().split())
    if not any(mark.start < between for mark in s.of(Kind.CLUSTERS, Kind.WHO, Kind.WHICH, Kind.LIST)):
        return None  # "between Seoul and Tokyo, who is it"
    if not s.any(Kind.CLUSTERS, Kind.WHO) or not s.only(Kind.CLUSTER, Kind.SHARE) or s.says("which one", "higher"):
        return None
    edition = s.rankings.newest if s.edition is None else s.rankings.editions[s.edition]
    rows = [edition.rows.get(cluster.id) for cluster in s.clusters]
    ranks = sorted(row.rank for row in rows if row is not None and row.rank is not None)
    return _ranks(ranks[0] + 1, ranks[1] - 1, edition.year) if len(ranks) == 2 else None


def _ranks(first: int, last: int, edition: int | None) -> Query | None:
    if not 1 <= first <= last <= RANKS_PUBLISHED:
        return None
    return queries.Top(last - first + 1, None, Measure.SIZE, edition, first=first)
