"""A place's name followed by where it lies: "Cambridge, UK", "Birmingham, Alabama, USA", "Greenwich, London"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.places.matches import ClusterPlace, How
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
        names of `clusters` and their cities; these count loosely, since in a sentence two clusters may follow each
        other."""
        found: defaultdict[str, list[_Qualifier]] = defaultdict(list)
        self._states: dict[str, frozenset[str]] = {}
        for spelling, entries in areas.items():
            for known in entries:
                if known.qualifies:
                    found[spelling].append(_Qualifier(known.name, known.lies, known.case_sensitive))
        for spelling, entries in clusters.items():
            for known in entries:
                if known.how is not How.NEARBY and isinstance(known.place, ClusterPlace):
                    found[spelling].append(_Qualifier(known.name, frozenset((known.place.id,)), False, loose=True))
        for area in admin_areas:
            codes = frozenset((f"{area.economy}.{area.admin1}",))
            found[normalise(area.name)].append(_Qualifier(area.name, codes, False))
            self._states[normalise(area.name)] = self.states(normalise(area.name)) | codes
            if area.code:
                found[normalise(area.code)].append(_Qualifier(area.code, codes, True))
        self._qualifiers = dict(found)

    def states(self, spelling: str) -> frozenset[str]:
        """Return the codes of the states and provinces of this name, as `US.CA`; postal codes are no names."""
        return self._states.get(spelling, frozenset())

    def located(self, spelling: str, text: str, *, strictly: bool) -> Iterator[Located]:
        """Yield what may be a city followed by where it lies: "cambridge uk" as "cambridge" in GB.

        A code that is also a word needs its capitals in `text`, its last word; a state's code only if `strictly`. A
        cluster's name counts only if not.
        """
        yield from self._located(Located(spelling), text, strictly)
        if not strictly:
            yield from self._led_by_a_cluster(spelling)

    def _led_by_a_cluster(self, spelling: str) -> Iterator[Located]:
        """Yield the quarter in "München-Pasing", which must lie in the cluster named first."""
        words = spelling.split(" ")
        for size in range(1, min(_LONGEST_QUALIFIER, len(words))):
            qualifiers = self._qualifiers.get(" ".join(words[:size]), ())
            codes = frozenset[str]().union(*(qualifier.codes for qualifier in qualifiers if qualifier.loose))
            if codes:
                yield Located(" ".join(words[size:]), (codes,))

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
