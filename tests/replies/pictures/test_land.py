"""The outlines of land: small, closed, within the world, and laid flat as the formula says."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.path import Path

from bot.rankings.shipped import shipped_directory
from bot.replies.pictures.building import build
from bot.replies.pictures.drawing.land import LAND, land
from bot.replies.pictures.drawing.projection import equal_earth

from .support import POINTS


def test_the_file_is_small_and_its_rings_are_closed() -> None:
    file = shipped_directory() / LAND
    assert file.stat().st_size < 200 * 1024
    with np.load(file) as arrays:
        points, starts = arrays["points"], arrays["starts"]
    assert np.array_equal(points[starts[:-1]], points[starts[1:] - 1])
    assert abs(points[:, 0]).max() <= 18_000
    assert abs(points[:, 1]).max() <= 9_000


def test_every_cluster_lies_on_land_or_by_the_shore() -> None:
    with np.load(shipped_directory() / LAND) as arrays:
        rings = [Path(ring / 100) for ring in np.split(arrays["points"], arrays["starts"][1:-1])]
    corners = land().vertices

    def on_land(longitude: float, latitude: float) -> bool:
        return sum(ring.contains_point((longitude, latitude)) for ring in rings) % 2 == 1

    def by_the_shore(longitude: float, latitude: float) -> bool:
        return np.hypot(*(corners - (longitude, latitude)).T).min() < 0.5

    lost = [city.city for city in POINTS if not on_land(city.longitude, city.latitude)]
    assert len(lost) < 10
    assert all(by_the_shore(city.longitude, city.latitude) for city in POINTS if city.city in lost)
    assert not on_land(-30.0, 40.0)  # the Atlantic


@pytest.mark.parametrize(("longitude", "latitude", "x", "y"), [(0, 0, 0, 0), (180, 0, 2.7066, 0), (0, 90, 0, 1.3173)])
def test_equal_earth_at_the_edges_of_the_world(longitude: float, latitude: float, x: float, y: float) -> None:
    placed = equal_earth(np.array([longitude], dtype=float), np.array([latitude], dtype=float))
    assert placed[0] == pytest.approx((x, y), abs=1e-4)


def test_a_ring_across_the_180th_meridian_is_cut_there(tmp_path: object) -> None:
    square = [[[170, 10], [10, 0], [-350, 0], [0, 10], [350, 0], [-10, 0], [0, -10]]]  # 170 → 180 → -170 and back
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": square,
        "objects": {"land": {"geometries": [{"arcs": [[[0]]]}]}},
    }
    (path := tmp_path / "land.npz").write_bytes(build(topology))  # type: ignore[operator]
    with np.load(path) as arrays:
        longitudes = arrays["points"][:, 0].reshape(2, -1) / 100
    assert sorted((part.min(), part.max()) for part in longitudes) == [(-180, -170), (170, 180)]
