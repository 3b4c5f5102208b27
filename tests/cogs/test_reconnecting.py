"""A gateway that hangs up again and again is left alone for longer and longer; one that does so once is not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from discord.shard import EventType

from bot.cogs import reconnecting
from bot.cogs.reconnecting import AT_ONCE, LASTING, LONGEST, pause
from tests.loopback import Loopback, loopback
from tests.loopback.serving import Waits, pointed_at, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.cogs.conftest import Make

A_DAY = 86_400.0
SESSIONS_A_DAY = 1_000
"""Source: Discord's documentation, “Gateway”, “Session start limit”; with more, the token is reset."""


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback() as server:
        with pointed_at(server):
            yield server


def doubling(waits: list[float]) -> bool:
    return all(2.0**number / 2 <= seconds <= 2.0**number for number, seconds in enumerate(waits))


async def test_a_connection_that_breaks_once_is_restored_at_once(make: Make, fake: Loopback) -> None:
    waits = Waits()
    async with serving(make, fake, waits):
        await fake.gateway.drop()
        await fake.until(lambda: fake.gateway.resumed)
        await fake.reply(await fake.say("!rank London"))
    assert not waits


@pytest.mark.parametrize("early", [False, True], ids=["as soon as it is resumed", "before a word"])
async def test_resuming_in_vain_is_tried_less_and_less_often(make: Make, fake: Loopback, early: bool) -> None:
    waits, flaps = Waits(), 6
    closing = [4000] * flaps
    async with serving(make, fake, waits):
        if early:
            fake.faults.close_before_hello = closing
        else:
            fake.faults.close_after_resume = closing
        await fake.gateway.drop()
        await fake.until(lambda: not closing and fake.gateway.resumed and fake.gateway.connected)
        await fake.reply(await fake.say("!rank London"))
    assert len(waits) == 1 + flaps - AT_ONCE
    assert doubling(waits)
    assert len(fake.gateway.identified) == 1


async def test_sessions_that_end_at_once_are_begun_less_and_less_often(
    make: Make, fake: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(*_: object, **__: object) -> None:
        pass

    monkeypatch.setattr("discord.Client.before_identify_hook", at_once)
    waits, ends = Waits(), 6
    async with serving(make, fake, waits):
        for number in range(ends):
            await fake.gateway.forget()
            await fake.until(lambda count=number + 2: len(fake.gateway.identified) == count and fake.gateway.connected)
        await fake.reply(await fake.say("!rank London"))
    assert len(waits) == ends - AT_ONCE
    assert doubling(waits)


async def test_after_a_connection_that_held_the_next_is_at_once_again(
    make: Make, fake: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = Waits()
    async with serving(make, fake, waits):
        for number in range(AT_ONCE + 2):
            monkeypatch.setattr(reconnecting, "LASTING", 0.0)
            await fake.gateway.drop()
            await fake.until(lambda count=number + 1: fake.gateway.resumed == count)
    assert not waits


async def test_the_end_does_not_wait_for_a_pause(make: Make, fake: Loopback) -> None:
    pausing = asyncio.Event()

    async def sleep(_: float) -> None:
        pausing.set()
        await asyncio.sleep(3_600)

    async with serving(make, fake, sleep):
        fake.faults.close_after_resume = [4000] * 3
        await fake.gateway.drop()
        await asyncio.wait_for(pausing.wait(), 10)
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("pause of shard")]


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_no_gateway_makes_a_shard_begin_more_sessions_than_discord_allows(
    monkeypatch: pytest.MonkeyPatch, chance: float
) -> None:
    monkeypatch.setattr("random.uniform", lambda low, high: low + chance * (high - low))
    passed, begun = 0.0, 0
    while passed < A_DAY:
        begun += 1
        passed += pause(begun, LONGEST[EventType.identify])
    assert begun < SESSIONS_A_DAY / 4, "sessions that end at once"
    assert A_DAY / LASTING < SESSIONS_A_DAY, "those that hold just long enough"
