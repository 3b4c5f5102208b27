"""The shipped package as others would take it: valid, described in full, with a README that is up to date."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from frictionless import Package

from bot.rankings.checking import check
from bot.rankings.frames import frame
from bot.rankings.layout import CLUSTER_RANKS, LAYOUTS
from bot.rankings.model import Evidence
from bot.rankings.shipped import shipped_directory

if TYPE_CHECKING:
    from bot.rankings.holdings import Holdings
    from bot.rankings.tables import Tables

README = (shipped_directory() / "README.md").read_text(encoding="utf-8")
DESCRIPTOR = json.loads((shipped_directory() / "datapackage.json").read_text(encoding="utf-8"))


def test_frictionless_finds_the_package_valid() -> None:
    report = Package(str(shipped_directory() / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"])[:5] == []
    assert report.valid


def test_our_rules_find_nothing() -> None:
    report = check(shipped_directory())
    assert [str(problem) for problem in report.problems][:5] == []
    assert report.remarks == ()


def test_every_file_is_described_and_every_table_has_its_columns() -> None:
    resources = {resource["path"]: resource for resource in DESCRIPTOR["resources"]}
    assert set(resources) == {path.name for path in shipped_directory().glob("*.csv")}
    for layout in LAYOUTS.values():
        schema = resources[layout.file]["schema"]
        assert tuple(field["name"] for field in schema["fields"]) == layout.columns
        assert tuple(schema["primaryKey"]) == layout.key
        assert all("description" in field for field in schema["fields"])


def test_the_licence_and_whose_figures_they_are() -> None:
    assert [licence["name"] for licence in DESCRIPTOR["licenses"]] == ["CC-BY-4.0"]
    assert any("WIPO" in source["title"] for source in DESCRIPTOR["sources"])
    assert "Figures compiled from: World Intellectual Property Organization" in README


def figure(number: int) -> str:
    return str(number) if number else "–"


def expected(held: Holdings) -> str:
    ranks = "**all 100**" if held.complete else f"{held.ranks} of 100"
    figures = (
        held.unranked,
        held.pct_shares,
        held.pub_shares,
        held.vc_shares,
        held.intensity_ranks,
        held.economies,
        held.statements,
    )
    return f"| {held.edition} | {ranks} | {' | '.join(map(figure, figures))} |"


def test_the_readme_says_what_is_held_of_each_edition() -> None:
    table = README.partition("| ranks held |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| 20.*$", table, re.MULTILINE) == [
        expected(held) for held in check(shipped_directory()).holdings
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_readme_says_how_many_rows_there_are(shipped: Tables, name: str) -> None:
    assert f"| `{name}` | {len(shipped.rows(LAYOUTS[name]))} |" in README


def test_the_readme_explains_every_evidence_and_every_table() -> None:
    assert all(f"| `{evidence}` |" in README for evidence in Evidence)
    assert all(f"| `{resource['name']}` |" in README for resource in DESCRIPTOR["resources"])


def test_the_readme_counts_as_the_tables_do(shipped: Tables) -> None:
    ranks = frame(shipped, CLUSTER_RANKS)
    codes = [cell.split(";") for cell in ranks[ranks["edition"] == "2022"]["economies"]]
    assert sum("DE" in each for each in codes) == 10
    assert sum("FR" in each for each in codes) == 4
