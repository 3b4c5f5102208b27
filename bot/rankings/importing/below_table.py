"""Rows of a sheet that are no rows of its table: the notes below it, and what somebody wrote there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.importing.cells import is_number
from bot.rankings.importing.headers import is_empty
from bot.rankings.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.rankings.importing.cells import Findings
    from bot.rankings.importing.headers import Cell, Header

_LONG = 20
"""A text of more characters than this, alone where the rank would be, is a published note."""


def table_lines(header: Header, rank: str, findings: Findings) -> Iterator[dict[str, Cell]]:
    """Yield the lines of the table below a header, passing over notes; what is neither is one finding for its row."""
    for line in header.lines():
        if _is_note(line, rank):
            continue
        if _is_stray(line, rank):
            message = "the row is not part of the table; remove it"
            sheet = header.sheet
            findings.problems.append(Problem(sheet.file, message, line[rank].row, sheet=sheet.name))
        else:
            yield line


def _is_note(line: Mapping[str, Cell], rank: str) -> bool:
    """Return whether a row is one long text where the rank would be, and nothing else."""
    filled = [field for field, cell in line.items() if not is_empty(cell.value)]
    text = line[rank].value
    return filled == [rank] and isinstance(text, str) and len(text) > _LONG


def _is_stray(line: Mapping[str, Cell], rank: str) -> bool:
    """Return whether more than one is missing of what tells a cluster: a number as rank, a name, an economy."""
    told = [is_number(line[rank]), *(not is_empty(line[field].value) for field in ("name", "economy") if field in line)]
    return told.count(False) > 1
