"""Turns of phrase: frames around claims and comparisons, slang at the end, change said in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import assertions, queries
from bot.questions.assertions import Over
from bot.questions.failures import Failure
from bot.questions.refs import Direction
from bot.questions.same import same

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.mark.parametrize(
    "text",
    ["japan vs brazil who u got", "whats the score between japan and korea", "london crushed paris last night"],
)
def test_a_match_is_none_of_the_ranking(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, Failure)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("position 100 cluster 2022", "who 100 2022"),
        ("rank 17 clusters 2025 name", "who 17 2025"),
        ("who occupies slot 9", "who 9"),
        ("who's sitting at 16 right now", "who 16"),
        ("rank 100 in 2022, poor guys, who", "who 100 2022"),
        ("second runner-up of 2022", "who 3 2022"),
        ("who's 5th from the end in 2022", "5th last cluster in 2022"),
        ("the penultimate cluster of 2022", "2nd last cluster in 2022"),
        ("who made up the cluster podium in 2023", "top 3 2023"),
        ("top 5 rn go", "top 5"),
        ("who's the best in canada, no googling", "best cluster in canada"),
        ("the best french cluster would be", "best cluster in france"),
        ("in which position was wuhan in 2019?", "rank wuhan 2019"),
        ("cairo!! whats our number this year", "rank cairo 2025"),
        ("ningde?? never heard of it. what number is it", "rank ningde"),
        ("amsterdam where are you ranked", "rank amsterdam"),
        ("remember 2017? where was munich back then", "rank munich 2017"),
        ("please state the rank of chennai, formerly madras", "rank chennai"),
        ("where would munich rank", "rank munich"),
        ("going through old clippings here, where was helsinki in 2022", "rank helsinki 2022"),
        ("ok settle it.. by how many places is tokyo above seoul", "compare tokyo, seoul"),
        ("compair toronto montreal and vancouver pls", "compare toronto, montreal, vancouver"),
        ("could you set barcelona against stockholm for me", "compare barcelona, stockholm"),
        ("houston or dallas in 2022? two texans waiting", "compare houston, dallas 2022"),
        ("is cdmx ahead of cairo? if so by how much", "compare mexico city, cairo"),
        ("how much did nagoya fall from 2024 to 2025", "how did nagoya move since 2024 in 2025"),
        ("has cairo moved since the 2024 edition", "how did cairo move since 2024"),
        ("rome: better or worse than last year?", "how did rome move since 2024"),
        ("sao paulo, did it go up or down on last year", "how did sao paulo move since 2024"),
        ("nagoya went from what to what since 2024", "how did nagoya move since 2024"),
        ("what rank would cupertino be", "rank cupertino"),
        ("im from gurgaon what rank is that", "rank gurgaon"),
        ("where tf is vienna lol", "rank vienna"),
        ("boston against nyc go", "compare boston, new york"),
        ("settle this madrid or barcelona ranked better", "compare madrid, barcelona"),
        ("hamburg or frankfurt settle it once and for all", "compare hamburg, frankfurt"),
        ("whos dead last at #100 in the 2022 clusters", "who 100 2022"),
        ("name the three clusters that had the largest shares of publications in 2022", "top 3 by publications 2022"),
        (
            "which clusters entered the top 10 that werent in it last year",
            "which clusters entered the top 10 since 2024",
        ),
        ("where does the most venture capital go, which cluster", "top 10 by venture capital"),
        ("where is seoul ranked if u only look at patents", "patents of seoul"),
        ("newcomers in the 2023 top 10 vs the year before", "newcomers in the 2023 top 10 since 2022"),
        ("is india among the 40 most innovative economies", "is india in the top 40 of the gii"),
        ("how far down the list do i have to scroll until i hit warsaw", "rank warsaw"),
        ("what cluster is palo alto in", "where palo alto"),
        ("shenzhn hk guangzhou patent share 2023", "patents of shenzhen 2023"),
        ("tapei hsinchu 2024 position", "rank taipei 2024"),
        ("which cluster edged up the most since 2024", "biggest climber since 2024"),
        ("which chinese clusters tanked since 2022", "which chinese clusters fell since 2022"),
        ("which clusters squeezed into the top 10 since 2024", "who entered the top 10 since 2024"),
        ("was lausanne among the 100 clusters in 2022", "is lausanne in the top 100 in 2022"),
        ("the best german cluster is munich", "is munich the best german cluster"),
        ("no german cluster beats munich", "is munich the best german cluster"),
        ("is brazil better at inputs or outputs", "brazil input and output rank"),
        ("die fünf besten chinesischen cluster", "top 5 china"),
        ("posição do brasil no gii", "rank brazil"),
    ],
)
def test_a_turn_of_phrase_is_read_as_the_plain_words(pipeline: Pipeline, text: str, plain: str) -> None:
    read, expected = pipeline.reader.read(text).result, pipeline.reader.read(plain).result
    assert not isinstance(read, Failure)
    assert not isinstance(expected, Failure)
    assert same(read, expected)


@pytest.mark.parametrize(
    "text",
    [
        "kuala lumpur beats warsaw fr?",
        "kuala lumpur beats warsaw. cap or no cap",
        "kuala lumpur beats warsaw, does that hold up",
        "is the statement that kuala lumpur stands above warsaw accurate",
        "is it accurate to say that kuala lumpur is ahead of warsaw",
        "is there any truth to the claim that kuala lumpur outranks warsaw",
        "kuala lumpur is ahead of warsaw? no way",
        "nah no way.. did kuala lumpur finish above warsaw",
    ],
)
def test_a_claim_is_judged_whatever_it_is_asked_by(pipeline: Pipeline, text: str) -> None:
    found = pipeline.reader.read(text).result
    assert isinstance(found, queries.Claim)
    assert isinstance(found.assertion, assertions.Ahead)
    assert (found.assertion.first.id, found.assertion.second.id, found.negated) == ("kuala-lumpur", "warsaw", False)


def test_a_claim_of_an_economy_needs_no_verb(pipeline: Pipeline) -> None:
    more = pipeline.reader.read("uk more clusters than canada 2025?").result
    listed = pipeline.reader.read("sweden top 3 in the gii??").result
    assert isinstance(more, queries.Claim)
    assert isinstance(more.assertion, assertions.MoreClusters)
    assert isinstance(listed, queries.Claim)
    assert isinstance(listed.assertion, assertions.EconomyAtRank)


def test_a_first_appearance_claimed_is_a_claim(pipeline: Pipeline) -> None:
    found = pipeline.reader.read("someone told me manchester made its debut in the 2025 list, can u confirm").result
    assert isinstance(found, queries.Claim)
    assert isinstance(found.assertion, assertions.Entered)


def test_a_move_in_several_editions_in_a_row_is_judged_in_each(pipeline: Pipeline) -> None:
    found = pipeline.reader.read("seoul fell two editions in a row, true?").result
    assert isinstance(found, queries.Claim)
    assert isinstance(found.assertion, assertions.Went)
    assert (found.assertion.direction, found.over, found.since) == (Direction.DOWN, Over.ALWAYS, 2024)


@pytest.mark.parametrize(
    "text",
    [
        "settle this",
        "who joined the band in 2022",
        "houston or dallas? where should i live",
        "tokyo or seoul? asking about food",
        "tokyo is first? i mean in sushi",
        "london is 8th? not in football",
        "where would munich rank if it were french",
        "who would be first without china",
        "germany more clusters than france per capita?",
        "whats the phone number of london",
        "second runner-up of miss universe",
        "who made up the podium at the olympics",
        "top 5 burgers go",
        "hold paris",
        "tokyo and seoul fell two editions in a row",
        "did tokyo fall two editions in a row by patents",
    ],
)
def test_what_only_looks_like_one_is_declined(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, Failure)
