"""The name lists are sound: every cluster has names, and nothing collides unless on purpose."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from bot.places.cities import ADMIN_AREAS, CLUSTER_POINTS, read_admin_areas, read_points
from bot.places.gazetteer import Gazetteer
from bot.places.lists import NamesError
from bot.places.names import (
    AREA_NAMES,
    EXONYMS,
    PLACE_NAMES,
    AreaKind,
    Form,
    Names,
    read_exonyms,
    read_names,
)
from bot.places.normalising import normalise
from bot.rankings.shipped import shipped_directory

if TYPE_CHECKING:
    from pathlib import Path

    from bot.rankings.model import Rankings

AMBIGUOUS_ON_PURPOSE = {"arlington", "glendale", "cambridge", "medicon valley"}
"""Names of two clusters or of places near two: they ask, or name the other."""

FILES = (PLACE_NAMES, EXONYMS, AREA_NAMES, CLUSTER_POINTS, ADMIN_AREAS)


def published(rankings: Rankings) -> dict[str, str]:
    return {normalise(row.name): row.cluster for history in rankings.histories.values() for row in history}


@pytest.mark.parametrize("file", FILES)
def test_files_are_tidy(file: str) -> None:
    raw = (shipped_directory() / file).read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    rows = list(csv.reader(raw.decode("utf-8").splitlines()))
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_every_name_belongs_to_a_known_cluster_and_every_cluster_has_names(rankings: Rankings, names: Names) -> None:
    assert {entry.cluster_id for entry in names.places} == set(rankings.clusters)


def test_every_city_of_a_published_name_is_known(rankings: Rankings, names: Names) -> None:
    known = {(entry.cluster_id, normalise(entry.name)) for entry in names.places}
    known |= {(cluster, spelling) for spelling, cluster in published(rankings).items()}
    for cluster in rankings.clusters.values():
        cities = cluster.name.split("–")
        if len(cities) > 1 and not cluster.successors:
            assert {(cluster.id, normalise(city)) for city in cities} <= known


def test_no_name_is_of_two_clusters(rankings: Rankings, names: Names) -> None:
    clusters: dict[str, set[str]] = defaultdict(set)
    for entry in names.places:
        clusters[normalise(entry.name)].add(entry.cluster_id)
    for spelling, cluster in published(rankings).items():
        clusters[spelling].add(cluster)
    assert {spelling for spelling, of in clusters.items() if len(of) > 1} == AMBIGUOUS_ON_PURPOSE


def test_no_name_is_listed_twice_for_a_cluster(names: Names) -> None:
    listed = [(entry.cluster_id, normalise(entry.name)) for entry in names.places]
    assert len(set(listed)) == len(listed)


def test_no_name_written_by_hand_is_that_of_a_city_outside(rankings: Rankings) -> None:
    gazetteer = Gazetteer(shipped_directory())
    for name in read_exonyms(shipped_directory()):
        outside = [bearer.city for bearer in gazetteer.find(normalise(name)) if bearer.main]
        assert [city.name for city in outside if city.cluster_id not in rankings.clusters] == [], name


def test_every_cluster_without_successors_has_its_cities(rankings: Rankings) -> None:
    points = read_points(shipped_directory())
    assert {point.cluster_id for point in points} == {
        cluster.id for cluster in rankings.clusters.values() if not cluster.successors
    }
    assert len({point.geonameid for point in points}) == len(points)
    for point in points:
        assert -90 <= point.latitude <= 90
        assert -180 <= point.longitude <= 180


def test_states_are_listed_once() -> None:
    areas = read_admin_areas(shipped_directory())
    assert len({(area.economy, normalise(area.name)) for area in areas}) == len(areas)
    coded = [(area.economy, area.code) for area in areas if area.code]
    assert len(set(coded)) == len(coded)


def test_every_economy_and_region_has_names(rankings: Rankings, names: Names) -> None:
    economies = {entry.id for entry in names.areas if entry.kind is AreaKind.ECONOMY}
    assert economies == set(rankings.economies)
    adjectives = {entry.id for entry in names.areas if entry.form is Form.ADJECTIVE}
    assert {"CN", "US", "GB", "KR", "DE", "IN", "JP", "CH"} <= adjectives
    regions = {entry.id for entry in names.areas if entry.kind is AreaKind.REGION}
    assert regions <= set(rankings.regions)
    assert {"europe", "asia", "africa", "european-union", "latin-america-caribbean"} <= regions


def test_every_economy_has_its_codes(rankings: Rankings, names: Names) -> None:
    known = {(entry.id, normalise(entry.name)) for entry in names.areas}
    for economy in rankings.economies.values():
        assert (economy.code, normalise(economy.code)) in known
        assert (economy.code, normalise(economy.alpha3)) in known


def test_no_area_name_is_of_two_areas(rankings: Rankings, names: Names) -> None:
    areas: dict[str, set[tuple[AreaKind, str]]] = defaultdict(set)
    for entry in names.areas:
        areas[normalise(entry.name)].add((entry.kind, entry.id))
    for economy in rankings.economies.values():
        areas[normalise(economy.name)].add((AreaKind.ECONOMY, economy.code))
    for region in rankings.regions.values():
        areas[normalise(region.name)].add((AreaKind.REGION, region.id))
    assert [spelling for spelling, of in areas.items() if len(of) > 1] == []


def test_an_economy_the_index_does_not_cover_is_no_economy_of_the_table(rankings: Rankings, names: Names) -> None:
    outside = {entry.id for entry in names.areas if entry.kind is AreaKind.OUTSIDE}
    assert not outside & set(rankings.economies)


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (PLACE_NAMES, "cluster_id,name\n", "line 1: the columns must be cluster_id, name, kind, case_sensitive"),
        (PLACE_NAMES, "cluster_id,name,kind,case_sensitive\nparis,Parigi,town,false\n", "line 2"),
        (AREA_NAMES, "kind,id,name,form,case_sensitive\neconomy,FR,France,name\n", "line 2"),
        (AREA_NAMES, "", "line 1"),
    ],
)
def test_a_broken_list_is_named(tmp_path: Path, file: str, content: str, said: str) -> None:
    for shipped in FILES:
        (tmp_path / shipped).write_bytes((shipped_directory() / shipped).read_bytes())
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(NamesError, match=f"{re.escape(file)}.*{re.escape(said)}"):
        read_names(tmp_path)
