"""Who and when is meant by some words of a question: clusters, economies, regions, editions, numbers in range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.places.matches import (
    Ambiguous,
    ClusterPlace,
    EconomyPlace,
    How,
    Match,
    OutsidePlace,
    RegionPlace,
    Unknown,
    Unranked,
)
from bot.questions.failures import (
    AreaUnknown,
    Choice,
    EconomyUnranked,
    EditionNotHeld,
    Failure,
    MissingWords,
    NotAnEconomy,
    NumberOutOfRange,
    PlaceAmbiguous,
    PlaceUnknown,
    PlaceUnranked,
)
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.questions.words import Words, as_typed, readings

if TYPE_CHECKING:
    from bot.places.matches import Resolution
    from bot.places.resolver import Resolver
    from bot.questions.refs import Area, Subject
    from bot.rankings.model import Rankings


SHORT_WORD = 5
"""Letters up to which every other word is near an adjective: BRICS is no misspelling of Brits."""


class Refused(Exception):
    """A text cannot become a query; `failure` says why. It never leaves the questions room."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


@dataclass(frozen=True, slots=True)
class Meaning:
    """The table and the resolver, asked on behalf of one command (whose name its refusals carry)."""

    rankings: Rankings
    resolver: Resolver
    command: str

    def edition(self, year: int | None) -> int | None:
        """Return an edition that the table holds, or None where none was named.

        Raises:
            Refused: the table does not hold it.
        """
        if year is None or year in self.rankings.editions:
            return year
        raise Refused(EditionNotHeld(year, tuple(self.rankings.editions)))

    def number(self, written: str | None, default: int, low: int, high: int) -> int:
        """Return a written number, or the default where none was written.

        Raises:
            Refused: it is not a whole number from `low` to `high`.
        """
        if written is None:
            return default
        digits = written.removeprefix("+").replace(",", "")
        if digits.isascii() and digits.isdecimal() and low <= int(digits[:9]) <= high:
            return int(digits)
        raise Refused(NumberOutOfRange(self.command, written[:12], low, high))

    def subject(self, words: Words) -> Subject | RegionRef:
        """Return the cluster, economy or region that some words name; exact names of either beat misspellings.

        Raises:
            Refused: no words, or a place that is unknown, ambiguous or in no cluster.
        """
        name = ""
        for name in readings(words):
            exact = self._exact(name)
            if exact is not None:
                return exact
        if not name:
            raise Refused(MissingWords(self.command, "place"))
        return self._meant(self._misspelt(as_typed(words)))

    def area(self, words: Words) -> Area | None:
        """Return the economy or region that some words name, or None where only fillers are left.

        Raises:
            Refused: they name neither.
        """
        name = ""
        for name in readings(words):
            found = self._exact_area(name)
            if isinstance(found, Match):
                return self._area(found)
            if isinstance(found, Unranked):
                raise Refused(EconomyUnranked(found.place))
        if not name:
            return None
        found = self._misspelt_area(name)
        if isinstance(found, Match):
            return self._area(found)
        place = self.resolver.exact_place(name)
        if isinstance(place, Match):
            raise Refused(NotAnEconomy(self.command, place.place.name))
        suggestions = found.suggestions if isinstance(found, Unknown) else ()
        raise Refused(AreaUnknown(self.command, as_typed(words), suggestions))

    def exactly(self, text: str) -> ClusterRef | EconomyRef | None:
        """Return the cluster or economy that a text names exactly; None where it names none.

        Raises:
            Refused: it names several places, or one outside the tables.
        """
        meant = self._exact(text)
        return None if isinstance(meant, RegionRef) else meant

    def _exact(self, name: str) -> Subject | RegionRef | None:
        """Return what a name means exactly, a ranked place before an economy before anything outside the tables."""
        place = self.resolver.exact_place(name)
        if isinstance(place, (Match, Ambiguous)):
            return self._meant(place)
        area = self._exact_area(name)
        if isinstance(area, Match):
            return _reference(area)
        if place is not None:
            return self._meant(place)
        if isinstance(area, Unranked):
            raise Refused(EconomyUnranked(area.place))
        return None

    def _exact_area(self, name: str) -> Match | Ambiguous | Unranked | None:
        """Look up an economy or region; nothing but a name is left here, so "us" and "polish" count as if capital."""
        if not self.resolver.is_area(name):
            return None
        spellings = (name, name.title(), name.upper())
        return next((found for spelling in spellings if (found := self.resolver.exact_area(spelling))), None)

    def _misspelt(self, text: str) -> Resolution:
        place = self.resolver.place(text)
        if isinstance(place, Match):
            return place
        area = self._misspelt_area(text)
        return area if isinstance(area, Match) else place

    def _misspelt_area(self, text: str) -> Resolution:
        """Look up a misspelt economy or region; short words must misspell its own name, not an adjective."""
        found = self.resolver.area(text)
        if not isinstance(found, Match) or found.how is not How.FUZZY or found.via is How.EXACT:
            return found
        return found if len(text) > SHORT_WORD else Unknown(text, (found.place.name,))

    def economy_named(self, name: str) -> EconomyRef | None:
        """Return the economy that a name stands for exactly, such as Singapore; None where it is none."""
        found = self.resolver.exact_area(name)
        meant = self._meant(found) if isinstance(found, Match) else None
        return meant if isinstance(meant, EconomyRef) else None

    def _area(self, match: Match) -> Area:
        meant = _reference(match)
        if isinstance(meant, ClusterRef):
            raise Refused(AreaUnknown(self.command, match.text))
        return meant

    def _meant(self, found: Resolution) -> Subject | RegionRef:
        match found:
            case Match():
                return _reference(found)
            case Ambiguous():
                raise Refused(PlaceAmbiguous(found.text, choices(self.rankings, found.candidates)))
            case Unranked(how=How.FUZZY):
                raise Refused(PlaceUnknown(found.text, (found.place.name,)))
            case Unranked():
                raise Refused(PlaceUnranked(found.text, found.place, found.nearest))
            case Unknown():
                raise Refused(PlaceUnknown(found.text, found.suggestions, state=found.state))


def choices(rankings: Rankings, candidates: tuple[Match | Unranked, ...]) -> tuple[Choice, ...]:
    """Return the places that an unclear name may mean, still without the questions that mean them."""
    return tuple(
        Choice(
            _choice_name(rankings, candidate),
            "",
            candidate.place.id if isinstance(candidate.place, ClusterPlace) else "",
        )
        for candidate in candidates
    )


def _choice_name(rankings: Rankings, candidate: Match | Unranked) -> str:
    """Return a name that tells a candidate from the others; a city outside the ranking gets its economy."""
    place = candidate.place
    if not isinstance(place, OutsidePlace):
        return place.name
    economy = rankings.economies.get(place.economy)
    return f"{place.name}, {economy.short_name if economy is not None else place.economy}"


def _reference(match: Match) -> Subject | RegionRef:
    match match.place:
        case ClusterPlace(id=cluster):
            return ClusterRef(cluster, match.matched, match.how, tuple(other.id for other in match.also))
        case EconomyPlace(code=code):
            return EconomyRef(code, match.how)
        case RegionPlace(id=region):
            return RegionRef(region, match.how)
