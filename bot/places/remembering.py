"""Remembering the last answers of a costly search: one question asks for the same words more than once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_REMEMBERED = 1024
LONGEST_REMEMBERED = 64
"""Longer texts, in characters, are searched anew, so that nobody fills the memory."""

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def remembering(
    search: Callable[Concatenate[str, _Given], _Found], most: int = MOST_REMEMBERED
) -> Callable[Concatenate[str, _Given], _Found]:
    """Return `search`, whose results must be frozen, with its `most` last answers to short texts kept.

    Any thread may ask.
    """
    remembered = lru_cache(maxsize=most)(search)

    def answered(text: str, /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Found:
        if len(text) > LONGEST_REMEMBERED:
            return search(text, *args, **kwargs)
        return remembered(text, *args, **kwargs)

    return answered
