"""Marking the words of a free question with what they mean, the longest phrase first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.places.matches import Ambiguous, ClusterPlace, EconomyPlace, How, Match, RegionPlace, Unranked
from bot.questions.free.context import settled
from bot.questions.free.idling import idle
from bot.questions.free.marks import Kind, Mark
from bot.questions.free.remarks import rival
from bot.questions.free.spelling import plain, respelt, words_of
from bot.questions.free.vocabulary import BEGINNINGS, PHRASES
from bot.questions.free.vocabulary_chat import CHAT
from bot.questions.free.vocabulary_languages import UNSPACED
from bot.questions.lexicon import ORDINALS
from bot.questions.meaning import SHORT_WORD
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.questions.words import ORDINAL, YEAR, Words, fold, number_in
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.places.matches import Resolution
    from bot.places.resolver import Resolver

_BREAKERS = """
    is are was were be does do did has have had what which who where when how why vs versus or than rank ranks ranked
    ranking rankings top best worst bottom compare many much more most in for by with please to it that you me i
    cluster clusters countries country patents share number tell show give right now this year edition position
"""
BREAKERS = frozenset(_BREAKERS.split())
"""Words that are in no name of more than one word, and so end the search for one."""

ENDERS = frozenset(("the", "a", "an", "of", "and", "on", "at", "from", "s"))
"""Words that end no name."""

STARTERS = frozenset(("of", "in", "at", "on", "from", "to", "and", "a", "an", "for", "by", "s"))
"""Words that begin no name of more than one: "of Turkey" is not the town of Of there."""

MOST_MISSPELT = 3
"""More unknown words than this are no misspelt names."""

MOST_WORDS = 100
"""A text of more words, as scripts without spaces may have, is not looked through: no question is so long."""

SHORTEST_THE = 5
"""Letters of the shortest misspelt name with an article."""

LONGEST_NAME = 5
"""Words of the longest name of a place that is looked for."""

LONGEST_NUMBER = max(len(phrase) for phrase, (kind, _) in PHRASES.items() if kind is Kind.NUMBER)
"""Words of the longest number: "one hundred"."""

DECIMAL = re.compile(r"\d{1,9}\.\d{1,3}")

NAMES = frozenset((Kind.CLUSTER, Kind.ECONOMY, Kind.REGION, Kind.OUTSIDE, Kind.AMBIGUOUS))
LISTING = frozenset((Kind.CLUSTERS, Kind.ECONOMIES, Kind.HOW_MANY, Kind.WITHIN, Kind.PILLAR, Kind.INCOME))
"""Meanings that are rather asked of an area than of a cluster."""

JOINING = frozenset((Kind.COMPARE, Kind.OR, Kind.AHEAD, Kind.BEHIND, Kind.THAN))
QUANTITIES = frozenset((Kind.MORE, Kind.MOST, Kind.LESS, Kind.LEAST, Kind.HOW_MANY))
"""Meanings before what is counted, which is no place."""

WITHIN_OPENERS = frozenset(("top", "first", "leading", "best", "highest"))
SHOUTED = frozenset(
    [
        "AM",
        "AND",
        "ARE",
        "AS",
        "AT",
        "BE",
        "BY",
        "DID",
        "DO",
        "HAD",
        "HAS",
        "HOW",
        "IN",
        "IS",
        "IT",
        "ITS",
        "ME",
        "MY",
        "NOT",
        "OF",
        "ON",
        "OR",
        "PER",
        "SO",
        "THE",
        "TO",
        "TOP",
        "VS",
        "WAS",
        "WE",
        "WHO",
        "ALL",
    ]
)
"""Words that are no codes of countries where everything is in capitals."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A question with its marks in order, and the words that mean nothing here."""

    words: Words
    marks: tuple[Mark, ...]
    unknown: tuple[str, ...]


def scan(text: str, resolver: Resolver) -> Scanned:
    """Mark a cleaned question. What is left over after misspellings were looked for is unknown."""
    written = words_of(text, resolver)
    if len(written) > MOST_WORDS:
        return Scanned(written, (), written)
    words = tuple(respelt(word, resolver) for word in written)
    scanner = _Scanner(words, tuple(map(plain, words)), resolver, text.isupper() and len(words) > 2)
    marks: list[Mark] = []
    unknown: list[int] = []
    start = 0
    while start < len(words):
        mark = scanner.marked(start)
        if mark is None:
            unknown.append(start)
            start += 1
        else:
            spelt = words[mark.start : mark.end] == written[mark.start : mark.end]
            marks.append(mark if spelt else replace(mark, inferred=True))
            start = mark.end
    if not unknown:
        return Scanned(words, settled(tuple(marks), words, resolver), ())
    marks = [_rejoined(mark, words, unknown, resolver) for mark in marks]
    unknown = [place for place in unknown if not any(mark.start <= place < mark.end for mark in marks)]
    guessed = tuple(_guessed(words, unknown, marks, resolver))
    covered = {place for mark in guessed for place in range(mark.start, mark.end)}
    ordered = tuple(sorted((*marks, *guessed), key=lambda mark: mark.start))
    left = [place for place in unknown if place not in covered]
    said_idly = frozenset(place for place in left if idle(place, words, ordered, resolver))
    said = tuple(Mark(Kind.FILLER, None, place, place + 1, words[place], inferred=True) for place in said_idly)
    ordered = tuple(sorted((*ordered, *said), key=lambda mark: mark.start))
    return Scanned(
        words, settled(ordered, words, resolver), tuple(words[place] for place in left if place not in said_idly)
    )


def _rejoined(mark: Mark, words: Words, unknown: list[int], resolver: Resolver) -> Mark:
    """Read a small place before an unknown word as the start of a misspelt name: "San Fransisco"."""
    if mark.kind is not Kind.OUTSIDE or mark.end not in unknown or mark.end - mark.start > 1:
        return mark
    text = " ".join(words[mark.start : mark.end + 1])
    found = resolver.place(text)
    meant = _meant(found) if isinstance(found, Match) else None
    return mark if meant is None else Mark(*meant, mark.start, mark.end + 1, text, inferred=True)


def _guessed(words: Words, unknown: list[int], marks: list[Mark], resolver: Resolver) -> Iterator[Mark]:
    """Read unknown words as misspelt names, but only where a name is wanted.

    That is so where none is given, where several are compared, and before that of an economy ("Cmabridge UK").
    """
    named = [mark for mark in marks if mark.kind in NAMES]
    limited = len(named) == 1 and named[0].kind is Kind.ECONOMY and named[0].start - 1 in unknown
    if named and not limited and not any(mark.kind in JOINING for mark in marks):
        return
    if len(unknown) > MOST_MISSPELT or all(mark.kind is Kind.FILLER and plain(mark.text) != "number" for mark in marks):
        return
    areas_first = any(mark.kind in LISTING for mark in marks)
    reached = 0
    for start in unknown:
        if start >= reached:
            if any(mark.end == start and mark.kind in QUANTITIES for mark in marks):  # "more cows" misspells no place
                return
            run = next(place for place in range(start, len(words) + 1) if place not in unknown) - start
            mark = misspelt(words, start, run, resolver, areas_first=areas_first, bare=not named) or _with_filler(
                words, start, marks, resolver
            )
            if mark is None:
                return
            reached = mark.end
            yield mark


@dataclass(frozen=True, slots=True)
class _Scanner:
    """The words of a question as respelt and as folded, and what they may name."""

    words: Words
    folded: Words
    resolver: Resolver
    shouted: bool

    def marked(self, start: int) -> Mark | None:
        """Return what the longest phrase or name that starts at a word means."""
        phrases, named = self._phrases(start), self._longest_name(start)
        for length in range(max(named, *phrases), 0, -1):
            if length <= named or length in phrases:
                found = self._meaning(start, start + length, nameable=length <= named)
                if found is not None:
                    return Mark(*found, start, start + length, " ".join(self.words[start : start + length]))
        return None

    def _phrases(self, start: int) -> list[int]:
        """Return how many words the phrases may have that start at a word."""
        left = len(self.folded) - start
        found = [*range(2, min(left, LONGEST_NUMBER + 1) + 1)] if self.folded[start] in WITHIN_OPENERS else []
        end = start + 1
        while self.folded[start:end] in BEGINNINGS and end - start < left:
            end += 1
            if self.folded[start:end] in PHRASES:
                found.append(end - start)
        return [1, *found]

    def _longest_name(self, start: int) -> int:
        """Return how many words a name that starts at a word may have: looking one up is what takes time."""
        if self.folded[start] in STARTERS or self.folded[start] in BREAKERS:
            return 1
        most = min(start + LONGEST_NAME, len(self.folded))
        return next((end for end in range(start + 1, most) if self.folded[end] in BREAKERS), most) - start

    def _meaning(self, start: int, end: int, *, nameable: bool) -> tuple[Kind, object] | None:
        """Return what a phrase means; numbers before words before names, for names are the longest list by far."""
        words, folded = self.words[start:end], self.folded[start:end]
        if len(words) == 1:
            found = _figure(words[0]) or UNSPACED.get(words[0])
            if found is not None:
                return found
        elif folded[0] in WITHIN_OPENERS:
            pronoun = folded[0] != "top" and folded[1:] == ("one",)  # "the 15th best one"
            number = None if pronoun else _cardinal(folded[1:])
            if number is not None:
                whole = folded[0] == "top" and number == RANKS_PUBLISHED
                return (Kind.RANKING, None) if whole else (Kind.WITHIN, number)
        if folded == ("us",):
            return Kind.ECONOMY, EconomyRef("US")
        phrase = PHRASES.get(folded)
        if phrase is not None and not self._code(words):
            return phrase
        name = self._name(words) if nameable and (len(words) == 1 or folded[-1] not in ENDERS) else None
        return name or phrase

    def _code(self, words: Words) -> bool:
        """Whether a word is in capitals as codes of countries are, and not only because everything is."""
        word = words[0]
        capitals = len(words) == 1 and 2 <= len(word) <= 3 and word.isascii() and word.isupper()
        return capitals and not (self.shouted and word in SHOUTED)

    def _name(self, words: Words) -> tuple[Kind, object] | None:
        text = " ".join(words)
        owned = text.replace("’", "'").removesuffix("'s")
        if owned != text:
            return _meant(self.resolver.exact(owned))
        name = _meant(self.resolver.exact(text))
        if name is None and text[-1] in "sS" and len(text) > 4:
            name = _meant(self.resolver.exact(text[:-1].removesuffix("'")))
        return name


def _cardinal(folded: Words) -> int | None:
    """Return the number that words say, in digits or in words; None for an ordinal."""
    if len(folded) == 1:
        written = number_in(folded[0])
        if written is not None:
            ordinal = ORDINAL.fullmatch(folded[0]) is not None or folded[0] in ORDINALS
            return int(written[:9]) if written.isdecimal() and not ordinal else None
    kind, value = PHRASES.get(folded, (None, None))
    return value if kind is Kind.NUMBER and isinstance(value, int) else None


def _figure(word: str) -> tuple[Kind, object] | None:
    written = number_in(word)
    if written is None:
        return None
    if YEAR.fullmatch(word):
        return Kind.EDITION, int(word)
    if DECIMAL.fullmatch(written):
        return Kind.DECIMAL, float(written)
    if not written.isdecimal():
        return None
    ordinal = ORDINAL.fullmatch(fold(word)) is not None or fold(word) in ORDINALS
    return (Kind.ORDINAL if ordinal else Kind.NUMBER), int(written[:9])


def _meant(found: Resolution | None) -> tuple[Kind, object] | None:
    match found:
        case Match(place=ClusterPlace(id=cluster)):
            ref = ClusterRef(cluster, found.matched, found.how, tuple(other.id for other in found.also))
            return Kind.CLUSTER, ref
        case Match(place=EconomyPlace(code=code)):
            return Kind.ECONOMY, EconomyRef(code, found.via)
        case Match(place=RegionPlace(id=region)):
            return Kind.REGION, RegionRef(region, found.via)
        case Unranked():
            return Kind.OUTSIDE, found
        case Ambiguous(candidates=candidates):
            return Kind.AMBIGUOUS, candidates
        case _:
            return None


def _everyday(word: str) -> bool:
    """Whether a word is one of everyday talk, or names another subject: "settle" is no misspelt Seattle."""
    return plain(word) in CHAT or rival(word)


def _with_filler(words: Words, start: int, marks: list[Mark], resolver: Resolver) -> Mark | None:
    """Read a word with the small one before it as one misspelt name: "los angles"."""
    before = next((mark for mark in marks if mark.end == start and mark.kind is Kind.FILLER), None)
    if before is None or before.end - before.start > 1 or _everyday(words[start]):
        return None
    if plain(before.text) == "the" and len(words[start]) < SHORTEST_THE:  # "the band" is no misspelt Bund
        return None
    text = " ".join(words[before.start : start + 1])
    found = resolver.place(text)
    meant = _meant(found) if isinstance(found, Match) else None
    return None if meant is None else Mark(*meant, start, start + 1, text, inferred=True)


def misspelt(words: Words, start: int, run: int, resolver: Resolver, *, areas_first: bool, bare: bool) -> Mark | None:
    """Read up to three words as a misspelt cluster or economy; other places are too many to guess at.

    Where a name is given already (not `bare`), short words are too near to adjectives: "the polls in Germany".
    """
    for length in range(min(3, run), 0, -1):
        text = " ".join(words[start : start + length])
        if length == 1 and _everyday(text):
            return None
        for spelling in (text, text[:-1]) if length == 1 and text.endswith("s") else (text,):
            looks = (resolver.area, resolver.place) if areas_first else (resolver.place, resolver.area)
            found = next((found for look in looks if isinstance(found := look(spelling), Match)), None)
            adjective = isinstance(found, Match) and isinstance(found.place, (EconomyPlace, RegionPlace))
            adjective = (
                adjective and found is not None and found.via is not How.EXACT and len(text) <= SHORT_WORD and not bare
            )
            meant = None if adjective else _meant(found)
            if meant is not None:
                return Mark(*meant, start, start + length, text, inferred=True)
    return None
