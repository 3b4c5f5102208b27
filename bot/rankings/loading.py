"""From tables to frozen, indexed records: done once at start, and again beside the old ones when data is replaced."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from bot.rankings import layout
from bot.rankings.model import (
    Cluster,
    ClusterRow,
    Economy,
    EconomyRow,
    Edition,
    Evidence,
    Method,
    Pillar,
    Rankings,
    Region,
    Scored,
    Source,
    Statement,
)
from bot.rankings.problems import DataError
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from bot.rankings.layout import Layout

Cells = dict[str, str]
Record = TypeVar("Record")
Key = TypeVar("Key", int, str)


def load(overlay: Path | None = None, directory: Path | None = None) -> Rankings:
    """Read the shipped tables (or those of `directory`), with an overlay lying over them, and freeze them.

    Raises:
        DataError: a table is unreadable, or a cell is not what its column holds.
    """
    return freeze(read_tables(directory or shipped_directory(), overlay))


def freeze(tables: Tables) -> Rankings:
    """Build the frozen, indexed table.

    Raises:
        DataError: a cell is not what its column holds; it names file, row and column.
    """
    methods = {method.edition: method for method in _records(tables, layout.EDITIONS, _method)}
    rows = _grouped(_records(tables, layout.CLUSTER_RANKS, _cluster_row), lambda row: row.edition)
    economies = _grouped(_records(tables, layout.ECONOMY_RANKS, _economy_row), lambda row: row.edition)
    published = _records(tables, layout.STATEMENTS, _statement)
    statements = _grouped(published, lambda row: row.edition)
    editions = {
        year: _edition(methods[year], rows.get(year, ()), economies.get(year, ()), statements.get(year, ()))
        for year in sorted(methods, reverse=True)
    }
    histories = _grouped(
        (row for edition in editions.values() for row in edition.rows.values()), lambda row: row.cluster
    )
    return Rankings(
        version=tables.version,
        editions=MappingProxyType(editions),
        clusters=_by_id(_records(tables, layout.CLUSTERS, _cluster), lambda cluster: cluster.id),
        economies=_by_id(_records(tables, layout.ECONOMIES, _economy), lambda economy: economy.code),
        regions=_by_id(_records(tables, layout.REGIONS, _region), lambda region: region.id),
        statements=tuple(published),
        sources=_by_id(_records(tables, layout.SOURCES, _source), lambda source: source.id),
        histories=MappingProxyType({cluster: tuple(held) for cluster, held in histories.items()}),
    )


def _edition(
    method: Method,
    rows: Iterable[ClusterRow],
    economies: Iterable[EconomyRow],
    statements: Iterable[Statement],
) -> Edition:
    rows = sorted(rows, key=lambda row: (row.rank is None, row.rank or 0, row.name))
    ranked = tuple(row for row in rows if row.rank is not None)
    by_economy: defaultdict[str, list[ClusterRow]] = defaultdict(list)
    for row in rows:
        for code in row.economies:
            by_economy[code].append(row)
    return Edition(
        year=method.edition,
        method=method,
        rows=MappingProxyType({row.cluster: row for row in rows}),
        by_rank=MappingProxyType({row.rank: row for row in ranked if row.rank is not None}),
        ranked=ranked,
        by_economy=MappingProxyType({code: tuple(held) for code, held in by_economy.items()}),
        economies=MappingProxyType({row.economy: row for row in economies}),
        statements=tuple(statements),
    )


def _records(tables: Tables, table: Layout, build: Callable[[Cells], Record]) -> list[Record]:
    columns = table.columns
    records: list[Record] = []
    for number, row in enumerate(tables.rows(table)):
        try:
            records.append(build(dict(zip(columns, row, strict=True))))
        except (ValueError, KeyError) as error:
            raise DataError(tables.origins[table.name][number].problem(f"cannot be read ({error})")) from error
    return records


def _grouped(records: Iterable[Record], key: Callable[[Record], Key]) -> dict[Key, list[Record]]:
    groups: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups


def _by_id(records: Iterable[Record], key: Callable[[Record], str]) -> Mapping[str, Record]:
    return MappingProxyType({key(record): record for record in records})


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None


def _decimal(cell: str) -> float | None:
    return float(cell) if cell else None


def _method(cells: Cells) -> Method:
    return Method(
        edition=int(cells["edition"]),
        measures=_list(cells["measures"]),
        method_break=cells["method_break"] == "true",
        change=cells["change"],
        evidence=Evidence(cells["evidence"]),
        sources=_list(cells["sources"]),
    )


def _cluster(cells: Cells) -> Cluster:
    return Cluster(cells["cluster_id"], cells["name"], _list(cells["successors"]), cells["note"])


def _cluster_row(cells: Cells) -> ClusterRow:
    return ClusterRow(
        edition=int(cells["edition"]),
        cluster=cells["cluster_id"],
        name=cells["name"],
        economies=_list(cells["economies"]),
        rank=_whole(cells["rank"]),
        intensity_rank=_whole(cells["intensity_rank"]),
        pct_share=_decimal(cells["pct_share"]),
        pub_share=_decimal(cells["pub_share"]),
        vc_share=_decimal(cells["vc_share"]),
        pct_count=_decimal(cells["pct_count"]),
        pub_count=_decimal(cells["pub_count"]),
        population=_whole(cells["population"]),
        evidence=Evidence(cells["evidence"]),
        sources=_list(cells["sources"]),
        note=cells["note"],
    )


def _economy(cells: Cells) -> Economy:
    return Economy(cells["economy"], cells["alpha3"], cells["name"], cells["short_name"], cells["gii_region"])


def _economy_row(cells: Cells) -> EconomyRow:
    return EconomyRow(
        edition=int(cells["edition"]),
        economy=cells["economy"],
        income_group=cells["income_group"],
        scores=MappingProxyType(
            {pillar: Scored(int(cells[f"{pillar}_rank"]), float(cells[f"{pillar}_score"])) for pillar in Pillar}
        ),
        evidence=Evidence(cells["evidence"]),
        sources=_list(cells["sources"]),
    )


def _region(cells: Cells) -> Region:
    return Region(cells["region"], cells["name"], frozenset(_list(cells["economies"])), _list(cells["sources"]))


def _source(cells: Cells) -> Source:
    return Source(cells["source"], cells["title"], cells["where"])


def _statement(cells: Cells) -> Statement:
    return Statement(
        edition=int(cells["edition"]),
        about=cells["about"],
        ref=cells["ref"],
        measure=cells["measure"],
        value=cells["value"],
        unit=cells["unit"],
        qualifier=cells["qualifier"],
        evidence=Evidence(cells["evidence"]),
        sources=_list(cells["sources"]),
        note=cells["note"],
    )
