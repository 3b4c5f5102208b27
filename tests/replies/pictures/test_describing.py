"""A picture in words: whole, within Discord's limit, and without Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.replies.pictures.describing import DESCRIPTION_LIMIT, describe
from bot.replies.pictures.model import HistoryPicture, Row, TopPicture

from .support import shown

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


def test_the_figures_of_a_line_are_all_there(pipeline: Pipeline) -> None:
    words = describe(shown(pipeline, "history Munich"))
    assert "Munich: 2017 #20 (one source); 2022 #24; 2023 #22; 2024 #22 (one source); 2025 #27." in words
    assert "Not in our sources: 2018–2021." in words
    assert words.endswith("compiled by clusterbot (CC BY 4.0).")


def test_marks_are_not_explained_to_those_who_cannot_see_them(pipeline: Pipeline) -> None:
    assert "Hollow" not in describe(shown(pipeline, "history Munich"))


def test_a_long_list_is_cut_at_a_whole_line_and_counted(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "top 25 2022")
    assert isinstance(picture, TopPicture)
    rows = tuple(Row(f"A cluster with a very long name, number {n}", n, "", "", f"#{n}") for n in range(1, 26))
    words = describe(replace(picture, panel=replace(picture.panel, rows=rows)))
    assert len(words) <= DESCRIPTION_LIMIT
    said = re.findall(r"#(\d+) A cluster with a very long name, number (\d+)(?=[; ])", words)
    more = re.search(r" … and (\d+) more\.", words)
    assert more is not None
    assert all(position == number for position, number in said)
    assert len(said) + int(more.group(1)) == 25


def test_nothing_can_format_or_break_the_line(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "history Munich")
    assert isinstance(picture, HistoryPicture)
    odd = replace(picture, notes=("*bold* `code` @everyone",), series=(replace(picture.series[0], name="A\nB"),))
    assert not set(describe(odd)) & set("*`@\n")
