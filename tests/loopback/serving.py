"""The bot against a fake Discord, as the program runs it: `bot.running.serve`, with no Discord but this one."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.running import point_to, serve
from bot.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from bot.client import ClusterBot
    from tests.loopback.server import Loopback

TOKEN = "MTA.fake-token.for-tests"


@contextlib.contextmanager
def pointed_at(fake: Loopback) -> Iterator[None]:
    """Have clients take a fake Discord for Discord, and set things right in the end."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    point_to(Settings(_env_file=None, discord_api_url=fake.api, discord_gateway_url=fake.gateway.url))
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


class Waits(list[float]):
    """The waits that somebody asked for, which take no time."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)
        await asyncio.sleep(0)


@contextlib.asynccontextmanager
async def serving(
    make: Callable[[bool], ClusterBot], fake: Loopback, sleep: Callable[[float], Awaitable[None]]
) -> AsyncIterator[list[ClusterBot]]:
    """Serve until the end of the block; yield the bots that were made so far, once one is connected."""
    made: list[ClusterBot] = []

    def make_bot(message_content: bool) -> ClusterBot:
        made.append(make(message_content))
        return made[-1]

    task = asyncio.create_task(serve(make_bot, TOKEN, sleep))
    try:
        await asyncio.wait_for(fake.ready.wait(), 30)
        yield made
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        assert all(bot.is_closed() for bot in made)
