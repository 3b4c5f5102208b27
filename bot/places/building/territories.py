"""What economies are called in the languages of CLDR, as far as nothing else is called so."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, cast

from babel import Locale
from rapidfuzz.distance import OSA

from bot.places.building.cldr import LANGUAGES
from bot.places.names import AreaKind
from bot.places.normalising import normalise
from bot.places.territories import Territory

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from bot.places.names import Names

_TABLE = "economies"

_LATIN_FROM = 5
"""Shorter names in Latin letters are words too often, as `Y` (Italy) and `Bi` (Belgium) are in Vietnamese."""

_WORDS = frozenset({"island", "chili"})
"""Economies' names in other languages that are English words."""


def economy_names(directory: Path, names: Names, taken: Collection[str]) -> dict[str, Territory]:
    """Return, by spelling, the economies' names that the lists do not have.

    Names of two economies are left out, and those in Latin letters that are short, `taken` by a city, or one slip away
    from the English name of another economy.
    """
    listed = {normalise(area.name) for area in names.areas}
    taken = {*taken, *(normalise(place.name) for place in names.places)}
    codes = _codes(directory) + [area.id for area in names.areas if area.kind is AreaKind.OUTSIDE]
    found: dict[str, Territory] = {}
    ambiguous: set[str] = set()
    for territory in _all(dict.fromkeys(codes)):
        spelling = normalise(territory.name)
        before = found.setdefault(spelling, territory)
        if before.code != territory.code:
            ambiguous.add(spelling)
    english = {normalise(name): code for code, name in _names("en").items()}

    def may_be_taken_amiss(spelling: str, code: str) -> bool:
        if len(spelling) < _LATIN_FROM or spelling in taken or spelling in _WORDS:
            return True
        return any(
            code != other and OSA.distance(spelling, name, score_cutoff=1) <= 1 for name, other in english.items()
        )

    return {
        spelling: territory
        for spelling, territory in found.items()
        if spelling not in listed
        and spelling not in ambiguous
        and not (spelling.isascii() and may_be_taken_amiss(spelling, territory.code))
    }


def _all(codes: Iterable[str]) -> Iterable[Territory]:
    codes = tuple(codes)
    for language in LANGUAGES:
        names = _names(language)
        yield from (Territory(code, names[code]) for code in codes if code in names)


def _names(language: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", Locale.parse(language).territories)


def _codes(directory: Path) -> list[str]:
    """Return the codes of the economies in the tables."""
    with (directory / f"{_TABLE}.csv").open(encoding="utf-8", newline="") as file:
        return [row["economy"] for row in csv.DictReader(file)]
