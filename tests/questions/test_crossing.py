"""Who came among the leading clusters, and who left them: what is read as that, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import queries
from bot.questions.failures import Failure
from bot.questions.refs import EconomyRef

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

READ = [
    ("which cities joined the top 10 this year", queries.Crossers(10, None, 2025)),
    ("who cracked the top 10 between 2023 and 2025", queries.Crossers(10, None, 2025, 2023)),
    ("newcomers to the cluster top 10 compared with 2024", queries.Crossers(10, since=2024)),
    ("new faces in the top 5", queries.Crossers(5)),
    ("which clusters made their way into the top 50", queries.Crossers(50)),
    ("who lost their top ten place in 2025", queries.Crossers(10, None, 2025, left=True)),
    ("which cities lost their place in the top 20", queries.Crossers(20, left=True)),
    ("who got bumped out of the top 20 in 2024", queries.Crossers(20, None, 2024, left=True)),
    ("clusters that slipped out of the top ten since 2024", queries.Crossers(10, since=2024, left=True)),
    ("which clusters are no longer in the top 10", queries.Crossers(10, left=True)),
    ("which clusters dropped off the list after 2022", queries.Crossers(100, since=2022, left=True)),
    ("clusters that were in the 2022 list but not in 2025", queries.Crossers(100, None, 2025, 2022, left=True)),
    ("clusters that are in the 2025 ranking but were not in 2024", queries.Crossers(100, None, 2025, 2024)),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_who_came_in_or_left_is_read(pipeline: Pipeline, text: str, expected: queries.Query) -> None:
    assert pipeline.reader.read(text).result == expected


def test_those_of_an_area_are_read(pipeline: Pipeline) -> None:
    found = pipeline.reader.read("which canadian cluster dropped out between 2022 and 2025").result
    assert isinstance(found, queries.Crossers)
    assert isinstance(found.area, EconomyRef)
    assert (found.area.code, found.edition, found.since, found.left) == ("CA", 2025, 2022, True)


@pytest.mark.parametrize(
    "text",
    [
        "which startups joined the top 10 this year",
        "which universities left the top 10",
        "who joined the european union since 2022",
        "which clusters left the top 10 of Germany",
        "which clusters joined the top 10 by patents",
        "which clusters will leave the top 10",
        "who did not leave the top 10",
        "clusters that were in the 2022 list but not in the top 10",
        "who left london between 2022 and 2025",
        "which clusters nearly left the top 10",
    ],
)
def test_what_asks_something_else_is_declined(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, Failure)


@pytest.mark.parametrize("query", [expected for _, expected in READ])
def test_words_are_known_for_each(pipeline: Pipeline, query: queries.Query) -> None:
    assert pipeline.reader.worded(query)
