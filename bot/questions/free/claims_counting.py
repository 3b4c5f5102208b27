"""Claims about how many clusters there are: "half of the top 10 are Chinese", "China has more than 20 clusters"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.questions import assertions
from bot.questions.free.claims_comparing import RELATIONS
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import AROUND, EVEN, EXACTLY, NAMES, contracted
from bot.questions.refs import Direction
from bot.rankings.model import RANKS_PUBLISHED

GAINING = (
    "gain",
    "gains",
    "gained",
    "gaining",
    "lose",
    "loses",
    "lost",
    "losing",
    "grew",
    "shrank",
    "added",
    "progress",
)
"""Verbs of an area that has more clusters, or fewer."""

AMOUNTS = (Kind.NUMBER, Kind.HALF, Kind.MOST, Kind.MORE_THAN, Kind.AT_LEAST, Kind.AT_MOST, Kind.FEWER_THAN)
NEARLY = ("roughly", "approximately", "approx", "approximate", "around", "about", "ish", "estimated")
"""Words by which a number is only nearly meant."""

WHOLE = ("all", "all of", "all of the", "all the", "every", "every single", "entire", "whole", "entirely", "wholly",
         "each", "each of", "each of the")  # fmt: skip
"""How all of the leading ones are meant."""

CITIES = ("city", "cities", "place", "places", "metro", "metros", "metropolis", "metropolises")
"""What any country has many of: nothing is claimed of ranked ones where they are called that."""

PRESENT = ("represented", "present", "is represented", "featured", "on the map")
"""How an economy is said to have a cluster without the word."""

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion
    from bot.questions.free.sentence import Sentence


def more(s: Sentence) -> Assertion | None:
    """Read "China has more clusters than Japan" and "Germany has as many clusters as Canada"."""
    by_count = (Kind.AHEAD, Kind.BEHIND, Kind.HOW_MANY, Kind.BY_COUNT) if s.any(Kind.HOW_MANY, Kind.BY_COUNT) else ()
    if (
        len(s.areas) != 2
        or not s.any(Kind.CLUSTERS, Kind.BY_COUNT)
        or not s.any(Kind.MORE, Kind.LESS, Kind.MORE_THAN, Kind.FEWER_THAN, *by_count)
    ):
        return None
    if not s.only(*NAMES, Kind.MORE, Kind.LESS, Kind.MORE_THAN, Kind.FEWER_THAN, *AROUND, *by_count) or s.clusters:
        return None
    if s.says("or"):  # a choice, and no claim
        return None
    first, second = s.areas
    if s.has(Kind.BEHIND):
        first, second = second, first
    if s.says(*EVEN):
        return assertions.MoreClusters(first, second, even=True)
    fewer = s.any(Kind.LESS, Kind.FEWER_THAN)
    return assertions.MoreClusters(second, first) if fewer else assertions.MoreClusters(first, second)


def most(s: Sentence) -> Assertion | None:
    """Read "China has the most clusters" and "China leads in number of clusters"."""
    if len(s.economies) != 1 or len(s.areas) != 1 or s.clusters or not s.any(Kind.HAVE, Kind.COPULA, Kind.AHEAD):
        return None
    leads = s.has(Kind.AHEAD) and s.any(Kind.HOW_MANY, Kind.BY_COUNT)
    if not s.any(Kind.CLUSTERS, Kind.BY_COUNT) or not (s.has(Kind.MOST) or leads) or s.within is not None:
        return None
    ok = (*NAMES, Kind.MOST, Kind.AHEAD, Kind.HOW_MANY, Kind.BY_COUNT, Kind.ECONOMIES, Kind.BEST)
    return assertions.MostClusters(s.economies[0]) if s.only(*ok, *AROUND) else None


def economies_counted(s: Sentence) -> Assertion | None:
    """Read "more than 30 economies have a cluster in the top 100"."""
    place = counting_economies(s)
    if place is None or s.areas or s.clusters or s.says(*NEARLY) or not s.any(Kind.HAVE, Kind.REACH, Kind.COPULA):
        return None
    if not _plural(s) or all(mark.text.casefold() in CITIES for mark in s.of(Kind.CLUSTERS)):
        return None
    one = [at for at, mark in enumerate(s.marks) if mark.kind is Kind.NUMBER and at != place]
    if any(s.marks[at].value != 1 or s.marks[at - 1].kind is not Kind.AT_LEAST for at in one):
        return None
    relations = [at for at, mark in enumerate(s.marks) if mark.kind in RELATIONS and at + 1 not in one]
    if relations not in ([], [place - 1], [place + 1]):
        return None
    ok = (Kind.NUMBER, Kind.SEVERAL_NUMBERS, Kind.ECONOMIES, Kind.CHECK, *RELATIONS)
    number = cast("int", s.marks[place].value)
    if not s.only(*ok):
        return None
    match s.marks[relations[0]].kind if relations else None:
        case Kind.MORE_THAN:
            return assertions.EconomiesCounted(number + 1)
        case Kind.AT_LEAST:
            return assertions.EconomiesCounted(number)
        case Kind.FEWER_THAN:
            return assertions.EconomiesCounted(0, number - 1)
        case Kind.AT_MOST:
            return assertions.EconomiesCounted(0, number)
        case _:
            return assertions.EconomiesCounted(number, number)


def counting_economies(s: Sentence) -> int | None:
    """Return where a number stands that counts economies, and not what they have: "30 countries"."""
    kinds = [mark.kind for mark in s.marks]
    for at, kind in enumerate(kinds):
        after = kinds[at + 1 : at + 3]
        more = after[:1] in ([Kind.AT_LEAST], [Kind.AT_MOST])  # "30 or more economies"
        if kind is Kind.NUMBER and after[int(more) : int(more) + 1] == [Kind.ECONOMIES]:
            return at
    return None


def none_of(s: Sentence) -> Assertion | None:
    """Read "no Indian cluster is in the top 20" and "there isn't an African city in the ranking"."""
    if len(s.areas) != 1 or s.clusters or not s.has(Kind.NOT) or not s.any(Kind.WITHIN, Kind.RANKING):
        return None
    if not s.any(Kind.COPULA, Kind.HAVE, Kind.REACH) or not s.has(Kind.CLUSTERS) or s.number is not None:
        return None
    within = RANKS_PUBLISHED if s.within is None else s.within
    return assertions.HasClusters(s.areas[0], 1, within, within) if s.only(*NAMES, Kind.WITHIN, *AROUND) else None


def every(s: Sentence) -> bool:
    """Whether all of the leading ones are said to lie in an area: "the top 3 are all Asian"."""
    names = [mark for mark in s.marks if mark.kind not in (Kind.FILLER, Kind.CHECK, Kind.EDITION)]
    if s.within is None or len(s.areas) != 1 or not s.any(Kind.COPULA, Kind.COME_FROM) or s.any(*AMOUNTS, Kind.NOT):
        return False
    whole = s.says(*WHOLE) or (s.opens(Kind.COPULA, Kind.WITHIN) and names[-1].kind in (Kind.ECONOMY, Kind.REGION))
    first = s.of(Kind.WITHIN)[0].start < s.of(Kind.ECONOMY, Kind.REGION)[0].start
    return whole and first and not s.any(Kind.WHICH, Kind.WHO) and names[-1].kind in (*NAMES, Kind.CLUSTERS)


def share_of_top(s: Sentence) -> Assertion | None:
    """Read "half of the top 10 are Chinese" and "3 of the top 10 are in Japan"."""
    if len(s.areas) != 1 or s.clusters or s.within is None or not s.any(Kind.COPULA, Kind.HAVE):
        return None
    whole = every(s)
    if not (whole or s.any(Kind.NUMBER, Kind.HALF, Kind.MOST)) or s.has(Kind.ECONOMIES):
        return None
    if any(not contracted(mark) and mark is not s.marks[0] for mark in s.of(Kind.NOT)):  # not Asian, not of the top
        return None
    if not s.only(*NAMES, *AMOUNTS, Kind.WITHIN, Kind.COME_FROM, Kind.SEVERAL_NUMBERS, Kind.LESS, *AROUND):
        return None
    within = s.within
    if whole:
        return assertions.HasClusters(s.areas[0], within, within, within)
    if s.has(Kind.HALF):
        return assertions.HasClusters(s.areas[0], *_half(s, within), within)
    if s.has(Kind.LESS) or (s.has(Kind.MOST) and s.has(Kind.HAVE)):  # "has the most" is no majority
        return None
    if s.has(Kind.MOST):
        return assertions.HasClusters(s.areas[0], within // 2 + 1, within, within)
    low, high = _range(s)
    return assertions.HasClusters(s.areas[0], low, min(high, within), within)


def _half(s: Sentence, within: int) -> tuple[int, int]:
    """Return how many of so many are half of them, or more or fewer than half."""
    if s.has(Kind.MORE_THAN):
        return within // 2 + 1, within
    if s.any(Kind.FEWER_THAN, Kind.LESS):
        return 0, (within - 1) // 2
    if s.has(Kind.AT_MOST):
        return 0, within // 2
    least = -(-within // 2)
    return (least, within // 2) if s.says(*EXACTLY) else (least, within)


def clusters_of(s: Sentence) -> Assertion | None:
    """Read "Germany has 7 clusters" and "is there a cluster in Africa"."""
    represented = s.says(*PRESENT) and not s.any(Kind.NUMBER, Kind.ECONOMIES, Kind.INNOVATIVE)
    if (
        len(s.areas) != 1
        or s.clusters
        or not (s.any(Kind.HAVE, Kind.COPULA, Kind.REACH, Kind.CHECK) or s.says("there are"))
        or s.says(*WHOLE)
    ):
        return None
    amounts = (Kind.NUMBER, Kind.MORE_THAN, Kind.FEWER_THAN, Kind.AT_LEAST, Kind.AT_MOST, Kind.WITHIN)
    amounts = (*amounts, Kind.ONLY) if s.has(Kind.NUMBER) else amounts
    around = tuple(kind for kind in AROUND if kind is not Kind.SINCE)
    several = (Kind.SEVERAL_NUMBERS,) if s.has(Kind.WITHIN, Kind.NUMBER) else ()
    ok = (*NAMES, *amounts, *around, *several, *((Kind.MORE, Kind.LESS) if s.has(Kind.NUMBER) else ()))
    if not s.only(*ok) or not (_plural(s) or represented):
        return None
    low, high = _range(s)
    within = RANKS_PUBLISHED if s.within is None else s.within
    return assertions.HasClusters(s.areas[0], low, min(high, within), within) if within <= RANKS_PUBLISHED else None


def _plural(s: Sentence) -> bool:
    """Whether clusters are meant: "one" is a pronoun too often."""
    return any(mark.text.casefold() != "one" for mark in s.of(Kind.CLUSTERS))


def _range(s: Sentence) -> tuple[int, int]:
    """Return how many clusters are claimed: "a cluster" is one or more, "more than 5" six or more."""
    number = s.number
    if number is None:
        return 1, RANKS_PUBLISHED
    if s.has(Kind.AT_LEAST):
        return number, RANKS_PUBLISHED
    if s.has(Kind.AT_MOST):
        return 0, number
    if s.any(Kind.FEWER_THAN, Kind.LESS):
        return 0, number - 1
    return (number + 1, RANKS_PUBLISHED) if s.any(Kind.MORE_THAN, Kind.MORE) else (number, number)


def count_went(s: Sentence) -> Assertion | None:
    """Read "does Germany have fewer clusters than in 2024" and "did China lose clusters"."""
    if len(s.areas) != 1 or s.clusters or not _plural(s) or s.has(Kind.ECONOMIES):
        return None
    more, fewer = s.any(Kind.MORE, Kind.MORE_THAN, Kind.UP), s.any(Kind.LESS, Kind.FEWER_THAN, Kind.DOWN)
    ok = (*NAMES, Kind.MORE, Kind.MORE_THAN, Kind.UP, Kind.LESS, Kind.FEWER_THAN, Kind.DOWN, Kind.SINCE, Kind.NOT)
    numbered = (Kind.HOW_MANY,) if s.says("number of", "the number of") else ()
    if more == fewer or not s.only(*ok, *numbered, Kind.CHECK, Kind.SEVERAL_EDITIONS):
        return None
    if (
        s.any(Kind.UP, Kind.DOWN) and not s.says(*GAINING) and not s.has(Kind.HOW_MANY)
    ):  # its clusters rose, not its count
        return None
    since = s.since if s.has(Kind.SINCE) or len(s.editions) == 2 else s.edition
    turned = _of_the_older(s)
    if turned is None or (s.has(Kind.THAN) and since == s.rankings.newest.year):
        return None
    return assertions.CountWent(s.areas[0], Direction.UP if more != turned else Direction.DOWN, since)


def _of_the_older(s: Sentence) -> bool | None:
    """Whether what is said is said of the older edition: "had more in 2022 than now"; None if that is not told."""
    years = s.of(Kind.EDITION)
    than = s.first(Kind.THAN, Kind.MORE_THAN, Kind.FEWER_THAN)
    if not years or s.has(Kind.SINCE) or s.any(Kind.UP, Kind.DOWN):
        return False
    if than is None:
        return None
    if len(years) == 2:
        return cast("int", years[0].value) < cast("int", years[1].value)
    return years[0].start < than.start
