"""Clauses that depend on a question: what they tell more of limits nothing, what they add to it declines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.failures import Failure
from bot.questions.free.understanding import read_free
from bot.questions.same import same

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "By how many places did Qingdao, which I had expected to rise, move since 2023?",
            "how did Qingdao move since 2023",
        ),
        ("In the 2017 edition, which was the first one, where was Stockholm?", "rank Stockholm 2017"),
        ("Please tell us where Ningde, which is known for its batteries, is placed.", "rank Ningde"),
        ("Where does Luxembourg, of which I expect little, stand on creative outputs?", "creative outputs Luxembourg"),
        ("Is Paris, which was tenth in 2022, still in the top 20?", "is Paris in the top 20"),
        ("Since nobody here believes me, please state the position of Paris.", "rank Paris"),
        ("Please compare Cologne with Hamburg, so that he finally stops talking.", "compare Cologne, Hamburg"),
        ("Who was runner-up in 2024, since the first place is beyond dispute?", "who 2 2024"),
        ("Which position is Shenzhen's, now that the method has changed?", "rank Shenzhen"),
        ("Where did New York stand last year, given that it has climbed since?", "rank New York 2024"),
        ("hangzhou in 2017?? i bet it was way way down", "rank Hangzhou 2017"),
        ("us rank on market sophistication, gotta be first", "market sophistication of the US"),
        ("biggest climber since 2022, gotta be someone in india", "biggest climber since 2022"),
    ],
)
def test_what_is_told_in_passing_is_left_out(pipeline: Pipeline, text: str, plain: str) -> None:
    read, expected = pipeline.reader.read(text), pipeline.reader.read(plain)
    assert not isinstance(read.result, Failure)
    assert not isinstance(expected.result, Failure)
    assert same(read.result, expected.result)
    assert read.inferred


@pytest.mark.parametrize(
    "text",
    [
        "where is Munich, since I only care about patents",
        "name the German clusters, which have a cathedral",
        "top 5 clusters (coastal city)",
        "who is first, because I only count football",
        "which cluster is first, since we speak of Germany",
        "Paris is ahead of London, though that is not true",
        "compare Paris and Lyon and Lille, which lead in patents",
    ],
)
def test_a_clause_that_adds_to_a_question_is_not_left_out(pipeline: Pipeline, text: str) -> None:
    assert isinstance(read_free(text, pipeline.rankings, pipeline.resolver).result, Failure)


def test_a_relative_clause_that_is_the_question_itself_is_asked(pipeline: Pipeline) -> None:
    asked = pipeline.reader.read("compare Paris and London, which is ahead in 2022").result
    plain = pipeline.reader.read("compare Paris and London in 2022").result
    assert not isinstance(asked, Failure)
    assert not isinstance(plain, Failure)
    assert same(asked, plain)
