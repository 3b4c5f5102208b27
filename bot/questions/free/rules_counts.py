"""Readings that count: clusters of an area, economies by clusters, shares of the world's output."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.claims_counting import counting_economies
from bot.questions.free.limits import inside_ranks
from bot.questions.free.marks import Kind
from bot.questions.refs import RegionRef
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
AMONG = frozenset(("in", "in the", "inside", "among", "within", "within the", "inside the", "made", "make", "of the"))
"""Words that put an area inside the leading ranks; without them "top 10 China" asks for China's ten best."""

MORE_OR_FEWER = (Kind.MORE, Kind.MOST, Kind.LESS, Kind.LEAST)
SUMMABLE = (Measure.PATENTS, Measure.PUBLICATIONS, Measure.VENTURE_CAPITAL)
COUNTED_ECONOMIES = (Kind.HOW_MANY, Kind.ECONOMIES, Kind.REGION, Kind.INCOME, Kind.WITHIN, Kind.PILLAR, Kind.COVER)
CITIES = ("city", "cities", "metro", "metros", "places", "metropolis", "metropolises")
"""What any country has many of: only the ranked ones are counted here."""
AMOUNTS = (Kind.AT_LEAST, Kind.AT_MOST, Kind.MORE_THAN, Kind.FEWER_THAN)
WORLD_SHARES = {
    Measure.PATENTS: "share_of_world_pct_applications",
    Measure.PUBLICATIONS: "share_of_world_publications",
    Measure.VENTURE_CAPITAL: "share_of_world_vc_deals",
}


def world_share(s: Sentence) -> Query | None:
    """What share of the world's output the leading clusters have."""
    by = s.measure
    if s.opens(Kind.NUMBER) and s.has(Kind.LARGE, Kind.CLUSTERS):  # "three clusters with the biggest share"
        return None
    shared = s.any(Kind.SHARE, Kind.HOW_MUCH, Kind.PERCENT) or (s.has(Kind.HOW_MANY) and s.says("%", "percent"))
    if s.any(*NAMED) or by is None or by not in WORLD_SHARES or not shared or _listed_by(s):
        return None
    lead = s.within if s.within is not None else s.number
    leading = lead is None or s.has(Kind.WITHIN) or s.any(Kind.BEST, Kind.LARGE) or lead == RANKS_PUBLISHED
    if lead is None and s.any(Kind.RANKING, Kind.CLUSTERS) and not s.any(Kind.BEST, Kind.LARGE):
        lead = RANKS_PUBLISHED
    ok = (Kind.SHARE, Kind.HOW_MUCH, Kind.HOW_MANY, Kind.MEASURE, Kind.WITHIN, Kind.NUMBER, Kind.COME_FROM, Kind.BEST)
    more = (Kind.LARGE, Kind.SUM, Kind.MEMBER, Kind.PERCENT, Kind.CHECK, Kind.RELEASE)
    if lead is None or not leading or not s.only(*ok, *more):
        return None
    stated = ("top", str(lead), WORLD_SHARES[by])
    published = [x.edition for x in s.rankings.statements if (x.about, x.ref, x.measure) == stated]
    whole = s.edition is not None and s.rankings.editions[s.edition].complete
    held = lead < RANKS_PUBLISHED or whole
    if held and (s.edition not in published if s.edition else not published):
        return queries.Total(by, within=lead, edition=s.edition) if by in SUMMABLE else None
    return queries.Fact("top", str(lead), (WORLD_SHARES[by],), s.edition)


def count(s: Sentence) -> Query | None:
    """How many clusters."""
    counting = s.has(Kind.HOW_MANY)
    ok = (Kind.HOW_MANY, Kind.WITHIN, Kind.NUMBER, Kind.ECONOMIES, Kind.ECONOMY, Kind.REGION, Kind.MOST, *AMOUNTS)
    ok = (*ok, Kind.MORE) if s.has(Kind.MOST) else ok
    ok = (*ok, Kind.ONLY) if s.has(Kind.NUMBER, Kind.ECONOMIES) else ok
    if s.clusters or not s.only(*ok, Kind.BEST, Kind.BY_COUNT, Kind.COME_FROM, Kind.SUM, Kind.SEVERAL_NUMBERS):
        return None
    if s.has(Kind.SEVERAL_NUMBERS) and not (s.has(Kind.WITHIN, Kind.NUMBER) and s.has(Kind.ECONOMIES)):
        return None
    represented = s.has(Kind.HOW_MANY, Kind.ECONOMIES, Kind.RANKING) and s.says("represented", "appear", "present")
    if represented and not s.areas and s.number is None:
        return queries.Fact("world", "", ("economies_with_a_cluster",), s.edition)
    holders = s.has(Kind.ECONOMIES) or (s.has(Kind.WHO, Kind.HAVE) and s.any(Kind.MOST, Kind.NUMBER))
    if (holders and s.has(Kind.CLUSTERS)) or s.has(Kind.BY_COUNT):
        return _economies_by_count(s)
    if not counting or s.any(Kind.ECONOMIES, Kind.NUMBER, Kind.AT_LEAST, Kind.BY_COUNT):
        return None
    cities = s.has(Kind.CLUSTERS) and all(mark.text.casefold() in CITIES for mark in s.of(Kind.CLUSTERS))
    if cities and not s.any(Kind.RANKING, Kind.WITHIN, Kind.EDITION, Kind.INNOVATIVE, Kind.RANK, Kind.REACH):
        return None
    if (
        len(s.areas) == 1
        and not s.any(Kind.MOST, Kind.BEST)
        and (
            s.any(Kind.CLUSTERS, Kind.RANKING, Kind.WITHIN, Kind.EDITION)
            or s.says("cluster count")
            or (s.has(Kind.HAVE) and not s.says("there"))
        )
    ):
        within = s.within
        return queries.Count(s.area, s.edition, None if within == RANKS_PUBLISHED else within)
    return None


def counts_of_several(s: Sentence) -> Query | None:
    """How many clusters each of several economies has: the counts of all economies hold theirs."""
    if len(s.economies) < 2 or len(s.areas) > len(s.economies) or s.clusters:
        return None
    if s.any(Kind.AHEAD, Kind.BEHIND) and s.only(Kind.BY_COUNT, Kind.ECONOMY, Kind.AHEAD, Kind.BEHIND, Kind.WITHIN):
        return queries.Count(None, s.edition, s.within) if s.has(Kind.BY_COUNT) else None
    if not (s.has(Kind.CLUSTERS) or s.says("cluster count")):
        return None
    apart = (Kind.MARGIN, Kind.AHEAD, Kind.BEHIND) if s.has(Kind.MARGIN) or s.says("by") else ()
    counted = s.has(Kind.HOW_MANY) and s.only(Kind.HOW_MANY, Kind.ECONOMY, Kind.WITHIN, Kind.COMPARE, *apart)
    counting = s.has(Kind.THAN) and s.any(Kind.HOW_MANY, Kind.MARGIN)
    rivals = (s.any(Kind.WHO, Kind.WHICH) or s.says("or") or counting) and s.any(*MORE_OR_FEWER)
    by_how_many = (Kind.HOW_MANY, Kind.MARGIN) if rivals else ()  # "…, and how many"
    rivals = rivals and s.only(Kind.ECONOMY, Kind.ECONOMIES, *MORE_OR_FEWER, Kind.WITHIN, *by_how_many)
    return queries.Count(None, s.edition, s.within) if counted or rivals else None


def part_of_all(s: Sentence) -> Query | None:
    """What part of the leading clusters an area has: "what part of the top 10 is Chinese"."""
    parted = s.says("what part of", "which part of", "how much of") or s.any(Kind.SHARE, Kind.PERCENT)
    if not parted or s.measure is not None or len(s.areas) != 1 or not s.any(Kind.COPULA, Kind.COME_FROM):
        return None
    ok = (Kind.SHARE, Kind.WITHIN, Kind.ECONOMY, Kind.REGION, Kind.HOW_MUCH, Kind.COME_FROM)
    return queries.Count(s.area, s.edition, s.within) if s.any(Kind.WITHIN, Kind.CLUSTERS) and s.only(*ok) else None


def economies_of(s: Sentence) -> Query | None:
    """How many economies the index ranks of a region or an income group, perhaps among the leading ones: all listed."""
    if not s.has(Kind.HOW_MANY, Kind.ECONOMIES) or s.any(Kind.CLUSTERS, Kind.CLUSTER, Kind.ECONOMY, Kind.MEASURE):
        return None
    region = s.area if isinstance(s.area, RegionRef) else None
    if len(s.areas) > 1 or not (region or s.income) or not s.only(*COUNTED_ECONOMIES):
        return None
    if not s.any(Kind.RANKING, Kind.INNOVATIVE, Kind.WITHIN, Kind.COVER, Kind.PILLAR, Kind.EDITION):
        return None
    within = RANKS_PUBLISHED if s.says("top 100", "top hundred", "top100") else s.within
    by = s.pillar or Pillar.GII
    return queries.EconomyRanking(queries.ECONOMIES_MAXIMUM, region, by, s.edition, s.income, within=within)


def _amount(s: Sentence, number: int) -> tuple[int, int]:
    """Return from how many to how many is meant: "more than 5" is six or more."""
    if s.has(Kind.AT_LEAST):
        return number, RANKS_PUBLISHED
    if s.any(Kind.MORE_THAN, Kind.MORE):
        return number + 1, RANKS_PUBLISHED
    if s.has(Kind.AT_MOST):
        return 1, number
    return (1, number - 1) if s.any(Kind.FEWER_THAN, Kind.LESS) else (number, number)


def inside(s: Sentence) -> Query | None:
    """Which of an area are among the leading ones: "which Chinese cities are in the top 10", "ranked 60 or better"."""
    limit = s.first(Kind.WITHIN)
    if limit is None or len(s.areas) != 1 or s.area is None or s.clusters:
        return None
    if s.any(Kind.COPULA, Kind.HAVE) and not s.any(Kind.WHICH, Kind.WHO, Kind.CLUSTERS, Kind.LIST, Kind.ECONOMIES):
        return None
    area = s.of(Kind.ECONOMY, Kind.REGION)[0]
    between = [mark.text.casefold() for mark in s.marks if area.end <= mark.start and mark.end <= limit.start]
    of_them = inside_ranks(s) and s.any(Kind.WHICH, Kind.WHO, Kind.LIST) and not between
    if AMONG.isdisjoint(between) and not of_them:
        return None
    ok = (*NAMED, Kind.WITHIN, Kind.ECONOMIES, Kind.BEST, Kind.COME_FROM, *((Kind.MEASURE,) if _by_measure(s) else ()))
    if not s.only(*ok) or (s.opens(Kind.COPULA, Kind.HAVE, Kind.NOT) and not s.has(Kind.WHICH)):
        return None
    if s.of_economies:
        region = s.area if isinstance(s.area, RegionRef) else None
        if region is None:
            return None
        return queries.EconomyRanking(queries.ECONOMIES_MAXIMUM, region, edition=s.edition, within=s.within)
    return queries.Top(RANKS_PUBLISHED, s.area, s.measure or Measure.SIZE, s.edition, within=s.within)


def _by_measure(s: Sentence) -> bool:
    """Whether "in the top 10" is meant by a measure that follows it: "in the top ten of 2022 by publications"."""
    after = s.marks[s.marks.index(s.of(Kind.WITHIN)[0]) + 1 :]
    said = [mark.kind for mark in after if mark.kind is not Kind.EDITION]
    return len(s.measures) == 1 and Kind.MEASURE in said and set(said) <= {Kind.MEASURE, Kind.FILLER}


def total(s: Sentence) -> Query | None:
    """What some clusters, the leading ones, or those of an area have together."""
    if s.measure is None or s.measure not in SUMMABLE or len(s.measures) > 1 or len(s.areas) > 1:
        return None
    together = s.has(Kind.SUM)
    if not together and _listed_by(s):
        return None
    asked = together or (s.any(Kind.SHARE, Kind.HOW_MUCH, Kind.HOW_MANY) and (s.within is not None or bool(s.areas)))
    ok = (Kind.SUM, Kind.SHARE, Kind.HOW_MUCH, Kind.HOW_MANY, Kind.MEASURE, Kind.WITHIN, Kind.COME_FROM, *NAMED)
    if not asked or not s.only(*ok) or s.has(Kind.WHO) or (s.clusters and s.areas):
        return None
    counts = {Measure.PATENTS: Measure.PATENT_COUNT, Measure.PUBLICATIONS: Measure.PUBLICATION_COUNT}
    by = counts.get(s.measure, s.measure) if s.has(Kind.HOW_MANY) and not s.has(Kind.SHARE) else s.measure
    if s.clusters:
        several = len({ref.id for ref in s.clusters}) > 1
        return queries.Total(by, s.clusters, edition=s.edition) if several and s.within is None else None
    if s.area is None and s.within is None:
        return None
    return queries.Total(by, within=s.within, area=s.area, edition=s.edition)


def _listed_by(s: Sentence) -> bool:
    """Whether a share is what clusters are ordered by: "by patent share, top 5", "top 3 publication share clusters"."""
    verbal = s.any(Kind.WHICH, Kind.HOW_MUCH, Kind.HOW_MANY, Kind.HAVE, Kind.COPULA, Kind.COME_FROM)
    pairs = tuple(pairwise(s.marks))
    by = any(one.text.casefold() == "by" and two.kind in (Kind.MEASURE, Kind.SHARE) for one, two in pairs)
    named = any((one.kind, two.kind) == (Kind.WITHIN, Kind.MEASURE) for one, two in pairs) and s.has(Kind.CLUSTERS)
    largest = any((one.kind, two.kind) == (Kind.LARGE, Kind.SHARE) for one, two in pairs) and s.has(Kind.WITHIN)
    return not verbal and (by or largest or (named and s.marks[-1].kind in (Kind.CLUSTERS, Kind.EDITION)))


def _economies_by_count(s: Sentence) -> Query | None:
    if s.areas:
        return None
    if any((one.kind, two.kind) == (Kind.WITHIN, Kind.ECONOMIES) for one, two in pairwise(s.marks)):
        return queries.Count(None, s.edition) if s.any(Kind.MOST, Kind.BY_COUNT) and s.number is None else None
    if s.has(Kind.WITHIN) and s.any(Kind.WHICH, Kind.LIST) and s.only(Kind.ECONOMIES, Kind.WITHIN):
        return queries.Count(None, s.edition, s.within)
    if s.has(Kind.HOW_MANY) and not s.any(Kind.MOST, Kind.BEST, Kind.BY_COUNT):
        counted = s.any(Kind.NUMBER, Kind.WITHIN) and not (s.has(Kind.AT_LEAST) and s.number == 1)
        ranked = s.has(Kind.RANK) or s.says("number of clusters")
        if counted and not ranked and s.number is not None and s.has(Kind.HAVE):
            return queries.Count(None, s.edition, s.within, *_amount(s, s.number))
        return None if counted or ranked else queries.Fact("world", "", ("economies_with_a_cluster",), s.edition)
    if counting_economies(s) is not None:  # "30 countries", which says nothing of what each has
        return None
    if any((one.kind, two.kind) == (Kind.MOST, Kind.ECONOMIES) for one, two in pairwise(s.marks)):
        return None  # "most countries have a cluster"
    if s.number is not None and not s.any(Kind.BEST, Kind.MOST):
        low, high = _amount(s, s.number)
        return queries.Count(None, s.edition, s.within, low, high)
    holders = s.has(Kind.WHICH, Kind.HAVE) and any("cluster" in mark.text.casefold() for mark in s.of(Kind.CLUSTERS))
    asked = (s.any(Kind.MOST, Kind.BY_COUNT, Kind.LIST) or holders) and not s.any(Kind.NUMBER, Kind.BEST)
    return queries.Count(None, s.edition, s.within) if asked else None
