"""The daily question: asked in every channel that wants one, at its minute of the day, once."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.cogs.events.occasion import Said
from bot.cogs.events.quiz_room import KIND, daily_scope
from bot.cogs.events.rights import crowded
from bot.cogs.notices import notice, told
from bot.hosting.host import cancelled
from bot.store.failures import AlreadyOpen, StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.cogs.events.occasion import Occasion
    from bot.cogs.events.quiz_room import QuizRoom
    from bot.community.orders import QuizDaily
    from bot.store.records import OptIn
    from bot.store.store import Store

log = logging.getLogger(__name__)

DAY = timedelta(days=1)
GAP = timedelta(minutes=1)
"""From the end of a day's question to the next one, in which the former is resolved."""

LONGEST_NAP = 3_600.0
RETRY = 60.0
"""Seconds: how long it sleeps at most, and before it tries again what failed."""


class Daily:
    """Opens the daily questions. What was asked is seen from the store, so that a restart asks nothing twice."""

    def __init__(
        self,
        store: Store,
        quiz: QuizRoom,
        serves: Callable[[int], bool],
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`serves` says whether this process speaks in a server."""
        self._store = store
        self._quiz = quiz
        self._serves = serves
        self._now = now
        self._sleep = sleep
        self._task: asyncio.Task[None] | None = None
        self._nap: asyncio.Future[None] | None = None
        self._anew = False

    async def see_to(self, order: QuizDaily, occasion: Occasion, server: int) -> Said:
        """Have a question a day in a channel, or no longer.

        Raises:
            StoreError: it could not be kept.
        """
        if order.minute is None:
            was = await self._store.channels.unsubscribe(occasion.channel, "daily")
            return Said(told("daily.off" if was else "daily.off_already"))
        if not occasion.may_post:
            return Said(notice("event.cannot_write"), private=True)
        refused = await crowded(self._store, occasion, "daily")
        if refused is not None:
            return Said(refused, private=True)
        await self._store.channels.subscribe(occasion.channel, server, "daily", at_minute=order.minute)
        self.start()
        return Said(told("daily.on", time=f"{order.minute // 60:02}:{order.minute % 60:02}"))

    def start(self) -> None:
        """Begin to ask, or look anew at what is to be asked when."""
        self._anew = True
        if self._nap is not None:
            self._nap.cancel()
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="daily questions")

    async def close(self) -> None:
        """Ask no more."""
        await cancelled(self._task, self._nap)

    async def _run(self) -> None:
        while True:
            self._anew = False
            try:
                wait = await self._asked()
            except StoreError as error:
                log.warning("The daily questions have to wait: %r", error)
                wait = RETRY
            except Exception:
                log.exception("The daily questions have to wait")
                wait = RETRY
            if not self._anew:  # else something changed meanwhile; what was being opened is not broken off for it
                nap = self._nap = asyncio.ensure_future(self._sleep(wait))
                await asyncio.wait((nap,))

    async def _asked(self) -> float:
        """Ask where it is time, and return in how many seconds it is time again."""
        now = self._now()
        wait = LONGEST_NAP
        for channel in await self._store.channels.all("daily"):
            if not self._serves(channel.server):
                continue
            moment = last_moment(channel, now)
            if await self._is_missing(channel, moment):
                try:
                    await self._quiz.open_daily(channel, moment, until=moment + DAY - GAP)
                except AlreadyOpen:  # yesterday's is just being closed
                    wait = min(wait, RETRY)
            wait = min(wait, (moment + DAY - now).total_seconds())
        return max(wait, 1.0)

    async def _is_missing(self, channel: OptIn, moment: datetime) -> bool:
        asked = await self._store.events.of_scope(KIND, daily_scope(channel.channel), limit=1)
        if not asked or asked[0].opened_at >= moment:
            return not asked
        day = (await self._quiz.open_until(asked[0]) + GAP - DAY).date()
        return day < moment.date()  # where the minute was changed, a day's question would else come back


def last_moment(channel: OptIn, now: datetime) -> datetime:
    """Return when a channel last wanted its question, up to now."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    moment = midnight + timedelta(minutes=channel.at_minute or 0)
    return moment if moment <= now else moment - DAY
