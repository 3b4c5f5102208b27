"""What `clusterbot data` prints: lines of text for a report, a plan and a refusal. No colour, no wrapping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.rankings.importing import CellChange, RowChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.rankings.checking import Holdings
    from bot.rankings.importing import CellDifference, ImportPlan, RowDifference
    from bot.rankings.problems import Problem

HOLDINGS_HEADER = ("edition", "ranks", "no rank", "PCT", "publ.", "VC", "intens.", "economies", "statem.")
"""Columns of the table of holdings; it fits 80 columns."""

_SHOWN = 20
"""Rows listed of what merely adds or changes; what contradicts, removes or drops is listed in full."""

_ORDER = (RowChange.CONTRADICTING, RowChange.REMOVED, RowChange.CHANGED, RowChange.ADDED)

_CELLS = {
    CellChange.FILLED: "{column} {stated} (was empty)",
    CellChange.REPLACED: "{column} {held} → {stated}",
    CellChange.CONTRADICTED: "{column} {held} → {stated} (contradicts)",
    CellChange.KEPT: "{column} stays {held} (the file says {stated})",
    CellChange.DROPPED: "{column} {held} dropped (not in the file)",
    CellChange.NOT_TAKEN: "{column} {stated} not taken (weaker evidence)",
}


def holdings_cells(held: Holdings) -> tuple[str, ...]:
    """Return the cells of one edition, in the order of `HOLDINGS_HEADER`; nothing held is a dash."""
    figures = (
        held.unranked,
        held.pct_shares,
        held.pub_shares,
        held.vc_shares,
        held.intensity_ranks,
        held.economies,
        held.statements,
    )
    ranks = "all 100" if held.complete else f"{held.ranks} of 100"
    return (str(held.edition), ranks, *(str(figure) if figure else "–" for figure in figures))


def problem_line(problem: Problem) -> str:
    """Return a problem as one line, its file as seen from the working directory."""
    try:
        near = Path(problem.file).resolve().relative_to(Path.cwd())
    except ValueError:
        return str(problem)
    return str(problem).replace(problem.file, str(near), 1)


def plan_lines(plan: ImportPlan) -> Iterator[str]:
    """Yield what an import would do: a summary, then the rows by table and kind of change."""
    yield f"{plan.file}: {plan.kind}, edition {plan.edition}"
    yield ", ".join(f"{plan.count(change)} {change}" for change in (*_ORDER[::-1], RowChange.UNCHANGED))
    for cluster, name in plan.new_clusters.items():
        yield f"new cluster {cluster}: {name} (a known one under a new name? add --same-as '{name}=its-id')"
    for name, cluster in plan.taken.items():
        yield f"{name} is taken for {cluster}, by the city it begins with"
    for remark in plan.remarks:
        yield f"worth a look: {problem_line(remark)}"
    for table in dict.fromkeys(difference.table for difference in plan.differences):
        for change in _ORDER:
            rows = [row for row in plan.differences if row.table == table and row.change is change]
            if rows:
                yield f"{table}, {len(rows)} {change}:"
                yield from _rows(rows)


def loss_line(plan: ImportPlan) -> str:
    """Return the sentence that says how much an import would drop, and how to let it."""
    removed = sum(row.change is RowChange.REMOVED for row in plan.losses)
    losing = len(plan.losses) - removed
    parts = [
        f"{number} row{'s' if number > 1 else ''} {what}"
        for number, what in ((removed, "removed"), (losing, "without a figure held"))
        if number
    ]
    return f"The file does not have all that is held: {' and '.join(parts)} (listed above). Add --drop to let it go."


def _rows(rows: Iterable[RowDifference]) -> Iterator[str]:
    passed_over = 0
    for number, row in enumerate(rows):
        dropped = any(cell.change is CellChange.DROPPED for cell in row.cells)
        if number < _SHOWN or dropped or row.change in (RowChange.CONTRADICTING, RowChange.REMOVED):
            yield f"  {_row(row)}"
        else:
            passed_over += 1
    if passed_over:
        yield f"  … and {passed_over} more"


def _row(row: RowDifference) -> str:
    evidence = ""
    if row.evidence_held and row.evidence_stated and row.evidence_held != row.evidence_stated:
        evidence = f" [{row.evidence_held} → {row.evidence_stated}]"
    cells = "; ".join(_cell(cell) for cell in row.cells)
    return f"{row.label}{evidence}{': ' if cells else ''}{cells}"


def _cell(cell: CellDifference) -> str:
    return _CELLS[cell.change].format(column=cell.column, held=cell.held, stated=cell.stated)
