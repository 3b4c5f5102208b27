"""The typeface, DejaVu Sans as it comes with matplotlib, and how much room a text takes in it.

The files are named by path, so that neither the system's fonts nor a font cache decide what is drawn.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

_FOLDER = Path(mpl.get_data_path()) / "fonts" / "ttf"
REGULAR, BOLD = _FOLDER / "DejaVuSans.ttf", _FOLDER / "DejaVuSans-Bold.ttf"

LINE = 1.28
"""Distance between two lines of a text by the size of its type."""
_BREAKS_AFTER = "–/-"


@lru_cache(maxsize=64)
def font(size: float, *, bold: bool = False) -> FontProperties:
    """Return the typeface in a size in points."""
    return FontProperties(fname=str(BOLD if bold else REGULAR), size=size)


@lru_cache(maxsize=8192)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in points."""
    face = _face(bold)
    face.set_size(size, 72)
    face.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return face.get_width_height()[0] / 64


@cache
def _face(bold: bool) -> FT2Font:
    return FT2Font(str(BOLD if bold else REGULAR))


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit into `room` points, broken after spaces, dashes and slashes.

    A single part that is wider than the room stands on a line of its own.
    """
    lines: list[str] = []
    line = ""
    for part in _parts(text):
        if line and width((line + part).rstrip(), size, bold=bold) > room:
            lines.append(line.rstrip())
            line = ""
        line += part
    return (*lines, line.rstrip())


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in as few lines as `wrapped` does, but of about the same length, with no word left alone."""
    lines = wrapped(text, room, size, bold=bold)
    while len(lines) > 1:
        room -= size / 2
        closer = wrapped(text, room, size, bold=bold)
        if len(closer) > len(lines):
            break
        lines = closer
    return lines


def _parts(text: str) -> list[str]:
    parts = [""]
    for char, following in zip(text, f"{text[1:]} ", strict=True):
        parts[-1] += char
        inside = char in _BREAKS_AFTER and following.isalpha()
        if char == " " or inside:
            parts.append("")
    return [part for part in parts if part]
