"""Quizzes in play under a clock that tests move, with posts and a store that fail when told to."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.community.quiz.actions import Abandoned, Posted, Tick
from bot.community.quiz.game import QuizGame, milliseconds
from bot.community.quiz.state import Podium, Revealed
from bot.hosting.host import Host, NotPosted

if TYPE_CHECKING:
    from bot.community.quiz.state import Notice, Quiz
    from bot.store.records import Event
    from bot.store.store import Store
    from tests.hosting.faults import When

START = datetime(2026, 9, 1, 18, tzinfo=UTC)
PATIENCE = 10
"""Seconds, real ones, until a host that does not come to rest is taken for turning round."""


class Evening:
    """The stagehand of quizzes. `posted` is when each notice came to the channel first, in milliseconds."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = START
        self.posts_failing: list[When] = []
        self.posted: dict[tuple[int, str], int] = {}
        self.named: set[int] = set()
        self._sleeping: dict[asyncio.Future[None], datetime] = {}
        self.host = self._new_host()
        self.host.start()

    def _new_host(self) -> Host[Any, Any, Any]:
        return Host("quiz", QuizGame(), self.store, self, lambda: self.now, self._sleep)

    async def restart(self) -> None:
        """End the host, and let another one take up what there is."""
        await self.host.close()
        self.host = self._new_host()
        await self.host.resume()
        self.host.start()
        await self.settled()

    async def post(self, event: Event, state: Quiz, notice: Notice) -> Posted | Abandoned:
        fault = self.posts_failing.pop(0) if self.posts_failing else None
        if fault == "before":
            raise NotPosted("away")
        self.named |= people_in(notice)
        at = self.posted.setdefault((event.id, notice.key), milliseconds(self.now))
        if fault == "after":
            raise NotPosted("no answer")
        return Posted(notice.key, 1 + len(self.posted), at)

    def tick(self) -> Tick:
        return Tick()

    async def note(self, event: Event, state: Quiz) -> None:
        if QuizGame().over(state):
            await self.store.points.award(event.id, QuizGame().points(state))

    async def _sleep(self, seconds: float) -> None:
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleeping[waking] = self.now + timedelta(seconds=seconds)
        try:
            await waking
        finally:
            del self._sleeping[waking]

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, from one moment at which somebody wakes to the next."""
        until = self.now + timedelta(seconds=seconds)
        while self._sleeping and min(self._sleeping.values()) <= until:
            self.now = max(self.now, min(self._sleeping.values()))
            for waking, when in list(self._sleeping.items()):
                if when <= self.now:
                    waking.set_result(None)
            await self.settled()
        self.now = until

    async def settled(self) -> None:
        """Wait until every game waits for its time or for people."""
        limit = time.monotonic() + PATIENCE
        while not self._at_rest():
            assert time.monotonic() < limit, "a game does not come to rest"
            await asyncio.sleep(0.0003)

    def _at_rest(self) -> bool:
        drivers = [task for task in asyncio.all_tasks() if task.get_name().startswith("quiz ")]
        return len(drivers) == len(self._sleeping) and not any(waking.done() for waking in self._sleeping)


def people_in(notice: Notice) -> set[int]:
    """Whom a notice names."""
    board = {line.person for line in notice.board} if isinstance(notice, (Revealed, Podium)) else set[int]()
    return board | ({notice.first} if isinstance(notice, Revealed) and notice.first is not None else set())
