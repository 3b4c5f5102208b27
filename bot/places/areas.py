"""Everybody who bears an economy's or region's name: the listed ones, and economies in further languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.places.index import Known, index_areas
from bot.places.matches import EconomyPlace, How, OutsidePlace
from bot.places.normalising import normalise
from bot.places.words import counts_in_a_sentence

if TYPE_CHECKING:
    from bot.places.names import Names
    from bot.places.territories import Territories
    from bot.rankings.model import Rankings


class Areas:
    """Finds the bearers of a normalised spelling; the file of further languages is asked last."""

    def __init__(self, rankings: Rankings, names: Names, territories: Territories) -> None:
        """Join the listed names with those of `territories`, of which only economies known to the lists count."""
        self.listed = index_areas(rankings, names)
        self._territories = territories
        self._economies: dict[str, EconomyPlace | OutsidePlace] = {}
        for known in (known for namesakes in self.listed.values() for known in namesakes):
            if isinstance(known.place, EconomyPlace):
                self._economies.setdefault(known.place.code, known.place)
            elif isinstance(known.place, OutsidePlace):
                self._economies.setdefault(known.place.economy, known.place)

    def bearers(self, spelling: str) -> tuple[Known, ...]:
        """Return the economies and regions of this name or code."""
        listed = self.listed.get(spelling)
        if listed is not None:
            return listed
        territory = self._territories.find(spelling)
        place = self._economies.get(territory.code) if territory is not None else None
        if territory is None or place is None:
            return ()
        lies = frozenset((territory.code,))
        return (Known(territory.name, place, How.ALIAS, False, True, qualifies=True, listed=True, lies=lies),)

    def in_a_sentence(self, text: str) -> tuple[Known, ...]:
        """Return the bearers that `text`, a part of a sentence, may mean rather than be just words.

        In further languages, Latin letters need a capital: some spell an English word.
        """
        spelling = normalise(text)
        bearers = self.bearers(spelling)
        if spelling.isascii() and spelling not in self.listed and not text.strip()[:1].isupper():
            return ()
        return tuple(known for known in bearers if counts_in_a_sentence(known, text))
