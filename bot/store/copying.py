"""Copies of everything in one portable file, and databases filled from one: SQLite and PostgreSQL alike.

The file is an SQLite database with this program's tables and their revision, so that a copy of either kind of database
can be restored into either.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy import URL, func, insert, select, text

from bot.store.addresses import file_of, read_address
from bot.store.backing_up import copy_file
from bot.store.database import Database
from bot.store.failures import BackupFailed, RestoreRefused
from bot.store.files import prepare_file
from bot.store.migrating import migrate
from bot.store.revisions import NEWEST, revision_of
from bot.store.tables import VERSION_TABLE, events, metadata

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncConnection

Progress = Callable[[int, int], None]
"""Told how much is done, of how much: rows, or pages of a file."""

PATIENCE = 60.0
"""Seconds that anything waits for a busy or silent database."""
ROWS = 1_000
"""Rows that are read and written at a time."""


async def back_up(address: str | None, file: Path, progress: Progress) -> None:
    """Copy a database, as it is at this moment, to a new file that only this user may read. It may be in use.

    Raises:
        BackupFailed: the file is there already, or cannot be written; or the database is not this program's, or is
            of another revision.
        UnusableAddress: there is no such kind of database.
        StoreUnavailable: the database does not answer.
    """
    url = read_address(address)
    if file.exists():
        raise BackupFailed(f"{file} is there already, and nothing takes its place.")
    source = file_of(url)
    if source is not None and not source.exists():
        raise BackupFailed(f"There is no database in {source}.")
    database = Database.at(url, PATIENCE, migrating=True)
    partial = _begun(file)
    try:
        async with database.reading() as connection:
            revision = await connection.run_sync(revision_of)
            if revision != NEWEST:
                raise BackupFailed(f"The database is at {_named(revision)}, and this program at {NEWEST}.")
            if source is not None:
                await asyncio.to_thread(copy_file, source, partial, progress)
            else:
                await _fill_file(connection, partial, progress)
        partial.rename(file)
    except (sqlite3.Error, OSError) as error:
        raise BackupFailed(f"The backup could not be written to {file}: {error}") from error
    finally:
        await database.close()
        partial.unlink(missing_ok=True)


async def restore(file: Path, address: str | None, progress: Progress) -> None:
    """Fill a database from a backup, wholly or not at all. One without tables gets them first.

    Raises:
        RestoreRefused: the file is no backup, or of another revision; or the database is, or something is in it.
        UnusableAddress: there is no such kind of database.
        StoreUnavailable: the database does not answer.
    """
    url = read_address(address)
    _require_backup(file)
    kept = Database.at(URL.create("sqlite+aiosqlite", database=str(file)), PATIENCE)
    database = Database.at(url, PATIENCE)
    try:
        if (target := file_of(url)) is not None:
            await asyncio.to_thread(prepare_file, target, PATIENCE)
        async with database.reading() as connection:
            revision = await connection.run_sync(revision_of)
        if revision is None:
            await migrate(url, PATIENCE)
        elif revision != NEWEST:
            raise RestoreRefused(f"The database is at {_named(revision)}, and the backup at {NEWEST}.")
        async with kept.reading() as source, database.writing() as connection:
            await _hold_all(connection)
            await _require_empty(connection)
            await _copy_rows(source, connection, progress)
            await _set_counter(connection, await _counter(source))
    finally:
        await kept.close()
        await database.close()


def _begun(file: Path) -> Path:
    """Create what is to become a backup: an empty file beside it, in the place of one that was broken off."""
    partial = file.with_name(f"{file.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise BackupFailed(f"The backup could not be written to {file}: {error}") from error
    return partial


async def _fill_file(source: AsyncConnection, file: Path, progress: Progress) -> None:
    url = URL.create("sqlite+aiosqlite", database=str(file))
    await migrate(url, PATIENCE)
    target = Database.at(url, PATIENCE)
    try:
        async with target.writing() as connection:
            await _copy_rows(source, connection, progress)
            await _set_counter(connection, await _counter(source))
    finally:
        await target.close()


async def _copy_rows(source: AsyncConnection, target: AsyncConnection, progress: Progress) -> None:
    """Copy the rows of all tables, those that others refer to first."""
    tables = metadata.sorted_tables
    numbers = [await source.scalar(select(func.count()).select_from(table)) or 0 for table in tables]
    done = 0
    for table in tables:
        found = await source.stream(select(table), execution_options={"yield_per": ROWS})
        async for rows in found.mappings().partitions():
            await target.execute(insert(table), [dict(row) for row in rows])
            done += len(rows)
            progress(done, sum(numbers))


async def _counter(connection: AsyncConnection) -> int:
    """Return the highest id that an event was ever given, or 0: a removed event's is never given again."""
    if connection.dialect.name == "sqlite":
        statement = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
        return await connection.scalar(statement, {"table": events.name}) or 0
    sequence = await _sequence(connection)
    return await connection.scalar(text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")) or 0


async def _set_counter(connection: AsyncConnection, counter: int) -> None:
    if counter == 0:
        return
    if connection.dialect.name == "sqlite":
        await connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), {"table": events.name})
        statement = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :counter)")
        await connection.execute(statement, {"table": events.name, "counter": counter})
    else:
        sequence = await _sequence(connection)
        await connection.execute(text("SELECT setval(:name, :counter)"), {"name": sequence, "counter": counter})


async def _sequence(connection: AsyncConnection) -> str:
    statement = text("SELECT pg_get_serial_sequence(:table, 'id')")
    return str(await connection.scalar(statement, {"table": events.name}))


async def _hold_all(connection: AsyncConnection) -> None:
    """Let nobody else write until the transaction ends; on SQLite nobody can."""
    if connection.dialect.name != "sqlite":
        names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
        await connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


async def _require_empty(connection: AsyncConnection) -> None:
    for table in metadata.sorted_tables:
        if (await connection.execute(select(table).limit(1))).first() is not None:
            raise RestoreRefused(f"Something is in the database already, in {table.name}; nothing was changed.")


def _require_backup(file: Path) -> None:
    if not file.is_file():
        raise RestoreRefused(f"There is no file {file}.")
    try:
        with closing(sqlite3.connect(file)) as connection:
            [sound] = connection.execute("PRAGMA quick_check(1)").fetchone()
            [revision] = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise RestoreRefused(f"{file} is no backup of this program: {error}") from error
    if sound != "ok":
        raise RestoreRefused(f"{file} is damaged: {sound}")
    if revision != NEWEST:
        raise RestoreRefused(f"The backup is at {_named(revision)}, and this program at {NEWEST}.")


def _named(revision: str | None) -> str:
    return "no revision" if revision is None else f"revision {revision}"
