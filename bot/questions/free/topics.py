"""A question whose place is named beside it: "my hometown is Hamburg, where are we", "Ottawa, just the number"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.free.asides import aside, limiting
from bot.questions.free.clauses import IDLE, NAMES, chatty, doubtful, parted, spoken
from bot.questions.free.marks import Kind
from bot.questions.free.remarks import OPINIONS, common, meant
from bot.questions.free.scanning import misspelt, scan
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_chat import CHAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.places.resolver import Resolver
    from bot.questions.free.marks import Mark
    from bot.questions.free.scanning import Scanned

PLACES = NAMES | {Kind.OUTSIDE, Kind.AMBIGUOUS}
PRONOUNS = frozenset(
    [
        "it",
        "its",
        "we",
        "our",
        "they",
        "their",
        "there",
        "that",
        "this",
        "us",
        "the",
        "one",
        "that",
        "one",
        "my",
        "city",
        "our",
        "city",
    ]
)
"""Words that stand for a place named before."""

THIRD = frozenset(("it", "its", "they", "their", "theirs", "there", "his", "her"))
"""Those of them that stand for nothing else."""

PRESENT = frozenset(
    (Kind.RANK, Kind.RANKING, Kind.STAY, Kind.CLUSTERS, Kind.ECONOMIES, Kind.COPULA, Kind.REACH, Kind.WHERE, Kind.HAVE,
     Kind.COME_FROM, Kind.UP, Kind.DOWN, Kind.INNOVATIVE, Kind.MAKING, Kind.MOVE, Kind.EDITION, Kind.COVER,
     Kind.AHEAD, Kind.BEHIND, Kind.WILL, Kind.NOT, Kind.LARGE)
)  # fmt: skip
"""Meanings with which a place may be brought up before something is asked of it."""

MOST_NAMES = 5
MOST_TOLD = 16
"""Words in which somebody says what they think of a place, at most."""

HEARSAY = re.compile(
    r"\b(?:so|apparently|supposedly|allegedly|rumou?r|word|heard|read|saw|seen|told|says?|said|sure|think"
    r"|thought|bet)\b",
    re.I,
)
"""Words by which something is only said to be so."""

SPOKEN_TO = frozenset(["you", "your", "u", "yours", "i", "my", "me", "am", "im"])
"""Words for who speaks and who is spoken to: what is asked of them is not asked of a place."""

VAGUE = IDLE | {
    Kind.CLUSTERS,
    Kind.ECONOMIES,
    Kind.EDITION,
    Kind.COME_FROM,
    Kind.REACH,
    Kind.LIST,
    Kind.MEMBER,
    Kind.BEFORE,
}
"""Meanings that ask nothing of a place by themselves: "which metro", "where are you from"."""

APART = 1000
"""Where the marks of the question begin after those of its topic: they are no neighbours."""


def with_topic(text: str, resolver: Resolver) -> Iterator[tuple[tuple[Mark, ...], bool, bool]]:
    """Yield the marks of each clause that names nothing, with the places that are named beside it in their place.

    With them comes whether something beside the clause may turn it round, and whether so much is said of the place
    that nothing but its rank can be meant.
    """
    parts = parted(text)
    if len(parts) < 2:
        return
    scanned = tuple(_scanned(part, resolver) for part in parts)
    named = [place for place, each in enumerate(scanned) if any(mark.kind in PLACES for mark in each.marks)]
    if len(named) != 1 or any(map(limiting, parts)):
        return
    about = scanned[named[0]]
    own = frozenset(meant(mark) for mark in about.marks if mark.kind in NAMES)
    plainly = _brings_up(parts[named[0]], about)
    opined = not plainly and _opines(parts[named[0]], about)
    if not plainly and not opined and not aside(parts[named[0]], about, own, claimed=True):
        return
    topical = NAMES | {Kind.EDITION, Kind.OUTSIDE}
    topic = tuple(mark for mark in scanned[named[0]].marks if mark.kind in topical)
    for place in range(len(parts) - 1, -1, -1):
        others = [at for at in range(len(parts)) if at not in (place, named[0])]
        fits = place != named[0] and not scanned[place].unknown and _asks(scanned[place].marks)
        fits = fits and (plainly or opined or _points(scanned[place].marks))
        if fits and all(chatty(scanned[at]) or aside(parts[at], scanned[at], own, claimed=True) for at in others):
            yield _joined(topic, scanned[place].marks), doubtful(tuple(parts[at] for at in (named[0], *others))), opined


def _scanned(part: str, resolver: Resolver) -> Scanned:
    """Mark a clause; one of nothing but unknown words may be a misspelt name: "Gothenberg?? where are they"."""
    scanned = scan(part, resolver)
    run = len(scanned.words)
    if scanned.marks or not 0 < run == len(scanned.unknown):
        return scanned
    name = misspelt(scanned.words, 0, run, resolver, areas_first=False, bare=True)
    whole = name is not None and name.end == run
    return replace(scanned, marks=(name,), unknown=()) if whole else scanned


def _points(marks: tuple[Mark, ...]) -> bool:
    """Whether a clause has a word that stands for a place: then it is asked of the only one that is named."""
    return any(not THIRD.isdisjoint(plain(mark.text).split()) for mark in marks)


def _asks(marks: tuple[Mark, ...]) -> bool:
    """Whether a clause asks something of a place that it does not name."""
    addressed = any(mark.kind is Kind.PERSONAL and plain(mark.text) in SPOKEN_TO for mark in marks)
    return not addressed and any(mark.kind not in VAGUE for mark in marks)


def _brings_up(part: str, scanned: Scanned) -> bool:
    """Whether a clause names places and says nothing of them that matters."""
    strange = any(plain(word) not in CHAT for word in scanned.unknown)
    plainly = not strange or (spoken(part) and len(scanned.words) <= 4)
    names = [mark for mark in scanned.marks if mark.kind in PLACES]
    return (
        plainly
        and 0 < len(names) <= MOST_NAMES
        and all(mark.kind in IDLE | NAMES | PRESENT | {Kind.OUTSIDE} or _called(mark) for mark in scanned.marks)
    )


def _called(mark: Mark) -> bool:
    """Whether those who live in a place are called by it, and not counted: "hsinchu people"."""
    return plain(mark.text) == "people"


def _opines(part: str, scanned: Scanned) -> bool:
    """Whether somebody says in a clause what they think of one place, or do there."""
    names = [mark for mark in scanned.marks if mark.kind in PLACES]
    told = IDLE | NAMES | PRESENT | OPINIONS | {Kind.OUTSIDE}
    talk = spoken(part) or HEARSAY.search(part) is not None
    fits = all(mark.kind in told or common(mark) for mark in scanned.marks)
    return talk and fits and len(names) == 1 and len(scanned.words) <= MOST_TOLD


def _joined(topic: tuple[Mark, ...], asked: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Put a topic in the place of the word that stands for it, or before the question."""
    asked = tuple(replace(mark, start=mark.start + APART, end=mark.end + APART) for mark in asked)
    stands = next((at for at, mark in enumerate(asked) if plain(mark.text) in PRONOUNS), None)
    if stands is None:
        return (*topic, *(mark for mark in asked if mark.kind is not Kind.PERSONAL))
    return (*asked[:stands], *topic, *(mark for mark in asked[stands + 1 :] if mark.kind is not Kind.PERSONAL))
