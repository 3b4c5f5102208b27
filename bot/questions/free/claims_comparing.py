"""Claims that set two places against each other, or a place against an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import assertions
from bot.questions.assertions import Relation
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import AROUND, EVEN, EXACTLY, NAMES, PASSED, PASSING
from bot.questions.refs import ClusterRef, EconomyRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion
    from bot.questions.free.sentence import Sentence

RELATIONS = {
    Kind.AT_LEAST: Relation.AT_LEAST,
    Kind.AT_MOST: Relation.AT_MOST,
    Kind.MORE_THAN: Relation.MORE,
    Kind.FEWER_THAN: Relation.LESS,
}


def ahead(s: Sentence) -> Assertion | None:
    """Read "is Munich ahead of Berlin" and "Tokyo has more patents than Seoul"."""
    if s.says(*PASSING):
        return None
    bigger = s.has(Kind.LARGE, Kind.MEASURE, Kind.THAN)
    if not (bigger or s.any(Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS)) or len(s.subjects) != 2:
        return None
    if s.has(Kind.REGION):
        return None
    if s.has(Kind.OR) and _joined(s):
        return None
    larger = (Kind.LARGE, Kind.SHARE, Kind.MORE) if bigger else ()
    larger = (Kind.SHARE,) if s.has(Kind.MEASURE, Kind.THAN) and not bigger else larger
    ok = (*NAMES, Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS, Kind.MEASURE, Kind.PILLAR, *AROUND, *larger)
    if not s.only(*ok, Kind.ECONOMIES, *((Kind.UP,) if s.has(Kind.AHEAD) else ())) or not _between(s):
        return None
    if s.says(*EVEN):
        return None
    first, second = s.subjects
    if s.any(Kind.BEHIND, Kind.LESS):
        first, second = second, first
    if isinstance(first, ClusterRef) and isinstance(second, ClusterRef):
        if s.any(Kind.MORE, Kind.LESS) and s.measure is None:
            return None
        return assertions.Ahead(first, second, s.measure or Measure.SIZE)
    if isinstance(first, EconomyRef) and isinstance(second, EconomyRef) and s.measure is None:
        if s.any(Kind.MORE, Kind.LESS) and not s.has(Kind.INNOVATIVE):
            return None
        return None if s.has(Kind.CLUSTERS) else assertions.EconomyAhead(first, second, s.pillar or Pillar.GII)
    return None


def passed(s: Sentence) -> Assertion | None:
    """Read "Delhi overtook Munich"."""
    if (
        not s.says(*PASSING)
        or not _between(s)
        or s.any(Kind.MEASURE, Kind.PILLAR, Kind.REGION, Kind.SINCE, Kind.ALWAYS)
    ):
        return None
    listed = (Kind.ECONOMIES,) if s.economies else ()
    if not s.only(*NAMES, *listed, Kind.AHEAD, Kind.BEHIND, Kind.NOT, Kind.CHECK) or len(s.subjects) != 2:
        return None
    if s.has(Kind.CLUSTERS) or s.has(Kind.AHEAD, Kind.BEHIND):
        return None
    first, second = reversed(s.subjects) if s.says(*PASSED) else s.subjects
    return assertions.Passed(first, second) if type(first) is type(second) else None


def times(s: Sentence) -> Assertion | None:
    """Read "twice as many patents as" and "three times as many clusters as"."""
    if s.times is None or not _between(s):
        return None
    ok = (*NAMES, Kind.TIMES, Kind.MORE, Kind.MEASURE, Kind.SHARE, Kind.AT_LEAST, *AROUND)
    if not s.only(*ok) or s.says(*EXACTLY):
        return None
    if len(s.clusters) == 2 and not s.areas and s.measure not in (None, Measure.SIZE, Measure.INTENSITY):
        return assertions.Ahead(*s.clusters, s.measure, s.times)
    if len(s.areas) == 2 and s.has(Kind.CLUSTERS) and not s.clusters:
        return assertions.MoreClusters(*s.areas, s.times)
    return None


def amount(s: Sentence) -> Assertion | None:
    """Read "Tokyo has more than 10 % of all patents" and "Seoul files at least 20,000 patents"."""
    number = s.amount
    if len(s.clusters) != 1 or s.areas or number is None or s.measure in (None, Measure.SIZE, Measure.INTENSITY):
        return None
    if len(s.of(Kind.NUMBER, Kind.PERCENT, Kind.DECIMAL)) > 1 or s.any(Kind.RANKING, Kind.WITHIN):
        return None
    if s.any(Kind.MORE, Kind.LESS) and not s.any(Kind.OR, Kind.THAN, *RELATIONS):  # 10 % fewer than what?
        return None
    ok = (Kind.CLUSTER, Kind.MEASURE, Kind.NUMBER, Kind.DECIMAL, Kind.PERCENT, Kind.SHARE, Kind.COME_FROM, *RELATIONS)
    if not s.only(*ok, *AROUND, Kind.MORE, Kind.LESS) or not s.any(Kind.HAVE, Kind.COPULA, Kind.COME_FROM, Kind.SHARE):
        return None
    relation = next((RELATIONS[kind] for kind in RELATIONS if s.has(kind)), Relation.ABOUT)
    measure = s.measure
    if not s.any(Kind.PERCENT, Kind.SHARE):
        counts = {Measure.PATENTS: Measure.PATENT_COUNT, Measure.PUBLICATIONS: Measure.PUBLICATION_COUNT}
        measure = counts.get(measure, measure)
    return assertions.Amount(s.clusters[0], measure, relation, number)


def _joined(s: Sentence) -> bool:
    """Whether "or" or "and" stands between the two names: then it is a choice, not a claim."""
    marks = [mark for mark in s.marks if mark.kind in (*NAMES, Kind.OR)]
    kinds = [mark.kind for mark in marks]
    return Kind.OR in kinds[1:-1] and any(mark.text.casefold() in ("or", "and") for mark in marks)


def _between(s: Sentence) -> bool:
    """Whether the first name stands before the comparison: "is A ahead of B", not "who is ahead, A or B"."""
    compared = (Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS, Kind.TIMES, Kind.LARGE)
    return next(mark.kind for mark in s.marks if mark.kind in (*NAMES, *compared)) in NAMES
