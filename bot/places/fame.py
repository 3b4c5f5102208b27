"""How well known a city is, so far as its inhabitants and the number of its names tell."""

from __future__ import annotations

_NAMES_COUNT = 0.6


def fame(population: int, names: int) -> int:
    """Return by how much a city counts against its namesakes: its inhabitants, times a power of its names.

    Venice in Italy has not much more inhabitants than the one in California, but five times as many names.
    """
    return round(max(population, 1) * max(names, 1) ** _NAMES_COUNT)
