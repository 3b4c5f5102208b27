"""Which channels subscribed to what."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from bot.store.interruption import uninterrupted
from bot.store.records import OptIn, What
from bot.store.tables import announcements, channels

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from bot.store.database import Database


class Channels:
    """The subscriptions of channels: at most one to each thing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @uninterrupted
    async def subscribe(
        self, channel: int, server: int, what: What, role: int | None = None, at_minute: int | None = None
    ) -> None:
        """Keep a channel's subscription in place of the one to the same thing, if it had one.

        `role` is the one role that is pinged; `at_minute` the minute of the day, in UTC, at which something is posted.
        """
        values = asdict(OptIn(channel, server, what, role, at_minute))
        key = [channels.c.channel, channels.c.what]
        async with self._database.writing() as connection:
            insert = self._database.insert(channels).values(values)
            await connection.execute(insert.on_conflict_do_update(index_elements=key, set_=values))

    @uninterrupted
    async def unsubscribe(self, channel: int, what: What) -> bool:
        """End a channel's subscription, and return whether there was one. What it was told of editions is forgotten."""
        async with self._database.writing() as connection:
            if what == "editions":
                await connection.execute(delete(announcements).where(announcements.c.channel == channel))
            gone = await connection.execute(
                delete(channels).where(channels.c.channel == channel, channels.c.what == what)
            )
        return gone.rowcount == 1

    @uninterrupted
    async def all(self, what: What) -> tuple[OptIn, ...]:
        """Return all subscriptions to something, by channel."""
        return await self._where(channels.c.what == what)

    @uninterrupted
    async def of_server(self, server: int) -> tuple[OptIn, ...]:
        """Return all subscriptions of a server's channels, by channel and by what they are to."""
        return await self._where(channels.c.server == server)

    @uninterrupted
    async def remove_channel(self, channel: int) -> None:
        """End all subscriptions of a channel that is gone, and forget what was announced there."""
        async with self._database.writing() as connection:
            for table in (channels, announcements):
                await connection.execute(delete(table).where(table.c.channel == channel))

    async def _where(self, condition: ColumnElement[Any]) -> tuple[OptIn, ...]:
        query = select(channels).where(condition).order_by(channels.c.channel, channels.c.what)
        async with self._database.reading() as connection:
            rows = await connection.execute(query)
            return tuple(OptIn(row.channel, row.server, row.what, row.role, row.at_minute) for row in rows)
