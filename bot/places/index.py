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

_HOW = {
    NameKind.CITY: How.CITY,
    NameKind.ALIAS: How.ALIAS,
    NameKind.EXONYM: How.ALIAS,
    NameKind.NEARBY: How.NEARBY,
}
_DIRECTNESS = {how: position for position, how in enumerate(How)}


class Known(NamedTuple):
    """A known name: the place it belongs to, how directly, and whether its capitals matter in a sentence.

    `qualifies` says whether the name may follow a city's to tell where it lies ("Cambridge UK", not "London British").
    """

    name: str
    place: Place
    how: How
    case_sensitive: bool
    qualifies: bool = False


Index = MappingProxyType[str, tuple[Known, ...]]
"""By normalised spelling, the names spelt so: ranked places first, each place once, the most direct name first."""


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
        yield from (Known(name, place, How.EXACT, False) for name in sorted(published))
    for entry in names.places:
        if entry.cluster_id in places:
            yield Known(entry.name, places[entry.cluster_id], _HOW[entry.kind], entry.case_sensitive)
    for outside in sorted(names.outside, key=lambda entry: -entry.population):
        place = OutsidePlace(outside.name, outside.economy)
        yield Known(outside.name, place, How.EXACT, outside.case_sensitive)
        yield from (Known(name, place, How.ALIAS, False) for name in outside.names)


def _areas(rankings: Rankings, names: Names) -> Iterator[Known]:
    economies = {code: EconomyPlace(code, economy.short_name) for code, economy in rankings.economies.items()}
    regions = {region.id: RegionPlace(region.id, region.name) for region in rankings.regions.values()}
    outside: dict[str, OutsidePlace] = {}
    for code, economy in rankings.economies.items():
        for name in sorted({economy.name, economy.short_name}):
            yield Known(name, economies[code], How.EXACT, False, qualifies=True)
    for region in regions.values():
        yield Known(region.name, region, How.EXACT, False)
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
            yield Known(entry.name, place, How.ALIAS, entry.case_sensitive, qualifies)


def _index(known: Iterable[Known]) -> Index:
    found: dict[str, list[Known]] = {}
    for entry in known:
        for spelling in spellings(entry.name):
            found.setdefault(spelling, []).append(entry)
    return MappingProxyType({spelling: _ordered(entries) for spelling, entries in found.items() if spelling})


def _ordered(entries: list[Known]) -> tuple[Known, ...]:
    """Put ranked places first and the most direct name of each first; drop the others of the same place."""
    if len(entries) > 1:
        entries.sort(key=lambda entry: (isinstance(entry.place, OutsidePlace), _DIRECTNESS[entry.how]))
        first: dict[Place, Known] = {}
        for entry in entries:
            first.setdefault(entry.place, entry)
        entries = list(first.values())
    return tuple(entries)


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
