"""What economies are called in other languages, kept in a trie and read only when it is needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import marisa_trie

from bot.places.lists import NamesError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TERRITORIES = "territories.marisa"
_ENDS_SPELLING = "\t"
_CODE = 2


class Territory(NamedTuple):
    """An economy (ISO 3166-1 alpha-2) and a name of it."""

    code: str
    name: str


class Territories:
    """The economies by their normalised names in the languages of CLDR; each name is of one economy only."""

    def __init__(self, directory: Path) -> None:
        """Take the directory of the file."""
        self._path = directory / TERRITORIES

    def find(self, spelling: str) -> Territory | None:
        """Return the economy of this name. Raises `NamesError` if the file cannot be read."""
        for entry in self._trie.keys(spelling + _ENDS_SPELLING):
            written = entry[len(spelling) + 1 :]
            return Territory(written[:_CODE], written[_CODE:])
        return None

    @cached_property
    def _trie(self) -> marisa_trie.Trie:
        trie = marisa_trie.Trie()
        try:
            trie.mmap(str(self._path))
        except RuntimeError as error:
            message = f"{self._path.name} cannot be read; build the gazetteer again"
            raise NamesError(message) from error
        return trie


def packed(names: Mapping[str, Territory]) -> bytes:
    """Return the file for names by their normalised spellings; the same names give the same bytes."""
    entries = (f"{spelling}{_ENDS_SPELLING}{names[spelling].code}{names[spelling].name}" for spelling in sorted(names))
    return marisa_trie.Trie(list(entries)).tobytes()
