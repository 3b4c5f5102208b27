"""What an answer costs over a real local socket: gateway and REST of a small server, the whole of discord.py between.

The echo bot and ours take turns in one process, so that noise falls on both. The server's own work is in both figures.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from discord.gateway import DiscordWebSocket
from discord.http import Route
from rich.table import Table

from benchmarks.asked import QUESTIONS
from benchmarks.client import EchoBot, quiet_client, unhurried
from benchmarks.timing import Timing, microseconds
from bot.client import ClusterBot
from bot.running import point_to
from bot.settings import ReplyStyle, Settings
from tests.loopback import loopback

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

    from bot.pipeline import Pipeline

ROUNDS = 8
TIMES = 150
WARMING = 10
TOKEN = "MTA.not-a-token.for-measuring"


async def _round(client: discord.Client) -> dict[str, list[float]]:
    async with loopback() as server, client:
        point_to(Settings(_env_file=None, discord_api_url=server.api, discord_gateway_url=server.gateway.url))
        serving = asyncio.create_task(client.start(TOKEN))
        await asyncio.wait_for(server.ready.wait(), 10)
        await client.wait_until_ready()
        seconds: dict[str, list[float]] = {name: [] for name in QUESTIONS}
        for name, text in QUESTIONS.items():
            for turn in range(TIMES + WARMING):
                server.posted.clear()
                start = time.perf_counter()
                await server.say(text)
                await asyncio.wait_for(server.posted.wait(), 5)
                if turn >= WARMING:
                    seconds[name].append(time.perf_counter() - start)
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
        return seconds


def measure(pipeline: Pipeline) -> Table:
    """Time questions over the socket, as cards and as plain text, against the echo."""
    addresses = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    seconds = {name: {client: list[float]() for client in ("echo", "card", "plain")} for name in QUESTIONS}
    with tempfile.TemporaryDirectory() as state:

        def bot(style: ReplyStyle) -> ClusterBot:
            return ClusterBot(unhurried(style, Path(state)), pipeline, state=Path(state))

        clients: dict[str, Callable[[], discord.Client]] = {
            "echo": lambda: quiet_client(EchoBot),
            "card": lambda: bot(ReplyStyle.CARDS),
            "plain": lambda: bot(ReplyStyle.PLAIN),
        }
        for _ in range(ROUNDS):
            for client, make in clients.items():
                for name, found in asyncio.run(_round(make())).items():
                    seconds[name][client].extend(found)
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = addresses
    title = (
        f"Over a local socket, message to reply, {ROUNDS * TIMES:,} times each (aims: rank 1.15 ×, free question 1.5 ×)"
    )
    table = Table(title=title)
    for column in ("message", "echo p50", "card p50", "card p99", "card ÷ echo", "plain ÷ echo"):
        table.add_column(column, justify="left" if column == "message" else "right")
    for name, found in seconds.items():
        echo, card, plain = (Timing.of(found[client]) for client in ("echo", "card", "plain"))
        ratios = f"{card.p50 / echo.p50:.2f} ×", f"{plain.p50 / echo.p50:.2f} ×"
        table.add_row(name, microseconds(echo.p50), microseconds(card.p50), microseconds(card.p99), *ratios)
    return table
