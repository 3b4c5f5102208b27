"""Bringing a database to the newest revision, with a backup, or refusing one from a newer program."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bot.store.addresses import file_of
from bot.store.backing_up import back_up_file, back_up_tables
from bot.store.database import Database
from bot.store.failures import StoreNewer
from bot.store.revisions import revision_of

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection
    from sqlalchemy.ext.asyncio import AsyncConnection

log = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"
"""Where Alembic finds what a migration does."""

_LOCK = 0x636C7573746572
"""The advisory lock in PostgreSQL that all processes of this program migrate under: "cluster" in ASCII."""


async def migrate(url: URL, patience: float, versions: tuple[Path, ...] = ()) -> None:
    """Bring a database to the newest revision, in one transaction, in which one process waits for the other.

    An empty one is filled; an older one is backed up first. `versions` are further folders of revisions.

    Raises:
        StoreUnavailable: it does not answer.
        StoreNewer: its revision is unknown here.
        BackupFailed: it is older, and could not be backed up.
    """
    config = _config(versions)
    script = ScriptDirectory.from_config(config)
    known = [revision.revision for revision in script.walk_revisions()]
    database = Database.at(url, patience, migrating=True)
    try:
        async with database.writing() as connection:
            if not database.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            current = await connection.run_sync(revision_of)
            if current == known[0]:
                return
            if current is not None:
                if current not in known:
                    raise StoreNewer(current, known[0])
                backup = await _back_up(connection, url, current)
                log.warning("The database is migrated from revision %s to %s; backup: %s", current, known[0], backup)
            await connection.run_sync(_upgrade, config)
            if database.is_sqlite and (await connection.execute(text("PRAGMA foreign_key_check"))).first() is not None:
                raise RuntimeError("A migration left rows that refer to nothing; it was undone.")
    finally:
        await database.close()


async def _back_up(connection: AsyncConnection, url: URL, revision: str) -> Path | str:
    if (file := file_of(url)) is not None:
        # Another connection sees what was committed; nobody else can write, since this transaction is about to.
        return await asyncio.to_thread(back_up_file, file, revision)
    return await connection.run_sync(back_up_tables, revision)


def _upgrade(connection: Connection, config: Config) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config(versions: tuple[Path, ...]) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    if versions:
        config.set_main_option("path_separator", "newline")
        folders = (MIGRATIONS / "versions", *versions)
        config.set_main_option("version_locations", "\n".join(map(str, folders)).replace("%", "%%"))
    return config
