"""What an import changes beside the rank table itself: its source, its clusters, its edition, published totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.cluster_rules import SHARES
from bot.rankings.importing.changes import CellChange, CellDifference, RowChange, RowDifference
from bot.rankings.importing.incoming import Incoming, Kind
from bot.rankings.layout import (
    CLUSTER_RANKS,
    CLUSTERS,
    ECONOMIES,
    ECONOMY_RANKS,
    EDITIONS,
    SOURCES,
    STATEMENTS,
    Layout,
    Row,
)
from bot.rankings.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.rankings.tables import Tables

Related = tuple[Layout, list[Row], tuple[RowDifference, ...]]

_MEASURES = {"pct": "PCT applications", "pub": "scientific publications", "vc": "venture-capital deals"}


def related_changes(incoming: Incoming, tables: Tables, ranks: Sequence[Row]) -> Iterator[Related]:
    """Yield each table beside the rank table that changes, with all its rows and what changed.

    `ranks` are the rows of the rank table after the import.
    """
    if incoming.source is not None:
        yield _with_added(SOURCES, tables, [incoming.source])
    if incoming.layout is CLUSTER_RANKS:
        yield from _clusters(incoming, tables, ranks)
    if incoming.regions:
        yield from _economies(incoming, tables)
    yield from _editions(incoming, tables)
    if incoming.kind is Kind.CLUSTER_WORKBOOK:
        yield from _statements(incoming, tables, ranks)


def _clusters(incoming: Incoming, tables: Tables, ranks: Sequence[Row]) -> Iterator[Related]:
    """Add new clusters, and let a cluster go by its name in the newest edition held."""
    edition, cluster, name = (CLUSTER_RANKS.position(column) for column in ("edition", "cluster_id", "name"))
    newest: dict[str, tuple[int, str]] = {}
    for row in ranks:
        newest[row[cluster]] = max(newest.get(row[cluster], (0, "")), (int(row[edition]), row[name]))
    year = incoming.edition

    def renamed(row: Row) -> Row:
        held_year, held_name = newest.get(row[0], (0, ""))
        return (row[0], held_name, *row[2:]) if held_year == year else row

    added = [(cluster, name, "", "") for cluster, name in (incoming.new_clusters or {}).items()]
    yield from _replaced(CLUSTERS, tables, renamed, added)


def _economies(incoming: Incoming, tables: Tables) -> Iterator[Related]:
    """Take over the regions of the newest edition: the table of economies holds no edition."""
    regions = incoming.regions or {}
    if any(int(row[0]) > incoming.edition for row in tables.rows(ECONOMY_RANKS)):
        return
    yield from _replaced(ECONOMIES, tables, lambda row: (*row[:4], regions.get(row[0], row[4])), [])


def _editions(incoming: Incoming, tables: Tables) -> Iterator[Related]:
    """Add an edition not held so far, and say what it measured where the file shows it."""
    edition = str(incoming.edition)
    held = next((row for row in tables.rows(EDITIONS) if row[0] == edition), None)
    measures = ";".join(incoming.measures)
    if held is not None and (held[1] or not measures):
        return
    stated = incoming.rows[0].cells
    before = next((row for row in tables.rows(EDITIONS) if row[0] < edition and row[1]), None)
    change = ""
    if before is not None and measures and measures != before[1]:
        change = f"Measured by {_words(measures)}; the edition {before[0]} by {_words(before[1])}."
    method_break = "true" if change else "false"
    row = (edition, measures, method_break, change, stated["evidence"], stated["sources"])
    if held is None:
        yield _with_added(EDITIONS, tables, [row])
    else:
        yield from _replaced(EDITIONS, tables, lambda old: row if old[0] == edition else old, [])


def _statements(incoming: Incoming, tables: Tables, ranks: Sequence[Row]) -> Iterator[Related]:
    """Let the official figures of a complete edition take the place of published totals that differ from them."""
    edition = str(incoming.edition)
    rows = [dict(zip(CLUSTER_RANKS.columns, row, strict=True)) for row in ranks if row[0] == edition]

    def corrected(row: Row) -> Row:
        cells = dict(zip(STATEMENTS.columns, row, strict=True))
        official = _official(cells, rows) if cells["edition"] == edition else ""
        if not official or official == cells["value"]:
            return row
        cells.update(
            value=official, qualifier="", evidence=Evidence.OFFICIAL.value, sources=incoming.source_id, note=""
        )
        return tuple(cells[column] for column in STATEMENTS.columns)

    yield from _replaced(STATEMENTS, tables, corrected, [])


def _official(statement: dict[str, str], rows: list[dict[str, str]]) -> str:
    """Return the official value of a statement in its own precision, '' if the table does not hold one."""
    if statement["measure"] == "clusters_in_top_100":
        return str(sum(statement["ref"] in row["economies"].split(";") for row in rows))
    figure = statement["measure"]
    if statement["about"] != "cluster" or figure not in (*SHARES.values(), "intensity_rank"):
        return ""
    official = next((row[figure] for row in rows if row["cluster_id"] == statement["ref"]), "")
    decimals = len(statement["value"].partition(".")[2])
    return f"{float(official):.{decimals}f}" if official else ""


def _with_added(layout: Layout, tables: Tables, added: list[Row]) -> Related:
    differences = tuple(
        RowDifference(layout.name, layout.key_of(row), row[layout.position(_label(layout))], RowChange.ADDED)
        for row in added
    )
    return layout, [*tables.rows(layout), *added], differences


def _replaced(layout: Layout, tables: Tables, replace: Callable[[Row], Row], added: list[Row]) -> Iterator[Related]:
    """Yield a table with its rows replaced and others added, unless nothing changes."""
    held = tables.rows(layout)
    rows = [replace(row) for row in held]
    changed = tuple(
        _changed(layout, before, after) for before, after in zip(held, rows, strict=True) if before != after
    )
    if changed or added:
        differences = _with_added(layout, tables, added)[2]
        yield layout, [*rows, *added], (*changed, *differences)


def _changed(layout: Layout, before: Row, after: Row) -> RowDifference:
    cells = tuple(
        CellDifference(column, CellChange.REPLACED if old else CellChange.FILLED, old, new)
        for column, old, new in zip(layout.columns, before, after, strict=True)
        if old != new
    )
    label = before[layout.position(_label(layout))]
    if layout is STATEMENTS:
        label = " ".join(filter(None, (before[2], before[3])))
    return RowDifference(layout.name, layout.key_of(before), label, RowChange.CHANGED, cells)


def _label(layout: Layout) -> str:
    return "name" if "name" in layout.columns else layout.key[-1]


def _words(measures: str) -> str:
    return " and ".join(_MEASURES.get(measure, measure) for measure in measures.split(";"))
