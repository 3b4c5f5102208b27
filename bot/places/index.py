"""Every known name, indexed by its normalised spellings: one index of places, one of areas."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from bot.places.matches import ClusterPlace, EconomyPlace, How, OutsidePlace, Place, RegionPlace
from bot.places.names import AreaKind, Form, NameKind
from bot.places.spelling import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.places.names import Names
    from bot.rankings.model import Rankings

_STANDING = {
    NameKind.CITY: (How.CITY, True, False),
    NameKind.ALIAS: (How.ALIAS, False, False),
    NameKind.EXONYM: (How.ALIAS, False, False),
    NameKind.NEARBY: (How.NEARBY, False, False),
    NameKind.UNDECIDED: (How.NEARBY, False, True),
}
"""For each kind of a cluster's names, how directly it names the cluster, whether it is well known, and undecided."""

WELL_KNOWN_FROM = 200_000
"""So many people make a city outside all clusters one that a misspelling may well stand for."""

_DIRECTNESS = {how: position for position, how in enumerate(How)}


class Known(NamedTuple):
    """A known name: the place it belongs to, how directly, and whether its capitals matter in a sentence.

    A `well_known` name is a published one, a city of one, an area's, or that of a large city outside. One that
    `qualifies` may follow a city's to tell where it lies ("Cambridge UK", not "London British"). An `undecided` one is
    of a place near the cluster `place` of which our sources cannot tell whether it belongs to it.
    """

    name: str
    place: Place
    how: How
    case_sensitive: bool
    well_known: bool = False
    qualifies: bool = False
    undecided: bool = False


Index = MappingProxyType[str, tuple[Known, ...]]
"""By normalised spelling, the names spelt so: each place once, ranked places first and undecided ones last."""


def index_places(rankings: Rankings, names: Names) -> Index:
    """Index clusters under their published and other names, and places outside them. Namesakes: the largest first.

    Names of clusters that the rankings do not hold are left out.
    """
    return _index(_places(rankings, names))


def index_areas(rankings: Rankings, names: Names) -> Index:
    """Index economies and regions under the tables' names and the name list's, and economies outside the index."""
    return _index(_areas(rankings, names))


def _places(rankings: Rankings, names: Names) -> Iterator[Known]:
    places = {cluster.id: ClusterPlace(cluster.id, cluster.name) for cluster in rankings.clusters.values()}
    for place in places.values():
        published = {place.name, *(row.name for row in rankings.histories.get(place.id, ()))}
        yield from (Known(name, place, How.EXACT, False, well_known=True) for name in sorted(published))
    for entry in names.places:
        if entry.cluster_id in places:
            how, well_known, undecided = _STANDING[entry.kind]
            place = places[entry.cluster_id]
            yield Known(entry.name, place, how, entry.case_sensitive, well_known, False, undecided)
    for outside in sorted(names.outside, key=lambda entry: -entry.population):
        place = OutsidePlace(outside.name, outside.economy)
        well_known = outside.population >= WELL_KNOWN_FROM
        yield Known(outside.name, place, How.EXACT, outside.case_sensitive, well_known)
        for name in outside.names:
            yield Known(name, place, How.ALIAS, False)


def _areas(rankings: Rankings, names: Names) -> Iterator[Known]:
    economies = {code: EconomyPlace(code, economy.short_name) for code, economy in rankings.economies.items()}
    regions = {region.id: RegionPlace(region.id, region.name) for region in rankings.regions.values()}
    outside: dict[str, OutsidePlace] = {}
    for code, economy in rankings.economies.items():
        for name in sorted({economy.name, economy.short_name}):
            yield Known(name, economies[code], How.EXACT, False, well_known=True, qualifies=True)
    for region in regions.values():
        yield Known(region.name, region, How.EXACT, False, well_known=True)
    for entry in names.areas:
        match entry.kind:
            case AreaKind.ECONOMY:
                place = economies.get(entry.id)
            case AreaKind.REGION:
                place = regions.get(entry.id)
            case AreaKind.OUTSIDE:
                place = outside.setdefault(entry.id, OutsidePlace(entry.name, entry.id))
        if place is not None:
            qualifies = entry.kind is not AreaKind.REGION and entry.form is not Form.ADJECTIVE
            yield Known(entry.name, place, How.ALIAS, entry.case_sensitive, well_known=True, qualifies=qualifies)


def _index(known: Iterable[Known]) -> Index:
    found: dict[str, tuple[Known, ...]] = {}
    for entry in known:
        for spelling in spellings(entry.name):
            namesakes = found.get(spelling)
            found[spelling] = (entry,) if namesakes is None else _ordered((*namesakes, entry))
    found.pop("", None)
    return MappingProxyType(found)


def _ordered(entries: tuple[Known, ...]) -> tuple[Known, ...]:
    """Put the most direct name first, and of each place drop all but this."""
    first: dict[Place, Known] = {}
    for entry in sorted(entries, key=remoteness):
        first.setdefault(entry.place, entry)
    return tuple(first.values())


def remoteness(known: Known) -> tuple[bool, bool, int]:
    """Return the sort key that puts the likelier of two names first: ranked, most direct."""
    return known.undecided, isinstance(known.place, OutsidePlace), _DIRECTNESS[known.how]


def lies_in(place: Place, economies: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the codes of the economies that a place lies in; `economies` gives them for clusters."""
    match place:
        case ClusterPlace():
            return economies.get(place.id, frozenset())
        case OutsidePlace():
            return frozenset((place.economy,))
        case EconomyPlace():
            return frozenset((place.code,))
        case RegionPlace():
            return frozenset()
