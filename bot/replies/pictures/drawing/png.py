"""From a picture to the bytes of a PNG file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from bot.replies.pictures.drawing.atlas import draw_map
from bot.replies.pictures.drawing.land import flat_land, land
from bot.replies.pictures.drawing.lines import draw_history
from bot.replies.pictures.drawing.panels import draw_panels
from bot.replies.pictures.drawing.sheet import DPI
from bot.replies.pictures.model import HistoryPicture, MapPicture

if TYPE_CHECKING:
    from bot.replies.pictures.drawing.sheet import Sheet
    from bot.replies.pictures.model import Picture

_COLOURS = 96
"""As many as the flat colours of a picture and the edges of its type need; a third of the bytes of true colour."""


def draw(picture: Picture) -> bytes:
    """Return a picture as a PNG file, 1,200 pixels wide; equal pictures give equal bytes."""
    canvas = FigureCanvasAgg(compose(picture).figure)
    canvas.draw()
    image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", dpi=(DPI, DPI))
    return file.getvalue()


def compose(picture: Picture) -> Sheet:
    """Return the sheet of a picture, drawn up but not yet painted."""
    match picture:
        case HistoryPicture():
            return draw_history(picture)
        case MapPicture():
            return draw_map(picture)
        case _:
            return draw_panels(picture)


def warm() -> None:
    """Read what every picture needs, so that the first one asked for does not wait for it."""
    land()
    flat_land()
