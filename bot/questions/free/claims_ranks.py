"""Claims about where somebody stands: "is Munich in the top 20", "is Dublin the only Irish cluster"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.questions import assertions
from bot.questions.free.claims_spans import kept, running
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import AROUND, NAMES
from bot.questions.free.spelling import plain
from bot.questions.refs import EconomyRef
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion, Single
    from bot.questions.free.sentence import Sentence

POSITIONS = (Kind.NUMBER, Kind.ORDINAL, Kind.WITHIN)
_LISTED = """
    100|hundred|the hundred|still in|still on
    |make the list|made the list|makes the list|make the ranking|made the ranking
    |in there|in it|on it|the cut|make the cut|made the cut|makes the cut|make it|made it|makes it|represented
    |included|qualify|qualified|in the ranks|ranked|listed|top 100|top hundred|the list|ranking|the ranking
    |table|list"""
LISTED = frozenset(phrase.strip() for phrase in _LISTED.split("|"))
"""How a place is said to be among the ranked."""

HUNDRED = ("top 100", "top hundred", "top100")
"""The whole ranking of clusters, and not that of economies."""


def at_rank(s: Sentence) -> Assertion | None:
    """Read "is Munich in the top 20", "Tokyo is first in Japan" and "is Sweden second"."""
    span = ranks_claimed(s)
    if span is None or span[0] > span[1] or (s.clusters and _counted(s)):
        return None
    if len(s.clusters) > 1 and (s.any(Kind.AHEAD, Kind.BEHIND) or (s.has(Kind.BEST) and s.any(*POSITIONS))):
        return None
    if any(one.kind is Kind.MOST and plain(two.text) == "of" for one, two in pairwise(s.marks)):
        return None
    shared = _shared(s)
    if s.has(Kind.SHARE) and not shared:
        return None
    ok = (Kind.NUMBER, Kind.ORDINAL, Kind.WITHIN, Kind.BEST, Kind.MOST, Kind.BEYOND, Kind.INCOME, Kind.LARGE, *AROUND)
    spanned = s.has(Kind.HISTORY) or running(s) or (len(s.editions) == 2 and (kept(s) or s.any(Kind.EVER, Kind.ALWAYS)))
    span_of_years = (Kind.SEVERAL_EDITIONS,) if spanned else ()
    ok = (*ok, Kind.SHARE) if shared else ok
    if not s.only(*NAMES, *ok, Kind.ECONOMIES, Kind.PILLAR, Kind.MEASURE, Kind.AHEAD, Kind.BEHIND, *span_of_years):
        return None
    if s.has(Kind.MOST) and not s.any(Kind.INNOVATIVE, Kind.MEASURE):
        return None
    if s.any(Kind.ECONOMIES, Kind.PILLAR, Kind.INCOME) or not s.clusters:
        return _economy_at_rank(s, *span)
    if not each(s, len(s.clusters)) or len(s.areas) > 1:
        return None
    if s.areas and not s.any(Kind.BEST, Kind.ORDINAL, Kind.AHEAD, Kind.WITHIN) and not shared:
        return None
    area = s.areas[0] if s.areas else None
    return all_of([assertions.AtRank(cluster, *span, area, s.measure or Measure.SIZE) for cluster in s.clusters])


def alone(s: Sentence) -> Assertion | None:
    """Read "is Dublin the only Irish cluster"."""
    if not s.has(Kind.ONLY) or len(s.clusters) != 1 or len(s.areas) != 1 or not s.has(Kind.CLUSTERS):
        return None
    if not s.only(Kind.ONLY, Kind.CLUSTER, *NAMES, Kind.NOT, Kind.CHECK, Kind.STAY, Kind.WITHIN):
        return None
    (cluster,), (area,) = s.clusters, s.areas
    within = RANKS_PUBLISHED if s.within is None else s.within
    if not isinstance(area, EconomyRef) or area.code not in s.rankings.histories[cluster.id][0].economies:
        return None
    ranked = assertions.AtRank(cluster, 1, within)
    return assertions.AllOf((ranked, assertions.HasClusters(area, 1, 1, within)))


def among(s: Sentence) -> Assertion | None:
    """Read "is Hamamatsu still among Japan's clusters"."""
    if len(s.clusters) != 1 or len(s.economies) != 1 or not s.has(Kind.CLUSTERS) or not s.says("among", "one of"):
        return None
    (cluster,), (economy,) = s.clusters, s.economies
    lies = economy.code in s.rankings.histories[cluster.id][0].economies
    fits = lies and s.only(Kind.CLUSTER, Kind.ECONOMY, *AROUND)
    return assertions.AtRank(cluster, 1, RANKS_PUBLISHED) if fits else None


def _shared(s: Sentence) -> bool:
    """Whether the largest share of something is claimed: "does Tokyo have the largest share of patents"."""
    largest = s.says("biggest", "largest", "greatest") or s.any(Kind.BEST, Kind.MOST)
    named = s.has(Kind.SHARE, Kind.HAVE) and len(s.measures) == 1 and bool(s.clusters)
    return named and largest and not s.any(Kind.WITHIN, Kind.NUMBER, Kind.SMALL, Kind.WORST, Kind.LEAST)


def _counted(s: Sentence) -> bool:
    """Whether clusters are counted, which only areas have: "Munich has 27 clusters"."""
    return any(mark.kind is Kind.NUMBER and after.kind is Kind.CLUSTERS for mark, after in pairwise(s.marks))


def _economy_at_rank(s: Sentence, low: int, high: int) -> Assertion | None:
    about = s.any(Kind.WITHIN, Kind.BEST, Kind.MOST, Kind.ORDINAL, Kind.AHEAD, Kind.RANK)
    about = about or (s.has(Kind.ECONOMIES) and s.says(*HUNDRED))
    if not s.economies or s.clusters or s.has(Kind.CLUSTERS) or s.measure is not None or not about:
        return None
    if s.has(Kind.WITHIN) and s.of(Kind.WITHIN)[0].start < s.of(Kind.ECONOMY)[0].start:  # "is the top 3 Chinese"
        return None
    regions = [area for area in s.areas if area not in s.economies]
    if not each(s, len(s.economies)) or len(regions) > 1:
        return None
    area = regions[0] if regions else None
    by = s.pillar or Pillar.GII
    return all_of([assertions.EconomyAtRank(economy, low, high, by, area, s.income) for economy in s.economies])


def each(s: Sentence, named: int) -> bool:
    """Whether something is claimed of one name, or of several joined by "and"."""
    return named == 1 or (s.says("and", "both") and not s.says("or"))


def all_of(parts: list[Single]) -> Assertion:
    """Return several assertions as one."""
    return parts[0] if len(parts) == 1 else assertions.AllOf(tuple(parts))


def ranks_claimed(s: Sentence) -> tuple[int, int] | None:
    """Return the ranks claimed: "in the top 20", "third", "number one", "in the ranking"."""
    if s.within is not None:
        return (1, s.within) if s.within <= RANKS_PUBLISHED else None
    if s.ordinal is not None:
        if s.any(Kind.AHEAD, Kind.BEHIND):
            return (1, s.ordinal - 1) if s.has(Kind.AHEAD) else (s.ordinal + 1, RANKS_PUBLISHED)
        return s.ordinal, s.ordinal
    if s.number is not None:
        if s.any(Kind.AHEAD, Kind.BEHIND):
            return (1, s.number - 1) if s.has(Kind.AHEAD) else (s.number + 1, RANKS_PUBLISHED)
        return None if s.has(Kind.BEST) else (s.number, s.number)
    largest = s.says("biggest", "largest", "greatest", "of the biggest") and s.any(Kind.CLUSTERS, Kind.MEASURE)
    if (
        s.any(Kind.BEST, Kind.MOST)
        or (largest and not s.says("city", "metro", "place", "one of"))
        or (s.has(Kind.AHEAD) and s.says("leads", "lead", "leading", "in the lead", "ahead"))
    ):
        return (1, 1)
    listed = HUNDRED if s.has(Kind.ECONOMIES) else LISTED
    return (1, RANKS_PUBLISHED) if s.says(*listed) else None
