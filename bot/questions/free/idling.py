"""Words within a question that add nothing to it, though no list holds them as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.places.matches import ClusterPlace, Match
from bot.questions.free.marks import Kind
from bot.questions.free.spelling import SHORTEST_MISSPELT, plain

if TYPE_CHECKING:
    from bot.places.resolver import Resolver
    from bot.questions.free.marks import Mark
    from bot.questions.words import Words

ADVERB = re.compile(r"[a-z]{4,}ly")
LIMITING_ADVERB = re.compile(
    r"(?:ically|ionally|ially|urally|mentally|orally|ormally|ually|ernally)$"
    r"|^(?:only|solely|merely|exclusively|purely|mainly|mostly|largely|chiefly|primarily|partly|particularly|especially"
    r"|previously|formerly|recently|newly|early|yearly|monthly|weekly|daily|hourly|quarterly|nearly|hardly|barely"
    r"|scarcely|rarely|narrowly|closely|jointly|collectively|relatively|comparatively|respectively|separately"
    r"|individually|proportionally|supply|apply|reply|family|assembly|monopoly|butterfly|friendly|elderly|globally"
    r"|locally|nationally|regionally|domestically|firstly|secondly|lastly|thirdly|publicly|privately|privately|wrongly"
    r"|falsely|supposedly|initially|lately|eventually|annually|ugly|holy|silly|jelly|rally|bully|belly|homely|deadly"
    r"|costly|lonely|unlikely|likely|poly|wholly|equally|similarly|differently|inversely|reversely|negatively)$"
)
"""Adverbs that say of what, when or how far something is meant, and other words that end like them."""

COMPARED = frozenset((Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS, Kind.UP, Kind.DOWN, Kind.MOVE, Kind.MORE_THAN,
                      Kind.FEWER_THAN, Kind.NUMBER, Kind.LARGE, Kind.SMALL))  # fmt: skip
"""Meanings before which an adverb says how far."""

_CALLS = """
    eyy ayy eyo lol lmao lmfao rofl haha hahaha bro bruh bruv btw ofc fr frfr ngl tbh imo smh lmk istg deadass bhai yaar
    parce galera habibi habibti lah guey wey pana chale abeg mzee kuya innit yall ig idk fyi plsss thxx xd kek
"""
CALLS = frozenset(_CALLS.split())
"""Slang of a mood, and how people call one another, where they stand in a question."""

NAME_PARTS = re.compile(r"[\s–-]+")
"""What stands between the parts of a cluster's name."""


def idle(place: int, words: Words, marks: tuple[Mark, ...], resolver: Resolver) -> bool:
    """Whether a word adds nothing: slang of a mood, an adverb, or one more part of the name beside it, misspelt."""
    word = plain(words[place])
    return word in CALLS or _adverb(place, words, marks) or _named_beside(place, word, marks, resolver)


def _named_beside(place: int, word: str, marks: tuple[Mark, ...], resolver: Resolver) -> bool:
    """Whether a word misspells a part of the name of a cluster that is named beside it: "tapei hsinchu"."""
    beside = [mark for mark in marks if mark.kind is Kind.CLUSTER and (mark.end == place or mark.start == place + 1)]
    if len(word) < SHORTEST_MISSPELT:
        return False
    found = (resolver.exact(mark.text) for mark in beside)
    names = (each.place.name for each in found if isinstance(each, Match) and isinstance(each.place, ClusterPlace))
    parts = (plain(part) for name in names for part in NAME_PARTS.split(name))
    return any(part[0] == word[0] and OSA.distance(part, word) == 1 for part in parts)


def _adverb(place: int, words: Words, marks: tuple[Mark, ...]) -> bool:
    """Whether a word is an adverb that limits nothing: "embarrassingly". One before a comparison says how far."""
    word = plain(words[place])
    if ADVERB.fullmatch(word) is None or LIMITING_ADVERB.search(word) is not None:
        return False
    after = next((mark for mark in marks if mark.start == place + 1), None)
    return after is None or after.kind not in COMPARED
