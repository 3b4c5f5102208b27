"""Pictures: how long each kind takes to be drawn, what the event loop notices of it, and whether memory stays flat."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from benchmarks.timing import Timing
from bot.answers.model import HistoryAnswer, TopAnswer
from bot.places.cities import read_points
from bot.rankings.shipped import shipped_directory
from bot.replies.pictures.histories import history_picture
from bot.replies.pictures.maps import map_picture
from bot.replies.pictures.pictured import pictured
from bot.studio import Studio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.pipeline import Pipeline
    from bot.replies.pictures.model import Picture

CHARTS = {
    "history of one": "history Munich",
    "comparison of two": "compare London vs Paris 2023",
    "comparison of five": "compare Tokyo, Seoul, Beijing, London and Paris 2022",
    "top 10": "top 10 by patents 2022",
    "top 25": "top 25",
    "economy": "economy Switzerland",
}
LEADERS = ("Tokyo", "Shenzhen", "Beijing", "Seoul", "San Jose", "London", "Paris")
MAPS = {"map of the world": "top 25 2022", "map of Europe": "top 25 Europe 2022"}
TIMES = 40
AT_ONCE = 50
MILESTONES = (100, 500, 1_000)


def measure(pipeline: Pipeline) -> tuple[Table, Table, Table]:
    """Time every kind, the event loop's delay, and weigh the processes."""
    return asyncio.run(_measure(_kinds(pipeline)))


def _kinds(pipeline: Pipeline) -> dict[str, Picture]:
    """Return a picture of every kind."""
    found: dict[str, Picture | None] = {}
    for kind, question in CHARTS.items():
        answer = pipeline.ask(question).answer
        found[kind] = pictured(answer) if answer is not None else None
    histories = [pipeline.ask(f"history {place}").answer for place in LEADERS]
    found["history of seven"] = history_picture(tuple(one for one in histories if isinstance(one, HistoryAnswer)))
    points = read_points(shipped_directory())
    for kind, question in MAPS.items():
        answer = pipeline.ask(question).answer
        found[kind] = map_picture(answer, points) if isinstance(answer, TopAnswer) else None
    return {kind: picture for kind, picture in found.items() if picture is not None}


async def _measure(kinds: dict[str, Picture]) -> tuple[Table, Table, Table]:
    drawing, memory = await _drawing(kinds), await _memory(kinds)
    return drawing, await _delays(kinds), memory  # last, because it loads matplotlib into this process


def _fresh(picture: Picture, number: int) -> Picture:
    """Return a picture that has not been drawn yet and takes as long as the one given."""
    return replace(picture, source=f"{picture.source} {number}")


async def _drawing(kinds: dict[str, Picture]) -> Table:
    table = Table(title=f"One picture that is not kept, {TIMES} times each (aim: p95 under 250 ms)")
    for column in ("picture", "p50", "p95", "size"):
        table.add_column(column, justify="left" if column == "picture" else "right")
    studio = Studio(cache_bytes=0)
    start = time.perf_counter()
    await studio.png(next(iter(kinds.values())))
    table.add_row("the first, with the start of its worker", *_columns([time.perf_counter() - start]), "")
    for kind, picture in kinds.items():
        seconds: list[float] = []
        size = 0
        for number in range(TIMES):
            start = time.perf_counter()
            size = len(await studio.png(_fresh(picture, number)))
            seconds.append(time.perf_counter() - start)
        table.add_row(kind, *_columns(seconds), f"{size / 1024:,.0f} KiB")
    await studio.close()
    return table


def _columns(seconds: list[float]) -> tuple[str, str]:
    timing = Timing.of(seconds)
    return f"{timing.p50 * 1e3:,.0f} ms", f"{timing.percentile(0.95) * 1e3:,.0f} ms"


async def _delays(kinds: dict[str, Picture]) -> Table:
    table = Table(title=f"The event loop while {AT_ONCE} pictures are asked for at once (aim: p99 under 10 ms)")
    for column in ("drawn", "delay p50", "delay p99", "longest", "all drawn after"):
        table.add_column(column, justify="left" if column == "drawn" else "right")
    wanted = [_fresh(list(kinds.values())[number % len(kinds)], number) for number in range(AT_ONCE)]
    table.add_row("nothing: the loop alone", *await _watched(lambda _: asyncio.sleep(2.0), wanted[:1]))
    for workers in (1, 2):
        studio = Studio(workers, cache_bytes=0)
        await asyncio.gather(*(studio.png(_fresh(wanted[0], -1 - worker)) for worker in range(workers)))
        table.add_row(f"by {workers} of the studio’s processes", *await _watched(studio.png, wanted))
        await studio.close()

    from bot.replies.pictures.drawing.png import draw  # noqa: PLC0415 - here alone, to show why it is not done so

    one_at_a_time = asyncio.Semaphore(1)

    async def in_a_thread(picture: Picture) -> bytes:
        async with one_at_a_time:
            return await asyncio.to_thread(draw, picture)

    await in_a_thread(wanted[0])
    table.add_row("by a thread, for comparison", *await _watched(in_a_thread, wanted))
    return table


async def _watched(draw: Callable[[Picture], Awaitable[object]], wanted: list[Picture]) -> tuple[str, str, str, str]:
    """Draw some pictures at once, and return how late the loop woke meanwhile and when all were there."""
    delays: list[float] = []
    begun = time.perf_counter()
    drawing = asyncio.gather(*(draw(picture) for picture in wanted))
    while not drawing.done():
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        delays.append(time.perf_counter() - before - 0.001)
    await drawing
    whole = time.perf_counter() - begun
    timing = Timing.of(delays)
    figures = (timing.p50, timing.p99, timing.percentile(1.0))
    p50, p99, longest = (f"{delay * 1e3:,.1f} ms" for delay in figures)
    return p50, p99, longest, f"{whole:.1f} s"


async def _memory(kinds: dict[str, Picture]) -> Table:
    """Weigh both processes; the worker is not relieved meanwhile, so that what it might leak would show."""
    table = Table(title="Resident memory after so many pictures, one worker, never relieved")
    for column in ("pictures", "bot", "worker"):
        table.add_column(column, justify="right")
    studio = Studio(drawn_by_one=MILESTONES[-1] + 1)
    pictures = list(kinds.values())
    for number in range(1, MILESTONES[-1] + 1):
        await studio.png(_fresh(pictures[number % len(pictures)], number))
        if number in (1, *MILESTONES):
            (worker,) = studio.pids
            table.add_row(f"{number:,}", _resident("self"), _resident(str(worker)))
    await studio.close()
    return table


def _resident(process: str) -> str:
    """Return the resident memory of a process, or a dash where there is no /proc to read it from."""
    status = Path("/proc") / process / "status"
    if not status.exists():
        return "–"
    line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS"))
    return f"{int(line.split()[1]) / 1024:,.0f} MiB"
