"""Pauses before a shard is connected again whose connections do not hold.

discord.py 2.7.1 restores a connection at once, however often it breaks. For one that held this is right.
"""

from __future__ import annotations

import asyncio
import logging
import random
from time import monotonic
from typing import TYPE_CHECKING, Any

from discord.shard import EventItem, EventType, Shard

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

LASTING = 120.0
"""Seconds after which a connection has held."""

AT_ONCE = 2
"""So many connections in a row that did not hold are restored at once: one that breaks, and one refused after it."""

LONGEST = {EventType.resume: 60.0, EventType.identify: 900.0}
"""Seconds before a session is resumed, or begun anew, at most: Discord lets a bot begin 1,000 a day."""


def pause(broken: int, longest: float) -> float:
    """Return the seconds before a connection is restored, if so many in a row have not held; 0 for at once."""
    if broken <= AT_ONCE:
        return 0.0
    return min(2.0 ** (broken - AT_ONCE - 1), longest) * random.uniform(0.5, 1.0)


class PatientShard(Shard):
    """A shard that asks to be connected again after a pause, during which other shards can be."""

    def __init__(self, ws: Any, client: Any, queue_put: Callable[[EventItem], None]) -> None:
        """Take what `Shard` does. A client may have a `sleep` of its own, which then waits."""
        super().__init__(ws, client, self._ask)
        self._asked = queue_put
        self._sleep = getattr(client, "sleep", asyncio.sleep)
        self._since = monotonic()
        self._broken = 0
        self._pausing: asyncio.Task[None] | None = None

    def launch(self) -> None:
        """Listen on a new connection."""
        self._since = monotonic()
        super().launch()

    async def close(self) -> None:
        """Hang up, and ask for no other connection."""
        if self._pausing is not None:
            self._pausing.cancel()
        await super().close()

    def _ask(self, item: EventItem) -> None:
        """Hand over what is to be done about a lost connection, now or later."""
        if item.type not in LONGEST or self._client.is_closed():
            self._asked(item)
            return
        self._broken = 1 if monotonic() - self._since >= LASTING else self._broken + 1
        seconds = pause(self._broken, LONGEST[item.type])
        if not seconds:
            self._ask_now(item)
            return
        log.warning("Discord hangs up again and again (shard %d); connecting again in %.0f s", self.id, seconds)
        self._pausing = asyncio.create_task(self._ask_later(item, seconds), name=f"pause of shard {self.id}")

    def _ask_now(self, item: EventItem) -> None:
        self._since = monotonic()
        self._asked(item)

    async def _ask_later(self, item: EventItem, seconds: float) -> None:
        await self._sleep(seconds)
        self._ask_now(item)
