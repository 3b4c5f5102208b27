"""Readings that list: the first, the last or the nth clusters or economies, by any measure or pillar."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.limits import inside_ranks, of_its_own
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import PASSING
from bot.questions.refs import RegionRef
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

PLURAL_LIST = 10
MOST_MARKS = 4
"""Who asks for the whole ranking says no more than this: "show me the full ranking, please"."""
INDEX = (Kind.INNOVATIVE, Kind.RANKING, Kind.RANK, Kind.MOST, Kind.LEAST, Kind.WITHIN, Kind.PILLAR, Kind.SCORE)
NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
SUPERLATIVE = (Kind.BEST, Kind.WORST, Kind.MOST, Kind.LEAST, Kind.LARGE, Kind.SMALL)
TOPICAL = (Kind.WHO, Kind.WHICH, Kind.WHERE, Kind.CLUSTERS, Kind.RANK, Kind.RANKING, Kind.EDITION, Kind.MEASURE, *NAMED)
LIVING = ("live in", "lives in", "living in", "people live", "people living")
LORDLY = frozenset(
    [
        "king",
        "queen",
        "rules",
        "ruled",
        "rule",
        "heads",
        "reigns",
        "reigned",
        "dominates",
        "throne",
        "crown",
        "won",
        "wins",
        "win",
        "winning",
    ]
)
"""What is said of the first of a ranking, and more often of something else."""
SINGULARS = frozenset(("cluster", "city", "hub"))
PLURALS = frozenset(
    [
        "mejores",
        "meilleurs",
        "meilleures",
        "melhores",
        "besten",
        "primeros",
        "premiers",
        "primeiros",
        "clusters",
        "cities",
        "hubs",
        "places",
        "ones",
        "leaders",
        "metros",
        "ecosystems",
        "clústeres",
        "villes",
        "ciudades",
        "städte",
        "pôles",
    ]
)


def economy_list(s: Sentence) -> Query | None:
    """The leading economies, by the index or a pillar."""
    if s.clusters or s.economies or not s.of_economies or len(s.areas) > 1:
        return None
    ok = (
        Kind.ECONOMIES,
        Kind.PILLAR,
        Kind.PILLARS,
        Kind.INCOME,
        Kind.BEST,
        Kind.WORST,
        Kind.MOST,
        Kind.LEAST,
        Kind.WITHIN,
    )
    personal = (Kind.PERSONAL,) if s.says("them") else ()
    if not s.only(*ok, *personal, Kind.NUMBER, Kind.ORDINAL, Kind.REGION, Kind.AHEAD, Kind.SCORE):
        return None
    asked = s.any(Kind.BEST, Kind.WORST, Kind.MOST, Kind.LEAST, Kind.WITHIN, Kind.ORDINAL, Kind.LIST, Kind.AHEAD)
    if not asked and not s.has(Kind.ECONOMIES):
        return None
    if s.says("poorest", "richest", "rich", "poor", "wealthy") and not s.any(Kind.BEST, Kind.WORST, *INDEX):
        return None
    if s.has(Kind.CLUSTERS) and not s.any(Kind.PILLAR, Kind.INCOME, Kind.INNOVATIVE):
        return None
    if _muddled(s) or of_its_own(s, Kind.PILLAR):
        return None
    region = s.area if isinstance(s.area, RegionRef) else None
    last = s.any(Kind.WORST, Kind.LEAST)
    by = s.pillar or Pillar.GII
    if s.ordinal is not None:
        fits = s.ordinal >= 1
        return queries.EconomyNth(s.ordinal, region, by, s.edition, s.income, last) if fits else None
    whole = s.has(Kind.ECONOMIES) and s.says("top 100", "top hundred", "top100")
    number = RANKS_PUBLISHED if whole else s.within if s.within is not None else s.number
    if whole and (region is not None or s.income):
        return queries.EconomyRanking(queries.ECONOMIES_MAXIMUM, region, by, s.edition, s.income, last, number)
    if number is None:
        plural = s.has(Kind.LIST) or any(mark.text.casefold().endswith("s") for mark in s.of(Kind.ECONOMIES))
        plural = plural or s.says("leaders", "pays", "länder", "economies", "nations")
        number = PLURAL_LIST if plural else 1
    fits = 1 <= number <= queries.ECONOMIES_MAXIMUM
    among = s.within is not None and s.has(Kind.INCOME, Kind.ECONOMIES) and inside_ranks(s)
    if among and s.marks.index(s.of(Kind.WITHIN)[0]) > s.marks.index(s.of(Kind.ECONOMIES)[0]):
        whole = queries.ECONOMIES_MAXIMUM
        return queries.EconomyRanking(whole, region, by, s.edition, s.income, last, number) if fits else None
    return queries.EconomyRanking(number, region, by, s.edition, s.income, last) if fits else None


def cluster_list(s: Sentence) -> Query | None:
    """The first, the last or the nth clusters, of the world or an area, by any measure."""
    if s.clusters or s.any(Kind.PILLAR, Kind.INCOME, Kind.ECONOMIES) or len(s.areas) > 1:
        return None
    if s.opens(Kind.ECONOMY, Kind.REGION) and s.has(Kind.HAVE, Kind.ORDINAL):  # "Ireland got its first cluster"
        return None
    if s.has(Kind.WHO, Kind.HAVE) and s.any(Kind.NUMBER) and s.has(Kind.CLUSTERS):  # "who has exactly one cluster"
        return None
    if s.areas and any(
        mark.text.casefold().split()[-1] in ("of", "than", "above", "over") for mark in s.of(Kind.AHEAD)
    ):
        return None  # ahead of somebody, not of all
    located = (Kind.COME_FROM,) if s.areas and _clusters(s) else ()
    ok = (
        *SUPERLATIVE,
        *located,
        Kind.MORE,
        Kind.WITHIN,
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.MEASURE,
        Kind.ECONOMY,
        Kind.REGION,
    )
    row = sorted({cast("int", mark.value) for mark in s.of(Kind.ORDINAL)})
    podium = len(row) > 1 and row == list(range(row[0], row[0] + len(row)))
    if len(s.of(Kind.WHO)) > 1 and len(s.of(Kind.BEST, Kind.ORDINAL)) > 1 and not podium:
        return None
    pair = (Kind.SEVERAL_NUMBERS,) if podium else ()
    if not s.only(*ok, Kind.AHEAD, *pair, *((Kind.SHARE, Kind.COME_FROM) if s.has(Kind.MEASURE) else ())) or (
        s.any(Kind.MORE, Kind.MOST, Kind.LEAST) and not _most(s)
    ):
        return None
    if s.opens(Kind.COPULA, Kind.HAVE, Kind.NOT) and not s.any(Kind.WHICH, Kind.WHO):
        return None
    if s.has(Kind.RANKING) and s.only() and s.any(Kind.LIST) and len(s.marks) <= MOST_MARKS:
        return queries.Top(PLURAL_LIST, edition=s.edition)
    asked = s.any(*SUPERLATIVE, Kind.WITHIN, Kind.ORDINAL, Kind.AHEAD) or s.has(Kind.NUMBER, Kind.CLUSTERS)
    asked = asked or (s.opens(Kind.RANK, Kind.LIST) and s.has(Kind.CLUSTERS, Kind.MEASURE))
    if not asked and not (s.has(Kind.CLUSTERS) and s.any(Kind.ECONOMY, Kind.REGION)):
        return None
    if s.any(Kind.LARGE, Kind.SMALL) and not (s.has(Kind.MEASURE) or _clusters(s)):
        return None
    if _muddled(s) or _of_something_else(s) or of_its_own(s, Kind.MEASURE):
        return None
    if podium:
        by_rank = s.area is None and s.measure is None
        if s.says("or") or not (by_rank or row[0] == 1):
            return None
        return queries.Top(len(row), s.area, s.measure or Measure.SIZE, s.edition, first=row[0])
    if {mark.text.casefold() for mark in s.marks} & {"between"}:
        return None
    by = s.measure or Measure.SIZE
    last = s.any(Kind.WORST, Kind.LEAST, Kind.SMALL)
    return _positioned(s, by, last=last) or _listed(s, by, last=last)


def _of_something_else(s: Sentence) -> bool:
    """Whether an area is asked of in words that are as much at home elsewhere: "the king of England"."""
    topical = s.any(Kind.CLUSTERS, Kind.RANKING, Kind.INNOVATIVE, Kind.EDITION, Kind.RANK, Kind.WITHIN)
    if s.measure is Measure.POPULATION and s.says(*LIVING) and not s.has(Kind.CLUSTERS):
        return True
    guessed = any(mark.inferred for mark in s.of(Kind.ECONOMY, Kind.REGION))
    lordly = s.any(Kind.BEST, Kind.AHEAD) and all(
        mark.text.casefold() in LORDLY for mark in s.of(Kind.BEST, Kind.AHEAD, Kind.WORST, Kind.ORDINAL, Kind.WITHIN)
    )
    return bool(s.areas) and not topical and s.measure is None and (guessed or lordly)


def _muddled(s: Sentence) -> bool:
    """Whether both ends are asked for, or "the worst of the top 10": only "top 10 worst" is one list."""
    if not s.has(Kind.WORST):
        return False
    ordered = [mark.kind for mark in s.of(Kind.WORST, Kind.WITHIN)]
    return s.any(Kind.BEST, Kind.MOST) or (Kind.WITHIN in ordered and ordered[0] is Kind.WORST)


def _clusters(s: Sentence) -> bool:
    """Whether clusters are said to be clusters, not cities: the largest city is another question."""
    return any("cluster" in mark.text.casefold() or "hub" in mark.text.casefold() for mark in s.of(Kind.CLUSTERS))


def _most(s: Sentence) -> bool:
    """Whether what there is most of is a measure; most clusters are counted elsewhere."""
    return s.has(Kind.MEASURE) or (s.has(Kind.INNOVATIVE) and not s.has(Kind.MORE))


def _positioned(s: Sentence, by: Measure, *, last: bool) -> Query | None:
    """Read "second best German cluster" and "who is 7th"."""
    position = s.ordinal
    topical = s.any(*TOPICAL, Kind.BEST, Kind.WORST) or s.says("number", "no", "nr")
    ranked = any(one.kind is Kind.RANK and two.kind is Kind.ORDINAL for one, two in pairwise(s.marks))
    if last and ranked and s.marks[-1].kind is not Kind.WORST:  # "dead last, rank 100"
        last = False
        if position != RANKS_PUBLISHED or s.area is not None:
            return None
    if position is None or not topical or not 1 <= position <= RANKS_PUBLISHED:
        return None
    if s.area is None and by is Measure.SIZE and not last:
        return queries.Who(position, s.edition)
    return queries.Nth(position, s.area, by, s.edition, last)


def _listed(s: Sentence, by: Measure, *, last: bool) -> Query | None:
    if s.ordinal is not None:
        return None
    number = s.within if s.within is not None else s.number
    if number is not None:
        fits = 1 <= number <= queries.LIST_MAXIMUM
        return queries.Top(number, s.area, by, s.edition, last) if fits else None
    superlative = s.any(*SUPERLATIVE)
    singular = any(mark.text.casefold().split()[-1] in SINGULARS for mark in s.of(Kind.CLUSTERS))
    singular = singular and not s.says("every", "each", "every single", "any")
    if any(mark.text.casefold().split()[-1] in PLURALS for mark in s.marks) or (s.has(Kind.LIST) and not singular):
        return queries.Top(
            PLURAL_LIST if superlative or s.area is None else queries.LIST_MAXIMUM, s.area, by, s.edition, last
        )
    if by is Measure.SIZE and s.area is None and not last:
        if s.says(*PASSING):  # "who has been overtaken"
            return None
        won = s.says("win", "wins", "won", "winning") and not s.any(Kind.CLUSTERS, Kind.RANKING, Kind.EDITION)
        topical = s.any(Kind.WHO, Kind.CLUSTERS, Kind.RANKING, Kind.EDITION) or s.has(Kind.WHICH, Kind.RANK)
        asked = topical and not won
        return queries.Who(1, s.edition) if asked else None
    if by is not Measure.SIZE and not s.area:
        return queries.Top(PLURAL_LIST, None, by, s.edition, last)
    return queries.Nth(1, s.area, by, s.edition, last)
