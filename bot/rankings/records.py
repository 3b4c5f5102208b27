"""Rows of a table by column name, each knowing where it came from: what the rules look at."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.layout import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.rankings.layout import Layout
    from bot.rankings.origins import Origin
    from bot.rankings.problems import Problem
    from bot.rankings.tables import Tables


@dataclass(frozen=True, slots=True)
class Record:
    """One row: the table it is of, its cells by column, and its origin."""

    layout: Layout
    cells: Mapping[str, str]
    origin: Origin

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def items(self, column: str) -> list[str]:
        """Return the items of a list column (`;`), none if it is empty."""
        return self.cells[column].split(";") if self.cells[column] else []

    def number(self, column: str) -> float | None:
        """Return a numeric cell; `None` if it is empty or no finite number (the schema says so)."""
        try:
            value = float(self.cells[column] or "nan")
        except ValueError:
            return None
        return value if math.isfinite(value) else None

    def decimals(self, column: str) -> int:
        """Return how many decimals a numeric cell is written with."""
        return len(self.cells[column].partition(".")[2])

    def problem(self, message: str, column: str, subject: tuple[str, ...] | None = None) -> Problem:
        """Return a problem of a cell of this row; without a `subject` it is that cell and what it holds."""
        edition = self.cells.get("edition", "")
        return self.origin.problem(
            message,
            column,
            edition=int(edition) if edition.isdecimal() else None,
            subject=self.subject(column) if subject is None else subject,
        )

    def subject(self, column: str) -> tuple[str, ...]:
        """Return a cell of this row as the subject of a problem: table, key, column and what the cell holds."""
        return (self.layout.name, *(self.cells[part] for part in self.layout.key), column, self.cells[column])


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of all tables, by the name of the table."""

    by_table: Mapping[str, Sequence[Record]]

    def of(self, layout: Layout) -> Sequence[Record]:
        """Return the rows of a table, in order."""
        return self.by_table[layout.name]

    def keys(self, layout: Layout) -> set[str]:
        """Return the keys of a table that is known by one column."""
        return {row[layout.key[0]] for row in self.of(layout)}


def all_records(tables: Tables) -> Records:
    """Return the rows of all tables with their origins."""
    return Records({name: _records(tables, layout) for name, layout in LAYOUTS.items()})


def _records(tables: Tables, layout: Layout) -> list[Record]:
    return [
        Record(layout, dict(zip(layout.columns, row, strict=True)), origin)
        for row, origin in zip(tables.rows(layout), tables.origins[layout.name], strict=True)
    ]


def imported_last(rows: Iterable[Record]) -> list[Record]:
    """Return rows in order, those being imported behind the others: of two at odds, the fault is in the newcomer."""
    return sorted(rows, key=lambda row: row.origin.imported)


def at_fault(above: Record, below: Record) -> Record:
    """Return which of two neighbours at odds is to be blamed: the lower one, unless only the upper is imported."""
    return above if above.origin.imported and not below.origin.imported else below


def grouped(rows: Iterable[Record], column: str) -> dict[str, list[Record]]:
    """Return rows by the value of a column, in order."""
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)
