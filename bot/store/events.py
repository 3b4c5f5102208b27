"""Games, as logs that only grow."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, true, update

from bot.store.failures import AlreadyOpen, NoSuchEvent, OutOfStep
from bot.store.interruption import uninterrupted
from bot.store.records import Event, Logged
from bot.store.tables import ONE_OPEN, events, log

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection

    from bot.store.database import Database


class Events:
    """Events and their logs. A log is numbered from 0, without gaps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @uninterrupted
    async def open(self, kind: str, server: int, channel: int, scope: str, first: Logged) -> Event:
        """Open an event with the first action of its log, number 0, at that action's time.

        Raises:
            AlreadyOpen: one of this kind is open in this scope; the exception has it.
        """
        values = {"kind": kind, "server": server, "channel": channel, "scope": scope, "opened_at": first.at}
        insert = self._database.insert(events).values(values)
        insert = insert.on_conflict_do_nothing(index_elements=[events.c.kind, events.c.scope], index_where=ONE_OPEN)
        async with self._database.writing() as connection:
            while (row := (await connection.execute(insert.returning(*events.c))).one_or_none()) is None:
                other = await connection.execute(
                    select(events).where(events.c.kind == kind, events.c.scope == scope, ONE_OPEN)
                )
                # Without one, it was closed between the two statements, and the scope is free.
                if (there := other.one_or_none()) is not None:
                    raise AlreadyOpen(as_event(there))
            await self._write(connection, row.id, 0, first)
        return as_event(row)

    @uninterrupted
    async def append(self, event_id: int, number: int, logged: Logged) -> None:
        """Append an action to a log, as the number that the caller believes is the next one.

        When this returns, the action is kept, whatever happens to this process. After StoreUnavailable it may be kept
        or not; the same call then finds out.

        Raises:
            NoSuchEvent: there is no such event.
            OutOfStep: another number is the next one.
        """
        following = select(func.max(log.c.number) + 1).where(log.c.event == event_id).scalar_subquery()
        # The event cannot be removed in between; others can append, but then the number is taken.
        held = select(following).select_from(events).where(events.c.id == event_id)
        async with self._database.writing() as connection:
            expected = await connection.scalar(held.with_for_update(read=True, key_share=True))
            if expected is None:
                raise NoSuchEvent(event_id)
            if expected != number or not await self._write(connection, event_id, number, logged):
                raise OutOfStep(event_id)

    @uninterrupted
    async def log(self, event_id: int) -> tuple[Logged, ...]:
        """Return the log of an event.

        Raises:
            NoSuchEvent: there is no such event.
        """
        async with self._database.reading() as connection:
            rows = await connection.execute(select(log).where(log.c.event == event_id).order_by(log.c.number))
            logged = tuple(as_logged(row) for row in rows)
        if not logged:
            raise NoSuchEvent(event_id)
        return logged

    @uninterrupted
    async def logs(self, event_ids: Collection[int]) -> Mapping[int, tuple[Logged, ...]]:
        """Return the logs of several events at once, by event; those that do not exist are left out."""
        query = select(log).where(log.c.event.in_(event_ids)).order_by(log.c.event, log.c.number)
        found: defaultdict[int, list[Logged]] = defaultdict(list)
        async with self._database.reading() as connection:
            for row in await connection.execute(query):
                found[row.event].append(as_logged(row))
        return {event: tuple(logged) for event, logged in found.items()}

    @uninterrupted
    async def get(self, event_id: int) -> Event:
        """Return an event.

        Raises:
            NoSuchEvent: there is no such event.
        """
        found = await self._where(events.c.id == event_id, limit=1)
        if not found:
            raise NoSuchEvent(event_id)
        return found[0]

    @uninterrupted
    async def all_open(self, kind: str | None = None) -> tuple[Event, ...]:
        """Return all open events, or those of a kind, the newest first."""
        return await self._where(ONE_OPEN, true() if kind is None else events.c.kind == kind)

    @uninterrupted
    async def of_scope(self, kind: str, scope: str, limit: int = 100) -> tuple[Event, ...]:
        """Return the events of a kind in a scope, open and closed, at most `limit`, the newest first."""
        return await self._where(events.c.kind == kind, events.c.scope == scope, limit=limit)

    @uninterrupted
    async def of_server(self, server: int, kind: str, limit: int = 100) -> tuple[Event, ...]:
        """Return the events of a kind in a server, open and closed, at most `limit`, the newest first."""
        return await self._where(events.c.server == server, events.c.kind == kind, limit=limit)

    @uninterrupted
    async def close(self, event_id: int, at: datetime) -> None:
        """Close an event. One that is closed already keeps the time at which it was.

        Raises:
            NoSuchEvent: there is no such event.
        """
        async with self._database.writing() as connection:
            await close_within(connection, event_id, at)

    async def _write(self, connection: AsyncConnection, event_id: int, number: int, logged: Logged) -> bool:
        values = {"event": event_id, "number": number, "at": logged.at, "person": logged.person, "data": logged.data}
        written = await connection.execute(self._database.insert(log).values(values).on_conflict_do_nothing())
        return written.rowcount == 1

    async def _where(self, *conditions: ColumnElement[Any], limit: int | None = None) -> tuple[Event, ...]:
        query = select(events).where(*conditions).order_by(events.c.id.desc()).limit(limit)
        async with self._database.reading() as connection:
            return tuple(as_event(row) for row in await connection.execute(query))


async def close_within(connection: AsyncConnection, event_id: int, at: datetime) -> None:
    """Close an event as a part of a transaction; see `Events.close`."""
    closing = update(events).where(events.c.id == event_id).values(closed_at=func.coalesce(events.c.closed_at, at))
    if (await connection.execute(closing)).rowcount == 0:
        raise NoSuchEvent(event_id)


def as_event(row: Row[Any]) -> Event:
    """Return the event in a row that has all columns of its table."""
    return Event(row.id, row.kind, row.server, row.channel, row.scope, row.opened_at, row.closed_at)


def as_logged(row: Row[Any]) -> Logged:
    """Return the action in a row that has the columns of the log."""
    return Logged(row.at, row.person, row.data)
