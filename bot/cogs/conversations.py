"""What each person asked last in each channel, for some minutes, so that "and in 2022?" can follow it."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.queries import Query

KEPT = 5_000
KEPT_SECONDS = 300.0


class Conversations:
    """The last queries by channel and person; the oldest are forgotten, by number and by age. Nothing else is kept."""

    def __init__(self, clock: Callable[[], float], limit: int = KEPT, seconds: float = KEPT_SECONDS) -> None:
        self._clock = clock
        self._limit = limit
        self._seconds = seconds
        self._held: OrderedDict[tuple[int, int], tuple[Query, float]] = OrderedDict()

    def last(self, channel: int, person: int) -> Query | None:
        """Return what a person last asked in a channel, if that was within some minutes."""
        held = self._held.get((channel, person))
        return None if held is None or held[1] < self._clock() - self._seconds else held[0]

    def remember(self, channel: int, person: int, query: Query) -> None:
        """Keep a query as a person's last in a channel."""
        self._held.pop((channel, person), None)
        while len(self._held) >= self._limit:
            self._held.popitem(last=False)
        self._held[channel, person] = (query, self._clock())
