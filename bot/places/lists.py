"""Reading a list of `data/` row by row, with its faults named."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_Record = TypeVar("_Record")


class NamesError(ValueError):
    """A name list cannot be read. The message names the file, the line and what is wrong with it."""


def read_list(path: Path, header: tuple[str, ...], record: Callable[[list[str]], _Record]) -> tuple[_Record, ...]:
    """Return what `record` makes of each row of a CSV file with this header.

    Raises:
        NamesError: the header is another, or `record` refuses a row with a `KeyError` or `ValueError`.
    """
    records: list[_Record] = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != header:
            message = f"{path.name}, line 1: the columns must be {', '.join(header)}"
            raise NamesError(message)
        for row in rows:
            try:
                records.append(record(row))
            except (KeyError, ValueError) as error:
                message = f"{path.name}, line {rows.line_num}: {error}"
                raise NamesError(message) from error
    return tuple(records)
