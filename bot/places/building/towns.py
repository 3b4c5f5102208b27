"""Which towns below the gazetteer's size have a name so like a listed one that a look-up would take it for a slip."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from bot.places.building.geonames import read_towns
from bot.places.letters import letters_of, may_be_near
from bot.places.misspelling import Misspellings
from bot.places.names import NameKind
from bot.places.normalising import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from bot.places.building.geonames import GeoCity
    from bot.places.cities import ClusterPoint
    from bot.places.names import PlaceName

SMALLEST_TOWN = 1_000
MOST_OF_A_NAME = 5


def town_rows(
    points: Iterable[ClusterPoint],
    names: Sequence[PlaceName],
    known: Collection[str],
    shown: Callable[[GeoCity], str],
) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the file in the order of the spellings; towns whose name is `known`, as the main one
    of a city, are left out.

    `shown` says how a town is shown where that is not just by its name.
    """
    well_known = {normalise(point.city) for point in points}
    well_known |= {normalise(name.name) for name in names if name.kind is NameKind.CITY}
    listed = {**{normalise(name.name): False for name in names}, **dict.fromkeys(well_known, True)}
    towns = _by_spelling(listed, known)
    for spelling in sorted(towns):
        for town in towns[spelling][:MOST_OF_A_NAME]:
            yield (
                spelling,
                town.name,
                shown(town),
                town.economy,
                town.admin1,
                f"{town.latitude:.3f}",
                f"{town.longitude:.3f}",
                str(town.population),
                str(1 + len(town.others)),
                str(town.geonameid),
            )


def _by_spelling(listed: Mapping[str, bool], known: Collection[str]) -> Mapping[str, list[GeoCity]]:
    """Return the towns by the spelling of their main name, the largest first."""

    def choose(names: Collection[str]) -> Collection[str]:
        spelt = {name: normalise(name) for name in names}
        alike = _alike({spelling for spelling in spelt.values() if spelling not in known}, listed)
        return [name for name, spelling in spelt.items() if spelling in alike]

    found: defaultdict[str, list[GeoCity]] = defaultdict(list)
    for town in read_towns(SMALLEST_TOWN, choose):
        found[normalise(town.name)].append(town)
    return found


def _alike(towns: Iterable[str], listed: Mapping[str, bool]) -> set[str]:
    """Return the spellings that may misspell a listed one; those with quite other letters are ruled out all at once."""
    candidates = [spelling for spelling in towns if spelling.isascii() and spelling not in listed]
    letters = np.array([letters_of(spelling) for spelling in candidates], dtype=np.uint64)
    found: set[str] = set()
    for spelling, well_known in listed.items():
        if spelling.isascii():
            one = Misspellings(((spelling, well_known),))
            near = (candidates[position] for position in map(int, may_be_near(letters_of(spelling), letters, 2)))
            found.update(town for town in near if abs(len(town) - len(spelling)) <= 2 and one.near(town))
    return found
