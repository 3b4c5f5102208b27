"""From what a person typed to who is meant."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.places.areas import Areas
from bot.places.around import without_surroundings
from bot.places.cities import read_admin_areas, read_points
from bot.places.completing import Completer, area_order, cluster_order
from bot.places.deciding import decide
from bot.places.distance import Surroundings
from bot.places.gazetteer import Gazetteer
from bot.places.guessing import guess, slips_elsewhere
from bot.places.index import index_clusters
from bot.places.matches import Ambiguous, ClusterPlace, How, Match, OutsidePlace, Unknown, Unranked
from bot.places.misspelling import Misspellings, alike, may_be_misspelt, typed_budget
from bot.places.names import read_names
from bot.places.normalising import normalise
from bot.places.qualifying import Located, Qualifiers
from bot.places.register import Register, where_clusters_lie
from bot.places.remembering import remembering
from bot.places.spelling import joined_up, without_city, without_district
from bot.places.territories import Territories
from bot.places.towns import Towns
from bot.places.words import counts_in_a_sentence
from bot.rankings.shipped import shipped_directory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Self

    from bot.places.cities import AdminArea, ClusterPoint
    from bot.places.index import Index, Known
    from bot.places.matches import Resolution
    from bot.places.names import Names
    from bot.rankings.model import Rankings

MOST_SUGGESTIONS = 3

NAMES_REMEMBERED = 4096
"""So many words and phrases are remembered with whose name they are: each sentence asks for some twenty."""

_CITY_RATHER_THAN_STATE = 250_000
"""Of a state and a city of one name, a city with fewer inhabitants is not meant: Ontario is not the one in California.
"""


class Resolver:
    """Knows who is meant by a text. It never changes, and any text is safe to ask for."""

    def __init__(
        self,
        rankings: Rankings,
        names: Names,
        points: Sequence[ClusterPoint],
        admin_areas: Sequence[AdminArea],
        gazetteer: Gazetteer,
        towns: Towns,
        territories: Territories,
    ) -> None:
        """Index the clusters and areas of `rankings` under their own names and those of `names`.

        `points` are the clusters' cities, `admin_areas` states and provinces that may follow a city's name; all other
        cities are looked up in `gazetteer` and `towns`, economies in further languages in `territories`.
        """
        self.points = tuple(points)
        """The cities of every cluster, with their coordinates."""
        self._lie = where_clusters_lie(rankings, points)
        clusters = index_clusters(rankings, names, self._lie)
        self._places = Register(rankings, clusters, gazetteer, towns, Surroundings(rankings, points))
        self._areas = Areas(rankings, names, territories)
        self._admin_areas = admin_areas
        self._place_suggestions = _main_names(clusters)
        self._place_openings = sorted(self._place_suggestions)
        self._area_suggestions = _main_names(self._areas.listed)
        self._order = cluster_order(rankings)
        self._place_completer = Completer(clusters, self._order)
        self._area_completer = Completer(self._areas.listed, area_order(rankings))
        self._near = remembering(self._places.near)
        self._known_place = remembering(self._look_up_place)
        self._known_area = remembering(self._look_up_area)
        self._known = remembering(self._look_up, NAMES_REMEMBERED)
        self._misread_place = remembering(self._search_place)
        self._misread_area = remembering(self._search_area)

    @classmethod
    def from_files(cls, rankings: Rankings, directory: Path | None = None) -> Self:
        """Build a resolver from the lists and the gazetteer in `directory`, or from those that are shipped.

        Raises:
            NamesError: a list is not what its columns say.
        """
        directory = directory or shipped_directory()
        points, admin_areas = read_points(directory), read_admin_areas(directory)
        return cls(
            rankings,
            read_names(directory),
            points,
            admin_areas,
            Gazetteer(directory),
            Towns(directory),
            Territories(directory),
        )

    def place(self, text: str) -> Resolution:
        """Return the cluster that a text names, or the place outside all clusters, however it is spelt.

        Known names come first, then the same without what people put around them ("Greater …", "… area", "…, France"),
        then misspellings. `Unknown` is also a city that is said to lie where no such city is known. The name of an
        economy or region is no misspelt place: ask `area`; nor is that of a state, whose clusters are suggested.
        """
        spelling = normalise(text)
        unsure: list[tuple[str, int]] = []
        for located in self._readings(spelling, text):
            bearers = self._bearers(located, text)
            found = decide(text, bearers)
            if isinstance(found, Match) and not any(known.listed or known.nearest for known in bearers):
                if self._places.towns(located.spelling):
                    return self._misread_place(text, ())
                return self._listed_instead(found, located.spelling)
            if (
                located.spelling == spelling
                and isinstance(found, Unranked)
                and self._is_rather_a_state(found, spelling)
            ):
                break
            if isinstance(found, Unranked) and not located.within and _is_unsure(found, located, spelling):
                unsure.append((located.spelling, 0))
            elif found is not None:
                return found
        if not unsure:
            if self._areas.bearers(spelling):
                return Unknown(text, _suggestions(spelling, self._place_suggestions))
            if states := self._qualifiers.states(spelling):
                return Unknown(text, self._lying_in(states), state=True)
        return self._misread_place(text, tuple(unsure))

    def area(self, text: str) -> Resolution:
        """Return the economy or region that a text names, or the economy that the index does not cover.

        Codes and adjectives that are also words count only in capitals; written small they are `Unknown`, with a
        suggestion.
        """
        spelling = normalise(text)
        listed = self._areas.listed.get(spelling, ())
        found = self.exact_area(text) or (None if listed else decide(text, self._areas.bearers(spelling)))
        if found is not None:
            return found
        if listed:
            return Unknown(text, tuple(known.place.name for known in listed))
        return self._misread_area(text)

    def exact_place(self, text: str) -> Match | Ambiguous | Unranked | None:
        """Return who is meant by a known name, alone or followed by where it lies ("Cambridge, UK"); None otherwise.

        For scanning sentences: a name that is also a word counts only with its capitals ("Nice", not "nice"), and one
        that is also an economy's or region's only if it is listed as a cluster's.
        """
        return self._known_place(text)

    def exact_area(self, text: str) -> Match | Ambiguous | Unranked | None:
        """Return the economy or region with exactly this name, code or adjective; None if there is none.

        A code or adjective that is also a word counts only with its capitals ("IT", "Polish").
        """
        return self._known_area(text)

    def exact(self, text: str) -> Match | Ambiguous | Unranked | None:
        """Return who has exactly this name: who `exact_place` finds; areas go before places outside."""
        return self._known(text)

    def is_area(self, text: str) -> bool:
        """Return whether an economy or region has this name, code or adjective, in whatever case it is written."""
        return bool(self._areas.bearers(normalise(text)))

    def complete_place(self, prefix: str, limit: int = 25) -> tuple[str, ...]:
        """Return newest names of clusters that a half-typed name may become, the best ranked first among equals."""
        return self._place_completer.complete(prefix, limit)

    def complete_area(self, prefix: str, limit: int = 25) -> tuple[str, ...]:
        """Return names of economies and regions that a half-typed name may become, in the index's order."""
        return self._area_completer.complete(prefix, limit)

    def _look_up_place(self, text: str) -> Match | Ambiguous | Unranked | None:
        spelling = normalise(text)
        bearers = self._bearers(Located(spelling), text)
        if not all(known.listed for known in bearers) and self._areas.bearers(spelling):
            bearers = tuple(known for known in bearers if known.listed)
        found = decide(text, [known for known in bearers if counts_in_a_sentence(known, text)])
        if found is not None or " " not in spelling:
            return found
        for located in self._qualifiers.located(spelling, text, strictly=True):
            found = decide(text, self._bearers(located, text))
            if found is not None:
                return found
        return None

    def _look_up_area(self, text: str) -> Match | Ambiguous | Unranked | None:
        return decide(text, self._areas.in_a_sentence(text))

    def _look_up(self, text: str) -> Match | Ambiguous | Unranked | None:
        place = self._look_up_place(text)
        return place if isinstance(place, (Match, Ambiguous)) else self._look_up_area(text) or place

    @cached_property
    def _qualifiers(self) -> Qualifiers:
        """What may follow a city's name; as the next two, made when it is first needed, so that the start is short."""
        return Qualifiers(self._areas.listed, self._admin_areas, self._places.listed)

    @cached_property
    def _misspelt_clusters(self) -> Misspellings:
        return _misspellings(self._places.listed)

    @cached_property
    def _misspelt_areas(self) -> Misspellings:
        return _misspellings(self._areas.listed)

    def _readings(self, spelling: str, text: str) -> Iterator[Located]:
        """Yield the spellings under which a place may be known, each with where it must lie, if said."""
        yield Located(spelling)
        if " " in spelling:
            yield from self._qualifiers.located(spelling, text, strictly=False)
            plain = without_surroundings(spelling)
            if plain != spelling:
                yield Located(plain)
            yield Located(joined_up(spelling))
        elif not spelling.isascii() and (plain := without_district(without_city(spelling))) != spelling:
            yield Located(plain)

    def _bearers(self, located: Located, text: str) -> tuple[Known, ...]:
        plain = text.isascii() and not located.within
        return _within(self._places.bearers(located.spelling, plain=plain), located)

    def _is_rather_a_state(self, found: Unranked, spelling: str) -> bool:
        """Whether a state of this name would be meant rather than the city."""
        if not self._qualifiers.states(spelling):
            return False
        return found.how is How.ALIAS or found.place.population < _CITY_RATHER_THAN_STATE

    def _lying_in(self, states: frozenset[str]) -> tuple[str, ...]:
        """Return the names of all clusters in these states, the best ranked first."""
        found = (place for place in self._order if isinstance(place, ClusterPlace) and self._lie[place.id] & states)
        return tuple(place.name for place in sorted(found, key=self._order.__getitem__))

    def _listed_instead(self, found: Match, spelling: str) -> Match:
        """Return the listed name that a name only the gazetteer has misspells, if the same cluster bears it, or if
        `found` is a place nearby one whose own name is no nearer.

        GeoNames has common misspellings among the names, such as `Shenzen`, and `Vankouver` only for a suburb.
        """
        nearby = found.how is How.NEARBY and not any(known.main for known in self._places.bearers(spelling))
        own = OSA.distance(spelling, normalise(found.matched))
        for near, edits in self._misspelt_clusters.near(spelling):
            for known in self._places.listed.get(near, ()):
                likelier = (nearby and edits <= own) or known.place == found.place
                if known.well_known and isinstance(known.place, ClusterPlace) and likelier:
                    return replace(found, place=known.place, how=How.FUZZY, via=known.how, matched=known.name)
        return found

    def _search_place(self, text: str, unsure: Sequence[tuple[str, int]]) -> Resolution:
        """Return whose name is misspelt, or `Unknown`; names that are `unsure` compete with the misspellings."""
        spelling = normalise(text)
        for located in self._readings(spelling, text):
            found = self._misspelt(text, located, unsure)
            if found is not None:
                return found
        return Unknown(text, _suggestions(spelling, self._place_suggestions))

    def _search_area(self, text: str) -> Resolution:
        """Return the economy or region whose name is misspelt, or `Unknown`."""
        spelling = normalise(text)
        near = self._misspelt_areas.near(spelling)
        found = guess(text, spelling, near, lambda known: self._areas.listed.get(known, ()))
        return found or Unknown(text, _suggestions(spelling, self._area_suggestions))

    def _misspelt(
        self, text: str, located: Located, known: Sequence[tuple[str, int]]
    ) -> Match | Ambiguous | Unranked | None:
        """Return whose name is misspelt so, of those that lie there; nobody's if it is the name of one elsewhere.

        Names that are `known`, though only as other names of places outside, compete with the misspellings.
        """
        spelling = located.spelling
        if located.within and self._places.bearers(spelling):
            return None
        hits = dict(known)
        if self._places.towns(spelling):
            hits[spelling] = 0
        budget = typed_budget(spelling)
        if budget and may_be_misspelt(spelling):
            listed = self._misspelt_clusters.near(spelling)
            if not known and not listed and _begins_one_of(self._place_openings, spelling):
                return None
            hits = {**dict(self._near(spelling, slips_elsewhere(spelling, budget))), **dict(listed), **hits}
        return guess(text, spelling, hits.items(), lambda near: _within(self._places.bearers_or_towns(near), located))


def _begins_one_of(names: Sequence[str], text: str) -> bool:
    """Whether one of the names, which are in order, begins with `text`."""
    position = bisect_left(names, text)
    return position < len(names) and names[position].startswith(text)


def _is_unsure(found: Unranked, located: Located, spelling: str) -> bool:
    """Whether this may rather be a misspelt cluster: it is not the main name of a city, or not in as many words."""
    return found.how is How.ALIAS or len(located.spelling) < len(spelling)


def _within(namesakes: tuple[Known, ...], located: Located) -> tuple[Known, ...]:
    if not located.within:
        return namesakes
    return tuple(known for known in namesakes if all(_lies(known, codes) for codes in located.within))


def _lies(known: Known, codes: frozenset[str]) -> bool:
    """Whether a place lies, or may well lie, in one of the economies, states or clusters with these codes."""
    if known.lies & codes:
        return True
    nearest = known.nearest() if known.nearest else None
    return nearest is not None and nearest.undecided and nearest.cluster.id in codes


def _misspellings(index: Index) -> Misspellings:
    return Misspellings((spelling, known[0].well_known) for spelling, known in index.items())


def _is_outside(known: Known) -> bool:
    return isinstance(known.place, OutsidePlace)


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
