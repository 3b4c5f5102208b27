"""Words in another order, thresholds, one year set against another, and what is offered when only a part is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import assertions, queries
from bot.questions.failures import Failure, NotUnderstood, PlaceUnknown
from bot.questions.free.spelling import respelt
from bot.questions.free.vocabulary import PHRASES
from bot.questions.free.vocabulary_spelling import SPELLABLE
from bot.questions.refs import Direction
from bot.questions.same import same

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("taipei ranked how many in 2024", "rank taipei 2024"),
        ("whats the city in 13 place last year", "who 13 2024"),
        ("list please the ten first clusters of 2022", "top 10 2022"),
        ("the three most best clusters of Germany", "top 3 germany"),
        ("in the very first cluster edition 2017 what was the number of Stuttgart", "rank stuttgart 2017"),
        ("tehran rank last year, not this year", "rank tehran 2024"),
        ("servus zusammen :) wien rank???", "rank vienna"),
        ("sir one doubt, bangalore position now is what", "rank bengaluru"),
        ("Delhi, Mumbai, Chennai - which is first which second which third", "compare delhi, mumbai, chennai"),
        ("is it seoul or beijing thats further up", "compare seoul, beijing"),
        ("between istanbul and tehran who takes it", "compare istanbul, tehran"),
        ("How do Toronto, Vancouver and Montreal stack up against each other?", "compare toronto, vancouver, montreal"),
        ("compare paris et berlin", "compare paris, berlin"),
        ("morocco tunisia egypt compare the three", "compare morocco, tunisia, egypt"),
        ("sydney v melbourne 2022 fight", "compare sydney, melbourne 2022"),
        ("argentina 2023 where did we end up", "rank argentina 2023"),
        ("never heard of Ningde before, what number is it", "rank ningde"),
        ("Maroc since 2021, how many places gained in the index until 2025", "how did morocco move since 2021 in 2025"),
        ("Which country broke into the top ten this year?", "which countries are new in the top 10 of the GII 2025"),
        ("China aside, top 10 clusters", "top 10 without china"),
        ("whats at 22 then, in the clusters", "who 22"),
        ("Rank the three clusters with the largest PCT shares in 2022.", "top 3 by patents 2022"),
        ("since which year exist the ranking of clusters", "about"),
    ],
)
def test_another_order_is_read_as_the_plain_words(pipeline: Pipeline, text: str, plain: str) -> None:
    read, expected = pipeline.reader.read(text).result, pipeline.reader.read(plain).result
    assert not isinstance(read, Failure)
    assert not isinstance(expected, Failure)
    assert same(read, expected)


@pytest.mark.parametrize(
    ("text", "kind", "direction", "since"),
    [
        ("germany had more clusters in 2022 than now", assertions.CountWent, Direction.DOWN, 2022),
        ("did germany have fewer clusters in 2022 than it has now", assertions.CountWent, Direction.UP, 2022),
        ("germany has more clusters than in 2022", assertions.CountWent, Direction.UP, 2022),
        ("has france more clusters now than in 2022", assertions.CountWent, Direction.UP, 2022),
        ("korea had more clusters last year than this year", assertions.CountWent, Direction.DOWN, 2024),
        ("did korea have fewer clusters in 2025 than in 2024", assertions.CountWent, Direction.DOWN, 2024),
        ("was London placed better in 2024 than it is now?", assertions.Went, Direction.DOWN, 2024),
        ("is munich better now than in 2024", assertions.Went, Direction.UP, 2024),
        ("london ranked lower last year than this year", assertions.Went, Direction.UP, 2024),
        ("was toronto better in 2022 than in 2023", assertions.Went, Direction.DOWN, 2022),
        ("was toronto worse in 2023 than in 2022", assertions.Went, Direction.DOWN, 2022),
    ],
)
def test_which_of_two_years_is_meant_decides_the_direction(
    pipeline: Pipeline, text: str, kind: type[assertions.CountWent | assertions.Went], direction: Direction, since: int
) -> None:
    claim = pipeline.reader.read(text).result
    assert isinstance(claim, queries.Claim)
    assert isinstance(claim.assertion, kind)
    assert (claim.assertion.direction, claim.assertion.since) == (direction, since)


def test_who_is_present_in_one_edition_and_absent_from_another_came(pipeline: Pipeline) -> None:
    query = pipeline.reader.read("Economies present in GII 2025 but absent from GII 2024").result
    assert query == queries.EconomyNewcomers(edition=2025, since=2024)


def test_more_in_one_year_than_nobody_says_when_is_not_judged(pipeline: Pipeline) -> None:
    assert isinstance(pipeline.reader.read("germany had more clusters in 2022").result, NotUnderstood)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("economies that gained 10 or more places, 2024 to 2025", 10),
        ("which countries climbed more than 10 places since 2024", 11),
    ],
)
def test_economies_are_listed_by_how_far_they_moved(pipeline: Pipeline, text: str, by: int) -> None:
    reply = pipeline.ask(text)
    assert isinstance(reply.answer.query, queries.EconomyMovers)  # type: ignore[union-attr]
    assert reply.answer.query.by == by  # type: ignore[union-attr]
    assert all(move.change.value >= by for move in reply.answer.moves)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["clusters of 2022 with population above 20 million", "which clusters have more than 20m inhabitants, 2022"]
)
def test_clusters_are_listed_by_how_many_people_they_have(pipeline: Pipeline, text: str) -> None:
    query = pipeline.reader.read(text).result
    assert isinstance(query, queries.Top)
    rows = pipeline.rankings.editions[2022].rows.values()
    assert query.count == sum((row.population or 0) > 20_000_000 for row in rows)


@pytest.mark.parametrize(("words", "count"), [("more than", 4), ("at least", 5)])
def test_whoever_has_just_so_many_has_no_more(pipeline: Pipeline, words: str, count: int) -> None:
    query = pipeline.reader.read(f"which clusters have {words} 22,072,971 inhabitants in 2022").result
    assert isinstance(query, queries.Top)
    assert query.count == count


def test_a_name_that_was_guessed_is_not_offered(pipeline: Pipeline) -> None:
    found = pipeline.reader.read("naija innovation index rank (nigeria)").result
    assert isinstance(found, Failure)
    assert not any("Niger" in choice.question for choice in getattr(found, "readings", ()))


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("I must insist: who was second in 2022, of the ones with vets", "who 2 2022"),
        ("from my balcony: rank London, of zebras", "rank London"),
    ],
)
def test_a_part_that_asks_something_is_offered_and_not_answered(pipeline: Pipeline, text: str, offered: str) -> None:
    found = pipeline.reader.read(text).result
    assert isinstance(found, NotUnderstood)
    assert offered in [choice.question for choice in found.readings]


def test_a_name_nobody_knows_after_a_rank_is_said_to_be_unknown(pipeline: Pipeline) -> None:
    found = pipeline.reader.read("what rank is Zorblaxia").result
    assert isinstance(found, PlaceUnknown)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("corect", "correct"), ("improvment", "improvement"), ("accurat", "accurate"), ("climbr", "climber")],
)
def test_a_letter_wrong_is_seen(pipeline: Pipeline, written: str, meant: str) -> None:
    assert respelt(written, pipeline.resolver) == meant


def test_only_words_of_the_vocabulary_and_of_countries_are_looked_for(pipeline: Pipeline) -> None:
    others = set(SPELLABLE).difference(*PHRASES)
    assert {word for word in others if pipeline.resolver.exact_area(word) is None} == {"average"}
    assert len(set(SPELLABLE)) == len(SPELLABLE)
