"""How the time an input takes grows with its length: the worst inputs known, measured without instruments."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.table import Table

from benchmarks.fuzzing import targets
from benchmarks.fuzzing.report import LENGTHS, Report
from benchmarks.fuzzing.seeds import CRASHERS, kept, seeds
from bot.questions.words import QUESTION_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 3
"""Of so many times that an input took, the least counts: the others were disturbed."""

MEASURED_AGAIN = 5

REPEATED = 15
"""So many pieces are repeated to each length."""

TEXTS = ("press", "order", "code", "guarded", "place", "entry", "prompts", "time", "ask")
"""The targets that read texts. Files may have megabytes, and are bounded by their size."""

PIECES = tuple(
    text.encode()
    for text in (
        " ", "a", "-", "1", "9,", "a ", "vs ", "and ", "not ", ";", "(", "'", "’s ", "\u0301", "\ufdfa", "東", "🇬",
        "settle ", "who ", "London ", "london, ", "Londno ", "San Jose-", "st ", "new york vs ", "top 5 ", "in 2022 ",
        "is ahead of ", "will ", "1.", "".join(chr(0x30A1 + number * 37 % 89) for number in range(89)),
    )
)  # fmt: skip
"""What is slow to read over and over, where anything is."""

OPENINGS = (b"", b"settle ", b"compare ")


def table(reports: dict[str, Report]) -> Table:
    """Return by target and length the worst milliseconds that an input took."""
    shown = Table(title="Worst milliseconds by length in bytes")
    shown.add_column("target")
    for length in LENGTHS:
        shown.add_column(f"{length:,}", justify="right")
    for name, report in reports.items():
        if name in TEXTS:
            worst = measure(name, report)
            shown.add_row(name, *(f"{worst[length] * 1e3:,.2f}" for length in LENGTHS))
    return shown


def measure(name: str, report: Report) -> dict[int, float]:
    """Return by length the longest time, in seconds, that one of the inputs known to be slow takes.

    All are tried in a row, though a pipeline remembers words it was asked; the slowest then anew, with nothing
    remembered.
    """
    worst: dict[int, float] = {}
    for length in LENGTHS:
        targets.forget()
        tried = {data: _seconds(name, data) for data in _candidates(name, length, report)}
        slowest = sorted(tried, key=lambda data: tried[data], reverse=True)[:MEASURED_AGAIN]
        worst[length] = max(min(_fresh(name, data) for _ in range(ROUNDS)) for data in slowest)
    return worst


def _fresh(name: str, data: bytes) -> float:
    targets.forget()
    return _seconds(name, data)


def _seconds(name: str, data: bytes) -> float:
    start = time.thread_time()  # what other programs take of the machine does not count
    targets.TARGETS[name](data)
    return time.thread_time() - start


def _candidates(name: str, length: int, report: Report) -> Iterator[bytes]:
    """Yield the slowest that fuzzing found of a length, and pieces repeated to it.

    Of scripts with several bytes to a letter, a question is too long to be read before it is that long in bytes: as
    much of it is tried, too, as is read.
    """
    yield from (data for _, data in report.slowest.get(length, ()))
    found = [data for _, data in (each for held in report.slowest.values() for each in held)]
    for piece in (*PIECES, *kept(CRASHERS, name), *found, *list(seeds(name))[:REPEATED]):
        if 0 < len(piece) <= length:
            for opening in OPENINGS:
                yield (whole := (opening + piece * length)[:length])
                yield whole.decode(errors="ignore")[:QUESTION_LIMIT].encode()
