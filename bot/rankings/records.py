"""Rows of a table by column name, each knowing where it came from: what the rules look at."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.layout import LAYOUTS
from bot.rankings.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.rankings.layout import Layout
    from bot.rankings.tables import Origin, Tables


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its cells by column, and its origin."""

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

    def problem(self, message: str, column: str | None = None) -> Problem:
        """Return a problem of this row."""
        return Problem(str(self.origin.path), message, row=self.origin.line, column=column)


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
        Record(dict(zip(layout.columns, row, strict=True)), origin)
        for row, origin in zip(tables.rows(layout), tables.origins[layout.name], strict=True)
    ]


def grouped(rows: Iterable[Record], column: str) -> dict[str, list[Record]]:
    """Return rows by the value of a column, in order."""
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)
