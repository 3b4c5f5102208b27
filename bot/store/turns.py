"""Turns that processes on one PostgreSQL take, one after another, with a pause in between that nothing can shorten."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from bot.store.database import Database, translated
from bot.store.keys import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL
    from sqlalchemy.ext.asyncio import AsyncConnection

_UNHURRIED = {"statement_timeout": "0", "lock_timeout": "0", "transaction_timeout": "0", "idle_session_timeout": "0"}
"""Whoever waits for a turn waits as long as it takes, whatever the database is set up to allow."""

_WATCHING = {"client_connection_check_interval": "2s"}
"""Whoever is gone does not wait any more. PostgreSQL 14 and later."""


class Turn:
    """The right to do something now. It is had on a connection of its own."""

    def __init__(self, connection: AsyncConnection, driver: Any, over: Callable[[Turn], None]) -> None:
        self._connection = connection
        self._driver = driver
        self._over = over
        self._pausing: asyncio.Task[None] | None = None

    async def use(self, seconds: float) -> None:
        """Return, and let nobody else have a turn within so many seconds, even if this process is killed.

        The database itself sleeps on the lock, and does not notice meanwhile whether somebody is still there.
        """
        self._pausing = asyncio.create_task(self._pause(seconds), name="pause after a turn")
        await asyncio.sleep(0)  # what the task sends first is on its way before whatever the turn is for

    async def close(self) -> None:
        """Give a turn back that was not used; a pause that was begun goes on without this process."""
        await hang_up(self._connection, self._driver)
        self._over(self)

    async def _pause(self, seconds: float) -> None:
        with suppress(Exception):  # a connection that breaks ends the turn as well
            await self._driver.execute(f"SELECT pg_sleep({seconds})")
        await self.close()


class Turns:
    """The turns of all processes on one database."""

    def __init__(self, url: URL, patience: float) -> None:
        """`patience` is how many seconds a connection may take to be made."""
        self._database = Database.at(url, patience, alone=True)
        self._open: set[Turn] = set()

    async def take(self, name: str) -> Turn:
        """Wait for a turn at something of a name, and have it until it was used, or this process ends.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        with translated():
            connection, driver = await self._database.connect()
            try:
                await set_what_is_known(connection, _UNHURRIED | _WATCHING)
                await connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": key_of(name)})
                await set_what_is_known(connection, dict.fromkeys(_WATCHING, "0"))
            except BaseException:
                await hang_up(connection, driver)
                raise
        turn = Turn(connection, driver, self._open.discard)
        self._open.add(turn)
        return turn

    async def close(self) -> None:
        """Give back all turns that were not used."""
        for turn in tuple(self._open):
            await turn.close()
        await self._database.close()


async def set_what_is_known(connection: AsyncConnection, settings: dict[str, str]) -> None:
    """Set for a connection what this version of PostgreSQL knows of some settings."""
    await connection.execute(
        text(
            "SELECT set_config(name, value, false) FROM pg_settings"
            " JOIN unnest(CAST(:names AS text[]), CAST(:texts AS text[])) wanted (name, value) USING (name)"
        ),
        {"names": list(settings), "texts": list(settings.values())},
    )


async def hang_up(connection: AsyncConnection, driver: Any) -> None:
    """End a connection without a farewell, for which a database that is away would be waited for."""
    driver.terminate()
    with suppress(Exception):
        await connection.close()
