"""What came of raising the rate of messages, as tables and plots."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from benchmarks.growth.results import Plot, Table
from benchmarks.growth.scraping import Scrape
from benchmarks.timing import Timing, microseconds

Kind = Literal["echo", "bot"]
KINDS: tuple[Kind, ...] = ("echo", "bot")


@dataclass(frozen=True, slots=True)
class Mix:
    """One in `every` messages is a question, always the same or never; `title` is that of its plot."""

    every: int
    same: bool
    title: str


MIXES = {
    "all ask": Mix(1, False, "Waiting for a reply while all ask"),
    "all ask the same": Mix(1, True, "Waiting while all ask the same"),
    "talk": Mix(10, False, "Waiting for a reply amid talk"),
}

SATURATED = 1.0
"""Seconds: at a p99 beyond this, or with replies missing, messages come faster than they are seen to."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a client did at a rate: seconds from question to reply, replies `missing`, and what `/metrics` said.

    `busy` is the share of a core that it had, `denied` the share of time that it waited for one that others had, and
    `cost` the seconds of processor time a message.
    """

    rate: int
    latency: Timing
    missing: int
    busy: float
    denied: float
    cost: float
    scraped: Scrape | None

    @property
    def holds(self) -> bool:
        """Whether the client kept up."""
        return not self.missing and self.latency.p99 < SATURATED


Climbed = dict[tuple[str, Kind], list[Step]]
"""The steps of each mix and client, up to the first at which it did not keep up."""


def rate_table(mix: str, climbed: Climbed) -> Table:
    """Return how long replies took at each rate, and how busy the clients were."""
    rows: list[tuple[str, ...]] = []
    for echo, bot in zip_longest(*(climbed[mix, kind] for kind in KINDS)):
        slower = worked = "–"
        if echo is not None and bot is not None and echo.holds and bot.holds:
            slower, worked = f"{bot.latency.p50 / echo.latency.p50:.2f} ×", f"{bot.cost / echo.cost:.2f} ×"
        rate = f"{(bot or echo).rate:,}"
        rows.append((rate, _latency(echo), _latency(bot), slower, _busy(echo), _busy(bot), worked))
    waiting = "echo: p50 / p99", "bot: p50 / p99", "p50, bot ÷ echo"
    work = "echo: of a core + waiting", "bot: of a core + waiting", "work, bot ÷ echo"
    return Table(f"rate {mix}", ("messages a second", *waiting, *work), tuple(rows))


def limits(climbed: Climbed) -> Table:
    """Return the rates that the clients keep up with, their least work for a message, and what a core is enough for."""
    rows: list[tuple[str, ...]] = []
    for name, mix in MIXES.items():
        cells: list[str] = []
        costs: list[float] = []
        for kind in KINDS:
            held = [step for step in climbed[name, kind] if step.holds]
            broken = climbed[name, kind][-1]
            costs.append(min(step.cost for step in climbed[name, kind] if not step.missing))
            cells += [f"{held[-1].rate:,}" if held else "–", "–" if broken.holds else f"{broken.rate:,}"]
        work = *map(microseconds, costs), f"{costs[1] / costs[0]:.2f} ×", f"{1 / costs[1]:,.0f}"
        rows.append((f"{name}: one in {mix.every} a question", *cells, *work))
    headings = (
        "messages", "echo keeps up with", "breaks at", "bot keeps up with", "breaks at",
        "echo: least work a message", "bot: least work a message", "ratio", "a core is enough for",
    )  # fmt: skip
    return Table("rate limits", headings, tuple(rows))


def metrics(climbed: Climbed) -> Table:
    """Return what the bot's metrics said at each rate."""
    rows = [
        (f"{step.rate:,}, {mix}", *step.scraped.cells())
        for mix in MIXES
        for step in climbed[mix, "bot"]
        if step.scraped is not None
    ]
    return Table("rate metrics", ("messages a second", *Scrape.HEADINGS), tuple(rows))


def rate_plot(mix: str, climbed: Climbed) -> Plot:
    """Return how long replies took by the rate."""
    curves = {
        f"{kind}, {name}": tuple((float(step.rate), getattr(step.latency, name) * 1e3) for step in climbed[mix, kind])
        for kind in KINDS
        for name in ("p50", "p99")
    }
    return Plot(
        f"rate-{mix.replace(' ', '-')}", MIXES[mix].title, "messages a second", "ms", curves, aim=(1_000, "1 s")
    )


def _latency(step: Step | None) -> str:
    if step is None:
        return "–"
    if step.missing:
        return f"{step.missing:,} without"
    return f"{step.latency.p50 * 1e3:,.1f} / {step.latency.p99 * 1e3:,.1f} ms"


def _busy(step: Step | None) -> str:
    return "–" if step is None else f"{step.busy:.0%} + {step.denied:.0%}"
