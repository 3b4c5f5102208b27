"""What is drawn fits: nothing overlaps, nothing is cut off, nothing is too small, and every name has its letters."""

from __future__ import annotations

import io
import json
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text
from PIL import Image

from bot.replies.pictures.drawing.fonts import BOLD, REGULAR
from bot.replies.pictures.drawing.palette import GROUND
from bot.replies.pictures.drawing.png import draw
from bot.replies.pictures.drawing.spreading import spread
from bot.replies.pictures.model import HistoryPicture

from .support import drawn, overlaps, printed, shown

if TYPE_CHECKING:
    from matplotlib.lines import Line2D

    from bot.pipeline import Pipeline
    from bot.rankings.model import Rankings

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))
QUESTIONS = [json.loads(path.read_text("utf-8"))["question"] for path in GOLDEN]
LEADERS = ("Tokyo", "Shenzhen", "Beijing", "Seoul", "San Jose", "London", "Paris")
SEVEN = " + ".join(f"history {name}" for name in LEADERS)


@pytest.mark.parametrize("question", [*QUESTIONS, SEVEN, "map top 100 2022", "top 100 2023", "history Shenzhen"])
def test_no_text_overlaps_another_or_leaves_the_sheet(pipeline: Pipeline, question: str) -> None:
    sheet = drawn(shown(pipeline, question))
    texts = printed(sheet)
    wide, tall = sheet.figure.bbox.width, sheet.figure.bbox.height
    assert overlaps(texts) == []
    assert [text.text for text in texts if text.left < 8 or text.right > wide - 8] == []
    assert [text.text for text in texts if text.bottom < 8 or text.top > tall - 8] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_picture_says_its_title_its_source_and_every_note(pipeline: Pipeline, question: str) -> None:
    picture = shown(pipeline, question)
    words = " ".join(text.text for text in printed(drawn(picture))).replace("– ", "–")
    for line in (picture.title, picture.subtitle, *picture.legend, *picture.notes, picture.source):
        assert line in words


@pytest.mark.parametrize("question", QUESTIONS)
def test_type_is_large_enough_for_a_phone(pipeline: Pipeline, question: str) -> None:
    sheet = drawn(shown(pipeline, question))
    assert min(text.get_fontsize() for text in sheet.figure.findobj(Text) if text.get_text()) >= 13


def test_a_png_has_twice_the_pixels_and_few_bytes(pipeline: Pipeline) -> None:
    png = draw(shown(pipeline, "map top 25 2022"))
    image = Image.open(io.BytesIO(png))
    assert (image.format, image.width) == ("PNG", 1200)
    corner = image.convert("RGB").getpixel((20, image.height - 4))
    assert corner == pytest.approx(tuple(bytes.fromhex(GROUND[1:])), abs=2)  # a palette of few colours rounds
    assert len(png) < 150 * 1024
    assert draw(shown(pipeline, "map top 25 2022")) == png


def lines_of(picture: HistoryPicture) -> dict[str, Line2D]:
    lines = drawn(picture).figure.axes[0].get_lines()
    return {str(line.get_label()): line for line in lines if not str(line.get_label()).startswith("_")}


def test_a_line_breaks_where_an_edition_is_missing(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "history Munich")
    assert isinstance(picture, HistoryPicture)
    munich = lines_of(picture)["Munich"]
    ranks = dict(zip(munich.get_xdata(), munich.get_ydata(), strict=True))
    assert [edition for edition, rank in ranks.items() if isnan(rank)] == [2018, 2019, 2020, 2021]
    assert (ranks[2017], ranks[2022], ranks[2025]) == (20, 24, 27)


def test_rank_1_is_on_top_and_a_figure_with_one_source_is_hollow(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "history Munich")
    axes = drawn(picture).figure.axes[0]
    bottom, top = axes.get_ylim()
    assert top < 1 < 27 < bottom
    marks = [line for line in axes.get_lines() if line.get_marker() != "None"]
    full, hollow = marks
    assert list(full.get_xdata()) == [2022, 2023, 2025]
    assert list(hollow.get_xdata()) == [2017, 2024]
    assert hollow.get_markerfacecolor() == GROUND != full.get_markerfacecolor()


def test_seven_lines_have_seven_colours_and_seven_markers(pipeline: Pipeline) -> None:
    picture = shown(pipeline, SEVEN)
    axes = drawn(picture).figure.axes[0]
    assert len({line.get_color() for line in axes.get_lines() if line.get_linestyle() == "-"}) == 7
    assert len({line.get_marker() for line in axes.get_lines() if line.get_marker() != "None"}) == 7


def test_the_typeface_has_every_letter_of_every_name(rankings: Rankings) -> None:
    names = [row.name for edition in rankings.editions.values() for row in edition.rows.values()]
    names += [cluster.name for cluster in rankings.clusters.values()]
    names += [name for economy in rankings.economies.values() for name in (economy.name, economy.short_name)]
    names += [region.name for region in rankings.regions.values()]
    names += [row.note for edition in rankings.editions.values() for row in edition.rows.values()]
    for file in (REGULAR, BOLD):
        face = FT2Font(str(file))
        assert {letter for letter in "".join((*names, "#‡…·’–“”°")) if not face.get_char_index(ord(letter))} == set()


def test_labels_move_no_farther_than_they_must() -> None:
    assert spread((50, 100), (20, 20), 0, 200) == (50, 100)
    assert spread((50, 52), (20, 20), 0, 200) == (41, 61)
    assert spread((52, 50), (20, 20), 0, 200) == (61, 41)
    assert spread((2, 3, 100), (20, 20, 20), 0, 200) == (10, 30, 100)
    assert spread((198, 199), (20, 20), 0, 200) == (170, 190)
