"""What became of each case, and the figures by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from benchmarks.names.cases import Kind, Set
from bot.places.matches import Ambiguous, ClusterPlace, How, Match, Unknown, Unranked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.names.cases import Case
    from bot.places.matches import Resolution
    from bot.places.resolver import Resolver


class Verdict(StrEnum):
    """What the answer was worth. `WRONG` is only what was stated with confidence: another cluster, or a cluster for a
    place in none, or none for a cluster's name; `SAME_NAME` is a name that
    the lists have for a cluster, borne also by a place in none."""

    RIGHT = "right"
    WRONG = "wrong"
    ASKED = "asked"
    DECLINED = "declined"
    SAME_NAME = "same name"


_IN_A_CLUSTER = frozenset({Kind.MEMBER, Kind.PROBE})
_OUTSIDE = frozenset({Kind.OUTSIDE, Kind.OUTSIDE_TYPO, Kind.OUTSIDE_SMALL, Kind.LOOK_ALIKE, Kind.LOOK_ALIKE_SMALL})


@dataclass(frozen=True, slots=True)
class Score:
    """How many cases of a kind got which verdict."""

    kind: Kind
    verdicts: Counter[Verdict] = field(default_factory=Counter)

    @property
    def cases(self) -> int:
        """All cases but homonyms, which have no right answer."""
        return self.verdicts.total() - self.verdicts[Verdict.SAME_NAME]

    def share(self, verdict: Verdict) -> float:
        """Return the share of the cases with this verdict, in per cent."""
        return 100 * self.verdicts[verdict] / max(self.cases, 1)


def judge(case: Case, resolver: Resolver) -> Verdict:
    """Resolve a case and say what the answer is worth."""
    found = resolver.place(case.text)
    if case.kind in _OUTSIDE:
        return _judge_outside(found)
    if isinstance(found, Ambiguous):
        return Verdict.ASKED
    if isinstance(found, Unknown):
        return Verdict.DECLINED
    if case.kind in _IN_A_CLUSTER and isinstance(found, Unranked):
        near = found.nearest is not None and found.nearest.undecided and found.nearest.cluster.id == case.cluster_id
        return Verdict.RIGHT if near else Verdict.WRONG
    return Verdict.RIGHT if _cluster(found) == case.cluster_id else Verdict.WRONG


def score(cases: Iterable[Case], resolver: Resolver, of: Set) -> list[Score]:
    """Return the scores of the cases of a set, kind by kind."""
    scores = {kind: Score(kind) for kind in Kind}
    for case in cases:
        if case.set is of:
            scores[case.kind].verdicts[judge(case, resolver)] += 1
    return [found for found in scores.values() if found.verdicts]


def _judge_outside(found: Resolution) -> Verdict:
    match found:
        case Match(how=How.FUZZY):
            return Verdict.WRONG
        case Match():
            return Verdict.SAME_NAME
        case Ambiguous():
            return Verdict.ASKED
        case Unknown():
            return Verdict.DECLINED
        case Unranked():
            return Verdict.RIGHT


def _cluster(found: Match | Unranked) -> str:
    return found.place.id if isinstance(found, Match) and isinstance(found.place, ClusterPlace) else ""
