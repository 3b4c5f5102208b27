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
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


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
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(partial)) as target:
            source.backup(target)
            # All in one file, which can be put in the place of the other as it is.
            target.execute("PRAGMA journal_mode = DELETE")
        return partial.rename(copy)
    except (sqlite3.Error, OSError) as error:
        raise BackupFailed(f"The database was not migrated, because no backup could be written: {error}") from error


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
