from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.cli_data import data_app
from bot.rankings import shipped
from bot.rankings import shipped as shipped_module
from bot.rankings.layout import CLUSTER_RANKS
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, read_tables

from .support import cluster_book, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture(autouse=True)
def nowhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `.env` and no DATA_DIR of whoever runs the tests."""
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    monkeypatch.delenv("DATA_DIR", raising=False)


@pytest.fixture
def checkout(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy of the shipped tables stands in for those of a checkout."""
    monkeypatch.setattr(shipped_module, "shipped_directory", lambda: data)
    return data


@pytest.fixture
def book(shipped: Tables, tmp_path: Path) -> Path:
    made = cluster_book(shipped, title="Title: Top 100 S&T clusters, 2023")
    return made.save(tmp_path / "wipo-pub-2000-2023-tech2.xlsx")


def run(*arguments: object, answer: str | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(data_app, [str(each) for each in arguments], input=answer, env=env)


def test_check_prints_how_much_is_held_in_80_columns(checkout: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert next(line for line in lines if "2022" in line).split() == [
        "2022",
        "all",
        "100",
        "–",
        "100",
        "100",
        "–",
        "100",
        "132",
        "–",
    ]
    assert "\x1b" not in result.stdout
    assert lines[-1] == "No problems found."


def test_check_lists_problems_and_exits_with_1(checkout: Path) -> None:
    path = checkout / CLUSTER_RANKS.file
    content = path.read_bytes()
    line = content[: content.index(b"2022,19,")].count(b"\n") + 1
    path.write_bytes(content.replace(b"2022,19,", b"2022,18,"))
    result = run("check")
    assert result.exit_code == 1
    assert f"cluster_ranks.csv, row {line}, column rank: rank 18 of 2022 is already held by Seattle" in result.stdout
    assert "1 problem found." in result.stdout


def test_check_names_what_is_wrong_with_an_overlay(checkout: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "clusters.csv").write_text("cluster_id,name\nlondon,London\n")
    for result in (run("check", "--data-dir", overlay), run("check", env={"DATA_DIR": str(overlay)})):
        assert result.exit_code == 1
        assert "clusters.csv, row 1: the header must be: cluster_id,name,successors,note" in result.stdout


def test_check_reads_the_overlay_from_the_settings_of_the_bot(checkout: Path, tmp_path: Path) -> None:
    from pathlib import Path as Here

    (tmp_path / "clusters.csv").write_text("nothing\n")
    Here(".env").write_text(f"DATA_DIR={tmp_path}\n")
    assert run("check").exit_code == 1
    Here(".env").write_text("DATA_DIR=\nCOOLDOWN_SECONDS=soon\n")
    assert run("check").exit_code == 2


def test_import_shows_asks_and_writes(checkout: Path, book: Path) -> None:
    result = run("import", book, "--edition", 2023, answer="y\n")
    assert result.exit_code == 0, result.output
    assert "wipo-pub-2000-2023-tech2.xlsx: cluster workbook, edition 2023" in result.stdout
    assert "Write edition 2023 to" in result.stdout
    assert "Xi’an [double → official]: rank 19 → 22" in result.stdout
    assert "written: " in result.stdout
    rows = [row for row in read_tables(checkout).rows(CLUSTER_RANKS) if row[0] == "2023"]
    assert len(rows) == 100


@pytest.mark.parametrize("answer", ["n\n", "", "\n"])
def test_import_changes_nothing_without_a_yes(checkout: Path, book: Path, answer: str) -> None:
    before = snapshot(checkout)
    result = run("import", book, "--edition", 2023, answer=answer)
    assert result.exit_code == 1
    assert "Nothing was changed." in result.stderr
    assert snapshot(checkout) == before


def test_import_writes_to_the_overlay(checkout: Path, book: Path, tmp_path: Path) -> None:
    before, overlay = snapshot(checkout), tmp_path / "overlay"
    result = run("import", book, "--edition", 2023, "--yes", env={"DATA_DIR": str(overlay)})
    assert result.exit_code == 0, result.output
    assert snapshot(checkout) == before
    assert sorted(snapshot(overlay)) == ["cluster_ranks.csv", "sources.csv", "statements.csv"]
    again = run("import", book, "--edition", 2023, "--yes", env={"DATA_DIR": str(overlay)})
    assert "The tables already say so; nothing was changed." in again.stdout


@pytest.fixture
def lossy(checkout: Path, shipped: Tables, tmp_path: Path) -> Path:
    """A workbook of 2022 without the counts of applications that are held, and with another cluster for Basel."""
    made = cluster_book(shipped)
    made.clusters[4][3] = "Applications"
    for grid in (made.clusters, made.intensity):
        row = next(row for row in grid[5:] if row[1] == "Basel")
        row[1], row[2] = "Aarhus", "DK"
    return made.save(tmp_path / "book.xlsx")


@pytest.mark.parametrize(("flags", "answer"), [(["--yes"], None), ([], "y\n")])
def test_import_drops_nothing_unasked(checkout: Path, lossy: Path, flags: list[str], answer: str | None) -> None:
    before = snapshot(checkout)
    result = run("import", lossy, "--edition", 2022, *flags, answer=answer)
    assert result.exit_code == 1
    assert "Lanzhou: pct_count 200.0 dropped (not in the file)" in result.stdout
    assert "1 row removed and 99 rows without a figure held (listed above). Add --drop" in result.stderr
    assert "Nothing was changed." in result.stderr
    assert snapshot(checkout) == before


def test_import_drops_when_told_to_and_still_asks(checkout: Path, lossy: Path) -> None:
    before = snapshot(checkout)
    assert run("import", lossy, "--edition", 2022, "--drop", answer="n\n").exit_code == 1
    assert snapshot(checkout) == before
    assert run("import", lossy, "--edition", 2022, "--drop", "--yes").exit_code == 0
    rows = [row for row in read_tables(checkout).rows(CLUSTER_RANKS) if row[0] == "2022"]
    assert {row[CLUSTER_RANKS.position("pct_count")] for row in rows} == {""}


def test_import_refuses_and_says_where(checkout: Path, shipped: Tables, tmp_path: Path) -> None:
    broken = cluster_book(shipped)
    broken.row("London")[0] = 7
    before = snapshot(checkout)
    result = run("import", broken.save(tmp_path / "book.xlsx"), "--edition", 2022, "--yes")
    assert result.exit_code == 1
    assert (
        'book.xlsx, sheet "cluster ranks", row 24, column A "Cluster rank": rank 7 stands in row 12 too'
        in result.stderr
    )
    assert "Nothing was changed." in result.stderr
    assert snapshot(checkout) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "book.xlsx"),
        ("import", "book.xlsx", "--edition", "soon"),
        ("import", "book.xlsx", "--edition", "1999"),
        ("import", "book.xlsx", "--edition", "2022", "--same-as", "Munich"),
        ("import",),
        ("export",),
    ],
)
def test_usage_errors_exit_with_2(checkout: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_installed_package_is_not_written_to(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tmp_path / "_data"
    shutil.copytree(shipped_directory(), packed)
    monkeypatch.setattr(shipped, "_PACKED", packed)
    assert shipped_directory() == packed
    result = run("import", book, "--edition", 2023, "--yes")
    assert result.exit_code == 2
    assert "Set DATA_DIR" in result.stderr


def test_a_new_name_can_be_given_for_a_known_cluster(checkout: Path, shipped: Tables, tmp_path: Path) -> None:
    made = cluster_book(shipped)
    for grid in (made.clusters, made.intensity):
        next(row for row in grid[5:] if row[1] == "Basel")[1] = "Upper Rhine"
    path = made.save(tmp_path / "book.xlsx")
    result = run("import", path, "--edition", 2022, answer="n\n")
    assert (
        "new cluster upper-rhine: Upper Rhine (a known one under a new name? add --same-as 'Upper Rhine=its-id')"
        in result.stdout
    )
    result = run("import", path, "--edition", 2022, "--same-as", "Upper Rhine=basel", answer="n\n")
    assert "new cluster" not in result.stdout
    assert "Upper Rhine: name Basel → Upper Rhine" in result.stdout
