"""How many economies have so many clusters: a number where that is decided, else those that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import CaveatKind
from bot.replies.plain import as_text

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


def _told(pipeline: Pipeline, text: str) -> tuple[str, set[tuple[str, object]], set[CaveatKind]]:
    outcome = pipeline.ask(text)
    answer = outcome.answer
    assert answer is not None
    told = {(value.measure, value.value) for value in answer.values}
    return as_text(outcome.pages[0]), told, {caveat.kind for caveat in answer.caveats}


def test_where_every_count_is_held_their_number_is_told(pipeline: Pipeline) -> None:
    edition = pipeline.rankings.editions[2022]
    counts = [len(rows) for rows in edition.by_economy.values()]
    for number in (1, 3, 4):
        text, told, caveats = _told(pipeline, f"how many countries have exactly {number} clusters in 2022")
        assert ("economy_count", counts.count(number)) in told
        assert text.splitlines()[0].endswith(f": {counts.count(number)}")
        assert not caveats


def test_where_some_counts_are_lower_bounds_others_may_have_as_many(pipeline: Pipeline) -> None:
    text, told, caveats = _told(pipeline, "which countries have 4 clusters")
    assert "economy_count" not in {measure for measure, _ in told}
    assert caveats == {CaveatKind.PARTIAL_TABLE}
    assert "Others may have as many" in text


def test_a_number_that_no_lower_bound_can_reach_is_decided(pipeline: Pipeline) -> None:
    text, told, caveats = _told(pipeline, "how many countries have more than 20 clusters")
    assert ("economy_count", 2) in told
    assert "Others" not in text
    assert not caveats


def test_economies_are_counted_within_the_first_ranks(pipeline: Pipeline) -> None:
    _, told, _ = _told(pipeline, "how many countries have 2 clusters in the top 10 of 2023")
    assert ("economy_count", 1) in told
    assert ("cluster_count", 2) in told
