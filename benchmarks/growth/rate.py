"""How many messages a second one process takes, over a local socket, and what its metrics say meanwhile."""

from __future__ import annotations

import asyncio
import socket
import tempfile
import time
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from benchmarks.client import EchoBot, quiet_client, unhurried
from benchmarks.growth.apart import beside
from benchmarks.growth.crowd import crowd
from benchmarks.growth.results import Found, Plot, Table
from benchmarks.growth.scraping import Scrape, scrape
from benchmarks.timing import Timing, microseconds
from bot.client import ClusterBot
from bot.operating.serving import watched
from bot.operating.watching import UNWATCHED
from bot.pipeline import open_pipeline
from bot.running import point_to
from bot.settings import ReplyStyle, Settings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from benchmarks.growth.crowd import Crowd

Kind = Literal["echo", "bot"]
TOKEN = "MTA.not-a-token.for-measuring"
RATES = (1, 10, 50, 100, 200, 500, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 8_000, 12_000, 16_000)
SECONDS = 5.0
LONGER = {1: 15.0}
"""Seconds of a slow rate, for there to be some replies."""

EVERY = {"release night": 1, "talk": 10}
"""Every message is a question, or one in ten is."""

SAYING = "!rank London", "see you at eight"
SATURATED = 1.0
"""Seconds: at a p99 beyond this, or with replies missing, messages come faster than they are seen to."""

PATIENCE = 5.0
"""Seconds that are waited for the last replies of a rate."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a client did at a rate: seconds from question to reply, of processor time a message, and its metrics."""

    rate: int
    latency: Timing
    missing: int
    busy: float
    cost: float
    said: float
    scraped: Scrape | None

    @property
    def holds(self) -> bool:
        """Whether the client kept up."""
        return not self.missing and self.latency.p99 < SATURATED


def measure(done: Callable[[str], None], *, quick: bool) -> Found:
    """Raise the rate of either mix until the client no longer keeps up: the echo and the bot in turn."""
    rates = RATES[1:3] if quick else RATES
    seconds = 1.0 if quick else SECONDS
    found: dict[tuple[str, Kind], list[Step]] = {}
    for mix in EVERY:
        for kind, steps in asyncio.run(_climbed(mix, rates, seconds, done)).items():
            found[mix, kind] = steps
    tables = [_table(mix, found[mix, "echo"], found[mix, "bot"]) for mix in EVERY]
    return Found((*tables, _limits(found), _metrics(found)), tuple(_plot(mix, found) for mix in EVERY))


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
        async with client:
            await client.start(TOKEN)


async def _climbed(
    mix: str, rates: tuple[int, ...], seconds: float, done: Callable[[str], None]
) -> dict[Kind, list[Step]]:
    steps: dict[Kind, list[Step]] = {"echo": [], "bot": []}
    async with _loaded("echo", mix) as echo, _loaded("bot", mix) as bot:
        for rate in rates:
            for loaded in (echo, bot):
                if all(step.holds for step in steps[loaded.kind]):
                    done(f"{mix}, {loaded.kind}: {rate:,} messages a second")
                    steps[loaded.kind].append(await loaded.step(rate, max(seconds, LONGER.get(rate, 0))))
    return steps


@asynccontextmanager
async def _loaded(kind: Kind, mix: str) -> AsyncGenerator[Loaded]:
    """Connect a client to a crowd of its own, and let it answer its first questions, which are not counted."""
    port = _free_port()
    async with crowd() as people:
        with beside(serve, kind, people.api, people.gateway, port) as client:
            loaded = Loaded(kind, mix, people, client.pid, port)
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

    async def step(self, rate: int, seconds: float) -> Step:
        """Say so many messages a second for some seconds, each when it is due, however late the ones before are."""
        people, messages = self.people, max(1, round(rate * seconds))
        people.asked.clear()
        people.heard.clear()
        before = await scrape(self.port) if self.kind == "bot" else None
        worked, began = processor_seconds(self.pid), time.perf_counter()
        scraping = asyncio.create_task(_scraped_halfway(self.port, seconds)) if self.kind == "bot" else None
        for number in range(messages):
            due = began + number / rate
            if (early := due - time.perf_counter()) > 0.001:
                await asyncio.sleep(early)
            asks = number % EVERY[self.mix] == 0
            await people.say(SAYING[not asks], due, asks=asks)
            if number % 20 == 0:
                await asyncio.sleep(0)
        said = time.perf_counter() - began
        while people.asked and time.perf_counter() - began < seconds + PATIENCE:
            await asyncio.sleep(0.01)
        worked, whole = processor_seconds(self.pid) - worked, time.perf_counter() - began
        scraped = None if scraping is None or before is None else (await scraping).since(before)
        latency = Timing.of(people.heard or [whole])
        return Step(rate, latency, len(people.asked), worked / whole, worked / messages, messages / said, scraped)


async def _scraped_halfway(port: int, seconds: float) -> Scrape:
    await asyncio.sleep(seconds / 2)
    return await scrape(port)


def processor_seconds(pid: int) -> float:
    """Return the seconds of processor time that the threads of another process have had."""
    threads = (Path("/proc") / str(pid) / "task").glob("*/schedstat")
    return sum(int(thread.read_text("utf-8").split()[0]) for thread in threads) / 1e9


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def _table(mix: str, echo: list[Step], bot: list[Step]) -> Table:
    rows: list[tuple[str, ...]] = []
    for number in range(max(len(echo), len(bot))):
        steps = [steps[number] if number < len(steps) else None for steps in (echo, bot)]
        rate = next(step.rate for step in steps if step is not None)
        both = all(step is not None and step.holds for step in steps)
        ratios = [f"{steps[1].latency.p50 / steps[0].latency.p50:.2f} ×", f"{steps[1].cost / steps[0].cost:.2f} ×"] if both else ["–", "–"]
        rows.append((f"{rate:,}", *(_latency(step) for step in steps), ratios[0], *(_share(step) for step in steps), ratios[1]))
    headings = ("messages a second", "echo: p50 / p99", "bot: p50 / p99", "p50, bot ÷ echo", "echo: of a core", "bot: of a core", "work, bot ÷ echo")
    return Table(f"rate {mix}", headings, tuple(rows))


def _latency(step: Step | None) -> str:
    if step is None:
        return "–"
    if not step.holds:
        return f"does not keep up ({step.said:,.0f} a second)"
    return f"{step.latency.p50 * 1e3:,.1f} / {step.latency.p99 * 1e3:,.1f} ms"


def _share(step: Step | None) -> str:
    return "–" if step is None else f"{step.busy:.0%}"


def _limits(found: dict[tuple[str, Kind], list[Step]]) -> Table:
    rows: list[tuple[str, ...]] = []
    for mix in EVERY:
        held = {kind: [step for step in found[mix, kind] if step.holds] for kind in ("echo", "bot")}
        cost = {kind: Timing.of([step.cost for step in steps if step.rate >= 100] or [steps[-1].cost]).p50 for kind, steps in held.items()}
        most = [f"{held[kind][-1].rate:,}" for kind in ("echo", "bot")]
        broken = [f"{steps[-1].rate:,}" if not (steps := found[mix, kind])[-1].holds else "–" for kind in ("echo", "bot")]
        rows.append((f"one message in {EVERY[mix]} is a question", *most, *broken, microseconds(cost["echo"]), microseconds(cost["bot"]),
                     f"{cost['bot'] / cost['echo']:.2f} ×"))  # fmt: skip
    headings = ("messages", "echo keeps up with", "bot keeps up with", "echo breaks at", "bot breaks at", "echo: work a message", "bot: work a message", "ratio")
    return Table("rate limits", headings, tuple(rows))


def _metrics(found: dict[tuple[str, Kind], list[Step]]) -> Table:
    rows = [
        (f"{step.rate:,}, {mix}", *step.scraped.cells())
        for mix in EVERY
        for step in found[mix, "bot"]
        if step.scraped is not None
    ]
    return Table("rate metrics", ("messages a second", *Scrape.HEADINGS), tuple(rows))


def _plot(mix: str, found: dict[tuple[str, Kind], list[Step]]) -> Plot:
    curves = {
        f"{kind}, {name}": tuple((float(step.rate), getattr(step.latency, name) * 1e3) for step in found[mix, kind])
        for kind in ("echo", "bot")
        for name in ("p50", "p99")
    }
    asked = "every message a question" if EVERY[mix] == 1 else f"one in {EVERY[mix]} a question"
    return Plot(f"rate-{mix.replace(' ', '-')}", f"Waiting for a reply, {asked}", "messages a second", "ms", curves, aim=(1_000, "1 s"))
