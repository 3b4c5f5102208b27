"""What the resolver answers: a match, several candidates, a place outside the ranking, or nothing known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class How(StrEnum):
    """By which kind of name a place was found, the most direct first.

    `EXACT` is a published name, `CITY` a city that a published name mentions, `ALIAS` another name or another language,
    `NEARBY` a place in the cluster's area that its name does not mention, `FUZZY` a misspelling of one of these.
    """

    EXACT = "exact"
    CITY = "city"
    ALIAS = "alias"
    NEARBY = "nearby"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class ClusterPlace:
    """A ranked cluster: its id and its newest published name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class EconomyPlace:
    """An economy of the index: ISO 3166 alpha-2 code and the short name for replies."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class RegionPlace:
    """A region of the tables."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class OutsidePlace:
    """A real place that the tables do not rank: a city in no cluster, or an economy that the index does not cover.

    `economy` is the ISO 3166 alpha-2 code of where it lies, or of the economy itself; `population` is that of the city,
    and 0 for an economy.
    """

    name: str
    economy: str
    population: int = field(default=0, compare=False)


RankedPlace = ClusterPlace | EconomyPlace | RegionPlace
Place = RankedPlace | OutsidePlace


@dataclass(frozen=True, slots=True)
class Match:
    """One place is meant. `text` is what was typed, `matched` the known name it was read as.

    `how` says how it was found; for a misspelling, `via` says what kind of name was misspelt (otherwise it equals
    `how`). `also` names the other clusters that answer to the same name less directly, as Boston–Cambridge does to
    "Cambridge".
    """

    place: RankedPlace
    how: How
    via: How
    matched: str
    text: str
    also: tuple[ClusterPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """The cluster whose named cities are nearest to a place, and the distance to the nearest of them in whole km.

    This is inferred from coordinates; only WIPO's outlines decide what a cluster takes in, and they are not in our
    sources. `undecided` says that the place is so near that it may well belong to the cluster.
    """

    cluster: ClusterPlace
    km: int
    undecided: bool


@dataclass(frozen=True, slots=True)
class Unranked:
    """A real place that the tables do not rank. `how` is `FUZZY` if `matched` is a misspelling's likeliest reading.

    `nearest` is None for an economy.
    """

    text: str
    place: OutsidePlace
    how: How
    matched: str
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two to five places fit equally well; each candidate is what the answer would be if it were meant."""

    text: str
    candidates: tuple[Match | Unranked, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No known name. `suggestions` are canonical names that look alike, the likeliest first; often there are none.

    With `state`, the name of a state or province, and `suggestions` are clusters in it, the best ranked first.
    """

    text: str
    suggestions: tuple[str, ...] = ()
    state: bool = False


Resolution = Match | Ambiguous | Unranked | Unknown
