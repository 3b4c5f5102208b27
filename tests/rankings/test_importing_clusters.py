"""WIPO's cluster workbook, built in the published layout from the shipped table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.rankings.checking import check
from bot.rankings.importing import CellChange, ImportPlan, RowChange, Target, apply, plan_import
from bot.rankings.importing.reading import read_file
from bot.rankings.layout import CLUSTER_RANKS, CLUSTERS, EDITIONS, SOURCES, STATEMENTS
from bot.rankings.problems import (
    CellInvalid,
    EditionMismatch,
    FormulaFound,
    ImportRefused,
    LayoutUnknown,
    ResultUnsound,
)
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, read_tables

from .support import ClusterBook, Record, cluster_book, drop_edition, records, rewrite, snapshot, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def book(shipped: Tables) -> ClusterBook:
    return cluster_book(shipped)


def plan(data: Path, path: Path, edition: int = 2022, **renames: str) -> ImportPlan:
    return plan_import(path, edition, read_tables(data), data, renames)


def refused(data: Path, book: ClusterBook, tmp_path: Path, edition: int = 2022) -> ImportRefused:
    """Import a broken book, and see that nothing was changed."""
    path = book.save(tmp_path / "book.xlsx")
    before = snapshot(data)
    with pytest.raises(ImportRefused) as caught:
        plan(data, path, edition)
    assert snapshot(data) == before
    assert caught.value.problems[0].file == "book.xlsx"
    return caught.value


def test_importing_over_an_emptied_edition_gives_what_is_shipped(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    drop_edition(data, CLUSTER_RANKS, 2022)
    made = plan(data, book.save(tmp_path / "wipo-pub-2000-2022-tech2.xlsx"))
    assert made.count(RowChange.ADDED) == 100
    assert made.taken == {"Brussels": "brussels-antwerp"}
    apply(made, Target(data))
    assert tables_of(data) == tables_of(shipped_directory())


def test_importing_again_changes_nothing(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    made = plan(data, book.save(tmp_path / "book.xlsx"))
    assert made.changes_nothing
    assert made.count(RowChange.UNCHANGED) == 100


def test_official_figures_supersede_press_reports(data: Path, shipped: Tables, tmp_path: Path) -> None:
    """The 2023 table of the press is replaced by a workbook; what the workbook does not state is named as dropped."""
    book = cluster_book(shipped, title="Title: Top 100 S&T clusters, 2023")
    made = plan(data, book.save(tmp_path / "book.xlsx"), 2023)
    rows = {row.key[1]: row for row in made.differences if row.table == "cluster_ranks"}
    assert made.count(RowChange.CONTRADICTING) == 0
    changed = {cell.column: cell for cell in rows["xian"].cells}
    assert (changed["rank"].change, changed["rank"].held, changed["rank"].stated) == (CellChange.REPLACED, "19", "22")
    assert rows["xian"].evidence_held == "double"
    assert rows["xian"].evidence_stated == "official"
    assert rows["lanzhou"].change is RowChange.ADDED
    apply(made, Target(data))
    assert len(records(read_tables(data), CLUSTER_RANKS, 2023)) == 100
    report = check(data)
    assert report.sound
    assert {each.edition for each in report.holdings if each.complete} == {2022, 2023}


def test_what_the_workbook_does_not_state_is_dropped_by_name(data: Path, shipped: Tables, tmp_path: Path) -> None:
    def held(rows: list[Record]) -> None:
        row = next(row for row in rows if row["edition"] == "2023" and row["cluster_id"] == "cambridge")
        row["population"] = "470564"

    rewrite(data, CLUSTER_RANKS, held)
    book = cluster_book(shipped, title="Title: Top 100 S&T clusters, 2023")
    book.intensity[4][3] = "People"
    made = plan(data, book.save(tmp_path / "book.xlsx"), 2023)
    rows = {row.key[1]: row for row in made.differences if row.table == "cluster_ranks"}
    dropped = {
        key: [cell.column for cell in row.cells if cell.change is CellChange.DROPPED] for key, row in rows.items()
    }
    assert dropped["cambridge"] == ["population"]
    assert dropped["london"] == []
    assert [row.key[1] for row in made.losses] == ["cambridge"]


def test_an_official_figure_that_differs_from_an_official_one_contradicts(
    data: Path, book: ClusterBook, tmp_path: Path
) -> None:
    book.row("London")[5] += 0.001
    made = plan(data, book.save(tmp_path / "book.xlsx"))
    assert made.count(RowChange.CONTRADICTING) == 1
    row = next(row for row in made.differences if row.change is RowChange.CONTRADICTING)
    assert (row.label, [cell.column for cell in row.cells]) == ("London", ["pct_share"])


def test_a_cluster_that_left_is_removed_and_one_that_came_is_new(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    row = book.row("Basel")
    for grid in (book.clusters, book.intensity):
        each = next(line for line in grid[5:] if line[1] == "Basel")
        each[1], each[2] = "Aarhus", "DK"
    made = plan(data, book.save(tmp_path / "book.xlsx"))
    assert row[1] == "Aarhus"
    assert made.new_clusters == {"aarhus": "Aarhus"}
    assert {difference.label for difference in made.differences if difference.change is RowChange.REMOVED} == {"Basel"}
    apply(made, Target(data))
    assert check(data).sound
    assert "aarhus" in {row[0] for row in read_tables(data).rows(CLUSTERS)}


def test_the_american_cambridge_is_not_the_british_one(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    for grid in (book.clusters, book.intensity):
        each = next(line for line in grid[5:] if line[1] == "Basel")
        each[1], each[2] = "Cambridge, MA", "US"
    made = plan(data, book.save(tmp_path / "book.xlsx"))
    assert made.new_clusters == {"cambridge-us": "Cambridge"}


def test_a_name_given_for_a_known_cluster_keeps_its_id(data: Path, shipped: Tables, tmp_path: Path) -> None:
    book = cluster_book(shipped, title="Title: Top 100 S&T clusters, 2026")
    for grid in (book.clusters, book.intensity):
        next(line for line in grid[5:] if line[1] == "Basel")[1] = "Upper Rhine"
    path = book.save(tmp_path / "book.xlsx")
    assert plan(data, path, 2026).new_clusters == {"upper-rhine": "Upper Rhine"}
    made = plan(data, path, 2026, **{"Upper Rhine": "basel"})
    assert made.new_clusters == {}
    apply(made, Target(data))
    tables = read_tables(data)
    assert {row[0]: row[1] for row in tables.rows(CLUSTERS)}["basel"] == "Upper Rhine"
    assert "basel" in {row["cluster_id"] for row in records(tables, CLUSTER_RANKS, 2026)}


VC_HEADERS = [
    "Share of total VC deals (%)",
    "Share total venture capital deals (%)",
    "Venture capital share",
    "VC share",
    "VC deals, % of world totala",
    "Venture-capital deals (per cent of total)",
    "share_vc",
]


def venture_capital_book(shipped: Tables, header: str) -> ClusterBook:
    book = cluster_book(shipped, title="Title: Top 100 innovation clusters, 2026")
    book.clusters[4][7:7] = ["VC deals", header]
    for row in book.clusters[5:]:
        row[7:7] = [321, 100 / (row[0] + 100)]
        row[9] = round(row[5] + row[6] + row[8], 1)
    return book


@pytest.mark.parametrize("header", VC_HEADERS)
def test_venture_capital_is_accepted_under_many_names(shipped: Tables, tmp_path: Path, header: str) -> None:
    incoming = read_file(venture_capital_book(shipped, header).save(tmp_path / "book.xlsx"), 2026, shipped, {})
    assert incoming.measures == ("pct", "pub", "vc")
    assert incoming.rows[0].cells["vc_share"] == "0.9901"


def test_an_edition_with_venture_capital(data: Path, shipped: Tables, tmp_path: Path) -> None:
    book = venture_capital_book(shipped, "Share of total VC deals (%)")
    apply(plan(data, book.save(tmp_path / "book.xlsx"), 2026), Target(data))
    tables = read_tables(data)
    assert all(row["vc_share"] for row in records(tables, CLUSTER_RANKS, 2026))
    edition = records(tables, EDITIONS, 2026)[0]
    assert (edition["measures"], edition["method_break"], edition["evidence"]) == ("pct;pub;vc", "false", "official")
    source = next(row for row in tables.rows(SOURCES) if row[0] == "wipo_xlsx_2026_clusters")
    assert source[1] == "WIPO GII 2026 cluster workbook (Top 100 innovation clusters, 2026)"
    assert str(tmp_path) not in source[2]
    assert check(data).sound


def test_venture_capital_before_2025_is_an_error(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    book.clusters[4].append("Venture capital share (%)")
    error = refused(data, book, tmp_path)
    assert isinstance(error, EditionMismatch)
    assert 'sheet "cluster ranks", row 5, column K "Venture capital share (%)"' in str(error)


def test_a_change_of_measures_is_a_break_of_method(data: Path, shipped: Tables, tmp_path: Path) -> None:
    book = cluster_book(shipped, title="Title: Top 100 S&T clusters, 2026")
    apply(plan(data, book.save(tmp_path / "book.xlsx"), 2026), Target(data))
    edition = records(read_tables(data), EDITIONS, 2026)[0]
    assert edition["method_break"] == "true"
    assert edition["change"].startswith("Measured by PCT applications and scientific publications; the edition 2025 by")


def test_published_totals_give_way_to_official_figures(data: Path, shipped: Tables, tmp_path: Path) -> None:
    book = cluster_book(shipped, title="Title: Top 100 S&T clusters, 2023")
    made = plan(data, book.save(tmp_path / "book.xlsx"), 2023)
    apply(made, Target(data))
    held = {row["ref"]: row for row in records(read_tables(data), STATEMENTS, 2023)}
    assert (held["DE"]["value"], held["DE"]["evidence"], held["DE"]["sources"]) == (
        "10",
        "official",
        "wipo_xlsx_2023_clusters",
    )
    assert held["US"]["evidence"] == "double"
    assert check(data).sound


def cell(name: str, column: int, value: Any) -> Callable[[ClusterBook], None]:
    def change(book: ClusterBook) -> None:
        book.row(name)[column] = value

    return change


def header(column: int, value: Any) -> Callable[[ClusterBook], None]:
    def change(book: ClusterBook) -> None:
        book.clusters[4][column] = value

    return change


# London is in row 24, rank 19; the header is in row 5.
BROKEN = [
    ("two rank 7s", cell("London", 0, 7), CellInvalid, 24, 'A "Cluster rank"', "rank 7 stands in row 12 too"),
    (
        "text in a rank cell",
        cell("London", 0, "nineteen"),
        CellInvalid,
        24,
        'A "Cluster rank"',
        '"nineteen" is not a number',
    ),
    ("missing rank", cell("London", 0, None), CellInvalid, 24, 'A "Cluster rank"', "the rank is missing"),
    ("negative rank", cell("London", 0, -19), CellInvalid, 24, 'A "Cluster rank"', "rank -19 is not within 1 to 100"),
    ("rank 101", cell("London", 0, 101), CellInvalid, 24, 'A "Cluster rank"', "rank 101 is not within 1 to 100"),
    ("half a rank", cell("London", 0, 19.5), CellInvalid, 24, 'A "Cluster rank"', '"19.5" is not a whole number'),
    ("rank as truth", cell("London", 0, True), CellInvalid, 24, 'A "Cluster rank"', '"True" is not a number'),
    (
        "share of 103",
        cell("London", 5, 103),
        CellInvalid,
        24,
        'F "Share total PCT filings (%)"',
        "103 is not within 0 to 100",
    ),
    (
        "negative share",
        cell("London", 6, -0.1),
        CellInvalid,
        24,
        'G "Share of total publications (%)"',
        "-0.1 is not within 0 to 100",
    ),
    ("text as share", cell("London", 6, "n/a"), CellInvalid, 24, 'G "Share of total publications (%)"', "not a number"),
    ("negative count", cell("London", 3, -1), CellInvalid, 24, 'D "PCT applications"', "-1 is not within 0 to"),
    ("unknown economy", cell("London", 2, "UK"), CellInvalid, 24, 'C "Economy"', '"UK" is not the code of an economy'),
    ("no economy", cell("London", 2, None), CellInvalid, 24, 'C "Economy"', "the cell is empty"),
    ("no name", cell("London", 1, None), CellInvalid, 24, 'B "Cluster name"', "the cell is empty"),
    ("number as name", cell("London", 1, 7), CellInvalid, 24, 'B "Cluster name"', '"7" is not a text'),
    ("cluster twice", cell("Lyon", 1, "Paris"), CellInvalid, 86, 'B "Cluster name"', "the same cluster as in row 15"),
    ("formula", cell("London", 5, "=1+1"), FormulaFound, 24, "F", "is a formula"),
    ("no column of ranks", header(0, "Position"), LayoutUnknown, 5, None, "no column for: rank"),
    ("no column of shares", header(5, "PCT"), LayoutUnknown, 5, None, "no column for: pct_share"),
    ("column twice", header(7, "Share of publications (%)"), LayoutUnknown, 5, "H", "columns G and H both look like"),
]


@pytest.mark.parametrize(
    ("change", "kind", "row", "column", "words"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_bad_cells_are_named(
    data: Path, book: ClusterBook, tmp_path: Path, change, kind: type, row: int, column: str | None, words: str
) -> None:
    change(book)
    error = refused(data, book, tmp_path)
    assert type(error) is kind
    problem = error.problems[0]
    assert (problem.sheet, problem.row, problem.column) == ("cluster ranks", row, column)
    assert words in problem.message


def test_all_bad_cells_are_listed(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    book.row("London")[5] = 103
    book.row("Paris")[2] = "ZZ"
    book.intensity[10][3] = "many"
    assert [(problem.sheet, problem.row) for problem in refused(data, book, tmp_path).problems] == [
        ("cluster ranks", 15),
        ("cluster ranks", 24),
        ("intensity ranks", 11),
    ]


def test_a_row_that_is_missing_leaves_a_rank_missing(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    del book.clusters[20]
    error = refused(data, book, tmp_path)
    assert "1 of 100 ranks are missing: 16" in str(error)


def test_the_sheet_of_intensity_is_needed(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    book.names[1] = "something else"
    error = refused(data, book, tmp_path)
    assert isinstance(error, LayoutUnknown)
    assert 'no sheet "intensity ranks" beside "cluster ranks"; its sheets are "cluster ranks", "someth' in str(error)


def test_clusters_were_not_ranked_by_intensity_before_2020(data: Path, shipped: Tables, tmp_path: Path) -> None:
    book = cluster_book(shipped, title="Title: Top 100 clusters, 2019")
    book.names[1] = "something else"
    assert plan(data, book.save(tmp_path / "book.xlsx"), 2019).count(RowChange.UNCHANGED) == 0


def test_a_row_of_intensity_that_is_missing(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    del book.intensity[10]
    [problem] = refused(data, book, tmp_path).problems
    assert str(problem) == (
        'book.xlsx, sheet "intensity ranks", row 5, column A "Intensity rank": 1 of 100 ranks are missing: 6'
    )


@pytest.mark.parametrize(
    ("sheet", "column", "place"),
    [
        ("cluster ranks", 3, 'D "PCT applications"'),
        ("cluster ranks", 4, 'E "Scientific publications"'),
        ("cluster ranks", 5, 'F "Share total PCT filings (%)"'),
        ("cluster ranks", 6, 'G "Share of total publications (%)"'),
        ("cluster ranks", 7, 'H "Total"'),
        ("intensity ranks", 3, 'D "Estimated cluster population"'),
    ],
)
@pytest.mark.parametrize("empty", [None, "  "])
def test_an_empty_cell_is_no_official_figure(
    data: Path, book: ClusterBook, tmp_path: Path, sheet: str, column: int, place: str, empty: str | None
) -> None:
    grid = book.clusters if sheet == "cluster ranks" else book.intensity
    grid[23][column] = empty
    [problem] = refused(data, book, tmp_path).problems
    assert str(problem) == f'book.xlsx, sheet "{sheet}", row 24, column {place}: the cell is empty; a number is needed'


def test_a_column_the_sheet_does_not_have_is_a_loss(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    book.clusters[4][3] = "Applications"
    assert len(plan(data, book.save(tmp_path / "book.xlsx")).losses) == 100


@pytest.mark.parametrize(
    "note",
    [
        ["Source: x"],
        ["Source:", "WIPO"],
        [None, "Source: x"],
        ["Total", None, None, 1e6, 2e6, 60.0, 40.0, 100.0],
    ],
)
@pytest.mark.parametrize("sheet", ["cluster ranks", "intensity ranks"])
def test_what_stands_below_a_table_is_one_error(
    data: Path, book: ClusterBook, tmp_path: Path, sheet: str, note: list[Any]
) -> None:
    (book.clusters if sheet == "cluster ranks" else book.intensity).append(note)
    [problem] = refused(data, book, tmp_path).problems
    assert str(problem) == f'book.xlsx, sheet "{sheet}", row 106: the row is not part of the table; remove it'


def test_a_total_is_the_sum_of_the_shares(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    book.row("London")[7] = 55
    book.row("Paris")[7] = round(book.row("Paris")[5] + book.row("Paris")[6], 1) + 0.1
    found = [str(problem) for problem in refused(data, book, tmp_path).problems]
    assert found == [
        'book.xlsx, sheet "cluster ranks", row 15, column H "Total": 2.2 is not the sum of the shares in this row,'
        " 1.2325 + 0.8857 = 2.1182",
        'book.xlsx, sheet "cluster ranks", row 24, column H "Total": 55 is not the sum of the shares in this row,'
        " 0.43 + 0.8027 = 1.2327",
    ]


def test_totals_allow_for_rounding_and_no_more(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    for row in book.clusters[5:]:
        row[7] = row[5] + row[6] + (0.049 if row[0] % 2 else -0.049)
    assert plan(data, book.save(tmp_path / "book.xlsx")).changes_nothing
    book.row("London")[7] += 0.003
    assert [problem.row for problem in refused(data, book, tmp_path).problems] == [24]


def test_that_a_total_holds_venture_capital_is_an_inference(data: Path, shipped: Tables, tmp_path: Path) -> None:
    """One total that differs is an error; where most differ, the total is something else, which is worth a look."""
    book = venture_capital_book(shipped, "VC share")
    book.row("London")[9] = 55
    [problem] = refused(data, book, tmp_path, 2026).problems
    assert (problem.row, problem.column) == (24, 'J "Total"')
    for row in book.clusters[5:]:
        row[9] = row[5] + row[6]
    remarks = plan(data, book.save(tmp_path / "book.xlsx"), 2026).remarks
    assert [(remark.row, remark.column) for remark in remarks] == [(6, 'J "Total"')]
    assert "nor are 99 other totals" in remarks[0].message


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda row: row.__setitem__(0, 6), "intensity rank 6 stands in row 11 too"),
        (lambda row: row.__setitem__(1, "Atlantis"), "is not on the sheet"),
        (lambda row: row.__setitem__(3, 0), "0 is not within 1 to"),
    ],
)
def test_bad_cells_on_the_sheet_of_intensity(data: Path, book: ClusterBook, tmp_path: Path, change, words: str) -> None:
    change(book.intensity[11])
    problems = refused(data, book, tmp_path).problems
    assert any(problem.sheet == "intensity ranks" and words in problem.message for problem in problems)


def test_another_sheet_is_named_with_those_there_are(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    book.names = ["geocoding results", "notes"]
    error = refused(data, book, tmp_path)
    assert isinstance(error, LayoutUnknown)
    assert 'its sheets are "geocoding results", "notes"' in str(error)


def test_a_sheet_without_a_header(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    del book.clusters[4]
    error = refused(data, book, tmp_path)
    assert isinstance(error, LayoutUnknown)
    assert "no header row" in str(error)


def test_the_title_and_the_name_of_the_file_must_not_say_another_edition(
    data: Path, book: ClusterBook, tmp_path: Path
) -> None:
    error = refused(data, book, tmp_path, 2023)
    assert isinstance(error, EditionMismatch)
    assert 'sheet "cluster ranks", row 1' in str(error)
    path = book.save(tmp_path / "wipo-pub-2000-2024-tech2.xlsx")
    with pytest.raises(EditionMismatch, match="the name of the file says 2024"):
        plan(data, path, 2022)


def test_headers_are_found_whatever_their_spacing_case_and_footnotes(
    data: Path, book: ClusterBook, tmp_path: Path
) -> None:
    book.clusters[4][:7] = [
        " CLUSTER  RANKb",
        "Cluster Name a",
        "Economyc",
        "PCT applicationsa",
        "scientific publications b",
        "SHARE TOTAL PCT FILINGS (%)a",
        "Share of total\npublications (%)",
    ]
    book.clusters.append(["a. A note that stands below the table, as long notes do."])
    book.names = ["Cluster Ranks ", "INTENSITY ranks"]
    assert plan(data, book.save(tmp_path / "book.xlsx")).changes_nothing


def test_names_are_found_with_hyphens_and_without_accents(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    for grid in (book.clusters, book.intensity):
        for row in grid[5:]:
            row[1] = row[1].replace("–", "-").replace("ü", "u").replace("ö", "o").replace("\x92", "'")
    assert plan(data, book.save(tmp_path / "book.xlsx")).changes_nothing


def test_a_result_that_breaks_a_rule_is_refused(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    london, paris = book.row("London"), book.row("Paris")
    london[5:8], paris[5:8] = paris[5:8], london[5:8]
    error = refused(data, book, tmp_path)
    assert isinstance(error, ResultUnsound)
    where = 'book.xlsx, sheet "cluster ranks", row 16, column A "Cluster rank"'
    assert f"{where}: rank 11 of 2022 has the total share 1.979, more than rank 10" in str(error)


def test_problems_that_were_there_before_do_not_stop_an_import(data: Path, book: ClusterBook, tmp_path: Path) -> None:
    rewrite(data, CLUSTERS, lambda rows: rows[0].update(successors="nowhere"))
    drop_edition(data, CLUSTER_RANKS, 2022)
    assert plan(data, book.save(tmp_path / "book.xlsx")).count(RowChange.ADDED) == 100
