"""A question among other talk: "good evening everyone. where is Warsaw ranked?", "he keeps saying China is first".

A clause is answered alone only if what is said around it is small talk, or a sentence that somebody says of
themselves ("I'm bored at work."). A bare topic ("football: …", "in theory, …") limits the question, and so does doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import FALSE
from bot.questions.free.remarks import common, denying, meant
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_chat import CHAT
from bot.questions.patterns import later

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark
    from bot.questions.free.scanning import Scanned

MOST_CLAUSES = 8
MOST_WORDS = 5
"""A sentence that only denies another is no longer."""

PARTING = later(
    r"(?<=[^\s])\s*[.!?;:,…]+\s+|\s+[-–—]+\s+|[。！？；()]"
    r"|\s+(?:and|but|so|because|cuz|cause|n)\s+(?=(?:i|i['’]?m|we|my|he|she|they|want|wants|need|needs|what|whats|what['’]s"
    r"|where|wheres|where['’]s|which|who|how|hows|how['’]s|is|are|does|do|did|can|could|tell|give|show|please|pls)\b)"
    r"|\s+(?=(?:whats?|what['’]s|which|wheres?|where['’]s|hows?|how['’]s) (?:\w+ ){0,2}?(?:it|its|that|we|our)\b)",
    re.IGNORECASE,
)
"""What stands between clauses: stops, dashes, brackets, and what joins a question to what was said before it."""

REPORTING = later(
    r"^.*?\b(?:says?|said|saying|claims?|claimed|claiming|thinks?|thought|believes?|insists?|insisted|swears?|swore"
    r"|reckons?|reckoned|tells?|told|telling|reads?|hears?|heard|bets?|betting|argues?|argued|mentioned|wrote|posted"
    r"|tweeted|pretty sure|sure|certain|convinced|know|knows|remember|recall"
    r"|needs?|needed|wants?|wanted|asks?|asked|asking|wonders?|wondering|wondered|curious|interested|looking|searching"
    r"|figure|find|found|check|checking|able|likes?|love|possible|help|confirm)\s+"
    r"(?:(?:me|us|him|her|them|you|it|out|up|to|in|about|for|on|at|of|know|see|tell|say|find|get|have|learn|if|whether"
    r"|(?:\d+|a|ten|five|twenty|fifty) (?:bucks|euros?|dollars?|quid|pounds|beers?|pints?|coffees?|drinks?)"
    r"|(?:the|a|an|some|this) (?:news|newspaper|paper|press|media|article|report|internet|web|tv|radio|post|magazine)"
    r"|that|is|the fact|knowing|learn(?:ing)?|finding|hear(?:ing)?)\s+)*(?=\S)",
    re.IGNORECASE,
)
"""Somebody says something, or wants to know it: what follows is what they say or ask."""

SPEAKING = later(
    r"\b(?:i|i['’]m|im|i['’]ve|ive|i['’]d|my|me|we|we['’]re|our|he|she|they|you|your|everyone|everybody|someone|"
    r"somebody|people|guys|folks|friends?|bro|dude|mate|boss|teacher|prof|professor|colleagues?|brother|sister|dad|mum|mom|"
    r"wife|husband|uncle|aunt|neighbou?r|roommate|clients?|customers?|manager|director|students?|class|bot|regards|thanks"
    r"|thank|sorry|hello|hi|hey)\b",
    re.IGNORECASE,
)
"""Words by which somebody speaks of themselves or to somebody."""

TOPICAL = frozenset(
    (
        Kind.RANK,
        Kind.RANKING,
        Kind.CLUSTERS,
        Kind.MEASURE,
        Kind.PILLAR,
        Kind.INNOVATIVE,
        Kind.WITHIN,
        Kind.EDITION,
        Kind.ECONOMIES,
        Kind.DATA,
        Kind.PILLARS,
    )
)

IDLE = frozenset(
    (Kind.FILLER, Kind.CHECK, Kind.COPULA, Kind.HAVE, Kind.PERSONAL, Kind.WHICH, Kind.WHO, Kind.HOW, Kind.OR, Kind.THAN)
)
"""Meanings that talk of anything may hold."""

NAMES = frozenset((Kind.CLUSTER, Kind.ECONOMY, Kind.REGION))

TALKED = frozenset(
    (Kind.MAKING, Kind.REACH, Kind.STAY, Kind.COME_FROM, Kind.LARGE, Kind.SMALL, Kind.WILL, Kind.UPCOMING, Kind.DATA,
     Kind.LIST, Kind.SOURCE, Kind.WHEN, Kind.NOT, Kind.CLUSTERS, Kind.NEW, Kind.RANK, Kind.MOVE, Kind.WHERE,
     Kind.METHOD, Kind.WHY, Kind.BEST, Kind.UP, Kind.DOWN, Kind.AHEAD)
)  # fmt: skip
"""Meanings that a single word of everyday talk may have without meaning it."""


def parted(text: str) -> tuple[str, ...]:
    """Return the clauses of a text in order."""
    return tuple(part.strip() for part in PARTING.split(text) if part.strip(" .!?,;:…"))[:MOST_CLAUSES]


QUESTIONS = (Kind.WHERE, Kind.WHICH, Kind.WHO, Kind.HOW, Kind.WHEN, Kind.WHY, Kind.HOW_MANY, Kind.HOW_MUCH)
"""How a clause opens that asks something of its own: "where should I live, Munich or Berlin"."""


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


def bare(marks: tuple[Mark, ...]) -> bool:
    """Whether a clause only names something, so that what is asked of it must stand in what is said around it."""
    said = NAMES | {Kind.EDITION, Kind.FILLER, Kind.CHECK, Kind.PERSONAL, Kind.OR}
    return all(mark.kind in said for mark in marks)


def asking(marks: tuple[Mark, ...]) -> bool:
    """Whether a clause asks whether something is so, which no doubt around it turns round."""
    return next((mark.kind for mark in marks if mark.kind is not Kind.FILLER), None) in (Kind.COPULA, Kind.HAVE)


def chatty(scanned: Scanned) -> bool:
    """Whether a clause beside a question is everyday talk, or only says what is not meant: "and not football"."""
    strange = {place for place, word in enumerate(scanned.words) if plain(word) not in CHAT}
    if next((mark.kind for mark in scanned.marks if mark.kind is not Kind.FILLER), None) in QUESTIONS:
        return False
    unmarked = strange.difference(*(range(mark.start, mark.end) for mark in scanned.marks))
    denied = next((place for place, word in enumerate(scanned.words) if plain(word) == "not"), len(scanned.words))
    if unmarked and (min(unmarked) < denied or len(scanned.words) - denied > MOST_WORDS):
        return False
    return all(mark.kind in IDLE or (mark.kind in TALKED and common(mark)) for mark in scanned.marks)


def mentions(scanned: Scanned, asked: tuple[Mark, ...]) -> bool:
    """Whether a clause only names, in everyday talk, what the question names too: "grandpa still says Bombay"."""
    named = {meant(mark) for mark in asked if mark.kind in NAMES}
    said = [mark for mark in scanned.marks if mark.kind in NAMES]
    rest = [mark for mark in scanned.marks if mark.kind not in NAMES]
    common = CHAT.issuperset(map(plain, scanned.unknown)) and all(mark.kind in IDLE | TALKED for mark in rest)
    return bool(said) and common and named.issuperset(map(meant, said)) and not any(x.kind in QUESTIONS for x in rest)


def doubtful(parts: tuple[str, ...]) -> bool:
    """Whether what is said around a clause may turn it round."""
    return any(map(denying, parts))


def denies(sentence: str) -> bool:
    """Whether a sentence only says of another that it is not so: "That is wrong."."""
    words = plain(sentence).strip(" .!?…").split()
    return 0 < len(words) <= MOST_WORDS and (words[-1] in FALSE or " ".join(words[-2:]) in FALSE)


def topical(marks: tuple[Mark, ...]) -> bool:
    """Whether a clause speaks of rankings by itself, so that strange words around it do not change its subject."""
    return any(mark.kind in TOPICAL or "rank" in mark.text.casefold() for mark in marks)


def idle(marks: tuple[Mark, ...]) -> bool:
    """Whether words say nothing about places or rankings."""
    return all(mark.kind in IDLE for mark in marks)
