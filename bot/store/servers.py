"""What each server set for itself."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, union

from bot.store.interruption import uninterrupted
from bot.store.records import ServerSettings
from bot.store.tables import announcements, channels, events, person_ratings, servers

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.store.database import Database


class Servers:
    """The settings of servers, and all that is kept of a server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @uninterrupted
    async def get(self, server: int) -> ServerSettings:
        """Return a server's settings; all are None where it set none."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(servers).where(servers.c.server == server))).one_or_none()
        return ServerSettings(server) if row is None else _settings(row)

    @uninterrupted
    async def all(self) -> tuple[ServerSettings, ...]:
        """Return the settings of all servers that set something, by id."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(servers).order_by(servers.c.server))
            return tuple(_settings(row) for row in rows)

    @uninterrupted
    async def known(self) -> frozenset[int]:
        """Return all servers of which anything is kept."""
        kept = union(*(select(table.c.server) for table in (servers, channels, events, person_ratings)))
        async with self._database.reading() as connection:
            return frozenset(await connection.scalars(kept))

    @uninterrupted
    async def put(self, settings: ServerSettings) -> None:
        """Keep a server's settings in place of those it had."""
        values = asdict(settings)
        async with self._database.writing() as connection:
            if settings == ServerSettings(settings.server):
                await connection.execute(delete(servers).where(servers.c.server == settings.server))
            else:
                insert = self._database.insert(servers).values(values)
                await connection.execute(insert.on_conflict_do_update(index_elements=[servers.c.server], set_=values))

    @uninterrupted
    async def remove(self, server: int) -> None:
        """Remove all that is kept of a server, as when the bot was removed from it.

        That is its settings, its channels with what was announced there, its events with their logs and points, and
        its people's ratings. How hard questions are stays: it is learned from all servers.
        """
        async with self._database.writing() as connection:
            # Logs, points and rated rounds go with their events.
            await connection.execute(delete(events).where(events.c.server == server))
            subscribed = select(channels.c.channel).where(channels.c.server == server)
            await connection.execute(delete(announcements).where(announcements.c.channel.in_(subscribed)))
            for table in (channels, person_ratings, servers):
                await connection.execute(delete(table).where(table.c.server == server))


def _settings(row: Row[Any]) -> ServerSettings:
    return ServerSettings(row.server, row.prefix, row.locale, row.style, row.organisers)
