"""What a file says, before it is compared with what is held."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.rankings.importing.headers import Cell
    from bot.rankings.layout import Layout, Row
    from bot.rankings.origins import Place
    from bot.rankings.problems import Problem


class Kind(StrEnum):
    """The kinds of file that can be imported."""

    CLUSTER_WORKBOOK = "cluster workbook"
    ECONOMY_WORKBOOK = "economy workbook"
    CLUSTER_TABLE = "CSV of clusters"
    ECONOMY_TABLE = "CSV of economies"


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """One row of a rank table as the file states it, by column; `line` is its Excel row or its line in the CSV.

    A row of a workbook has the `sheet` that line is on, and the `places` of its cells by column.
    """

    cells: Mapping[str, str]
    line: int
    sheet: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict[str, "Place"])


@dataclass(slots=True)
class Draft:
    """A row of a workbook while its cells are gathered from several rows or sheets."""

    line: int
    sheet: str
    cells: dict[str, str] = field(default_factory=dict[str, str])
    places: dict[str, Place] = field(default_factory=dict[str, "Place"])

    def put(self, column: str, text: str, cell: Cell | None) -> None:
        """Set a cell to what was read from `cell`, or to '' where the sheet has no such column."""
        self.cells[column] = text
        if cell is not None:
            self.places[column] = cell.place

    def row(self) -> IncomingRow:
        """Return the row as it was gathered."""
        return IncomingRow(self.cells, self.line, self.sheet, self.places)


@dataclass(frozen=True, slots=True)
class Incoming:
    """Everything a file states about an edition.

    `whole_edition`: the file is official and complete, so its rows take the place of all rows of the edition.
    `new_clusters` maps the ids of clusters not held so far to their names, `taken` names that were only recognised by
    their leading city to ids. `source` is the row of `sources` for a workbook not imported before. `measures` is what
    the edition measured, as far as the file shows it. `regions` are the regions of economies, by economy. `remarks` are
    worth a look but stop nothing.
    """

    file: str
    kind: Kind
    edition: int
    layout: Layout
    rows: tuple[IncomingRow, ...]
    whole_edition: bool
    source_id: str = ""
    source: Row | None = None
    new_clusters: Mapping[str, str] | None = None
    taken: Mapping[str, str] | None = None
    measures: tuple[str, ...] = ()
    regions: Mapping[str, str] | None = None
    remarks: tuple[Problem, ...] = ()
