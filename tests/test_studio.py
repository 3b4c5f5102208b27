"""The studio: drawn once, kept, bounded, and never in the way of the event loop."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import bot.studio as studio_module
from bot.replies.pictures.model import MapPicture, TopPicture
from bot.replies.pictures.pictured import pictured
from bot.studio import DrawingFailed, Studio, StudioClosed, StudioFull

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.pipeline import Pipeline
    from bot.replies.pictures.model import Picture


@pytest.fixture
def picture(pipeline: Pipeline) -> Picture:
    found = pipeline.ask("top 5 Germany").answer
    assert found is not None
    chart = pictured(found)
    assert chart is not None
    return chart


def others(picture: Picture, count: int) -> list[Picture]:
    return [replace(picture, title=f"Number {number}") for number in range(count)]


@asynccontextmanager
async def opened(**limits: Any) -> AsyncIterator[Studio]:
    studio = Studio(**limits)
    try:
        yield studio
    finally:
        await studio.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Brush:
    """Stands in for drawing: counts, and does what the test says. No process is started."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any] = bytes) -> None:
        self.drawn: list[Picture] = []
        self.released = asyncio.Event()
        brush = self

        async def draw(easel: object, picture: Picture) -> bytes:
            brush.drawn.append(picture)
            await brush.released.wait()
            act()
            return b"png" * 10

        monkeypatch.setattr(studio_module._Easel, "draw", draw)


async def test_draws_replaces_a_dead_worker_and_leaves_nobody_behind(picture: Picture) -> None:
    async with opened() as studio:
        assert studio.pids == ()  # nothing starts before the first picture
        png = await studio.png(picture)
        assert png.startswith(b"\x89PNG")
        (first,) = studio.pids
        assert first != os.getpid()
        os.kill(first, signal.SIGKILL)
        assert (await studio.png(others(picture, 1)[0])).startswith(b"\x89PNG")
        (second,) = studio.pids
        assert second != first
    for _ in range(50):
        if not alive(second):
            break
        await asyncio.sleep(0.05)
    assert not alive(second)


async def test_the_loop_goes_on_while_pictures_are_drawn_and_a_worker_is_relieved(picture: Picture) -> None:
    async with opened(drawn_by_one=3) as studio:
        await studio.png(picture)
        (first,) = studio.pids
        delays: list[float] = []
        drawing = asyncio.gather(*(studio.png(other) for other in others(picture, 8)))
        while not drawing.done():
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            delays.append(time.perf_counter() - before)
        assert len(set(await drawing)) == 8
        assert sorted(delays)[int(len(delays) * 0.9)] < 0.05
        assert first not in studio.pids


async def test_a_picture_that_cannot_be_drawn_fails_alone(picture: Picture) -> None:
    async with opened() as studio:
        assert isinstance(picture, TopPicture)
        bad = MapPicture(title="", subtitle="", legend=(), notes=(), source="", dots=(), view=None)
        with pytest.raises(DrawingFailed):
            await studio.png(bad)
        assert (await studio.png(picture)).startswith(b"\x89PNG")


async def test_a_drawing_that_takes_too_long_is_given_up(picture: Picture) -> None:
    async with opened(seconds=0.0005) as studio:
        with pytest.raises(DrawingFailed, match="too long"):
            await studio.png(picture)
        assert studio.pids == ()


async def test_asked_for_twice_at_once_drawn_once_and_kept(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    brush = Brush(monkeypatch)
    async with opened() as studio:
        asked = [asyncio.create_task(studio.png(replace(picture))) for _ in range(5)]
        await asyncio.sleep(0)
        brush.released.set()
        assert len({await task for task in asked}) == 1
        await studio.png(picture)
        assert len(brush.drawn) == 1


async def test_who_stops_waiting_does_not_stop_the_others(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    brush = Brush(monkeypatch)
    async with opened() as studio:
        impatient, patient = (asyncio.create_task(studio.png(picture)) for _ in range(2))
        await asyncio.sleep(0.01)
        impatient.cancel()
        brush.released.set()
        assert await patient == b"png" * 10
        with pytest.raises(asyncio.CancelledError):
            await impatient


async def test_a_full_studio_says_so_at_once(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    brush = Brush(monkeypatch)
    async with opened(waiting=3) as studio:
        first = others(picture, 4)
        asked = [asyncio.create_task(studio.png(other)) for other in first[:3]]
        await asyncio.sleep(0.01)
        with pytest.raises(StudioFull):
            await studio.png(first[3])
        same = asyncio.create_task(studio.png(first[0]))  # waits with those who wait for it already
        brush.released.set()
        await asyncio.gather(*asked, same)
        await studio.png(first[3])


async def test_the_least_recently_asked_for_is_dropped_first(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    brush = Brush(monkeypatch)
    brush.released.set()
    async with opened(cache_bytes=60) as studio:  # two pictures of thirty bytes
        one, two, three = others(picture, 3)
        for asked in (one, two, one, three, one, two):
            await studio.png(asked)
        assert brush.drawn == [one, two, three, two]


async def test_a_failure_is_not_kept(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DrawingFailed("once")

    Brush(monkeypatch, fail).released.set()
    async with opened() as studio:
        with pytest.raises(DrawingFailed):
            await studio.png(picture)
        Brush(monkeypatch).released.set()
        assert await studio.png(picture)


async def test_a_closed_studio_draws_nothing_and_gives_up_what_it_was_at(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    Brush(monkeypatch)
    studio = Studio()
    waiting = asyncio.create_task(studio.png(picture))
    await asyncio.sleep(0.01)
    await studio.close()
    await studio.close()
    for late in (waiting, studio.png(picture)):
        with pytest.raises(StudioClosed):
            await late


def test_nobody_but_the_worker_imports_matplotlib() -> None:
    program = (
        "import sys, bot.cli, bot.running, bot.studio, bot.replies.pictures.pictured, bot.replies.pictures.maps,"
        " bot.replies.pictures.describing\n"
        "sys.argv = ['clusterbot', 'ask', 'rank London']\n"
        "try:\n    bot.cli.main()\nexcept SystemExit:\n    pass\n"
        "assert not {'matplotlib', 'PIL'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_the_worker_does_without_discord_and_pandas() -> None:
    program = "import sys, bot.replies.pictures.drawing.png\nassert not {'discord', 'pandas'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
