"""Measure growth, and print it; `--write` puts what was measured so far into `docs/growth.md`.

`python -m benchmarks.growth` measures everything, in about a quarter of an hour; `python -m benchmarks.growth tables`
one subject. Each subject is kept when it is done, so that Ctrl-C loses only the one under way.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table as Printed

from benchmarks.growth import page, people, plots, rate, rows, servers, tables
from benchmarks.growth.results import Found, Table

SUBJECTS = {
    "tables": tables.measure,
    "store": rows.measure,
    "servers": servers.measure,
    "rate": rate.measure,
    "people": people.measure,
}


def main(
    names: Annotated[list[str] | None, typer.Argument(help="Subjects; all of them if none is named.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Only the smallest sizes, which prove nothing.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write what is kept into the documentation.")] = False,
    work: Annotated[Path, typer.Option(help="Where findings are kept.")] = Path(".growth"),
) -> None:
    """Measure subjects one after the other."""
    chosen = names or list(SUBJECTS)
    if unknown := set(chosen) - set(SUBJECTS):
        raise typer.BadParameter(f"no such subject: {', '.join(sorted(unknown))}; there are {', '.join(SUBJECTS)}")
    console = Console()
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=console) as progress:
        shown = progress.add_task("")
        try:
            for name in chosen:
                found = SUBJECTS[name](
                    lambda doing, name=name: progress.update(shown, description=f"{name}: {doing}"), quick=quick
                )
                found.write(work / f"{name}.json")
                for table in found.tables:
                    console.print(_printed(table))
                console.print(*found.notes, f"Measured {found.load}.", sep="\n")
        except KeyboardInterrupt:
            console.print("Interrupted; what was done before is kept.")
            raise typer.Exit(130) from None
    if write:
        for name in SUBJECTS:
            if (kept := Found.read(work / f"{name}.json")) is not None:
                page.write(name, kept, {plot.name: plots.draw(plot) for plot in kept.plots})


def _printed(table: Table) -> Printed:
    printed = Printed(title=table.name)
    for number, heading in enumerate(table.headings):
        printed.add_column(heading, justify="left" if number == 0 else "right")
    for row in table.rows:
        printed.add_row(*row)
    return printed


if __name__ == "__main__":
    typer.run(main)
