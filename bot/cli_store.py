"""`clusterbot store`: a backup of everything that is kept, in one file, and a database filled from one."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.store.copying import Progress

REFUSED, USAGE = 1, 2
"""Exit codes."""

store_app = typer.Typer(
    name="store", help="Back up what is kept (games, points, settings), or restore it.", no_args_is_help=True
)


@store_app.command("backup")
def backup_command(file: Annotated[Path, typer.Argument(help="The file to write; one that is not there.")]) -> None:
    """Copy the database in DATABASE_URL to a file. The bot may go on meanwhile."""
    from bot.store.copying import back_up

    address = _address()
    _run("Backing up", lambda progress: back_up(address, file, progress))
    typer.echo(f"written: {file}")


@store_app.command("restore")
def restore_command(file: Annotated[Path, typer.Argument(help="A file that “store backup” wrote.")]) -> None:
    """Fill the database in DATABASE_URL, in which nothing is kept yet, from a backup of SQLite or PostgreSQL."""
    from bot.store.copying import restore

    address = _address()
    _run("Restoring", lambda progress: restore(file, address, progress))
    typer.echo(f"restored: {file}")


def _run(title: str, work: Callable[[Progress], Coroutine[None, None, None]]) -> None:
    import asyncio

    from rich.console import Console
    from rich.progress import Progress as Bar

    from bot.store.failures import StoreError

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        try:
            asyncio.run(work(lambda done, total: bar.update(task, completed=done, total=total)))
        except StoreError as error:
            refusal = str(error)
        else:
            return
    typer.echo(refusal, err=True)
    raise typer.Exit(REFUSED)


def _address() -> str | None:
    """Return the address in the settings, or None for the default file."""
    from pydantic import ValidationError

    from bot.settings import Settings

    try:
        settings = Settings()
    except ValidationError as error:
        names = ", ".join(sorted({"_".join(map(str, problem["loc"])).upper() for problem in error.errors()}))
        typer.echo(f"These settings are not what they can be: {names}", err=True)
        raise typer.Exit(USAGE) from error
    return settings.database_url.get_secret_value() if settings.database_url else None
