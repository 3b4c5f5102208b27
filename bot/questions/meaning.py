"""Who and when is meant by some words of a question: clusters, economies, regions, editions, numbers in range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.places.matches import Ambiguous, ClusterPlace, EconomyPlace, Match, RegionPlace, Unranked
from bot.questions.failures import (
    AreaUnknown,
    Choice,
    EditionNotHeld,
    Failure,
    MissingWords,
    NumberOutOfRange,
    PlaceAmbiguous,
    PlaceUnknown,
    PlaceUnranked,
)
from bot.questions.queries import ClusterRef, EconomyRef, RegionRef
from bot.questions.words import Words, readings, without_fillers

if TYPE_CHECKING:
    from bot.places.matches import Resolution
    from bot.places.resolver import Resolver
    from bot.questions.queries import Area, Subject
    from bot.rankings.model import Rankings


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
        names = self._names(words, "place")
        for name in names:
            found = self.resolver.exact_place(name) or self.resolver.exact_area(name)
            if found is not None:
                return self._meant(found)
        area = self.resolver.area(names[-1])
        place = self.resolver.place(names[-1])
        if isinstance(area, Match) and not isinstance(place, Match):
            return self._meant(area)
        return self._meant(place)

    def cluster(self, words: Words) -> ClusterRef:
        """Return the cluster that some words name.

        Raises:
            Refused: as for `subject`, or the words name an economy.
        """
        found = self.subject(words)
        if isinstance(found, ClusterRef):
            return found
        raise Refused(PlaceUnknown(" ".join(without_fillers(words))))

    def economy(self, words: Words) -> EconomyRef:
        """Return the economy that some words name.

        Raises:
            Refused: no words, or not an economy.
        """
        found = self.area(words)
        if found is None:
            raise Refused(MissingWords(self.command, "economy"))
        if isinstance(found, EconomyRef):
            return found
        raise Refused(AreaUnknown(" ".join(without_fillers(words))))

    def area(self, words: Words) -> Area | None:
        """Return the economy or region that some words name, or None where only fillers are left.

        Raises:
            Refused: they name neither.
        """
        names = readings(words)
        if not names:
            return None
        for name in names:
            found = self.resolver.exact_area(name)
            if isinstance(found, Match):
                return self._area(found)
        found = self.resolver.area(names[-1])
        if isinstance(found, Match):
            return self._area(found)
        suggestions = () if isinstance(found, (Ambiguous, Unranked)) else found.suggestions
        raise Refused(AreaUnknown(names[-1], suggestions))

    def exactly(self, text: str) -> ClusterRef | EconomyRef | None:
        """Return the cluster or economy that a text names exactly, without misspellings or doubt."""
        found = self.resolver.exact_place(text) or self.resolver.exact_area(text)
        meant = self._meant(found) if isinstance(found, Match) else None
        return None if isinstance(meant, RegionRef) else meant

    def economy_named(self, name: str) -> EconomyRef | None:
        """Return the economy that a name stands for exactly, such as Singapore; None where it is none."""
        found = self.resolver.exact_area(name)
        meant = self._meant(found) if isinstance(found, Match) else None
        return meant if isinstance(meant, EconomyRef) else None

    def _names(self, words: Words, what: str) -> tuple[str, ...]:
        names = readings(words)
        if not names:
            raise Refused(MissingWords(self.command, what))
        return names

    def _area(self, match: Match) -> Area:
        meant = self._meant(match)
        if isinstance(meant, ClusterRef):
            raise Refused(AreaUnknown(match.text))
        return meant

    def _meant(self, found: Resolution) -> Subject | RegionRef:
        match found:
            case Match(place=ClusterPlace() as place):
                return ClusterRef(place.id, found.matched, found.how, tuple(other.id for other in found.also))
            case Match(place=EconomyPlace() as place):
                return EconomyRef(place.code, found.how)
            case Match(place=RegionPlace() as place):
                return RegionRef(place.id, found.how)
            case Ambiguous():
                choices = tuple(Choice(candidate.place.name, "") for candidate in found.candidates)
                raise Refused(PlaceAmbiguous(found.text, choices))
            case Unranked():
                raise Refused(PlaceUnranked(found.text, found.place))
            case _:
                raise Refused(PlaceUnknown(found.text, found.suggestions))
