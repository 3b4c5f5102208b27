"""One spelling for all: letter case, accents, dashes, invisible characters and look-alike forms folded away."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, normalize

from bot.places.remembering import MOST_REMEMBERED
from bot.places.scripts import OTHER_SCRIPTS

READ_AT_MOST = 400
"""So many characters of the input are looked at; marks stacked on letters count."""

KEEP_AT_MOST = 100
"""No normalised text is longer than this."""

_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "ə": "e",
    # Arabic and Persian keyboards write the same letters differently.
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ۀ": "ه", "ھ": "ه",
}  # fmt: skip
"""Letters that Unicode does not decompose."""

_OPTIONAL_MARKS = (
    (0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),  # accents; zalgo
    (0x0483, 0x0489), (0x0591, 0x05C7),  # Old Cyrillic titlos; Hebrew points
    (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670),  # Arabic vowels, hamza above, tatweel
    (0x093C, 0x093C),  # the Devanagari dot below
    (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),  # variation selectors
)  # fmt: skip
"""Ranges of marks that people leave out. The vowel signs of Indic scripts are none of these and stay."""

_FOLDING: dict[int, str | None] = {
    **OTHER_SCRIPTS,
    **{mark: None for first, last in _OPTIONAL_MARKS for mark in range(first, last + 1)},
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
}

_UNWRITTEN = re.compile("['’‘‛`´ʹʻʼʽʾʿˈ′＇\u30fb]")
"""Apostrophes of all kinds, and the dot between katakana words: `Xi’an` is `xian`."""

_SIGNS = re.compile("[^a-z0-9]+")

_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.")
"""The dot after a single letter: `D.C.` is `dc`."""

_ABBREVIATED = {"st": "saint", "ste": "sainte"}


def normalise(text: str) -> str:
    """Return the form of `text` under which names are compared; the same again if given its own result.

    Compatibility forms, letter case, accents and Arabic or Hebrew pointing are folded; apostrophes, invisible and
    bidirectional control characters vanish; `&` becomes "and"; the words "St." and "Ste" become "saint" and "sainte";
    every other character that is neither letter nor digit becomes a space. Scripts are kept as they are, but what one
    of them writes in two ways becomes one: traditional characters simplified ones, for example.
    At most `KEEP_AT_MOST` characters come out, ending with a whole word.
    """
    return normalised(text[:READ_AT_MOST])


@lru_cache(maxsize=MOST_REMEMBERED)
def normalised(text: str) -> str:
    """Return the same for what is looked at of a text, and remember it: a question asks for its words many times."""
    text = text.lower() if text.isascii() else _folded(text)
    if "." in text:
        text = _INITIAL.sub(r"\1", text)
    if "&" in text:
        text = text.replace("&", " and ")
    plain = _ABBREVIATED.get(text, text) if text.isalnum() else _plain_words(text)
    if not plain.isascii():
        plain = normalize("NFC", plain)
    return plain if len(plain) <= KEEP_AT_MOST else _cut(plain)


def _plain_words(text: str) -> str:
    """Return the words of folded text with single spaces between them."""
    text = _UNWRITTEN.sub("", text)
    text = _SIGNS.sub(" ", text) if text.isascii() else "".join(map(_letter_or_space, text))
    return " ".join([_ABBREVIATED.get(word, word) for word in text.split()])


def _folded(text: str) -> str:
    """Fold what only non-ASCII text can need; case twice, as Unicode has it, since decomposing may bring capitals."""
    decomposed = normalize("NFKD", normalize("NFKD", text.casefold()).casefold())
    return decomposed.translate(_FOLDING)


def _letter_or_space(character: str) -> str:
    if character.isalnum():
        return character
    kind = category(character)
    return character if kind[0] == "M" else "" if kind == "Cf" else " "


def _cut(text: str) -> str:
    """Shorten to whole words, or within the only word there is."""
    return text[: KEEP_AT_MOST + 1].rpartition(" ")[0] or text[:KEEP_AT_MOST]
