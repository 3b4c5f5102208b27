"""Servers that removed the bot while it was away are forgotten; those of which that is not certain are not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.cogs.events import departed
from bot.hosting.shards import Shards
from bot.store.records import ServerSettings
from bot.store.store import Store
from tests.loopback import Loopback, loopback
from tests.loopback.answers import answer
from tests.loopback.faults import refused
from tests.loopback.serving import Waits, pointed_at, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from aiohttp import web

    from bot.client import ClusterBot
    from tests.cogs.conftest import Make
    from tests.loopback.faults import Handler

LEFT = 5_000 << 22
ASKED = f"GET .*/guilds/{LEFT}"


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback(2) as server:
        with pointed_at(server):
            yield server


@pytest.fixture
async def store(fake: Loopback, tmp_path: Path) -> AsyncIterator[Store]:
    """What is kept: of the two servers of the bot, and of one that it was in."""
    async with await Store.open(f"sqlite:///{tmp_path / 'games.sqlite3'}") as opened:
        for server in (*fake.world.guilds, LEFT):
            await opened.servers.put(ServerSettings(server, prefix="?"))
            await opened.channels.subscribe(server + 1, server, "editions")
        yield opened


@pytest.fixture
def make_quick(make: Make, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], ClusterBot]:
    """Make a bot that waits neither for servers nor before it begins a session anew."""

    async def at_once(*_: object, **__: object) -> None:
        pass

    monkeypatch.setattr("discord.Client.before_identify_hook", at_once)

    def made(message_content: bool) -> ClusterBot:
        bot = make(message_content)
        bot._connection.guild_ready_timeout = 0.02
        return bot

    return made


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set once a shard's servers were looked at, and what was to be deleted is being deleted."""
    event, look = asyncio.Event(), departed.departed

    async def noted(*args: object) -> tuple[int, ...]:
        try:
            return await look(*args)  # type: ignore[arg-type]
        finally:
            event.set()

    monkeypatch.setattr("bot.cogs.events.hall.departed", noted)
    return event


async def until_gone(store: Store, server: int) -> None:
    async with asyncio.timeout(10):
        while server in await store.servers.known():
            await asyncio.sleep(0.01)


async def test_a_server_that_left_is_forgotten_and_one_that_is_unavailable_is_not(
    fake: Loopback, store: Store, make_quick: Callable[[bool], ClusterBot]
) -> None:
    fake.faults.holding_guilds = True  # READY lists them, and that is all
    async with serving(make_quick, fake, Waits()):
        await until_gone(store, LEFT)
    assert await store.servers.known() == set(fake.world.guilds)
    assert {each.server for each in await store.channels.all("editions")} == set(fake.world.guilds)


async def test_a_server_that_left_between_two_sessions_is_forgotten(
    fake: Loopback, store: Store, make_quick: Callable[[bool], ClusterBot]
) -> None:
    gone = fake.world.first.id
    async with serving(make_quick, fake, Waits()) as made:
        await until_gone(store, LEFT)
        del fake.world.guilds[gone]
        await fake.gateway.forget()
        await until_gone(store, gone)
        assert made[0].get_guild(gone) is None
    assert await store.servers.known() == set(fake.world.guilds)


async def shown(_request: web.Request, _handler: Handler) -> web.StreamResponse:
    return answer({"id": str(LEFT), "name": "still here", "owner_id": "5", "roles": [], "emojis": [], "stickers": []})


@pytest.mark.parametrize("fault", [refused(400), shown], ids=["Discord does not say", "the list was incomplete"])
async def test_a_server_that_perhaps_did_not_leave_is_kept(
    fake: Loopback, store: Store, make_quick: Callable[[bool], ClusterBot], looked: asyncio.Event, fault: Handler
) -> None:
    asked = fake.faults.rest(ASKED, fault)  # type: ignore[arg-type]
    async with serving(make_quick, fake, Waits()):
        await asyncio.wait_for(looked.wait(), 10)
    assert asked.met
    assert LEFT in await store.servers.known()


async def test_a_server_of_another_process_is_that_process_s_to_forget(
    fake: Loopback,
    store: Store,
    make_quick: Callable[[bool], ClusterBot],
    looked: asyncio.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Shards, "hold", lambda _, server: server != LEFT)
    async with serving(make_quick, fake, Waits()):
        await asyncio.wait_for(looked.wait(), 10)
    assert LEFT in await store.servers.known()
    assert not any(str(LEFT) in request for request in fake.rest.requests)


async def test_the_database_of_another_bot_is_left_alone(
    fake: Loopback,
    store: Store,
    make_quick: Callable[[bool], ClusterBot],
    looked: asyncio.Event,
    caplog: pytest.LogCaptureFixture,
) -> None:
    known = await store.servers.known()
    fake.world.guilds.clear()
    async with serving(make_quick, fake, Waits()):
        await asyncio.wait_for(looked.wait(), 10)
    assert await store.servers.known() == known
    assert "in none of the 3 servers in its database" in caplog.text
