"""What a question that was not understood comes nearest to: the same with a word or two left out.

Only words about rankings make an offer worth while: "weather in London" names a city and still asks nothing here.
"""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind, Mark
from bot.questions.free.sentence import WEAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.questions.queries import Query

OFFERED = 3
"""So many readings are offered at most."""

MOST_UNKNOWN = 1
"""A question with more words than this that mean nothing here is about something else."""

MOST_READ = 500
"""So many marks are read again in all, with one or two of them left out: some 50 times for ten, 10 for fifty."""

NAMES = frozenset((Kind.CLUSTER, Kind.ECONOMY, Kind.REGION))
TURNING = frozenset((Kind.NOT, Kind.BEYOND, Kind.EXCEPT, Kind.ELSEWHERE))
"""Meanings without which a question asks the opposite, or something else."""

TOPICAL = (
    frozenset((Kind.RANK, Kind.RANKING, Kind.COMPARE)),
    frozenset((Kind.CLUSTERS,)),
    frozenset((Kind.MEASURE, Kind.PILLAR, Kind.INNOVATIVE)),
    frozenset((Kind.EDITION, Kind.SINCE)),
    frozenset((Kind.WITHIN, Kind.ORDINAL)),
)
"""Meanings that make it likely that rankings are asked about, in groups that speak for it independently."""


def nearest(
    marks: tuple[Mark, ...], unknown: int, read: Callable[[tuple[Mark, ...]], Query | None]
) -> tuple[Query, ...]:
    """Return up to three queries that the words come to if some are left out, the fewest left out first.

    `unknown` is how many words mean nothing; `read` returns the query that some marks come to, or None. The places
    that were named are never left out.
    """
    kinds = {mark.kind for mark in marks}
    signs = sum(not group.isdisjoint(kinds) for group in TOPICAL)
    if unknown > MOST_UNKNOWN or NAMES.isdisjoint(kinds) or signs <= unknown:
        return ()
    found: dict[Query, None] = {}
    for left in islice(_fewer(marks, whole=unknown > 0), MOST_READ // len(marks)):
        query = read(left)
        if query is not None:
            found.setdefault(query)
        if len(found) == OFFERED:
            break
    return tuple(found)


def _fewer(marks: tuple[Mark, ...], *, whole: bool) -> Iterator[tuple[Mark, ...]]:
    """Yield the marks with one left out, then with two; all of them first, where other words were left out already."""
    if whole:
        yield marks
    optional = [mark for mark in marks if mark.kind not in NAMES | TURNING and mark.kind not in WEAK]
    for number in (1, 2):
        for left_out in combinations(optional, number):
            yield tuple(mark for mark in marks if mark not in left_out)
