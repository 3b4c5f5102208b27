"""Fuzz, and print how many inputs were tried, what failed, and how time grows with length.

`python -m benchmarks.fuzzing --inputs 100000` runs all targets, each with its share; `python -m benchmarks.fuzzing ask`
one of them. Ctrl-C ends the run and prints what was done.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from benchmarks.fuzzing import growth
from benchmarks.fuzzing.report import Report
from benchmarks.fuzzing.seeds import CORPUS, CRASHERS, dictionary, keep, kept, seeds

SHARES = {
    "press": 0.30,
    "order": 0.30,
    "receipt": 0.16,
    "code": 0.16,
    "guarded": 0.04,
    "place": 0.01,
    "entry": 0.01,
    "prompts": 0.005,
    "time": 0.006,
    "ask": 0.008,
    "import_csv": 0.0005,
    "import_workbook": 0.0005,
}
"""Which part of all inputs each target gets: the more, the cheaper it is."""

LONGEST = 4000
"""Bytes of an input: Discord's longest message, of people who pay for that."""

TIMEOUT = 20
"""Seconds after which libFuzzer takes an input for one that never ends."""

MEMORY_MB = 4096
WAIT = 0.5


def main(
    names: Annotated[list[str] | None, typer.Argument(help="Targets; all of them if none is named.")] = None,
    inputs: Annotated[int, typer.Option(help="Inputs to try, over all targets named.")] = 100_000,
    work: Annotated[Path, typer.Option(help="Where the corpus grows, and reports are kept.")] = Path(".fuzzing"),
    slowness: Annotated[bool, typer.Option("--growth", help="Measure how time grows with length, too.")] = False,
    keep_corpus: Annotated[int, typer.Option("--keep", help="Inputs per target to write into the kept corpus.")] = 0,
) -> None:
    """Fuzz targets one after the other."""
    chosen = names or list(SHARES)
    if unknown := set(chosen) - set(SHARES):
        raise typer.BadParameter(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(SHARES)}")
    whole = sum(SHARES[name] for name in chosen)
    reports: dict[str, Report] = {}
    console = Console()
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console) as progress:
        try:
            for name in chosen:
                share = max(1, round(inputs * SHARES[name] / whole))
                _fuzz(name, share, work / name, progress)
        except KeyboardInterrupt:
            console.print("Interrupted; this is what was done.")
    for name in chosen:
        reports[name] = Report.read(work / name / "report.json")
        keep(CRASHERS, name, [*kept(CRASHERS, name), *(crash.data for crash in reports[name].crashes.values())])
        if keep_corpus:
            found = sorted((path.read_bytes() for path in (work / name / "corpus").iterdir()), key=len)
            keep(CORPUS, name, [*kept(CORPUS, name), *found[:: max(1, len(found) // keep_corpus)][:keep_corpus]])
    console.print(totals(reports))
    if slowness:
        console.print(growth.table(reports))
    for name, report in reports.items():
        for crash in report.crashes.values():
            console.print(
                f"[red]{name}[/]: {escape(crash.where)}: {escape(crash.error)}: {escape(repr(crash.data[:200]))}"
            )
    raise typer.Exit(any(report.crashes or report.stopped for report in reports.values()))


def _fuzz(name: str, inputs: int, work: Path, progress: Progress) -> None:
    """Fuzz a target in a process of its own, and follow it by its reports."""
    corpus, report, log = work / "corpus", work / "report.json", work / "log.txt"
    corpus.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed[:LONGEST])
    words = work / "words.dict"
    words.write_text("\n".join(dictionary()))
    options = (
        f"-atheris_runs={inputs}", f"-max_len={LONGEST}", f"-timeout={TIMEOUT}", f"-rss_limit_mb={MEMORY_MB}",
        f"-dict={words}", f"-artifact_prefix={work}/", str(corpus),
    )  # fmt: skip
    command = (sys.executable, "-m", "benchmarks.fuzzing.worker", name, str(report), *options)
    shown = progress.add_task(name, total=inputs)
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        try:
            while process.poll() is None:
                progress.update(shown, completed=Report.read(report).inputs)
                time.sleep(WAIT)
        except KeyboardInterrupt:
            process.terminate()
            raise
    done = Report.read(report)
    progress.update(shown, completed=done.inputs)
    if process.returncode:
        done.stopped = f"ended with {process.returncode}; see {log}"
        done.write(report)


def totals(reports: dict[str, Report]) -> Table:
    """Return how many inputs each target was tried with, how fast, and what failed."""
    table = Table(title="Fuzzing")
    for heading in ("target", "inputs", "seconds", "inputs a second", "crashes"):
        table.add_column(heading, justify="left" if heading == "target" else "right")
    for name, report in reports.items():
        rate = report.inputs / report.seconds if report.seconds else 0
        crashes = report.stopped or str(len(report.crashes))
        table.add_row(name, f"{report.inputs:,}", f"{report.seconds:,.0f}", f"{rate:,.0f}", crashes)
    total, seconds = (sum(values) for values in zip(*((r.inputs, r.seconds) for r in reports.values()), strict=True))
    table.add_row("all", f"{total:,}", f"{seconds:,.0f}", "", "", style="bold")
    return table


if __name__ == "__main__":
    typer.run(main)
