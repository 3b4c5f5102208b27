"""Files to import, made of any bytes: a table, a workbook, or a workbook with one of its parts overwritten."""

from __future__ import annotations

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl

from bot.rankings.importing.reading import read_file
from bot.rankings.problems import ImportRefused
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import read_tables

if TYPE_CHECKING:
    from bot.rankings.tables import Tables

EDITION = 2022
WHERE = 3
"""Bytes that say which part of the workbook is overwritten, and where; no bytes of a file."""

_CLUSTERS = ("Cluster rank", "Cluster name", "Economy", "PCT applications", "Scientific publications",
             "Share total PCT filings (%)", "Share of total publications (%)", "Total")  # fmt: skip
_INTENSITY = ("Intensity rank", "Cluster name", "Economy", "Estimated cluster population",
              "PCT applications per capitaa", "Scientific publications per capitaa",
              "Total S&T share per capitaa")  # fmt: skip


def import_csv(data: bytes) -> None:
    """Read any bytes as a table."""
    _import("table.csv", data)


def import_workbook(data: bytes) -> None:
    """Overwrite a part of a sound workbook; the first three bytes say which and where.

    Where there is no such part, the file is nothing but the bytes that follow.
    """
    part, place, content = data[:1], int.from_bytes(data[1:WHERE]), data[WHERE:]
    parts = sound_parts()
    names = sorted(parts)
    if part and part[0] < len(names):
        old = parts[names[part[0]]]
        place %= len(old) + 1
        content = _zipped({**parts, names[part[0]]: old[:place] + content + old[place + len(content) :]})
    _import("book.xlsx", content)


def _import(name: str, content: bytes) -> None:
    path = _directory() / name
    path.write_bytes(content)
    try:
        read_file(path, EDITION, _tables(), {})
    except ImportRefused as error:
        assert error.problems
        assert all(problem.file == name for problem in error.problems)


@cache
def sound_parts() -> dict[str, bytes]:
    """Return the parts of a workbook that has the sheets and headers of WIPO's, and two clusters."""
    book: Any = openpyxl.Workbook()
    ranks, intensity = book.active, book.create_sheet("intensity ranks")
    ranks.title = "cluster ranks"
    for row in (("Title: Top 100 S&T clusters, 2022",), _CLUSTERS, (1, "Tokyo–Yokohama", "JP", 1.5, 2.5, 3, 4, 7),
                (2, "Shenzhen–Hong Kong–Guangzhou", "CN/HK", 1, 2, 3, 4, 7)):  # fmt: skip
        ranks.append(row)
    for row in (("Title: Ranking of S&T intensity",), _INTENSITY, (1, "Tokyo–Yokohama", "JP", 1000, 1, 2, 3)):
        intensity.append(row)
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@cache
def _tables() -> Tables:
    return read_tables(shipped_directory())


@cache
def _directory() -> Path:
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="fuzzing", dir=memory if memory.is_dir() else None))
