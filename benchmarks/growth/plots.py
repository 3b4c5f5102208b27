"""Curves as small pictures in the style of the bot's own: readable on a phone, each curve with its name at its end."""

from __future__ import annotations

import io
from itertools import pairwise
from math import floor, log10
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullFormatter, NullLocator
from PIL import Image

from bot.replies.pictures.drawing.fonts import font
from bot.replies.pictures.drawing.palette import GROUND, INK, MUTED, RULE, SIGNS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from benchmarks.growth.results import Plot

INCHES = 6.0, 4.4
DPI = 160
TITLE, TYPE = 17.0, 13.0
COLOURS = 48
APART = 0.075
"""The least distance of two names at the ends of curves, as a share of the height."""

EARLY = 0.85
"""A curve that ends before this share of the width has its name above it."""


def draw(plot: Plot) -> bytes:
    """Return a plot as a PNG file."""
    figure = Figure(figsize=INCHES, dpi=DPI, facecolor=GROUND)
    axes = figure.add_axes((0.13, 0.15, 0.55, 0.66))
    figure.text(0.03, 0.92, plot.title, fontproperties=font(TITLE, bold=True), color=INK)
    figure.text(0.03, 0.855, plot.upward, fontproperties=font(TYPE), color=MUTED)
    figure.text(0.13 + 0.55 / 2, 0.03, plot.across, fontproperties=font(TYPE), color=MUTED, ha="center")
    for points, sign in zip(plot.curves.values(), SIGNS, strict=False):
        across, upward = zip(*points, strict=True)
        first = sign is SIGNS[0]  # seen around those that lie on it
        axes.plot(
            across,
            upward,
            color=sign.colour,
            marker=sign.marker,
            markersize=10 if first else 6,
            linewidth=5 if first else 2,
        )
    _scales(axes, plot)
    if plot.aim is not None and axes.get_ylim()[0] < plot.aim[0] < axes.get_ylim()[1]:
        axes.axhline(plot.aim[0], color=MUTED, linewidth=1, linestyle=(0, (4, 3)))
        axes.text(
            0.02,
            plot.aim[0],
            plot.aim[1],
            transform=axes.get_yaxis_transform(),
            va="bottom",
            color=MUTED,
            fontproperties=font(TYPE),
        )
    _name_ends(axes, plot)
    return _png(figure)


def _scales(axes: Axes, plot: Plot) -> None:
    values = [value for points in plot.curves.values() for _, value in points]
    if plot.logarithmic:
        axes.set_xscale("log")
        axes.xaxis.set_minor_locator(NullLocator())
        if max(values) > 5 * min(values):
            axes.set_yscale("log")
            axes.yaxis.set_minor_formatter(NullFormatter())
    else:
        axes.xaxis.set_major_locator(MaxNLocator(4))
    if axes.get_yscale() == "linear":
        axes.set_ylim(0, max(values) * 1.15)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: _short(value)))
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font(TYPE))
        label.set_color(INK)
    axes.set_facecolor(GROUND)
    axes.grid(True, color=RULE, linewidth=0.8)
    axes.tick_params(length=0, which="both")
    for spine in axes.spines.values():
        spine.set_visible(False)


def _name_ends(axes: Axes, plot: Plot) -> None:
    """Write each curve's name beside its last point, moved up where it would touch the one below."""
    ends: list[list[float]] = []
    for number, points in enumerate(plot.curves.values()):
        across, upward = axes.transAxes.inverted().transform(axes.transData.transform(points[-1]))
        ends.append([float(upward), float(across), float(number)])
    ends.sort()
    last = [end for end in ends if end[1] > EARLY]
    for lower, upper in pairwise(last):
        upper[0] = max(upper[0], lower[0] + APART)
    over = max(0.0, last[-1][0] - 1.05)
    for end in last:
        end[0] -= over
    names = list(plot.curves)
    for upward, across, number in ends:
        early = across <= EARLY
        beside = {"ha": "center", "va": "bottom"} if early else {"ha": "left", "va": "center"}
        at = (across, upward + 0.03) if early else (across + 0.04, upward)
        sign, bold = SIGNS[int(number)], font(TYPE, bold=True)
        axes.text(*at, names[int(number)], transform=axes.transAxes, color=sign.colour, fontproperties=bold, **beside)


def _short(value: float) -> str:
    if value <= 0:
        return "0"
    for size, sign in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{sign}"
    return f"{value:.{max(0, -floor(log10(value)))}f}" if value < 1 else f"{value:g}"


def _png(figure: Figure) -> bytes:
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    few = image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", optimize=True, dpi=(DPI, DPI))
    return file.getvalue()
