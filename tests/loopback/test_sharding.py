"""The fake Discord keeps to Discord's rules for shards, with clients that are plain discord.py."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import discord
import pytest

from tests.loopback import Loopback, loopback
from tests.loopback.serving import pointed_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Listener(discord.AutoShardedClient):
    def __init__(self, shards: list[int], count: int) -> None:
        super().__init__(intents=discord.Intents.all(), shard_ids=shards, shard_count=count, guild_ready_timeout=0.05)
        self.heard: list[tuple[int, str]] = []

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for nothing, where discord.py would wait for five seconds."""

    async def on_message(self, message: discord.Message) -> None:
        assert message.guild is not None
        self.heard.append((message.guild.shard_id, message.content))


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback(6, shards=3) as server:
        with pointed_at(server):
            yield server


@contextlib.asynccontextmanager
async def connected(fake: Loopback, *shards: int) -> AsyncIterator[Listener]:
    client = Listener(list(shards), 3)
    async with client:
        serving = asyncio.create_task(client.start("MTA.fake"))
        await asyncio.wait_for(client.wait_until_ready(), 10)
        yield client
    serving.cancel()


async def test_servers_and_their_messages_go_to_their_shards(fake: Loopback) -> None:
    async with connected(fake, 0, 2) as one, connected(fake, 1) as other:
        assert {guild.shard_id for guild in one.guilds} == {0, 2}
        assert len(one.guilds) + len(other.guilds) == 6
        for guild in fake.world.guilds.values():
            await fake.say(str(guild.shard(3)), guild.channels[0])
        async with asyncio.timeout(5):
            while len(one.heard) + len(other.heard) < 6:
                await asyncio.sleep(0.01)
    assert sorted(one.heard) == [(0, "0")] * 2 + [(2, "2")] * 2
    assert other.heard == [(1, "1")] * 2
    assert [(each.shard, each.count) for each in fake.gateway.identified] == [(0, 3), (2, 3), (1, 3)]
    assert not fake.gateway.sessions, "a session that a client closed is over"


async def test_a_session_begun_too_early_is_refused_and_counted(fake: Loopback) -> None:
    fake.gateway.identify_seconds, fake.gateway.max_concurrency = 0.2, 2
    async with connected(fake, 0, 1, 2):
        attempts = {shard: [each for each in fake.gateway.identified if each.shard == shard] for shard in range(3)}
    assert [len(attempts[shard]) for shard in (0, 1)] == [1, 1], "shards of two groups may begin at once"
    assert fake.gateway.violations == len(attempts[2]) - 1 > 0
    assert attempts[2][-1].at - attempts[0][0].at >= 0.2


async def test_what_a_shard_missed_is_replayed_in_order(fake: Loopback) -> None:
    async with connected(fake, 0, 1, 2) as client:
        await fake.gateway.drop()
        for word in ("one", "two", "three"):
            await fake.say(word)
        async with asyncio.timeout(5):
            while len(client.heard) < 3 or fake.gateway.resumed < 3:
                await asyncio.sleep(0.01)
    assert [word for _, word in client.heard] == ["one", "two", "three"]
    assert fake.gateway.resumed == 3
    assert len(fake.gateway.identified) == 3
