"""Under which normalised spellings each city is found, and which of these a typo is looked for among."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.places.normalising import normalise
from bot.places.spelling import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.places.building.geonames import GeoCity

MISSPELT_FROM_LETTERS = 5
OTHER_NAMES_MISSPELT_FROM = 100_000
"""Main names may be misspelt from so many letters; other names only those of cities with so many inhabitants."""


MOST_BEARERS = 40
"""A name is kept for so many cities; those left out are smaller than all others."""


class Bearer(NamedTuple):
    """That the city on a row (0 is the largest) bears a name, as its main name or as another."""

    row: int
    main: bool


def by_spelling(cities: Sequence[GeoCity], usual: Mapping[int, tuple[str, ...]]) -> dict[str, tuple[Bearer, ...]]:
    """Return every spelling in order, each with its bearers: those whose main name it is first, the largest first."""
    found: defaultdict[str, dict[int, bool]] = defaultdict(dict)
    for row, city in enumerate(cities):
        for name in city.main:
            for spelling in spellings(name):
                found[spelling][row] = True
        for spelling in _others(city, usual.get(city.geonameid, ())):
            found[spelling].setdefault(row, False)
    found.pop("", None)
    return {
        spelling: tuple(sorted((Bearer(*bearer) for bearer in found[spelling].items()), key=_order)[:MOST_BEARERS])
        for spelling in sorted(found)
    }


def may_be_misspelt(spelling: str, bearers: Iterable[Bearer], cities: Sequence[GeoCity]) -> bool:
    """Whether a typo may stand for this spelling."""
    if len(spelling) < MISSPELT_FROM_LETTERS or not spelling.isascii():
        return False
    return any(main or cities[row].population >= OTHER_NAMES_MISSPELT_FROM for row, main in bearers)


def _others(city: GeoCity, usual: Iterable[str]) -> Iterable[str]:
    for name in city.others:
        yield normalise(name)
    for name in usual:
        yield from spellings(name)


def _order(bearer: Bearer) -> tuple[bool, int]:
    return not bearer.main, bearer.row
