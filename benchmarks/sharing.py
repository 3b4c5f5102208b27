"""What several processes cost one another: PostgreSQL for each action of a game, and memory for each server.

    python -m benchmarks.sharing postgresql://user:password@host/database

The database has to be empty, or one that nobody minds 20,000 more actions in.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from datetime import UTC, datetime
from typing import Any

import discord
from rich.console import Console
from rich.table import Table

from benchmarks.timing import Timing
from bot.client import ClusterBot
from bot.pipeline import open_pipeline
from bot.settings import Settings
from bot.store.records import Logged
from bot.store.store import Store

AT_ONCE = (1, 4, 16)
ACTIONS = 4_000
SERVERS = 10_000
CHANNELS, ROLES = 20, 10
"""Of a server of middling size. What a server holds differs widely; this says how it was measured."""

PAGE = resource.getpagesize()


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


def measure_servers() -> Table:
    """Measure what a process holds, before and with so many servers on its shards."""
    table = Table(title=f"Memory of a process ({CHANNELS} channels and {ROLES} roles in each server)")
    for column in ("servers", "resident MB", "KB a server"):
        table.add_column(column, justify="right")
    bot = ClusterBot(Settings(_env_file=None, shards=1), open_pipeline())
    empty = _resident()
    table.add_row("0", f"{empty / 1e6:.0f}", "")
    state: Any = bot._connection
    state.user = discord.Object(1)
    for number in range(SERVERS):
        state._add_guild_from_data(_server(number))
    full = _resident()
    table.add_row(f"{SERVERS:,}", f"{full / 1e6:.0f}", f"{(full - empty) / SERVERS / 1e3:.1f}")
    return table


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no file in the sense of a path
        return int(file.read().split()[1]) * PAGE


def _server(number: int) -> dict[str, Any]:
    first = (1_000_000 + number) << 22
    roles = [
        {
            "id": str(first + each), "name": f"role {each}", "position": each, "color": 0, "hoist": False,
            "managed": False, "permissions": "104324673", "mentionable": False, "flags": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        }
        for each in range(ROLES)
    ]  # fmt: skip
    channels = [
        {
            "id": str(first + 1_000 + each), "guild_id": str(first), "type": 0, "name": f"channel-{number}-{each}",
            "position": each, "topic": None, "nsfw": False, "rate_limit_per_user": 0, "last_message_id": None,
            "permission_overwrites": [{"id": str(first), "type": 0, "allow": "0", "deny": "0"}],
        }
        for each in range(CHANNELS)
    ]  # fmt: skip
    return {
        "id": str(first), "name": f"server {number}", "owner_id": "5", "roles": roles, "channels": channels,
        "members": [], "emojis": [], "stickers": [], "threads": [], "voice_states": [], "presences": [],
        "features": ["COMMUNITY", "NEWS"], "member_count": 200, "premium_tier": 0, "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0,
        "system_channel_flags": 0, "preferred_locale": "en-US", "unavailable": False,
    }  # fmt: skip


def main() -> None:
    """Print both tables."""
    console = Console()
    console.print(measure_servers())
    if len(sys.argv) > 1:
        console.print(measure_actions(sys.argv[1]))


if __name__ == "__main__":
    main()
