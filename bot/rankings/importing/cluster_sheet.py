"""WIPO's cluster workbook as published: the sheets `cluster ranks` and `intensity ranks`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.importing import cells
from bot.rankings.importing.cells import Findings
from bot.rankings.importing.editions import PUBLICATIONS_SINCE, VENTURE_CAPITAL_SINCE, require_edition
from bot.rankings.importing.headers import Cell, Header, find_header, named, words
from bot.rankings.importing.incoming import IncomingRow
from bot.rankings.model import RANKS_PUBLISHED
from bot.rankings.problems import CellInvalid, EditionMismatch, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from bot.rankings.importing.names import Names
    from bot.rankings.importing.workbook import Sheet

CLUSTER_SHEET = "cluster ranks"
INTENSITY_SHEET = "intensity ranks"

Resolved = tuple[str, str, tuple[str, ...]]
"""Id of a cluster, its name and its economies."""


@dataclass(frozen=True, slots=True)
class ClusterSheets:
    """What the two sheets state: rows by cluster, the title of the first, and what the edition measured."""

    title: str
    rows: tuple[IncomingRow, ...]
    measures: tuple[str, ...]


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
    header = find_header(ranks, _FIELDS, _required(edition))
    if "vc_share" in header.columns and edition < VENTURE_CAPITAL_SINCE:
        message = f"venture capital is part of the ranking from {VENTURE_CAPITAL_SINCE} on, not in {edition}"
        raise EditionMismatch(Problem(ranks.file, message, header.row, header.place("vc_share"), ranks.name))
    reader = _Reader(names, economies)
    found = reader.ranks(header)
    if intensity is not None:
        reader.intensity(find_header(intensity, _INTENSITY_FIELDS, frozenset({"intensity_rank", "name"})), found)
    reader.findings.settle()
    measures = tuple(measure for measure in ("pct", "pub", "vc") if f"{measure}_share" in header.columns)
    return ClusterSheets(title, tuple(IncomingRow(row, line) for row, line in found.values()), measures)


class _Reader:
    """Reads both sheets, noting every problem rather than stopping at the first."""

    def __init__(self, names: Names, economies: Collection[str]) -> None:
        self.names = names
        self.economies = economies
        self.findings = Findings()

    def ranks(self, header: Header) -> dict[str, tuple[dict[str, str], int]]:
        """Return cells by column, and the row they stand in, of every cluster."""
        found: dict[str, tuple[dict[str, str], int]] = {}
        held: dict[str, Cell] = {}
        for line in header.lines():
            if _is_footnote(line, "rank"):
                continue
            rank = self.findings.take(cells.rank, line["rank"])
            figures = {field: self.findings.take(read, line.get(field)) for field, read in _FIGURES.items()}
            resolved = self._cluster(line)
            if rank:
                self._once(rank, line["rank"], held, "rank")
            if resolved is None:
                continue
            cluster, name, codes = resolved
            if cluster in found:
                message = f"is the same cluster as in row {found[cluster][1]}"
                self.findings.problems += line["name"].invalid(message).problems
            row = {"rank": rank, "cluster_id": cluster, "name": name, "economies": ";".join(codes), **figures}
            found[cluster] = (row, line["rank"].row)
        self._all_ranks(header, held)
        return found

    def intensity(self, header: Header, found: Mapping[str, tuple[dict[str, str], int]]) -> None:
        """Add rank by intensity and population to the clusters found."""
        held: dict[str, Cell] = {}
        clusters: dict[str, Cell] = {}
        ranks_are_sound = not self.findings.problems
        for line in header.lines():
            if _is_footnote(line, "intensity_rank"):
                continue
            rank = self.findings.take(cells.rank, line["intensity_rank"])
            population = self.findings.take(cells.population, line.get("population"))
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
            found[cluster][0].update(intensity_rank=rank, population=population)

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

    def _all_ranks(self, header: Header, held: Mapping[str, Cell]) -> None:
        missing = [str(rank) for rank in range(1, RANKS_PUBLISHED + 1) if str(rank) not in held]
        if missing and not self.findings.problems:
            shown = ", ".join(missing[:5]) + (", …" if len(missing) > 5 else "")
            message = f"{len(missing)} of {RANKS_PUBLISHED} ranks are missing: {shown}"
            sheet = header.sheet
            raise CellInvalid(Problem(sheet.file, message, header.row, header.place("rank"), sheet.name))


def _is_share_of(*subjects: str) -> Callable[[str], bool]:
    """Recognise a column of shares by its subject: a share says `share`, `%` or `per cent`."""
    subject = re.compile(rf"\b({'|'.join(subjects)})")

    def recognised(header: str) -> bool:
        text = words(header)
        is_share = "%" in header or re.search(r"\b(share|shares|percent|percentage|per cent)", text) is not None
        other = re.search(r"\b(rank|per capita|change|previous)\b", text) is not None
        return is_share and not other and subject.search(text) is not None

    return recognised


_FIELDS: Mapping[str, Callable[[str], bool]] = {
    "rank": named("cluster rank", "rank"),
    "name": named("cluster name", "cluster", "name"),
    "economy": named("economy", "economies", "economy code"),
    "pct_share": _is_share_of("pct", "patent"),
    "pub_share": _is_share_of("scientific pub", "publication"),
    "vc_share": _is_share_of("vc", "venture"),
    "pct_count": named("pct applications", "pct filings", "patent applications"),
    "pub_count": named("scientific publications", "publications"),
}

_INTENSITY_FIELDS: Mapping[str, Callable[[str], bool]] = {
    "intensity_rank": named("intensity rank", "rank"),
    "name": _FIELDS["name"],
    "economy": _FIELDS["economy"],
    "population": named("estimated cluster population", "cluster population", "population"),
}

_FIGURES: Mapping[str, Callable[[Cell], str]] = {
    "pct_share": cells.share,
    "pub_share": cells.share,
    "vc_share": cells.share,
    "pct_count": cells.count,
    "pub_count": cells.count,
}


def _required(edition: int) -> frozenset[str]:
    publications = {"pub_share"} if edition >= PUBLICATIONS_SINCE else set[str]()
    return frozenset({"rank", "name", "economy", "pct_share"} | publications)


def _title(sheet: Sheet) -> str:
    first = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None
    return first.removeprefix("Title:").strip() if isinstance(first, str) else ""


def _is_footnote(line: Mapping[str, Cell], rank: str) -> bool:
    """Return whether a row below the table is a note: one long text where the rank would be, and nothing else."""
    filled = [field for field, cell in line.items() if cell.value not in (None, "")]
    return filled == [rank] and isinstance(line[rank].value, str) and len(str(line[rank].value)) > 20
