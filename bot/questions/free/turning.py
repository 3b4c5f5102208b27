"""Turns of phrase put more plainly. Each is looked for only where one of its words or signs is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.patterns import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Plainer = str | Callable[[re.Match[str]], str]

WRITTEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
"""Letters in a row, digits in a row, or one sign."""

JOINED = re.compile(r"[\w'-]+")
"""A word with its hyphens and apostrophes: "aren't" is one too."""


def _written(text: str) -> set[str]:
    """Return every word, number and sign of a text, in lower case; joined words as a whole, and in their parts."""
    folded = text.casefold().replace("’", "'")
    found = set(WRITTEN.findall(folded))
    return found.union(JOINED.findall(folded)) if "'" in found or "-" in found else found


class Turns:
    """Turns of phrase in the order in which they are looked for, by the words and signs of which they hold one."""

    def __init__(self, turns: Iterable[tuple[str, str, Plainer]]) -> None:
        """Take turns: words or signs of which each holds at least one, its pattern in any case, and how it is put."""
        self._turns: list[tuple[re.Pattern[str], Plainer]] = []
        self._places: dict[str, list[int]] = {}
        for place, (said, pattern, plainer) in enumerate(turns):
            self._turns.append((later(pattern, re.IGNORECASE), plainer))
            for word in said.split():
                self._places.setdefault(word, []).append(place)

    def put_plainly(self, text: str, first: int = 0) -> str:
        """Return a text with these turns of phrase, from the first that is meant, put plainly."""
        for place in self._looked_for(text):
            if place >= first:
                pattern, plainer = self._turns[place]
                turned = pattern.sub(plainer, text)
                if turned != text:  # and now other words are written
                    return self.put_plainly(turned, place + 1)
        return text

    def _looked_for(self, text: str) -> Iterable[int]:
        written = self._places.keys() & _written(text)
        return sorted({place for word in written for place in self._places[word]})
