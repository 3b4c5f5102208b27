"""One connection to PostgreSQL that stands for this process among others: its locks, and what they tell one another.

PostgreSQL gives the locks to another as soon as the connection ends: at once where the process ends, and after
RELEASED_AFTER seconds at most where it stands still or its machine is gone. This process knows before, because it
calls its connection lost LOST_AFTER seconds after the last answer at most. So at no moment two hold the same lock.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from bot.store.addresses import file_of, read_address
from bot.store.database import Database, translated
from bot.store.failures import UnusableAddress
from bot.store.interruption import uninterrupted
from bot.store.keys import key_of
from bot.store.telling import CHANNEL, read, written
from bot.store.turns import Turns, hang_up, set_what_is_known

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.store.telling import News

log = logging.getLogger(__name__)

BEAT = 2.0
PATIENCE = 3.0
"""Seconds between two signs of life, and how long each may take."""

LOST_AFTER = BEAT + PATIENCE
RELEASED_AFTER = 10.0

_GUARDS = {
    # ends the session of a process that stands still, or whose machine is gone; PostgreSQL 14 and later
    "idle_session_timeout": f"{RELEASED_AFTER:.0f}s",
    # the same for a machine that is gone, in every version: 4 s of silence, then three knocks
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}


class Session:
    """A process among others. Each method raises StoreUnavailable when the database is away."""

    def __init__(self, database: Database, connection: AsyncConnection, driver: Any, turns: Turns) -> None:
        self._database = database
        self._connection = connection
        self._driver = driver
        self._one_at_a_time = asyncio.Lock()
        self._answered = time.monotonic()
        self._beating = asyncio.create_task(self._beat(), name="sign of life")
        self._hear: Callable[[News], None] | None = None
        self._lost: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.turns = turns

    @classmethod
    async def open(cls, url: str, patience: float = 10.0) -> Self:
        """Connect; `patience` is how many seconds that may take.

        Raises:
            UnusableAddress: the URL is not that of a PostgreSQL that can be used.
            StoreUnavailable: the database does not answer.
        """
        address = read_address(url)
        if file_of(address) is not None:
            raise UnusableAddress("Several processes need one PostgreSQL: DATABASE_URL is a file.")
        database = Database.at(address, patience, alone=True)
        try:
            with translated():
                connection, driver = await database.connect()
                await set_what_is_known(connection, _GUARDS)
                session = cls(database, connection, driver, Turns(address, patience))
                driver.add_termination_listener(session._ended)
                await driver.add_listener(CHANNEL, session._told)
        except BaseException:
            await database.close()
            raise
        return session

    def alive(self) -> bool:
        """Return whether the locks are certainly this process's now, even if it has just stood still for a while."""
        return not self._lost.done() and time.monotonic() - self._answered < RELEASED_AFTER

    async def lost(self) -> str:
        """Wait until the connection is gone, and the locks with it; return why."""
        return await asyncio.shield(self._lost)

    async def try_locks(self, names: tuple[str, ...]) -> bool:
        """Take the locks of these names, or none of them if another process has one; return whether they were taken.

        To ask again and again is better than to wait in PostgreSQL: a statement that waits for days keeps it from
        clearing away what was deleted since.
        """
        keys = [key_of(name) for name in names]
        taken = [
            row[0]
            for row in await self._run(
                "SELECT pg_try_advisory_lock(k) FROM unnest(CAST(:keys AS bigint[])) k", keys=keys
            )
        ]
        if all(taken):
            return True
        got = [key for key, was in zip(keys, taken, strict=True) if was]
        await self._run("SELECT pg_advisory_unlock(k) FROM unnest(CAST(:keys AS bigint[])) k", keys=got)
        return False

    async def unlock(self, names: tuple[str, ...]) -> None:
        """Give locks back."""
        await self._run(
            "SELECT pg_advisory_unlock(k) FROM unnest(CAST(:keys AS bigint[])) k", keys=[key_of(name) for name in names]
        )

    async def declare(self, topic: str, value: int) -> frozenset[int]:
        """Let all others see a value from now on, and return the other values that they have declared."""
        about = key_of(topic) >> 32
        await self._run("SELECT pg_advisory_lock_shared(:about, :value)", about=about, value=value)
        seen = await self._run(
            "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted"
            " AND classid::bigint = :about"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            about=about % 2**32,
        )
        return frozenset(row[0] for row in seen) - {value}

    async def withdraw(self, topic: str, value: int) -> None:
        """Let nobody see a value any more."""
        await self._run("SELECT pg_advisory_unlock_shared(:about, :value)", about=key_of(topic) >> 32, value=value)

    async def tell(self, news: News) -> None:
        """Tell all other processes something."""
        await self._run("SELECT pg_notify(:channel, :news)", channel=CHANNEL, news=written(news))

    def listen(self, hear: Callable[[News], None] | None) -> None:
        """Have `hear` called with what other connections tell, and this one does not; None hears nothing."""
        self._hear = hear

    async def close(self) -> None:
        """Give all locks back, and end."""
        self._driver.remove_termination_listener(self._ended)
        self._beating.cancel()
        with suppress(asyncio.CancelledError):
            await self._beating
        self._lost.cancel()
        await hang_up(self._connection, self._driver)
        await self._database.close()
        await self.turns.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @uninterrupted
    async def _run(self, statement: str, **values: object) -> list[Any]:
        async with self._one_at_a_time:
            asked = time.monotonic()
            with translated():
                rows = (await self._connection.execute(text(statement), values)).all()
            self._answered = asked
        return list(rows)

    async def _beat(self) -> None:
        """Ask the database for a sign of life again and again, until there is none."""
        while not self._lost.done():
            await asyncio.sleep(BEAT)
            beat = asyncio.ensure_future(self._run("SELECT 1"))
            beat.add_done_callback(lambda done: done.cancelled() or done.exception())  # one that comes too late is seen
            await asyncio.wait((beat,), timeout=PATIENCE)
            if not beat.done():
                self._lose(f"the database did not answer within {PATIENCE:.0f} s")
            elif (error := beat.exception()) is not None:
                self._lose(str(error))

    def _ended(self, _: object) -> None:
        self._lose("the database closed the connection")

    def _lose(self, why: str) -> None:
        if not self._lost.done():
            self._lost.set_result(why)

    def _told(self, _connection: object, teller: int, _channel: str, message: str) -> None:
        news = read(message)
        if news is not None and self._hear is not None and teller != self._driver.get_server_pid():
            self._hear(news)
