"""A CSV with the columns of `cluster_ranks` or `economy_ranks`, as people save it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.importing.incoming import IncomingRow
from bot.rankings.importing.names import clean_name
from bot.rankings.importing.workbook import MAX_ROWS, require_size
from bot.rankings.layout import CLUSTER_RANKS, ECONOMY_RANKS, Layout
from bot.rankings.model import Evidence
from bot.rankings.problems import (
    CellInvalid,
    EditionMismatch,
    FileTooLarge,
    FileUnreadable,
    LayoutUnknown,
    Problem,
)

if TYPE_CHECKING:
    from pathlib import Path

_NUMERIC = re.compile(r"rank|population|.*_(rank|score|share|count)")
_WHOLE = re.compile(r"rank|population|.*_rank")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]+")
_NEEDED = {
    CLUSTER_RANKS.name: ({"edition", "evidence", "sources"}, {"cluster_id", "name"}),
    ECONOMY_RANKS.name: ({"edition", "economy", "evidence", "sources"}, {"gii_rank"}),
}


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The rows of a CSV and the table they are for; columns the file does not have are not in the rows."""

    layout: Layout
    rows: tuple[IncomingRow, ...]


def read_csv_table(path: Path, edition: int) -> CsvTable:
    """Read a CSV: UTF-8, with or without a byte-order mark, or Windows-1252; commas, or semicolons with decimal commas.

    Raises:
        FileUnreadable, FileTooLarge: what the file is.
        LayoutUnknown: the header is that of neither table.
        EditionMismatch: a row is about another edition.
        CellInvalid: everything that is wrong with single cells.
    """
    require_size(path)
    text = _decode(path)
    header_line = next(iter(text.splitlines()), "")
    delimiter = max(",;\t", key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    layout: Layout | None = None
    rows: list[IncomingRow] = []
    problems: list[Problem] = []
    begins = 1
    try:
        for row in reader:
            if not header:
                header = [name.strip() for name in row]
                layout = _layout(path, header)
            elif any(cell.strip() for cell in row):
                rows.append(_row(path, header, row, begins, problems, commas=delimiter != ","))
            begins = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                raise FileTooLarge(Problem(path.name, f"has more than {MAX_ROWS} rows", row=begins))
    except csv.Error as error:
        raise FileUnreadable(Problem(path.name, f"is not a CSV table ({error})", row=begins)) from error
    if layout is None or not rows:
        raise FileUnreadable(Problem(path.name, "holds no rows", row=begins))
    for row in rows:
        _require_edition(path, row, edition)
    if problems:
        raise CellInvalid(*problems)
    return CsvTable(layout, tuple(rows))


def _decode(path: Path) -> str:
    content = path.read_bytes()
    if b"\0" in content:
        raise FileUnreadable(Problem(path.name, "is neither a workbook nor a text file"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _layout(path: Path, header: list[str]) -> Layout:
    for layout in (CLUSTER_RANKS, ECONOMY_RANKS):
        needed, one_of = _NEEDED[layout.name]
        if not needed <= set(header) or not one_of & set(header):
            continue
        unknown = [name for name in header if name not in layout.columns]
        if unknown:
            message = f"the table {layout.name} has no such column; it has {', '.join(layout.columns)}"
            raise LayoutUnknown(Problem(path.name, message, row=1, column=unknown[0]))
        twice = [name for name in header if header.count(name) > 1]
        if twice:
            raise LayoutUnknown(Problem(path.name, "the column is there twice", row=1, column=twice[0]))
        return layout
    message = (
        "the header is that of neither table; a CSV of clusters needs edition, cluster_id or name, evidence and"
        " sources, one of economies edition, economy, gii_rank, evidence and sources"
    )
    raise LayoutUnknown(Problem(path.name, message, row=1))


def _row(
    path: Path, header: list[str], row: list[str], line: int, problems: list[Problem], *, commas: bool
) -> IncomingRow:
    if sum(bool(cell.strip()) for cell in row) == 1:
        problems.append(Problem(path.name, "the row is not part of the table; remove it", row=line))
        return IncomingRow({}, line)
    if len(row) != len(header):
        message = f"the row has {len(row)} cells, the header {len(header)}"
        problems.append(Problem(path.name, message, row=line))
        return IncomingRow({}, line)
    cells: dict[str, str] = {}
    for column, raw in zip(header, row, strict=True):
        cell = clean_name(raw)
        if _NUMERIC.fullmatch(column) and cell:
            if commas and _DECIMAL_COMMA.fullmatch(cell):
                cell = cell.replace(",", ".")
            if not _PLAIN.fullmatch(cell):
                problems.append(Problem(path.name, f'"{cell}" is not a number', row=line, column=column))
                cell = ""
            elif _WHOLE.fullmatch(column) and "." in cell:
                problems.append(Problem(path.name, f"{cell} is not a whole number", row=line, column=column))
                cell = ""
            else:
                cell = _plain_number(cell, column)
        cells[column] = cell
    problems += [
        Problem(path.name, "a value is needed here", row=line, column=column)
        for column in ("edition", "evidence", "sources")
        if not cells[column]
    ]
    if cells["evidence"] and cells["evidence"] not in tuple(Evidence):
        message = f'"{cells["evidence"]}" is none of {", ".join(Evidence)}'
        problems.append(Problem(path.name, message, row=line, column="evidence"))
    return IncomingRow(cells, line)


def _plain_number(cell: str, column: str) -> str:
    """Return a number as our tables write it: shares and scores to four decimals, counts to one."""
    if _WHOLE.fullmatch(column):
        return str(int(cell))
    return repr(round(float(cell), 1 if column.endswith("_count") else 4))


def _require_edition(path: Path, row: IncomingRow, edition: int) -> None:
    stated = row.cells.get("edition", "")
    if stated and stated != str(edition):
        message = f"the row is about the edition {stated}, not {edition} as was asked for"
        raise EditionMismatch(Problem(path.name, message, row=row.line, column="edition"))
