"""`clusterbot data`: whether the tables are sound and how much they hold, and importing a published file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_data.places import places_command

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from bot.rankings.importing import ImportPlan, Target
    from bot.rankings.problems import DataError

SOUND, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes."""

data_app = typer.Typer(
    name="data", help="Check the tables, or import a published file into them.", no_args_is_help=True
)

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        envvar="DATA_DIR",
        help="Directory of tables that lie over the shipped ones; imports are written there.",
    ),
]


@data_app.command("check")
def check_command(data_dir: DataDir = None) -> None:
    """Check the tables against their rules, and print how much is held of each edition."""
    from bot.cli_data.text import HOLDINGS_HEADER, holdings_cells, problem_line
    from bot.rankings.checking import check
    from bot.rankings.shipped import shipped_directory

    console = _console()
    overlay = _overlay(data_dir)
    with console.status("Checking the tables …"):
        report = check(shipped_directory(), overlay)
    if report.holdings:
        _print_table(console, HOLDINGS_HEADER, (holdings_cells(held) for held in report.holdings))
        _say(console, "PCT, publ. and VC: clusters with that share. –: none.")
    for remark in report.remarks:
        _say(console, f"worth a look: {problem_line(remark)}")
    for problem in report.problems:
        _say(console, problem_line(problem))
    if not report.sound:
        number = len(report.problems)
        _say(console, f"{number} problem{'s' if number > 1 else ''} found.")
        raise typer.Exit(PROBLEMS)
    _say(console, "No problems found.")


@data_app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(help="A workbook as WIPO publishes it, or a CSV with our columns.")],
    edition: Annotated[int, typer.Option(min=2007, max=2100, help="The edition the file is about, by year.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before writing.")] = False,
    drop: Annotated[
        bool, typer.Option("--drop", help="Let go of rows and figures that are held and that the file does not have.")
    ] = False,
    same_as: Annotated[
        list[str] | None,
        typer.Option(help="NAME=CLUSTER_ID: a name in the file that a known cluster now goes by. May be repeated."),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Check a file, show what it would change, ask, and replace the tables all at once or not at all."""
    from bot.cli_data.text import plan_lines
    from bot.rankings.importing import apply, plan_import
    from bot.rankings.problems import DataError
    from bot.rankings.tables import read_tables

    console = _console()
    target = _target(data_dir)
    renames = _renames(same_as or [])
    try:
        with console.status(f"Reading {file.name} …"):
            tables = read_tables(target.directory, target.overlay)
            plan = plan_import(file, edition, tables, target.directory, renames)
        for line in plan_lines(plan):
            _say(console, line)
        if plan.changes_nothing:
            _say(console, "The tables already say so; nothing was changed.")
            return
        _require_no_loss(plan, drop)
        _confirm(plan, target, yes)
        for path in apply(plan, target):
            _say(console, f"written: {path}")
    except DataError as error:
        _refuse(error)


data_app.command("places")(places_command)


def _require_no_loss(plan: ImportPlan, drop: bool) -> None:
    """Stop before rows or figures are lost, unless that was asked for: `--yes` alone does not say so."""
    from bot.cli_data.text import loss_line

    if plan.losses and not drop:
        typer.echo(loss_line(plan), err=True)
        typer.echo("Nothing was changed.", err=True)
        raise typer.Exit(PROBLEMS)


def _confirm(plan: ImportPlan, target: Target, yes: bool) -> None:
    question = f"Write edition {plan.edition} to {target.written}?"
    try:
        agreed = yes or typer.confirm(question)
    except typer.Abort:
        agreed = False
    if not agreed:
        typer.echo("Nothing was changed.", err=True)
        raise typer.Exit(PROBLEMS)


def _refuse(error: DataError) -> None:
    from bot.cli_data.text import problem_line
    from bot.rankings.problems import NotWritable

    for problem in error.problems:
        typer.echo(problem_line(problem), err=True)
    outcome = "The import may be incomplete; repeat it." if isinstance(error, NotWritable) else "Nothing was changed."
    typer.echo(outcome, err=True)
    raise typer.Exit(PROBLEMS)


def _target(data_dir: Path | None) -> Target:
    from bot.rankings.importing import Target
    from bot.rankings.shipped import shipped_directory, ships_packed

    overlay = _overlay(data_dir)
    if overlay is None and ships_packed():
        message = "An installed package is not written to. Set DATA_DIR (or --data-dir) to a directory for imports."
        typer.echo(message, err=True)
        raise typer.Exit(USAGE)
    return Target(shipped_directory(), overlay)


def _overlay(data_dir: Path | None) -> Path | None:
    """Return the overlay: as given or from the environment, else as `.env` sets it for the bot."""
    if data_dir is not None:
        return data_dir
    from pydantic import ValidationError

    from bot.settings import Settings

    try:
        return Settings().data_dir
    except ValidationError as error:
        typer.echo(f"A setting cannot be read: {error}", err=True)
        raise typer.Exit(USAGE) from error


def _renames(given: list[str]) -> dict[str, str]:
    renames: dict[str, str] = {}
    for item in given:
        name, sign, cluster = item.rpartition("=")
        if not (name and sign and cluster):
            message = f'"{item}" is not of the form NAME=CLUSTER_ID'
            raise typer.BadParameter(message, param_hint="--same-as")
        renames[name.strip()] = cluster.strip()
    return renames


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False)


def _say(console: Console, line: str) -> None:
    console.print(line, markup=False, soft_wrap=True)


def _print_table(console: Console, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title in header:
        table.add_column(title, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    console.print(table)
