"""What must hold between tables where the schema cannot say it: lists of keys, and keys that depend on another cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.layout import (
    CLUSTER_RANKS,
    CLUSTERS,
    ECONOMIES,
    LAYOUTS,
    REGIONS,
    SOURCES,
    STATEMENTS,
    Layout,
)
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rankings.problems import Problem
    from bot.rankings.records import Records


def sources_exist(tables: Records) -> Iterator[Problem]:
    """Every source named in a row is in `sources`."""
    for layout in LAYOUTS.values():
        if layout is not SOURCES and "sources" in layout.columns:
            yield from _unknown_items(tables, layout, "sources", SOURCES)


def economies_exist(tables: Records) -> Iterator[Problem]:
    """Every economy of a cluster or of a region is in `economies`."""
    for layout in (CLUSTER_RANKS, REGIONS):
        yield from _unknown_items(tables, layout, "economies", ECONOMIES)


def successors_exist(tables: Records) -> Iterator[Problem]:
    """Every successor of a cluster is a cluster."""
    yield from _unknown_items(tables, CLUSTERS, "successors", CLUSTERS)


def statements_refer(tables: Records) -> Iterator[Problem]:
    """A statement's `ref` is what its `about` calls for, and its value what its unit calls for."""
    economies, clusters = tables.keys(ECONOMIES), tables.keys(CLUSTERS)
    for row in tables.of(STATEMENTS):
        about, ref = row["about"], row["ref"]
        if about == "economy" and ref not in economies:
            yield row.problem(f'"{ref}" is not in {ECONOMIES.file}', "ref")
        elif about == "cluster" and ref not in clusters:
            yield row.problem(f'"{ref}" is not in {CLUSTERS.file}', "ref")
        elif about == "top" and not (ref.isdecimal() and 1 <= int(ref) <= RANKS_PUBLISHED):
            yield row.problem(f'"{ref}" is not a number of leading clusters, 1 to {RANKS_PUBLISHED}', "ref")
        elif about == "world" and ref:
            yield row.problem("a statement about the world refers to nothing", "ref")
        if row["unit"] in ("count", "rank", "edition") and not row["value"].isdecimal():
            yield row.problem(f'"{row["value"]}" is not a whole number', "value")
        elif row["unit"] == "percent" and not 0 <= _or_less(row.number("value")) <= 100:
            yield row.problem(f'"{row["value"]}" is not a percentage', "value")


def _unknown_items(tables: Records, layout: Layout, column: str, target: Layout) -> Iterator[Problem]:
    known = tables.keys(target)
    for row in tables.of(layout):
        for item in row.items(column):
            if item not in known:
                yield row.problem(f'"{item}" is not in {target.file}', column)


def _or_less(number: float | None) -> float:
    return -1 if number is None else number
