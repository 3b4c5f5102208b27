"""WIPO's economy workbook, built in the published layout from the shipped table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rankings.importing import Kind, RowChange, Target, apply, plan_import
from bot.rankings.layout import ECONOMIES, ECONOMY_RANKS, EDITIONS
from bot.rankings.problems import CellInvalid, LayoutUnknown, ResultUnsound
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, read_tables

from .support import Grid, drop_edition, economy_grids, records, save_workbook, tables_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def grids(shipped: Tables) -> dict[str, Grid]:
    return economy_grids(shipped)


@pytest.fixture
def few(grids: dict[str, Grid]) -> dict[str, Grid]:
    """Three economies, for what is refused before the edition is looked at as a whole."""
    wanted = ("ISO3", "CHE", "CYP", "GBR")
    return {title: [row for row in grid if row[0] in wanted] for title, grid in grids.items()}


def find(grid: Grid, alpha3: str, number: str | None) -> int:
    return next(index for index, row in enumerate(grid) if row[0] == alpha3 and row[2] == number)


def test_importing_over_an_emptied_edition_gives_what_is_shipped(
    data: Path, grids: dict[str, Grid], tmp_path: Path
) -> None:
    drop_edition(data, ECONOMY_RANKS, 2025)
    path = save_workbook(tmp_path / "wipo-pub-2000-2025-tech1.xlsx", grids)
    plan = plan_import(path, 2025, read_tables(data), data)
    assert plan.kind is Kind.ECONOMY_WORKBOOK
    assert plan.count(RowChange.ADDED) == 139
    apply(plan, Target(data))
    assert tables_of(data) == tables_of(shipped_directory())


def test_an_edition_known_by_its_economies_alone(data: Path, grids: dict[str, Grid], tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "book.xlsx", grids)
    apply(plan_import(path, 2026, read_tables(data), data), Target(data))
    tables = read_tables(data)
    assert records(tables, EDITIONS, 2026)[0]["measures"] == ""
    rows = records(tables, ECONOMY_RANKS, 2026)
    assert {row["sources"] for row in rows} == {"wipo_xlsx_2026"}
    assert next(row for row in rows if row["economy"] == "VE")["income_group"] == ""


def test_the_newest_edition_decides_on_regions(data: Path, grids: dict[str, Grid], tmp_path: Path) -> None:
    row = next(row for row in grids["Economies"] if row[0] == "CYP")
    row[3] = "Europe"
    path = save_workbook(tmp_path / "book.xlsx", grids)
    plan = plan_import(path, 2025, read_tables(data), data)
    regions = {each[0]: each[4] for each in plan.after.rows(ECONOMIES)}
    assert regions["CY"] == "Europe"
    assert [each.label for each in plan.differences if each.table == "economies"] == ["Cyprus"]
    assert plan_import(path, 2024, read_tables(data), data).after.rows(ECONOMIES) == read_tables(data).rows(ECONOMIES)


@pytest.mark.parametrize(
    ("number", "column", "value", "place", "words"),
    [
        (None, 0, "XXX", 'A "ISO3"', '"XXX" is not the code of an economy we know'),
        (None, 7, "first", 'H "RANK"', '"first" is not a number'),
        (None, 7, 201, 'H "RANK"', "rank 201 is not within 1 to 200"),
        ("IN.3", 6, 100.5, 'G "SCORE"', "100.5 is not within 0 to 100"),
        ("OUT.7", 6, "=A1", "G", "is a formula"),
        ("IN.5", 2, "IN.4", 'D "NAME"', "has this indicator twice"),
    ],
)
def test_bad_cells_are_named(
    data: Path, few: dict[str, Grid], tmp_path: Path, number, column: int, value, place: str, words: str
) -> None:
    index = find(few["Data"], "CHE", number)
    few["Data"][index][column] = value
    path = save_workbook(tmp_path / "book.xlsx", few)
    before = tables_of(data)
    with pytest.raises(Exception, match="Data") as caught:
        plan_import(path, 2025, read_tables(data), data)
    problem = caught.value.problems[0]
    assert (problem.file, problem.sheet, problem.row, problem.column) == ("book.xlsx", "Data", index + 1, place)
    assert words in problem.message
    assert tables_of(data) == before


def test_an_income_group_we_do_not_know(data: Path, few: dict[str, Grid], tmp_path: Path) -> None:
    few["Economies"][1][2] = "rich"
    with pytest.raises(CellInvalid, match='sheet "Economies", row 2, column C "INCOME": "rich" is none of HI'):
        plan_import(save_workbook(tmp_path / "book.xlsx", few), 2025, read_tables(data), data)


def test_an_economy_without_a_rank(data: Path, few: dict[str, Grid], tmp_path: Path) -> None:
    few["Data"][find(few["Data"], "CHE", None)][7] = None
    with pytest.raises(CellInvalid, match='sheet "Data", row 2, column H "RANK": the cell is empty'):
        plan_import(save_workbook(tmp_path / "book.xlsx", few), 2025, read_tables(data), data)


@pytest.mark.parametrize(("number", "words"), [(None, "the Global Innovation Index"), ("OUT.7", "the indicator OUT.7")])
def test_an_economy_without_an_indicator(
    data: Path, few: dict[str, Grid], tmp_path: Path, number: str | None, words: str
) -> None:
    del few["Data"][find(few["Data"], "GBR", number)]
    with pytest.raises(CellInvalid, match=f'sheet "Data", row [0-9]+: GB has no row for {words}'):
        plan_import(save_workbook(tmp_path / "book.xlsx", few), 2025, read_tables(data), data)


def test_economies_and_groups_the_workbook_does_not_have_are_losses(
    data: Path, grids: dict[str, Grid], tmp_path: Path
) -> None:
    shorter = {**grids, "Data": [row for row in grids["Data"] if row[0] != "NER"]}
    plan = plan_import(save_workbook(tmp_path / "book.xlsx", shorter), 2025, read_tables(data), data)
    assert [(row.label, row.change) for row in plan.losses] == [("NE", RowChange.REMOVED)]
    del grids["Economies"]
    plan = plan_import(save_workbook(tmp_path / "book.xlsx", grids), 2025, read_tables(data), data)
    assert len(plan.losses) > 130


def test_a_score_that_breaks_a_rule_is_found_on_its_sheet(data: Path, grids: dict[str, Grid], tmp_path: Path) -> None:
    grids["Data"][find(grids["Data"], "CHE", "IN.3")][6] = 64.0
    index = find(grids["Data"], "CHN", "IN.3")
    with pytest.raises(ResultUnsound) as caught:
        plan_import(save_workbook(tmp_path / "book.xlsx", grids), 2025, read_tables(data), data)
    assert f'book.xlsx, sheet "Data", row {index + 1}, column G "SCORE": CN ranks 6 with 64.2957, behind CH' in str(
        caught.value
    )


def test_a_sheet_without_its_columns(data: Path, few: dict[str, Grid], tmp_path: Path) -> None:
    few["Data"][0][7] = "PLACE"
    with pytest.raises(LayoutUnknown, match="the header has no column for: rank"):
        plan_import(save_workbook(tmp_path / "book.xlsx", few), 2025, read_tables(data), data)
