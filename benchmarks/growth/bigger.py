"""Tables many times as large as the shipped ones: real names first, then made-up ones, all editions complete."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

from bot.places.cities import CLUSTER_POINTS, ClusterPoint, read_admin_areas, read_points
from bot.places.gazetteer import Gazetteer
from bot.places.names import read_names
from bot.places.resolver import Resolver
from bot.places.territories import Territories
from bot.places.towns import Towns
from bot.rankings import layout
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, as_csv, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.rankings.layout import Layout, Row
    from bot.rankings.model import Rankings

COMPLETE = "2022"
"""The shipped edition that holds all its hundred clusters."""

NEWEST = 2025
EDITIONS = 4
CLUSTERS = 100

Way = Literal["wide", "long"]

_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u")
_ENDS = ("burg", "dal", "field", "gora", "holm", "mouth", "nik", "polis", "rund", "sted", "tona", "vik")


@dataclass(frozen=True, slots=True)
class Size:
    """`times` as many clusters in an edition (`wide`), or as many editions (`long`), as tables of a usual size."""

    way: Way
    times: int

    @property
    def clusters(self) -> int:
        """Clusters in each edition."""
        return CLUSTERS * self.times if self.way == "wide" else CLUSTERS

    @property
    def editions(self) -> range:
        """Years, the newest first; further back than any ranking, where there are hundreds."""
        return range(NEWEST, NEWEST - EDITIONS * (self.times if self.way == "long" else 1), -1)


def made_up_names() -> Iterator[str]:
    """Yield names of places that do not exist, in an order that is always the same and looks like none."""
    syllables = [onset + vowel for onset, vowel in product(_ONSETS, _VOWELS)]
    parts = list(product(syllables, syllables, _ENDS))
    random.Random(7).shuffle(parts)
    for first, second, end in parts:
        yield f"{first}{second}{end}".capitalize()


def write_tables(directory: Path, size: Size) -> None:
    """Write tables of a size as CSV files, of which the loader reads nothing else."""
    shipped = read_tables(shipped_directory())
    clusters, ranks, points = _clusters(shipped, size)
    changed: dict[str, list[Row]] = {
        layout.CLUSTERS.name: clusters,
        layout.CLUSTER_RANKS.name: ranks,
        layout.EDITIONS.name: [(str(year), "pct;pub", "false", "", "double", "S01") for year in size.editions],
        layout.ECONOMY_RANKS.name: _economies(shipped, size),
    }
    directory.mkdir(parents=True, exist_ok=True)
    for table in layout.LAYOUTS.values():
        rows = changed.get(table.name, shipped.rows(table))
        (directory / table.file).write_bytes(as_csv(table, rows))
    lines = "".join(f"{','.join(map(str, point))}\n" for point in points)
    (directory / CLUSTER_POINTS).write_text(f"{','.join(ClusterPoint._fields)}\n{lines}", encoding="utf-8")


def resolver(rankings: Rankings, directory: Path) -> Resolver:
    """Return a resolver of the shipped names and gazetteer over larger tables, with where their clusters lie."""
    names = shipped_directory()
    return Resolver(
        rankings,
        read_names(names),
        read_points(directory),
        read_admin_areas(names),
        Gazetteer(names),
        Towns(names),
        Territories(names),
    )


def _cells(table: Layout, row: Row) -> dict[str, str]:
    return dict(zip(table.columns, row, strict=True))


def _clusters(shipped: Tables, size: Size) -> tuple[list[Row], list[Row], list[ClusterPoint]]:
    """Return the rows of clusters and ranks, and the places of clusters that are made up or stay."""
    table, chance = layout.CLUSTER_RANKS, random.Random(1)
    held = [cells for row in shipped.rows(table) if (cells := _cells(table, row))["edition"] == COMPLETE]
    real = {cells["cluster_id"] for cells in held}
    points = [point for point in read_points(shipped_directory()) if point.cluster_id in real]
    clusters = [row for row in shipped.rows(layout.CLUSTERS) if row[0] in real]
    for number, name in zip(range(size.clusters - len(held)), made_up_names(), strict=False):
        cluster = f"made-up-{number}"
        model = held[number % CLUSTERS]
        held.append({**model, "cluster_id": cluster, "name": name})
        clusters.append((cluster, name, "", ""))
        where = round(chance.uniform(-60, 70), 4), round(chance.uniform(-180, 180), 4)
        points.append(ClusterPoint(cluster, name, model["economies"][:2], "00", *where, 100_000, 90_000_000 + number))
    ranks: list[Row] = []
    for year in size.editions:
        order = chance.sample(range(len(held)), len(held))
        ranks += [
            tuple({**held[which], "edition": str(year), "rank": str(rank)}[column] for column in table.columns)
            for rank, which in enumerate(order, 1)
        ]
    return clusters, ranks, points


def _economies(shipped: Tables, size: Size) -> list[Row]:
    """Return the newest ranking of economies, once for each edition."""
    rows = shipped.rows(layout.ECONOMY_RANKS)
    newest = max(row[0] for row in rows)
    return [(str(year), *row[1:]) for year in size.editions for row in rows if row[0] == newest]
