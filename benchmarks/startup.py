"""From start to ready, in fresh processes, against importing discord, pandas and rapidfuzz alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from rich.table import Table

from benchmarks.timing import Timing

IMPORTS = "import discord, pandas, rapidfuzz"
READY = """
from bot.starting import beforehand, uncollected
with uncollected():
    import bot.running
    from bot.pipeline import open_pipeline
    pipeline = open_pipeline()
"""
"""What the command `run` does before it connects."""

LOADED = f"{READY}\nbeforehand(pipeline).join()"
"""That, and what it does while Discord is asked to let the bot in, if Discord took no time."""

ASK = "import sys\nsys.argv = ['clusterbot', 'ask', 'rank London']\nfrom bot.cli import main\nmain()"
TIMES = 9


def measure() -> Table:
    """Time the imports alone and the way to ready in turn, so that noise falls on both.

    Each has run once before: where Python keeps no bytecode of a source tree, ours would be compiled every time, and
    the installed libraries would not. An installation compiles both.
    """
    runs: dict[str, list[float]] = {IMPORTS: [], READY: [], LOADED: [], ASK: []}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        for program in runs:
            _run(program, environment)
        for _ in range(TIMES):
            for program, seconds in runs.items():
                start = time.perf_counter()
                _run(program, environment)
                seconds.append(time.perf_counter() - start)
    base = Timing.of(runs[IMPORTS])
    table = Table(title=f"From start to ready, {TIMES} processes each")
    for column in ("program", "p50", "ratio"):
        table.add_column(column, justify="left" if column == "program" else "right")
    names = {
        IMPORTS: "importing discord, pandas, rapidfuzz",
        READY: "bot ready to connect",
        LOADED: "… and all that is loaded meanwhile",
        ASK: "ask “rank London”",
    }
    for program, name in names.items():
        timing = Timing.of(runs[program])
        table.add_row(name, f"{timing.p50 * 1e3:,.0f} ms", f"{timing.p50 / base.p50:.2f} ×")
    return table


def _run(program: str, environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL, env=environment)
