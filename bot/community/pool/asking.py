"""The prompts that an organiser picks, read from a line: “top five; patents; clusters of Germany; will X pass Y”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.community.pool.claims import packed
from bot.community.pool.model import FIVE, LED, PROMPTS_MAXIMUM, HowMany, Leader, TopFive, Will
from bot.community.pool.problems import (
    AskedTwice,
    NotAPrompt,
    NotOneClaim,
    NotOneEconomy,
    TooLongPrompts,
    TooManyPrompts,
)
from bot.questions.assertions import AllOf, Over
from bot.questions.failures import Failure
from bot.questions.lexicon import MEASURES
from bot.questions.queries import Claim, Count, Settle, Top
from bot.questions.receipts import ReceiptError
from bot.questions.refs import EconomyRef, RegionRef
from bot.questions.words import clean, fold, split
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.community.pool.model import Prompt
    from bot.community.pool.problems import PromptProblem
    from bot.questions.reader import Reader

PARTS_LIMIT = 8
"""So many parts of a line are read one by one; where there are more, that alone is said."""

ASKING_LIMIT = 500
"""Characters of a line that are read; five prompts have some two hundred."""

_PARTS = re.compile(r"[;\n]+")
_LEADING = re.compile(
    r"^(?:(?:who|which cluster)\s+(?:(?:will\s+)?leads?|(?:will\s+)?(?:be|is)\s+(?:first|number one))\s+(?:in|by)"
    r"|(?:the\s+)?leader\s+(?:in|by|of)|leads?\s+(?:in|by)|most|first\s+(?:in|by))\s+(?:the\s+)?",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(r",?\s+in\s+order$", re.IGNORECASE)
_TO_COME = (
    (re.compile(r"^(how many .*?)\bwill\s+(.+?)\s+have\b", re.IGNORECASE), r"\1does \2 have"),
    (re.compile(r"\bwill\s+(be|have)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"^will\s+(.+?)\s+pass\b", re.IGNORECASE), r"\1 passes"),
    (re.compile(r"^will\s+(.+?)\s+(overtake|lead|rise|climb|fall|drop)\b", re.IGNORECASE), r"\1 \2s"),
    (re.compile(r"^will\s+(.+?)\s+(enter|leave)\b", re.IGNORECASE), r"did \1 \2"),
    (re.compile(r"^will\s+", re.IGNORECASE), ""),
    (re.compile(r"\bbe\b", re.IGNORECASE), "is"),
    (re.compile(r"^(?!how many)(.*?)\bhave\b", re.IGNORECASE), r"\1has"),
)
"""What is asked of the future is read as if it were asked of today."""


def prompts_from(text: str, edition: int, reader: Reader) -> tuple[Prompt, ...] | tuple[PromptProblem, ...]:
    """Return the prompts that a line asks for, in its order, or everything that is wrong with it.

    Parts stand between semicolons or line ends, or between commas where each part makes sense by itself. The pool's
    own edition may be named; another may not. An empty line asks nothing.
    """
    if len(text) > ASKING_LIMIT:
        return (TooLongPrompts(ASKING_LIMIT),)
    parts = [part for each in _PARTS.split(text) if (part := clean(each))]
    if len(parts) > PARTS_LIMIT:
        return (TooManyPrompts(len(parts), PROMPTS_MAXIMUM),)
    found = [each for part in parts for each in _read(part, edition, reader)]
    problems: list[PromptProblem] = []
    prompts: list[Prompt] = []
    for part, each in found:
        if not isinstance(each, (TopFive, Leader, HowMany, Will)):
            problems.append(each)
        elif each in prompts:
            problems.append(AskedTwice(part))
        else:
            prompts.append(each)
    if len(found) > PROMPTS_MAXIMUM:
        problems.append(TooManyPrompts(len(found), PROMPTS_MAXIMUM))
    return tuple(problems) if problems else tuple(prompts)


def _read(part: str, edition: int, reader: Reader) -> list[tuple[str, Prompt | PromptProblem]]:
    """Read a part as one prompt; else, where commas part it into several that make sense, as those."""
    whole = _prompt(part, edition, reader)
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if isinstance(whole, NotAPrompt) and 1 < len(pieces) <= PARTS_LIMIT:
        parted = [(piece, _prompt(piece, edition, reader)) for piece in pieces]
        if sum(isinstance(each, NotAPrompt) for _, each in parted) < len(parted):
            return parted
    return [(part, whole)]


def _prompt(part: str, edition: int, reader: Reader) -> Prompt | PromptProblem:
    asked = _IN_ORDER.sub("", re.sub(rf"\s*\b(?:in\s+)?{edition}\b", "", part).strip(" ?"))
    measure = MEASURES.get(tuple(fold(word) for word in split(_LEADING.sub("", asked))))
    if measure is not None and measure in LED:
        return Leader(measure)
    for words, today in _TO_COME:
        asked = words.sub(today, asked, count=1)
    read = reader.read(asked).result
    if not isinstance(read, (Claim, Top, Count)):
        stated = reader.read(f"settle {asked}").result
        read = stated.claim if isinstance(stated, Settle) else read
    match read:
        case Top() if read == Top(FIVE):
            return TopFive()
        case Top(area=EconomyRef(code)) | Count(area=EconomyRef(code)) if _of_all(read):
            return HowMany(code)
        case Top(area=RegionRef()) | Count(area=RegionRef()) if _of_all(read):
            return NotOneEconomy(part)
        case Claim():
            return _claimed(part, read, edition, reader)
        case _:
            return NotAPrompt(part, read if isinstance(read, Failure) else None)


def _of_all(read: Top | Count) -> bool:
    """Whether all clusters of an area are meant, as in “clusters of Germany”."""
    return read in (Count(read.area), Top(RANKS_PUBLISHED, read.area))


def _claimed(part: str, claim: Claim, edition: int, reader: Reader) -> Will | NotAPrompt | NotOneClaim:
    if isinstance(claim.assertion, AllOf) or claim.over is not Over.ONE:
        return NotOneClaim(part)
    if claim.edition not in (None, edition):
        return NotAPrompt(part)
    try:
        return Will(packed(replace(claim, edition=None), reader.rankings))
    except ReceiptError:
        return NotAPrompt(part)
