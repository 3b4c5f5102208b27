"""How far it is to the nearest cluster, over the great circle."""

from __future__ import annotations

from math import asin, cos, dist, radians, sin, sqrt
from typing import TYPE_CHECKING

from bot.places.matches import ClusterPlace, Nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.places.cities import ClusterPoint
    from bot.rankings.model import Rankings

EARTH_RADIUS_KM = 6371.0088

UNDECIDED_WITHIN_KM = 65
"""Up to this distance our sources cannot tell whether WIPO's outline of the cluster takes a place in.

The farthest place that is known to lie in a cluster is 63 km from the city that names it.
"""


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance between two points given in degrees, in km."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    half = sin((other_phi - phi) / 2) ** 2
    half += cos(phi) * cos(other_phi) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


class Surroundings:
    """Where the clusters lie that a place may be near to: those of any edition held that no other has taken over."""

    def __init__(self, rankings: Rankings, points: Sequence[ClusterPoint]) -> None:
        """Take the cities of each cluster that `rankings` holds in any edition and that has no successors."""
        current = {
            cluster.id: ClusterPlace(cluster.id, cluster.name)
            for cluster in rankings.clusters.values()
            if not cluster.successors and rankings.histories.get(cluster.id)
        }
        held = [point for point in points if point.cluster_id in current]
        self._clusters = tuple(current[point.cluster_id] for point in held)
        self._vectors = [_vector(point.latitude, point.longitude) for point in held]

    def nearest(self, latitude: float, longitude: float) -> Nearest | None:
        """Return the cluster with the city nearest to a point in degrees; None only if no cluster's place is known."""
        if not self._clusters:
            return None
        here = _vector(latitude, longitude)
        chords = [dist(here, vector) for vector in self._vectors]
        shortest = min(chords)
        km = 2 * EARTH_RADIUS_KM * asin(min(1.0, shortest / 2))
        return Nearest(self._clusters[chords.index(shortest)], round(km), km <= UNDECIDED_WITHIN_KM)


def _vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    """Return where a point given in degrees lies on a globe of radius 1."""
    phi, theta = radians(latitude), radians(longitude)
    return cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi)
