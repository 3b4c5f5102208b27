"""What a measurement found: tables and curves, kept in a file until all of them are written into the page."""

from __future__ import annotations

import os
import time
from dataclasses import field
from math import log
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

if TYPE_CHECKING:
    from pathlib import Path

Point = tuple[float, float]


@dataclass(frozen=True)
class Table:
    """A table of the page, which stands between the markers of its name."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Plot:
    """Curves over a logarithmic axis: their points by name, the axes, and an aim or limit to be drawn as a line."""

    name: str
    title: str
    across: str
    upward: str
    curves: dict[str, tuple[Point, ...]]
    logarithmic: bool = True
    aim: tuple[float, str] | None = None


@dataclass(frozen=True)
class Found:
    """What measuring one subject found, when, and how many processes wanted a core meanwhile."""

    tables: tuple[Table, ...]
    plots: tuple[Plot, ...] = ()
    notes: tuple[str, ...] = ()
    load: str = field(default_factory=lambda: f"{time.strftime('%Y-%m-%d %H:%M')}, load {os.getloadavg()[0]:.1f}")

    def write(self, path: Path) -> None:
        """Write it in one go, so that nobody reads half of it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(_CODEC.dump_json(self, indent=1))
        part.replace(path)

    @classmethod
    def read(cls, path: Path) -> Found | None:
        """Return what was found before, or None if nothing was."""
        return _CODEC.validate_json(path.read_bytes()) if path.exists() else None


_CODEC = TypeAdapter(Found)


def growth(first: Point, last: Point) -> str:
    """Say how a cost grows between two sizes, by the power of the size that it follows."""
    if last[0] <= first[0] or min(first[1], last[1]) <= 0:
        return "–"
    return _named(_power(first, last))


def _power(first: Point, last: Point) -> float:
    return log(last[1] / first[1]) / log(last[0] / first[0])


def _named(power: float) -> str:
    if power < 0.1:
        return "constant"
    if power < 0.8:
        return f"less than linear (n^{power:.2f})"
    return "linear" if power < 1.2 else f"more than linear (n^{power:.2f})"
