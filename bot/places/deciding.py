"""Which of several known names is meant: the more direct one, or nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.places.matches import Ambiguous, ClusterPlace, How, Match, OutsidePlace, Unranked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.places.index import Known

MOST_CANDIDATES = 5


def decide(text: str, namesakes: Sequence[Known], *, misspelt: bool = False) -> Match | Ambiguous | Unranked | None:
    """Return who is meant by a name that all of `namesakes` bear, in the order of the index.

    A ranked place beats one outside the tables, and a more direct name a less direct one; equals are ambiguous. So are
    a place that is only near a cluster and its namesake elsewhere, and places that only an accent tells apart, if the
    text has the accent. None if nobody bears the name, or only places of which nothing is decided.
    """
    namesakes = [known for known in namesakes if not known.undecided]
    if not namesakes:
        return None
    first = namesakes[0]
    if isinstance(first.place, OutsidePlace):
        return candidate(text, first, misspelt=misspelt)
    ranked = [known for known in namesakes if not isinstance(known.place, OutsidePlace)]
    equals = [known for known in ranked if known.how == first.how]
    outside = [known for known in namesakes if isinstance(known.place, OutsidePlace)]
    if outside and (first.how == How.NEARBY or (_written_as(text, outside) and not _written_as(text, ranked))):
        equals += outside
    if len(equals) > 1:
        return ambiguous(text, equals, misspelt=misspelt)
    also = tuple(known.place for known in ranked[1:] if isinstance(known.place, ClusterPlace))
    return candidate(text, first, also, misspelt=misspelt)


def ambiguous(text: str, candidates: Sequence[Known], *, misspelt: bool) -> Ambiguous:
    """Return that any of these, two or more, may be meant."""
    shown = candidates[:MOST_CANDIDATES]
    return Ambiguous(text, tuple(candidate(text, known, misspelt=misspelt) for known in shown))


def candidate(text: str, known: Known, also: tuple[ClusterPlace, ...] = (), *, misspelt: bool) -> Match | Unranked:
    """Return what it means that this known name is meant."""
    how = How.FUZZY if misspelt else known.how
    if isinstance(known.place, OutsidePlace):
        return Unranked(text, known.place, how, known.name)
    return Match(known.place, how, known.how, known.name, text, also)


def _written_as(text: str, namesakes: Sequence[Known]) -> bool:
    """Whether one of the names is written exactly so, accents included."""
    written = text.strip().casefold()
    return any(known.name.casefold() == written for known in namesakes)
