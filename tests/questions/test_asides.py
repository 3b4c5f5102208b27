"""What is said beside a question changes nothing, however strange its words; what limits a question declines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.failures import Failure
from bot.questions.free.asides import MOST_STRETCHES, stretches
from bot.questions.free.understanding import read_free

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

ASKED = (
    "what is munich's rank",
    "is Munich in the top 30",
    "which cluster is number 30",
    "how many clusters does China have",
    "who is ahead in the ranking, Paris or London",
    "top 5 clusters in Germany",
)
BESIDE = (
    "{}, the subs desk is waiting",
    "{}, I seem to have lost my spreadsheet",
    "{} for the finance pages",
    "{}, loser owes everyone samosas",
    "our moderator's laptop drowned, {}",
    "I'm chairing a tribunal tonight: {}",
    "my podiatrist would like to know {}",
    "hello there. {}? our gardener swears he knew it",
    "{} because my landlord is being insufferable",
    "{} before I email the consul",
    "{}, 5 pesos on it",
    "{} bhai",
)
LIMITED = (
    "{}, biotech",
    "{} for the automotive industry",
    "for my aquarium shop, {}",
    "skateboarding: {}",
    "{}, measured by unicorns",
    "{}, adjusted for rainfall",
    "{}, leaving out anything coastal",
    "{} when it comes to pastry",
    "in terms of karaoke, {}",
    "{} that have a cathedral",
    "{}, only seaside ones",
    "{}, the coastal ones I mean",
    "{}, as our dean defines it",
    "the fifa ranking is out, {}",
)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("beside", BESIDE)
def test_an_aside_changes_nothing_and_the_reading_is_shown(pipeline: Pipeline, asked: str, beside: str) -> None:
    alone = read_free(asked, pipeline.rankings, pipeline.resolver).result
    among = read_free(beside.format(asked), pipeline.rankings, pipeline.resolver)
    assert not isinstance(alone, Failure)
    assert among.result == alone
    assert among.inferred


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("limited", LIMITED)
def test_what_limits_a_question_is_no_aside(pipeline: Pipeline, asked: str, limited: str) -> None:
    assert isinstance(read_free(limited.format(asked), pipeline.rankings, pipeline.resolver).result, Failure)


@pytest.mark.parametrize(
    "text",
    [
        "nobody in our pottery club believes Munich is in the top 30",
        "my barber denies that Tokyo is number one",
        "Munich is in the top 30, said no cartographer ever",
    ],
)
def test_a_claim_that_is_doubted_is_not_judged_as_if_it_were_made(pipeline: Pipeline, text: str) -> None:
    assert isinstance(read_free(text, pipeline.rankings, pipeline.resolver).result, Failure)


def test_a_place_in_an_aside_is_what_a_pronoun_stands_for(pipeline: Pipeline) -> None:
    alone = read_free("which rank does Oslo have", pipeline.rankings, pipeline.resolver).result
    text = "our choir is touring Oslo next week, which rank does it have"
    assert read_free(text, pipeline.rankings, pipeline.resolver).result == alone


@given(st.text(alphabet=st.sampled_from("ab ,.;:!?–-(\n)so and i for the who"), max_size=300))
def test_stretches_are_parts_of_the_text_and_few(text: str) -> None:
    found = stretches(text)
    assert len(found) <= MOST_STRETCHES
    assert all(part in text for each in found for part in (each.text, each.opening, *each.beside))
