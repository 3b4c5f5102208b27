"""The store: one database, and a repository for each kind of thing that is kept."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import nullcontext
from typing import TYPE_CHECKING, Self

from sqlalchemy import select

from bot.store.addresses import file_of, read_address
from bot.store.announcements import Announcements
from bot.store.channels import Channels
from bot.store.database import Database
from bot.store.events import Events
from bot.store.files import prepare_file
from bot.store.interruption import uninterrupted
from bot.store.people import People
from bot.store.points import Points
from bot.store.ratings import Ratings
from bot.store.revisions import NEWEST, revision_of
from bot.store.servers import Servers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.store.database import Timed


class Store:
    """All that lasts. Each method of its repositories is one transaction: done wholly, or not at all.

    What a method has written when it returns survives the end of this process, however it ends. Any of them raises
    StoreUnavailable when the database is away. Whoever is cancelled while waiting for one is cancelled when it is done.
    """

    def __init__(self, database: Database, randbelow: Callable[[int], int]) -> None:
        self._database = database
        self.servers = Servers(database)
        self.channels = Channels(database)
        self.events = Events(database)
        self.points = Points(database)
        self.ratings = Ratings(database)
        self.announcements = Announcements(database)
        self.people = People(database, randbelow)

    @classmethod
    async def open(
        cls,
        url: str | None = None,
        *,
        patience: float = 10.0,
        randbelow: Callable[[int], int] = secrets.randbelow,
        versions: tuple[Path, ...] = (),
        timed: Timed = nullcontext,
    ) -> Self:
        """Open a database, and first create its tables, or migrate them after a backup.

        Args:
            url: `sqlite:///file` or `postgresql://user:password@host/database`; None for the default file.
            patience: how many seconds anything waits for a busy or silent database.
            randbelow: where the numbers of nameless people come from.
            versions: folders with further revisions of the tables.
            timed: makes the context in which each transaction takes place, from "reading" or "writing".

        Raises:
            UnusableAddress: the URL is not that of a database that can be used.
            StoreUnavailable: the database does not answer.
            StoreNewer: it was migrated by a newer program. Nothing was touched.
            BackupFailed: it is older than this program, and no backup could be written. Nothing was touched.
        """
        address = read_address(url)
        if (file := file_of(address)) is not None:
            await asyncio.to_thread(prepare_file, file, patience)
        database = Database.at(address, patience, timed=timed)
        try:
            async with database.reading() as connection:
                revision = await connection.run_sync(revision_of)
            if versions or revision != NEWEST:
                from bot.store.migrating import migrate  # noqa: PLC0415 - Alembic, which most starts have no use for

                await migrate(address, patience, versions)
        except BaseException:
            await database.close()
            raise
        return cls(database, randbelow)

    @uninterrupted
    async def probe(self) -> None:
        """Read something, to see whether the database answers."""
        async with self._database.reading() as connection:
            await connection.execute(select(1))

    async def close(self) -> None:
        """Close all connections. Nothing can be read or written afterwards."""
        await self._database.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
