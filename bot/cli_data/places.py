"""`clusterbot data places`: building the gazetteer of cities from GeoNames and the Unicode CLDR."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the hint
from typing import Annotated

import typer

STEPS = 8


def places_command(
    directory: Annotated[
        Path | None, typer.Option("--directory", help="Where the lists of places lie and the gazetteer is written.")
    ] = None,
) -> None:
    """Build the gazetteer of cities from GeoNames and CLDR; needs the extra “build”."""
    from rich.console import Console
    from rich.progress import Progress

    from bot.rankings.shipped import shipped_directory, ships_packed

    console = Console(highlight=False)
    if directory is None and ships_packed():
        typer.echo("An installed package is not written to. Name a --directory.", err=True)
        raise typer.Exit(2)
    try:
        from bot.places.building.build import build
    except ModuleNotFoundError as error:
        typer.echo(f"{error.name} is not installed: pip install 'clusterbot[build]'", err=True)
        raise typer.Exit(2) from error
    from bot.places.lists import NamesError

    target = directory or shipped_directory()
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("", total=STEPS)

        def step(what: str) -> None:
            progress.update(task, advance=1, description=what)

        try:
            built = build(target, step)
        except (NamesError, OSError) as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from error
    console.print(
        f"{built.cities:,} cities, {built.spellings:,} spellings, {built.misspellable:,} of them open to typos"
    )
    for name, size in built.sizes.items():
        console.print(f"written: {target / name} ({size / 1e6:.1f} MB)", markup=False, soft_wrap=True)
