"""Which editions were announced where, and which were put into service."""

from __future__ import annotations

from sqlalchemy import delete, func, select

from bot.store.database import Database, uninterrupted
from bot.store.tables import announcements, editions


class Announcements:
    """Announcements of editions, each made once in a channel by whichever process claims it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @uninterrupted
    async def claim(self, edition: int, channel: int) -> bool:
        """Return whether the caller is the one to announce an edition in a channel: it is told so once over all."""
        claim = self._database.insert(announcements).values(edition=edition, channel=channel)
        async with self._database.writing() as connection:
            return (await connection.execute(claim.on_conflict_do_nothing())).rowcount == 1

    @uninterrupted
    async def release(self, edition: int, channel: int) -> None:
        """Give a claim back after the announcement failed for good, so that it can be claimed again."""
        async with self._database.writing() as connection:
            await connection.execute(
                delete(announcements).where(announcements.c.edition == edition, announcements.c.channel == channel)
            )

    @uninterrupted
    async def served(self) -> int | None:
        """Return the newest edition that was ever put into service, if any was."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(func.max(editions.c.edition)))

    @uninterrupted
    async def serve(self, edition: int) -> None:
        """Note that an edition was put into service."""
        serving = self._database.insert(editions).values(edition=edition)
        async with self._database.writing() as connection:
            await connection.execute(serving.on_conflict_do_nothing())
