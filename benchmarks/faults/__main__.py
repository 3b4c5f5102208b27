"""Run every fault many times, and print what became of the questions asked before, during and after it.

`python -m benchmarks.faults` runs all of them; `python -m benchmarks.faults "READY comes twice"` one. Ctrl-C ends the
run and prints what was done. Nothing is shortened but what `docs/faults.md` says.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from benchmarks.faults import report
from benchmarks.faults.scenarios import SCENARIOS
from benchmarks.faults.worker import prepare, run_once

if TYPE_CHECKING:
    from benchmarks.faults.running import Outcome

AT_ONCE = 6
"""Processes: nearly all of what they do is waiting."""


def main(
    names: Annotated[list[str] | None, typer.Argument(help="Faults; all of them if none is named.")] = None,
    times: Annotated[int, typer.Option(help="How often each is run.")] = 20,
    write: Annotated[bool, typer.Option("--write", help="Write the table into docs/faults.md.")] = False,
) -> None:
    """Run faults, several at once; fail if a question was lost or answered twice."""
    chosen = names or list(SCENARIOS)
    if unknown := set(chosen) - set(SCENARIOS):
        raise typer.BadParameter(f"no such fault: {', '.join(sorted(unknown))}")
    outcomes: dict[str, list[Outcome]] = {name: [] for name in chosen}
    console = Console()
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    # forked processes would share what an event loop and a database have open
    pool = ProcessPoolExecutor(AT_ONCE, multiprocessing.get_context("spawn"), prepare)
    with Progress(*columns, console=console) as progress:
        shown = progress.add_task("faults", total=len(chosen) * times)
        runs = {pool.submit(run_once, name): name for _ in range(times) for name in chosen}
        try:
            for done in as_completed(runs):
                outcomes[runs[done]].append(done.result())
                progress.update(shown, advance=1, description=runs[done])
        except KeyboardInterrupt:
            console.print("Interrupted; this is what was done.")
            write = False
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    console.print(report.table(outcomes))
    if write:
        report.write(outcomes)
    every = [outcome for each in outcomes.values() for outcome in each]
    raise typer.Exit(any(outcome.lost or outcome.twice or outcome.missing for outcome in every))


if __name__ == "__main__":
    typer.run(main)
