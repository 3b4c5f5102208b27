"""Fuzzes one target in a process of its own: `python -m benchmarks.fuzzing.worker TARGET REPORT [libFuzzer's options]`.

What fails is noted and the run goes on, so that one crash does not hide the next.
"""

from __future__ import annotations

import atexit
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["bot"]):
    from benchmarks.fuzzing import targets

from benchmarks.fuzzing.report import Crash, Report

WRITTEN_EVERY = 0.5
"""Seconds between two reports."""


class Fuzzed:
    """A target with what was found of it."""

    def __init__(self, name: str, report: Path) -> None:
        self._check = targets.TARGETS[name]
        self._check(b"")  # what is loaded once is not to be measured
        self._path = report
        self._report = Report()
        self._began = self._written = time.perf_counter()

    def __call__(self, data: bytes) -> None:
        """Try an input, and note how long it took and whether it failed."""
        start = time.perf_counter()
        try:
            self._check(data)
        except Exception as error:
            self._report.note_crash(Crash(_where(error), repr(error)[:200], data))
        end = time.perf_counter()
        self._report.note(data, end - start)
        if end - self._written > WRITTEN_EVERY:
            self._written = end
            self.write()

    def write(self) -> None:
        """Write the report, for the process that waits for it."""
        self._report.seconds = time.perf_counter() - self._began
        self._report.write(self._path)


def _where(error: Exception) -> str:
    """Return where an error was raised: two crashes at the same place are one."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


def main() -> None:
    """Fuzz until libFuzzer's own options end it."""
    name, report, *options = sys.argv[1:]
    fuzzed = Fuzzed(name, Path(report))
    atexit.register(fuzzed.write)
    atheris.Setup([sys.argv[0], *options], fuzzed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
