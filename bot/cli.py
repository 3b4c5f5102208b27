"""The terminal doors: `run`, `chat`, `ask`, `draw`, `rehearse`, `data …` and `store …`."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_data import data_app
from bot.cli_store import store_app
from bot.starting import beforehand, uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.pipeline import Pipeline
    from bot.settings import Settings

PROBLEMS_SHOWN = 10
"""Problems of an overlay that are printed at start."""

app = typer.Typer(
    name="clusterbot",
    help="Answers about WIPO's Global Innovation Index, in Discord and in the terminal.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(data_app, name="data")
app.add_typer(store_app, name="store")


def main() -> None:
    """Run the program with the arguments of the command line; it reads and writes UTF-8 whatever the locale."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Without a command: run."""
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Connect to Discord; without DISCORD_TOKEN, open the terminal chat."""
    settings = _settings()
    if settings.discord_token is None:
        _chat(settings, token_missing=True)
        return
    with uncollected():
        from bot.running import run_bot

        pipeline = _pipeline(settings)
    beforehand(pipeline)
    raise typer.Exit(run_bot(settings, pipeline))


@app.command()
def chat() -> None:
    """Ask in the terminal, with history and completion."""
    _chat(_settings(), token_missing=False)


@app.command(context_settings={"ignore_unknown_options": True})
def ask(
    question: Annotated[
        list[str] | None,
        typer.Argument(help="A question; several if each is quoted. Without one: one per line from standard input."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per question and line.")] = False,
) -> None:
    """Answer one question, or one per line of standard input."""
    with uncollected():
        pipeline = _pipeline(_settings())
    for asked in _questions(question or []):
        sys.stdout.write(_json_line(pipeline, asked) if as_json else _text(pipeline, asked))
        sys.stdout.flush()


@app.command()
def draw(
    question: Annotated[str, typer.Argument(help="What to draw: “history Munich”, “top 10 2022”, “map Europe”.")],
    file: Annotated[Path, typer.Argument(help="The PNG file to write.", dir_okay=False)],
) -> None:
    """Draw the answer to a question into a PNG file, and print what it shows."""
    from bot.replies.pictures.describing import describe
    from bot.replies.pictures.drawing.png import draw as drawn
    from bot.replies.plain import as_text

    pipeline = _pipeline(_settings())
    asked = question if question.split()[:1] in (["chart"], ["map"]) else f"chart {question}"
    outcome = pipeline.ask(asked)
    if outcome.picture is None:
        typer.echo(as_text(outcome.pages[0]), err=True)
        raise typer.Exit(1)
    try:
        file.write_bytes(drawn(outcome.picture))
    except OSError as error:
        typer.echo(f"{file}: {error.strerror}", err=True)
        raise typer.Exit(1) from error
    typer.echo(describe(outcome.picture))


@app.command()
def rehearse(
    edition: Annotated[
        int | None, typer.Argument(help="The edition to show; without one, the newest that is complete.")
    ] = None,
    pause: Annotated[
        int,
        typer.Option(min=0, help="Seconds before each ten ranks, as in Discord; without it, no waiting."),
    ] = 0,
) -> None:
    """Show a whole release night with an edition that is held: the countdown, then the summary."""
    import time
    from datetime import UTC, datetime

    from bot.community.release.actions import DEFAULT_PAUSE, Rehearsed
    from bot.community.release.programme import edition_to_rehearse, editions_to_show, programme
    from bot.community.release.rehearsing import rehearse as evening
    from bot.questions.failures import EditionNotHeld
    from bot.replies.composing.failures import compose_failure
    from bot.replies.composing.release import compose_notice
    from bot.replies.plain import as_text

    rankings = _pipeline(_settings()).rankings
    shown = editions_to_show(rankings)
    year = edition_to_rehearse(rankings) if edition is None else edition
    if year not in shown:
        typer.echo(as_text(compose_failure(EditionNotHeld(year, shown))), err=True)
        raise typer.Exit(1)
    now = datetime.now(UTC)
    for moment, night, notice in evening(Rehearsed(0, year, programme(rankings, year), pause or DEFAULT_PAUSE), now):
        if pause:
            time.sleep((moment - now).total_seconds())
        now = moment
        typer.echo(as_text(compose_notice(notice, night, rankings)) + "\n")


def _chat(settings: Settings, *, token_missing: bool) -> None:
    with uncollected():
        from bot.chat import chat as open_chat

        pipeline = _pipeline(settings)
    open_chat(pipeline, token_missing=token_missing)


def _questions(arguments: list[str]) -> Iterable[str]:
    if not arguments:
        return (line.rstrip("\r\n") for line in sys.stdin)
    if len(arguments) > 1 and any(" " in argument for argument in arguments):
        return arguments
    return [" ".join(arguments)]


def _text(pipeline: Pipeline, question: str) -> str:
    from bot.replies.composing.orders import compose_outside
    from bot.replies.plain import as_text

    outside = compose_outside(question)
    pages = pipeline.ask(question).pages if outside is None else (outside,)
    return "\n\n".join(as_text(page) for page in pages) + "\n"


def _json_line(pipeline: Pipeline, question: str) -> str:
    import json

    from bot.replies.record import as_record

    return json.dumps(as_record(pipeline.ask(question), pipeline.rankings), ensure_ascii=False) + "\n"


def _settings() -> Settings:
    from pydantic import ValidationError

    from bot.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            name = "_".join(str(part) for part in problem["loc"]).upper()
            typer.echo(f"{name}: {problem['msg']}", err=True)
        raise typer.Exit(2) from error


def _pipeline(settings: Settings) -> Pipeline:
    from bot.pipeline import open_pipeline
    from bot.rankings.problems import DataError

    try:
        return open_pipeline(settings.data_dir)
    except DataError as error:
        for problem in error.problems[:PROBLEMS_SHOWN]:
            typer.echo(str(problem), err=True)
        if len(error.problems) > PROBLEMS_SHOWN:
            typer.echo(
                f"… and {len(error.problems) - PROBLEMS_SHOWN} more; “clusterbot data check” lists them.", err=True
            )
        raise typer.Exit(1) from error
