"""Making `data/land.npz`, the outlines of land under the maps: the same source gives the same bytes.

The source is `land-50m.json` of the npm package world-atlas 2.0.2: the land polygons of Natural Earth 1:50m (public
domain) as TopoJSON. There are no borders in it. To build the file anew:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m bot.replies.pictures.building package/land-50m.json data/land.npz
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOLERANCE = 0.04
"""Degrees that a simplified outline may stray: a pixel or so of the closest map that is drawn."""
SMALLEST = 0.02
"""Square degrees: a smaller island would be a speck."""
SOUTHERNMOST = -60.0
"""Degrees: Antarctica has no clusters and is left out."""
UNITS_PER_DEGREE = 100
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date in the archive, so that equal outlines are equal bytes."""


def build(topology: dict[str, Any]) -> bytes:
    """Return the outlines as an npz file: `points`, int16 of longitude and latitude in hundredths of a degree, and
    `starts`, where each closed ring begins. Rings that cross the 180th meridian are cut there.
    """
    rings: list[NDArray[np.float64]] = []
    for ring in _rings(topology):
        if ring[:, 1].max() < SOUTHERNMOST:
            continue
        unwrapped = _unwrapped(ring)
        for shift in (-360.0, 0.0, 360.0):
            part = _cut(_cut(unwrapped + np.array([shift, 0.0]), 180.0, keep_below=True), -180.0, keep_below=False)
            if len(part) > 3 and abs(_area(part)) >= SMALLEST:
                rings.append(_simplified(part))
    rings.sort(key=lambda ring: -abs(_area(ring)))
    lengths = [len(ring) for ring in rings]
    points = np.rint(np.concatenate(rings) * UNITS_PER_DEGREE).astype("<i2")
    return _as_npz(points=points, starts=np.cumsum([0, *lengths]).astype("<i4"))


def _rings(topology: dict[str, Any]) -> list[NDArray[np.float64]]:
    """Return every ring of the topology in degrees."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topology["arcs"]]
    rings: list[NDArray[np.float64]] = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in ring]
                rings.append(np.concatenate([parts[0], *(part[1:] for part in parts[1:])]))
    return rings


def _unwrapped(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a ring whose longitudes run on past 180 degrees instead of jumping."""
    steps = np.diff(ring[:, 0])
    turns = np.concatenate([[0], np.cumsum((steps < -180).astype(int) - (steps > 180).astype(int))])
    return np.column_stack([ring[:, 0] + 360.0 * turns, ring[:, 1]])


def _cut(ring: NDArray[np.float64], meridian: float, *, keep_below: bool) -> NDArray[np.float64]:
    """Return the part of a ring on one side of a meridian (Sutherland and Hodgman's clipping against one edge)."""
    kept: list[tuple[float, float]] = []
    for (x, y), (next_x, next_y) in zip(ring[:-1].tolist(), ring[1:].tolist(), strict=True):
        inside, next_inside = (x <= meridian) == keep_below, (next_x <= meridian) == keep_below
        if inside:
            kept.append((x, y))
        if inside != next_inside and x != next_x:
            kept.append((meridian, y + (next_y - y) * (meridian - x) / (next_x - x)))
    return np.array([*kept, *kept[:1]]).reshape(-1, 2)


def _area(ring: NDArray[np.float64]) -> float:
    """Return the signed area in square degrees."""
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


def _simplified(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a ring without the points that stray less than the tolerance (Douglas and Peucker's rule)."""
    keep = np.zeros(len(ring), dtype=bool)
    far = int(np.argmax(np.hypot(*(ring - ring[0]).T)))
    keep[[0, far, -1]] = True
    spans = [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        start, along = ring[first], ring[last] - ring[first]
        offsets = ring[first + 1 : last] - start
        length = float(np.hypot(*along))
        away = (
            np.hypot(*offsets.T)
            if length == 0
            else np.abs(offsets[:, 0] * along[1] - offsets[:, 1] * along[0]) / length
        )
        if away.max() > TOLERANCE:
            middle = first + 1 + int(away.argmax())
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return ring[keep]


def _as_npz(**arrays: NDArray[Any]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, array in arrays.items():
            content = io.BytesIO()
            np.save(content, array, allow_pickle=False)
            file.writestr(zipfile.ZipInfo(f"{name}.npy", EPOCH), content.getvalue(), zipfile.ZIP_DEFLATED)
    return archive.getvalue()


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(build(json.loads(source.read_text("utf-8"))))
