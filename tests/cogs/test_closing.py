"""A client that closes: who comes then is told so, and nothing of it goes on afterwards, where another may serve."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from typing import TYPE_CHECKING, Any

import pytest

from bot.cogs import views
from tests.loopback import Loopback, loopback
from tests.loopback.faults import CALLBACK, POST, stalled
from tests.loopback.serving import Waits, pointed_at, serving
from tests.loopback.world import BOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.client import ClusterBot
    from tests.cogs.conftest import Make

LONG = 60.0


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback() as server:
        with pointed_at(server):
            yield server


def own_tasks() -> set[asyncio.Task[Any]]:
    """All tasks but those of the fake Discord's sockets."""
    return {task for task in asyncio.all_tasks() if "aiohttp/web" not in str(task.get_coro().cr_code.co_filename)}  # type: ignore[union-attr]


def beating() -> set[threading.Thread]:
    """The threads of discord.py that send heartbeats."""
    return {thread for thread in threading.enumerate() if thread.name.startswith("keep-alive-handler")}


async def test_no_task_of_a_client_outlives_it(
    make: Make, fake: Loopback, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.client.FINISHING", 0.05)
    monkeypatch.setattr(views, "OPEN_SECONDS", 0.5)
    monkeypatch.setattr("bot.cogs.events.patience.PATIENCE", LONG)
    caplog.set_level(logging.WARNING)
    before = own_tasks()
    async with serving(make, fake, Waits()):
        await fake.reply(await fake.say("!top 20"))  # with buttons that time out
        late = [fake.faults.rest(POST, stalled(LONG)), fake.faults.rest(CALLBACK, stalled(LONG), 2)]
        await fake.say("!rank Paris")
        await fake.slash("rank", place="London")
        await fake.slash("mydata")
        await fake.until(lambda: all(rule.met == rule.times for rule in late))
    assert own_tasks() == before
    await asyncio.sleep(0.6)
    assert not caplog.records


async def test_no_heart_beats_on_where_a_session_was_about_to_begin(
    make: Make, fake: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = asyncio.Event()

    async def turn(*_: object, **__: object) -> None:
        waiting.set()
        await asyncio.sleep(LONG)

    before = beating()
    async with serving(make, fake, Waits()):
        monkeypatch.setattr("discord.Client.before_identify_hook", turn)
        await fake.gateway.forget()
        await asyncio.wait_for(waiting.wait(), 10)
        assert beating() > before
    async with asyncio.timeout(5):
        while beating() > before:
            await asyncio.sleep(0.01)


async def test_what_is_being_answered_is_answered_before_the_client_closes(make: Make, fake: Loopback) -> None:
    waiting = asyncio.Event()

    async def paced() -> None:
        waiting.set()
        await asyncio.sleep(0.2)

    async with serving(make, fake, Waits()) as made:
        made[0]._desk.gate.paced = paced  # type: ignore[method-assign]
        question = await fake.say("!rank London")
        await waiting.wait()
    assert len(fake.replies(question)) == 1


async def test_a_client_whose_closing_is_broken_off_closes_wholly(make: Make, fake: Loopback) -> None:
    async with serving(make, fake, Waits()) as made:
        closing = asyncio.create_task(made[0].close())
        await asyncio.sleep(0)
        closing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await closing
        assert made[0].is_closed()
        assert made[0].http._HTTPClient__session.closed  # type: ignore[attr-defined]


@contextlib.asynccontextmanager
async def closing(bot: ClusterBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Hold a client in the moment in which its games are at rest already, and it still hears Discord."""
    assert bot.hall is not None
    rest, at_rest, go_on = bot.hall.close, asyncio.Event(), asyncio.Event()

    async def rest_and_wait() -> None:
        await rest()
        at_rest.set()
        await go_on.wait()

    monkeypatch.setattr(bot.hall, "close", rest_and_wait)
    task = asyncio.create_task(bot.close())
    await at_rest.wait()
    yield
    go_on.set()
    await task


async def test_who_comes_while_it_closes_hears_that_nothing_is_lost(
    make: Make, fake: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(make, fake, Waits()) as made:
        await fake.say("!quiz start 2")
        hall = made[0].hall
        assert hall is not None
        await fake.until(lambda: len(hall.quiz.host) and fake.rest.posts)
        [playing] = hall.quiz.host
        button = {"type": 2, "style": 2, "label": "A", "custom_id": f"quiz:{playing.event.id}:1:0"}
        asked = fake.world.add_message(fake.channel, BOT, {"components": [{"type": 1, "components": [button]}]})
        async with closing(made[0], monkeypatch):
            pressed = await fake.press(asked, "A")
            given = await fake.slash("quiz stop")
            question = await fake.say("!rank London")
            await fake.until(lambda: pressed.callback and given.callback and fake.replies(question))
        assert "restart" in str(pressed.callback)
        assert "restart" in str(given.callback)
        assert "restart" in str(fake.replies(question))
