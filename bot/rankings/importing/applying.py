"""Writing an import so that whatever interrupts it, the tables on disk are whole and hold together."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.layout import LAYOUTS, Layout, Row
from bot.rankings.problems import NotWritable, Problem, TablesMoved
from bot.rankings.tables import as_csv, read_tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.rankings.importing.planning import ImportPlan
    from bot.rankings.tables import Tables

_TEMPORARY = ".clusterbot-import-"


@dataclass(frozen=True, slots=True)
class Target:
    """Where an import is written: into the tables of `directory`, or into an overlay that lies over them."""

    directory: Path
    overlay: Path | None = None

    @property
    def written(self) -> Path:
        """The directory that is written to."""
        return self.overlay or self.directory


def apply(plan: ImportPlan, target: Target) -> tuple[Path, ...]:
    """Write the tables a plan changes, and return their files.

    Every file is written beside its place, then moved into it, each move being atomic. A table moves after those it
    refers to, so that after an interruption between two moves the tables still hold together, and the import can be
    repeated.

    Raises:
        TablesMoved: the tables are not those the plan was made for; nothing was written.
        NotWritable: the directory or a file in it cannot be written; the tables still hold together.
    """
    current = read_tables(target.directory, target.overlay)
    if current.version != plan.before:
        message = "has changed since the file was compared with it; import again"
        raise TablesMoved(Problem(str(target.written), message))
    try:
        target.written.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(target.written)
        try:
            return _move_into_place(_write_beside(plan.after, current, target))
        finally:
            _remove_leftovers(target.written)
    except OSError as error:
        message = f"cannot be written ({error.strerror or type(error).__name__})"
        raise NotWritable(Problem(str(error.filename or target.written), message)) from error


def _write_beside(after: Tables, before: Tables, target: Target) -> list[tuple[Path, Path]]:
    """Write every table that changes to a temporary file; return each with its place, in the order of moving."""
    shipped = read_tables(target.directory) if target.overlay else None
    moves: list[tuple[Path, Path]] = []
    for layout in LAYOUTS.values():
        if after.rows(layout) == before.rows(layout):
            continue
        rows = after.rows(layout)
        if shipped is not None:
            rows = overlay_rows(layout, rows, shipped.rows(layout))
        place = target.written / layout.file
        beside = target.written / f"{_TEMPORARY}{layout.name}.tmp"
        with beside.open("wb") as file:
            file.write(as_csv(layout, rows))
            file.flush()
            os.fsync(file.fileno())
        moves.append((beside, place))
    return moves


def overlay_rows(layout: Layout, rows: Sequence[Row], shipped: Sequence[Row]) -> list[Row]:
    """Return the rows an overlay must hold for the tables to be `rows`: whole editions that differ, or single rows."""
    if not layout.by_edition:
        held = set(shipped)
        return [row for row in rows if row not in held]
    editions = {row[0] for row in rows}
    differing = {edition for edition in editions if _of(rows, edition) != _of(shipped, edition)}
    return [row for row in rows if row[0] in differing]


def _of(rows: Sequence[Row], edition: str) -> list[Row]:
    return [row for row in rows if row[0] == edition]


def _move_into_place(moves: list[tuple[Path, Path]]) -> tuple[Path, ...]:
    for beside, place in moves:
        beside.replace(place)
        _sync_directory(place.parent)
    return tuple(place for _, place in moves)


def _sync_directory(directory: Path) -> None:
    """Make a move last through a loss of power, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_leftovers(directory: Path) -> None:
    """Remove temporary files, those of an import that was killed included."""
    for leftover in directory.glob(f"{_TEMPORARY}*"):
        leftover.unlink(missing_ok=True)
