"""Who is last, and who is inside: what gaps leave open is not answered, and what is outside is said to be outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.model import NoData, NthAnswer
from bot.answers.values import CaveatKind

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.mark.parametrize(
    "text", ["worst American cluster", "the lowest ranked UK cluster", "which French cluster is last"]
)
def test_the_last_of_an_area_is_not_told_while_another_may_be_behind_it(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.ask(text).answer, NoData)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("worst German cluster", "Hamburg"),
        ("who was last in 2024", "Macao–Zhuhai"),
        ("last cluster of 2022", "Lanzhou"),
    ],
)
def test_the_last_is_told_where_no_other_can_be_behind_it(pipeline: Pipeline, text: str, name: str) -> None:
    answer = pipeline.ask(text).answer
    assert isinstance(answer, NthAnswer)
    assert answer.certain
    assert answer.entry.cluster.name == name


def test_where_none_is_within_the_ranks_asked_for_the_reply_says_so(pipeline: Pipeline) -> None:
    lines = pipeline.ask("which low-income countries are in the top 100 of the GII").pages[0].lines
    assert lines[0] == "None in the top 100, GII 2025, low income"
    assert lines[1].startswith("The first is #104")


def test_no_change_of_the_clusters_method_is_told_of_economies(pipeline: Pipeline) -> None:
    claimed = pipeline.ask("did China overtake Germany in the GII").answer
    assert not any(caveat.kind is CaveatKind.METHOD_BREAK for caveat in claimed.caveats)  # type: ignore[union-attr]
