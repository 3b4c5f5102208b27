"""What questions cost when the tables are ten and a hundred times as large: more clusters, or more editions."""

from __future__ import annotations

import tempfile
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from benchmarks.asked import worked_out
from benchmarks.growth.apart import MEBIBYTE, apart, timed
from benchmarks.growth.bigger import Size, made_up_names, resolver, write_tables
from benchmarks.growth.results import Found, Plot, Table, growth
from benchmarks.timing import microseconds, repeat
from bot.cogs.options import NameOption
from bot.pipeline import Pipeline
from bot.rankings import model
from bot.rankings.loading import load
from bot.replies.plain import as_text
from bot.starting import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.growth.bigger import Way

ASKED = {
    "rank": "rank London",
    "top 10": "top 10",
    "top 10 China": "top 10 China",
    "compare": "compare London vs Paris",
    "movers": "movers",
    "count China": "count China",
    "count": "count",
    "history": "history London",
    "free question": "which Chinese city climbed the most since last year?",
}
TYPOS = "typo"
UNKNOWN = "unknown name"
AUTOCOMPLETE = "autocomplete"
SHOWN: dict[Way, tuple[str, ...]] = {
    "wide": ("rank", "top 10 China", "movers", TYPOS, UNKNOWN, AUTOCOMPLETE),
    "long": ("rank", "history", "compare", "movers", TYPOS, AUTOCOMPLETE),
}
"""What is drawn: more curves would not be told apart."""

HALF_TYPED = ("l", "", "lo", "lond", "new", "san j", "be", "münch", "z", "kyo")
KINDS = (*ASKED, TYPOS, UNKNOWN, AUTOCOMPLETE)
TIMES = 300
LONGEST = 3.0
"""Seconds that one kind of question is repeated for, about."""

LIMIT = 0.010
"""Seconds: a p99 beyond this is where a kind of question breaks, for the event loop stands still meanwhile."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds to load the tables and to index their names, bytes they hold, and (p50, p99) by kind of question."""

    loading: float
    indexing: float
    held: int
    asking: dict[str, tuple[float, float]]


def measure(done: Callable[[str], None], *, quick: bool) -> Found:
    """Measure both ways of growing, each size in a process of its own."""
    times = (1, 10) if quick else (1, 10, 100)
    found: dict[Size, Measured] = {}
    ways: tuple[Way, ...] = ("wide", "long")
    for way in ways:
        for factor in times:
            size = Size(way, factor)
            done(f"{size.clusters:,} clusters in {len(size.editions):,} editions")
            found[size] = apart(_measured, size, 20 if quick else TIMES)
    tables = tuple(_table(way, times, found) for way in ways)
    return Found((*tables, _loading(found)), tuple(_plot(way, times, found) for way in ways))


def _measured(size: Size, times: int) -> Measured:
    model.RANKS_PUBLISHED = size.clusters  # else no table with more than a hundred ranks would be complete
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        write_tables(directory, size)
        tracemalloc.start()
        with uncollected():  # as at the bot's start
            rankings = load(directory=directory)
            pipeline = Pipeline.over(rankings, resolver(rankings, directory))
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        loading = timed(lambda: load(directory=directory))
        indexing = timed(lambda: Pipeline.over(rankings, resolver(rankings, directory)))
        for text in ASKED.values():
            _ask(pipeline, text)
        return Measured(loading, indexing, held, _asking(pipeline, times))


def _asking(pipeline: Pipeline, times: int) -> dict[str, tuple[float, float]]:
    """Time each kind of question; misspelt and unknown names are new each time, because answers are remembered."""
    actions: dict[str, Callable[[], object]] = {
        kind: lambda text=text: _ask(pipeline, text) for kind, text in ASKED.items()
    }
    typos, unknown = _typos(pipeline), (f"rank {name[::-1]}" for name in made_up_names())
    actions[TYPOS] = lambda: _ask(pipeline, next(typos))
    actions[UNKNOWN] = lambda: _ask(pipeline, next(unknown))
    actions[AUTOCOMPLETE] = _completing(pipeline)
    timings = {kind: repeat(action, _often(action, times)) for kind, action in actions.items()}
    return {kind: (timing.p50, timing.p99) for kind, timing in timings.items()}


def _ask(pipeline: Pipeline, text: str) -> str:
    """Return the reply to a text, which is made longer than any that is remembered and means the same."""
    return as_text(pipeline.ask(worked_out(text)).pages[0])


def _often(action: Callable[[], object], times: int) -> int:
    """Return how often to repeat something: less if it takes long, but so that the p99 is no accident."""
    return max(min(times, 40), min(times, int(LONGEST / max(timed(action), 1e-6))))


def _typos(pipeline: Pipeline) -> Iterator[str]:
    """Yield questions in which a cluster's name lacks a letter, each with another one."""
    names = [cluster.name for cluster in pipeline.rankings.clusters.values() if len(cluster.name) > 5]
    for lacking in range(1, 6):
        for name in names:
            yield f"rank {name[:lacking]}{name[lacking + 1 :]}"


def _completing(pipeline: Pipeline) -> Callable[[], object]:
    """Return what offers places for a half-typed name, without the loop that calls it."""
    option, interaction = (
        NameOption(places=True, areas=True),
        SimpleNamespace(client=SimpleNamespace(pipeline=pipeline)),
    )
    typed = (each for _ in range(TIMES) for each in HALF_TYPED)

    def complete() -> Any:
        offering = option.autocomplete(interaction, next(typed))  # type: ignore[arg-type]
        try:
            offering.send(None)
        except StopIteration as offered:
            return offered.value
        raise AssertionError("autocomplete waited for something")

    return complete


def _table(way: Way, times: tuple[int, ...], found: dict[Size, Measured]) -> Table:
    rows: list[tuple[str, ...]] = []
    least, most = Size(way, times[0]), Size(way, times[-1])
    for kind in KINDS:
        timings = [found[Size(way, factor)].asking[kind] for factor in times]
        grows = growth((least.times, timings[0][0]), (most.times, timings[-1][0]))
        broken = next((f"{factor} ×" for factor, timing in zip(times, timings, strict=True) if timing[1] > LIMIT), "–")
        figures = [f"{microseconds(p50)} / {microseconds(p99)}" for p50, p99 in timings]
        rows.append((kind, *figures, f"{timings[-1][0] / timings[0][0]:.1f} ×", grows, broken))
    sizes = tuple(f"{factor} ×: p50 / p99" for factor in times)
    return Table(f"questions {way}", ("question", *sizes, "p50, most ÷ least", "grows", "p99 over 10 ms"), tuple(rows))


def _loading(found: dict[Size, Measured]) -> Table:
    rows: list[tuple[str, ...]] = []
    for size, measured in found.items():
        base = found[Size(size.way, 1)]
        rows.append(
            (
                f"{len(size.editions):,} × {size.clusters:,}",
                f"{measured.loading * 1e3:,.0f} ms",
                f"{measured.loading / base.loading:.1f} ×",
                f"{measured.indexing * 1e3:,.0f} ms",
                f"{measured.indexing / base.indexing:.1f} ×",
                f"{measured.held / MEBIBYTE:,.1f} MiB",
                f"{measured.held / base.held:.1f} ×",
            )
        )
    headings = ("editions × clusters", "loading", "ratio", "names and places", "ratio", "held", "ratio")
    return Table("tables", headings, tuple(rows))


def _plot(way: Way, times: tuple[int, ...], found: dict[Size, Measured]) -> Plot:
    curves = {
        kind: tuple((float(factor), found[Size(way, factor)].asking[kind][0] * 1e3) for factor in times)
        for kind in SHOWN[way]
    }
    many = "clusters in an edition" if way == "wide" else "editions"
    return Plot(f"questions-{way}", f"A question, by {many}", "times as many", "ms, p50", curves, aim=(10, "10 ms"))
