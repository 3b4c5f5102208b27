"""What is kept of a person, everywhere, and how it is forgotten."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, union, update

from bot.store.events import as_event, as_logged
from bot.store.interruption import uninterrupted
from bot.store.records import Forgotten, Kept, Logged, Played, Rating
from bot.store.tables import events, log, person_ratings, points
from bot.store.telling import SomebodyForgotten, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.store.database import Database


_AT_ONCE = 500
"""Events in which somebody is replaced by one statement: databases limit what it can hold."""
_NAMELESS = 2**62
"""How many numbers nameless people have to choose from."""


class People:
    """All that is kept of people, over all servers."""

    def __init__(self, database: Database, randbelow: Callable[[int], int]) -> None:
        self._database = database
        self._randbelow = randbelow

    @uninterrupted
    async def everything(self, person: int) -> tuple[Kept, ...]:
        """Return all that is kept of somebody, by server: ratings, points, and what they did in which event."""
        actions: dict[int, list[Logged]] = defaultdict(list)
        async with self._database.reading() as connection:
            played = await connection.execute(
                select(*events.c, points.c.points)
                .join_from(events, points, (points.c.event == events.c.id) & (points.c.person == person), isouter=True)
                .where(events.c.id.in_(_with(person)))
                .order_by(events.c.id)
            )
            logged = await connection.execute(
                select(log).where(log.c.person == person).order_by(log.c.event, log.c.number)
            )
            rated = await connection.execute(select(person_ratings).where(person_ratings.c.person == person))
            for row in logged:
                actions[row.event].append(as_logged(row))
            ratings = {row.server: Rating(row.value, row.answers) for row in rated}
            by_server: dict[int, list[Played]] = defaultdict(list)
            for row in played:
                by_server[row.server].append(Played(as_event(row), tuple(actions[row.id]), row.points))
        return tuple(
            Kept(server, ratings.get(server), tuple(by_server[server])) for server in sorted({*ratings, *by_server})
        )

    @uninterrupted
    async def forget(self, person: int) -> Forgotten:
        """Remove somebody from all that is kept, at once: afterwards, their id is in no table.

        In each event they become a nameless person: a random negative number stands for them in its log and in its
        points, and in no other event. Their ratings are deleted. Other processes are told, which may play these events.
        """
        held = _with(person).order_by(events.c.id).limit(_AT_ONCE).with_for_update()
        touched: list[int] = []
        async with self._database.writing() as connection:
            # Until there is none: others may go on writing elsewhere. What is found is held, always in the same order.
            while found := list(await connection.scalars(held)):
                nameless = await self._nameless(connection, len(found))
                swaps = [{"in_event": event, "nameless": number} for event, number in zip(found, nameless, strict=True)]
                for table in (log, points):
                    theirs = (table.c.event == bindparam("in_event"), table.c.person == person)
                    await connection.execute(update(table).where(*theirs).values(person=bindparam("nameless")), swaps)
                touched += found
            ratings = await connection.execute(delete(person_ratings).where(person_ratings.c.person == person))
            await tell(connection, SomebodyForgotten(frozenset(touched)))
        return Forgotten(tuple(sorted(touched)), ratings.rowcount)

    async def _nameless(self, connection: AsyncConnection, count: int) -> list[int]:
        """Return so many different negative numbers that stand for nobody yet."""
        free: set[int] = set()
        while len(free) < count:
            drawn = {-1 - self._randbelow(_NAMELESS) for _ in range(count - len(free))}
            taken = union(*(select(table.c.person).where(table.c.person.in_(drawn)) for table in (log, points)))
            free |= drawn - set(await connection.scalars(taken))
        return list(free)


def _with(person: int) -> Select[int]:
    """Return the query for the ids of all events that somebody acted in or has points from."""
    return select(events.c.id).where(
        events.c.id.in_(union(*(select(table.c.event).where(table.c.person == person) for table in (log, points))))
    )
