"""A question as words: cleaned of what carries no meaning, and the pure functions that pick parts out of them.

Each `take_…` returns what it found and the words that remain; none of them changes its argument.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

from bot.questions.lexicon import DIRECTIONS, FILLERS, MEASURES, NUMBERS, PILLARS, SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.refs import Direction
    from bot.rankings.model import Measure, Pillar

Words = tuple[str, ...]
Meaning = TypeVar("Meaning")

QUESTION_LIMIT = 300
"""Longer texts are refused unread: no question needs more, and time spent stays bounded."""

STATEMENT_LIMIT = 2000
"""The same for what is to be settled, of which sentence after sentence is read: a whole message."""

EDGES = "?!.,;:\"'`*_~|<>()[]{}«»“”„‘’¿¡…。？！，、：；「」『』#"
YEAR = re.compile(r"(19|20)\d\d")
ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)")
CODE = re.compile(r"[A-Z]{2,3}")
NUMBER = re.compile(r"[-+−]?\d[\d.,]*")


def clean(text: str) -> str:
    """Return the text composed, without control and formatting characters, and with single spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(" " if char in "\n\t\r\v\f" else char for char in composed if _visible(char))
    return " ".join(visible.split())


def _visible(char: str) -> bool:
    return char in "\n\t\r\v\f" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def split(text: str) -> Words:
    """Return the words of a cleaned text, freed of the punctuation around them; dashes inside words stay."""
    return tuple(word for raw in text.split() if (word := raw.strip(EDGES)))


def fold(word: str) -> str:
    """Return a word as the lexicon spells it."""
    return word.casefold().replace("’", "'").removesuffix("'s")


def take_edition(words: Words) -> tuple[int | None, Words]:
    """Take the first year from 1900 to 2099."""
    for position, word in enumerate(words):
        if YEAR.fullmatch(word):
            return int(word), words[:position] + words[position + 1 :]
    return None, words


def take_number(words: Words) -> tuple[str | None, Words]:
    """Take the first number, as it was written, or as digits where it was an ordinal or a word."""
    for position, word in enumerate(words):
        written = number_in(word)
        if written is not None:
            return written, words[:position] + words[position + 1 :]
    return None, words


def number_in(word: str) -> str | None:
    """Return the number a word is, written in digits; None if it is none."""
    folded = fold(word)
    if folded in NUMBERS:
        return str(NUMBERS[folded])
    if folded.isalpha():
        return None
    ordinal = ORDINAL.fullmatch(folded)
    if ordinal is not None:
        return ordinal.group(1)
    return folded.replace("−", "-") if NUMBER.fullmatch(folded) else None


def take_within(words: Words) -> tuple[str | None, Words]:
    """Take "top 20" or "first 20", with the small words before it."""
    for position, word in enumerate(words[:-1]):
        written = number_in(words[position + 1])
        if fold(word) in ("top", "first", "leading", "best") and written is not None:
            before = words[:position]
            while before and fold(before[-1]) in ("in", "the", "of", "among", "within"):
                before = before[:-1]
            return written, before + words[position + 2 :]
    return None, words


def take_measure(words: Words) -> tuple[Measure | None, Words]:
    """Take a measure of clusters, with a "by" before it and a "share" after it."""
    return _take_phrase(words, MEASURES)


def take_pillar(words: Words) -> tuple[Pillar | None, Words]:
    """Take a pillar of the index, with a "by" before it."""
    return _take_phrase(words, PILLARS)


def _take_phrase(words: Words, phrases: dict[Words, Meaning]) -> tuple[Meaning | None, Words]:
    folded = tuple(fold(word) for word in words)
    for length in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            meaning = phrases.get(folded[start : start + length])
            if meaning is not None:
                before, after = words[:start], words[start + length :]
                while before and fold(before[-1]) in ("by", "for", "on", "in", "per", "of", "the"):
                    before = before[:-1]
                while after and fold(after[0]) in ("share", "shares", "rank", "pillar"):
                    after = after[1:]
                return meaning, before + after
    return None, words


def take_direction(words: Words) -> tuple[Direction | None, Words]:
    """Take a word for going up or down."""
    for position, word in enumerate(words):
        direction = DIRECTIONS.get(fold(word))
        if direction is not None:
            return direction, words[:position] + words[position + 1 :]
    return None, words


def without_fillers(words: Words, fillers: frozenset[str] = FILLERS, *, keep_codes: bool = False) -> Words:
    """Return the words without those at either end that carry no meaning here; inside a name they stay.

    With `keep_codes`, codes in capitals stay too: IT and ARE may be Italy and the United Arab Emirates.
    """

    def idle(word: str) -> bool:
        return fold(word) in fillers and not (keep_codes and CODE.fullmatch(word))

    start, end = 0, len(words)
    while start < end and idle(words[start]):
        start += 1
    while end > start and idle(words[end - 1]):
        end -= 1
    return words[start:end]


def readings(words: Words) -> Iterator[str]:
    """Yield how some words may be read as a name, the most literal first; nothing where they are all fillers."""
    if not without_fillers(words, keep_codes=True):
        return
    last = " ".join(words)
    yield last
    for fillers, keep_codes in ((SMALL_WORDS, True), (SMALL_WORDS, False), (FILLERS, False)):
        reading = " ".join(without_fillers(words, fillers, keep_codes=keep_codes))
        if reading and reading != last:
            last = reading
            yield reading


def as_typed(words: Words) -> str:
    """Return a name as the person typed it, without the small words around it."""
    return " ".join(without_fillers(words, SMALL_WORDS, keep_codes=True))
