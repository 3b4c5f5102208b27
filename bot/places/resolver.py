"""From what a person typed to who is meant."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.places.completing import Completer, area_order, cluster_order
from bot.places.deciding import ambiguous, candidate, decide
from bot.places.index import index_areas, index_places, lies_in, remoteness
from bot.places.matches import How, OutsidePlace, Unknown
from bot.places.misspelling import Misspellings, alike
from bot.places.names import read_names
from bot.places.normalising import normalise
from bot.places.spelling import ends_with_capitals, joined_up, same_capitals
from bot.rankings.tables import shipped_directory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Self

    from bot.places.index import Index, Known
    from bot.places.matches import Ambiguous, Match, Place, Resolution, Unranked
    from bot.places.names import Names
    from bot.rankings.model import Rankings

MOST_SUGGESTIONS = 3

_LONGEST_QUALIFIER = 4
"""Words in the longest name that follows a city's to tell where it lies: "United States of America"."""

_BEFORE = frozenset({"the", "greater", "metro", "metropolitan", "downtown", "central", "city", "of"})
_AFTER = frozenset({"city", "area", "metro", "metropolitan", "region", "cluster", "hub", "district"})
"""Words that people put around a place's name. A name that has them of its own is looked up before they are dropped."""


class Resolver:
    """Knows who is meant by a text. It never changes, and any text is safe to ask for."""

    def __init__(self, rankings: Rankings, names: Names) -> None:
        """Index the places and areas of `rankings` under their own names and those of `names`."""
        self._places = index_places(rankings, names)
        self._areas = index_areas(rankings, names)
        self._misspelt_places = _misspellings(self._places)
        self._misspelt_areas = _misspellings(self._areas)
        self._place_suggestions = _main_names(self._places)
        self._area_suggestions = _main_names(self._areas)
        self._place_completer = Completer(self._places, cluster_order(rankings))
        self._area_completer = Completer(self._areas, area_order(rankings))
        self._economies = MappingProxyType(
            {
                cluster: frozenset(code for row in history for code in row.economies)
                for cluster, history in rankings.histories.items()
            }
        )

    @classmethod
    def from_files(cls, rankings: Rankings, directory: Path | None = None) -> Self:
        """Build a resolver from the name lists in `directory`, or from those that are shipped.

        Raises:
            NamesError: a list is not what its columns say.
        """
        return cls(rankings, read_names(directory or shipped_directory()))

    def place(self, text: str) -> Resolution:
        """Return the cluster that a text names, or the place outside all clusters, however it is spelt.

        Known names come first, then the same without what people put around them ("Greater …", "… area", "…, France"),
        then misspellings. `Unknown` is also a city that is said to lie where no such city is known, and one of which
        our sources cannot say whether it belongs to a cluster nearby; that cluster is then suggested. The name of
        an economy or region is no misspelt place: ask `area`.
        """
        spelling = normalise(text)
        readings = tuple(self._readings(spelling, text))
        for known_as, economies in (*readings, (joined_up(spelling), None)):
            namesakes = self._namesakes(known_as, economies)
            found = decide(text, namesakes) or _undecided(text, namesakes)
            if found is not None:
                return found
        if spelling not in self._areas:
            for near, economies in readings:
                found = self._misspelt(text, near, economies)
                if found is not None:
                    return found
        return Unknown(text, _suggestions(spelling, self._place_suggestions))

    def area(self, text: str) -> Resolution:
        """Return the economy or region that a text names, or the economy that the index does not cover.

        Codes and adjectives that are also words count only in capitals; written small they are `Unknown`, with a
        suggestion.
        """
        spelling = normalise(text)
        found = self.exact_area(text)
        if found is None and spelling not in self._areas:
            found = _nearest(text, self._misspelt_areas.near(spelling), self._areas)
        if found is not None:
            return found
        small = tuple(known.place.name for known in self._areas.get(spelling, ()))
        return Unknown(text, small or _suggestions(spelling, self._area_suggestions))

    def exact_place(self, text: str) -> Match | Ambiguous | Unranked | None:
        """Return who is meant by a known name, alone or followed by where it lies ("Cambridge, UK"); None otherwise.

        For scanning sentences: a name that is also a word counts only with its capitals ("Nice", not "nice").
        """
        spelling = normalise(text)
        namesakes = [known for known in self._places.get(spelling, ()) if _counts(known, text)]
        found = decide(text, namesakes)
        if found is not None or " " not in spelling:
            return found
        for city, economies in self._located(spelling, text):
            found = decide(text, self._namesakes(city, economies))
            if found is not None:
                return found
        return None

    def exact_area(self, text: str) -> Match | Ambiguous | Unranked | None:
        """Return the economy or region with exactly this name, code or adjective; None if there is none.

        A code or adjective that is also a word counts only with its capitals ("IT", "Polish").
        """
        return decide(text, [known for known in self._areas.get(normalise(text), ()) if _counts(known, text)])

    def complete_place(self, prefix: str, limit: int = 25) -> tuple[str, ...]:
        """Return newest names of clusters that a half-typed name may become, the best ranked first among equals."""
        return self._place_completer.complete(prefix, limit)

    def complete_area(self, prefix: str, limit: int = 25) -> tuple[str, ...]:
        """Return names of economies and regions that a half-typed name may become, in the index's order."""
        return self._area_completer.complete(prefix, limit)

    def _readings(self, spelling: str, text: str) -> Iterator[tuple[str, frozenset[str] | None]]:
        """Yield the spellings under which a place may be known, each with the economies it must lie in, if said."""
        yield spelling, None
        if " " in spelling:
            yield from self._located(spelling, text)
            plain = _without_surroundings(spelling)
            if plain != spelling:
                yield plain, None

    def _located(self, spelling: str, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield what may be a city followed by its economy, and that economy: "cambridge uk" as "cambridge" in GB."""
        words = spelling.split(" ")
        for size in range(min(_LONGEST_QUALIFIER, len(words) - 1), 0, -1):
            economies = frozenset[str]().union(
                *(
                    lies_in(known.place, self._economies)
                    for known in self._areas.get(" ".join(words[-size:]), ())
                    if known.qualifies and (not known.case_sensitive or ends_with_capitals(text, known.name))
                )
            )
            if economies:
                yield " ".join(words[:-size]), economies

    def _namesakes(self, spelling: str, economies: frozenset[str] | None) -> tuple[Known, ...]:
        known = self._places.get(spelling, ())
        if economies is None:
            return known
        return tuple(entry for entry in known if lies_in(entry.place, self._economies) & economies)

    def _misspelt(
        self, text: str, spelling: str, economies: frozenset[str] | None
    ) -> Match | Ambiguous | Unranked | Unknown | None:
        """Return whose name is misspelt so, of those in the economies; nobody's if it is the name of one elsewhere."""
        if economies is not None and spelling in self._places:
            return None
        hits = self._misspelt_places.near(spelling)
        if economies is not None:
            hits = [hit for hit in hits if self._namesakes(hit[0], economies)]
        return _nearest(text, hits, self._places)


def _misspellings(index: Index) -> Misspellings:
    return Misspellings((spelling, known[0].well_known) for spelling, known in index.items())


def _nearest(text: str, hits: list[tuple[str, int]], index: Index) -> Match | Ambiguous | Unranked | Unknown | None:
    """Return who is meant by a misspelling: the nearest name's place, if no other place's name is as near."""
    if not hits:
        return None
    fewest = min(edits for _, edits in hits)
    nearest = sorted(
        (index[spelling] for spelling, edits in hits if edits == fewest), key=lambda known: remoteness(known[0])
    )
    candidates: dict[Place, Known] = {}
    for first, *_ in nearest:
        candidates.setdefault(first.place, first)
    if len(candidates) == 1:
        return decide(text, nearest[0], misspelt=True) or _undecided(text, nearest[0])
    return _tied(text, list(candidates.values()))


def _tied(text: str, candidates: list[Known]) -> Match | Ambiguous | Unranked | Unknown | None:
    """Return who is meant if several names are equally near, the most direct first: a ranked place that alone
    is well known, or nobody can tell."""
    first, *others = candidates
    if not _is_outside(first) and first.well_known and not any(known.well_known for known in others):
        return candidate(text, first, misspelt=True)
    if _is_outside(first) or any(known.undecided for known in candidates):
        return Unknown(text, tuple(known.place.name for known in candidates[:MOST_SUGGESTIONS]))
    return ambiguous(text, candidates, misspelt=True)


def _undecided(text: str, namesakes: Sequence[Known]) -> Unknown | None:
    """Return that a place near these clusters is meant, of which nothing more is known; None if it is none."""
    near = dict.fromkeys(known.place.name for known in namesakes if known.undecided)
    return Unknown(text, tuple(near)) if near else None


def _counts(known: Known, text: str) -> bool:
    return not known.case_sensitive or same_capitals(text, known.name)


def _is_outside(known: Known) -> bool:
    return isinstance(known.place, OutsidePlace)


def _without_surroundings(spelling: str) -> str:
    """Drop what people put around a name, but never the last word left."""
    words = spelling.split(" ")
    while len(words) > 1 and words[0] in _BEFORE:
        del words[0]
    while len(words) > 1 and words[-1] in _AFTER:
        del words[-1]
    return " ".join(words)


def _main_names(index: Index) -> dict[str, str]:
    """Return the names worth suggesting: for each published name or city of one, the canonical name to suggest."""
    return {
        spelling: entries[0].place.name
        for spelling, entries in index.items()
        if entries[0].well_known and entries[0].how is not How.ALIAS and not _is_outside(entries[0])
    }


def _suggestions(spelling: str, names: dict[str, str]) -> tuple[str, ...]:
    """Return canonical names that begin as `spelling` does, or else look like it."""
    if len(spelling) < 3:
        return ()
    begun = [known for known in names if known.startswith(spelling)]
    found = dict.fromkeys(names[known] for known in begun + alike(spelling, tuple(names), MOST_SUGGESTIONS))
    return tuple(found)[:MOST_SUGGESTIONS]
