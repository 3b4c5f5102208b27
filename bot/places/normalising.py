"""One spelling for all spellings: letter case, accents, dashes, invisible characters and look-alike forms folded away."""

from __future__ import annotations

import re
from unicodedata import category, normalize

READ_AT_MOST = 400
"""So many characters of the input are looked at; marks stacked on letters count."""

KEEP_AT_MOST = 100
"""No normalised text is longer than this."""

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "ə": "e",
        # Arabic and Persian keyboards write the same letters differently.
        "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ۀ": "ه", "ھ": "ه",
    }
)  # fmt: skip
"""Letters that Unicode does not decompose."""

_OPTIONAL_MARKS = re.compile(
    "["
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # accents of Latin, Greek and Cyrillic; zalgo
    "\u0483-\u0489\u0591-\u05c7"  # Old Cyrillic titlos; Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670"  # Arabic vowels, hamza on a letter, and the stretching tatweel
    "\u093c"  # the Devanagari dot below
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "]+"
)
"""Marks that people leave out. The vowel signs of Indic scripts and Thai are no such marks and stay."""

_UNWRITTEN = re.compile("['’‘‛`´ʹʻʼʽʾʿˈ′＇\u30fb]")
"""Apostrophes of all kinds, and the dot between katakana words: `Xi’an` is `xian`."""

_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.")
"""The dot after a single letter: `D.C.` is `dc`."""

_ABBREVIATED = {"st": "saint", "ste": "sainte"}


def normalise(text: str) -> str:
    """Return the form of `text` under which names are compared; the same again if given its own result.

    Compatibility forms, letter case, accents and Arabic or Hebrew pointing are folded; apostrophes, invisible and
    bidirectional control characters vanish; `&` becomes "and"; the words "St." and "Ste" become "saint" and "sainte";
    every other character that is neither letter nor digit becomes a space. Scripts are kept as they are.
    At most `KEEP_AT_MOST` characters come out, ending with a whole word.
    """
    text = text[:READ_AT_MOST]
    text = text.lower() if text.isascii() else _folded(text)
    text = _UNWRITTEN.sub("", _INITIAL.sub(r"\1", text)).replace("&", " and ")
    words = "".join(map(_letter_or_space, text)).split()
    plain = normalize("NFC", " ".join(_ABBREVIATED.get(word, word) for word in words))
    return plain if len(plain) <= KEEP_AT_MOST else _cut(plain)


def _folded(text: str) -> str:
    """Fold what only non-ASCII text can need, until nothing changes any more."""
    while True:
        bare = _OPTIONAL_MARKS.sub("", normalize("NFKD", normalize("NFKC", text).casefold()))
        folded = "".join(letter for letter in bare.translate(_LETTERS) if category(letter) != "Cf")
        if folded == text:
            return folded
        text = folded


def _letter_or_space(character: str) -> str:
    return character if character.isalnum() or category(character)[0] == "M" else " "


def _cut(text: str) -> str:
    """Shorten to whole words, or within the only word there is."""
    return text[: KEEP_AT_MOST + 1].rpartition(" ")[0] or text[:KEEP_AT_MOST]
