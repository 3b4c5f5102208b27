from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rankings.frames import frame
from bot.rankings.layout import CLUSTER_RANKS, CLUSTERS, ECONOMIES, LAYOUTS, SOURCES, STATEMENTS, Layout
from bot.rankings.problems import TableUnreadable
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, as_csv, read_rows, read_tables

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_shipped_files_are_canonical(layout: Layout) -> None:
    path = shipped_directory() / layout.file
    assert as_csv(layout, read_rows(path, layout)) == path.read_bytes()


def test_every_cell_is_text_and_namibia_is_not_missing(shipped: Tables) -> None:
    for layout in LAYOUTS.values():
        assert all(type(cell) is str for row in shipped.rows(layout) for cell in row)
        assert tuple(frame(shipped, layout).columns) == layout.columns
    assert "NA" in set(frame(shipped, ECONOMIES)["economy"])


def test_rows_know_the_line_they_begin_on(data: Path) -> None:
    path = data / SOURCES.file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.insert(1, '\nlong,"a title\nof two lines",somewhere\n')
    path.write_text("".join(lines), encoding="utf-8", newline="")
    tables = read_tables(data)
    origins = tables.origins["sources"]
    assert (tables.rows(SOURCES)[0][0], origins[0].line) == ("long", 3)
    assert origins[1].line == 5
    assert len(origins) == len(tables.rows(SOURCES))


def test_an_overlay_replaces_an_edition_and_single_rows(data: Path, tmp_path: Path, shipped: Tables) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    row = next(row for row in shipped.rows(CLUSTER_RANKS) if row[0] == "2024")
    (overlay / CLUSTER_RANKS.file).write_bytes(as_csv(CLUSTER_RANKS, [row]))
    extra = [("basel", "Basle", "", "renamed"), ("aarhus", "Aarhus", "", "")]
    (overlay / CLUSTERS.file).write_bytes(as_csv(CLUSTERS, extra))
    tables = read_tables(data, overlay)
    held = [each for each in tables.rows(CLUSTER_RANKS) if each[0] == "2024"]
    others = [each for each in tables.rows(CLUSTER_RANKS) if each[0] != "2024"]
    assert held == [row]
    assert others == [each for each in shipped.rows(CLUSTER_RANKS) if each[0] != "2024"]
    clusters = {cluster: name for cluster, name, *_ in tables.rows(CLUSTERS)}
    assert clusters["basel"] == "Basle"
    assert len(clusters) == len(shipped.rows(CLUSTERS)) + 1
    assert list(clusters) == sorted(clusters)
    place = next(
        origin
        for each, origin in zip(tables.rows(CLUSTERS), tables.origins["clusters"], strict=True)
        if each[0] == "basel"
    )
    assert place.path == overlay / CLUSTERS.file


def test_the_version_depends_on_content_alone(data: Path, tmp_path: Path, shipped: Tables) -> None:
    assert read_tables(data, tmp_path / "nowhere").version == shipped.version
    path = data / STATEMENTS.file
    content = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert read_tables(data).version == shipped.version
    path.write_bytes(content.replace(b",33,", b",34,"))
    assert read_tables(data).version != shipped.version


@pytest.mark.parametrize(
    ("damage", "words", "row"),
    [
        (lambda text: text.replace("cluster_id,", "id,", 1), "the header must be", 1),
        (lambda text: text.replace("ankara,Ankara,,", "ankara,Ankara,"), "has 3 cells", 3),
        (lambda text: text.replace("ankara,Ankara,,", "ankara,Ankara,,,x"), "has 5 cells", 3),
        (lambda text: text.replace("ankara,Ankara,,", 'ankara,"Ankara'), "not a CSV table", 3),
        (lambda text: "", "is empty", 1),
    ],
)
def test_a_damaged_file_is_named(data: Path, damage, words: str, row: int) -> None:
    path = data / CLUSTERS.file
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(TableUnreadable, match=words) as caught:
        read_tables(data)
    assert (caught.value.problems[0].file, caught.value.problems[0].row) == (str(path), row)


def test_a_missing_file_and_one_that_is_not_utf_8(data: Path) -> None:
    path = data / ECONOMIES.file
    path.write_bytes(path.read_bytes().replace("ü".encode(), b"\xfc"))
    with pytest.raises(TableUnreadable, match="not UTF-8"):
        read_tables(data)
    path.unlink()
    with pytest.raises(TableUnreadable, match="cannot be read"):
        read_tables(data)


# A CSV reader turns a lone carriage return into a line end, so such cells cannot come from a file.
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=12)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(CELLS.filter(bool), CELLS, CELLS), max_size=8))
def test_writing_and_reading_is_the_identity(rows: list[tuple[str, str, str]], tmp_path_factory) -> None:
    path = tmp_path_factory.mktemp("tables") / SOURCES.file
    path.write_bytes(as_csv(SOURCES, rows))
    assert read_rows(path, SOURCES) == rows
    assert as_csv(SOURCES, read_rows(path, SOURCES)) == path.read_bytes()
