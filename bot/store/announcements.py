"""Which editions were announced where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.interruption import uninterrupted
from bot.store.tables import announcements

if TYPE_CHECKING:
    from bot.store.database import Database


class Announcements:
    """Which channels know of which editions, so that none is told twice."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @uninterrupted
    async def told(self, edition: int) -> frozenset[int]:
        """Return the channels that know of an edition, or of a newer one."""
        query = select(announcements.c.channel).where(announcements.c.edition >= edition)
        async with self._database.reading() as connection:
            return frozenset(await connection.scalars(query))

    @uninterrupted
    async def note(self, edition: int, channel: int) -> None:
        """Note that a channel knows of an edition; to note it again changes nothing."""
        noted = self._database.insert(announcements).values(edition=edition, channel=channel)
        async with self._database.writing() as connection:
            await connection.execute(noted.on_conflict_do_nothing())
