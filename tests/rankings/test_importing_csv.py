from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rankings.checking import check
from bot.rankings.importing import CellChange, ImportPlan, Kind, RowChange, Target, apply, plan_import
from bot.rankings.layout import CLUSTER_RANKS, ECONOMY_RANKS
from bot.rankings.problems import (
    CellInvalid,
    EditionMismatch,
    FileUnreadable,
    ImportRefused,
    LayoutUnknown,
    ResultUnsound,
)
from bot.rankings.tables import as_csv, read_tables

from .support import Record, records, rewrite, tables_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "edition,rank,cluster_id,name,economies,pct_share,vc_share,evidence,sources\n"


def plan(data: Path, path: Path, edition: int = 2025) -> ImportPlan:
    return plan_import(path, edition, read_tables(data), data)


def written(tmp_path: Path, text: str, encoding: str = "utf-8", name: str = "rows.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def cells(made: ImportPlan, label: str) -> dict[str, CellChange]:
    row = next(row for row in made.differences if row.label == label)
    return {cell.column: cell.change for cell in row.cells}


def change(made: ImportPlan, label: str) -> RowChange:
    return next(row.change for row in made.differences if row.label == label)


def test_a_row_is_added_with_its_own_evidence(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2025,17,seattle,,US,,,single,S03\n"))
    assert made.kind is Kind.CLUSTER_TABLE
    assert made.count(RowChange.ADDED) == 1
    apply(made, Target(data))
    row = next(row for row in records(read_tables(data), CLUSTER_RANKS, 2025) if row["cluster_id"] == "seattle")
    assert (row["rank"], row["name"], row["evidence"], row["sources"]) == ("17", "Seattle", "single", "S03")


def test_rows_not_in_the_file_stay(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2025,17,seattle,,US,,,single,S03\n"))
    assert made.count(RowChange.REMOVED) == 0
    assert made.count(RowChange.UNCHANGED) == len(records(read_tables(data), CLUSTER_RANKS, 2025))


def test_stronger_evidence_wins_and_drops_what_it_does_not_state(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2025,2,tokyo-yokohama,,JP,10.31,,official,S02\n"))
    assert cells(made, "Tokyo–Yokohama") == {"pct_share": CellChange.REPLACED, "vc_share": CellChange.DROPPED}
    assert change(made, "Tokyo–Yokohama") is RowChange.CHANGED


def test_weaker_evidence_contradicts_and_loses(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2025,2,tokyo-yokohama,,JP,10.9,,single,S02\n"))
    assert cells(made, "Tokyo–Yokohama") == {"pct_share": CellChange.KEPT}
    assert change(made, "Tokyo–Yokohama") is RowChange.CONTRADICTING
    assert made.changes_nothing


def test_weaker_evidence_does_not_fill_in(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2025,8,london,,GB,,1.9,single,S02\n"))
    assert cells(made, "London") == {"vc_share": CellChange.NOT_TAKEN}
    assert change(made, "London") is RowChange.UNCHANGED
    assert made.changes_nothing


def test_equal_evidence_fills_in_and_adds_its_sources(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2025,8,london,,GB,,1.9,double,S02;S03\n"))
    assert cells(made, "London") == {"vc_share": CellChange.FILLED}
    rows = {(row[0], row[2]): row[-2] for row in read_tables(data).rows(CLUSTER_RANKS)}
    held = rows["2025", "london"].split(";")
    apply(made, Target(data))
    row = next(row for row in records(read_tables(data), CLUSTER_RANKS, 2025) if row["cluster_id"] == "london")
    assert row["sources"].split(";") == [*held, "S02"]


def test_equal_evidence_that_differs_contradicts(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2025,2,tokyo-yokohama,,JP,10.4,,double,S02\n"))
    assert cells(made, "Tokyo–Yokohama") == {"pct_share": CellChange.CONTRADICTED}
    assert made.count(RowChange.CONTRADICTING) == 1


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", HEADER + "2025,17,,Zürich,CH,0.3,,single,S03\n"),
        ("utf-8-sig", HEADER + "2025,17,,Zürich,CH,0.3,,single,S03\n"),
        ("cp1252", HEADER + "2025,17,,Zürich,CH,0.3,,single,S03\n"),
        ("utf-8", HEADER.replace(",", ";") + "2025;17;;Zürich;CH;0,3;;single;S03\n"),
        ("utf-8", HEADER.replace(",", "\t").replace("\n", "\r\n") + "2025\t17\t\tZürich\tCH\t0,3\t\tsingle\tS03\r\n"),
        ("utf-8", HEADER + "2025,17,," + "Zürich".encode().decode("cp1252") + ",CH,0.30,,single,S03\n\n"),
    ],
    ids=["utf-8", "bom", "windows", "semicolons", "tabs", "doubly encoded"],
)
def test_what_people_save(data: Path, tmp_path: Path, encoding: str, text: str) -> None:
    made = plan(data, written(tmp_path, text, encoding))
    row = next(row for row in made.after.rows(CLUSTER_RANKS) if row[:2] == ("2025", "17"))
    assert row[2:7] == ("zurich", "Zürich", "CH", "0.3", "")


def test_the_shipped_table_changes_nothing(data: Path, tmp_path: Path) -> None:
    for layout, edition in ((CLUSTER_RANKS, 2023), (ECONOMY_RANKS, 2021)):
        rows = [row for row in read_tables(data).rows(layout) if row[0] == str(edition)]
        path = tmp_path / layout.file
        path.write_bytes(as_csv(layout, rows))
        assert plan(data, path, edition).changes_nothing


def test_an_edition_not_held_so_far(data: Path, tmp_path: Path) -> None:
    made = plan(data, written(tmp_path, HEADER + "2026,1,tokyo-yokohama,,JP,,,single,S03\n"), 2026)
    apply(made, Target(data))
    assert records(read_tables(data), CLUSTER_RANKS, 2026)[0]["name"] == "Tokyo–Yokohama"


@pytest.mark.parametrize(
    ("row", "edition", "column", "words"),
    [
        # London's rank 1 sorts before the rank 1 that is held; GB has all of the four clusters it is said to have.
        ("2025,1,london,,GB,,,double,S02", 2025, "rank", "rank 1 of 2025 is already held by Shenzhen"),
        ("2025,17,,Leeds,GB,,,single,S02", 2025, "economies", "GB has 5 clusters with this one; 4 are stated in"),
        ("2022,99,chennai,,IN,0.0001,,official,S02", 2022, "rank", "rank 99 of 2022 is already held by Basel"),
        ("2022,50,,Leeds,GB,0.4,,official,S02", 2022, "rank", "rank 50 of 2022 is already held by"),
        ("2023,1,tokyo-yokohama,,JP,0.1,,double,S02", 2023, "rank", "rank 1 of 2023 has the total share"),
        ("2023,24,hefei,,CN,99.0,,double,S02", 2023, "pct_share", "the shares of 2023 add up to"),
    ],
)
def test_what_is_at_odds_with_the_tables_is_the_fault_of_the_file(
    data: Path, tmp_path: Path, row: str, edition: int, column: str, words: str
) -> None:
    with pytest.raises(ResultUnsound) as caught:
        plan(data, written(tmp_path, f"{HEADER}{row}\n"), edition)
    assert {(problem.file, problem.row) for problem in caught.value.problems} == {("rows.csv", 2)}
    assert any(problem.column == column and words in problem.message for problem in caught.value.problems)


def test_what_was_wrong_before_stays_known_in_other_words(data: Path, tmp_path: Path) -> None:
    """Of the two that hold rank 8, the import touches one; that changes which is blamed, and how it is said."""

    def twice(rows: list[Record]) -> None:
        next(row for row in rows if row["edition"] == "2025" and row["rank"] == "9")["rank"] = "8"

    rewrite(data, CLUSTER_RANKS, twice)
    [before] = check(data).problems
    for cluster in before.subject[2:]:
        path = written(tmp_path, f"edition,cluster_id,pct_share,evidence,sources\n2025,{cluster},0.4,double,S02\n")
        made = plan(data, path)
        assert made.count(RowChange.CHANGED) == 1


def test_remarks_are_those_of_the_edition(data: Path, tmp_path: Path) -> None:
    def rise(rows: list[Record]) -> None:
        row = next(row for row in rows if row["edition"] == "2025" and row["rank"] == "2")
        row.update(pct_share="10.3", pub_share="9.0", vc_share="2.2")
        above = next(row for row in rows if row["edition"] == "2025" and row["rank"] == "1")
        above["name"] = "Hub of 2023 fame"

    rewrite(data, CLUSTER_RANKS, rise)
    seattle = HEADER + "{},{},seattle,,US,,,single,S03\n"
    assert [remark.edition for remark in plan(data, written(tmp_path, seattle.format(2025, 17))).remarks] == [2025]
    assert plan(data, written(tmp_path, seattle.format(2023, 21)), 2023).remarks == ()


def test_of_shares_over_100_the_largest_imported_one_is_blamed(data: Path, tmp_path: Path) -> None:
    rows = "".join(
        f"2025,,,Town {letter},NZ,{share},,single,S02\n"
        for letter, share in zip("ABCDEFGHIJ", [*[9] * 9, 10], strict=True)
    )
    with pytest.raises(ResultUnsound) as caught:
        plan(data, written(tmp_path, HEADER + rows))
    [problem] = caught.value.problems
    assert (problem.file, problem.row, problem.column) == ("rows.csv", 11, "pct_share")


def test_a_note_below_the_table_is_one_error(data: Path, tmp_path: Path) -> None:
    for note in ("Source: x", "Source: x,,,,,,,,"):
        with pytest.raises(CellInvalid) as caught:
            plan(data, written(tmp_path, f"{HEADER}2025,17,seattle,,US,,,single,S03\n{note}\n"))
        assert str(caught.value) == "rows.csv, row 3: the row is not part of the table; remove it"


BROKEN = [
    ("rank,name\n1,London\n", LayoutUnknown, 1, None, "the header is that of neither table"),
    (HEADER.replace("vc_share", "vc"), LayoutUnknown, 1, "vc", "has no such column"),
    (HEADER.replace("vc_share", "pct_share"), LayoutUnknown, 1, "pct_share", "there twice"),
    (HEADER, FileUnreadable, 2, None, "holds no rows"),
    (HEADER + "2025,17,seattle,,US,,,single\n", CellInvalid, 2, None, "has 8 cells, the header 9"),
    (HEADER + "2025,top,seattle,,US,,,single,S03\n", CellInvalid, 2, "rank", '"top" is not a number'),
    (HEADER + "2025,1.5,seattle,,US,,,single,S03\n", CellInvalid, 2, "rank", "1.5 is not a whole number"),
    (HEADER + "2025,17,seattle,,US,,,sure,S03\n", CellInvalid, 2, "evidence", '"sure" is none of'),
    (HEADER + "2025,17,seattle,,US,,,single,\n", CellInvalid, 2, "sources", "a value is needed"),
    (HEADER + "2025,17,atlantis,,US,,,single,S03\n", CellInvalid, 2, "cluster_id", "is not in clusters.csv"),
    (HEADER + "2025,17,,,US,,,single,S03\n", CellInvalid, 2, "name", "a cluster_id or a name is needed"),
    (HEADER + 2 * "2025,17,seattle,,US,,,single,S03\n", CellInvalid, 3, "cluster_id", "seattle stands in row 2 too"),
    (HEADER + "2024,17,seattle,,US,,,single,S03\n", EditionMismatch, 2, "edition", "about the edition 2024, not 2025"),
    (HEADER + "2025,7,seattle,,US,,,single,S03\n", ImportRefused, 2, "rank", "rank 7 of 2025 is already held"),
    (HEADER + "2025,101,seattle,,US,,,single,S03\n", ImportRefused, 2, "rank", "101 is more than 100"),
    (HEADER + "2025,17,seattle,,US,103,,single,S03\n", ImportRefused, 2, "pct_share", "103.0 is more than 100"),
    (HEADER + "2025,17,seattle,,XX,,,single,S03\n", ImportRefused, 2, "economies", '"XX" is not in economies.csv'),
    (HEADER + "2025,17,seattle,,US,,,single,hearsay\n", ImportRefused, 2, "sources", '"hearsay" is not in sources.csv'),
    (HEADER + '2025,17,seattle,"US,,,single,S03\n', FileUnreadable, 2, None, "is not a CSV table"),
    ("\0" + HEADER, FileUnreadable, None, None, "neither a workbook nor a text file"),
]


@pytest.mark.parametrize(("text", "kind", "row", "column", "words"), BROKEN, ids=[case[-1] for case in BROKEN])
def test_bad_tables_are_named(
    data: Path, tmp_path: Path, text: str, kind: type, row: int | None, column: str | None, words: str
) -> None:
    before = tables_of(data)
    with pytest.raises(kind) as caught:
        plan(data, written(tmp_path, text))
    problem = caught.value.problems[0]
    assert (problem.file, problem.row, problem.column) == ("rows.csv", row, column)
    assert words in problem.message
    assert tables_of(data) == before
