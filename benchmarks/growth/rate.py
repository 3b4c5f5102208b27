"""How many messages a second one process takes, over a local socket, and what its metrics say meanwhile."""

from __future__ import annotations

import asyncio
import random
import socket
import tempfile
import time
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.asked import SAME, different
from benchmarks.client import EchoBot, quiet_client, unhurried
from benchmarks.growth.apart import beside
from benchmarks.growth.crowd import crowd
from benchmarks.growth.rate_tables import KINDS, MIXES, Climbed, Kind, Step, limits, metrics, rate_plot, rate_table
from benchmarks.growth.results import Found
from benchmarks.growth.scraping import Scrape, scrape
from benchmarks.timing import Timing
from bot.client import ClusterBot
from bot.operating.memory import settle
from bot.operating.serving import watched
from bot.operating.watching import UNWATCHED
from bot.pipeline import open_pipeline
from bot.running import point_to
from bot.settings import ReplyStyle, Settings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterator

    from benchmarks.growth.crowd import Crowd

TOKEN = "MTA.not-a-token.for-measuring"
RATES = (1, 10, 50, 100, 200, 500, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 8_000, 10_000)
SECONDS = 4.0
LONGER = {1: 10.0}
"""Seconds of a slow rate, for there to be some replies."""

TALK = "see you at eight"
PATIENCE = 5.0
"""Seconds that are waited for the last replies of a rate."""


def measure(done: Callable[[str], None], *, quick: bool) -> Found:
    """Raise the rate of either mix until the client no longer keeps up: the echo and the bot in turn."""
    rates = RATES[1:3] if quick else RATES
    seconds = 1.0 if quick else SECONDS
    climbed: Climbed = {}
    for mix in MIXES:
        climbed |= asyncio.run(_climbed(mix, rates, seconds, done))
    tables = [rate_table(mix, climbed) for mix in MIXES]
    return Found((*tables, limits(climbed), metrics(climbed)), tuple(rate_plot(mix, climbed) for mix in MIXES))


def serve(kind: Kind, api: str, gateway: str, port: int) -> None:
    """Run a client, which the caller ends; the bot with its metrics at a port."""
    point_to(Settings(_env_file=None, discord_api_url=api, discord_gateway_url=gateway))  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as state:
        asyncio.run(_served(kind, Path(state), port))


async def _served(kind: Kind, state: Path, port: int) -> None:
    async with watched("127.0.0.1", port) if kind == "bot" else nullcontext(UNWATCHED) as watch:
        match kind:
            case "echo":
                client = quiet_client(EchoBot)
            case "bot":
                client = ClusterBot(unhurried(ReplyStyle.CARDS, state), open_pipeline(), state=state, watch=watch)
                client.add_listener(settle, "on_shard_ready")  # as it is run
        async with client:
            await client.start(TOKEN)


async def _climbed(mix: str, rates: tuple[int, ...], seconds: float, done: Callable[[str], None]) -> Climbed:
    """Go through the rates, the clients in turn, each up to the first rate that it twice did not keep up with."""
    climbed: Climbed = {(mix, kind): [] for kind in KINDS}
    async with _loaded("echo", mix) as echo, _loaded("bot", mix) as bot:
        for rate in rates:
            for loaded in (echo, bot):
                steps = climbed[mix, loaded.kind]
                if steps and not steps[-1].holds:
                    continue
                done(f"{mix}, {loaded.kind}: {rate:,} messages a second")
                lasting = max(seconds, LONGER.get(rate, 0))
                step = await loaded.step(rate, lasting)
                steps.append(step if step.holds else await loaded.step(rate, lasting))
    return climbed


@asynccontextmanager
async def _loaded(kind: Kind, mix: str) -> AsyncGenerator[Loaded]:
    """Connect a client to a crowd of its own, and let it answer its first questions, which are not counted."""
    port = _free_port()
    async with crowd() as people:
        with beside(serve, kind, people.api, people.gateway, port) as client:
            asked = repeat(SAME[0]) if MIXES[mix].same else different(open_pipeline())
            loaded = Loaded(kind, mix, people, client.pid, port, asked)
            await asyncio.wait_for(people.ready.wait(), 30)
            await asyncio.sleep(3)  # until discord.py believes that it has heard of all servers
            await loaded.step(50, 2)
            yield loaded


@dataclass(frozen=True, slots=True)
class Loaded:
    """A client, by its process and the port of its metrics, and the people that speak to it."""

    kind: Kind
    mix: str
    people: Crowd
    pid: int
    port: int
    questions: Iterator[str]

    async def step(self, rate: int, seconds: float) -> Step:
        """Say so many messages a second for some seconds, each when it is due, however late the ones before are."""
        people, messages = self.people, max(1, round(rate * seconds))
        people.asked.clear()
        people.heard.clear()
        before = await scrape(self.port) if self.kind == "bot" else None
        before_it, began = Processor.of(self.pid), time.perf_counter()
        scraping = asyncio.create_task(_scraped_halfway(self.port, seconds)) if self.kind == "bot" else None
        for number in range(messages):
            due = began + number / rate
            if (early := due - time.perf_counter()) > 0.001:
                await asyncio.sleep(early)
            asks = number % MIXES[self.mix].every == 0
            await people.say(next(self.questions) if asks else TALK, due, asks=asks)
            if number % 20 == 0:
                await asyncio.sleep(0)
        while people.asked and time.perf_counter() - began < seconds + PATIENCE:
            await asyncio.sleep(0.01)
        processor, whole = Processor.of(self.pid) - before_it, time.perf_counter() - began
        return Step(
            rate,
            Timing.of(people.heard or [whole]),
            len(people.asked),
            processor.worked / whole,
            processor.waited / whole,
            processor.worked / messages,
            None if scraping is None or before is None else (await scraping).since(before),
        )


async def _scraped_halfway(port: int, seconds: float) -> Scrape:
    await asyncio.sleep(seconds / 2)
    return await scrape(port)


class Processor(NamedTuple):
    """Seconds of a core that the threads of a process had, and that they waited for one while others had it."""

    worked: float
    waited: float

    @classmethod
    def of(cls, pid: int) -> Processor:
        """Return what another process has had and waited for."""
        threads = (Path("/proc") / str(pid) / "task").glob("*/schedstat")
        cells = [thread.read_text("utf-8").split() for thread in threads]
        return cls(sum(int(worked) for worked, _, _ in cells) / 1e9, sum(int(waited) for _, waited, _ in cells) / 1e9)

    def __sub__(self, before: Processor) -> Processor:
        return Processor(self.worked - before.worked, self.waited - before.waited)


def _free_port() -> int:
    """Return a port that is free, and not of those that connections are given."""
    while True:
        port = random.randrange(20_000, 30_000)
        with socket.socket() as listening, suppress(OSError):
            listening.bind(("127.0.0.1", port))
            return port
