"""Towns below the gazetteer's size whose names look like a cluster's: what is typed may be one of these, not a slip."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.places.cities import city
from bot.places.gazetteer import Bearer
from bot.places.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TOWNS = "towns.csv"
TOWN_COLUMNS = (
    "spelling",
    "name",
    "shown",
    "economy",
    "admin1",
    "latitude",
    "longitude",
    "population",
    "names",
    "geonameid",
)


class Towns:
    """The towns by their normalised names, the largest of a name first. The file is read at the first look-up."""

    def __init__(self, directory: Path) -> None:
        """Take the directory of the file."""
        self._path = directory / TOWNS

    def find(self, spelling: str) -> tuple[Bearer, ...]:
        """Return the towns of this name. Raises `NamesError` for what is not a valid list, `OSError` without it."""
        return self._bearers.get(spelling, ())

    @cached_property
    def _bearers(self) -> Mapping[str, tuple[Bearer, ...]]:
        found: defaultdict[str, list[Bearer]] = defaultdict(list)
        for spelling, bearer in read_list(self._path, TOWN_COLUMNS, _town):
            found[spelling].append(bearer)
        return MappingProxyType({spelling: tuple(bearers) for spelling, bearers in found.items()})


def _town(row: list[str]) -> tuple[str, Bearer]:
    spelling, *cells, geonameid = row
    return spelling, Bearer(city([*cells, "", "", geonameid]), True)
