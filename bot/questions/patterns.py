"""Patterns that are compiled when they are first used, since most questions have no use for most of them."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "sub", "split", "findall", "finditer")

_made: list[_Later] = []


class _Later:
    """Becomes what `re.compile` returns, with the first of its methods that is looked up."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._pattern, self._flags)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return vars(self)[name]


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, but leave its compiling, and what is wrong with it, to its first use.

    It has the methods of a pattern, and no attributes.
    """
    _made.append(made := _Later(pattern, flags))
    return cast("re.Pattern[str]", made)


def compile_all() -> None:
    """Compile all of them now, as long as there is something else to wait for: a tenth of a second."""
    for pattern in _made:
        pattern.search  # noqa: B018 - looked up, and thereby compiled
