"""Which reply belongs to which question, for a while: so that it can change and go with it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

    from bot.cogs.messenger import Manner

KEPT = 1_000
KEPT_SECONDS = 3_600.0


@dataclass(slots=True)
class Exchange:
    """A question and its reply. `lock` is held while the reply is on its way, so that an edit or deletion waits."""

    text: str
    manner: Manner
    since: float
    reply: discord.Message | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Exchanges:
    """The latest exchanges by the id of the question's message; the oldest are forgotten, by number and by age."""

    def __init__(self, clock: Callable[[], float], limit: int = KEPT, seconds: float = KEPT_SECONDS) -> None:
        self._clock = clock
        self._limit = limit
        self._seconds = seconds
        self._held: OrderedDict[int, Exchange] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    def open(self, question: int, text: str, manner: Manner) -> Exchange:
        """Remember a question that is about to be answered."""
        now = self._clock()
        while self._held and (
            len(self._held) >= self._limit or next(iter(self._held.values())).since < now - self._seconds
        ):
            self._held.popitem(last=False)
        exchange = self._held[question] = Exchange(text, manner, now)
        return exchange

    def get(self, question: int) -> Exchange | None:
        """Return the exchange that a question opened, if it is still remembered."""
        return self._held.get(question)

    def close(self, question: int) -> Exchange | None:
        """Forget a question and return its exchange, if it was still remembered."""
        return self._held.pop(question, None)
