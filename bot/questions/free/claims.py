"""Claims and yes-or-no questions: "is Munich in the top 20?", "Tokyo is number one", "does China have more than …"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.questions import assertions, queries
from bot.questions.assertions import Over
from bot.questions.free.claims_changes import crossed, entered, noun, went
from bot.questions.free.claims_comparing import RELATIONS, ahead, amount, passed, times
from bot.questions.free.claims_counting import (
    clusters_of,
    count_went,
    counting_economies,
    economies_counted,
    every,
    more,
    most,
    none_of,
    share_of_top,
)
from bot.questions.free.claims_ranks import alone, among, at_rank
from bot.questions.free.claims_spans import claimed_over, repeated, undatable
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import NAMES, contracted, qualified
from bot.questions.free.spelling import plain
from bot.questions.refs import ClusterRef

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Claim

ASKING = (
    Kind.WHO,
    Kind.WHICH,
    Kind.WHERE,
    Kind.WHEN,
    Kind.HOW,
    Kind.HOW_MANY,
    Kind.HOW_MUCH,
    Kind.HOW_LONG,
    Kind.MARGIN,
    Kind.WHY,
)
VERBS = (Kind.COPULA, Kind.HAVE, Kind.REACH, Kind.AHEAD, Kind.BEHIND, Kind.NOT, Kind.ALWAYS, Kind.EVER)
RANK_VERBS = ("ranks", "ranked", "sits", "stands", "comes", "came", "finished", "placed")
_LEAVING = "fell out of|fell out|dropped out of|dropped out|slipped out of|crashed out of|came into|broke into"
_MOVING = "entered|enters|fell|rose|dropped|climbed|slipped|improved|moved up|moved down|went up|went down"
COMING_VERBS = ("enters", "entered", "joins", "joined", "debuts", "debuted", "left", "leaves", "exited", "exits")
MOVING_VERBS = (*_LEAVING.split("|"), *_MOVING.split("|"))
NO_WAY = ("no way", "theres no way", "there is no way")
"""How somebody says of what follows that it cannot be."""

NUMBER_ONE = ("number 1", "number one", "no 1", "nr 1", "first place", "in first place", "top spot", "the top spot")
"""Places that can be said of a cluster without a verb: "Tokyo number 1 still?"."""

POINTS = (Kind.WITHIN, Kind.ORDINAL, Kind.BEST, Kind.NEW, Kind.LEFT)
"""What can be asked to be confirmed of a place without a verb: "Oslo, new entry, y/n"."""

PREDICATES = (*VERBS, Kind.WITHIN, Kind.ORDINAL, Kind.UP, Kind.DOWN, Kind.BEYOND)
OPENING = ("what ", "which ", "how ")
"""How words begin that ask for more than yes or no: "what part of the top 10 is Chinese"."""

HARMLESS = frozenset(("what about", "how about", "which one was it", "which one is it"))
"""Words that begin like that and ask nothing."""

READINGS = (
    times,
    alone,
    among,
    passed,
    ahead,
    more,
    most,
    share_of_top,
    economies_counted,
    clusters_of,
    count_went,
    crossed,
    went,
    entered,
    amount,
    at_rank,
)
"""What can be claimed, most particular first."""


def read_claim(s: Sentence) -> Claim | None:
    """Return the claim a question asks about or a statement makes; None where it is neither."""
    if repeated(s) is not None:
        return _repeatedly(s)
    denies = s.opens(Kind.NOT) and s.says(*NO_WAY)
    asks = s.opens(Kind.COPULA, Kind.NOT, Kind.HAVE) and not denies and not s.says("am") and not _points(s)
    wants = _wants(s)
    states = not wants and _states(s)
    claims = states or (asks and not wants)
    if not claims and not s.has(Kind.NOT):
        return None
    if qualified(s, asks=asks) or noun(s) or any(text.startswith(OPENING) for text in s.texts - HARMLESS):
        return None
    none = none_of(s)
    if none is not None:
        return queries.Claim(none, s.edition, negated=not contracted(s.marks[0]))
    if not claims:
        return None
    if (states and not asks and s.has(Kind.OR) and _chosen(s)) or undatable(s):
        return None
    assertion = next((found for read in READINGS if (found := read(s)) is not None), None)
    return None if assertion is None else claimed_over(s, assertion, asks=asks)


def _wants(s: Sentence) -> bool:
    """Whether more is asked for than yes or no: who, how many, a list."""
    counted = s.says("number of", "count of", "the number of")
    asking = any(kind in s.kinds and not (counted and kind is Kind.HOW_MANY) for kind in ASKING)
    return asking or s.has(Kind.COMPARE) or (s.has(Kind.LIST) and not every(s))


def _repeatedly(s: Sentence) -> Claim | None:
    """Read "Seoul fell two editions in a row": in the newest so many editions, each time from the one before."""
    run = repeated(s)
    claim = None if run is None else read_claim(replace(s, marks=run[1]))
    if run is None or claim is None or not isinstance(claim.assertion, assertions.Went) or claim.edition is not None:
        return None
    plainly = claim.over is Over.ONE and claim.assertion == assertions.Went(
        claim.assertion.subject, claim.assertion.direction
    )
    clusters = isinstance(claim.assertion.subject, ClusterRef)
    years = [year for year, held in s.rankings.editions.items() if (held.rows if clusters else held.economies)]
    if not plainly or not 2 <= run[0] <= len(years):
        return None
    return replace(claim, over=Over.ALWAYS, since=sorted(years)[-run[0]])


def _points(s: Sentence) -> bool:
    """Whether a sentence opens by pointing to something, and so asks nothing: "this is for my thesis: …"."""
    return any(
        plain(one.text) in ("this", "that", "it", "these", "those") and two.kind is Kind.COPULA and two.start == one.end
        for one, two in pairwise(s.marks[:3])
    )


def _states(s: Sentence) -> bool:
    """Whether a sentence says of a place, or of a number of them, that something is so."""
    moves = s.any(*VERBS, Kind.CHECK) or s.says(*RANK_VERBS) or (s.says(*MOVING_VERBS) and not s.has(Kind.CLUSTERS))
    ranked = (s.says(*RANK_VERBS) and s.has(Kind.NUMBER)) or s.says(*COMING_VERBS)
    counted = (
        s.within is not None
        or s.says("there are")
        or s.any(Kind.REACH, Kind.RANKING, Kind.HAVE, Kind.CHECK, Kind.COPULA)
    )
    return (
        _set_off(s)
        or (s.opens(Kind.CLUSTER) and s.says(*NUMBER_ONE) and not s.areas)
        or (s.opens(Kind.CLUSTER) and (s.any(*PREDICATES) or s.has(Kind.MEASURE, Kind.MORE) or ranked))
        or (s.opens(Kind.ECONOMY, Kind.REGION) and moves)
        or (s.has(Kind.CHECK) and s.any(*NAMES) and s.any(*VERBS, *POINTS) and not _lists(s))
        or (s.opens(Kind.NOT) and s.says(*NO_WAY) and s.any(*VERBS))
        or (s.opens(Kind.WITHIN, Kind.LIST) and every(s))
        or (s.opens(Kind.HALF, Kind.NUMBER, Kind.MOST, *RELATIONS) and counted and bool(s.areas))
        or (s.opens(Kind.NUMBER, *RELATIONS) and counting_economies(s) is not None and s.any(Kind.HAVE, Kind.REACH))
    )


def _lists(s: Sentence) -> bool:
    """Whether a sentence opens with how many are wanted and says nothing of them: "top 4 UK ones, innit"."""
    return s.opens(Kind.WITHIN) and not s.any(Kind.COPULA, Kind.HAVE, Kind.COME_FROM, Kind.REACH)


def _set_off(s: Sentence) -> bool:
    """Whether something is said of an economy without a verb: "UK more clusters than Canada"."""
    if not s.opens(Kind.ECONOMY) or s.clusters:
        return False
    compared = s.any(Kind.MORE, Kind.LESS, Kind.MORE_THAN, Kind.FEWER_THAN) and s.has(Kind.CLUSTERS)
    owned = s.marks[0].text.casefold().endswith(("'s", "’s"))
    return not owned and ((compared and len(s.areas) == 2) or (s.has(Kind.WITHIN) and s.of_economies))


def _chosen(s: Sentence) -> bool:
    """Whether "or" stands between two names."""
    marks = [mark for mark in s.marks if mark.kind in (*NAMES, Kind.OR)]
    return any(mark.kind is Kind.OR and mark.text.casefold() == "or" for mark in marks[1:-1])
