"""What tests of the store share: times, actions, games, and everything that a database holds."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, text

from bot.store.addresses import read_address
from bot.store.database import Database
from bot.store.records import Logged

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from sqlalchemy import Connection

    from bot.store.records import Event
    from bot.store.store import Store

START = datetime(2025, 9, 16, 18, 0, 0, 123456, UTC)
SERVER, CHANNEL = 1_100_000_000_000_000_001, 1_100_000_000_000_000_002
ADA, BOB, CAT = 9_000_000_000_000_000_001, 9_000_000_000_000_000_002, 9_000_000_000_000_000_003


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def action(person: int | None = None, data: str = '{"kind":"join"}', seconds: float = 0) -> Logged:
    return Logged(at(seconds), person, data)


async def played(
    store: Store, people: Iterable[int] = (), *, kind: str = "quiz", scope: str = "1", server: int = SERVER
) -> Event:
    """A new event in which each of some people did something."""
    event = await store.events.open(kind, server, CHANNEL, scope, action(data='{"kind":"start"}'))
    for number, person in enumerate(people, 1):
        await store.events.append(event.id, number, action(person))
    return event


@asynccontextmanager
async def raw(address: str) -> AsyncIterator[Database]:
    """A database without what the store makes of it."""
    database = Database.at(read_address(address), 10)
    try:
        yield database
    finally:
        await database.close()


async def execute(address: str, *statements: str) -> None:
    async with raw(address) as database, database.writing() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def contents(address: str, schema: str | None = None) -> dict[str, set[tuple[Any, ...]]]:
    """Every row of every table, ours or not."""

    def read(connection: Connection) -> dict[str, set[tuple[Any, ...]]]:
        prefix = f"{schema}." if schema else ""
        return {
            name: {tuple(row) for row in connection.execute(text(f"SELECT * FROM {prefix}{name}"))}
            for name in inspect(connection).get_table_names(schema)
        }

    async with raw(address) as database, database.reading() as connection:
        return await connection.run_sync(read)
