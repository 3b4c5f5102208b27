"""Typed answers: in any script, with slips, and never guessed at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.community.quiz.judging import TYPED_LIMIT, Elsewhere, Miss, Named, NotKnown, Several, judge, miss
from tests.community.quiz.support import question

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.mark.parametrize(
    ("typed", "cluster"),
    [
        ("Munich", "munich"),
        ("MÜNCHEN", "munich"),
        ("Мюнхен", "munich"),
        ("東京", "tokyo-yokohama"),
        ("Yokohama", "tokyo-yokohama"),
        ("سيول", "seoul"),
    ],
)
def test_a_name_in_any_script_is_an_answer(pipeline: Pipeline, typed: str, cluster: str) -> None:
    found = judge(typed, pipeline.resolver)
    assert isinstance(found, Named)
    assert (found.cluster.id, found.read_as) == (cluster, "")


def test_a_slip_is_an_answer_and_says_how_it_was_read(pipeline: Pipeline) -> None:
    found = judge("Stockhlom", pipeline.resolver)
    assert isinstance(found, Named)
    assert (found.cluster.id, found.read_as) == ("stockholm", "")
    suburb = judge("Palo Altoo", pipeline.resolver)
    assert isinstance(suburb, Named)
    assert (suburb.cluster.id, suburb.read_as) == ("san-jose-san-francisco", "Palo Alto")


def test_a_place_in_no_cluster_is_no_answer(pipeline: Pipeline) -> None:
    far, near = judge("Santiago", pipeline.resolver), judge("Birmingham", pipeline.resolver)
    assert far == Elsewhere("Santiago")
    assert isinstance(near, Elsewhere)
    assert near.nearest is not None
    assert near.nearest.km < 200


def test_an_economy_is_no_answer(pipeline: Pipeline) -> None:
    assert not isinstance(judge("Germany", pipeline.resolver), Named)


@pytest.mark.parametrize("typed", ["", "   ", "xqzzt", "no idea", "x" * 5000, "\u202e@everyone", "7"])
def test_what_is_no_name_is_no_answer(pipeline: Pipeline, typed: str) -> None:
    assert not isinstance(judge(typed, pipeline.resolver), Named)


def test_a_name_of_several_is_asked_back(pipeline: Pipeline) -> None:
    found = judge("Richmond", pipeline.resolver)
    assert isinstance(found, Several)
    assert len(found.names) > 1
    assert isinstance(judge("Springfield", pipeline.resolver), Elsewhere), "no cluster is among them"


def test_the_start_of_a_name_gets_suggestions(pipeline: Pipeline) -> None:
    found = judge("Mannh", pipeline.resolver)
    assert isinstance(found, NotKnown)
    assert found.suggestions


def test_long_texts_are_not_looked_at(pipeline: Pipeline) -> None:
    assert judge("Munich " * TYPED_LIMIT, pipeline.resolver) == NotKnown()


def test_a_miss_says_how_far_off_it_is_only_where_that_is_known(pipeline: Pipeline) -> None:
    asked = question(typed=True)
    assert miss(asked, "boston-cambridge", pipeline.rankings) == Miss("boston-cambridge", 8, 1)
    newest = replace(asked, theme=replace(asked.theme, edition=2025))
    assert miss(newest, "moscow", pipeline.rankings) == Miss("moscow"), "sources disagree on its rank"
    assert miss(newest, "manchester", pipeline.rankings) == Miss("manchester"), "its rank is not in our sources"
    assert miss(asked, "manchester", pipeline.rankings) == Miss("manchester"), "it was not in the top 100"
    assert miss(asked, "atlantis", pipeline.rankings) == Miss("atlantis")
