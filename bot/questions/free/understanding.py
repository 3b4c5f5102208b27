"""A free question, from its text to a query, or to why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.places.matches import How, Unknown, Unranked
from bot.questions.failures import (
    Failure,
    NotUnderstood,
    PlaceUnknown,
    PlaceUnranked,
)
from bot.questions.free.marked import ASKING, read_marks
from bot.questions.free.marks import Kind, Mark
from bot.questions.free.nearest import nearest
from bot.questions.free.parts import Told, asked_in_clause, asked_in_stretch, asked_of_topic
from bot.questions.free.placing import relative
from bot.questions.free.remarks import denying
from bot.questions.free.scanning import scan
from bot.questions.free.spelling import plain
from bot.questions.free.subordinate import without_asides, without_reasons
from bot.questions.free.topics import PLACES
from bot.questions.free.vocabulary_chat import CHAT
from bot.questions.queries import Claim
from bot.questions.reading import Reading

if TYPE_CHECKING:
    from bot.places.resolver import Resolver
    from bot.questions.free.scanning import Scanned
    from bot.questions.queries import Query
    from bot.rankings.model import Rankings

SHORTEST_ALIAS = 6
"""Letters of another spelling that is surely a name: shorter ones are words as well."""


def read_free(text: str, rankings: Rankings, resolver: Resolver, *, offering: bool = True) -> Reading:
    """Return what a cleaned text asks in plain words, or the failure that says why it asks nothing.

    With the failure come the nearest readings if they are to be offered; looking for them takes most of the time.
    """
    for plainer in without_asides(text, resolver):
        reading = read_free(plainer, rankings, resolver, offering=False)
        if not isinstance(reading.result, Failure):
            return Reading(reading.result, inferred=True)
    scanned = scan(text, resolver)
    result = NotUnderstood(text) if scanned.unknown else read_marks(text, scanned.marks, rankings, resolver)
    if not isinstance(result, NotUnderstood):
        return Reading(result, any(mark.inferred or relative(mark) for mark in scanned.marks))
    part = asked_in_clause(text, rankings, resolver) or asked_of_topic(text, rankings, resolver)
    offered: tuple[Query, ...] = ()
    if part is None:
        part, offered = asked_in_stretch(text, rankings, resolver)
    part = part or _asked_plainly(text, rankings, resolver)
    if part is not None:
        return Reading(part, inferred=True)
    misspelt = _misspelt_outside(text, scanned, rankings, resolver) if len(scanned.unknown) == 1 else None
    if misspelt is not None:
        return Reading(misspelt)
    if not offering:
        return Reading(result)

    def read(marks: tuple[Mark, ...]) -> Query | None:
        found = read_marks(text, marks, rankings, resolver)
        return None if isinstance(found, Failure) else found

    return Reading(result, nearest=nearest(scanned.marks, len(scanned.unknown), read) or offered)


def _asked_plainly(text: str, rankings: Rankings, resolver: Resolver) -> Query | Told | None:
    """Return what a text asks without a clause that depends on it."""
    for rest, clause in without_reasons(text, resolver):
        result = read_free(rest, rankings, resolver, offering=False).result
        turned = isinstance(result, Claim) and denying(clause)
        if not turned and (not isinstance(result, Failure) or isinstance(result, Told)):
            return result
    return None


def _misspelt_outside(
    text: str, scanned: Scanned, rankings: Rankings, resolver: Resolver
) -> PlaceUnknown | PlaceUnranked | None:
    """Name the city outside the ranking that the one unknown word of a question for a rank may misspell, if any.

    A name that is written like that elsewhere is no misspelling: "Marrakech".
    """
    (word,) = scanned.unknown
    found = resolver.place(word) if not any(mark.kind in PLACES for mark in scanned.marks) else None
    asked = any(mark.kind in ASKING for mark in scanned.marks) and len(word) >= SHORTEST_ALIAS
    if isinstance(found, Unknown) and _ranked_only(scanned):
        return PlaceUnknown(word, found.suggestions, state=found.state)
    if not isinstance(found, Unranked) or not (found.how is How.FUZZY or (found.how is How.ALIAS and asked)):
        return None
    place = scanned.words.index(word)
    marks = (*scanned.marks, Mark(Kind.OUTSIDE, found, place, place + 1, word))
    read = read_marks(text, tuple(sorted(marks, key=lambda mark: mark.start)), rankings, resolver)
    if not isinstance(read, PlaceUnranked):
        return None
    return PlaceUnknown(word, (found.place.name,)) if found.how is How.FUZZY else read


def _ranked_only(scanned: Scanned) -> bool:
    """Whether nothing but a rank is asked, so that the one word nobody knows must be a name: "what rank is Gotham"."""
    asked = (Kind.RANK, Kind.WHICH, Kind.WHERE, Kind.COPULA, Kind.FILLER, Kind.EDITION, Kind.HOW_MUCH, Kind.HAVE)
    ranked = any(mark.kind in (Kind.RANK, Kind.WHERE) for mark in scanned.marks)
    word = scanned.unknown[0]
    opens = scanned.marks[0].kind in (Kind.WHICH, Kind.WHERE, Kind.HOW_MUCH) if scanned.marks else False
    verbs = sum(mark.kind in (Kind.COPULA, Kind.HAVE) for mark in scanned.marks)
    placed = (opens and (scanned.words[-1] == word or verbs > 0)) or scanned.words[0] == word
    return ranked and placed and plain(word) not in CHAT and all(mark.kind in asked for mark in scanned.marks)
