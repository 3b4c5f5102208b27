"""Print every measurement of one run."""

from __future__ import annotations

from rich.console import Console

from benchmarks import client, completing, pictures, pipeline, socket, startup
from bot.pipeline import open_pipeline


def main() -> None:
    """Measure the pipeline, the pictures (while memory is theirs), the client against an echo bot, and the start."""
    console = Console()
    opened = open_pipeline()
    console.print(pipeline.measure_lookup(opened))
    with console.status("pipeline …"):
        table = pipeline.measure(opened)
    console.print(table)
    with console.status("pictures …"):
        tables = pictures.measure(opened)
    console.print(*tables)
    with console.status("client …"):
        table = client.measure(opened)
    console.print(table)
    with console.status("half-typed names …"):
        table = completing.measure(opened)
    console.print(table)
    with console.status("socket …"):
        table = socket.measure(opened)
    console.print(table)
    with console.status("start …"):
        table = startup.measure()
    console.print(table)


if __name__ == "__main__":
    main()
