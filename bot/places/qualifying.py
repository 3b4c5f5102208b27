"""A place's name followed by where it lies: "Cambridge, UK", "Birmingham, Alabama, USA", "Greenwich, London"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.places.matches import ClusterPlace
from bot.places.normalising import normalise
from bot.places.spelling import ends_with_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.places.cities import AdminArea
    from bot.places.index import Index

_LONGEST_QUALIFIER = 4
"""Words in the longest name that follows a city's to tell where it lies: "United States of America"."""

_MOST_QUALIFIERS = 2
"""A city may be followed by its state and its economy."""


class Located(NamedTuple):
    """A place's spelling, and the codes of where it must lie: one of each set, as `US`, `US.CA`, or a cluster's id."""

    spelling: str
    within: tuple[frozenset[str], ...] = ()


class _Qualifier(NamedTuple):
    name: str
    codes: frozenset[str]
    case_sensitive: bool
    loose: bool = False


class Qualifiers:
    """The names that may follow a city's: of economies, states and provinces, and after a quarter that of its city."""

    def __init__(self, areas: Index, admin_areas: Iterable[AdminArea], clusters: Index) -> None:
        """Take the names in `areas` that qualify, the names and postal codes of states and provinces, and the
        well-known names of `clusters`; these count loosely, since in a sentence two clusters may follow each other."""
        found: defaultdict[str, list[_Qualifier]] = defaultdict(list)
        for spelling, entries in areas.items():
            for known in entries:
                if known.qualifies:
                    found[spelling].append(_Qualifier(known.name, known.lies, known.case_sensitive))
        for spelling, entries in clusters.items():
            for known in entries:
                if known.well_known and isinstance(known.place, ClusterPlace):
                    found[spelling].append(_Qualifier(known.name, frozenset((known.place.id,)), False, loose=True))
        for area in admin_areas:
            codes = frozenset((f"{area.economy}.{area.admin1}",))
            found[normalise(area.name)].append(_Qualifier(area.name, codes, False))
            if area.code:
                found[normalise(area.code)].append(_Qualifier(area.code, codes, True))
        self._qualifiers = dict(found)

    def located(self, spelling: str, text: str, *, strictly: bool) -> Iterator[Located]:
        """Yield what may be a city followed by where it lies: "cambridge uk" as "cambridge" in GB.

        A code that is also a word needs its capitals in `text`, its last word; a state's code only if `strictly`. A
        cluster's name counts only if not.
        """
        yield from self._located(Located(spelling), text, strictly)

    def _located(self, found: Located, text: str, strictly: bool) -> Iterator[Located]:
        words = found.spelling.split(" ")
        for size in range(min(_LONGEST_QUALIFIER, len(words) - 1), 0, -1):
            codes = frozenset[str]().union(
                *(
                    qualifier.codes
                    for qualifier in self._qualifiers.get(" ".join(words[-size:]), ())
                    if self._counts(qualifier, text, strictly)
                )
            )
            if codes:
                inner = Located(" ".join(words[:-size]), (*found.within, codes))
                yield inner
                if len(inner.within) < _MOST_QUALIFIERS:
                    yield from self._located(inner, text, strictly)

    @staticmethod
    def _counts(qualifier: _Qualifier, text: str, strictly: bool) -> bool:
        if qualifier.loose:
            return not strictly
        if not qualifier.case_sensitive or ends_with_capitals(text, qualifier.name):
            return True
        return not strictly and any("." in code for code in qualifier.codes)
