"""The name lists in `data/`: other names of clusters, theirs in other languages, and names of economies and regions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bot.places.lists import read_list

if TYPE_CHECKING:
    from pathlib import Path

PLACE_NAMES = "place_names.csv"
EXONYMS = "exonyms.csv"
AREA_NAMES = "area_names.csv"


class NameKind(StrEnum):
    """What a cluster's name is: of the whole, in another language, of a city its name mentions, or of one nearby."""

    ALIAS = "alias"
    EXONYM = "exonym"
    CITY = "city"
    NEARBY = "nearby"


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
    areas: tuple[AreaName, ...]


def read_names(directory: Path) -> Names:
    """Return the name lists in `directory`. Raises `NamesError` for what is not a valid list."""
    return Names(
        places=(
            *read_list(directory / PLACE_NAMES, ("cluster_id", "name", "kind", "case_sensitive"), _place_name),
            *_exonyms(directory),
        ),
        areas=read_list(directory / AREA_NAMES, ("kind", "id", "name", "form", "case_sensitive"), _area_name),
    )


def read_exonyms(directory: Path) -> tuple[str, ...]:
    """Return the names in other languages that were written by hand. Raises `NamesError` for no valid list."""
    return tuple(entry.name for entry in _exonyms(directory))


def _exonyms(directory: Path) -> tuple[PlaceName, ...]:
    return read_list(directory / EXONYMS, ("cluster_id", "city", "language", "name"), _exonym)


def _place_name(row: list[str]) -> PlaceName:
    cluster_id, name, kind, case_sensitive = row
    return PlaceName(cluster_id, name, _NAME_KINDS[kind], _FLAGS[case_sensitive])


def _exonym(row: list[str]) -> PlaceName:
    cluster_id, _, _, name = row
    return PlaceName(cluster_id, name, NameKind.EXONYM, False)


def _area_name(row: list[str]) -> AreaName:
    kind, area_id, name, form, case_sensitive = row
    return AreaName(_AREA_KINDS[kind], area_id, name, _FORMS[form], _FLAGS[case_sensitive])
