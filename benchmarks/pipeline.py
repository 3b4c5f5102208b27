"""The pipeline alone: text to reply, per kind of question, and what the same look-up costs in pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from benchmarks.asked import worked_out
from benchmarks.timing import microseconds, repeat
from bot.rankings.frames import frame as as_frame
from bot.rankings.layout import CLUSTER_RANKS
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import read_tables
from bot.replies.plain import as_text

if TYPE_CHECKING:
    import pandas as pd

    from bot.pipeline import Pipeline

QUESTIONS = (
    "rank London",
    "rank Londn",
    "rank 東京",
    "rank Gotham City",
    "rank Lagos",
    "top 10 China",
    "top 100 2022",
    "top 10 by patents 2022",
    "compare London vs Paris",
    "movers",
    "history Munich",
    "economy Japan",
    "economies 10",
    "count Germany",
    "count",
    "who 7",
    "method",
    "help",
    "what is the meaning of all this",
)
TIMES = 2_000


def measure(pipeline: Pipeline) -> Table:
    """Time every kind of question from text to plain text."""
    table = Table(title=f"Pipeline, text to reply, nothing kept, {TIMES:,} times each (aim: p99 under 1 ms)")
    for column in ("question", "p50", "p99", "ratio to rank London"):
        table.add_column(column, justify="left" if column == "question" else "right")
    repeat(lambda: _ask(pipeline, "rank London"), TIMES)
    base = repeat(lambda: _ask(pipeline, "rank London"), TIMES)
    for question in QUESTIONS:
        timing = repeat(lambda asked=question: _ask(pipeline, asked), TIMES)
        table.add_row(question, microseconds(timing.p50), microseconds(timing.p99), f"{timing.p50 / base.p50:.1f} ×")
    return table


def measure_lookup(pipeline: Pipeline) -> Table:
    """Time finding one cluster's row in the frozen table and by a pandas filter."""
    frame = as_frame(read_tables(shipped_directory()), CLUSTER_RANKS)
    newest = pipeline.rankings.newest
    frozen = repeat(lambda: newest.rows["london"], 20_000)
    filtered = repeat(lambda: _filtered(frame), 500)
    table = Table(title="One row: frozen objects against a pandas filter")
    for column in ("way", "p50", "ratio"):
        table.add_column(column, justify="left" if column == "way" else "right")
    table.add_row("frozen objects", f"{frozen.p50 * 1e9:,.0f} ns", "1 ×")
    table.add_row("pandas filter", f"{filtered.p50 * 1e9:,.0f} ns", f"{filtered.p50 / frozen.p50:,.0f} ×")
    return table


def _ask(pipeline: Pipeline, question: str) -> str:
    return as_text(pipeline.ask(worked_out(question)).pages[0])


def _filtered(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[(frame["edition"] == "2025") & (frame["cluster_id"] == "london")]
