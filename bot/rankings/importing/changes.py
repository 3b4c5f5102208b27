"""What an import would change, row by row and cell by cell: pure comparison, nothing is read or written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.rankings.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.rankings.layout import Layout


_WORDS = ("name", "note")
"""Columns that hold no figure: another wording contradicts nothing."""


class CellChange(StrEnum):
    """What happens to one cell."""

    FILLED = "filled"
    REPLACED = "replaced"
    CONTRADICTED = "contradicted"
    KEPT = "kept against the file"
    DROPPED = "dropped"
    NOT_TAKEN = "not taken"


class RowChange(StrEnum):
    """What happens to one row. `CONTRADICTING`: a figure differs from one that is attested as well or better."""

    ADDED = "added"
    CHANGED = "changed"
    CONTRADICTING = "contradicting"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class CellDifference:
    """One cell before the import, and as the file has it."""

    column: str
    change: CellChange
    held: str
    stated: str


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row of a table: what happens to it, and to which cells. Evidence is '' where there is no row."""

    table: str
    key: tuple[str, ...]
    label: str
    change: RowChange
    cells: tuple[CellDifference, ...] = ()
    evidence_held: str = ""
    evidence_stated: str = ""


def loses(difference: RowDifference) -> bool:
    """Return whether a row is removed or loses a figure; a note goes with the evidence it is about."""
    dropped = (cell.column for cell in difference.cells if cell.change is CellChange.DROPPED)
    return difference.change is RowChange.REMOVED or any(column not in _WORDS for column in dropped)


def merge(
    layout: Layout, held: Mapping[str, str] | None, stated: Mapping[str, str] | None, *, whole_edition: bool
) -> tuple[dict[str, str] | None, RowDifference]:
    """Return the row after the import, and what happens to it.

    A row never mixes evidence. The better attested row takes the place of the other, and the cells only the other had
    are dropped. Of two rows attested alike, the stated cells win, the others stay, and the sources add up; a row of a
    whole official edition also takes the place of one attested alike. A row not stated stays, unless a whole edition
    is.
    """
    if held is None:
        assert stated is not None
        row = {column: stated.get(column, "") for column in layout.columns}
        return row, _difference(layout, RowChange.ADDED, None, row)
    if stated is None:
        kept = None if whole_edition else dict(held)
        change = RowChange.REMOVED if whole_edition else RowChange.UNCHANGED
        return kept, _difference(layout, change, held, None)
    stronger = Evidence(stated["evidence"]).strength - Evidence(held["evidence"]).strength
    if stronger > 0 and not whole_edition:
        return dict(held), _compared(layout, held, stated, CellChange.KEPT, missing=None)
    differing = CellChange.REPLACED if stronger < 0 else CellChange.CONTRADICTED
    if stronger < 0 or whole_edition:
        row = {column: stated.get(column, "") for column in layout.columns}
        return row, _compared(layout, held, row, differing, missing=CellChange.DROPPED)
    row = {column: stated.get(column, "") or held[column] for column in layout.columns}
    row["sources"] = ";".join(dict.fromkeys([*held["sources"].split(";"), *stated["sources"].split(";")]))
    return row, _compared(layout, held, row, differing, missing=None)


def _compared(
    layout: Layout,
    held: Mapping[str, str],
    stated: Mapping[str, str],
    differing: CellChange,
    missing: CellChange | None,
) -> RowDifference:
    cells: list[CellDifference] = []
    for column in layout.columns:
        if column in (*layout.key, "evidence", "sources"):
            continue
        before, after = held[column], stated.get(column, "")
        if before == after:
            continue
        if not after:
            change = missing
        elif not before:
            change = CellChange.NOT_TAKEN if differing is CellChange.KEPT else CellChange.FILLED
        elif column in _WORDS:
            change = None if differing is CellChange.KEPT else CellChange.REPLACED
        else:
            change = differing
        if change is not None:
            cells.append(CellDifference(column, change, before, after))
    kinds = {cell.change for cell in cells}
    if kinds & {CellChange.CONTRADICTED, CellChange.KEPT}:
        change = RowChange.CONTRADICTING
    elif kinds - {CellChange.NOT_TAKEN} or _reattested(held, stated, differing):
        change = RowChange.CHANGED
    else:
        change = RowChange.UNCHANGED
    return _difference(layout, change, held, stated, tuple(cells))


def _reattested(held: Mapping[str, str], stated: Mapping[str, str], differing: CellChange) -> bool:
    same = held["evidence"] == stated["evidence"] and held["sources"] == stated["sources"]
    return differing is not CellChange.KEPT and not same


def _difference(
    layout: Layout,
    change: RowChange,
    held: Mapping[str, str] | None,
    stated: Mapping[str, str] | None,
    cells: tuple[CellDifference, ...] = (),
) -> RowDifference:
    row = stated or held or {}
    return RowDifference(
        table=layout.name,
        key=tuple(row[column] for column in layout.key),
        label=row.get("name") or row.get("economy") or row[layout.key[-1]],
        change=change,
        cells=cells,
        evidence_held=held.get("evidence", "") if held else "",
        evidence_stated=stated.get("evidence", "") if stated else "",
    )
