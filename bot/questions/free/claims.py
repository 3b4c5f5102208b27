"""Claims and yes-or-no questions: "is Munich in the top 20?", "Tokyo is number one", "does China have more than …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.questions.queries import ClusterRef, Direction, EconomyRef
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Assertion, Claim

NAMES = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
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
VERBS = (Kind.COPULA, Kind.HAVE, Kind.REACH, Kind.AHEAD, Kind.BEHIND, Kind.NOT)
RANK_VERBS = ("ranks", "ranked", "sits", "stands", "comes", "came", "finished", "placed")
PREDICATES = (*VERBS, Kind.WITHIN, Kind.ORDINAL, Kind.UP, Kind.DOWN, Kind.BEYOND)


def read_claim(s: Sentence) -> Claim | None:
    """Return the claim a question asks about or a statement makes; None where it is neither."""
    asks = s.opens(Kind.COPULA, Kind.NOT, Kind.HAVE) and not s.says("am")
    states = s.opens(Kind.CLUSTER) and s.any(*PREDICATES)
    states = states or (s.opens(Kind.ECONOMY, Kind.REGION) and (s.any(*VERBS, Kind.CHECK) or s.says(*RANK_VERBS)))
    states = states or (s.has(Kind.CHECK) and s.any(*NAMES) and s.any(*VERBS, Kind.WITHIN, Kind.ORDINAL, Kind.BEST))
    if not (asks or states) or s.any(*ASKING, Kind.LIST, Kind.COMPARE):
        return None
    if states and not asks and s.has(Kind.OR) and _chosen(s):
        return None
    assertion = _assertion(s)
    if assertion is None:
        return None
    denied = (not asks and s.has(Kind.NOT)) != s.has(Kind.BEYOND)
    # "isn't X first?" asks whether X is first; only a statement is denied by its negation.
    return queries.Claim(assertion, s.edition, negated=denied)


def _assertion(s: Sentence) -> Assertion | None:
    return _ahead(s) or _more(s) or _clusters_of(s) or _went(s) or _at_rank(s)


def _chosen(s: Sentence) -> bool:
    """Whether "or" stands between two names."""
    marks = [mark for mark in s.marks if mark.kind in (*NAMES, Kind.OR)]
    return any(mark.kind is Kind.OR and mark.text.casefold() == "or" for mark in marks[1:-1])


def _ahead(s: Sentence) -> Assertion | None:
    if not s.any(Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS) or len(s.subjects) != 2 or s.has(Kind.REGION):
        return None
    if s.has(Kind.OR) and _joined(s):
        return None
    ok = (
        *NAMES,
        Kind.AHEAD,
        Kind.BEHIND,
        Kind.MORE,
        Kind.LESS,
        Kind.NOT,
        Kind.MEASURE,
        Kind.PILLAR,
        Kind.STAY,
        Kind.CHECK,
    )
    if not s.only(*ok, Kind.ECONOMIES, *((Kind.UP,) if s.has(Kind.AHEAD) else ())) or not _between(s):
        return None
    if s.says("as many", "as many as", "as much"):
        return None
    first, second = s.subjects
    if s.any(Kind.BEHIND, Kind.LESS):
        first, second = second, first
    if isinstance(first, ClusterRef) and isinstance(second, ClusterRef):
        if s.any(Kind.MORE, Kind.LESS) and s.measure is None:
            return None
        return queries.Ahead(first, second, s.measure or Measure.SIZE)
    if isinstance(first, EconomyRef) and isinstance(second, EconomyRef) and s.measure is None:
        if s.any(Kind.MORE, Kind.LESS) and not s.has(Kind.INNOVATIVE):
            return None
        return None if s.has(Kind.CLUSTERS) else queries.EconomyAhead(first, second, s.pillar or Pillar.GII)
    return None


def _joined(s: Sentence) -> bool:
    """Whether "or" or "and" stands between the two names: then it is a choice, not a claim."""
    marks = [mark for mark in s.marks if mark.kind in (*NAMES, Kind.OR)]
    kinds = [mark.kind for mark in marks]
    return Kind.OR in kinds[1:-1] and any(mark.text.casefold() in ("or", "and") for mark in marks)


def _more(s: Sentence) -> Assertion | None:
    if (
        len(s.areas) != 2
        or not s.has(Kind.CLUSTERS)
        or not s.any(Kind.MORE, Kind.LESS, Kind.MORE_THAN, Kind.FEWER_THAN)
    ):
        return None
    if not s.only(*NAMES, Kind.MORE, Kind.LESS, Kind.MORE_THAN, Kind.FEWER_THAN, Kind.NOT, Kind.CHECK) or s.clusters:
        return None
    if s.says("as many", "as many as", "as much"):
        return None
    first, second = s.areas
    fewer = s.any(Kind.LESS, Kind.FEWER_THAN)
    return queries.MoreClusters(second, first) if fewer else queries.MoreClusters(first, second)


def _clusters_of(s: Sentence) -> Assertion | None:
    if len(s.areas) != 1 or s.clusters or not s.any(Kind.HAVE, Kind.COPULA) or not _plural(s):
        return None
    amounts = (Kind.NUMBER, Kind.MORE_THAN, Kind.FEWER_THAN, Kind.AT_LEAST, Kind.AT_MOST)
    if not s.only(*NAMES, *amounts, Kind.NOT, Kind.CHECK, *((Kind.MORE, Kind.LESS) if s.has(Kind.NUMBER) else ())):
        return None
    return queries.HasClusters(s.areas[0], *_range(s))


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


def _between(s: Sentence) -> bool:
    """Whether the first name stands before the comparison: "is A ahead of B", not "who is ahead, A or B"."""
    compared = (Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS)
    return next(mark.kind for mark in s.marks if mark.kind in (*NAMES, *compared)) in NAMES


def _went(s: Sentence) -> Assertion | None:
    if len(s.clusters) != 1 or s.areas or s.has(Kind.UP) == s.has(Kind.DOWN):
        return None
    if not s.only(Kind.CLUSTER, Kind.UP, Kind.DOWN, Kind.SINCE, Kind.NOT, Kind.CHECK):
        return None
    since = s.since
    return queries.Went(s.clusters[0], Direction.UP if s.has(Kind.UP) else Direction.DOWN, since)


def _at_rank(s: Sentence) -> Assertion | None:
    span = ranks_claimed(s)
    if span is None:
        return None
    ok = (Kind.NUMBER, Kind.ORDINAL, Kind.WITHIN, Kind.BEST, Kind.NOT, Kind.STAY, Kind.MOST, Kind.CHECK, Kind.BEYOND)
    if not s.only(*NAMES, *ok, Kind.ECONOMIES, Kind.PILLAR, Kind.AHEAD, Kind.BEHIND) or (
        s.has(Kind.MOST) and not s.has(Kind.INNOVATIVE)
    ):
        return None
    low, high = span
    if len(s.clusters) == 1 and not s.areas and not s.any(Kind.ECONOMIES, Kind.PILLAR):
        return queries.AtRank(s.clusters[0], low, high)
    if len(s.clusters) == 1 and len(s.areas) == 1 and s.any(Kind.BEST, Kind.ORDINAL, Kind.AHEAD) and s.within is None:
        return queries.AtRankIn(s.clusters[0], s.areas[0], s.ordinal or 1)
    about = s.any(Kind.WITHIN, Kind.BEST, Kind.MOST, Kind.ORDINAL, Kind.AHEAD, Kind.RANK)
    if len(s.economies) == 1 and len(s.areas) == 1 and not s.clusters and not s.has(Kind.CLUSTERS) and about:
        return queries.EconomyAtRank(s.economies[0], low, high, s.pillar or Pillar.GII)
    return None


def ranks_claimed(s: Sentence) -> tuple[int, int] | None:
    """Return the ranks claimed: "in the top 20", "third", "number one", "in the ranking"."""
    if s.within is not None:
        return (1, s.within) if s.within <= RANKS_PUBLISHED else None
    if s.ordinal is not None:
        if s.any(Kind.AHEAD, Kind.BEHIND):
            return (1, s.ordinal - 1) if s.has(Kind.AHEAD) else (s.ordinal + 1, RANKS_PUBLISHED)
        return s.ordinal, s.ordinal
    if s.number is not None:
        return None if s.has(Kind.BEST) else (s.number, s.number)
    if s.any(Kind.BEST, Kind.MOST) or (
        s.has(Kind.AHEAD) and s.says("leads", "lead", "leading", "in the lead", "ahead")
    ):
        return (1, 1)
    listed = s.says("ranked", "listed", "top 100", "top hundred", "the list", "ranking", "the ranking", "table", "list")
    return (1, RANKS_PUBLISHED) if listed and not s.has(Kind.ECONOMIES) else None
