"""A question among other talk: "good evening everyone. where is Warsaw ranked?", "he keeps saying China is first".

A clause is answered alone only if what is said around it is small talk, or a sentence that somebody says of
themselves ("I'm bored at work."). A bare topic ("football: …", "in theory, …") limits the question, and so does doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import DENYING, FALSE
from bot.questions.free.spelling import plain

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark

MOST_CLAUSES = 8
MOST_WORDS = 5
"""A sentence that only denies another is no longer."""

PARTING = re.compile(r"(?<=[^\d\s])\s*[.!?;:,…]+\s+|\s+[-–—]+\s+|[。！？；]")
"""What stands between clauses."""

REPORTING = re.compile(
    r"^.*?\b(?:says?|said|saying|claims?|claimed|claiming|thinks?|thought|believes?|insists?|swears?|swore|reckons?"
    r"|told (?:me|us|him|her|them)|read|heard|bet|argues?|argued|pretty sure|convinced"
    r"|wants? to know|asked me|is asking|keeps asking|wondering)\s+(?:that\s+|if\s+|whether\s+)?(?=\S)",
    re.IGNORECASE,
)
"""Somebody says something: what follows is what they say."""

SPEAKING = re.compile(
    r"\b(?:i|i['’]m|im|i['’]ve|ive|i['’]d|my|me|we|we['’]re|our|he|she|they|you|your|everyone|everybody|someone|"
    r"somebody|people|guys|folks|friends?|bro|dude|mate|boss|teacher|prof|professor|colleagues?|brother|sister|dad|mum|mom|"
    r"wife|husband|uncle|neighbou?r|roommate|bot|regards|thanks|thank|sorry|hello|hi|hey)\b",
    re.IGNORECASE,
)
"""Words by which somebody speaks of themselves or to somebody."""

TOPICAL = frozenset(
    (Kind.RANK, Kind.RANKING, Kind.CLUSTERS, Kind.MEASURE, Kind.PILLAR, Kind.INNOVATIVE, Kind.WITHIN, Kind.EDITION)
)

IDLE = frozenset(
    (Kind.FILLER, Kind.CHECK, Kind.COPULA, Kind.HAVE, Kind.PERSONAL, Kind.WHICH, Kind.WHO, Kind.HOW, Kind.OR, Kind.THAN)
)
"""Meanings that talk of anything may hold."""


def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a text, and what is reported in them, the last first; nothing where there is but one."""
    parts = [part.strip() for part in PARTING.split(text) if part.strip()]
    reported = [REPORTING.sub("", part, count=1) for part in (parts if len(parts) > 1 else [text])]
    found = dict.fromkeys([*reversed(parts), *reversed(reported)])
    return tuple(clause for clause in found if clause and clause != text)[:MOST_CLAUSES]


def around(text: str, clause: str) -> tuple[str, ...]:
    """Return what is said around a clause, by clauses."""
    parts = PARTING.split(text.replace(clause, " . ", 1))
    return tuple(part for part in parts if part.strip(" .!?,;:…"))


def spoken(part: str) -> bool:
    """Whether somebody speaks of themselves or to somebody, so that strange words are no topic."""
    return SPEAKING.search(part) is not None


def doubtful(parts: tuple[str, ...]) -> bool:
    """Whether what is said around a clause may turn it round."""
    return any(DENYING.search(part) for part in parts)


def denies(sentence: str) -> bool:
    """Whether a sentence only says of another that it is not so: "That is wrong."."""
    words = plain(sentence).strip(" .!?…").split()
    return 0 < len(words) <= MOST_WORDS and (words[-1] in FALSE or " ".join(words[-2:]) in FALSE)


def topical(marks: tuple[Mark, ...]) -> bool:
    """Whether a clause speaks of rankings by itself, so that strange words around it do not change its subject."""
    return any(mark.kind in TOPICAL for mark in marks)


def idle(marks: tuple[Mark, ...]) -> bool:
    """Whether words say nothing about places or rankings."""
    return all(mark.kind in IDLE for mark in marks)
