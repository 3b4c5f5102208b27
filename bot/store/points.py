"""Points: what each event brought to whom, and the leaderboards that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from bot.store.events import close_within
from bot.store.holding import hold
from bot.store.interruption import uninterrupted
from bot.store.records import Place
from bot.store.tables import events, points

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.store.database import Database


class Points:
    """The points of events. Everybody who has some stands in the event's log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @uninterrupted
    async def award(self, event_id: int, awarded: Mapping[int, int]) -> None:
        """Keep the points of an event, by person, in place of all that it brought before.

        Raises:
            NoSuchEvent: there is no such event.
            OutOfStep: somebody is not in the event's log, or no longer.
        """
        async with self._database.writing() as connection:
            await _replace(connection, event_id, awarded)

    @uninterrupted
    async def settle(self, event_id: int, at: datetime, awarded: Mapping[int, int]) -> None:
        """Close an event and keep its points: both, or neither. See `award` and `Events.close`.

        Raises:
            NoSuchEvent: there is no such event.
            OutOfStep: somebody is not in the event's log, or no longer.
        """
        async with self._database.writing() as connection:
            await _replace(connection, event_id, awarded)
            await close_within(connection, event_id, at)

    @uninterrupted
    async def of_event(self, event_id: int) -> Mapping[int, int]:
        """Return the points that an event brought, by person; none where there is no such event."""
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(points.c.person, points.c.points).where(points.c.event == event_id).order_by(points.c.person)
            )
            return {row.person: row.points for row in rows}

    @uninterrupted
    async def leaderboard(self, server: int, kind: str, limit: int) -> tuple[Place, ...]:
        """Return at most `limit` people of a server by their points from all events of a kind, the most first.

        Equal points share a place, however many events they took. Among themselves they stand in an order that is
        always the same and means nothing, but nameless people come last. Somebody who was forgotten is as many
        nameless people as they had events.
        """
        total = func.sum(points.c.points)
        query = (
            select(
                func.rank().over(order_by=total.desc()).label("place"),
                points.c.person,
                total.label("total"),
                func.count().label("events"),
            )
            .join_from(points, events)
            .where(events.c.server == server, events.c.kind == kind)
            .group_by(points.c.person)
            .order_by(total.desc(), points.c.person.desc())
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = await connection.execute(query)
            return tuple(Place(row.place, row.person, row.total, row.events) for row in rows)


async def _replace(connection: AsyncConnection, event_id: int, awarded: Mapping[int, int]) -> None:
    await hold(connection, event_id, awarded)
    await connection.execute(delete(points).where(points.c.event == event_id))
    if awarded:
        rows = [{"event": event_id, "person": person, "points": of_them} for person, of_them in awarded.items()]
        await connection.execute(insert(points), rows)
