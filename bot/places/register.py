"""Everybody who bears a name: the clusters' listed names, the cities of the gazetteer, and towns with names alike."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.places.gazetteer import CITIES_KEPT
from bot.places.index import Known, by_directness
from bot.places.matches import ClusterPlace, How, OutsidePlace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.places.cities import ClusterPoint
    from bot.places.distance import Surroundings
    from bot.places.gazetteer import Bearer, Gazetteer
    from bot.places.index import Index
    from bot.places.towns import Towns
    from bot.rankings.model import Rankings


_UNMISTAKABLE = frozenset({How.EXACT, How.CITY})


class Register:
    """Finds the bearers of a normalised spelling, listed names of clusters first."""

    def __init__(
        self, rankings: Rankings, listed: Index, gazetteer: Gazetteer, towns: Towns, surroundings: Surroundings
    ) -> None:
        """Join the listed names with the gazetteer, whose cities in and around clusters become names of these."""
        self.listed = listed
        self._gazetteer = gazetteer
        self._towns = towns
        self._nearest = lru_cache(maxsize=CITIES_KEPT)(surroundings.nearest)
        self._clusters: Mapping[str, ClusterPlace] = MappingProxyType(
            {cluster.id: ClusterPlace(cluster.id, cluster.name) for cluster in rankings.clusters.values()}
        )
        self._known = lru_cache(maxsize=CITIES_KEPT)(self._as_known)

    def bearers(self, spelling: str, *, plain: bool = True) -> tuple[Known, ...]:
        """Return who bears a name. If the text was `plain`, without accents, and the name is a published one of a
        cluster or of a city it mentions, nobody else can be meant and the gazetteer is not asked."""
        listed = self.listed.get(spelling, ())
        if plain and listed and listed[0].how in _UNMISTAKABLE:
            return listed
        cities = self._gazetteer.find(spelling)
        if not cities:
            return listed
        if len(cities) == 1 and not listed:
            return (self._known(cities[0]),)
        found = {known.place: known for known in listed}
        for bearer in cities:
            known = self._known(bearer)
            if (before := found.get(known.place)) is None:
                found[known.place] = known
            elif before.listed and not before.fame:
                found[known.place] = before._replace(fame=known.fame, lies=before.lies | known.lies)
        return by_directness(found.values())

    def towns(self, spelling: str) -> tuple[Known, ...]:
        """Return the towns too small for the gazetteer that have a name which may also be a misspelt cluster's."""
        return tuple(map(self._known, self._towns.find(spelling)))

    def bearers_or_towns(self, spelling: str) -> tuple[Known, ...]:
        """Return who bears a name; towns go before cities that have it only besides their main name."""
        bearers = self.bearers(spelling)
        if any(known.listed or known.main for known in bearers):
            return bearers
        return self.towns(spelling) or bearers

    def near(self, spelling: str, edits: int) -> list[tuple[str, int]]:
        """Return the spellings of the gazetteer that a text may misspell, each with its distance."""
        return self._gazetteer.near(spelling, edits)

    def _as_known(self, bearer: Bearer) -> Known:
        city = bearer.city
        cluster = self._clusters.get(city.cluster_id)
        if cluster is not None:
            how = How.ALIAS if city.named else How.NEARBY
            return Known(
                city.name, cluster, how, False, fame=city.fame, main=bearer.main, lies=city.lies | {cluster.id}
            )
        place = OutsidePlace(city.name, city.economy, city.population)
        how = How.EXACT if bearer.main else How.ALIAS
        nearest = partial(self._nearest, city.latitude, city.longitude)
        return Known(city.name, place, how, False, fame=city.fame, main=bearer.main, lies=city.lies, nearest=nearest)


def where_clusters_lie(rankings: Rankings, points: Sequence[ClusterPoint]) -> Mapping[str, frozenset[str]]:
    """Return, by cluster id, the economies and states that a cluster lies in, as `US` and `US.CA`, and its own id."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for cluster, history in rankings.histories.items():
        found[cluster].update(code for row in history for code in row.economies)
    for point in points:
        found[point.cluster_id].add(f"{point.economy}.{point.admin1}")
    return MappingProxyType({cluster: frozenset((cluster, *codes)) for cluster, codes in found.items()})
