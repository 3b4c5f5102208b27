"""Which known spellings a misspelt text may stand for: few edits for few letters, and none for very few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ALPHABETS_END = "\u0530"
"""Latin, Greek and Cyrillic letters are below; one sign of a script above says too much to be a slip."""

_LETTERS_FOR_ONE = 5
_LETTERS_FOR_TWO = 7
_LETTERS_FOR_TWO_IF_LESS_KNOWN = 9
_LARGEST_BUDGET = 2


def edit_budget(text: str, *, well_known: bool = True) -> int:
    """Return how many letters of normalised text may be missing, added, wrong or swapped with the next.

    Of less known names there are many more, so that two slips need more letters to be told from another name.
    """
    letters = len(text) - text.count(" ")
    for_two = _LETTERS_FOR_TWO if well_known else _LETTERS_FOR_TWO_IF_LESS_KNOWN
    return 0 if letters < _LETTERS_FOR_ONE else 1 if letters < for_two else _LARGEST_BUDGET


class Misspellings:
    """Known spellings, searchable by optimal string alignment distance."""

    def __init__(self, spellings: Iterable[tuple[str, bool]]) -> None:
        """Take normalised spellings and whether each is well known; those too short to be misspelt are left out."""
        self._buckets: dict[tuple[bool, bool, int], list[str]] = {}
        for spelling, well_known in spellings:
            if _may_be_misspelt(spelling):
                self._buckets.setdefault((spelling.isascii(), well_known, len(spelling)), []).append(spelling)

    def near(self, text: str) -> list[tuple[str, int]]:
        """Return the spellings that normalised `text` may stand for, each with its distance, in no order.

        Both the text and the spelling must have letters enough for the distance.
        """
        budget = edit_budget(text)
        if budget == 0 or max(text) >= _ALPHABETS_END:
            return []
        found: list[tuple[str, int]] = []
        for well_known in (True, False):
            for length in range(len(text) - budget, len(text) + budget + 1):
                choices = self._buckets.get((text.isascii(), well_known, length), ())
                for spelling, edits, _ in extract(text, choices, scorer=OSA.distance, score_cutoff=budget, limit=None):
                    if edits <= edit_budget(spelling, well_known=well_known):
                        found.append((spelling, int(edits)))
        return found


def alike(text: str, choices: Sequence[str], limit: int) -> list[str]:
    """Return up to `limit` of the `choices` that differ from normalised `text` in at most a third of its letters."""
    cutoff = max(_LARGEST_BUDGET, len(text) // 3)
    return [choice for choice, _, _ in extract(text, choices, scorer=OSA.distance, score_cutoff=cutoff, limit=limit)]


def _may_be_misspelt(spelling: str) -> bool:
    """Whether a spelling has letters enough, is in an alphabet, and does not end with a code (`Portland OR`)."""
    if len(spelling) < _LETTERS_FOR_ONE or " " in spelling[-3:-1]:
        return False
    return spelling.isascii() or max(spelling) < _ALPHABETS_END
