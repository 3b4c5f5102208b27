"""The bot through discord.py and a real socket, against a Discord that fails in every way that `benchmarks.faults` has.

discord.py's own waits, and ours, are shortened; what is waited for stays.
"""

from __future__ import annotations

import asyncio
import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.faults import scenarios
from benchmarks.faults.running import run
from benchmarks.faults.scenarios import SCENARIOS
from bot.cogs.gateway import Socket
from bot.operating.logs import in_one_line
from tests.loopback import Loopback, loopback
from tests.loopback.faults import CALLBACK, EDIT, refused
from tests.loopback.serving import TOKEN, Waits, pointed_at, serving
from tests.loopback.world import BOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bot.client import ClusterBot
    from tests.cogs.conftest import Make

SHORTER = 0.02


class Hurried:
    """asyncio, but for sleeping, which takes a part of the time."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    @staticmethod
    async def sleep(seconds: float, result: Any = None) -> Any:
        return await asyncio.sleep(seconds * SHORTER, result)


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    sleeping = ("discord.http", "discord.client", "discord.shard", "discord.webhook.async_", "bot.cogs.repeating")
    for module in (*sleeping, "tests.loopback.faults"):
        monkeypatch.setattr(f"{module}.asyncio", Hurried())
    monkeypatch.setattr("discord.client.ExponentialBackoff.delay", lambda _: 0.01)


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """The log as an operator has it."""
    caplog.handler.addFilter(in_one_line)
    caplog.set_level(logging.WARNING, "discord")
    caplog.set_level(logging.INFO)
    yield caplog
    caplog.handler.removeFilter(in_one_line)


@pytest.fixture
def make_free(make: Make) -> Callable[[bool], ClusterBot]:
    """Make a bot that lets one person ask without end."""
    return lambda message_content: make(message_content, cooldown_questions=100, server_questions=1000)


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback() as server:
        with pointed_at(server):
            yield server


def quiet(log: pytest.LogCaptureFixture) -> None:
    """Hold that the log has nothing worse than a warning, and no traceback."""
    loud = [record for record in log.records if record.levelno > logging.WARNING or record.exc_info]
    assert not loud, [record.getMessage() for record in loud]


@pytest.mark.parametrize("name", SCENARIOS)
async def test_every_question_is_answered_once(
    name: str, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    outcome = await asyncio.wait_for(run(name, make_free, Waits(), aftermath=0.1), 20)
    assert not outcome.missing, "the fault did not happen"
    assert (outcome.lost, outcome.twice) == (0, 0)
    scenario = SCENARIOS[name]
    assert outcome.once + outcome.unreached == outcome.asked
    assert outcome.unreached == (0 if scenario.reach else scenarios.ASKED)
    assert scenario.logged in log.text
    assert TOKEN not in log.text
    quiet(log)


async def test_a_question_deleted_before_it_came_is_not_answered(
    fake: Loopback, make_free: Callable[[bool], ClusterBot]
) -> None:
    async with serving(make_free, fake, Waits()):
        gone = await fake.say("!rank Paris", told=False)
        await fake.delete(gone)
        await fake.tell("MESSAGE_CREATE", gone)
        await fake.tell("MESSAGE_UPDATE", {**gone, "edited_timestamp": gone["timestamp"], "content": "!rank Seoul"})
        await fake.reply(await fake.say("!rank London"))
    assert len(fake.rest.posts) == 1


async def test_a_question_deleted_before_its_turn_is_not_answered(
    fake: Loopback, make_free: Callable[[bool], ClusterBot]
) -> None:
    async with serving(make_free, fake, Waits()) as made:
        gate, turn, waiting = made[0]._desk.gate, asyncio.Event(), asyncio.Event()

        async def paced() -> None:
            waiting.set()
            await turn.wait()

        gate.paced = paced  # type: ignore[method-assign]
        gone = await fake.say("!rank Paris")
        await waiting.wait()
        await fake.delete(gone)
        kept = await fake.say("!rank London")
        async with asyncio.timeout(5):
            while int(gone["id"]) not in made[0]._asking._gone:  # type: ignore[union-attr]
                await asyncio.sleep(0.001)
        turn.set()
        await fake.reply(kept)
    assert len(fake.rest.posts) == 1


async def test_a_question_that_is_taken_back_and_asked_again_in_one_message_is_answered(
    fake: Loopback, make_free: Callable[[bool], ClusterBot]
) -> None:
    async with serving(make_free, fake, Waits()):
        question = await fake.say("!rank Paris")
        await fake.reply(question)
        changed = await fake.edit(question, "never mind")
        await fake.until(lambda: not fake.replies(question))
        await fake.edit(changed, "!rank London")
        assert "London" in (await fake.reply(question))["embeds"][0]["title"]


async def test_a_frame_that_stays_unreadable_ends_the_session_and_not_the_bot(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    async with serving(make_free, fake, Waits()):
        await fake.reply(await fake.say("!rank London"))
        [session] = fake.gateway.connected
        session.told.append((session.sequence + 1, "{"))
        await fake.gateway.send("{")
        await fake.until(lambda: len(fake.gateway.identified) == 2)
        await fake.reply(await fake.say("!rank Paris"))
    assert log.text.count("cannot be read") == 2
    quiet(log)


async def test_a_gateway_that_hangs_up_on_new_sessions_does_not_end_the_bot(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.shard.ExponentialBackoff.delay", lambda _: 0.01)
    async with serving(make_free, fake, Waits()) as made:
        await fake.reply(await fake.say("!rank London"))
        fake.faults.close_before_hello = [1001]
        await made[0].shards[0].reconnect()  # as discord.py does when the gateway was away for a minute
        await fake.until(lambda: len(fake.gateway.identified) == 2)
        await fake.reply(await fake.say("!rank Paris"))
    assert len(made) == 1


async def test_frames_that_make_no_sense_are_left_out(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    senseless = (
        "[]",
        "7",
        '{"op": 0, "t": "GUILD_CREATE", "d": null}',
        '{"op": 0, "t": "INTERACTION_CREATE", "d": {}}',
    )
    async with serving(make_free, fake, Waits()):
        await fake.reply(await fake.say("!rank London"))
        for frame in senseless:
            await fake.gateway.send(frame)
        await fake.reply(await fake.say("!rank Paris"))
    assert log.text.count("makes no sense") == len(senseless)
    assert len(fake.gateway.identified) == 1
    quiet(log)


async def test_names_offered_too_late_are_one_line(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    async with serving(make_free, fake, Waits()):
        typed = await fake.complete("rank", "place", "Lon")
        await fake.until(lambda: typed.callback)
        await fake.act_again(await fake.complete("rank", "place", "Lond"))
        fake.faults.rest("POST .*/callback", refused(404, 10062))
        await fake.complete("rank", "place", "Londo")
        await fake.until(lambda: fake.faults.rules[0].met)
        await fake.reply(await fake.say("!rank London"))
    [line] = [record for record in log.records if record.levelno == logging.WARNING]
    assert "autocomplete" in line.getMessage()
    assert "10062" in line.getMessage()
    quiet(log)


@pytest.mark.parametrize(("status", "code"), [(403, 50013), (404, 10003), (404, 10008)])
async def test_a_reply_that_can_no_longer_be_edited_is_one_line(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture, status: int, code: int
) -> None:
    async with serving(make_free, fake, Waits()):
        question = await fake.say("!rank London")
        await fake.reply(question)
        fault = fake.faults.rest(EDIT, refused(status, code))
        await fake.edit(question, "!rank Paris")
        await fake.until(lambda: fault.met)
        await fake.reply(await fake.say("!rank Seoul"))
    [line] = [record.getMessage() for record in log.records if "edit a reply" in record.getMessage()]
    assert str(code) in line
    quiet(log)


async def test_who_may_no_longer_be_answered_in_a_channel_is_told_directly(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    async with serving(make_free, fake, Waits()):
        await fake.reply(await fake.say("!rank London"))
        fake.channel.denied = True
        await fake.say("!rank Paris")
        [told] = await fake.until(lambda: list(fake.world.direct_channel().messages.values()))
    assert told["content"].startswith("I may not write in #general.")
    quiet(log)


async def test_a_press_told_twice_turns_one_page(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    async with serving(make_free, fake, Waits()):
        reply = await fake.reply(await fake.say("!top 100 2022"))
        first = reply["embeds"][0]
        pressed = await fake.press(reply, "Next")
        await fake.act_again(pressed)
        await fake.until(lambda: pressed.callback and reply["embeds"][0] != first)
        await fake.reply(await fake.say("!rank London"))
    assert "#26" in str(reply["embeds"][0])
    assert fake.rest.refusals == []
    quiet(log)


async def test_a_game_goes_on_when_ready_comes_twice(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    async with serving(make_free, fake, Waits()) as made:
        await fake.say("!quiz start 2")
        await fake.until(lambda: len(fake.channel.messages) > 1)
        for _ in range(2):
            for session in fake.gateway.connected:
                await fake.gateway.say_ready(session)
            await fake.gateway.show_guilds()
        await fake.say("!quiz start 2")
        await fake.until(lambda: len(fake.rest.posts) > 1)
        assert made[0].open_games()["quiz"] == 1
    posted = [post["nonce"] for post in fake.rest.posts]
    assert len(set(posted)) == len(posted)
    quiet(log)


async def test_a_form_asked_for_too_late_is_one_line(
    fake: Loopback, make_free: Callable[[bool], ClusterBot], log: pytest.LogCaptureFixture
) -> None:
    async with serving(make_free, fake, Waits()) as made:
        await fake.say("!quiz start 2")
        await fake.until(lambda: made[0].open_games()["quiz"])
        [playing] = made[0].hall.quiz.host  # type: ignore[union-attr]
        button = {"type": 2, "style": 2, "label": "Answer", "custom_id": f"quiz:{playing.event.id}:1:type"}
        asked = fake.world.add_message(fake.channel, BOT, {"components": [{"type": 1, "components": [button]}]})
        fault = fake.faults.rest(CALLBACK, refused(404, 10062))
        await fake.press(asked, "Answer")
        await fake.until(lambda: fault.met)
        await fake.reply(await fake.say("!rank London"))
    assert "Too late to show a form" in log.text
    quiet(log)


async def test_a_gateway_out_of_reach_does_not_hold_up_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cogs.gateway.FAREWELL", 0.01)
    silent: Any = SimpleNamespace(close=lambda code: asyncio.sleep(30))
    await asyncio.wait_for(Socket(silent, loop=asyncio.get_running_loop()).close(1000), 5)


def test_the_bot_connects_with_the_socket_that_outlives_such_frames() -> None:
    import discord

    assert discord.client.DiscordWebSocket is Socket
    assert discord.shard.DiscordWebSocket is Socket
