"""The tables as they lie on disk: read with their overlay, written so that equal tables are equal bytes."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.rankings.layout import LAYOUTS, Layout, Row
from bot.rankings.origins import Origin
from bot.rankings.problems import Problem, TableUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of every table, by its name; every cell is a `str`, and '' is missing.

    `origins` says, for each table, where each row came from; `version` is a short hash of all cells.
    """

    content: Mapping[str, tuple[Row, ...]]
    version: str
    origins: Mapping[str, tuple[Origin, ...]]

    def rows(self, layout: Layout) -> tuple[Row, ...]:
        """Return the rows of a table, in order."""
        return self.content[layout.name]


@dataclass(frozen=True, slots=True)
class _Content:
    rows: tuple[Row, ...]
    origins: tuple[Origin, ...]


def read_tables(directory: Path, overlay: Path | None = None) -> Tables:
    """Read the tables of `directory` with those of `overlay`, if any, lying over them.

    An overlay holds any of the same files. In `editions`, `cluster_ranks`, `economy_ranks` and `statements`
    an edition named in the overlay replaces that edition's rows; in the others a row replaces the one with
    the same key, or is new.

    Raises:
        TableUnreadable: a file is absent or not UTF-8, its header is not the table's, or a row is too short
            or too long.
    """
    content = {
        layout.name: _over(layout, _read(directory / layout.file, layout), _read_overlay(overlay, layout))
        for layout in LAYOUTS.values()
    }
    return assemble({name: (part.rows, part.origins) for name, part in content.items()})


def assemble(content: Mapping[str, tuple[Sequence[Row], Sequence[Origin]]]) -> Tables:
    """Build `Tables` from rows and their origins, by table name."""
    digest = hashlib.sha256()
    for name in LAYOUTS:
        digest.update("\x1e".join([name, *("\x1f".join(row) for row in content[name][0])]).encode() + b"\x1d")
    return Tables(
        content=MappingProxyType({name: tuple(content[name][0]) for name in LAYOUTS}),
        version=digest.hexdigest()[:12],
        origins=MappingProxyType({name: tuple(content[name][1]) for name in LAYOUTS}),
    )


def read_rows(path: Path, layout: Layout) -> list[Row]:
    """Read one CSV file of the package.

    Raises:
        TableUnreadable: as for `read_tables`.
    """
    return list(_read(path, layout).rows)


def as_csv(layout: Layout, rows: Iterable[Row], *, sort: bool = True) -> bytes:
    """Return a table in its one canonical form: UTF-8, LF, as few quotes as possible, rows in order."""
    ordered = sorted(rows, key=layout.order) if sort and layout.order else list(rows)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(layout.columns)
    writer.writerows(ordered)
    return text.getvalue().encode("utf-8")


def _read_overlay(overlay: Path | None, layout: Layout) -> _Content | None:
    if overlay is None or not (overlay / layout.file).exists():
        return None
    return _read(overlay / layout.file, layout)


def _read(path: Path, layout: Layout) -> _Content:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"cannot be read ({error.strerror or type(error).__name__})"
        raise TableUnreadable(Problem(str(path), message)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise TableUnreadable(Problem(str(path), "is not UTF-8 text", row=line)) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    lines: list[Origin] = []
    begins = 1
    try:
        for cells in reader:
            if begins == 1:
                _check_header(path, layout, cells)
            elif cells:
                _check_width(path, layout, cells, begins)
                rows.append(tuple(cells))
                lines.append(Origin(path, begins))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise TableUnreadable(Problem(str(path), f"is not a CSV table ({error})", row=begins)) from error
    if begins == 1:
        raise TableUnreadable(Problem(str(path), "is empty; a header line is needed", row=1))
    return _Content(tuple(rows), tuple(lines))


def _check_header(path: Path, layout: Layout, cells: list[str]) -> None:
    if tuple(cells) == layout.columns:
        return
    expected = ",".join(layout.columns)
    wrong = next((cell for cell in cells if cell not in layout.columns), None)
    raise TableUnreadable(Problem(str(path), f"the header must be: {expected}", row=1, column=wrong))


def _check_width(path: Path, layout: Layout, cells: list[str], line: int) -> None:
    width = len(layout.columns)
    if len(cells) == width:
        return
    column = layout.columns[-1] if len(cells) > width else layout.columns[len(cells)]
    message = f"the row has {len(cells)} cells, the table has {width} columns"
    raise TableUnreadable(Problem(str(path), message, row=line, column=column))


def _over(layout: Layout, base: _Content, overlay: _Content | None) -> _Content:
    if overlay is None:
        return base
    replaced = _scope(layout, overlay)
    kept = [
        pair
        for pair in zip(base.rows, base.origins, strict=True)
        if (pair[0][:1] if layout.by_edition else layout.key_of(pair[0])) not in replaced
    ]
    pairs = [*kept, *zip(overlay.rows, overlay.origins, strict=True)]
    return _Content(*in_order(layout, [row for row, _ in pairs], [origin for _, origin in pairs]))


def in_order(
    layout: Layout, rows: Sequence[Row], origins: Sequence[Origin]
) -> tuple[tuple[Row, ...], tuple[Origin, ...]]:
    """Return rows and their origins in the order of the table."""
    pairs = list(zip(rows, origins, strict=True))
    if order := layout.order:
        pairs.sort(key=lambda pair: order(pair[0]))
    return tuple(row for row, _ in pairs), tuple(origin for _, origin in pairs)


def _scope(layout: Layout, overlay: _Content) -> set[Row]:
    """Return what an overlay replaces: editions, or keys of rows."""
    if layout.by_edition:
        return {row[:1] for row in overlay.rows}
    return {layout.key_of(row) for row in overlay.rows}
