"""What is no readable workbook is refused before it can do harm."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.rankings.importing import plan_import
from bot.rankings.importing import workbook as module
from bot.rankings.importing.reading import read_file
from bot.rankings.problems import FileProtected, FileTooLarge, FileUnreadable, ImportRefused
from bot.rankings.tables import Tables, read_tables

from .support import cluster_book, save_workbook, snapshot

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def sound(shipped: Tables, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return cluster_book(shipped).save(tmp_path_factory.mktemp("sound") / "book.xlsx").read_bytes()


def refused(data: Path, path: Path, kind: type[ImportRefused]) -> str:
    before = snapshot(data)
    with pytest.raises(kind) as caught:
        plan_import(path, 2022, read_tables(data), data)
    assert type(caught.value) is kind
    assert caught.value.problems[0].file == path.name
    assert snapshot(data) == before
    return caught.value.problems[0].message


def test_no_file_a_directory_and_an_empty_file(data: Path, tmp_path: Path) -> None:
    assert refused(data, tmp_path / "absent.xlsx", FileUnreadable) == "no such file"
    directory = tmp_path / "folder.xlsx"
    directory.mkdir()
    assert refused(data, directory, FileUnreadable) == "is a directory; name a file"
    empty = tmp_path / "empty.xlsx"
    empty.touch()
    assert refused(data, empty, FileUnreadable) == "is empty"


@pytest.mark.parametrize("part", [0.02, 0.3, 0.7, 0.99])
def test_a_truncated_file(data: Path, tmp_path: Path, sound: bytes, part: float) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(sound[: int(len(sound) * part)])
    assert "cut off" in refused(data, path, FileUnreadable)


def test_a_password_or_the_old_format(data: Path, tmp_path: Path) -> None:
    for name in ("book.xlsx", "book.xls", "book.csv"):
        path = tmp_path / name
        path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
        assert "password" in refused(data, path, FileProtected)


def test_an_encrypted_archive(data: Path, tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "book.xlsx"
    content = bytearray(sound)
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    path.write_bytes(content)
    assert "password" in refused(data, path, FileProtected)


def test_a_text_and_another_archive_under_the_name_of_a_workbook(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_text("edition,rank\n2022,1\n")
    assert "is not an .xlsx workbook" in refused(data, path, FileUnreadable)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert "a ZIP archive but not" in refused(data, path, FileUnreadable)


def test_200_megabytes(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert refused(data, path, FileTooLarge) == "has 200 MB; at most 50 MB are accepted"


def test_an_archive_that_unpacks_to_far_more(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(30_000_000))
    assert path.stat().st_size < 100_000
    assert "unpacks to 30 MB" in refused(data, path, FileTooLarge)


def test_a_sheet_without_end(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 40)
    path = save_workbook(tmp_path / "book.xlsx", {"cluster ranks": [["x"]] * 41})
    assert refused(data, path, FileTooLarge) == "has more than 40 rows"


def test_a_damaged_part(data: Path, tmp_path: Path, sound: bytes) -> None:
    source, path = tmp_path / "sound.xlsx", tmp_path / "book.xlsx"
    source.write_bytes(sound)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part)[:400] if "sheet1" in part else old.read(part))
    assert "damaged or incomplete" in refused(data, path, FileUnreadable)


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=30),
    st.sampled_from(["=1+1", "#N/A", "7", "1e9", "TW*", "GB/", "CN/HK", "Paris", " ", "−3", "NaN", "٧"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.tuples(st.booleans(), st.integers(0, 104), st.integers(0, 7)), value=VALUES)
def test_any_cell_may_hold_anything(shipped: Tables, tmp_path: Path, where: tuple[bool, int, int], value) -> None:
    intensity, row, column = where
    book = cluster_book(shipped)
    cells = (book.intensity if intensity else book.clusters)[row]
    cells.extend([None] * (column + 1 - len(cells)))
    cells[column] = value
    path = book.save(tmp_path / "book.xlsx")
    try:
        read_file(path, 2022, shipped, {})
    except ImportRefused as error:
        assert all(problem.file == "book.xlsx" for problem in error.problems)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), garbage=st.binary(min_size=1, max_size=40))
def test_any_byte_may_be_wrong(data: Path, sound: bytes, tmp_path: Path, place: float, garbage: bytes) -> None:
    content = bytearray(sound)
    start = int(len(content) * place)
    content[start : start + len(garbage)] = garbage
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    before = snapshot(data)
    try:
        plan_import(path, 2022, read_tables(data), data)
    except ImportRefused as error:
        assert error.problems
    assert snapshot(data) == before
