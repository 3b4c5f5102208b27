"""The tables of the package: their columns, keys and order, as `data/datapackage.json` describes them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """One table. `key` are the columns that identify a row; `order` is the sort key of its rows, if sorted.

    A table `by_edition` is overlaid an edition at a time, any other a row at a time.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    by_edition: bool
    order: Callable[[Row], tuple[int | str, ...]] | None = None

    @property
    def file(self) -> str:
        """Name of the table's CSV file."""
        return f"{self.name}.csv"

    def position(self, column: str) -> int:
        """Return the index of a column."""
        return self.columns.index(column)

    def key_of(self, row: Row) -> Row:
        """Return the cells that identify a row."""
        return tuple(row[self.columns.index(column)] for column in self.key)


PILLAR_COLUMNS = (
    "gii",
    "input",
    "output",
    "institutions",
    "human_capital",
    "infrastructure",
    "market",
    "business",
    "knowledge",
    "creative",
)
"""Stems of the `_rank` and `_score` columns of `economy_ranks`, in WIPO's order."""


def whole(text: str, missing: int = 1_000_000) -> int:
    """Read a whole number for sorting; what is empty or not a number sorts last."""
    return int(text) if text.isascii() and text.isdigit() else missing


def _newest(row: Row) -> int:
    return -whole(row[0], 0)


def _by_rank_and_name(row: Row) -> tuple[int | str, ...]:
    return _newest(row), whole(row[1]), row[3]


def _by_gii_rank(row: Row) -> tuple[int | str, ...]:
    return _newest(row), whole(row[3])


def _by_edition(row: Row) -> tuple[int | str, ...]:
    return (_newest(row),)


def _by_first_column(row: Row) -> tuple[int | str, ...]:
    return (row[0],)


def _columns(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


_SCORED = ",".join(f"{stem}_rank,{stem}_score" for stem in PILLAR_COLUMNS)

SOURCES = Layout("sources", _columns("source,title,where"), ("source",), by_edition=False)
ECONOMIES = Layout(
    "economies",
    _columns("economy,alpha3,name,short_name,gii_region"),
    ("economy",),
    by_edition=False,
    order=_by_first_column,
)
REGIONS = Layout("regions", _columns("region,name,economies,sources"), ("region",), by_edition=False)
CLUSTERS = Layout(
    "clusters",
    _columns("cluster_id,name,successors,note"),
    ("cluster_id",),
    by_edition=False,
    order=_by_first_column,
)
EDITIONS = Layout(
    "editions",
    _columns("edition,measures,method_break,change,evidence,sources"),
    ("edition",),
    by_edition=True,
    order=_by_edition,
)
CLUSTER_RANKS = Layout(
    "cluster_ranks",
    _columns(
        "edition,rank,cluster_id,name,economies,pct_share,pub_share,vc_share,pct_count,pub_count,"
        "intensity_rank,population,evidence,sources,note"
    ),
    ("edition", "cluster_id"),
    by_edition=True,
    order=_by_rank_and_name,
)
ECONOMY_RANKS = Layout(
    "economy_ranks",
    _columns(f"edition,economy,income_group,{_SCORED},evidence,sources"),
    ("edition", "economy"),
    by_edition=True,
    order=_by_gii_rank,
)
STATEMENTS = Layout(
    "statements",
    _columns("edition,about,ref,measure,value,unit,qualifier,evidence,sources,note"),
    ("edition", "about", "ref", "measure"),
    by_edition=True,
)

LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        layout.name: layout
        for layout in (
            SOURCES,
            ECONOMIES,
            REGIONS,
            CLUSTERS,
            EDITIONS,
            STATEMENTS,
            CLUSTER_RANKS,
            ECONOMY_RANKS,
        )
    }
)
"""Every table by name, in the order of writing: what is referred to stands before what refers to it."""
