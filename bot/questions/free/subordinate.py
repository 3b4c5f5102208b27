"""A question without the clauses that depend on it: "Is Paris, which slipped, still first?", "…, since he insists".

A relative clause between commas tells more of a name and limits nothing; one of reason or concession says why somebody
asks; what is guessed after a question mark is a guess at the answer. A condition ("if …", "when …") may limit a
question and is never left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.free.asides import limiting
from bot.questions.free.marks import Kind
from bot.questions.free.remarks import NAMES, meant
from bot.questions.free.scanning import scan
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_asides import GUESSING, RESTRICTING, VERBAL
from bot.questions.free.vocabulary_chat import CHAT
from bot.questions.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.places.resolver import Resolver

_NO_QUESTION = (
    r"(?!(?:rank|place|position|number|spot|one|ones|cluster|city|country|economy|year|edition|measure|of|do|does|did"
    r"|am|can|could|should|would)\b)"
)
_RELATIVE = rf"(?:(?:of|for|in|from|with|by|at|about|on|through|to) )?(?:which|whom|whose|where)\b\s+{_NO_QUESTION}"

_APPOSED = r"(?:the|a|an) (?:\w+ ){1,3}?(?:that|which|who)\b"

INSERTED = later(rf",\s+{_RELATIVE}[^,;:.!?]*,\s*(?=\w)", re.IGNORECASE)
"""A relative clause between two commas."""

ADDED = later(rf",\s+(?:{_RELATIVE}|{_APPOSED})[^,;:.!?]*[.!?\s]*$", re.IGNORECASE)
"""A relative clause at the end."""

_CONCEDING = (
    r"(?:(?:even )?(?:though|although)|because|cuz|cos|given that|now that|so that|seeing (?:that|as|how)"
    r"|considering that"
    r"|in case|no matter (?:what|how|who)|whatever|unless i\b)"
)
_TELLING = (
    r"(?:since (?:i|we|you|he|she|they|it|this|that|the|these|nobody|no one|everyone|someone|my|our|people)"
    r"|as (?:i|we|you|he|she|they|the|my|our|some|far as)"
    r"|before (?:i|we|you|he|she|they|anyone|anybody|someone|somebody|everyone|my|our)"
    r"|while (?:i|we|you|he|she|they|the|my|our))"
)
LEADING = later(rf"^\W*(?:{_CONCEDING}|{_TELLING})\b[^,;:.!?]*[,;:]\s+(?=\S)", re.IGNORECASE)
"""A clause of reason, concession or time before the question."""

FOLLOWING = later(rf"(?:[,;]\s*|\s+[–—-]\s+)(?:{_CONCEDING}|{_TELLING})\b.*$|\s+{_CONCEDING}\b.*$", re.IGNORECASE)
"""A clause of reason, concession or time after it."""

DESCRIBED = later(r"\s*\([^()]*\b(?:city|town|place|capital|home|hometown|gang)\b[^()]*\)", re.IGNORECASE)
"""A description in brackets."""

CHANGED = later(r"\W*now that\b", re.IGNORECASE)
"""How a clause opens that tells what has changed in the ranking, whatever it was."""

GUESSED = later(rf"(?<=\?){GUESSING}[^?]*$", re.IGNORECASE)
"""What is guessed at the answer once the question is asked."""

TOLD_OF = NAMES | {
    Kind.OUTSIDE, Kind.AMBIGUOUS, Kind.EDITION, Kind.EDITIONS, Kind.RANKING, Kind.RANK, Kind.PILLAR, Kind.MEASURE,
}  # fmt: skip
"""What a relative clause may tell more of: something that is one and no other."""

LIMITS = NAMES | {
    Kind.OUTSIDE, Kind.AMBIGUOUS, Kind.EDITION, Kind.MEASURE, Kind.PILLAR, Kind.INCOME, Kind.ONLY, Kind.EXCEPT,
    Kind.ELSEWHERE,
}  # fmt: skip
"""Meanings that a reason may not add to what is asked: "since I only count patents" means patents."""

JUDGED = frozenset((Kind.AHEAD, Kind.BEHIND, Kind.BEST, Kind.WORST, Kind.MOST, Kind.LEAST, Kind.MORE, Kind.LESS))
"""Meanings of a question of its own, which no relative clause at the end may hold: "Bern and Basel, which is ahead"."""


def without_asides(text: str, resolver: Resolver) -> Iterator[str]:
    """Yield a text without what is told in passing and cannot limit it, so that it is to be read first."""
    inserted = INSERTED.search(text)
    if inserted is not None and _tells_of(text[: inserted.start()], resolver):
        yield f"{text[: inserted.start()]} {text[inserted.end() :]}"
    guessed = GUESSED.search(text)
    if guessed is not None:
        yield text[: guessed.start()]


def without_reasons(text: str, resolver: Resolver) -> Iterator[tuple[str, str]]:
    """Yield a text without a clause that depends on it, and that clause, for when the whole was not understood."""
    for pattern in (DESCRIBED, ADDED, LEADING, FOLLOWING):
        found = pattern.search(text)
        relative = pattern in (DESCRIBED, ADDED)
        if found is None or (relative and not _tells_of(text[: found.start()], resolver)):
            continue
        clause, rest = found[0], f"{text[: found.start()]} {text[found.end() :]}".strip()
        if rest and _dependent(clause, rest, resolver, relative=relative):
            yield rest, clause


def _tells_of(before: str, resolver: Resolver) -> bool:
    """Whether a text ends with what a relative clause can only tell more of."""
    scanned = scan(before, resolver)
    return bool(scanned.marks) and scanned.marks[-1].end == len(scanned.words) and scanned.marks[-1].kind in TOLD_OF


def _dependent(clause: str, rest: str, resolver: Resolver, *, relative: bool) -> bool:
    """Whether a clause says nothing that the rest of a text does not ask for."""
    if limiting(clause) or (not relative and VERBAL.search(clause) is None):
        return False
    said = scan(clause, resolver)
    strange = any(plain(word) not in CHAT for word in said.unknown)
    if strange and not relative and RESTRICTING.search(clause) is not None:
        return False
    asked = {(mark.kind, meant(mark)) for mark in scan(rest, resolver).marks}
    limits = LIMITS - {Kind.MEASURE} if CHANGED.match(clause) is not None else LIMITS
    other = (mark for mark in said.marks if (mark.kind, meant(mark)) not in asked)
    return not any(mark.kind in limits or (relative and mark.kind in JUDGED) for mark in other)
