"""Whose name a misspelt text most likely is: few slips and a well-known name are likelier than many and a rare one."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, NamedTuple

from bot.places.deciding import ambiguous, decide
from bot.places.index import remoteness
from bot.places.matches import How, OutsidePlace
from bot.places.misspelling import may_stand_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.places.index import Known
    from bot.places.matches import Ambiguous, Match, Place, Unranked

MARGIN = 0.35
"""So much cheaper than the next place must a reading be, in slips; otherwise nobody can tell."""

_HUGE = 1_000_000
_LARGE = 200_000
_LETTERS_FOR_ONE_IF_HUGE = 5
_LETTERS_FOR_ONE = 6
_LETTERS_FOR_ONE_IF_SMALL = 7
_LETTERS_FOR_TWO = 9
"""Of the many names outside the clusters, only large cities' (by inhabitants) stand for short or bad misspellings."""

_LETTERS_FOR_ONE_IF_NEARBY = 7
_LETTERS_FOR_TWO_IF_NEARBY = 12
"""Names of quarters and suburbs are many too, and few know them."""

_HAMLET_BELOW = 5_000
_HAMLET = 1.4
"""Whoever types the name of so small a place made one slip in a cluster's name more likely than none."""

_LISTED = 0.3
_LISTED_ELSEWHERE = 0.6
_OTHER_NAME = 0.3


class _Reading(NamedTuple):
    cost: float
    edits: int
    spelling: str
    known: Known


def slips_elsewhere(spelling: str, budget: int) -> int:
    """Return how many slips of a `budget` to look for among names that are not listed: none of these is so short that
    two slips in it leave few letters."""
    return budget if len(spelling) >= _LETTERS_FOR_TWO - budget else min(budget, 1)


def guess(
    text: str,
    typed: str,
    hits: Iterable[tuple[str, int]],
    bearers: Callable[[str], tuple[Known, ...]],
) -> Match | Ambiguous | Unranked | None:
    """Return who is meant by a misspelling of the `hits`, spellings with their distances from the normalised `typed`.

    Return None if there are none, or they have too few letters for so many slips.
    """
    readings = sorted(
        (
            _Reading(edits + rarity(known[0]), edits, spelling, known[0])
            for spelling, edits in hits
            if (known := bearers(spelling)) and _may_be(typed, spelling, edits, known[0])
        ),
        key=lambda reading: (reading.cost, remoteness(reading.known), reading.spelling),
    )
    if not readings:
        return None
    best = readings[0]
    places: dict[Place, Known] = {}
    for reading in readings:
        if reading.cost - best.cost < MARGIN:
            places.setdefault(reading.known.place, reading.known)
    if len(places) == 1:
        return decide(text, bearers(best.spelling), misspelt=best.edits > 0)
    return ambiguous(text, list(places.values()), misspelt=best.edits > 0)


def _may_be(typed: str, spelling: str, edits: int, known: Known) -> bool:
    """Whether a name is long enough for so many slips."""
    if edits == 0:
        return True
    if known.how is How.NEARBY and len(spelling) < (
        _LETTERS_FOR_ONE_IF_NEARBY if edits <= 1 else _LETTERS_FOR_TWO_IF_NEARBY
    ):
        return False
    if not isinstance(known.place, OutsidePlace):
        return (known.listed or known.main) and may_stand_for(typed, spelling, edits, well_known=known.well_known)
    large = known.place.population >= _LARGE and known.main
    if edits <= 1:
        least = _LETTERS_FOR_ONE_IF_HUGE if known.place.population >= _HUGE else _LETTERS_FOR_ONE
        return len(spelling) >= (least if large else _LETTERS_FOR_ONE_IF_SMALL)
    return large and len(spelling) >= _LETTERS_FOR_TWO


def rarity(known: Known) -> float:
    """Return how unlikely it is that somebody means this name, in slips: 0 for a cluster's, above 1 for a town's."""
    if not isinstance(known.place, OutsidePlace):
        return 0.0 if known.well_known else _LISTED if known.listed else _LISTED_ELSEWHERE
    if 0 < known.place.population < _HAMLET_BELOW and known.main:
        return _HAMLET
    size = 0.9 - 0.3 * log10(max(known.place.population, 1) / 100_000)
    return min(max(size, 0.2), 1.2) + (0.0 if known.main else _OTHER_NAME)
