"""Taking one's shards under locks, so that no two processes serve the same; whoever comes second waits beside."""

from __future__ import annotations

import asyncio
import logging
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.problems import DataError
from bot.store.failures import StoreError, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.hosting.tables import Tables
    from bot.settings import Settings
    from bot.store.session import Session

log = logging.getLogger(__name__)

POLL = 0.5
"""Seconds, more or less, between two attempts to take shards that another process has."""

RETRY = 5.0
"""Seconds between two attempts to reach a database that is away."""

_COUNT = "clusterbot shards"
"""The topic under which processes declare how many shards there are: with another number, servers are divided anew."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The shards of a process: `ids` of `count`. It is `shared` if there are others for the rest.

    A process for all shards claims number 0 of 0: it need not know how many there are, and nobody else may have any.
    """

    count: int = 0
    ids: tuple[int, ...] = (0,)

    @classmethod
    def of(cls, settings: Settings) -> Claim:
        """Return what a process is set up to serve."""
        return cls() if settings.shard_ids is None else cls(settings.shards or 0, settings.shard_ids)

    @property
    def shared(self) -> bool:
        """Whether there are other processes for other shards."""
        return self.count > 0

    @property
    def locks(self) -> tuple[str, ...]:
        """The names of its locks."""
        return tuple(f"clusterbot shard {each} of {self.count}" for each in self.ids)

    def __str__(self) -> str:
        return f"shards {', '.join(map(str, self.ids))} of {self.count}" if self.shared else "all shards"


class Standby:
    """A process that waits for shards that another one serves: alive, not ready, and about to take over."""

    def __init__(self, session: Session, wanted: Claim) -> None:
        self._session = session
        self._wanted = wanted

    async def wait(self, tables: Tables, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Wait for the shards and take them; the tables are then read as they are on disk.

        Raises:
            StoreUnavailable: the database is away.
        """
        waiting = False
        while True:
            if tables.changed():
                await _read(tables)
            if await take(self._session, self._wanted):
                log.info("This process has %s now", self._wanted)
                return
            if not waiting:
                log.info("Another process has %s; this one stands by", self._wanted)
                waiting = True
            await sleep(POLL * random.uniform(0.8, 1.2))
            if not self._session.alive():
                raise StoreUnavailable("The connection to the database was lost.")

    def shards_connected(self) -> Mapping[int, bool]:
        """Return no shards: none is this process's."""
        return {}

    def shards_waited_for(self) -> int:
        """Return how many shards this process waits for; 1 if for all, because nobody has told it how many."""
        return len(self._wanted.ids)

    def gateway_latencies(self) -> Mapping[int, float]:
        """Return nothing: it is not connected."""
        return {}

    def pictures_waiting(self) -> int:
        """Return 0: nobody asks it for pictures."""
        return 0

    def open_games(self) -> Mapping[str, int]:
        """Return nothing: others play."""
        return {}

    async def store_answers(self) -> bool:
        """Return whether the database answers."""
        return self._session.alive()


async def take(session: Session, wanted: Claim) -> bool:
    """Take shards if nobody has any of them, nor any at all by another number of shards; return whether they were.

    Two that come at once with different numbers may both be turned away, and then try again.

    Raises:
        StoreUnavailable: the database is away.
    """
    if not await session.try_locks(wanted.locks):
        return False
    if not await session.declare(_COUNT, wanted.count):
        return True
    await session.withdraw(_COUNT, wanted.count)
    await session.unlock(wanted.locks)
    return False


async def until_lost(session: Session, held: Claim, again: Callable[[], Awaitable[Session]]) -> str:
    """Wait until shards are certainly, or perhaps, another process's; return why.

    Shards that are shared may be another's as soon as the connection is lost. A process for all shards is usually the
    only one there is: it goes on answering while the database is away, connects `again`, and gives way only if another
    was faster.
    """
    why = await session.lost()
    if held.shared:
        return why
    await session.close()  # else what is left of it would be taken for another process
    log.warning("The lock on %s is gone (%s); this process goes on, and takes it again when it can", held, why)
    while True:
        try:
            async with await again() as other:
                if not await take(other, held):
                    return "another process has them"
                log.info("This process has %s again", held)
                log.warning("The lock on %s is gone again (%s)", held, await other.lost())
        except StoreError:
            await asyncio.sleep(RETRY)


async def _read(tables: Tables) -> None:
    try:
        await tables.read()
    except DataError as error:
        log.error("New tables were refused, and the old ones stay in service: %s", error)
