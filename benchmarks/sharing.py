"""What each action of a game costs the database that several processes share.

    python -m benchmarks.sharing postgresql://user:password@host/database

The database has to be empty, or one that nobody minds 20,000 more actions in.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from benchmarks.timing import Timing
from bot.store.records import Logged
from bot.store.store import Store

AT_ONCE = (1, 4, 16)
ACTIONS = 4_000


def measure_actions(address: str) -> Table:
    """Time actions appended to games' logs, by so many games at once."""
    table = Table(title="An action of a game, kept in the database")
    for column in ("games at once", "p50 ms", "p99 ms", "actions a second"):
        table.add_column(column, justify="right")
    for games in AT_ONCE:
        seconds, whole = asyncio.run(_played(address, games))
        timing = Timing.of(seconds)
        table.add_row(str(games), f"{timing.p50 * 1e3:.2f}", f"{timing.p99 * 1e3:.2f}", f"{len(seconds) / whole:,.0f}")
    return table


async def _played(address: str, games: int) -> tuple[list[float], float]:
    seconds: list[float] = []
    action = Logged(datetime.now(UTC), 5, '{"kind":"answered","number":1,"at_ms":1767225600000,"choice":2}')

    async def play(store: Store, scope: str) -> None:
        event = await store.events.open("benchmark", 1, 2, scope, action)
        for number in range(1, ACTIONS // games):
            start = time.perf_counter()
            await store.events.append(event.id, number, action)
            seconds.append(time.perf_counter() - start)
        await store.events.close(event.id, datetime.now(UTC))

    async with await Store.open(address) as store:
        start = time.perf_counter()
        await asyncio.gather(*(play(store, f"{start} {game}") for game in range(games)))
        return seconds, time.perf_counter() - start


def main() -> None:
    """Print the table."""
    Console().print(measure_actions(sys.argv[1]))


if __name__ == "__main__":
    main()
