"""An event held still within a transaction, so that what is written to it agrees with its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.failures import NoSuchEvent, OutOfStep
from bot.store.tables import events, log

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.ext.asyncio import AsyncConnection


async def hold(connection: AsyncConnection, event_id: int, people: Iterable[int]) -> int:
    """Let nobody else change an event until the transaction ends, and return the server it belongs to.

    All of `people` must stand in its log, since whoever has something from an event acted in it. So nobody who was
    forgotten comes back through what another process still had in memory.

    Raises:
        NoSuchEvent: there is no such event.
        OutOfStep: somebody is not in its log, or no longer.
    """
    server = await connection.scalar(select(events.c.server).where(events.c.id == event_id).with_for_update())
    if server is None:
        raise NoSuchEvent(event_id)
    present = await connection.scalars(select(log.c.person).where(log.c.event == event_id).distinct())
    if not set(people) <= set(present):
        raise OutOfStep(event_id)
    return server
