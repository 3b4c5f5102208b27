"""`python -m benchmarks.names`: print the figures, and with `--write` publish them in RESULTS.md."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markdown import Markdown

from benchmarks.names.cases import Kind, Set, read_cases
from benchmarks.names.performance import measure
from benchmarks.names.results import RESULTS, accuracy, document, performance, summary
from benchmarks.names.scoring import score
from benchmarks.readme import publish
from bot.pipeline import open_pipeline
from bot.places.names import read_exonyms
from bot.places.normalising import normalise
from bot.rankings.shipped import shipped_directory


def main(
    write: Annotated[bool, typer.Option("--write", help="Publish the figures in RESULTS.md.")] = False,
    of: Annotated[Set, typer.Option("--set", help="Which cases to count.")] = Set.MEASURE,
) -> None:
    """Print accuracy, wrong answers and questions asked back by kind, and what a look-up costs."""
    console = Console()
    resolver = open_pipeline().resolver
    cases = read_cases()
    with console.status("names …"):
        scores = score(cases, resolver, of)
    console.print(Markdown(accuracy(scores)))
    with console.status("costs …"):
        figures = measure([case for case in cases if case.set is of])
    console.print(Markdown(performance(figures)))
    if write and of is Set.MEASURE:
        second = [case.text for case in cases if case.kind is Kind.EXONYM_SECOND]
        listed = {normalise(name) for name in read_exonyms(shipped_directory())}
        RESULTS.write_text(document(scores, figures, second, listed), encoding="utf-8")
        publish("names", summary(scores))
        console.print(f"written: {RESULTS} and the README", markup=False)


if __name__ == "__main__":
    typer.run(main)
