"""A sheet of paper for one picture: measured in points (1/72 inch) from its top left corner, with a head and a foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from bot.replies.pictures.drawing.fonts import LINE, balanced, font, width, wrapped
from bot.replies.pictures.drawing.palette import ACCENT, GROUND, INK, MUTED, RULE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from bot.replies.pictures.model import Picture

Drawn = TypeVar("Drawn", bound="Artist")

WIDTH = 432.0
"""Points: at 200 dots per inch 1,200 pixels, twice as many as Discord gives a picture, thrice as many as a phone."""
DPI = 200
MARGIN = 18.0
INNER = WIDTH - 2 * MARGIN
TITLE = 18.0
TYPE = 13.0
"""Points: on a phone, where the sheet is shown at a good third of its size, as large as a message's small print."""
_AFTER_HEAD = 14.0
_BEFORE_FOOT = 12.0
_BETWEEN_NOTES = 3.0


class Sheet:
    """A figure with its head and foot drawn, and `top` and `height`, the room between them, for the picture itself."""

    def __init__(self, picture: Picture, height: float) -> None:
        """Take a picture and how many points high its body is to be."""
        title = balanced(picture.title, INNER, TITLE, bold=True)
        subtitle = balanced(picture.subtitle, INNER, TYPE)
        notes = [wrapped(note, INNER, TYPE) for note in (*picture.legend, *picture.notes)]
        source = wrapped(picture.source, INNER, TYPE)
        head = MARGIN + _tall(title, TITLE) + 4 + _tall(subtitle, TYPE) + _AFTER_HEAD
        foot = sum(_tall(note, TYPE) + _BETWEEN_NOTES for note in notes) + (_BEFORE_FOOT if notes else 0)
        foot += 2 * _BEFORE_FOOT + _tall(source, TYPE) + MARGIN - 6
        self.top, self.height = head, height
        self._whole = head + height + foot
        self.figure = Figure(figsize=(WIDTH / 72, self._whole / 72), dpi=DPI, facecolor=GROUND)
        self.points = Affine2D().scale(1, -1).translate(0, self._whole).scale(1 / 72) + self.figure.dpi_scale_trans
        self.box(0, 0, WIDTH, 4, ACCENT)
        self._head(title, subtitle)
        self._foot(notes, source, head + height + _BEFORE_FOOT)

    def axes(self, left: float, top: float, wide: float, tall: float) -> Axes:
        """Return bare axes over a part of the sheet."""
        across = (left / WIDTH, 1 - (top + tall) / self._whole, wide / WIDTH, tall / self._whole)
        axes = self.figure.add_axes(across)  # pyright: ignore[reportUnknownMemberType] - its keywords are untyped
        axes.set_axis_off()
        return axes

    def write(
        self,
        left: float,
        middle: float,
        text: str,
        *,
        size: float = TYPE,
        bold: bool = False,
        colour: str = INK,
        align: Literal["left", "center", "right"] = "left",
    ) -> Text:
        """Write one line of text whose small letters are centred on a height."""
        written = Text(
            left,
            middle + 0.36 * size,
            text,
            color=colour,
            horizontalalignment=align,
            verticalalignment="baseline",
            fontproperties=font(size, bold=bold),
            transform=self.points,
            parse_math=False,
        )
        return self._add(written)

    def tag(self, centre: float, middle: float, text: str) -> Text:
        """Write a figure on a patch of the ground, so that no line runs through it."""
        wide = width(text, TYPE, bold=True) + 4
        self.box(centre - wide / 2, middle - TYPE * 0.56, wide, TYPE * 1.12, GROUND)
        return self.write(centre, middle, text, bold=True, align="center")

    def box(self, left: float, top: float, wide: float, tall: float, colour: str, *, hollow: bool = False) -> Rectangle:
        """Draw a filled rectangle, or only its frame."""
        face = GROUND if hollow else colour
        inset = 0.75 if hollow else 0.0
        drawn = Rectangle(
            (left + inset, top + inset),
            max(wide - 2 * inset, 0.0),
            tall - 2 * inset,
            facecolor=face,
            edgecolor=colour,
            linewidth=1.5 if hollow else 0.0,
            transform=self.points,
        )
        return self._add(drawn)

    def rule(self, xs: Sequence[float], ys: Sequence[float], colour: str, thick: float = 1.0) -> Line2D:
        """Draw a line through points of the sheet."""
        return self._add(Line2D(xs, ys, color=colour, linewidth=thick, transform=self.points))

    def sign(
        self,
        left: float,
        middle: float,
        colour: str,
        marker: str,
        *,
        hollow: bool,
        size: float = 9.0,
        ringed: bool = False,
    ) -> Line2D:
        """Draw a marker, filled or hollow, or with a ring of the ground that sets it off from others it lies on."""
        drawn = Line2D(
            [left],
            [middle],
            linestyle="none",
            marker=marker,
            markersize=size,
            markerfacecolor=GROUND if hollow else colour,
            markeredgecolor=GROUND if ringed and not hollow else colour,
            markeredgewidth=0.8 if ringed and not hollow else 1.8,
            transform=self.points,
        )
        return self._add(drawn)

    def _add(self, artist: Drawn) -> Drawn:
        self.figure.add_artist(artist)
        return artist

    def _head(self, title: Sequence[str], subtitle: Sequence[str]) -> None:
        at = MARGIN
        for line in title:
            self.write(MARGIN, at + TITLE * LINE / 2, line, size=TITLE, bold=True)
            at += TITLE * LINE
        self._lines(subtitle, at + 4, MUTED)

    def _foot(self, notes: Sequence[Sequence[str]], source: Sequence[str], at: float) -> None:
        for note in notes:
            at = self._lines(note, at, INK) + _BETWEEN_NOTES
        at += _BEFORE_FOOT if notes else 0
        self.rule((MARGIN, WIDTH - MARGIN), (at, at), RULE)
        self._lines(source, at + _BEFORE_FOOT, MUTED)

    def _lines(self, lines: Sequence[str], at: float, colour: str) -> float:
        """Write lines from a height down, and return the height below them."""
        for line in lines:
            self.write(MARGIN, at + TYPE * LINE / 2, line, colour=colour)
            at += TYPE * LINE
        return at


def _tall(lines: Sequence[str], size: float) -> float:
    return len(lines) * size * LINE
