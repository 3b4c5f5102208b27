"""Whether the tables can be trusted, and how much of each edition is held."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.rankings import cell_rules, cluster_rules, economy_rules, reference_rules
from bot.rankings.holdings import Holdings, holdings
from bot.rankings.layout import LAYOUTS
from bot.rankings.problems import DataError, Problem, TablesUnsound
from bot.rankings.records import Records, all_records
from bot.rankings.schema_check import DESCRIPTOR, schema_problems
from bot.rankings.tables import Tables, read_tables

if TYPE_CHECKING:
    from pathlib import Path

Rule = Callable[[Records], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    cell_rules.numbers_plain,
    cell_rules.text_plain,
    cell_rules.lists_without_repeats,
    cluster_rules.ranks_once,
    cluster_rules.shares_within_whole,
    cluster_rules.shares_measured,
    cluster_rules.totals_fall,
    cluster_rules.counts_reached,
    economy_rules.economies_in_order,
    economy_rules.scores_are_means,
    reference_rules.sources_exist,
    reference_rules.economies_exist,
    reference_rules.successors_exist,
    reference_rules.statements_refer,
)
"""What makes the tables unsound when it is broken."""

EXPECTATIONS: tuple[Rule, ...] = (cluster_rules.totals_expected_to_fall,)
"""What is worth a look when it is broken, but rests on an inference."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: `problems` make the tables unsound, `remarks` are worth a look."""

    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    holdings: tuple[Holdings, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(directory: Path, overlay: Path | None = None) -> Report:
    """Check the tables of `directory` with an overlay lying over them, and count what is held.

    Nothing is raised for what is wrong with the data: a table that cannot be read is a problem like any other.
    """
    stray = tuple(_stray_files(overlay)) if overlay is not None else ()
    try:
        tables = read_tables(directory, overlay)
    except DataError as error:
        return Report((*error.problems, *stray), (), ())
    report = check_tables(tables, directory)
    return Report((*stray, *report.problems), report.remarks, report.holdings)


def check_tables(tables: Tables, directory: Path, changed: Collection[str] | None = None) -> Report:
    """Check tables already read against the descriptor in `directory` and against every rule.

    With `changed`, the names of tables, the descriptor is only applied to those and to what they refer to.
    """
    held = all_records(tables)
    return Report(
        problems=tuple(_once_per_cell([*schema_problems(tables, directory, changed), *_broken(RULES, held)])),
        remarks=tuple(_broken(EXPECTATIONS, held)),
        holdings=holdings(tables),
    )


def require_sound(directory: Path, overlay: Path | None = None) -> None:
    """Raise if anything is wrong. Meant for the start with an overlay: the shipped tables are tested.

    Raises:
        TablesUnsound: it names file, row and column of every problem.
    """
    report = check(directory, overlay)
    if not report.sound:
        raise TablesUnsound(*report.problems)


def _broken(rules: tuple[Rule, ...], held: Records) -> Iterator[Problem]:
    for rule in rules:
        for problem in rule(held):
            yield replace(problem, rule=rule.__name__)


def _once_per_cell(problems: list[Problem]) -> Iterator[Problem]:
    """Leave out what merely follows from the first problem of a cell: a rank of 101 is not also a surplus one."""
    seen: set[tuple[str, str | None, int | None, str]] = set()
    for problem in problems:
        if problem.column is None:
            yield problem
        elif (place := (problem.file, problem.sheet, problem.row, problem.column)) not in seen:
            seen.add(place)
            yield problem


def _stray_files(overlay: Path) -> Iterator[Problem]:
    """A misspelt file of an overlay would be passed over in silence."""
    if overlay.exists() and not overlay.is_dir():
        yield Problem(str(overlay), "is not a directory")
    names = {layout.file for layout in LAYOUTS.values()}
    for path in sorted(overlay.glob("*.csv")):
        if path.name not in names:
            yield Problem(str(path), f"is no table of the overlay; those are {', '.join(sorted(names))}")
    if (overlay / DESCRIPTOR).exists():
        yield Problem(str(overlay / DESCRIPTOR), "has no effect in an overlay; remove it")
