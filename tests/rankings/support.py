"""Building what WIPO publishes, and changing tables cell by cell."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import openpyxl

from bot.rankings.layout import CLUSTER_RANKS, ECONOMIES, ECONOMY_RANKS, LAYOUTS, PILLAR_COLUMNS, Layout
from bot.rankings.tables import Tables, as_csv, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

Record = dict[str, str]
Grid = list[list[Any]]

STATES = {
    "San Jose–San Francisco": "CA",
    "Seattle": "WA",
    "Boston–Cambridge": "MA",
    "Washington, DC–Baltimore": "MD",
    "Ann Arbor": "MI",
    "Toronto": "ON",
    "Montréal": "QC",
}
NUMBERS = dict(
    zip(PILLAR_COLUMNS, (None, "IN", "OUT", "IN.1", "IN.2", "IN.3", "IN.4", "IN.5", "OUT.6", "OUT.7"), strict=True)
)


def records(tables: Tables, layout: Layout, edition: int) -> list[Record]:
    rows = (dict(zip(layout.columns, row, strict=True)) for row in tables.rows(layout))
    return [row for row in rows if row["edition"] == str(edition)]


def unrounded(text: str, decimals: int) -> float:
    """A number with fifteen digits that rounds to `text`, as Excel stores what was computed."""
    noise = int(hashlib.sha256(text.encode()).hexdigest()[:6], 16) / 0xFFFFFF - 0.5
    return float(f"{float(text) + noise * 0.8 * 10**-decimals:.15g}")


def published_name(row: Record) -> str:
    name = row["name"].replace("Xi’an", "Xi\x92an")
    return f"{name}, {STATES[name]}" if name in STATES else name


def published_codes(row: Record) -> str:
    return row["economies"].replace(";", "/").replace("TW", "TW*")


@dataclass
class ClusterBook:
    """The two sheets of the cluster workbook as grids; a test changes them, then saves. Row 5 is the header."""

    clusters: Grid
    intensity: Grid
    names: list[str] = field(default_factory=lambda: ["cluster ranks", "intensity ranks"])

    def row(self, name: str) -> list[Any]:
        """The row of a cluster on the sheet of ranks."""
        return next(row for row in self.clusters[5:] if row[1] == name)

    def number(self, name: str) -> int:
        """The Excel row of a cluster on the sheet of ranks."""
        return next(number for number, row in enumerate(self.clusters, start=1) if row[1] == name)

    def save(self, path: Path) -> Path:
        return save_workbook(path, dict(zip(self.names, (self.clusters, self.intensity), strict=True)))


def cluster_book(tables: Tables, edition: int = 2022, title: str = "Title: Top 100 S&T clusters, 2022") -> ClusterBook:
    rows = records(tables, CLUSTER_RANKS, edition)
    clusters: Grid = [
        [title],
        ["Source: WIPO Statistics Database, April 2022."],
        ["Notes: a This column represents the previous year’s rankings."],
        ["The codes are ISO alpha-2 country codes, with the following addition: *TW."],
        [
            "Cluster rank",
            "Cluster name",
            "Economy",
            "PCT applications",
            "Scientific publications",
            "Share total PCT filings (%)",
            "Share of total publications (%)",
            "Total",
            "Rank 2015–19a",
            "Rank changea",
        ],
    ]
    for row in rows:
        shares = unrounded(row["pct_share"], 4), unrounded(row["pub_share"], 4)
        counts = unrounded(row["pct_count"], 1), unrounded(row["pub_count"], 1)
        named = [int(row["rank"]), published_name(row), published_codes(row)]
        clusters.append([*named, *counts, *shares, round(sum(shares), 1), 7, "−2"])
    intensity: Grid = [
        ["Title: Ranking of S&T intensity, 2016–2020"],
        ["Source: WIPO Statistics Database, April 2022."],
        ["Notes: a Per capita figures refer to 1,000,000 of population."],
        ["Codes refer to the ISO alpha-2 country codes."],
        [
            "Intensity rank",
            "Cluster name",
            "Economy",
            "Estimated cluster population",
            "PCT applications per capitaa",
            "Scientific publications per capitaa",
            "Total S&T share per capitaa",
            "Rank changeb",
        ],
    ]
    for row in sorted(rows, key=lambda row: int(row["intensity_rank"])):
        named = [int(row["intensity_rank"]), published_name(row), published_codes(row)]
        intensity.append([*named, unrounded(row["population"], 0), 6485.642776110795, 37636.8, 1.09, "0.0"])
    return ClusterBook(clusters, intensity)


def economy_grids(tables: Tables, edition: int = 2025) -> dict[str, Grid]:
    about = {row[0]: row for row in tables.rows(ECONOMIES)}
    data: Grid = [["ISO3", "ECONOMY_NAME", "NUM", "NAME", "DATAYR", "VALUE_SCREEN", "SCORE", "RANK", "SW_OVERALL"]]
    groups: Grid = [["ISO3", "ECONOMY_NAME", "INCOME", "REG_UN", "REG_UN_CODE", "POP"]]
    for row in sorted(records(tables, ECONOMY_RANKS, edition), key=lambda row: about[row["economy"]][1]):
        _, alpha3, name, _, region = about[row["economy"]]
        for stem, number in NUMBERS.items():
            indicator = "Global Innovation Index" if number is None else stem
            score = unrounded(row[f"{stem}_score"], 4)
            data.append([alpha3, name, number, indicator, None, None, score, int(row[f"{stem}_rank"])])
            if number == "IN.1":
                data.append([alpha3, name, "IN.1.1", "Institutional environment", 2024, 1.5, 44.4, 60, "S"])
        groups.append([alpha3, name, row["income_group"] or "NA", region, "EUR", 5.4])
    return {"Data": data, "Economies": groups, "Metadata": [["SHEET", "COLUMN"]]}


def save_workbook(path: Path, sheets: dict[str, Grid]) -> Path:
    book = openpyxl.Workbook(write_only=True)
    for title, grid in sheets.items():
        sheet = book.create_sheet(title)
        for row in grid:
            sheet.append(row)
    book.save(path)
    return path


def drop_edition(directory: Path, layout: Layout, edition: int) -> None:
    rewrite(directory, layout, lambda rows: [row for row in rows if row["edition"] != str(edition)])


def rewrite(directory: Path, layout: Layout, change: Callable[[list[Record]], Iterable[Record] | None]) -> None:
    """Change the rows of a table in place, or return others."""
    rows = [dict(zip(layout.columns, row, strict=True)) for row in read_rows(directory / layout.file, layout)]
    changed = change(rows)
    rows = rows if changed is None else list(changed)
    (directory / layout.file).write_bytes(as_csv(layout, [tuple(row.values()) for row in rows], sort=False))


def tables_of(directory: Path) -> dict[str, bytes]:
    """The bytes of every table of a directory that is there."""
    paths = [directory / layout.file for layout in LAYOUTS.values()]
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def snapshot(directory: Path) -> dict[str, bytes]:
    """Every file of a directory, hidden ones included."""
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir())} if directory.exists() else {}
