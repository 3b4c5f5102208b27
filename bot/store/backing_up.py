"""Copies of everything, made before an older database is migrated."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateSchema

from bot.store.failures import BackupFailed
from bot.store.tables import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection


_PAGES = 1_000
"""Pages of a file that are copied at a time: some 4 MB."""


def back_up_file(file: Path, revision: str) -> Path:
    """Copy an SQLite database as it was last committed, and return the copy: a new file beside it.

    Raises:
        BackupFailed: it could not be written whole.
    """
    named = (f"{file.name}.before-{revision}{again}.sqlite3" for again in _numbers("."))
    copy = next(path for name in named if not (path := file.with_name(name)).exists())
    partial = copy.with_name(f"{copy.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        copy_file(file, partial)
        return partial.rename(copy)
    except (sqlite3.Error, OSError) as error:
        raise BackupFailed(f"The database was not migrated, because no backup could be written: {error}") from error


def copy_file(file: Path, copy: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Copy an SQLite database, as it is at this moment, to a file that is not there or empty.

    `progress` is told how many pages are done, of how many. Others may write meanwhile; that is not copied.

    Raises:
        sqlite3.Error: one of the two cannot be used.
    """

    def told(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with closing(sqlite3.connect(file, isolation_level=None)) as source, closing(sqlite3.connect(copy)) as target:
        # A reading transaction holds the moment; without it the copy would begin anew whenever somebody writes.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target, pages=_PAGES, progress=told)
        # All in one file, which can be put in the place of the other as it is.
        target.execute("PRAGMA journal_mode = DELETE")


def back_up_tables(connection: Connection, revision: str) -> str:
    """Copy our tables in PostgreSQL, within the transaction, and return the new schema that has the copies.

    Raises:
        BackupFailed: it could not be created.
    """
    inspector = inspect(connection)
    taken = inspector.get_schema_names()
    schema = next(name for again in _numbers("_") if (name := f"{PREFIX}before_{revision}{again}") not in taken)
    try:
        connection.execute(CreateSchema(schema))
        for table in filter(lambda name: name.startswith(PREFIX), inspector.get_table_names()):
            connection.execute(text(f'CREATE TABLE "{schema}"."{table}" AS TABLE "{table}"'))
    except DBAPIError as error:
        raise BackupFailed(
            f"The database was not migrated, because no backup could be written: {error.orig}"
        ) from error
    return schema


def _numbers(before: str) -> Iterator[str]:
    """Return what tells copies of the same revision apart: nothing, then 2, 3 and so on."""
    return ("" if number == 1 else f"{before}{number}" for number in count(1))
