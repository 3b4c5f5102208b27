"""Every city of 15,000 inhabitants and more under all its names, kept in a trie and read only when it is needed."""

from __future__ import annotations

import csv
import mmap
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import marisa_trie
import numpy as np
from rapidfuzz.distance import OSA

from bot.places.cities import CITIES, CITY_COLUMNS, city
from bot.places.letters import letters_of, may_be_near
from bot.places.lists import NamesError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.places.cities import City

SPELLINGS = "places.marisa"
ARRAYS = "places.npz"

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
        bearers = self._bearers
        first, last = bearers.starts.item(identifier), bearers.starts.item(identifier + 1)
        if last == first + 1:
            return (Bearer(self._city(bearers.rows.item(first)), bearers.main[first] == 1),)
        return tuple(
            Bearer(self._city(bearers.rows.item(position)), bearers.main[position] == 1)
            for position in range(first, last)
        )

    def near(self, spelling: str, edits: int) -> list[tuple[str, int]]:
        """Return the spellings that a normalised text in Latin letters may misspell, each with its distance.

        Distances are optimal string alignments of at most `edits`; only names worth misspelling are looked at.
        """
        if not spelling.isascii():
            return []
        tables = self._misspellable
        first, last = np.searchsorted(tables.lengths, (len(spelling) - edits, len(spelling) + edits + 1))
        positions = may_be_near(letters_of(spelling), tables.letters[first:last], edits)
        found: list[tuple[str, int]] = []
        for identifier in tables.spellings[first:last][positions].tolist():
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
    def _bearers(self) -> _Bearers:
        with np.load(self._directory / ARRAYS) as arrays:
            counts, cities = arrays["bearers"], int(arrays["cities"])
            tables = _Bearers(
                np.concatenate((np.zeros(1, np.uint32), np.cumsum(counts, dtype=np.uint32))),
                arrays["rows"],
                np.unpackbits(arrays["main"]).tobytes(),
            )
        if len(counts) != len(self._spellings) or cities != len(self._lines.starts):
            message = f"{CITIES}, {SPELLINGS} and {ARRAYS} are not of one build; build the gazetteer again"
            raise NamesError(message)
        return tables

    @cached_property
    def _misspellable(self) -> _Misspellable:
        with np.load(self._directory / ARRAYS) as arrays:
            return _Misspellable(arrays["misspellable"], arrays["lengths"], arrays["letters"])

    @cached_property
    def _lines(self) -> _Lines:
        with (self._directory / CITIES).open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        ends = np.flatnonzero(np.frombuffer(content, np.uint8) == ord("\n")).astype(np.uint32)
        header = content[: int(ends[0])].decode("utf-8").rstrip("\r")
        if header != ",".join(CITY_COLUMNS):
            message = f"{CITIES}, line 1: the columns must be {', '.join(CITY_COLUMNS)}"
            raise NamesError(message)
        return _Lines(content, ends[:-1] + 1)

    def _read_city(self, row: int) -> City:
        lines = self._lines
        lines.content.seek(int(lines.starts[row]))
        try:
            return city(next(csv.reader((lines.content.readline().decode("utf-8"),))))
        except ValueError as error:
            message = f"{CITIES}, line {row + 2}: {error}"
            raise NamesError(message) from error


class _Bearers(NamedTuple):
    """By spelling, in the trie's order, where its bearers begin; of each bearer the row, and 1 if by its main name."""

    starts: NDArray[np.uint32]
    rows: NDArray[np.uint16]
    main: bytes


class _Misspellable(NamedTuple):
    """The spellings that may be misspelt, the shortest first: their places in the trie, lengths and letters."""

    spellings: NDArray[np.uint32]
    lengths: NDArray[np.uint8]
    letters: NDArray[np.uint64]


class _Lines(NamedTuple):
    """The file of cities, and where in it each row begins."""

    content: mmap.mmap
    starts: NDArray[np.uint32]
