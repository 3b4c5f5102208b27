"""A stage for tallies, with a clock that tests move."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.hosting.host import Host, NotPosted
from tests.hosting.tally import Action, Line, Posted, Tally, TallyGame, Tick

if TYPE_CHECKING:
    from bot.store.records import Event
    from bot.store.store import Store

START = datetime(2026, 9, 1, 18, tzinfo=UTC)
ENDS = START + timedelta(minutes=10)


class Stage:
    """Posts into a list, keeps the last state noted, and has a clock that tests move."""

    def __init__(self) -> None:
        self.now = START
        self.posted: list[str] = []
        self.failing = 0
        self.error: Exception = NotPosted("away")
        self.noted: Tally | None = None
        self._sleeping: list[tuple[datetime, asyncio.Future[None]]] = []

    async def post(self, event: Event, state: Tally, notice: Line) -> Action:
        if self.failing:
            self.failing -= 1
            raise self.error
        self.posted.append(notice.key)
        return Posted(notice.key, len(self.posted))

    def tick(self) -> Action:
        return Tick()

    async def note(self, event: Event, state: Tally) -> None:
        self.noted = state

    async def sleep(self, seconds: float) -> None:
        until: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleeping.append((self.now + timedelta(seconds=seconds), until))
        await until

    async def pass_time(self, **amount: float) -> None:
        self.now += timedelta(**amount)
        await settled()
        for when, until in self._sleeping:
            if when <= self.now and not until.done():
                until.set_result(None)
        await settled()


async def settled() -> None:
    """Let everything run that can; the database answers from a thread of its own."""
    for _ in range(20):
        await asyncio.sleep(0.002)


def new_host(store: Store, stage: Stage) -> Host[Any, Any, Any]:
    return Host("tally", TallyGame(), store, stage, lambda: stage.now, stage.sleep)
