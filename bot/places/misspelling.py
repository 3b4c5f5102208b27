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
_LETTERS_FOR_TWO = 8
_LETTERS_FOR_ONE_IF_LESS_KNOWN = 6
_LETTERS_FOR_TWO_IF_LESS_KNOWN = 10
_LETTERS_FOR_SWAP = 7
_TYPED_FOR_TWO = 6
_LARGEST_BUDGET = 2


def typed_budget(text: str) -> int:
    """Return how many slips are looked for in normalised text, by the letters that are left of it."""
    letters = _letters(text)
    return 0 if letters < _LETTERS_FOR_ONE - 1 else 1 if letters < _TYPED_FOR_TWO else _LARGEST_BUDGET


def may_stand_for(text: str, spelling: str, edits: int, *, well_known: bool) -> bool:
    """Whether a text with so many letters missing, added, wrong or swapped with the next may misspell a known name.

    Two letters that have changed places over others between them are one slip ("Chigaco").
    """
    budget = _budget(spelling, well_known=well_known)
    return edits <= budget or (budget == 1 and edits == _LARGEST_BUDGET and well_known and _are_swapped(text, spelling))


def _are_swapped(text: str, spelling: str) -> bool:
    return len(spelling) >= _LETTERS_FOR_SWAP and sorted(text) == sorted(spelling)


def _budget(spelling: str, *, well_known: bool) -> int:
    """Return how many slips a known name has letters for.

    Of less known names there are many more, so that slips need more letters to be told from another name.
    """
    for_one = _LETTERS_FOR_ONE if well_known else _LETTERS_FOR_ONE_IF_LESS_KNOWN
    for_two = _LETTERS_FOR_TWO if well_known else _LETTERS_FOR_TWO_IF_LESS_KNOWN
    letters = _letters(spelling)
    return 0 if letters < for_one else 1 if letters < for_two else _LARGEST_BUDGET


class Misspellings:
    """Known spellings, searchable by optimal string alignment distance."""

    def __init__(self, spellings: Iterable[tuple[str, bool]]) -> None:
        """Take normalised spellings and whether each is well known; those too short to be misspelt are left out."""
        self._buckets: dict[tuple[bool, int], list[str]] = {}
        self._well_known: dict[str, bool] = {}
        for spelling, well_known in spellings:
            if _budget(spelling, well_known=well_known) and may_be_misspelt(spelling):
                self._buckets.setdefault((spelling.isascii(), len(spelling)), []).append(spelling)
                self._well_known[spelling] = well_known

    def near(self, text: str) -> list[tuple[str, int]]:
        """Return the spellings that normalised `text` may stand for, each with its distance, in no order.

        Both the text and the spelling must have letters enough for the distance.
        """
        budget = typed_budget(text)
        if budget == 0 or max(text) >= _ALPHABETS_END:
            return []
        found: list[tuple[str, int]] = []
        for length in range(len(text) - budget, len(text) + budget + 1):
            choices = self._buckets.get((text.isascii(), length), ())
            for spelling, edits, _ in extract(text, choices, scorer=OSA.distance, score_cutoff=budget, limit=None):
                if may_stand_for(text, spelling, int(edits), well_known=self._well_known[spelling]):
                    found.append((spelling, int(edits)))
        return found


def alike(text: str, choices: Sequence[str], limit: int) -> list[str]:
    """Return up to `limit` of the `choices` that differ from normalised `text` in at most a third of its letters."""
    cutoff = max(_LARGEST_BUDGET, len(text) // 3)
    return [choice for choice, _, _ in extract(text, choices, scorer=OSA.distance, score_cutoff=cutoff, limit=limit)]


def may_be_misspelt(spelling: str) -> bool:
    """Whether a spelling is in an alphabet, and does not end with a code (`Portland OR`)."""
    if " " in spelling[-3:-1]:
        return False
    return spelling.isascii() or max(spelling) < _ALPHABETS_END


def _letters(text: str) -> int:
    return len(text) - text.count(" ")
