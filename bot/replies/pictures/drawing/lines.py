"""Ranks over editions: rank 1 on top, a break in the line wherever an edition has no rank."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D

from bot.replies.pictures.drawing.fonts import LINE, width, wrapped
from bot.replies.pictures.drawing.palette import GROUND, MUTED, RULE, SIGNS, Sign
from bot.replies.pictures.drawing.sheet import INNER, MARGIN, TYPE, Sheet
from bot.replies.pictures.drawing.spreading import spread
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from bot.replies.pictures.model import HistoryPicture, Series

_PLOT, _LOW_PLOT = 270.0, 190.0
"""Points: the height of a plot, and of one with so few ranks that the other would be mostly empty."""
_FEW = 10
_LABEL_ROOM = 138.0
_KEY = 16.0
_FOOT = 26.0
_SIDE = 16.0
_ABOVE = 24.0
_RIM = 22.0
"""Points below the foot of the axis where memberships without a rank are marked."""
_DASH = 14.0
_MARK = 7.5
_ASIDE = 15.0
"""Points between a point and the middle of its figure."""


class _Frame:
    """Where the plot lies on its sheet, and how editions and ranks become points on it."""

    def __init__(self, picture: HistoryPicture, labels: Sequence[Sequence[str]]) -> None:
        self.tall = max(
            _PLOT if picture.lowest > _FEW else _LOW_PLOT,
            sum(len(label) * TYPE * LINE + 5 for label in labels) + _ABOVE,
        )
        self.rim = _RIM if any(series.members for series in picture.series) else 0.0
        self.left = MARGIN + max(width(_tick(rank), TYPE) for rank in picture.ticks) + 6
        gutter = max((width(line, TYPE) for label in labels for line in label), default=-_KEY - 10) + _KEY + 10
        self.right = MARGIN + INNER - gutter
        self.editions = picture.editions
        self.lowest = picture.lowest
        self.across = (self.right - self.left - 2 * _SIDE) / max(len(picture.editions) - 1, 1)

    def x(self, edition: int) -> float:
        """Return how far right an edition lies, in points."""
        return self.left + _SIDE + self.across * (edition - self.editions[0])

    def y(self, top: float, rank: float) -> float:
        """Return how far down a rank lies, in points, on a plot that begins at `top`."""
        usable = self.tall - _ABOVE - 10 - self.rim
        return top + _ABOVE + usable * (rank - 1) / max(self.lowest - 1, 1)


def draw_history(picture: HistoryPicture) -> Sheet:
    """Draw the lines; a single one has its ranks beside its points, several have their names at the right."""
    alone = len(picture.series) == 1
    labels = [] if alone else [_label(series) for series in picture.series]
    frame = _Frame(picture, labels)
    sheet = Sheet(picture, frame.tall + _FOOT)
    axes = _axes(sheet, frame)
    _grid(sheet, frame, picture)
    for series, sign in zip(picture.series, SIGNS, strict=False):
        _line(axes, series, picture.editions, sign)
    _members(sheet, frame, picture)
    if alone:
        _ranks(sheet, frame, picture.series[0])
    else:
        _names(sheet, frame, picture.series, labels)
    return sheet


def _axes(sheet: Sheet, frame: _Frame) -> Axes:
    """Return axes whose data are editions and ranks."""
    axes = sheet.axes(frame.left, sheet.top, frame.right - frame.left, frame.tall)
    side = _SIDE / frame.across
    axes.set_xlim(frame.editions[0] - side, frame.editions[-1] + side)
    down = (frame.y(0, frame.lowest) - frame.y(0, 1)) / max(frame.lowest - 1, 1)
    axes.set_ylim(1 + (frame.tall - frame.y(0, 1)) / down, 1 - frame.y(0, 1) / down)
    return axes


def _grid(sheet: Sheet, frame: _Frame, picture: HistoryPicture) -> None:
    for rank in picture.ticks:
        at = frame.y(sheet.top, rank)
        sheet.rule((frame.left, frame.right), (at, at), RULE).set_zorder(0)
        sheet.write(frame.left - 6, at, _tick(rank), colour=MUTED, align="right")
    foot = sheet.top + frame.tall
    for edition in picture.breaks:
        between = frame.x(edition) - frame.across / 2
        line = sheet.rule((between, between), (sheet.top + 12, foot), MUTED)
        line.set_linestyle((0, (2, 3)))
        line.set_zorder(0)
        sheet.write(between, sheet.top + 3, say("picture.break"), colour=MUTED, align="center")
    for edition in _named(picture.editions, frame.across):
        sheet.write(frame.x(edition), foot + _FOOT / 2, _year(edition), colour=MUTED, align="center")


def _named(editions: Sequence[int], across: float) -> Sequence[int]:
    """Return the editions named below the axis: all, or every second or third back from the newest."""
    room = width(_year(editions[-1]), TYPE) + 3
    step = max(1, -int(-room // across))
    return editions[::-1][::step]


def _line(axes: Axes, series: Series, editions: Sequence[int], sign: Sign) -> None:
    """Draw a line; an edition without a rank is not a number, at which matplotlib breaks it."""
    ranks = [nan if point is None else point.rank for point in series.points]
    axes.add_line(Line2D(editions, ranks, color=sign.colour, linewidth=2.6, label=series.name))
    for hollow in (False, True):
        held = [point for point in series.held if bool(point.doubt) is hollow]
        marks = Line2D(
            [point.edition for point in held],
            [point.rank for point in held],
            linestyle="none",
            marker=sign.marker,
            markersize=_MARK,
            markerfacecolor=GROUND if hollow else sign.colour,
            markeredgecolor=sign.colour,
            markeredgewidth=1.8,
            clip_on=False,
            zorder=3,
        )
        axes.add_line(marks)


def _members(sheet: Sheet, frame: _Frame, picture: HistoryPicture) -> None:
    """Mark at the rim who is in the top 100 of an edition with a rank that is not held, side by side."""
    at = sheet.top + frame.tall - _RIM / 2 + 2
    for edition in picture.editions:
        signs = [sign for series, sign in zip(picture.series, SIGNS, strict=False) if edition in series.members]
        wide = min(_DASH, frame.across / max(len(signs), 1))
        for number, sign in enumerate(signs):
            middle = frame.x(edition) + (number - (len(signs) - 1) / 2) * wide
            sheet.rule((middle - wide / 2 + 1, middle + wide / 2 - 1), (at, at), sign.colour, 4)


def _ranks(sheet: Sheet, frame: _Frame, series: Series) -> None:
    """Write each rank at its point: above it, or below where the line comes down from above."""
    held = series.held
    for point in held:
        near = [other for other in held if abs(other.edition - point.edition) == 1]
        falls = sum(other.rank < point.rank for other in near) > sum(other.rank > point.rank for other in near)
        room = frame.tall - frame.rim - frame.y(0, point.rank)
        at = frame.y(sheet.top, point.rank) + (_ASIDE if falls and room > _ASIDE + TYPE / 2 else -_ASIDE)
        sheet.tag(frame.x(point.edition), at, point.label)


def _names(sheet: Sheet, frame: _Frame, series: Sequence[Series], labels: Sequence[Sequence[str]]) -> None:
    heights = [len(label) * TYPE * LINE + 5 for label in labels]
    foot = sheet.top + frame.tall - _RIM / 2 + 2
    wanted = [frame.y(sheet.top, line.held[-1].rank) if line.held else foot for line in series]
    places = spread(wanted, heights, sheet.top, sheet.top + frame.tall)
    for line, sign, label, at, near in zip(series, SIGNS, labels, places, wanted, strict=False):
        if line.held and line.held[-1].edition == frame.editions[-1]:
            ends = frame.x(frame.editions[-1]) + 7, frame.right + 4
            sheet.rule(ends, (near, at), sign.colour, 0.8).set_alpha(0.6)
        sheet.sign(frame.right + 10, at, sign.colour, sign.marker, hollow=False, size=_MARK)
        for number, text in enumerate(label):
            middle = at + (number - (len(label) - 1) / 2) * TYPE * LINE
            sheet.write(frame.right + 10 + _KEY - 6, middle, text)


def _label(series: Series) -> tuple[str, ...]:
    if not series.held:
        return wrapped(series.name, _LABEL_ROOM, TYPE)
    return wrapped(say("picture.end", name=series.name, rank=series.held[-1].label), _LABEL_ROOM, TYPE)


def _tick(rank: int) -> str:
    return say("picture.tick", rank=rank)


def _year(edition: int) -> str:
    return say("picture.year", year=f"{edition % 100:02}")
