"""What the bot tells whoever watches it, and what it can be asked; nothing is imported for it while nobody does."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager


class Vitals(Protocol):
    """What a running bot can be asked at any moment. Nothing but `store_answers` takes time."""

    def gateway_latencies(self) -> Mapping[int, float]:
        """Return the seconds between heartbeat and answer, by shard: of those that are connected, infinite if new."""
        ...

    def shards_connected(self) -> Mapping[int, bool]:
        """Return the shards that are this process's, and whether each is connected and ready."""
        ...

    def shards_waited_for(self) -> int:
        """Return how many shards this process would take over, if the one that has them ended."""
        ...

    def pictures_waiting(self) -> int:
        """Return how many pictures were asked for and are not drawn."""
        ...

    def open_games(self) -> Mapping[str, int]:
        """Return how many games are being played, by kind."""
        ...

    async def store_answers(self) -> bool:
        """Return whether the database can be read. May take as long as the database."""
        ...


class Watch(Protocol):
    """Takes note of what a bot does."""

    def attach(self, vitals: Vitals) -> None:
        """Ask this bot from now on, in the place of any before it."""
        ...

    def answered(self, kind: str, status: str, seconds: float) -> None:
        """Note an answer: the kind of its query, its status, and how long it took without sending it."""
        ...

    def failed(self) -> None:
        """Note a failure that somebody was told the number of."""
        ...

    def refused(self, door: str, limit: str) -> None:
        """Note that somebody was not let in: by which door, and because of which limit."""
        ...

    def timed(self, doing: str, /) -> AbstractContextManager[object]:
        """Return what notes how long a transaction takes, which is reading or writing."""
        ...


class Unwatched:
    """Takes note of nothing."""

    def attach(self, vitals: Vitals) -> None:
        """Ask nothing."""

    def answered(self, kind: str, status: str, seconds: float) -> None:
        """Note nothing."""

    def failed(self) -> None:
        """Note nothing."""

    def refused(self, door: str, limit: str) -> None:
        """Note nothing."""

    def timed(self, doing: str, /) -> AbstractContextManager[object]:
        """Return what notes nothing."""
        return nullcontext(doing)


UNWATCHED = Unwatched()
