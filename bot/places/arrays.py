"""The gazetteer's arrays: who bears a spelling, which letters each has, and where each city's row begins."""

from __future__ import annotations

import mmap
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.places.cities import CITIES, CITY_COLUMNS
from bot.places.letters import letters_of, may_be_near
from bot.places.lists import NamesError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

ARRAYS = "places.npz"


class Arrays:
    """What `places.npz` holds of a trie's spellings, and the rows of `places.csv`; each is read when it is needed."""

    def __init__(self, directory: Path, spellings: int) -> None:
        """Take the directory of the files, and how many spellings there are."""
        self._path = directory / ARRAYS
        self._cities = directory / CITIES
        self._count = spellings

    def bearers(self, spelling: int) -> Iterator[tuple[int, bool]]:
        """Yield who bears a spelling, by its number in the trie: the row of each city, and if it is its main name.

        Raises:
            NamesError: the files are not of one build.
            OSError: a file cannot be read.
        """
        bearers = self._bearers
        for position in range(bearers.starts.item(spelling), bearers.starts.item(spelling + 1)):
            yield bearers.rows.item(position), bearers.main[position] == 1

    def near(self, spelling: str, edits: int) -> list[int]:
        """Return the numbers of spellings that `edits` edits may turn into one, by how long they are and their letters.

        Only names worth misspelling are looked at.
        """
        tables = self._misspellable
        first, last = np.searchsorted(tables.lengths, (len(spelling) - edits, len(spelling) + edits + 1))
        positions = may_be_near(letters_of(spelling), tables.letters[first:last], edits)
        return tables.spellings[first:last][positions].tolist()

    def line(self, row: int) -> str:
        """Return a row of the file of cities, as it is written."""
        lines = self._lines
        lines.content.seek(int(lines.starts[row]))
        return lines.content.readline().decode("utf-8")

    @cached_property
    def _bearers(self) -> _Bearers:
        with np.load(self._path) as arrays:
            counts, cities = arrays["bearers"], int(arrays["cities"])
            tables = _Bearers(
                np.concatenate((np.zeros(1, np.uint32), np.cumsum(counts, dtype=np.uint32))),
                arrays["rows"],
                np.unpackbits(arrays["main"]).tobytes(),
            )
        if len(counts) != self._count or cities != len(self._lines.starts):
            message = f"{CITIES}, the spellings and {ARRAYS} are not of one build; build the gazetteer again"
            raise NamesError(message)
        return tables

    @cached_property
    def _misspellable(self) -> _Misspellable:
        with np.load(self._path) as arrays:
            return _Misspellable(arrays["misspellable"], arrays["lengths"], arrays["letters"])

    @cached_property
    def _lines(self) -> _Lines:
        with self._cities.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        ends = np.flatnonzero(np.frombuffer(content, np.uint8) == ord("\n")).astype(np.uint32)
        header = content[: int(ends[0])].decode("utf-8").rstrip("\r")
        if header != ",".join(CITY_COLUMNS):
            message = f"{CITIES}, line 1: the columns must be {', '.join(CITY_COLUMNS)}"
            raise NamesError(message)
        return _Lines(content, ends[:-1] + 1)


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
