"""The name lists in `data/`: other names of clusters, places outside them, and names of economies and regions."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLACE_NAMES = "place_names.csv"
OUTSIDE_PLACES = "outside_places.csv"
AREA_NAMES = "area_names.csv"

_Record = TypeVar("_Record")


class NamesError(ValueError):
    """A name list cannot be read. The message names the file, the line and what is wrong with it."""


class NameKind(StrEnum):
    """What a cluster's name is: of the whole, in another language, of a city its name mentions, or of one nearby.

    `UNDECIDED` is a place so near the cluster that our sources cannot tell whether it belongs to it.
    """

    ALIAS = "alias"
    EXONYM = "exonym"
    CITY = "city"
    NEARBY = "nearby"
    UNDECIDED = "undecided"


class AreaKind(StrEnum):
    """What an area's name belongs to. `OUTSIDE` is an economy that the index does not cover."""

    ECONOMY = "economy"
    REGION = "region"
    OUTSIDE = "outside"


class Form(StrEnum):
    """What an area's name is: a name, an ISO or everyday code, or an adjective or demonym."""

    NAME = "name"
    CODE = "code"
    ADJECTIVE = "adjective"


_NAME_KINDS = {kind.value: kind for kind in NameKind}
_AREA_KINDS = {kind.value: kind for kind in AreaKind}
_FORMS = {form.value: form for form in Form}
_FLAGS = {"true": True, "false": False}


class PlaceName(NamedTuple):
    """A name of a cluster. One that is `case_sensitive` is also a word; in a sentence its capitals must be written."""

    cluster_id: str
    name: str
    kind: NameKind
    case_sensitive: bool


class OutsideName(NamedTuple):
    """A city in no cluster of the tables, with its other names. `population` decides between namesakes."""

    name: str
    economy: str
    population: int
    case_sensitive: bool
    names: tuple[str, ...]


class AreaName(NamedTuple):
    """A name of an economy (`id` is its ISO 3166 alpha-2 code) or of a region (`id` is the region's)."""

    kind: AreaKind
    id: str
    name: str
    form: Form
    case_sensitive: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Everything the name lists say, in the order of the files."""

    places: tuple[PlaceName, ...]
    outside: tuple[OutsideName, ...]
    areas: tuple[AreaName, ...]


def read_names(directory: Path) -> Names:
    """Return the three name lists in `directory`. Raises `NamesError` for what is not a valid list."""
    return Names(
        places=_read(directory / PLACE_NAMES, ("cluster_id", "name", "kind", "case_sensitive"), _place_name),
        outside=_read(
            directory / OUTSIDE_PLACES, ("name", "economy", "population", "case_sensitive", "names"), _outside_name
        ),
        areas=_read(directory / AREA_NAMES, ("kind", "id", "name", "form", "case_sensitive"), _area_name),
    )


def _read(path: Path, header: tuple[str, ...], record: Callable[[list[str]], _Record]) -> tuple[_Record, ...]:
    records: list[_Record] = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != header:
            message = f"{path.name}, line 1: the columns must be {', '.join(header)}"
            raise NamesError(message)
        for row in rows:
            try:
                records.append(record(row))
            except (KeyError, ValueError) as error:
                message = f"{path.name}, line {rows.line_num}: {error}"
                raise NamesError(message) from error
    return tuple(records)


def _place_name(row: list[str]) -> PlaceName:
    cluster_id, name, kind, case_sensitive = row
    return PlaceName(cluster_id, name, _NAME_KINDS[kind], _FLAGS[case_sensitive])


def _outside_name(row: list[str]) -> OutsideName:
    name, economy, population, case_sensitive, names = row
    others = tuple(names.split(";")) if names else ()
    return OutsideName(name, economy, int(population), _FLAGS[case_sensitive], others)


def _area_name(row: list[str]) -> AreaName:
    kind, area_id, name, form, case_sensitive = row
    return AreaName(_AREA_KINDS[kind], area_id, name, _FORMS[form], _FLAGS[case_sensitive])
