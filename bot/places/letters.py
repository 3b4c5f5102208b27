"""Which letters a spelling has, as one number, so that most of what it cannot be a misspelling of is ruled out fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ONCE = {letter: 1 << position for position, letter in enumerate(_LETTERS)}
_TWICE = {letter: 1 << (position + len(_LETTERS)) for position, letter in enumerate(_LETTERS)}


def letters_of(spelling: str) -> int:
    """Return a 52-bit set: which Latin letters a normalised spelling has, and which it has twice or more.

    Every missing, added or wrong letter takes away at most one bit and adds at most one, a swap of two letters none.
    """
    found = 0
    for letter in spelling:
        once = _ONCE.get(letter, 0)
        found |= _TWICE[letter] if found & once else once
    return found


def may_be_near(letters: int, choices: NDArray[np.uint64], edits: int) -> NDArray[np.intp]:
    """Return the positions of the `choices` (sets by `letters_of`) that `edits` edits may turn into `letters`."""
    typed = np.uint64(letters)
    added, missing = np.bitwise_count(choices & ~typed), np.bitwise_count(~choices & typed)
    return np.flatnonzero((added <= edits) & (missing <= edits))
