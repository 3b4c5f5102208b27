"""Which failures pass, and how long they are waited for."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.cogs import repeating
from bot.cogs.repeating import PAUSES, passes, repeated

WAITS = PAUSES


class Time:
    """A loop's clock and a sleep that moves it on."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def get_running_loop(self) -> Any:
        return SimpleNamespace(time=lambda: self.now)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    made = Time()
    monkeypatch.setattr(repeating, "asyncio", made)
    monkeypatch.setattr(repeating, "PAUSES", WAITS)
    return made


def http(status: int, **headers: str) -> discord.HTTPException:
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    response: Any = SimpleNamespace(
        status=status, reason="", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    return kind(response, "")


PASSING = [
    http(429), http(500), http(503), TimeoutError(), ConnectionResetError(), aiohttp.ServerDisconnectedError(),
    aiohttp.ClientPayloadError(), json.JSONDecodeError("", "", 0), KeyError("retry_after"),
]  # fmt: skip
STAYING = [http(400), http(403), http(404), KeyError("id"), ValueError(), asyncio.InvalidStateError()]


def failing(*errors: Exception) -> Any:
    left = list(errors)

    async def call() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return call


@pytest.mark.parametrize("error", PASSING, ids=repr)
async def test_what_passes_is_asked_again(time: Time, error: Exception) -> None:
    assert passes(error)
    assert await repeated(failing(error, error)) == "done"
    assert time.slept == [1.0, 2.0]


@pytest.mark.parametrize("error", STAYING, ids=repr)
async def test_what_stays_is_not(time: Time, error: Exception) -> None:
    with pytest.raises(type(error)):
        await repeated(failing(error))
    assert not time.slept


async def test_it_ends_after_the_last_pause(time: Time) -> None:
    with pytest.raises(OSError, match="down"):
        await repeated(failing(*[OSError("down")] * 9))
    assert tuple(time.slept) == WAITS


async def test_nothing_is_asked_again_after_a_minute(time: Time) -> None:
    async def slow() -> None:
        time.now += 25.0
        raise OSError("slow")

    with pytest.raises(OSError, match="slow"):
        await repeated(slow)
    assert time.slept == [1.0, 2.0]


async def test_a_wait_that_is_asked_for_is_kept_if_it_is_short_enough(time: Time) -> None:
    assert await repeated(failing(http(429, Retry_After="7"))) == "done"
    assert time.slept == [7.0]
    with pytest.raises(discord.HTTPException):
        await repeated(failing(http(429, Retry_After="3600")))


async def test_the_log_says_what_took_long(time: Time, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")

    async def slow() -> None:
        time.now += 9.0

    await repeated(slow)
    assert "Discord took 9.0 s" in caplog.text
