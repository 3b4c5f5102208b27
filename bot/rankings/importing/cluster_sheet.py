"""WIPO's cluster workbook as published: the sheets `cluster ranks` and `intensity ranks`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.importing import cells
from bot.rankings.importing.below_table import table_lines
from bot.rankings.importing.cells import Findings
from bot.rankings.importing.cluster_columns import FIELDS, FIGURES, INTENSITY_FIELDS, SHARES, required_fields
from bot.rankings.importing.editions import VENTURE_CAPITAL_SINCE, require_edition
from bot.rankings.importing.headers import Cell, Header, find_header
from bot.rankings.importing.incoming import Draft, IncomingRow
from bot.rankings.importing.totals import Total, check_totals
from bot.rankings.model import RANKS_PUBLISHED
from bot.rankings.problems import EditionMismatch, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.rankings.importing.names import Names
    from bot.rankings.importing.workbook import Sheet

CLUSTER_SHEET = "cluster ranks"
INTENSITY_SHEET = "intensity ranks"

Resolved = tuple[str, str, tuple[str, ...]]
"""Id of a cluster, its name and its economies."""


@dataclass(frozen=True, slots=True)
class ClusterSheets:
    """What the two sheets state: the title of the first, rows by cluster, what the edition measured, and remarks."""

    title: str
    rows: tuple[IncomingRow, ...]
    measures: tuple[str, ...]
    remarks: tuple[Problem, ...]


def read_clusters(
    ranks: Sheet, intensity: Sheet | None, edition: int, names: Names, economies: Collection[str]
) -> ClusterSheets:
    """Read both sheets; `economies` are the known codes, and `names` collects new clusters.

    Raises:
        LayoutUnknown: a sheet has no header row with the columns that are needed.
        EditionMismatch: the title names another edition, or there is venture capital before 2025.
        CellInvalid: everything that is wrong with single cells, or a rank that is missing or there twice.
    """
    title = _title(ranks)
    require_edition(edition, title, Problem(ranks.file, "the title is about", row=1, column="A", sheet=ranks.name))
    header = find_header(ranks, FIELDS, required_fields(edition))
    if "vc_share" in header.columns and edition < VENTURE_CAPITAL_SINCE:
        message = f"venture capital is part of the ranking from {VENTURE_CAPITAL_SINCE} on, not in {edition}"
        raise EditionMismatch(Problem(ranks.file, message, header.row, header.place("vc_share"), ranks.name))
    reader = _Reader(names, economies)
    found = reader.ranks(header)
    if intensity is not None:
        reader.intensity(find_header(intensity, INTENSITY_FIELDS, frozenset({"intensity_rank", "name"})), found)
    reader.findings.settle()
    measures = tuple(measure for measure in ("pct", "pub", "vc") if f"{measure}_share" in header.columns)
    return ClusterSheets(title, tuple(draft.row() for draft in found.values()), measures, reader.remarks)


class _Reader:
    """Reads both sheets, noting every problem rather than stopping at the first."""

    def __init__(self, names: Names, economies: Collection[str]) -> None:
        self.names = names
        self.economies = economies
        self.findings = Findings()
        self.remarks: tuple[Problem, ...] = ()

    def ranks(self, header: Header) -> dict[str, Draft]:
        """Return the row of every cluster."""
        found: dict[str, Draft] = {}
        held: dict[str, Cell] = {}
        totals: list[Total] = []
        for line in table_lines(header, "rank", self.findings):
            rank = self.findings.take(cells.rank, line["rank"])
            figures = {field: self.findings.take(read, line.get(field)) for field, read in FIGURES.items()}
            if "total" in line:
                totals.append(Total(line["total"], tuple(figures[share] for share in SHARES if share in line)))
            resolved = self._cluster(line)
            if rank:
                self._once(rank, line["rank"], held, "rank")
            if resolved is None:
                continue
            cluster, name, codes = resolved
            if cluster in found:
                message = f"is the same cluster as in row {found[cluster].line}"
                self.findings.problems += line["name"].invalid(message).problems
            row = Draft(line["rank"].row, header.sheet.name)
            row.put("rank", rank, line["rank"])
            row.put("cluster_id", cluster, line["name"])
            row.put("name", name, line["name"])
            row.put("economies", ";".join(codes), line["economy"])
            for field, figure in figures.items():
                row.put(field, figure, line.get(field))
            found[cluster] = row
        self.remarks = check_totals(totals, self.findings, inferred="vc_share" in header.columns)
        self._all_ranks(header, "rank", held)
        return found

    def intensity(self, header: Header, found: Mapping[str, Draft]) -> None:
        """Add rank by intensity and population to the clusters found."""
        held: dict[str, Cell] = {}
        clusters: dict[str, Cell] = {}
        ranks_are_sound = not self.findings.problems
        for line in table_lines(header, "intensity_rank", self.findings):
            rank = self.findings.take(cells.rank, line["intensity_rank"])
            population = self.findings.take(cells.required(cells.population), line.get("population"))
            if rank:
                self._once(rank, line["intensity_rank"], held, "intensity rank")
            resolved = self._cluster(line)
            if resolved is None:
                continue
            cluster = resolved[0]
            if cluster not in found:
                if ranks_are_sound:
                    message = f'"{line["name"].value}" is not on the sheet "{CLUSTER_SHEET}"'
                    self.findings.problems += line["name"].invalid(message).problems
                continue
            self._once(cluster, line["name"], clusters, "cluster")
            found[cluster].put("intensity_rank", rank, line["intensity_rank"])
            found[cluster].put("population", population, line.get("population"))
        self._all_ranks(header, "intensity_rank", held)

    def _cluster(self, line: Mapping[str, Cell]) -> Resolved | None:
        name = self.findings.take(cells.text, line["name"])
        codes = tuple(self.findings.take(cells.text, line.get("economy")).replace("*", "").split("/"))
        codes = tuple(code.strip() for code in codes if code.strip())
        unknown = [code for code in codes if code not in self.economies]
        if unknown:
            message = f'"{", ".join(unknown)}" is not the code of an economy we know'
            self.findings.problems += line["economy"].invalid(message).problems
        if not name or unknown:
            return None
        return (*self.names.resolve(name, codes), codes)

    def _once(self, value: str, cell: Cell, held: dict[str, Cell], what: str) -> None:
        if value in held:
            message = f"{what} {value} stands in row {held[value].row} too"
            self.findings.problems += cell.invalid(message).problems
        else:
            held[value] = cell

    def _all_ranks(self, header: Header, field: str, held: Mapping[str, Cell]) -> None:
        """Note the ranks that no row of a sheet has, unless that may follow from what was found before."""
        missing = [str(rank) for rank in range(1, RANKS_PUBLISHED + 1) if str(rank) not in held]
        if missing and not self.findings.problems:
            shown = ", ".join(missing[:5]) + (", …" if len(missing) > 5 else "")
            message = f"{len(missing)} of {RANKS_PUBLISHED} ranks are missing: {shown}"
            sheet = header.sheet
            self.findings.problems.append(Problem(sheet.file, message, header.row, header.place(field), sheet.name))


def _title(sheet: Sheet) -> str:
    first = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None
    return first.removeprefix("Title:").strip() if isinstance(first, str) else ""
