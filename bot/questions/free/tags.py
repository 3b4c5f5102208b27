"""What stands at the very end of a claim and only asks whether it is so: "…, isn't it?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind, Mark
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_talk import CALLED, LONGEST_TAG, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.words import Words

NUMBERED = ("what number", "which number")
"""Words for a rank that ask for one: what follows is no tag ("what number is it")."""

SLANG_TAGS = frozenset((("fr",), ("for", "real"), ("fr", "fr"), ("you",)))
"""Tags of few letters, which follow only what is said of somebody: "Tokyo beats Seoul fr?"."""

SAYING = (Kind.COPULA, Kind.HAVE, Kind.AHEAD, Kind.BEHIND, Kind.UP, Kind.DOWN, Kind.MORE, Kind.LESS, Kind.WITHIN,
          Kind.NEW, Kind.LEFT)  # fmt: skip
"""Meanings by which something is said of a place."""

ASKING = frozenset((Kind.WHICH, Kind.WHO, Kind.WHERE, Kind.HOW, Kind.WHEN, Kind.HOW_MANY, Kind.HOW_MUCH))


def tagged(marks: tuple[Mark, ...], words: Words) -> tuple[Mark, ...]:
    """Read what stands at the very end as a tag: "…, isn't it?"."""
    if any(mark.kind in ASKING or plain(mark.text) in NUMBERED for mark in marks):
        return marks
    for end in _ends(marks, words):
        for length in range(min(LONGEST_TAG, end), 0, -1):
            start = end - length
            said = tuple(map(plain, words[start:end]))
            if start >= 2 and (said in TAGS or (said in SLANG_TAGS and _says(marks, start))):
                kept = tuple(mark for mark in marks if mark.end <= start)
                if len(kept) >= 2 and not any(mark.start < start < mark.end for mark in marks):
                    return (*kept, Mark(Kind.CHECK, None, start, len(words), " ".join(words[start:])))
    return marks


def _says(marks: tuple[Mark, ...], end: int) -> bool:
    """Whether something is said of a place before a tag."""
    said = {mark.kind for mark in marks if mark.end <= end}
    named = not said.isdisjoint((Kind.CLUSTER, Kind.ECONOMY, Kind.REGION))
    return named and not said.isdisjoint(SAYING)


def _ends(marks: tuple[Mark, ...], words: Words) -> Iterator[int]:
    """Return where a tag may end: at the last word, or before somebody is spoken to ("isn't that so, bro")."""
    yield len(words)
    if marks and plain(words[-1]) in CALLED and marks[-1].end == len(words):
        yield len(words) - 1
