"""From a file to what it states: which kind it is, and what its rows are in our tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rankings.importing.cluster_sheet import CLUSTER_SHEET, INTENSITY_SHEET, read_clusters
from bot.rankings.importing.csv_file import CsvTable, read_csv_table
from bot.rankings.importing.economy_sheet import DATA_SHEET, ECONOMIES_SHEET, read_economies
from bot.rankings.importing.editions import INTENSITY_SINCE, require_edition
from bot.rankings.importing.incoming import Incoming, IncomingRow, Kind
from bot.rankings.importing.names import Names, known_names
from bot.rankings.importing.workbook import Workbook, is_workbook, read_workbook, require_size
from bot.rankings.layout import CLUSTER_RANKS, CLUSTERS, ECONOMIES, ECONOMY_RANKS, SOURCES, Row
from bot.rankings.model import Evidence
from bot.rankings.problems import CellInvalid, LayoutUnknown, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.rankings.tables import Tables

_SHEETS = (CLUSTER_SHEET, INTENSITY_SHEET, DATA_SHEET, ECONOMIES_SHEET)


def read_file(path: Path, edition: int, tables: Tables, renames: Mapping[str, str]) -> Incoming:
    """Read a workbook of WIPO's or a CSV in our schema; `renames` maps published names to ids of clusters.

    Raises:
        ImportRefused: one of its kinds, naming file, sheet, row and column.
    """
    require_size(path)
    require_edition(edition, path.name, Problem(path.name, "the name of the file says"))
    names = known_names(tables, renames)
    if not is_workbook(path):
        return _from_csv(path, edition, tables, names)
    book = read_workbook(path, _SHEETS)
    if CLUSTER_SHEET in book.sheets:
        return _from_cluster_workbook(book, edition, tables, names)
    if DATA_SHEET in book.sheets:
        return _from_economy_workbook(book, edition, tables)
    message = f'has neither a sheet "cluster ranks" nor a sheet "Data"; its sheets are {_titles(book)}'
    raise LayoutUnknown(Problem(path.name, message))


def _titles(book: Workbook) -> str:
    return ", ".join(f'"{title}"' for title in book.titles)


def _from_cluster_workbook(book: Workbook, edition: int, tables: Tables, names: Names) -> Incoming:
    economies = {row[0] for row in tables.rows(ECONOMIES)}
    intensity = book.sheets.get(INTENSITY_SHEET)
    if intensity is None and edition >= INTENSITY_SINCE:
        message = f'has no sheet "{INTENSITY_SHEET}" beside "{CLUSTER_SHEET}"; its sheets are {_titles(book)}'
        raise LayoutUnknown(Problem(book.file, message))
    sheets = read_clusters(book.sheets[CLUSTER_SHEET], intensity, edition, names, economies)
    source_id = f"wipo_xlsx_{edition}_clusters"
    title = f"WIPO GII {edition} cluster workbook ({sheets.title})" if sheets.title else ""
    return Incoming(
        file=book.file,
        kind=Kind.CLUSTER_WORKBOOK,
        edition=edition,
        layout=CLUSTER_RANKS,
        rows=_attested(sheets.rows, edition, source_id),
        whole_edition=True,
        source_id=source_id,
        source=_source(source_id, title or f"WIPO GII {edition} cluster workbook", book.file, tables),
        new_clusters=dict(names.new),
        taken=dict(names.taken),
        measures=sheets.measures,
        remarks=sheets.remarks,
    )


def _from_economy_workbook(book: Workbook, edition: int, tables: Tables) -> Incoming:
    codes = {row[1]: row[0] for row in tables.rows(ECONOMIES)}
    sheets = read_economies(book.sheets[DATA_SHEET], book.sheets.get(ECONOMIES_SHEET), codes)
    source_id = f"wipo_xlsx_{edition}"
    return Incoming(
        file=book.file,
        kind=Kind.ECONOMY_WORKBOOK,
        edition=edition,
        layout=ECONOMY_RANKS,
        rows=_attested(sheets.rows, edition, source_id),
        whole_edition=True,
        source_id=source_id,
        source=_source(source_id, f"WIPO GII {edition} database workbook", book.file, tables),
        regions=sheets.regions,
    )


def _from_csv(path: Path, edition: int, tables: Tables, names: Names) -> Incoming:
    table = read_csv_table(path, edition)
    rows = (
        _identified(path, table, names, _current_names(tables, edition))
        if table.layout is CLUSTER_RANKS
        else table.rows
    )
    _require_keys_once(path, table, rows)
    return Incoming(
        file=path.name,
        kind=Kind.CLUSTER_TABLE if table.layout is CLUSTER_RANKS else Kind.ECONOMY_TABLE,
        edition=edition,
        layout=table.layout,
        rows=rows,
        whole_edition=False,
        new_clusters=dict(names.new),
        taken=dict(names.taken),
    )


def _current_names(tables: Tables, edition: int) -> dict[str, str]:
    """Return the names clusters go by in an edition: those published in it, else the newest."""
    published = {row[2]: row[3] for row in tables.rows(CLUSTER_RANKS) if row[0] == str(edition)}
    return {row[0]: row[1] for row in tables.rows(CLUSTERS)} | published


def _identified(path: Path, table: CsvTable, names: Names, current: Mapping[str, str]) -> tuple[IncomingRow, ...]:
    """Give every row of a CSV of clusters its id and its name, whichever of the two it lacks."""
    rows: list[IncomingRow] = []
    problems: list[Problem] = []
    for row in table.rows:
        cells = dict(row.cells)
        cluster, name = cells.get("cluster_id", ""), cells.get("name", "")
        if not cluster and not name:
            message = "a cluster_id or a name is needed"
            problems.append(Problem(path.name, message, row=row.line, column="name"))
        elif cluster and cluster not in current:
            message = f'"{cluster}" is not in {CLUSTERS.file}; leave the cell empty to add a cluster by its name'
            problems.append(Problem(path.name, message, row=row.line, column="cluster_id"))
        elif not cluster:
            codes = tuple(code for code in cells.get("economies", "").split(";") if code)
            cells["cluster_id"], cells["name"] = names.resolve(name, codes)
        elif not name:
            cells["name"] = current[cluster]
        rows.append(IncomingRow(cells, row.line))
    if problems:
        raise CellInvalid(*problems)
    return tuple(rows)


def _require_keys_once(path: Path, table: CsvTable, rows: tuple[IncomingRow, ...]) -> None:
    column = table.layout.key[-1]
    first: dict[str, int] = {}
    problems: list[Problem] = []
    for row in rows:
        key = row.cells.get(column, "")
        if key in first:
            message = f"{key} stands in row {first[key]} too"
            problems.append(Problem(path.name, message, row=row.line, column=column))
        first.setdefault(key, row.line)
    if problems:
        raise CellInvalid(*problems)


def _attested(rows: tuple[IncomingRow, ...], edition: int, source: str) -> tuple[IncomingRow, ...]:
    stamp = {"edition": str(edition), "evidence": Evidence.OFFICIAL.value, "sources": source}
    return tuple(replace(row, cells={**row.cells, **stamp}) for row in rows)


def _source(source: str, title: str, file: str, tables: Tables) -> Row | None:
    if any(row[0] == source for row in tables.rows(SOURCES)):
        return None
    return (source, title, f"WIPO workbook, imported from the file {file}")
