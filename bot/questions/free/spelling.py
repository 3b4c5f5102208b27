"""Words as they were meant: punctuation, symbols, slang, misspellings, joined words, scripts without spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.places.matches import Match
from bot.questions.free.rewriting import rewritten
from bot.questions.free.turning import Turns
from bot.questions.free.vocabulary import KNOWN_WORDS, PHRASES
from bot.questions.free.vocabulary_languages import NUMERALS, UNSPACED
from bot.questions.free.vocabulary_spelling import OFTEN_MISSPELT, SPELLABLE
from bot.questions.free.vocabulary_talk import SLANG
from bot.questions.words import Words, fold, number_in, split

if TYPE_CHECKING:
    from bot.places.resolver import Resolver

SHORTEST_MISSPELT = 5
SHORTEST_TWICE = 8
"""Letters of the shortest word in which two may be wrong."""

LONGEST_ENDING = 2
"""Letters by which words may end differently and yet be forms of one."""

SHORTEST_JOINED = 6
LONGEST_PIECE = 12
MOST_STRANGE = 12
"""A word of a script without spaces is not cut any further once so many of its characters mean nothing."""
REMEMBERED = 4096
"""So many words are remembered as the vocabulary spells them: each is asked for again and again."""

JOINABLE = frozenset(
    [
        "rank",
        "ranks",
        "ranking",
        "rankings",
        "top",
        "bottom",
        "best",
        "vs",
        "versus",
        "position",
        "place",
        "patents",
        "papers",
        "population",
        "history",
    ]
)
"""Words that people write together with a name or a number."""

MEANINGFUL_SYMBOLS = frozenset("📈📉⬆⬇🔼🔽👆👇❌✅🚫⛔")
"""Symbols that may say something; words with them stay unknown."""

_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
"""A letter written three times and more, as nobody spells: "plsss", "sooo"."""

_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")
_UNSPACED_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NUMERAL = rf"(\d+|[{''.join(NUMERALS)}]+)"
_FIRST_FEW = re.compile(
    rf"(?:排名)?(?:前|トップ|上位|ベスト|상위|톱|탑)\s*{_NUMERAL}\s*(?:名|位|つ|个|個|개|위|강|도시)?(?!년|年)"
)
_NTH = re.compile(rf"第\s*{_NUMERAL}\s*(?:名|位|个|個)?|(\d+)\s*(?:位|위|등|番目)(?!数)")

_FIGURES = (
    (",", r"(?<=\d),(?=\d{3}(?!\d))", ""),
    ("s", r"\b(\d{1,3})['’]?(?-i:s)\b", r"\1"),
    ("better higher above", r"\b(?:ranked |rank )?(\d{1,3}) or (?:better|higher|above)\b", r" in the top \1 "),
    ("rank", r"\b(?:above|better than|inside) rank (\d{1,3})\b", r" in the top \1 "),
    ("> → –", r"\b(20[12]\d)\s*(?:-+>+|→|–|>+)\s*(20[12]\d)\b", r"\1 to \2"),
    ("x", r"\b(\d+)\s?x\b", r"\1 times"),
    ("top bottom best worst first last", r"\b(top|bottom|best|worst|first|last)[-_]?(\d)", r"\1 \2"),
    ("' ‘", r"(?<!\w)['’‘](1[7-9]|2\d)\b", r"20\1"),
    ("edition ranking list index report gii version",
     r"\b(the|in|of|from) (1[7-9]|2\d) (edition|ranking|list|index|report|gii|version)\b", r"\1 20\2 \3"),
    ("%", r"(\d)\s*%", r"\1 % "),
)  # fmt: skip
"""What is written with figures, each with words or signs of which it holds one."""

_SIGNS = (
    (">", r"(?<=[^\s\w<>=-])-?>+|(?<=\s)>+|(?<=\w)>+(?=\s|\w)", " beats "),
    ("<", r"<+(?=\s|\w)", " trails "),
    ("#", r"(?<!\w)#\s*of\b", " how many "),
    ("# № °", r"#\s*(?=\d)|№\s*|\bn°\s*", " number "),
    (".", r"\bi\.\s?e\.?|\be\.\s?g\.?", " namely "),
    ("/", r"\bw/\s*", " with "),
    ("&", r"\br\s?&\s?d\b", " research-and-development "),
    ("&", r"\bs\s?&\s?t\b", " "),
    (", ; / & + ( ) = 、 ， : ! ? ？ ！ 。 . - – —",
     r"[,;/&+()=、，:!?？！。]|\.\.+|\s-+\s|[–—]\s|\s[–—]", " "),
)  # fmt: skip
"""What is written with signs; the last of all makes spaces of them."""

_WRITTEN = Turns((*_FIGURES, *_SIGNS))


def spaced(text: str) -> str:
    """Return a text with its words apart and its symbols in words: "top10" is two, "A > B" says that A beats B."""
    if not text.isascii():
        if any(char.isalpha() for char in text):
            text = _FLAG.sub(lambda found: f" {_letter(found[1])}{_letter(found[2])} ", text)
        text = "".join(" " if _ornament(char) else char for char in text).replace("・", "")
        text = _FIRST_FEW.sub(lambda found: f" top {_numeral(found[1])} ", text)
        text = _NTH.sub(lambda found: f" {_numeral(found[1] or found[2])}th ", text)
    return _WRITTEN.put_plainly(rewritten(text))


def _letter(indicator: str) -> str:
    return chr(ord(indicator) - 0x1F1E6 + ord("A"))


def _ornament(char: str) -> bool:
    """Whether a character only decorates: emoji and their joiners."""
    category = unicodedata.category(char)
    return (category in ("So", "Sk") or char in "\ufe0f\u200d\u20e3") and char not in MEANINGFUL_SYMBOLS


def _numeral(written: str) -> int:
    if written.isdecimal():
        return int(written[:9])
    tens, ten, ones = written.partition("十")
    if not ten:
        return NUMERALS[written[0]]
    return 10 * (NUMERALS[tens[0]] if tens else 1) + (NUMERALS[ones[0]] if ones else 0)


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str:
    """Return a word as the vocabulary spells it."""
    return fold(word).replace("'", "")


def pieces(word: str, resolver: Resolver) -> Words:
    """Cut a word of a script without spaces into the longest known pieces, and joined words into two."""
    if not _UNSPACED_SCRIPT.search(word):
        return _parted(word, resolver)
    cut: list[str] = []
    start = strange = 0
    while start < len(word) and strange < MOST_STRANGE:
        for end in range(min(len(word), start + LONGEST_PIECE), start, -1):
            piece = word[start:end]
            if piece in UNSPACED or piece.isdecimal() or _named(piece, resolver):
                break
        else:
            end = start + 1
            strange += 1
        cut.append(word[start:end])
        start = end
    return (*cut, word[start:]) if start < len(word) else tuple(cut)


def _named(text: str, resolver: Resolver) -> bool:
    return resolver.exact(text) is not None


def _parted(word: str, resolver: Resolver) -> Words:
    """Part "londonrank", "topten" and "londonvsparis"; anything else stays one word."""
    folded = plain(word)
    if len(folded) < SHORTEST_JOINED or not folded.isalpha() or folded in KNOWN_WORDS or _named(word, resolver):
        return (word,)
    before, versus, after = folded.partition("vs")
    if versus and _ranked(before, resolver) and _ranked(after, resolver):
        return (before, versus, after)
    for end in range(3, len(folded) - 2):
        left, right = folded[:end], folded[end:]
        if left in JOINABLE and (number_in(right) or _ranked(right, resolver)):
            return (left, right)
        if right in JOINABLE and _ranked(left, resolver):
            return (left, right)
    return (word,)


def _ranked(text: str, resolver: Resolver) -> bool:
    return isinstance(resolver.exact_place(text), Match) or isinstance(resolver.exact_area(text), Match)


def respelt(written: str, resolver: Resolver) -> str:
    """Return the word of the vocabulary that a word misspells, by slang, two letters swapped or one wrong."""
    word = plain(written)
    if word not in KNOWN_WORDS and _DRAWN_OUT.search(word) is not None:
        shorter = (_DRAWN_OUT.sub(letters, word) for letters in (r"\1\1", r"\1"))
        word = next((short for short in shorter if short in KNOWN_WORDS or short in SLANG), word)
        written = written if word == plain(written) else word
    slang = SLANG.get(word)
    if slang is not None and not (written.isupper() and len(written) > 1):
        return slang
    if word in KNOWN_WORDS or not word.isalpha() or len(word) < 3 or number_in(written) or _named(written, resolver):
        return written
    if (word,) in PHRASES:
        return written
    return _corrected(word) or written


@lru_cache(maxsize=REMEMBERED)
def _corrected(word: str) -> str | None:
    """Return the one word that another misspells: by two letters swapped or one wrong, or two wrong in a long word.

    Of several that only end differently ("climber", "climbs") it is the first.
    """
    near = _within(1, word, SPELLABLE)
    found = [known for known in near if sorted(word) == sorted(known)]
    if len(word) >= SHORTEST_MISSPELT:
        found += [known for known in near if known[0] == word[0] and len(known) >= SHORTEST_MISSPELT]
    if not found and len(word) >= SHORTEST_TWICE:
        long = _within(2, word, OFTEN_MISSPELT)
        found = [known for known in long if known[0] == word[0] and len(known) >= SHORTEST_TWICE]
    stem = len(word) - LONGEST_ENDING
    alike = len(set(found)) == 1 or (bool(found) and all(known[:stem] == found[0][:stem] for known in found))
    return found[0] if alike else None


def _within(letters: int, word: str, words: tuple[str, ...]) -> list[str]:
    """Return those of some words that are so many letters from one, in their order."""
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=letters, limit=None)
    return [words[at] for at in sorted(at for _, distance, at in near if distance == letters)]


def words_of(text: str, resolver: Resolver) -> Words:
    """Return the words of a cleaned question, apart but not yet respelt."""
    words = split(spaced(text))
    cut = {word: _cut(word, resolver) for word in set(words)}
    return tuple([piece for word in words for piece in cut[word]])


def _cut(word: str, resolver: Resolver) -> Words:
    """Return the words of which a word is made: itself, if it is known and has neither hyphens nor another script."""
    if word.isascii() and word.isalpha() and plain(word) in KNOWN_WORDS:
        return (word,)
    return tuple(piece for part in _unhyphened(word, resolver) for piece in pieces(part, resolver))


def _unhyphened(word: str, resolver: Resolver) -> Words:
    """Part a word at its hyphens, unless it is known or a name as it is."""
    if "-" not in word or word[0] == "-" or (plain(word),) in PHRASES or _named(word, resolver):
        return (word,)
    return tuple(part for part in word.split("-") if part)
