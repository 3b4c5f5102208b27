"""Rows on a common scale: bars from zero, or dots on a track where the scale is one of ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies.pictures.drawing.fonts import LINE, width, wrapped
from bot.replies.pictures.drawing.palette import ACCENT, MUTED, TRACK
from bot.replies.pictures.drawing.sheet import INNER, MARGIN, TYPE, Sheet
from bot.replies.pictures.model import ComparePicture, Gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.replies.pictures.model import EconomyPicture, Panel, Row, TopPicture

_NAME_ROOM = 178.0
_BAR = 14.0
_PADDING = 9.0
_SPACE = 8.0
_HEADING = 24.0
_ENDS = 20.0
_BETWEEN_PANELS = 12.0


class _Columns:
    """How wide the columns of a picture are: number in the list, name, label; what is left is for the bars."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        rows = [row for panel in panels for row in panel.rows if not isinstance(row, Gap)]
        self.position = max(width(row.position, TYPE) for row in rows)
        self.position += _SPACE if self.position else 0
        names = {row.name: wrapped(row.name, _NAME_ROOM, TYPE) for row in rows}
        self.names = names
        self.name = max(width(line, TYPE) for lines in names.values() for line in lines) + _SPACE + 2
        self.label = max(width(row.label, TYPE, bold=True) for row in rows)
        self.label += _SPACE if self.label else 0
        self.left = MARGIN + self.position + self.name
        self.bars = INNER - self.position - self.name - self.label

    def tall(self, row: Row | Gap) -> float:
        """Return how high a row is."""
        lines = 1 if isinstance(row, Gap) else len(self.names[row.name])
        return lines * TYPE * LINE + _PADDING


def draw_panels(picture: ComparePicture | TopPicture | EconomyPicture) -> Sheet:
    """Draw a picture that is made of rows."""
    panels = picture.panels if isinstance(picture, ComparePicture) else (picture.panel,)
    headed = len(panels) > 1
    columns = _Columns(panels)
    heights = [_tall(panel, columns, headed=headed) for panel in panels]
    sheet = Sheet(picture, sum(heights) + _BETWEEN_PANELS * (len(panels) - 1))
    at = sheet.top
    for panel, tall in zip(panels, heights, strict=True):
        _draw(sheet, panel, columns, at, headed=headed)
        at += tall + _BETWEEN_PANELS
    return sheet


def _tall(panel: Panel, columns: _Columns, *, headed: bool) -> float:
    ends = _ENDS if panel.scale.left_label else 0.0
    return sum(map(columns.tall, panel.rows)) + ends + (_HEADING if headed else 0.0)


def _draw(sheet: Sheet, panel: Panel, columns: _Columns, at: float, *, headed: bool) -> None:
    if headed:
        sheet.write(MARGIN, at + _HEADING / 2 - 2, panel.heading, bold=True)
        at += _HEADING
    for row in panel.rows:
        tall = columns.tall(row)
        if isinstance(row, Gap):
            sheet.write(MARGIN + columns.position, at + tall / 2, row.label, colour=MUTED)
        else:
            _name(sheet, row, columns, at, tall)
            _dot(sheet, row, panel, columns, at + tall / 2) if panel.scale.of_ranks else _bar(
                sheet, row, panel, columns, at + tall / 2
            )
        at += tall
    if panel.scale.left_label:
        sheet.write(columns.left, at + _ENDS / 2, panel.scale.left_label, colour=MUTED)
        sheet.write(columns.left + columns.bars, at + _ENDS / 2, panel.scale.right_label, colour=MUTED, align="right")


def _name(sheet: Sheet, row: Row, columns: _Columns, at: float, tall: float) -> None:
    if row.position:
        sheet.write(MARGIN + columns.position - _SPACE, at + tall / 2, row.position, colour=MUTED, align="right")
    lines = columns.names[row.name]
    for number, line in enumerate(lines):
        middle = at + tall / 2 + (number - (len(lines) - 1) / 2) * TYPE * LINE
        sheet.write(MARGIN + columns.position, middle, line)


def _bar(sheet: Sheet, row: Row, panel: Panel, columns: _Columns, middle: float) -> None:
    long = columns.bars * (row.value - panel.scale.left) / (panel.scale.right - panel.scale.left)
    if panel.scale.left_label:
        sheet.box(columns.left, middle - _BAR / 2, columns.bars, _BAR, TRACK)
        sheet.write(MARGIN + INNER, middle, row.label, bold=True, align="right")
    else:
        sheet.write(columns.left + long + _SPACE, middle, row.label, bold=True)
    sheet.box(columns.left, middle - _BAR / 2, long, _BAR, ACCENT, hollow=bool(row.doubt))


def _dot(sheet: Sheet, row: Row, panel: Panel, columns: _Columns, middle: float) -> None:
    inset = 6.0
    share = (row.value - panel.scale.left) / (panel.scale.right - panel.scale.left)
    sheet.box(columns.left, middle - 1.5, columns.bars, 3, TRACK)
    where = columns.left + inset + (columns.bars - 2 * inset) * share
    sheet.sign(where, middle, ACCENT, "o", hollow=bool(row.doubt))
    if row.label:
        sheet.write(MARGIN + INNER, middle, row.label, bold=True, align="right")
