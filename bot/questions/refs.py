"""Who a question names: clusters, economies and regions by id, and how the words came to mean them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.places.matches import How


@dataclass(frozen=True, slots=True)
class ClusterRef:
    """A cluster somebody asked for: its id, the known name their words hit, and how.

    `also` are other clusters that bear the same name (the two Cambridges).
    """

    id: str
    name: str
    how: How = How.EXACT
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EconomyRef:
    """An economy somebody asked for, by ISO 3166 alpha-2 code; `how` it was named makes no other economy of it."""

    code: str
    how: How = field(default=How.EXACT, compare=False)


@dataclass(frozen=True, slots=True)
class RegionRef:
    """A region somebody asked for, by the id it has in `data/regions.csv`; `how` is as for economies."""

    id: str
    how: How = field(default=How.EXACT, compare=False)


Subject = ClusterRef | EconomyRef
Area = EconomyRef | RegionRef


class Direction(StrEnum):
    """Which way a mover went: up means towards rank 1."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"
    SAME = "same"
    """Not at all."""
