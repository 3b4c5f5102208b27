"""A question among other talk: "good evening everyone. where is Warsaw ranked?", "he keeps saying China is first".

A clause is answered alone only if nothing that is said around it is about places or rankings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark

MOST_CLAUSES = 8
PARTING = re.compile(r"(?<=[^\d\s])\s*[.!?;:,…]+\s+|\s+[-–—]+\s+|[。！？；]")
"""What stands between clauses."""

REPORTING = re.compile(
    r"^.*?\b(?:says?|said|saying|claims?|claimed|claiming|thinks?|thought|believes?|insists?|swears?|swore|reckons?"
    r"|told (?:me|us|him|her|them)|read|heard|bet|argues?|argued|pretty sure|convinced"
    r"|wants? to know|asked me|is asking|keeps asking|wondering)\s+(?:that\s+|if\s+|whether\s+)?(?=\S)",
    re.IGNORECASE,
)
"""Somebody says something: what follows is what they say."""

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


def topical(marks: tuple[Mark, ...]) -> bool:
    """Whether a clause speaks of rankings by itself, so that strange words around it do not change its subject."""
    return any(mark.kind in TOPICAL for mark in marks)


def idle(marks: tuple[Mark, ...]) -> bool:
    """Whether words say nothing about places or rankings."""
    return all(mark.kind in IDLE for mark in marks)
