"""Maps: land without borders, dots, their numbers, and below them whose number is whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import PathPatch, Rectangle

from bot.replies.pictures.drawing.fonts import LINE, width, wrapped
from bot.replies.pictures.drawing.land import NORTH, SOUTH, flat_globe, flat_land, land
from bot.replies.pictures.drawing.numbering import Box, led, place_numbers
from bot.replies.pictures.drawing.palette import ACCENT, INK, LAND, SEA
from bot.replies.pictures.drawing.projection import equal_earth
from bot.replies.pictures.drawing.sheet import INNER, MARGIN, TYPE, WIDTH, Sheet
from bot.replies.pictures.model import ASPECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from bot.replies.pictures.model import Dot, MapPicture

_BEFORE_KEY = 14.0
_NUMBER = 26.0
_GUTTER = 12.0
_ROW = 5.0
_DOT, _RINGED = 5.0, 7.0
"""Points: a hollow dot and a full one, each without half of its edge."""

_WEST, _EAST = (float(equal_earth(np.array([degrees]), np.array([0.0]))[0, 0]) for degrees in (-180.0, 180.0))
_BOTTOM, _TOP = (float(equal_earth(np.array([0.0]), np.array([degrees]))[0, 1]) for degrees in (SOUTH, NORTH))


def draw_map(picture: MapPicture) -> Sheet:
    """Draw the dots on the part of the world the picture shows, the best on top, and the list of their names."""
    aspect = ASPECT if picture.view is not None else (_EAST - _WEST) / (_TOP - _BOTTOM)
    tall = WIDTH / aspect
    numbered = [dot for dot in picture.dots if dot.number]
    columns = _key(numbered)
    key = max(sum(_row_height(lines) for _, lines in column) for column in columns)
    sheet = Sheet(picture, tall + _BEFORE_KEY + key)
    axes = sheet.axes(0, sheet.top, WIDTH, tall)
    where = _ground(axes, picture)
    dots = [
        (x, y)
        for x, y in zip(
            WIDTH * (where[:, 0] - axes.get_xlim()[0]) / np.ptp(axes.get_xlim()),
            sheet.top + tall * (1 - (where[:, 1] - axes.get_ylim()[0]) / np.ptp(axes.get_ylim())),
            strict=True,
        )
    ]
    for (x, y), dot in reversed(list(zip(dots, picture.dots, strict=True))):
        sheet.sign(x, y, ACCENT, "o", hollow=bool(dot.doubt), size=_DOT if dot.doubt else _RINGED, ringed=True)
    _numbers(sheet, dots, numbered, Box(2, sheet.top + 2, WIDTH - 2, sheet.top + tall - 2))
    _write_key(sheet, columns, sheet.top + tall + _BEFORE_KEY)
    return sheet


def _ground(axes: Axes, picture: MapPicture) -> np.ndarray:
    """Draw sea and land, and return where the dots lie in the data of the axes.

    They are added as artists, not as patches, of which matplotlib would look at every corner to find the limits.
    """
    longitudes = np.array([dot.longitude for dot in picture.dots])
    latitudes = np.array([dot.latitude for dot in picture.dots])
    view = picture.view
    if view is None:
        axes.set_xlim(_WEST, _EAST)
        axes.set_ylim(_BOTTOM, _TOP)
        axes.add_artist(PathPatch(flat_globe(), facecolor=SEA, linewidth=0))
        axes.add_artist(PathPatch(flat_land(), facecolor=LAND, linewidth=0))
        return equal_earth(longitudes, latitudes)
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    axes.add_artist(Rectangle((view.west, view.south), view.east - view.west, view.north - view.south, facecolor=SEA))
    axes.add_artist(PathPatch(land(), facecolor=LAND, linewidth=0))
    return np.column_stack([longitudes, latitudes])


def _numbers(sheet: Sheet, dots: Sequence[tuple[float, float]], numbered: Sequence[Dot], bounds: Box) -> None:
    """Write the numbers beside their dots, with a thin line where one had to go farther."""
    sizes = [(width(dot.number, TYPE, bold=True), TYPE * 0.95) for dot in numbered]
    for (x, y), dot, box in zip(dots, numbered, place_numbers(dots, sizes, bounds), strict=False):
        if box is None:
            continue
        if led((x, y), box):
            near = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
            sheet.rule((x, near[0]), (y, near[1]), INK, 0.8).set_zorder(1.5)
        sheet.write((box.left + box.right) / 2, (box.top + box.bottom) / 2, dot.number, bold=True, align="center")


_Line = tuple["Dot", tuple[str, ...]]


def _key(dots: Sequence[Dot]) -> list[list[_Line]]:
    """Return the names below the map in two columns, down the first and then the second."""
    room = (INNER - _GUTTER) / 2 - _NUMBER
    lines: list[_Line] = [(dot, wrapped(dot.name, room, TYPE)) for dot in dots]
    half = (len(lines) + 1) // 2
    return [lines[:half], lines[half:]]


def _row_height(lines: Sequence[str]) -> float:
    return len(lines) * TYPE * LINE + _ROW


def _write_key(sheet: Sheet, columns: Sequence[Sequence[_Line]], top: float) -> None:
    for number, column in enumerate(columns):
        left = MARGIN + number * (INNER + _GUTTER) / 2
        at = top
        for dot, lines in column:
            sheet.write(left + _NUMBER - 6, at + TYPE * LINE / 2, dot.number, bold=True, align="right")
            for line, text in enumerate(lines):
                sheet.write(left + _NUMBER, at + (line + 0.5) * TYPE * LINE, text)
            at += _row_height(lines)
