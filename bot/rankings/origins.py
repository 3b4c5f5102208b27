"""Where a row of a table comes from, down to the cell, so that what is wrong can be found by whoever mends it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.rankings.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell of a workbook stands. `column` is its letter and header, such as `H "Total"`."""

    sheet: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row of a table was read: the file, and the line or Excel row on which the row begins (header: line 1).

    `imported`: the file is one being imported. A row of a workbook has the `sheet` it begins on, and the `places` of
    its cells by column of the table.
    """

    path: Path
    line: int
    sheet: str | None = None
    imported: bool = False
    places: Mapping[str, Place] = field(default_factory=dict[str, Place], compare=False)

    def problem(
        self, message: str, column: str | None = None, *, edition: int | None = None, subject: tuple[str, ...] = ()
    ) -> Problem:
        """Return a problem of this row, or of its cell in a column of the table."""
        row, sheet = self.line, self.sheet
        place = None if column is None else self.places.get(column)
        if place is not None:
            row, column, sheet = place.row, place.column, place.sheet
        return Problem(str(self.path), message, row, column, sheet, edition=edition, subject=subject)
