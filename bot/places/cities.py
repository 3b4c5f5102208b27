"""The tables of cities: the gazetteer's rows, the cities of each cluster, and the names of states and provinces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.places.fame import fame
from bot.places.lists import read_list

if TYPE_CHECKING:
    from pathlib import Path

CITIES = "places.csv"
CLUSTER_POINTS = "cluster_points.csv"
ADMIN_AREAS = "admin_areas.csv"

CITY_COLUMNS = (
    "name",
    "shown",
    "economy",
    "admin1",
    "latitude",
    "longitude",
    "population",
    "names",
    "cluster_id",
    "kind",
    "geonameid",
)
POINT_COLUMNS = ("cluster_id", "city", "economy", "admin1", "latitude", "longitude", "population", "geonameid")
ADMIN_COLUMNS = ("economy", "admin1", "code", "name")


class City(NamedTuple):
    """A city of the gazetteer. `name` is its name as shown, with its state where a namesake makes that necessary.

    `economy` is an ISO 3166 alpha-2 code; `lies` are the codes of where it lies, as `US` and `US.CA`, with GeoNames'
    code of the state or province. Coordinates are in degrees. `fame` tells the well-known city of two namesakes.
    `cluster_id` is that of the cluster whose name mentions the city (`named`) or in whose area it is listed; empty for
    all others.
    """

    name: str
    economy: str
    lies: frozenset[str]
    latitude: float
    longitude: float
    population: int
    fame: int
    cluster_id: str
    named: bool


class ClusterPoint(NamedTuple):
    """A city that a cluster's name mentions, from which distances to the cluster are measured (degrees)."""

    cluster_id: str
    city: str
    economy: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    geonameid: int


class AdminArea(NamedTuple):
    """A state or province that may follow a city's name. `code` is its postal code, or empty."""

    economy: str
    admin1: str
    code: str
    name: str


def city(cells: list[str]) -> City:
    """Return the city that a row of the gazetteer describes. Raises `ValueError` for a row that is none."""
    name, shown, economy, admin1, latitude, longitude, population, names, cluster_id, kind, _ = cells
    return City(
        shown or name,
        economy,
        frozenset((economy, f"{economy}.{admin1}")),
        float(latitude),
        float(longitude),
        int(population),
        fame(int(population), int(names)),
        cluster_id,
        kind == "city",
    )


def read_points(directory: Path) -> tuple[ClusterPoint, ...]:
    """Return the cities of every cluster. Raises `NamesError` for what is not a valid list."""
    return read_list(directory / CLUSTER_POINTS, POINT_COLUMNS, _point)


def read_admin_areas(directory: Path) -> tuple[AdminArea, ...]:
    """Return the states and provinces. Raises `NamesError` for what is not a valid list."""
    return read_list(directory / ADMIN_AREAS, ADMIN_COLUMNS, _admin_area)


def _point(row: list[str]) -> ClusterPoint:
    cluster_id, name, economy, admin1, latitude, longitude, population, geonameid = row
    where = float(latitude), float(longitude)
    return ClusterPoint(cluster_id, name, economy, admin1, *where, int(population), int(geonameid))


def _admin_area(row: list[str]) -> AdminArea:
    economy, admin1, code, name = row
    return AdminArea(economy, admin1, code, name)
