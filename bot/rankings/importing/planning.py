"""What an import would do, worked out and checked in full before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.rankings.checking import check_tables
from bot.rankings.importing.changes import RowChange, RowDifference, loses, merge
from bot.rankings.importing.reading import read_file
from bot.rankings.importing.related import related_changes
from bot.rankings.layout import LAYOUTS, Layout, Row
from bot.rankings.origins import Origin
from bot.rankings.problems import Problem, ResultUnsound
from bot.rankings.tables import Tables, assemble, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.rankings.importing.incoming import Incoming, IncomingRow, Kind

    Content = dict[str, tuple[Sequence[Row], Sequence[Origin]]]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """An import that has been checked. `differences` holds every row of the edition and of the tables beside it.

    `new_clusters` maps ids to names; `taken` maps names only recognised by their leading city to ids of clusters.
    `before` is the version of the tables the plan was made for, `after` the tables as they would be. `remarks` are
    worth a look but stop nothing.
    """

    file: str
    kind: Kind
    edition: int
    differences: tuple[RowDifference, ...]
    new_clusters: Mapping[str, str]
    taken: Mapping[str, str]
    remarks: tuple[Problem, ...]
    before: str
    after: Tables

    @property
    def changes_nothing(self) -> bool:
        """Whether the tables already are as the file says."""
        return self.before == self.after.version

    @property
    def losses(self) -> tuple[RowDifference, ...]:
        """The rows that are removed, or that lose a figure for which the file has no other."""
        return tuple(difference for difference in self.differences if loses(difference))

    def count(self, change: RowChange) -> int:
        """Return how many rows undergo a change."""
        return sum(difference.change is change for difference in self.differences)


def plan_import(
    path: Path, edition: int, tables: Tables, directory: Path, renames: Mapping[str, str] | None = None
) -> ImportPlan:
    """Read a file and work out what importing it into `tables` would change.

    `directory` holds the package's descriptor. `renames` says which published names are those of known clusters, by
    id, where the tables do not hold the name yet.

    Raises:
        ImportRefused: the file cannot be accepted, or the tables would break a rule with it.
    """
    incoming = read_file(path, edition, tables, renames or {})
    content, differences = _merged(incoming, tables)
    for layout, rows, changes in related_changes(incoming, tables, content[incoming.layout.name][0]):
        content[layout.name] = (rows, _origins(layout, rows, tables, incoming.file, {}))
        differences = (*changes, *differences)
    after = assemble({name: in_order(LAYOUTS[name], *part) for name, part in content.items()})
    changed = [name for name, layout in LAYOUTS.items() if after.rows(layout) != tables.rows(layout)]
    report = check_tables(after, directory, changed)
    _require_nothing_new(report.problems, tables, directory)
    return ImportPlan(
        file=incoming.file,
        kind=incoming.kind,
        edition=edition,
        differences=differences,
        new_clusters=incoming.new_clusters or {},
        taken=incoming.taken or {},
        remarks=(*incoming.remarks, *(remark for remark in report.remarks if remark.edition == edition)),
        before=tables.version,
        after=after,
    )


def _merged(incoming: Incoming, tables: Tables) -> tuple[Content, tuple[RowDifference, ...]]:
    """Return all tables with the rank table of the import replaced, and its differences in the order of the table."""
    content: Content = {name: (tables.rows(layout), tables.origins[name]) for name, layout in LAYOUTS.items()}
    layout = incoming.layout
    edition = str(incoming.edition)
    held = {layout.key_of(row): row for row in tables.rows(layout) if row[0] == edition}
    stated = {tuple(row.cells[column] for column in layout.key): row for row in incoming.rows}
    rows = [row for row in tables.rows(layout) if row[0] != edition]
    differences: list[RowDifference] = []
    imported: dict[Row, IncomingRow] = {}
    for key in {**held, **stated}:
        before = dict(zip(layout.columns, held[key], strict=True)) if key in held else None
        after, difference = merge(
            layout, before, stated[key].cells if key in stated else None, whole_edition=incoming.whole_edition
        )
        differences.append(difference)
        if after is not None:
            row = tuple(after[column] for column in layout.columns)
            rows.append(row)
            if key in stated and (incoming.whole_edition or row != held.get(key)):
                imported[row] = stated[key]
    content[layout.name] = (rows, _origins(layout, rows, tables, incoming.file, imported))
    return content, tuple(differences)


def _origins(
    layout: Layout, rows: list[Row], tables: Tables, file: str, imported: Mapping[Row, IncomingRow]
) -> tuple[Origin, ...]:
    """Return the origin of each row: the row of the imported file it comes from, or where it was before."""
    path = Path(file)
    origins = dict(zip(tables.rows(layout), tables.origins[layout.name], strict=True))
    for row, stated in imported.items():
        origins[row] = Origin(path, stated.line, stated.sheet, imported=True, places=stated.places)
    return tuple(origins.get(row) or Origin(path, 1, imported=True) for row in rows)


def _require_nothing_new(problems: tuple[Problem, ...], tables: Tables, directory: Path) -> None:
    """Raise what is wrong with the tables after the import, unless it was wrong before."""
    if not problems:
        return
    known = {problem.identity for problem in check_tables(tables, directory).problems}
    new = [problem for problem in problems if problem.identity not in known]
    if new:
        raise ResultUnsound(*new)
