"""Names in other scripts that GeoNames has only for a namesake: in Arabic, both Portlands are written alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.places.normalising import normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.places.building.geonames import GeoCity

_LATIN_END = "\u0250"


def with_namesakes(
    cities: Sequence[GeoCity], usual: Mapping[int, tuple[str, ...]], of: Collection[int]
) -> Mapping[int, tuple[str, ...]]:
    """Return the `usual` names by GeoNames id, and for the cities in `of` also those of cities of the same name.

    Only names in other scripts are taken: these spell the name that both bear, in Latin letters each has its own.
    """
    namesakes: defaultdict[str, list[GeoCity]] = defaultdict(list)
    for city in cities:
        namesakes[normalise(city.name)].append(city)
    found = dict(usual)
    for city in cities:
        if city.geonameid in of:
            shared = {
                name
                for namesake in namesakes[normalise(city.name)]
                for name in _in_other_scripts((*namesake.others, *usual.get(namesake.geonameid, ())))
            }
            found[city.geonameid] = tuple(sorted(shared.union(usual.get(city.geonameid, ()))))
    return found


def _in_other_scripts(names: Iterable[str]) -> Iterable[str]:
    return (name for name in names if name[0] >= _LATIN_END)
