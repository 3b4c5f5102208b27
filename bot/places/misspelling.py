"""Which known spellings a misspelt text may stand for: few edits for few letters, and none for very few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALPHABETS_END = "\u0530"
"""Latin, Greek and Cyrillic letters are below; one sign of a script above says too much to be a slip."""

_LARGEST_BUDGET = 2


def edit_budget(text: str) -> int:
    """Return how many letters of normalised text may be missing, added, wrong or swapped with the next."""
    letters = len(text) - text.count(" ")
    return 0 if letters <= 4 else 1 if letters <= 6 else _LARGEST_BUDGET


class Misspellings:
    """Known spellings, searchable by optimal string alignment distance."""

    def __init__(self, spellings: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        for spelling in spellings:
            if _may_be_misspelt(spelling):
                self._by_length.setdefault(len(spelling), []).append(spelling)

    def near(self, text: str) -> list[tuple[str, int]]:
        """Return the spellings that normalised `text` may stand for, each with its distance, in no order.

        Both the text and the spelling must have letters enough for the distance.
        """
        budget = edit_budget(text)
        if budget == 0 or max(text) >= _ALPHABETS_END:
            return []
        found: list[tuple[str, int]] = []
        for length in range(len(text) - budget, len(text) + budget + 1):
            choices = self._by_length.get(length, ())
            for spelling, edits, _ in extract(text, choices, scorer=OSA.distance, score_cutoff=budget, limit=None):
                if edits <= edit_budget(spelling):
                    found.append((spelling, int(edits)))
        return found


def alike(text: str, choices: Iterable[str], limit: int) -> list[str]:
    """Return up to `limit` of the `choices` that differ from normalised `text` in at most a third of its letters."""
    cutoff = max(_LARGEST_BUDGET, len(text) // 3)
    return [choice for choice, _, _ in extract(text, choices, scorer=OSA.distance, score_cutoff=cutoff, limit=limit)]


def _may_be_misspelt(spelling: str) -> bool:
    """Whether a spelling has letters enough, is in an alphabet, and does not end with a code (`Portland OR`)."""
    *before, last = spelling.split(" ")
    return edit_budget(spelling) > 0 and max(spelling) < _ALPHABETS_END and not (before and len(last) <= 2)
