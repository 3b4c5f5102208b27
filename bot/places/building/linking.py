"""Which cities of GeoNames the listed names of places in and around clusters belong to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bot.places.distance import kilometres
from bot.places.names import NameKind
from bot.places.normalising import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.places.building.geonames import GeoCity
    from bot.places.cities import AdminArea, ClusterPoint
    from bot.places.names import PlaceName

FARTHEST_KM = 65
"""A listed place may lie so far from the nearest named city of its cluster."""


_KINDS = {NameKind.NEARBY: "nearby", NameKind.ALIAS: "city"}


class Membership(NamedTuple):
    """The cluster a city belongs to, and whether as `city` of its name or as a listed place `nearby`."""

    cluster_id: str
    kind: str


def memberships(
    cities: Sequence[GeoCity],
    points: Iterable[ClusterPoint],
    names: Iterable[PlaceName],
    admin_areas: Iterable[AdminArea],
) -> Mapping[int, Membership]:
    """Return, by GeoNames id, which cluster each city belongs to as far as the lists say.

    A listed place nearby is the largest city of that name close to its cluster; main names go before others. So is one
    whose name is another name of the cluster, as New Delhi: it counts as a city of the cluster's name.
    """
    points = tuple(points)
    found = {point.geonameid: Membership(point.cluster_id, "city") for point in points}
    by_name = _by_name(cities)
    suffixes = _suffixes(admin_areas)
    of_cluster: defaultdict[str, list[ClusterPoint]] = defaultdict(list)
    for point in points:
        of_cluster[point.cluster_id].append(point)
    for entry in names:
        kind = _KINDS.get(entry.kind)
        if kind is not None:
            around = of_cluster[entry.cluster_id]
            spelling, states = _without_state(normalise(entry.name), suffixes)
            city = _largest(by_name.get(spelling, ()), around, states)
            if city is not None:
                found.setdefault(city.geonameid, Membership(entry.cluster_id, kind))
    return found


def _by_name(cities: Sequence[GeoCity]) -> Mapping[str, list[tuple[bool, GeoCity]]]:
    by_name: defaultdict[str, list[tuple[bool, GeoCity]]] = defaultdict(list)
    for city in cities:
        main = {normalise(name) for name in city.main}
        for spelling in main:
            by_name[spelling].append((True, city))
        for spelling in {normalise(name) for name in city.others} - main:
            by_name[spelling].append((False, city))
    return by_name


def _suffixes(admin_areas: Iterable[AdminArea]) -> Mapping[str, set[tuple[str, str]]]:
    suffixes: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for area in admin_areas:
        for written in filter(None, (area.code, area.name)):
            suffixes[normalise(written)].add((area.economy, area.admin1))
    return suffixes


def _without_state(
    spelling: str, suffixes: Mapping[str, set[tuple[str, str]]]
) -> tuple[str, set[tuple[str, str]] | None]:
    """Split "newton massachusetts" into the city and the states meant; no states where none is written."""
    words = spelling.split(" ")
    for size in (2, 1):
        states = suffixes.get(" ".join(words[-size:]))
        if states and len(words) > size:
            return " ".join(words[:-size]), states
    return spelling, None


def _largest(
    bearers: Iterable[tuple[bool, GeoCity]],
    around: Sequence[ClusterPoint],
    states: set[tuple[str, str]] | None,
) -> GeoCity | None:
    near = [
        (main, city)
        for main, city in bearers
        if (states is None or (city.economy, city.admin1) in states)
        and any(
            kilometres(city.latitude, city.longitude, point.latitude, point.longitude) <= FARTHEST_KM
            for point in around
        )
    ]
    return max(near, key=lambda bearer: (bearer[0], bearer[1].population))[1] if near else None
