"""The page of faults tells of those that there are, and of nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.faults import report
from benchmarks.faults.running import Outcome
from benchmarks.faults.scenarios import SCENARIOS

if TYPE_CHECKING:
    from pathlib import Path


def written(page: Path) -> dict[str, list[str]]:
    text = page.read_text("utf-8").partition(report.BEGIN)[2].partition(report.END)[0]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line]
    assert tuple(lines[0]) == report.HEADINGS
    return {name: cells for name, *cells in lines[2:]}


def test_the_page_has_every_fault_and_no_question_lost() -> None:
    rows = written(report.PAGE)
    assert [*rows] == [*SCENARIOS, "all"]
    for times, asked, once, unreached, lost, twice, *_ in rows.values():
        assert int(times.replace(",", "")) >= 20
        assert (lost, twice) == ("0", "0")
        assert int(once.replace(",", "")) + int(unreached.replace(",", "")) == int(asked.replace(",", ""))


def test_a_run_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    page = tmp_path / "faults.md"
    page.write_text(f"before\n{report.BEGIN}old\n{report.END}after\n", "utf-8")
    found = Outcome(asked=6, once=3, unreached=1, lost=1, twice=1, recovery=0.5)
    report.write({"one": [found, found], "none": []}, page)
    assert written(page) == {
        "one": ["2", "12", "6", "2", "2", "2", "0.50 s", "0.50 s"],
        "all": ["2", "12", "6", "2", "2", "2", "", ""],
    }
    assert page.read_text("utf-8").startswith("before\n")
    assert page.read_text("utf-8").endswith("after\n")
