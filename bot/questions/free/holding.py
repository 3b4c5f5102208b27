"""Whether a query holds what its question named: every number, year, place, measure and pillar, and who asks at all.

The rules look at meanings one by one; this looks back from what was made of them, whatever the rule was.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.claims_counting import WHOLE
from bot.questions.free.claims_spans import repeated
from bot.questions.free.limits import inside_ranks
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import POSITIONS
from bot.questions.free.rules_amounts import COUNTS
from bot.questions.free.spelling import plain
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

FIGURES = (Kind.NUMBER, Kind.ORDINAL, Kind.WITHIN, Kind.PERCENT, Kind.DECIMAL, Kind.TIMES)
COMPARING = (Kind.MORE_THAN, Kind.FEWER_THAN, Kind.MORE, Kind.LESS, Kind.AHEAD, Kind.BEHIND)
"""Meanings by which a number is the first, or the last, that does not count any more."""

PUBLISHED = (queries.Fact, queries.About, queries.Method, queries.SourceOf, queries.Help, queries.Where)
"""Queries of what is published as it is: the sentence only points to it."""

OVER_TIME = (queries.History, queries.EconomyHistory, queries.Histories, queries.Holders, queries.Streak)
"""Queries whose answers show every edition, and in them every rank."""

LISTS = (queries.Top, queries.Nth, queries.EconomyRanking, queries.EconomyNth)
MOVERS = (queries.Movers, queries.EconomyMovers)
ASKING = (Kind.WHICH, Kind.WHO, Kind.WHERE, Kind.HOW, Kind.HOW_MANY, Kind.HOW_MUCH, Kind.WHEN)
PREDICATES = (Kind.COPULA, Kind.HAVE, Kind.AHEAD)
RELATIVE = ("that", "which", "who", "there", "what")
"""Words after which a verb says which ones are meant: "clusters that are in Japan"."""
WAYS = ("ahead", "behind", "above", "below", "up", "down", "higher", "lower", "further", "from", "off", "short")
AREAS = (Kind.ECONOMY, Kind.REGION)


def holds(s: Sentence, query: Query) -> bool:
    """Whether nothing that a sentence names was lost on the way to its query, and no statement became a list."""
    if isinstance(query, PUBLISHED):
        return True
    held = frozenset(_leaves(query))
    return (
        _figures(s, query, held)
        and (isinstance(query, OVER_TIME) or _editions(s, held))
        and _names(s, query, held)
        and all(measure in held or COUNTS.get(measure) in held for measure in s.measures)
        and (s.pillar is None or s.pillar in held or isinstance(query, queries.EconomyProfile))
        and not (isinstance(query, MOVERS) and s.says(*WHOLE) and not s.any(Kind.WHICH, Kind.WHO))
        and not (isinstance(query, LISTS) and (states(s) or _limit_lost(s, query) or _distant(s)))
    )


def states(s: Sentence) -> bool:
    """Whether something is said of an area, and no list asked for: "China leads with 24", "the top 3 are Asian"."""
    listing = s.has(Kind.LIST) and not s.says(*WHOLE)
    if s.any(*ASKING) or listing or s.opens(Kind.COPULA):
        return False
    marks = [mark for mark in s.marks if mark.kind not in (Kind.FILLER, Kind.EDITION)]
    first, *rest = (mark.kind for mark in marks)
    owned = marks[0].text.casefold().endswith(("'s", "’s", "s'", "s’"))
    said = first in AREAS and not owned and rest[:1] != [] and rest[0] in PREDICATES
    copulas = [
        mark
        for before, mark in pairwise(s.marks)
        if mark.kind is Kind.COPULA and before.text.casefold() not in RELATIVE and before.kind is not Kind.COPULA
    ]
    return said or any(mark.kind in AREAS and copulas and mark.start > copulas[0].start for mark in marks)


def _limit_lost(s: Sentence, query: Query) -> bool:
    """Whether "in the top 10" of the world became ten of an area."""
    limited = isinstance(query, (queries.Top, queries.EconomyRanking)) and query.within is not None
    return bool(s.areas) and not limited and inside_ranks(s)


def _distant(s: Sentence) -> bool:
    """Whether a number says how far somebody is from another: "two places ahead"."""
    return any(
        (number.kind is Kind.NUMBER or plain(number.text) == "one")
        and plain(unit.text) in POSITIONS
        and plain(way.text).split(" ")[0] in WAYS
        for number, unit, way in zip(s.marks, s.marks[1:], s.marks[2:], strict=False)
    )


def _figures(s: Sentence, query: Query, held: frozenset[object]) -> bool:
    """Whether every number is held: itself, or the one beside it that a comparison leads to."""
    if isinstance(query, OVER_TIME):
        nth_time = any(
            one.kind in (Kind.ORDINAL, Kind.NUMBER) and one.value != 1 and two.kind is Kind.HOW_LONG
            for one, two in pairwise(s.marks)
        )  # "for the 15th consecutive year"
        return not nth_time and not s.any(Kind.PERCENT, Kind.DECIMAL, Kind.TIMES)
    if isinstance(query, queries.Claim) and repeated(s) is not None:
        return True
    near = {float(n) for n in held if isinstance(n, (int, float)) and not isinstance(n, bool)}
    if isinstance(query, queries.Top):
        listed = range(query.first, query.first + query.count)
        near |= set(listed) if len(s.of(Kind.ORDINAL)) == query.count else {listed[-1]}
    if isinstance(query, (queries.Who, queries.EconomyNth)) and s.subjects:  # so many places from somebody
        return True
    if s.any(*COMPARING):
        near |= {number + step for number in near for step in (1, -1)}
    if s.any(Kind.AT_LEAST):
        near.add(1)
    if isinstance(query, queries.Count) and any(
        one.kind is Kind.WITHIN and two.kind is Kind.ECONOMIES for one, two in pairwise(s.marks)
    ):  # "top 3 countries by clusters": all of them are listed
        return True
    amounts = _amounts(s, query)
    said = (float(cast("float", mark.value)) for mark in s.of(*FIGURES) if mark.kind not in amounts)
    return near.issuperset(said)


def _amounts(s: Sentence, query: Query) -> tuple[Kind, ...]:
    """Return the kinds of figures that say how much those of a list have at least, and are in no list's query."""
    if not isinstance(query, queries.Top):
        return ()
    counted = query.measure in COUNTS.values() and s.any(Kind.MORE_THAN, Kind.AT_LEAST)
    return (Kind.PERCENT, Kind.NUMBER) if counted else (Kind.PERCENT,)


def _editions(s: Sentence, held: frozenset[object]) -> bool:
    """Whether every year is held, or lies between two that are: "in 2022, 2023 and 2024"."""
    if s.has(Kind.BEFORE):
        return True
    years = [value for value in held if isinstance(value, int) and value in s.rankings.editions]
    return all(min(years, default=0) <= year <= max(years, default=0) for year in s.editions)


def _names(s: Sentence, query: Query, held: frozenset[object]) -> bool:
    """Whether every place is held, unless the query was found by looking up where it stands."""
    if isinstance(query, (queries.Who, queries.EconomyNth, *OVER_TIME)) or (
        isinstance(query, queries.Count) and not query.area
    ):
        return True
    looked_up = Kind.CLUSTER if isinstance(query, (queries.Top, queries.Nth)) else Kind.ECONOMY
    related = isinstance(query, LISTS) and (s.any(Kind.AHEAD, Kind.BEHIND) or s.says("between"))
    related = related or isinstance(query, queries.Nth)
    named = (kind for kind in (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION) if not (related and kind is looked_up))
    said = {_id(mark.value) for mark in s.of(*named)}
    lying = {("economy", code) for cluster in s.clusters for code in s.rankings.histories[cluster.id][0].economies}
    claimed = isinstance(query, queries.Claim)
    return held.issuperset(said - lying if claimed else said)


def _leaves(part: object) -> Iterator[object]:
    """Yield what a query is made of: numbers, texts, measures, and places by what they are."""
    if isinstance(part, (ClusterRef, EconomyRef, RegionRef)):
        yield _id(part)
    elif isinstance(part, tuple):
        for each in cast("tuple[object, ...]", part):
            yield from _leaves(each)
    elif names := _fields(type(part)):
        for name in names:
            yield from _leaves(getattr(part, name))
    else:
        yield part


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of what a query, or a part of one, is made of; none for what has no parts."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _id(ref: object) -> tuple[str, str]:
    match ref:
        case ClusterRef(id=cluster):
            return "cluster", cluster
        case EconomyRef(code=code):
            return "economy", code
        case RegionRef(id=region):
            return "region", region
        case _:
            return "", ""
