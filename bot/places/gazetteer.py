"""Every city of 15,000 inhabitants and more under all its names, kept in a trie and read only when it is needed."""

from __future__ import annotations

import csv
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import marisa_trie
from rapidfuzz.distance import OSA

from bot.places.cities import CITIES, city
from bot.places.lists import NamesError

if TYPE_CHECKING:
    from pathlib import Path

    from bot.places.arrays import Arrays
    from bot.places.cities import City

SPELLINGS = "places.marisa"

CITIES_KEPT = 4096
"""So many rows that were read are kept, the last that were asked for."""


class Bearer(NamedTuple):
    """That a city bears a name, as its main name or as another."""

    city: City
    main: bool


class Gazetteer:
    """The cities by their normalised spellings, in `places.marisa` (spellings), `places.npz` (who bears each, and for
    misspellings which letters each has) and `places.csv` (the cities). Nothing is read before the first look-up."""

    def __init__(self, directory: Path) -> None:
        """Take the directory of the three files."""
        self._directory = directory
        self._city = lru_cache(maxsize=CITIES_KEPT)(self._read_city)

    def find(self, spelling: str) -> tuple[Bearer, ...]:
        """Return the cities of which this is a name: those whose main name it is first, the largest first.

        Raises:
            NamesError: the spellings cannot be read, or the files are not of one build.
            OSError: another file cannot be read.
        """
        identifier = self._spellings.get(spelling)
        if identifier is None:
            return ()
        return tuple(Bearer(self._city(row), main) for row, main in self._arrays.bearers(identifier))

    def near(self, spelling: str, edits: int) -> list[tuple[str, int]]:
        """Return the spellings that a normalised text in Latin letters may misspell, each with its distance.

        Distances are optimal string alignments of at most `edits`; only names worth misspelling are looked at.
        """
        if not spelling.isascii():
            return []
        found: list[tuple[str, int]] = []
        for identifier in self._arrays.near(spelling, edits):
            known = self._spellings.restore_key(identifier)
            distance = OSA.distance(spelling, known, score_cutoff=edits)
            if distance <= edits:
                found.append((known, int(distance)))
        return found

    @cached_property
    def _spellings(self) -> marisa_trie.Trie:
        trie, path = marisa_trie.Trie(), self._directory / SPELLINGS
        try:
            trie.mmap(str(path))
        except RuntimeError as error:
            message = f"{path.name} cannot be read; build the gazetteer again"
            raise NamesError(message) from error
        return trie

    @cached_property
    def _arrays(self) -> Arrays:
        from bot.places.arrays import Arrays  # noqa: PLC0415 - NumPy, a tenth of the start; names of clusters do without

        return Arrays(self._directory, len(self._spellings))

    def _read_city(self, row: int) -> City:
        try:
            return city(next(csv.reader((self._arrays.line(row),))))
        except ValueError as error:
            message = f"{CITIES}, line {row + 2}: {error}"
            raise NamesError(message) from error
