"""What a question names is in its query, or the question is not read: numbers, years, areas, who is left out."""

from __future__ import annotations

import pytest

from bot.pipeline import open_pipeline
from bot.questions import queries
from bot.questions.failures import Failure
from bot.questions.refs import EconomyRef, RegionRef
from bot.rankings.model import Measure

PIPELINE = open_pipeline()

LOST = """
    the hundred and first
    China leads with 24 clusters
    Germany has 3 clusters in the lead
    the whole top 5 is Chinese and Japanese
    every German cluster climbed
    who is one spot from the top 10
    who is two places ahead in Germany
    every cluster but the Chinese ones
    all the top 10 clusters except London
    which clusters always made the top 10 except 2023
    which clusters of last year's top 10 dropped
    which clusters were in China's top 3 every year since 2022
    which country besides China has more than 5 clusters
    Could you confirm that Switzerland tops the GII for the 15th consecutive year?
"""

NOT_TURNED = {
    "the top 3 are Asian": queries.Claim,
    "are all of the top 5 in Asia": queries.Claim,
    "who has five clusters": queries.Count,
    "which cluster that is in the top 10 is European": queries.Top,
    "no way Cairo is ranked": queries.Claim,
}


def _read(question: str) -> object:
    return PIPELINE.reader.read(question).result


@pytest.mark.parametrize("question", [line.strip() for line in LOST.splitlines() if line.strip()])
def test_what_would_lose_a_word_that_matters_is_not_read(question: str) -> None:
    assert isinstance(_read(question), Failure)


@pytest.mark.parametrize(("question", "kind"), NOT_TURNED.items())
def test_a_statement_becomes_no_list_and_a_limit_stays_one(question: str, kind: type) -> None:
    assert type(_read(question)) is kind


def test_what_is_left_out_is_in_the_query() -> None:
    china, asia = EconomyRef("CN"), RegionRef("asia")
    outside = _read("top 5 outside of China")
    assert isinstance(outside, queries.Top)
    assert (outside.count, outside.without) == (5, (china,))
    europe = _read("top 5 outside China in Europe")
    assert isinstance(europe, queries.Top)
    assert (europe.area, europe.without) == (RegionRef("europe"), (china,))
    best = _read("the best cluster not in Asia")
    assert isinstance(best, queries.Top)
    assert (best.count, best.without) == (1, (asia,))


def test_a_top_ten_by_a_measure_is_that_of_the_world() -> None:
    asked = _read("which British clusters were in the top ten by publications in 2022")
    assert isinstance(asked, queries.Top)
    assert (asked.within, asked.measure, asked.edition) == (10, Measure.PUBLICATIONS, 2022)


def test_no_opposite_is_offered_of_a_question_with_a_denial() -> None:
    assert not PIPELINE.reader.read("clusters outside the top 10 of China").nearest
