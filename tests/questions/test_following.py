"""Follow-ups change one thing in the question before, and nothing else is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.replies.composing.reading import reading

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.mark.parametrize(
    ("before", "then", "read"),
    [
        ("rank London", "and in 2022?", "rank · London · 2022"),
        ("rank London", "what about Paris?", "rank · Paris · 2025"),
        ("rank London", "by patents?", "measure · London · patents · 2023"),
        ("rank London 2022", "and paris", "rank · Paris · 2022"),
        ("top 5 Germany", "and france?", "top · 5 · France · size · 2025"),
        ("top 5 Germany", "by patents in 2022", "top · 5 · Germany · patents · 2022"),
        ("compare London vs Paris", "and in 2022?", "compare · London, Paris · size · 2022"),
        ("compare London vs Paris", "what about Berlin", "compare · London, Paris, Berlin · size · 2025"),
        ("compare London vs Paris", "by patents?", "compare · London, Paris · patents · 2023"),
        ("economy Japan", "how about korea?", "economy · Republic of Korea · 2025"),
        ("economy Japan", "and in infrastructure?", "measure · Japan · infrastructure · 2025"),
        ("count Germany", "and china", "count · China · 2025"),
        ("history Munich", "what about berlin", "history · Berlin"),
    ],
)
def test_follow_ups(pipeline: Pipeline, before: str, then: str, read: str) -> None:
    last = pipeline.ask(before).query
    assert last is not None
    outcome = pipeline.ask(then, last)
    assert outcome.query is not None
    assert reading(outcome.query, pipeline.rankings, getattr(outcome.answer, "edition", None)) == read


@pytest.mark.parametrize(
    "before",
    ["chart history London", "history London vs Paris", "settle London is ahead of Paris"],
)
def test_a_question_without_an_edition_of_its_own_has_none_put_in(pipeline: Pipeline, before: str) -> None:
    last = pipeline.ask(before).query
    assert last is not None
    assert not hasattr(last, "edition")
    assert pipeline.ask("and in 2022?", last).pages


@pytest.mark.parametrize(
    "text", ["rank Paris", "top 5", "is munich in the top 20", "help", "who 7", "thanks", "and now what"]
)
def test_questions_of_their_own_are_no_follow_ups(pipeline: Pipeline, text: str) -> None:
    last = pipeline.ask("rank London 2022").query
    assert last is not None
    assert pipeline.ask(text, last).query == pipeline.ask(text).query


def test_a_follow_up_without_a_question_before_it_is_read_as_it_stands(pipeline: Pipeline) -> None:
    assert pipeline.ask("and in 2022?").query is None
