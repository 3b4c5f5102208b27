"""What a half-typed name may become: canonical names, those that begin as typed first, the best ranked first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.places.matches import ClusterPlace, EconomyPlace, OutsidePlace, RankedPlace, RegionPlace
from bot.places.normalising import normalise
from bot.rankings.model import Pillar

if TYPE_CHECKING:
    from bot.places.index import Index
    from bot.rankings.model import Rankings

_LAST = "\U0010ffff"
"""It sorts behind every letter."""

_SPACE = re.compile(" ")


class Completer:
    """The names of one index that can complete a prefix."""

    def __init__(self, index: Index, order: dict[RankedPlace, int]) -> None:
        """Offer the places in `order`, which gives each its position among equals."""
        self._index = index
        self._order = order
        self._canonical = {place: normalise(place.name) for place in order}

    def complete(self, prefix: str, limit: int) -> tuple[str, ...]:
        """Return up to `limit` canonical names with a known name of which any word begins with `prefix`."""
        typed = normalise(prefix)
        if not typed:
            return tuple(place.name for place in sorted(self._order, key=self._order.__getitem__)[:limit])
        beginnings, found = self._beginnings
        best: dict[RankedPlace, int] = {}
        first = bisect_left(beginnings, typed)
        for place, opens in found[first : bisect_right(beginnings, typed + _LAST, lo=first)]:
            distance = 0 if self._canonical[place].startswith(typed) else 1 if opens else 2
            best[place] = min(best.get(place, distance), distance)
        ordered = sorted(best, key=lambda place: (best[place], self._order[place]))
        return tuple(place.name for place in ordered[:limit])

    @cached_property
    def _beginnings(self) -> tuple[list[str], list[tuple[RankedPlace, bool]]]:
        """All known names from each of their words on, sorted; whose they are, and whether it is the first word.

        Made when the first name is completed, so that the start does not wait for it.
        """
        known = [
            (spelling[at:], (place, at == 0))
            for spelling, entries in self._index.items()
            for place in {entry.place for entry in entries if not isinstance(entry.place, OutsidePlace)}
            for at in (0, *(space.end() for space in _SPACE.finditer(spelling)))
        ]
        known.sort(key=itemgetter(0))
        return [beginning for beginning, _ in known], [found for _, found in known]


def cluster_order(rankings: Rankings) -> dict[RankedPlace, int]:
    """Return every cluster's position: by rank in the newest edition, then by the latest rank known, then by name."""

    def key(cluster_id: str) -> tuple[int, int, str]:
        for row in rankings.histories.get(cluster_id, ()):
            if row.rank is not None:
                return (0 if row.edition == rankings.newest.year else 1, row.rank, cluster_id)
        return (2, 0, cluster_id)

    return {
        ClusterPlace(cluster_id, rankings.clusters[cluster_id].name): position
        for position, cluster_id in enumerate(sorted(rankings.clusters, key=key))
    }


def area_order(rankings: Rankings) -> dict[RankedPlace, int]:
    """Return every economy's position by rank in the newest index, the unranked after them, then the regions'."""
    rows = rankings.newest_economies.economies

    def key(code: str) -> tuple[int, int, str]:
        return (0, rows[code].scores[Pillar.GII].rank, code) if code in rows else (1, 0, code)

    areas: list[RankedPlace] = [
        EconomyPlace(code, rankings.economies[code].short_name) for code in sorted(rankings.economies, key=key)
    ]
    areas += [RegionPlace(region.id, region.name) for region in rankings.regions.values()]
    return {area: position for position, area in enumerate(areas)}
