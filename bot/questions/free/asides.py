"""A question with something said beside it: "the subs desk is waiting: where is Munich", "…, for the finance pages".

A stretch of a text that asks something by itself is answered if all that stands beside it is an aside. An aside may
hold words that nobody knows, for it says who asks, what for and in what mood; but none that could limit the question,
and not the name of another subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from bot.questions.free.clauses import IDLE
from bot.questions.free.marks import Kind
from bot.questions.free.remarks import NAMES, common, denying, meant, rival
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_asides import (
    AIMS,
    ANNOUNCED,
    ASKER,
    CALLS,
    DESCRIBING,
    DOING,
    DOUBTING,
    ECHO,
    GREETING,
    GUESS,
    HAILING,
    HARMLESS,
    KNOWN,
    LEADING,
    LIVING,
    MATTER,
    MODAL,
    NARROWING,
    OPENER,
    PERSON,
    PRESENT,
    PURPOSE,
    REFERENCE,
    REPORTING,
    RESIDENT,
    RESTRICTING,
    SELF,
    SPECIFYING,
    STOP,
    SUBORDINATE,
    TURN,
    VERBAL,
    WORD,
)
from bot.questions.free.vocabulary_chat import CHAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.free.marks import Mark
    from bot.questions.free.scanning import Scanned

MOST_BORDERS = 8
MOST_STRETCHES = 12
"""Stretches that are tried, the longest first: each is read anew."""

MOST_READ = 800
"""Characters of all stretches that are tried."""

MOST_OPENING = 14
"""Words of the longest opening that leads to a question without a stop."""

MOST_HAILING = 4
"""Words of the longest greeting, whoever is greeted."""

GREETED = IDLE | NAMES | {Kind.OUTSIDE, Kind.AMBIGUOUS}
"""Meanings with which somebody may say where they are, or who."""

AT_HOME = GREETED | {Kind.COME_FROM, Kind.MEASURE}
"""Meanings with which somebody says where they live."""

ANNOUNCING = GREETED | {Kind.HOW_LONG, Kind.HISTORY, Kind.RANKING, Kind.RANK, Kind.MOVE, Kind.METHOD, Kind.NUMBER}
"""Meanings with which somebody says what kind of question comes."""

OCCUPYING = frozenset(
    (Kind.HISTORY, Kind.RANKING, Kind.RANK, Kind.DATA, Kind.LIST, Kind.METHOD, Kind.NUMBER, Kind.EDITIONS)
)
"""Meanings of what somebody says that they do or like: "I do history of rankings"."""

DESCRIBED = GREETED | {Kind.CLUSTERS, Kind.BEST, Kind.LARGE, Kind.ORDINAL}
"""Meanings with which somebody describes a place."""

MOST_GUESSED = 8
"""Words of the longest guess."""

QUANTITIES = frozenset((Kind.NUMBER, Kind.ORDINAL, Kind.DECIMAL, Kind.CLUSTERS))
"""Meanings of which there may be so many of something else: minutes, beers."""

EVERYDAY = frozenset(
    (Kind.MAKING, Kind.REACH, Kind.STAY, Kind.BEFORE, Kind.ONLY, Kind.COME_FROM, Kind.WILL,
     Kind.UPCOMING, Kind.DATA, Kind.LIST, Kind.SOURCE,
     Kind.WHEN, Kind.WHERE, Kind.MOVE, Kind.METHOD, Kind.NEW, Kind.CLUSTERS, Kind.RANK, Kind.UP, Kind.DOWN,
     Kind.HISTORY, Kind.COVER)
)  # fmt: skip
"""Meanings that a word of everyday talk may have without meaning them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that may ask something by itself, and what stands beside it. `opening` leads to it.

    `marked` says that a question mark follows: then it asks whatever is thought of the answer.
    """

    text: str
    beside: tuple[str, ...]
    opening: str = ""
    marked: bool = False


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the parts of a text that may ask something by themselves, the longest first."""
    found = {each.text: each for each in _stretches(text)}
    left = MOST_READ
    tried: list[Stretch] = []
    for each in sorted(found.values(), key=lambda each: -len(each.text)):
        if len(each.text) <= left and len(tried) < MOST_STRETCHES:
            left -= len(each.text)
            tried.append(each)
    return tuple(tried)


def _stretches(text: str) -> Iterator[Stretch]:
    cuts = {found.span() for pattern in (STOP, TURN) for found in pattern.finditer(text)}
    borders = [(0, 0), *sorted(cuts)[: MOST_BORDERS - 2], (len(text), len(text))]
    for first, last in combinations(range(len(borders)), 2):
        part = text[borders[first][1] : borders[last][0]].strip()
        if not part:
            continue
        outside = [
            text[borders[at][1] : borders[at + 1][0]].strip()
            for at in range(len(borders) - 1)
            if not first <= at < last
        ]
        beside = tuple(each for each in outside if each.strip(" .!?,;:…"))
        marked = "?" in text[borders[last][0] : borders[last][1]]
        if beside:
            yield Stretch(part, beside, marked=marked)
        for opening, rest in _opened(part):
            yield Stretch(rest, beside, opening, marked)


def _opened(part: str) -> Iterator[tuple[str, str]]:
    """Yield where a part may be cut in an opening and what it leads to."""
    asked = ASKER.match(part) is not None
    for place, gap in enumerate(WORD.finditer(part)):
        if place >= MOST_OPENING:
            return
        opening, rest = part[: gap.start()], part[gap.end() :]
        last, first = plain(opening.split()[-1]), plain(rest.split()[0])
        chatting = asked or CHAT.issuperset(map(plain, opening.split()))
        if last in (LEADING if asked else REPORTING) or (chatting and first in OPENER and place > 0):
            yield opening, rest


def aside(part: str, scanned: Scanned, named: frozenset[object], *, claimed: bool) -> bool:
    """Whether a part beside a question says nothing that could limit it.

    `named` are the places that the question names, by what `meant` returns, and the economies they lie in; `claimed`
    says that it is a claim, which a guess would change.
    """
    words = tuple(map(plain, scanned.words))
    if not words or ECHO.issuperset(words) or HARMLESS.fullmatch(part) is not None:
        return True
    if limiting(part):
        return False
    if GUESS.match(part) is not None and len(words) <= MOST_GUESSED:
        return not claimed
    if (REFERENCE.match(part) or KNOWN.match(part)) is not None:
        spoken = (*IDLE, Kind.COMPARE, Kind.DATA, Kind.ECONOMIES, Kind.EDITION, Kind.ONLY, Kind.RANKING, Kind.RANK)
        return all(mark.kind in spoken for mark in scanned.marks)
    if RESTRICTING.search(part) is not None:
        return False
    if RESIDENT.match(part) is not None and all(mark.kind in AT_HOME for mark in scanned.marks):
        return True
    if ANNOUNCED.fullmatch(part) is not None and all(mark.kind in ANNOUNCING for mark in scanned.marks):
        return True
    hailing = words[0] in HAILING and len(words) <= MOST_HAILING
    introduced = hailing or (GREETING.match(part) or PRESENT.fullmatch(part) or ANNOUNCED.fullmatch(part)) is not None
    if introduced and all(mark.kind in GREETED for mark in scanned.marks):
        return True
    if DOUBTING.fullmatch(part) is not None:
        return not claimed
    if DESCRIBING.fullmatch(part) is not None and all(mark.kind in DESCRIBED for mark in scanned.marks):
        return True
    if PURPOSE.match(part) is not None:
        return True
    denied = denying(part) and (claimed or PERSON.match(part) is None)
    joined = scanned.marks[1:] if SUBORDINATE.match(part) is not None else scanned.marks
    if SELF.match(part) is not None:
        joined = tuple(mark for mark in joined if mark.kind not in OCCUPYING)
    if not all(_harmless(mark, scanned, named, denied=denied) for mark in joined):
        return False
    strange = any(word not in CHAT and word not in CALLS for word in map(plain, scanned.unknown))
    if not strange:
        return True
    first = next((word for word in words if word not in ("and", "but", "so", "or")), "")
    plainly = SPECIFYING.search(part) is None and first not in NARROWING | OPENER
    return plainly and (VERBAL.search(part) or DOING.match(part)) is not None


def told(part: str, scanned: Scanned) -> bool:
    """Whether an aside has only words of everyday talk, so that the subject of the question cannot be another."""
    return HARMLESS.fullmatch(part) is not None or (CHAT | CALLS).issuperset(map(plain, scanned.unknown))


def limiting(part: str) -> bool:
    """Whether a part names what a question is about, or whom it is for: another subject, a matter, a kind of people."""
    words = map(plain, WORD.split(part.strip(" .!?,;:…")))
    aimless = PURPOSE.match(part) is not None and AIMS.isdisjoint(words)
    return rival(part) or aimless or MATTER.search(part) is not None


def leads(opening: str, scanned: Scanned, named: frozenset[object]) -> bool:
    """Whether an opening only says who asks or reports, and so leads to a question, which names some places."""
    if limiting(opening) or RESTRICTING.search(opening) is not None:
        return False
    denied = denying(opening)
    if not all(_harmless(mark, scanned, named, denied=denied) for mark in scanned.marks):
        return False
    strange = [word for word in map(plain, scanned.unknown) if word not in CHAT]
    return not strange or MODAL.match(opening) is None


def _harmless(mark: Mark, scanned: Scanned, named: frozenset[object], *, denied: bool) -> bool:
    """Whether a mark in an aside limits nothing: a place named anyway, everyday talk, or so many minutes or beers."""
    if mark.kind in IDLE or mark.kind is Kind.SOURCE or (mark.kind in NAMES and meant(mark) in named):
        return True
    if mark.kind is Kind.NOT:
        return not denied
    if mark.kind is Kind.RANKING:
        return mark.start > 0 and plain(scanned.words[mark.start - 1]) in ("the", "this", "your", "that")
    if mark.kind in QUANTITIES and mark.end < len(scanned.words):
        after = next((other for other in scanned.marks if other.start == mark.end), None)
        return after is None or after.kind is Kind.FILLER
    if mark.kind is Kind.MEASURE:
        return plain(mark.text) in LIVING
    return plain(mark.text) in ("one", "ones") or (mark.kind in EVERYDAY and common(mark))
