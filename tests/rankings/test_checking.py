"""Each rule is broken by one change to the shipped tables, and names the place of that change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.rankings.checking import Report, check, check_tables, require_sound
from bot.rankings.layout import (
    CLUSTER_RANKS,
    CLUSTERS,
    ECONOMY_RANKS,
    EDITIONS,
    REGIONS,
    SOURCES,
    STATEMENTS,
    Layout,
)
from bot.rankings.problems import Problem, TablesUnsound
from bot.rankings.tables import as_csv, read_tables

from .support import Record, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable


def the(rows: list[Record], **cells: str) -> Record:
    return next(row for row in rows if cells.items() <= row.items())


def broken(data: Path, layout: Layout, change: Callable[[list[Record]], None]) -> Problem:
    """Return the one problem that a change makes."""
    rewrite(data, layout, change)
    report = check_tables(read_tables(data), data, [layout.name])
    assert len(report.problems) == 1, [str(problem) for problem in report.problems]
    problem = report.problems[0]
    assert Path(problem.file).name == layout.file
    assert not report.sound
    return problem


def test_the_shipped_tables_are_sound(data: Path) -> None:
    report = check(data)
    assert report.problems == ()
    assert report.remarks == ()
    require_sound(data)


CASES: list[tuple[str, Layout, dict[str, str], dict[str, str], str]] = [
    ("rank twice", CLUSTER_RANKS, {"edition": "2022", "rank": "90"}, {"rank": "89"}, "rank 89 of 2022 is already held"),
    ("rank 101", CLUSTER_RANKS, {"edition": "2022", "rank": "100"}, {"rank": "101"}, "101 is more than 100"),
    ("rank 0", CLUSTER_RANKS, {"edition": "2021", "rank": "18"}, {"rank": "0"}, "0 is less than 1"),
    ("text as rank", CLUSTER_RANKS, {"edition": "2021", "rank": "18"}, {"rank": "top"}, '"top" is not a whole number'),
    (
        "intensity rank twice",
        CLUSTER_RANKS,
        {"edition": "2022", "intensity_rank": "5"},
        {"intensity_rank": "6"},
        "intensity rank 6 of 2022 is already held",
    ),
    ("share of 103", CLUSTER_RANKS, {"edition": "2025", "rank": "2"}, {"vc_share": "103"}, "103 is more than 100"),
    ("negative share", CLUSTER_RANKS, {"edition": "2025", "rank": "2"}, {"vc_share": "-1"}, "-1 is less than 0"),
    ("NaN", CLUSTER_RANKS, {"edition": "2025", "rank": "2"}, {"pub_share": "NaN"}, '"NaN" is not a number'),
    ("infinity", CLUSTER_RANKS, {"edition": "2025", "rank": "2"}, {"pct_count": "INF"}, "is not a plain number"),
    ("exponent", CLUSTER_RANKS, {"edition": "2025", "rank": "2"}, {"pct_count": "1e3"}, "is not a plain number"),
    ("leading zero", CLUSTER_RANKS, {"edition": "2021", "rank": "18"}, {"rank": "018"}, "is not a plain number"),
    ("shares over 100", CLUSTER_RANKS, {"edition": "2025", "rank": "2"}, {"pub_share": "95.2"}, "add up to 104.1"),
    (
        "unmeasured share",
        CLUSTER_RANKS,
        {"edition": "2023", "rank": "1"},
        {"vc_share": "2.0"},
        "the edition 2023 did not measure this",
    ),
    ("unknown economy", CLUSTER_RANKS, {"edition": "2022", "rank": "1"}, {"economies": "JP;XX"}, '"XX" is not in'),
    ("economy twice", CLUSTER_RANKS, {"edition": "2022", "rank": "1"}, {"economies": "JP;JP"}, "the same thing twice"),
    ("no economy", CLUSTER_RANKS, {"edition": "2022", "rank": "1"}, {"economies": ""}, "a value is needed here"),
    ("unknown source", CLUSTER_RANKS, {"edition": "2022", "rank": "1"}, {"sources": "hearsay"}, '"hearsay" is not in'),
    ("no source", CLUSTER_RANKS, {"edition": "2022", "rank": "1"}, {"sources": ""}, "a value is needed here"),
    ("no evidence", CLUSTER_RANKS, {"edition": "2022", "rank": "1"}, {"evidence": ""}, "a value is needed here"),
    (
        "odd evidence",
        CLUSTER_RANKS,
        {"edition": "2022", "rank": "1"},
        {"evidence": "sure"},
        '"sure" is none of official',
    ),
    (
        "unknown edition",
        CLUSTER_RANKS,
        {"edition": "2021", "rank": "18"},
        {"edition": "2016"},
        '"2016" is not in editions',
    ),
    (
        "unknown cluster",
        CLUSTER_RANKS,
        {"edition": "2021", "rank": "18"},
        {"cluster_id": "nankin"},
        "is not in clusters",
    ),
    ("space", CLUSTER_RANKS, {"edition": "2021", "rank": "18"}, {"name": "Nanjing "}, "begins or ends with a space"),
    ("stray byte", CLUSTER_RANKS, {"edition": "2022", "rank": "22"}, {"name": "Xi\x92an"}, "holds a control character"),
    (
        "key twice",
        CLUSTER_RANKS,
        {"edition": "2020", "cluster_id": "mumbai"},
        {"cluster_id": "hefei"},
        "the same key as one before it",
    ),
    ("unknown successor", CLUSTERS, {"cluster_id": "basel"}, {"successors": "basilea"}, '"basilea" is not in'),
    ("member", REGIONS, {"region": "oceania"}, {"economies": "AU;NZ;ZZ"}, '"ZZ" is not in economies.csv'),
    ("odd measure", EDITIONS, {"edition": "2017"}, {"measures": "pct;papers"}, "does not have the form"),
    ("odd boolean", EDITIONS, {"edition": "2017"}, {"method_break": "maybe"}, '"maybe" is not true or false'),
    ("source without title", SOURCES, {"source": "m49"}, {"title": ""}, "a value is needed here"),
    (
        "economy score off",
        ECONOMY_RANKS,
        {"edition": "2025", "economy": "NE"},
        {"gii_score": "11.956"},
        "11.956 is not the mean of input, output, which is 11.9450",
    ),
    (
        "economy rank twice",
        ECONOMY_RANKS,
        {"edition": "2025", "gii_rank": "139"},
        {"gii_rank": "138"},
        "rank 138 of 2025 is already held",
    ),
    ("economy unknown", ECONOMY_RANKS, {"edition": "2025", "gii_rank": "139"}, {"economy": "XX"}, '"XX" is not in'),
    ("income group", ECONOMY_RANKS, {"edition": "2025", "gii_rank": "139"}, {"income_group": "low"}, "is none of HI"),
    ("statement economy", STATEMENTS, {"ref": "FR"}, {"ref": "FX"}, '"FX" is not in economies.csv'),
    ("statement cluster", STATEMENTS, {"ref": "oslo"}, {"ref": "christiania"}, "is not in clusters.csv"),
    ("statement top", STATEMENTS, {"about": "top", "ref": "2"}, {"ref": "101"}, "is not a number of leading clusters"),
    ("statement world", STATEMENTS, {"about": "world", "value": "33"}, {"ref": "CN"}, "refers to nothing"),
    ("statement value", STATEMENTS, {"ref": "FR"}, {"value": "two"}, '"two" is not a whole number'),
    ("statement share", STATEMENTS, {"about": "top", "ref": "2"}, {"value": "220"}, "is not a percentage"),
    (
        "published count",
        STATEMENTS,
        {"edition": "2025", "ref": "GB"},
        {"value": "3"},
        "3 clusters are stated, 4 are held",
    ),
]


@pytest.mark.parametrize(
    ("layout", "where", "change", "words"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_each_rule(data: Path, layout: Layout, where: Record, change: Record, words: str) -> None:
    found: list[int] = []

    def apply(rows: list[Record]) -> None:
        row = the(rows, **where)
        row.update(change)
        found.append(rows.index(row) + 2)

    problem = broken(data, layout, apply)
    assert words in problem.message
    assert problem.row == found[0]
    key_alone = "the same key" in words
    assert key_alone or problem.column in change


def test_scores_fall_with_the_rank(data: Path) -> None:
    def swap(rows: list[Record]) -> None:
        first, second = the(rows, edition="2025", market_rank="3"), the(rows, edition="2025", market_rank="4")
        first["market_rank"], second["market_rank"] = "4", "3"

    problem = broken(data, ECONOMY_RANKS, swap)
    assert "ranks 4 with" in problem.message
    assert problem.column == "market_score"


def test_totals_fall_with_the_rank(data: Path) -> None:
    def swap(rows: list[Record]) -> None:
        above, row = the(rows, edition="2022", rank="49"), the(rows, edition="2022", rank="50")
        for column in ("pct_share", "pub_share"):
            above[column], row[column] = row[column], above[column]

    problem = broken(data, CLUSTER_RANKS, swap)
    assert problem.message == "rank 50 of 2022 has the total share 0.6398, more than rank 49 (Chongqing, 0.6338)"
    assert problem.column == "rank"


def test_input_and_output_are_means_too(data: Path) -> None:
    def raise_both(rows: list[Record]) -> None:
        # So little that neither the order nor the mean of the index changes.
        last = the(rows, edition="2025", gii_rank="139")
        last["input_score"], last["output_score"] = "17.2066", "6.6833"

    rewrite(data, ECONOMY_RANKS, raise_both)
    columns = {problem.column for problem in check(data).problems if "mean" in problem.message}
    assert columns == {"input_score", "output_score"}


def test_rounding_is_no_rise(data: Path) -> None:
    """Two shares with one decimal each can hide 0.2; more than that cannot be rounding."""

    def close(rows: list[Record]) -> None:
        the(rows, edition="2023", rank="33")["pub_share"] = "0.6"

    rewrite(data, CLUSTER_RANKS, close)
    assert check(data).sound

    def apart(rows: list[Record]) -> None:
        the(rows, edition="2023", rank="33")["pub_share"] = "0.8"

    assert "rank 33 of 2023" in broken(data, CLUSTER_RANKS, apart).message


def test_the_order_by_three_shares_is_only_expected(data: Path) -> None:
    def rise(rows: list[Record]) -> None:
        the(rows, edition="2025", rank="2").update(pct_share="10.3", pub_share="9.0", vc_share="2.2")

    rewrite(data, CLUSTER_RANKS, rise)
    report = check(data)
    assert report.sound
    assert ["rank 2 of 2025" in remark.message for remark in report.remarks] == [True]


def test_a_problem_is_known_by_rule_edition_and_subject(data: Path) -> None:
    """However it is worded and wherever its row has moved to."""

    def twice(rows: list[Record]) -> None:
        the(rows, edition="2022", rank="90")["rank"] = "89"

    before = broken(data, CLUSTER_RANKS, twice)
    assert (before.rule, before.edition) == ("ranks_once", 2022)
    after = broken(data, CLUSTER_RANKS, lambda rows: rows.insert(0, rows.pop()))
    assert after.row != before.row
    assert after.identity == before.identity
    assert replace(before, message="in other words").identity == before.identity

    def elsewhere(rows: list[Record]) -> None:
        the(rows, edition="2022", cluster_id=before.subject[3])["rank"] = "88"

    rewrite(data, CLUSTER_RANKS, elsewhere)
    assert before.identity not in {problem.identity for problem in check(data).problems}


def test_a_problem_of_the_schema_has_its_edition_and_subject_too(data: Path) -> None:
    def wrong(rows: list[Record]) -> None:
        the(rows, edition="2021", rank="18")["rank"] = "101"

    problem = broken(data, CLUSTER_RANKS, wrong)
    assert (problem.rule, problem.edition) == ("schema", 2021)
    assert problem.subject[:3] == ("cluster_ranks", "2021", "nanjing")


def test_all_problems_are_listed(data: Path) -> None:
    def several(rows: list[Record]) -> None:
        rows[0]["rank"], rows[1]["evidence"], rows[2]["sources"] = "101", "sure", "hearsay"

    rewrite(data, CLUSTER_RANKS, several)
    assert [(problem.row, problem.column) for problem in check(data).problems] == [
        (2, "rank"),
        (3, "evidence"),
        (4, "sources"),
    ]


def test_an_unreadable_table_is_a_problem_too(data: Path) -> None:
    (data / CLUSTERS.file).unlink()
    report = check(data)
    assert [problem.file for problem in report.problems] == [str(data / CLUSTERS.file)]
    assert report.holdings == ()


def test_a_broken_overlay_is_named_and_refused(data: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    require_sound(data, overlay)
    require_sound(data, tmp_path / "nowhere")
    row = ("2024", "7", "osaka-kobe-kyoto", "Osaka–Kobe–Kyoto", "JP", *[""] * 7, "double", "nobody", "")
    (overlay / CLUSTER_RANKS.file).write_bytes(as_csv(CLUSTER_RANKS, [row]))
    with pytest.raises(TablesUnsound) as caught:
        require_sound(data, overlay)
    problem = caught.value.problems[0]
    assert (problem.file, problem.row, problem.column) == (str(overlay / CLUSTER_RANKS.file), 2, "sources")
    assert str(overlay / CLUSTER_RANKS.file) in str(caught.value)


def test_a_misspelt_file_of_an_overlay_is_named(data: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "cluster_rank.csv").write_text("edition\n2025\n")
    (overlay / "datapackage.json").write_text("{}")
    names = [Path(problem.file).name for problem in check(data, overlay).problems]
    assert names == ["cluster_rank.csv", "datapackage.json"]
    assert [problem.message for problem in check(data, data / "clusters.csv").problems] == ["is not a directory"]


def test_holdings_count_what_is_held(data: Path) -> None:
    report: Report = check(data)
    held = {each.edition: each for each in report.holdings}
    assert list(held) == list(range(2025, 2016, -1))
    assert [year for year, each in held.items() if each.complete] == [2022]
    assert (held[2022].ranks, held[2022].pct_shares, held[2022].intensity_ranks, held[2022].economies) == (
        100,
        100,
        100,
        132,
    )
    assert (held[2017].vc_shares, held[2017].economies, held[2017].statements) == (0, 0, 0)
