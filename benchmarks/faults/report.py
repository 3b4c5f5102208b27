"""What a run over all faults came to: as a table to look at, and as one in `docs/faults.md`."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.faults.running import Outcome

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
BEGIN, END = "<!-- what a run wrote -->\n", "<!-- end -->\n"

HEADINGS = (
    "fault", "times", "asked", "answered once", "out of reach", "lost", "twice", "recovery p50", "longest",
)  # fmt: skip


def rows(outcomes: Mapping[str, Sequence[Outcome]]) -> list[tuple[str, ...]]:
    """Return a row for each fault that was run, and one for all."""
    found = [(name, *_counts(each), *_recovery(each)) for name, each in outcomes.items() if each]
    every = [outcome for each in outcomes.values() for outcome in each]
    return [*found, ("all", *_counts(every), "", "")]


def _counts(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    names = ("asked", "once", "unreached", "lost", "twice")
    sums = (sum(getattr(outcome, name) for outcome in outcomes) for name in names)
    return (f"{len(outcomes):,}", *(f"{total:,}" for total in sums))


def _recovery(outcomes: Sequence[Outcome]) -> tuple[str, str]:
    seconds = [outcome.recovery for outcome in outcomes]
    return f"{statistics.median(seconds):.2f} s", f"{max(seconds):.2f} s"


def table(outcomes: Mapping[str, Sequence[Outcome]]) -> Table:
    """Return the rows for a terminal."""
    made = Table(title="Faults of Discord")
    for heading in HEADINGS:
        made.add_column(heading, justify="left" if heading == "fault" else "right")
    for row in rows(outcomes):
        made.add_row(*row)
    return made


def write(outcomes: Mapping[str, Sequence[Outcome]], page: Path = PAGE) -> None:
    """Put the rows in the place of those of the last run."""
    lines = [HEADINGS, ("---", *("---:" for _ in HEADINGS[1:])), *rows(outcomes)]
    text = page.read_text("utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    body = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    page.write_text(f"{before}{BEGIN}\n{body}\n{END}{after}", "utf-8")
