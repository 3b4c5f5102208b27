"""What the gazetteer costs: memory, start-up, and the time of a look-up."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.names.cases import Kind
from bot.pipeline import open_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.names.cases import Case
    from bot.places.resolver import Resolver

PROCESSES = 7

_RANKINGS = """
import time
from bot.rankings.loading import load
from bot.rankings.shipped import shipped_directory
from bot.places.resolver import Resolver
rankings = load(shipped_directory())
"""
_RESIDENT = """
import gc
gc.collect()
print([int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")][0])
"""
_TOUCHED = """
resolver = Resolver.from_files(rankings)
for city in resolver._places._gazetteer._spellings.keys()[::7]: resolver.place(city)
for text in ("Edinbrugh", "Toulosue", "Marseile", "Bordeuax", "Birmingam", "Johannesbrug"): resolver.place(text)
"""
_START = """
began = time.process_time()
resolver = Resolver.from_files(rankings)
built = time.process_time()
resolver.place("Lagos")
found = time.process_time()
resolver.place("Edinbrugh")
print((built - began) * 1e3, (found - built) * 1e3, (time.process_time() - found) * 1e3)
"""


class Figure(NamedTuple):
    """One figure with its unit and what it is held against."""

    name: str
    value: str
    aim: str


def measure(cases: Sequence[Case]) -> list[Figure]:
    """Return all figures of this machine."""
    memory = (_kilobytes(_RANKINGS + _TOUCHED) - _kilobytes(_RANKINGS)) / 1024
    starts = sorted(tuple(map(float, _run(_RANKINGS + _START).split())) for _ in range(PROCESSES))
    built, first, first_typo = (sorted(part)[PROCESSES // 2] for part in zip(*starts, strict=True))
    clusters = [case.text for case in cases if case.kind is Kind.EXACT]
    outside = [case.text for case in cases if case.kind is Kind.OUTSIDE]
    typos = [case.text for case in cases if case.kind in {Kind.ONE_TYPO, Kind.TWO_TYPOS, Kind.OUTSIDE_TYPO}]
    figures = [
        Figure("memory of all names, after every seventh was looked up", f"{memory:.0f} MiB", "60 MiB"),
        Figure("start-up, processor time: listed names; the gazetteer is not read", f"{built:.0f} ms", "100 ms"),
        Figure("first look-up of a city outside all clusters, processor time", f"{first:.1f} ms", "–"),
        Figure("first misspelling, processor time", f"{first_typo:.1f} ms", "–"),
        Figure("city outside that was not asked for yet, p50", _written(_median_anew(outside)), "–"),
    ]
    for name, texts, aim in (
        ("exact name of a cluster", clusters, "10 µs"),
        ("exact name of a city outside", outside, "10 µs"),
        ("misspelling", typos, "2 ms"),
        ("any text", [case.text for case in cases], "2 ms"),
    ):
        times = sorted(_times(texts[:4000], anew="exact" not in name))
        figures.append(Figure(f"{name}, p50", _written(times[len(times) // 2]), aim if "exact" in name else "–"))
        figures.append(Figure(f"{name}, p99", _written(times[len(times) * 99 // 100]), "–" if "exact" in name else aim))
    return figures


def _times(texts: Sequence[str], *, anew: bool) -> list[float]:
    """Return the seconds of each look-up: the best of three, so that other work on the machine counts little.

    If `anew`, each round has a resolver of its own, which remembers no misspelling of the round before.
    """
    best = [1.0] * len(texts)
    resolver = _warm()
    for _ in range(3):
        resolver = _warm() if anew else resolver
        for position, text in enumerate(texts):
            began = time.perf_counter()
            resolver.place(text)
            best[position] = min(best[position], time.perf_counter() - began)
    return best


def _median_anew(texts: Sequence[str]) -> float:
    """Return the median seconds of look-ups that a resolver of its own makes for the first time."""
    resolver = _warm()
    times: list[float] = []
    for text in texts:
        began = time.perf_counter()
        resolver.place(text)
        times.append(time.perf_counter() - began)
    return sorted(times)[len(times) // 2]


def _warm() -> Resolver:
    resolver = open_pipeline().resolver
    for text in ("Lagos", "Edinbrugh", "Allemagne"):
        resolver.place(text)
    return resolver


def _written(seconds: float) -> str:
    return f"{seconds * 1e6:.1f} µs" if seconds < 1e-4 else f"{seconds * 1e3:.2f} ms"


def _kilobytes(program: str) -> int:
    return int(_run(program + _RESIDENT))


def _run(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
