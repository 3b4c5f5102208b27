"""Every listed name, indexed by its normalised spellings: one index of clusters, one of areas."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from bot.places.matches import ClusterPlace, EconomyPlace, How, OutsidePlace, Place, RegionPlace
from bot.places.names import AreaKind, Form, NameKind
from bot.places.spelling import spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.places.matches import Nearest
    from bot.places.names import Names
    from bot.rankings.model import Rankings

_STANDING = {
    NameKind.CITY: (How.CITY, True),
    NameKind.ALIAS: (How.ALIAS, False),
    NameKind.EXONYM: (How.ALIAS, False),
    NameKind.NEARBY: (How.NEARBY, False),
}
"""For each kind of a cluster's names, how directly it names the cluster, and whether it is well known."""

_DIRECTNESS = {how: position for position, how in enumerate(How)}


class Known(NamedTuple):
    """A known name: the place it belongs to, how directly, and whether its capitals matter in a sentence.

    A `well_known` name is a published one, a city of one, or an area's. One that `qualifies` may follow a city's to
    tell where it lies ("Cambridge UK", not "London British"). A `listed` one is in the name lists or published; others
    are the gazetteer's. `fame` is that of the city, 0 if unknown; `main` is whether this is its main name. `lies` are
    the codes of where it lies, as `US` and `US.CA`, and the cluster's id. `nearest` finds the nearest cluster of a
    city outside.
    """

    name: str
    place: Place
    how: How
    case_sensitive: bool
    well_known: bool = False
    qualifies: bool = False
    listed: bool = False
    fame: int = 0
    main: bool = True
    lies: frozenset[str] = frozenset()
    nearest: Callable[[], Nearest | None] | None = None


Index = MappingProxyType[str, tuple[Known, ...]]
"""By normalised spelling, the names spelt so: each place once, the most direct first."""


def index_clusters(rankings: Rankings, names: Names, lies: Mapping[str, frozenset[str]]) -> Index:
    """Index clusters under their published and other names; `lies` says where each lies.

    Names of clusters that the rankings do not hold are left out.
    """
    return _index(_clusters(rankings, names, lies))


def index_areas(rankings: Rankings, names: Names) -> Index:
    """Index economies and regions under the tables' names and the name list's, and economies outside the index."""
    return _index(_areas(rankings, names))


def _clusters(rankings: Rankings, names: Names, lies: Mapping[str, frozenset[str]]) -> Iterator[Known]:
    places = {cluster.id: ClusterPlace(cluster.id, cluster.name) for cluster in rankings.clusters.values()}

    def known(name: str, place: ClusterPlace, how: How, case_sensitive: bool, well_known: bool) -> Known:
        return Known(name, place, how, case_sensitive, well_known, listed=True, lies=lies.get(place.id, frozenset()))

    for place in places.values():
        published = {place.name, *(row.name for row in rankings.histories.get(place.id, ()))}
        yield from (known(name, place, How.EXACT, False, True) for name in sorted(published))
    for entry in names.places:
        if entry.cluster_id in places:
            how, well_known = _STANDING[entry.kind]
            yield known(entry.name, places[entry.cluster_id], how, entry.case_sensitive, well_known)


def _areas(rankings: Rankings, names: Names) -> Iterator[Known]:
    economies = {code: EconomyPlace(code, economy.short_name) for code, economy in rankings.economies.items()}
    regions = {region.id: RegionPlace(region.id, region.name) for region in rankings.regions.values()}
    outside: dict[str, OutsidePlace] = {}
    for code, economy in rankings.economies.items():
        for name in sorted({economy.name, economy.short_name}):
            yield Known(
                name, economies[code], How.EXACT, False, True, qualifies=True, listed=True, lies=frozenset((code,))
            )
    for region in regions.values():
        yield Known(region.name, region, How.EXACT, False, True, listed=True)
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
            lies = frozenset(() if entry.kind is AreaKind.REGION else (entry.id,))
            yield Known(
                entry.name, place, How.ALIAS, entry.case_sensitive, True, qualifies=qualifies, listed=True, lies=lies
            )


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
    for entry in by_directness(entries):
        first.setdefault(entry.place, entry)
    return tuple(first.values())


def by_directness(entries: Iterable[Known]) -> tuple[Known, ...]:
    """Return names in order: of ranked places first, the most direct first."""
    return tuple(sorted(entries, key=remoteness))


def remoteness(known: Known) -> tuple[bool, int]:
    """Return the sort key that puts the likelier of two names first: ranked, most direct."""
    return isinstance(known.place, OutsidePlace), _DIRECTNESS[known.how]
