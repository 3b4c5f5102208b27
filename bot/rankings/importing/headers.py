"""Finding the header row of a sheet by the names of its columns, as published or nearly so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.origins import Place
from bot.rankings.problems import CellInvalid, LayoutUnknown, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.rankings.importing.workbook import Sheet

SEARCHED = 30
"""Rows searched for the header: WIPO's stands below four lines of title and notes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a sheet and where it stands."""

    value: object
    sheet: Sheet
    row: int
    column: str

    @property
    def place(self) -> Place:
        """Where the cell stands, for what is found wrong once its row is among the others."""
        return Place(self.sheet.name, self.row, self.column)

    def invalid(self, message: str) -> CellInvalid:
        """Return the error that says what is wrong with this cell."""
        return CellInvalid(Problem(self.sheet.file, message, row=self.row, column=self.column, sheet=self.sheet.name))


@dataclass(frozen=True, slots=True)
class Header:
    """The header row of a sheet (Excel row `row`) and the index of the column of each field found."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]

    def place(self, field: str) -> str:
        """Return letter and header of a field's column, such as `H "Total"`."""
        index = self.columns[field]
        return f'{column_letter(index)} "{self.sheet.rows[self.row - 1][index]}"'

    def lines(self) -> Iterator[dict[str, Cell]]:
        """Yield the cells below the header by field, leaving out rows in which all of them are empty."""
        places = {field: self.place(field) for field in self.columns}
        for number, row in enumerate(self.sheet.rows[self.row :], start=self.row + 1):
            cells = {
                field: Cell(row[index] if index < len(row) else None, self.sheet, number, places[field])
                for field, index in self.columns.items()
            }
            if any(not is_empty(cell.value) for cell in cells.values()):
                yield cells


def is_empty(value: object) -> bool:
    """Return whether a cell holds nothing, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def column_letter(index: int) -> str:
    """Return the letter or letters of a column, counted from 0."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def words(header: object) -> str:
    """Return a header as it is compared: its words in lower case, without signs."""
    text = header if isinstance(header, str) else ""
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


def named(*names: str) -> Callable[[str], bool]:
    """Recognise a header by its words, with or without the letter of a footnote (a to d) at its end."""
    forms = {name + note for name in names for note in ("", *"abcd", " a", " b", " c", " d")}
    return lambda header: words(header) in forms


def find_header(sheet: Sheet, fields: Mapping[str, Callable[[str], bool]], required: frozenset[str]) -> Header:
    """Find the first row in which every required field has its column.

    Raises:
        LayoutUnknown: no such row, or a field has two columns in it.
    """
    best: tuple[int, dict[str, list[int]]] = (0, {})
    for number, row in enumerate(sheet.rows[:SEARCHED], start=1):
        found: dict[str, list[int]] = {}
        for index, value in enumerate(row):
            for field, recognised in fields.items():
                if isinstance(value, str) and recognised(value):
                    found.setdefault(field, []).append(index)
        if required <= found.keys():
            return _unambiguous(sheet, number, found)
        if len(required & found.keys()) > len(required & best[1].keys()):
            best = (number, found)
    raise LayoutUnknown(_nearest(sheet, best, required))


def _unambiguous(sheet: Sheet, number: int, found: dict[str, list[int]]) -> Header:
    for field, indices in found.items():
        if len(indices) > 1:
            places = " and ".join(column_letter(index) for index in indices)
            message = f"columns {places} both look like {field}; remove one"
            raise LayoutUnknown(
                Problem(sheet.file, message, row=number, column=column_letter(indices[1]), sheet=sheet.name)
            )
    return Header(sheet, number, {field: indices[0] for field, indices in found.items()})


def _nearest(sheet: Sheet, best: tuple[int, dict[str, list[int]]], required: frozenset[str]) -> Problem:
    number, found = best
    missing = ", ".join(sorted(required - found.keys()))
    if not found:
        message = f"no header row in the first {SEARCHED} rows; columns needed: {missing}"
        return Problem(sheet.file, message, row=1, sheet=sheet.name)
    return Problem(sheet.file, f"the header has no column for: {missing}", row=number, sheet=sheet.name)
