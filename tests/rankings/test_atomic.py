"""Whatever stops an import, the tables on disk are whole, sound, and ready for the import to be repeated."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.rankings.checking import check
from bot.rankings.importing import ImportPlan, Target, apply, plan_import
from bot.rankings.layout import CLUSTER_RANKS, LAYOUTS
from bot.rankings.problems import NotWritable, TablesMoved
from bot.rankings.tables import as_csv, read_rows, read_tables

from .support import cluster_book, rewrite, snapshot

if TYPE_CHECKING:
    from bot.rankings.tables import Tables


@pytest.fixture
def book(shipped: Tables, tmp_path: Path) -> Path:
    """A workbook that changes sources, clusters, editions and ranks."""
    made = cluster_book(shipped, title="Title: Top 100 S&T clusters, 2026")
    for grid in (made.clusters, made.intensity):
        next(row for row in grid[5:] if row[1] == "Basel")[1:3] = ["Aarhus", "DK"]
    return made.save(tmp_path / "book.xlsx")


@pytest.fixture(params=["checkout", "overlay"])
def target(request: pytest.FixtureRequest, data: Path, tmp_path: Path) -> Target:
    return Target(data) if request.param == "checkout" else Target(data, tmp_path / "overlay")


def made(book: Path, target: Target) -> ImportPlan:
    return plan_import(book, 2026, read_tables(target.directory, target.overlay), target.directory)


def test_files_are_written_in_the_order_of_reference(book: Path, target: Target) -> None:
    written = [path.name for path in apply(made(book, target), target)]
    assert written == ["sources.csv", "clusters.csv", "editions.csv", "cluster_ranks.csv"]
    assert sorted(path.name for path in target.written.glob("*.tmp")) == []


FULL = OSError(28, "No space left on device")


@pytest.mark.parametrize(("moves", "error"), [(0, FULL), (1, KeyboardInterrupt()), (2, FULL), (3, KeyboardInterrupt())])
def test_an_interruption_between_files(
    book: Path, target: Target, monkeypatch: pytest.MonkeyPatch, moves: int, error: BaseException
) -> None:
    plan = made(book, target)
    done: list[Path] = []
    replace = Path.replace

    def interrupted(self: Path, place: Path) -> Path:
        if len(done) == moves:
            raise error
        done.append(place)
        return replace(self, place)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", interrupted)
        with pytest.raises((KeyboardInterrupt, NotWritable)):
            apply(plan, target)
    assert check(target.directory, target.overlay).problems == ()
    assert not list(target.written.glob(".*"))
    after_all = made(book, target)
    apply(after_all, target)
    assert read_tables(target.directory, target.overlay).version == plan.after.version


def test_an_interruption_while_writing_beside(book: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, before = made(book, Target(data)), snapshot(data)
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        apply(plan, Target(data))
    assert snapshot(data) == before


KILLED = """
import os, sys
from pathlib import Path
from bot.rankings.importing import Target, apply, plan_import
from bot.rankings.tables import read_tables

book, data = Path(sys.argv[1]), Path(sys.argv[2])
plan = plan_import(book, 2026, read_tables(data), data)
replace, moves = Path.replace, []
def killed(self, place):
    if len(moves) == 2:
        os._exit(9)
    moves.append(place)
    return replace(self, place)
Path.replace = killed
apply(plan, Target(data))
"""


def test_a_killed_import_leaves_sound_tables_and_the_next_one_tidies_up(book: Path, data: Path) -> None:
    root = Path(__file__).parents[2]
    result = subprocess.run([sys.executable, "-c", KILLED, str(book), str(data)], cwd=root, check=False)
    assert result.returncode == 9
    assert len(list(data.glob(".clusterbot-import-*"))) == 2
    assert check(data).problems == ()
    apply(made(book, Target(data)), Target(data))
    assert not list(data.glob(".*"))
    assert check(data).sound


def test_tables_that_changed_meanwhile_are_left_alone(book: Path, data: Path) -> None:
    plan = made(book, Target(data))
    rewrite(data, CLUSTER_RANKS, lambda rows: rows[0].update(note="changed by hand"))
    before = snapshot(data)
    with pytest.raises(TablesMoved, match="import again"):
        apply(plan, Target(data))
    assert snapshot(data) == before


def test_an_overlay_holds_only_what_differs(book: Path, data: Path, tmp_path: Path) -> None:
    target, before = Target(data, tmp_path / "new" / "overlay"), snapshot(data)
    apply(made(book, target), target)
    assert snapshot(data) == before
    overlay = target.written
    held = {
        name: read_rows(overlay / layout.file, layout)
        for name, layout in LAYOUTS.items()
        if (overlay / layout.file).exists()
    }
    assert {name: len(rows) for name, rows in held.items()} == {
        "sources": 1,
        "clusters": 2,  # Aarhus is new, and Brussels–Antwerp now goes by the name of Brussels
        "editions": 1,
        "cluster_ranks": 100,
    }
    assert check(data, overlay).problems == ()


def test_an_overlay_keeps_what_it_held(book: Path, data: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    row = next(row for row in read_tables(data).rows(CLUSTER_RANKS) if row[0] == "2021")
    (overlay / CLUSTER_RANKS.file).write_bytes(as_csv(CLUSTER_RANKS, [row]))
    apply(made(book, Target(data, overlay)), Target(data, overlay))
    held = read_rows(overlay / CLUSTER_RANKS.file, CLUSTER_RANKS)
    assert [each for each in held if each[0] == "2021"] == [row]
    assert len(held) == 101


def test_a_place_that_cannot_be_written(book: Path, data: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    target = Target(data, blocked / "overlay")
    with pytest.raises(NotWritable, match="cannot be written"):
        apply(made(book, target), target)
