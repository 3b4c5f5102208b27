"""The outlines of land as one path, read and laid flat once in a worker's life."""

from __future__ import annotations

from functools import cache

import numpy as np
from matplotlib.path import Path

from bot.rankings.shipped import shipped_directory
from bot.replies.pictures.drawing.projection import equal_earth

LAND = "land.npz"
_UNITS_PER_DEGREE = 100
SOUTH, NORTH = -58.0, 84.0
"""Degrees of latitude between which the world is shown; Antarctica is left out."""


@cache
def land() -> Path:
    """Return the land of the world in degrees of longitude and latitude."""
    with np.load(shipped_directory() / LAND) as arrays:
        points = arrays["points"].astype(np.float64) / _UNITS_PER_DEGREE
        starts = arrays["starts"]
    codes = np.full(len(points), Path.LINETO, dtype=np.uint8)
    codes[starts[:-1]] = Path.MOVETO
    codes[starts[1:] - 1] = Path.CLOSEPOLY
    return Path(points, codes, readonly=True)


@cache
def flat_land() -> Path:
    """Return the land of the world in the Equal Earth projection."""
    whole = land()
    vertices = np.asarray(whole.vertices, dtype=np.float64)
    return Path(equal_earth(vertices[:, 0], vertices[:, 1]), whole.codes, readonly=True)


@cache
def flat_globe() -> Path:
    """Return the outline of the world in the Equal Earth projection, between its southern and its northern edge."""
    up = np.linspace(SOUTH, NORTH, 60)
    edge = np.concatenate([equal_earth(np.full(60, 180.0), up), equal_earth(np.full(60, -180.0), up[::-1])])
    return Path(np.concatenate([edge, edge[:1]]), closed=True, readonly=True)
