"""A client with several shards in one process, on the real transport."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.running import point_to, serve
from tests.cogs.conftest import Make, build_settings
from tests.loopback import Loopback, loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.client import ClusterBot

TOKEN = "MTA.fake-token.for-tests"


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Loopback]:
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)

    async def at_once(*_: object, **__: object) -> None:
        pass

    monkeypatch.setattr("discord.Client.before_identify_hook", at_once)
    async with loopback(3, shards=3) as server:
        point_to(build_settings(discord_api_url=server.api, discord_gateway_url=server.gateway.url))
        yield server


@contextlib.asynccontextmanager
async def serving(make: Make, **settings: Any) -> AsyncIterator[ClusterBot]:
    bot = make(**settings)
    bot._connection.guild_ready_timeout = 0.05
    task = asyncio.create_task(serve(lambda _: bot, TOKEN))
    try:
        yield bot
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def ready(bot: ClusterBot, shards: int) -> None:
    async with asyncio.timeout(10):
        while sum(bot.shards_connected().values()) < shards:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("shards", [None, 3])
async def test_one_process_serves_all_shards(make: Make, fake: Loopback, shards: int | None) -> None:
    """As many as Discord advises, at the gateway of the settings; or as many as are set."""
    async with serving(make, shards=shards) as bot:
        await ready(bot, 3)
        for guild in fake.world.guilds.values():
            await fake.reply(await fake.say("!rank London", guild.channels[0]))
        assert set(bot.gateway_latencies()) == {0, 1, 2}
        assert bot.shards_connected() == {0: True, 1: True, 2: True}
    assert {each.shard for each in fake.gateway.identified} == {0, 1, 2}
    assert bot.shards_connected() == {}


async def test_a_shard_that_is_away_is_told_apart(make: Make, fake: Loopback) -> None:
    async with serving(make, shards=3) as bot:
        await ready(bot, 3)
        fake.faults.connections_refused = 1_000
        [one] = [session for session in fake.gateway.connected if session.shard == 1]
        assert one.socket is not None
        await one.socket.close(code=4000)
        async with asyncio.timeout(5):
            while bot.shards_connected()[1]:
                await asyncio.sleep(0.01)
        assert bot.shards_connected() == {0: True, 1: False, 2: True}
        assert set(bot.gateway_latencies()) == {0, 2}


async def test_without_identifies_left_it_waits_for_more(
    make: Make, fake: Loopback, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To go on would have Discord take the token away."""
    left = [{"remaining": 0, "reset_after": 1_100}, {"remaining": 1, "reset_after": 0}]

    async def gateway() -> tuple[int, str, dict[str, int]]:
        return (
            1,
            fake.gateway.url,
            {"total": 1_000, "max_concurrency": 1, **(left.pop(0) if len(left) > 1 else left[0])},
        )

    async with serving(make, shards=1) as bot:
        monkeypatch.setattr(bot.http, "get_bot_gateway", gateway)
        await asyncio.sleep(0.1)
        assert not fake.gateway.identified
        await ready(bot, 1)
    [record] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert "no more identifies" in record.getMessage()


async def test_a_process_that_may_not_serve_any_more_says_nothing(make: Make, fake: Loopback) -> None:
    """It stood still for so long that another has its shards, and only now sees what was asked meanwhile."""
    async with serving(make, shards=1) as bot:
        await ready(bot, 1)
        bot._session = SimpleNamespace(alive=lambda: False)  # type: ignore[assignment]
        await fake.say("!rank London")
        await asyncio.sleep(0.2)
        assert not fake.rest.posts
        bot._session = None
        await fake.reply(await fake.say("!rank London"))


async def test_every_request_goes_to_the_proxy_of_the_settings(
    make: Make, fake: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages, interactions and what Discord says of shards: a proxy that keeps one limit has to see all of them."""
    asked: list[str] = []
    request = aiohttp.ClientSession._request

    async def noted(self: aiohttp.ClientSession, method: str, url: Any, **options: Any) -> aiohttp.ClientResponse:
        asked.append(str(url))
        return await request(self, method, url, **options)

    monkeypatch.setattr(aiohttp.ClientSession, "_request", noted)
    async with serving(make, shards=1) as bot:
        await ready(bot, 1)
        await fake.reply(await fake.say("!rank London"))
        acted = await fake.slash("rank", place="London")
        await fake.until(lambda: acted.callback)
    for path in ("/gateway/bot", "/messages", "/callback", "/commands"):
        assert any(path in url for url in asked), path
    assert all(url.startswith((fake.api, fake.gateway.url)) for url in asked)
