"""Every phrase of free questions with its meaning, joined from the lists by theme. Names of places are elsewhere."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind
from bot.questions.free.vocabulary_asking import ASKING
from bot.questions.free.vocabulary_changes import CHANGES
from bot.questions.free.vocabulary_languages import FOREIGN
from bot.questions.free.vocabulary_motion import MOTION
from bot.questions.free.vocabulary_spelling import SPELLABLE
from bot.questions.free.vocabulary_talk import CHECKS, FILLERS
from bot.questions.free.vocabulary_things import things

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTRACTED = {"its": "it", "thats": "that", "theres": "there", "whats": "what", "whos": "who"}
"""Contractions as they stand in the lists, and what is left of them where an apostrophe was written."""

_ELSEWHERE = (
    "premier league|champions league|manchester city|manchester united|real madrid|bayern munich|inter milan"
    "|paris hilton|new york times|islands"
    "|the war|world war|at war|a war|civil war|cold war|of war|trade war|price war|star wars"
    "|asean|brics|g7|g20|oecd|nato|benelux|balkan|balkans|mena|arab|arabic|gulf states|visegrad|baltics|commonwealth"
)
"""Names of something else that hold the name of a city or are like one. No rule accounts for them."""


def _cut(phrases: str) -> Iterator[tuple[str, ...]]:
    return (tuple(phrase.split()) for phrase in phrases.split("|"))


def _phrases() -> dict[tuple[str, ...], tuple[Kind, object]]:
    """Join the lists; what is entered first goes before what is entered later."""
    found = things()
    said = {Kind.CHECK: CHECKS, Kind.ELSEWHERE: _ELSEWHERE} | ASKING | CHANGES
    for kind, words in chain(said.items(), MOTION.items()):
        for phrase in _cut(words):
            found.setdefault(phrase, (kind, None))
    for phrase in _cut(FILLERS):
        found.setdefault(phrase, (Kind.FILLER, None))
    contracted = [phrase for phrase in found if not CONTRACTED.keys().isdisjoint(phrase)]
    for phrase in contracted:
        found.setdefault(tuple(CONTRACTED.get(word, word) for word in phrase), found[phrase])
    for kind, words in FOREIGN.items():
        for phrase in _cut(words):
            found.setdefault(phrase, (kind, None))
    return found


PHRASES = _phrases()
"""Every phrase, folded and cut into words, with its meaning. A relative edition is zero or negative."""

BEGINNINGS = frozenset(phrase[:end] for phrase in PHRASES for end in range(1, len(phrase)))
"""The first words of every longer phrase."""

KNOWN_WORDS = frozenset(SPELLABLE).union(*PHRASES)
"""Every word that is part of a phrase, and so no misspelling."""
