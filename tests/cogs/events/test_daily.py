"""The daily question where something comes in between."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bot.cogs.events.daily import Daily
from bot.store.records import OptIn

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


class Quiz:
    """Takes its time to open a question, and fails when it is told to."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.kept: list[int] = []
        self.opened: list[int] = []
        self.failing = False

    async def open_daily(self, channel: OptIn, moment: datetime, until: datetime) -> None:
        if self.failing:
            self.failing = False
            raise KeyError(channel.channel)
        self.kept.append(channel.channel)
        await self.gate.wait()
        self.opened.append(channel.channel)


class Sleep:
    """Lets nobody sleep longer than until it is told."""

    def __init__(self) -> None:
        self.over = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        await self.over.wait()


@pytest.fixture
def quiz() -> Quiz:
    return Quiz()


@pytest.fixture
def sleep() -> Sleep:
    return Sleep()


@pytest.fixture
def daily(quiz: Quiz, sleep: Sleep) -> Daily:
    async def channels(_: str) -> tuple[OptIn, ...]:
        return (OptIn(7, 1, "daily", at_minute=720),)

    async def of_scope(*_: object, limit: int) -> list[Any]:
        return [SimpleNamespace(opened_at=NOON)] if quiz.kept else []

    store: Any = SimpleNamespace(channels=SimpleNamespace(all=channels), events=SimpleNamespace(of_scope=of_scope))
    stage: Any = quiz
    return Daily(store, stage, lambda _: True, lambda: NOON, sleep)


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_question_being_opened_is_not_broken_off_by_a_reconnection(daily: Daily, quiz: Quiz) -> None:
    daily.start()
    await settled()
    daily.start()
    await settled()
    quiz.gate.set()
    await settled()
    assert quiz.opened == [7]
    await daily.close()


async def test_one_question_that_fails_does_not_end_all_others(daily: Daily, quiz: Quiz, sleep: Sleep) -> None:
    quiz.failing = True
    quiz.gate.set()
    daily.start()
    await settled()
    assert quiz.opened == []
    sleep.over.set()
    await settled()
    assert quiz.opened == [7]
    await daily.close()
