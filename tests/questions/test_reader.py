"""What people type, and the query it becomes."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import failures, queries
from bot.questions.lexicon import COMMANDS
from bot.questions.namesakes import telling
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


def ids(query: queries.Compare) -> list[str]:
    return [ref.id for ref in query.clusters]


@pytest.mark.parametrize(
    ("text", "cluster", "edition"),
    [
        ("rank London", "london", None),
        ("RANK LONDON", "london", None),
        ("rank of London in 2022", "london", 2022),
        ("rank london 2022 please", "london", 2022),
        ("paris?", "paris", None),
        ("rank New York", "new-york-city", None),
        ("rank NYC 2018", "new-york-city", 2018),
        ("rank Washington, DC", "washington-dc-baltimore", None),
        ("rank 東京", "tokyo-yokohama", None),
        ("rank Cambridge MA", "boston-cambridge", None),
        ("rank Cambridge UK", "cambridge", None),
        ("what is the rank of Cambridge in England", "cambridge", None),
        ("rank Greater Bay Area", "shenzhen-hong-kong-guangzhou", None),
        ("rank Bay Area", "san-jose-san-francisco", None),
        ("position of Mexico City", "mexico-city", None),
        ("rank **London**", "london", None),
        ("rank “London”!", "london", None),
    ],
)
def test_rank(pipeline: Pipeline, text: str, cluster: str, edition: int | None) -> None:
    query = pipeline.reader.read(text).result
    assert isinstance(query, queries.Rank)
    assert (query.cluster.id, query.edition) == (cluster, edition)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("top", queries.Top()),
        ("top 10", queries.Top(10)),
        ("top ten", queries.Top(10)),
        ("top 10 China", queries.Top(10, EconomyRef("CN"))),
        ("top chinese clusters", queries.Top(10, EconomyRef("CN"))),
        (
            "top 10 clusters in China by patents 2022",
            queries.Top(10, EconomyRef("CN"), Measure.PATENTS, 2022),
        ),
        ("top 3 Europe by venture capital", queries.Top(3, RegionRef("europe"), Measure.VENTURE_CAPITAL)),
        ("top 5 by papers", queries.Top(5, None, Measure.PUBLICATIONS)),
        ("top 5 per capita 2022", queries.Top(5, None, Measure.INTENSITY, 2022)),
        ("top 5 IT", queries.Top(5, EconomyRef("IT"))),
        ("top 5 in the us", queries.Top(5, EconomyRef("US"))),
        ("top 5 latin america", queries.Top(5, RegionRef("latin-america-caribbean"))),
        ("bottom 5 2022", queries.Top(5, None, Measure.SIZE, 2022, from_end=True)),
        ("worst 3 Germany", queries.Top(3, EconomyRef("DE"), from_end=True)),
        ("movers", queries.Movers()),
        ("movers up 3 Germany 2025", queries.Movers(Direction.UP, 3, EconomyRef("DE"), 2025)),
        ("climbers", queries.Movers(Direction.UP)),
        ("fallers 2023", queries.Movers(Direction.DOWN, edition=2023)),
        ("economy Japan", queries.EconomyProfile(EconomyRef("JP"))),
        ("rank Germany", queries.EconomyProfile(EconomyRef("DE"), brief=True)),
        ("economy South Korea 2023", queries.EconomyProfile(EconomyRef("KR"), 2023)),
        ("economies 5 Africa by infrastructure", queries.EconomyRanking(5, RegionRef("africa"), Pillar.INFRASTRUCTURE)),
        ("top 10 countries", queries.EconomyRanking(10)),
        ("count", queries.Count()),
        ("count Germany 2022", queries.Count(EconomyRef("DE"), 2022)),
        ("count China in the top 10", queries.Count(EconomyRef("CN"), None, 10)),
        ("how many clusters in China", queries.Count(EconomyRef("CN"))),
        ("who 7", queries.Who(7)),
        ("who is number 7 in 2022?", queries.Who(7, 2022)),
        ("who is 1st", queries.Who(1)),
        ("who #12", queries.Who(12)),
        ("method", queries.Method()),
        ("method 2018", queries.Method(2018)),
        ("about", queries.About()),
        ("help", queries.Help()),
        ("help top", queries.Help("top")),
        ("history Sweden", queries.EconomyHistory(EconomyRef("SE"))),
        ("source Japan 2024", queries.SourceOf(EconomyRef("JP"), 2024)),
    ],
)
def test_commands(pipeline: Pipeline, text: str, expected: queries.Query) -> None:
    assert _plain(pipeline.reader.read(text).result) == expected


def _plain(query: object) -> object:
    """Leave out how a name was found: it is the resolver's own business and tested there."""
    if isinstance(query, EconomyRef):
        return EconomyRef(query.code)
    if isinstance(query, RegionRef):
        return RegionRef(query.id)
    if is_dataclass(query) and not isinstance(query, type):
        return replace(query, **{field.name: _plain(getattr(query, field.name)) for field in fields(query)})
    return query


@pytest.mark.parametrize(
    ("text", "clusters", "measure"),
    [
        ("compare London vs Paris", ["london", "paris"], Measure.SIZE),
        ("compare London and Paris by patents", ["london", "paris"], Measure.PATENTS),
        ("compare London, Paris, Tokyo", ["london", "paris", "tokyo-yokohama"], Measure.SIZE),
        ("compare New York London", ["new-york-city", "london"], Measure.SIZE),
        ("compare Washington, DC vs Boston", ["washington-dc-baltimore", "boston-cambridge"], Measure.SIZE),
        ("London vs Paris", ["london", "paris"], Measure.SIZE),
        ("tokyo v. seoul 2022 publications", ["tokyo-yokohama", "seoul"], Measure.PUBLICATIONS),
        ("compare Hong Kong and Singapore", ["shenzhen-hong-kong-guangzhou", "singapore"], Measure.SIZE),
    ],
)
def test_compare(pipeline: Pipeline, text: str, clusters: list[str], measure: Measure) -> None:
    query = pipeline.reader.read(text).result
    assert isinstance(query, queries.Compare)
    assert (ids(query), query.measure) == (clusters, measure)


def test_a_name_that_is_cluster_and_economy_follows_its_company(pipeline: Pipeline) -> None:
    query = pipeline.reader.read("compare Singapore vs China").result
    assert isinstance(query, queries.CompareEconomies)
    assert [ref.code for ref in query.economies] == ["SG", "CN"]


@pytest.mark.parametrize(
    ("text", "failure"),
    [
        ("", failures.Empty()),
        ("   ?! ", failures.Empty()),
        ("x" * 301, failures.TooLong(300)),
        ("rank", failures.MissingWords("rank", "place")),
        ("compare London", failures.MissingWords("compare", "places")),
        ("compare", failures.MissingWords("compare", "places")),
        ("who", failures.MissingWords("who", "rank")),
        ("economy", failures.MissingWords("economy", "economy")),
        ("top 0", failures.NumberOutOfRange("top", "0", 1, 100)),
        ("top 1000000", failures.NumberOutOfRange("top", "1000000", 1, 100)),
        ("top -5", failures.NumberOutOfRange("top", "-5", 1, 100)),
        ("top 2.5", failures.NumberOutOfRange("top", "2.5", 1, 100)),
        ("who 150", failures.NumberOutOfRange("who", "150", 1, 100)),
        ("method foo", failures.SurplusWords("method", "foo")),
        ("compare London vs China", failures.MixedKinds()),
        ("economies by patents", failures.MeasureNotOffered("economies", "patents")),
        ("top 5 Atlantis", failures.AreaUnknown("top", "Atlantis", ())),
        ("hlep me", failures.UnknownCommand("hlep", "help me")),
        ("what is the meaning of life", failures.NotUnderstood("what is the meaning of life")),
        ("flurble", failures.NeitherCommandNorPlace("flurble")),
        ("rank Gotham City", failures.PlaceUnknown("Gotham City", ())),
    ],
)
def test_failures(pipeline: Pipeline, text: str, failure: failures.Failure) -> None:
    assert pipeline.reader.read(text).result == failure


@pytest.mark.parametrize("year", [1999, 2016, 2026, 2030])
def test_an_edition_outside_the_table_is_named(pipeline: Pipeline, year: int) -> None:
    failure = pipeline.reader.read(f"rank london {year}").result
    assert isinstance(failure, failures.EditionNotHeld)
    assert (failure.year, max(failure.held), min(failure.held)) == (year, 2025, 2017)


def test_a_city_outside_all_clusters_is_told_from_a_typo(pipeline: Pipeline) -> None:
    for city in ("Lagos", "Changzhou", "York", "Toulouse"):
        failure = pipeline.reader.read(f"rank {city}").result
        assert isinstance(failure, failures.PlaceUnranked), city
        assert failure.place.name == city


def test_choices_of_an_ambiguity_ask_what_was_asked(pipeline: Pipeline) -> None:
    failure = pipeline.reader.read("rank San José 2022").result
    assert isinstance(failure, failures.PlaceAmbiguous)
    assert [choice.question for choice in failure.choices] == [
        "rank San Jose–San Francisco 2022",
        "rank San José, Costa Rica 2022",
    ]
    first = pipeline.reader.read(failure.choices[0].question).result
    assert isinstance(first, queries.Rank)
    assert first.cluster.id == "san-jose-san-francisco"
    assert isinstance(pipeline.reader.read(failure.choices[1].question).result, failures.PlaceUnranked)


def test_every_cluster_is_ranked_by_its_own_name(pipeline: Pipeline) -> None:
    for cluster in pipeline.rankings.clusters.values():
        query = pipeline.reader.read(f"rank {telling(cluster.id, pipeline.rankings)}").result
        assert isinstance(query, queries.Rank), cluster.name
        assert query.cluster.id == cluster.id


def test_only_a_name_that_is_part_of_another_needs_its_economy(pipeline: Pipeline) -> None:
    told = {telling(each.id, pipeline.rankings): each.name for each in pipeline.rankings.clusters.values()}
    assert {words: name for words, name in told.items() if words != name} == {"Cambridge United Kingdom": "Cambridge"}


@pytest.mark.parametrize(
    "text", ["rank {} 2022", "{}, where is it ranked in 2022", "intensity of {} in 2022", "history {}", "source {}"]
)
@pytest.mark.parametrize("name", ["Cambridge", "cambridge", "Cambrige"])
def test_cambridge_is_asked_back_and_each_choice_asks_the_same_of_one(pipeline: Pipeline, text: str, name: str) -> None:
    failure = pipeline.reader.read(text.format(name)).result
    assert isinstance(failure, failures.PlaceAmbiguous)
    asked = [pipeline.reader.read(choice.question).result for choice in failure.choices]
    assert not any(isinstance(each, failures.Failure) for each in asked)
    assert ["Cambridge" in choice.name and "Boston" in choice.name for choice in failure.choices] == [False, True]


def test_every_economy_has_a_profile_by_name_and_code(pipeline: Pipeline) -> None:
    for economy in pipeline.rankings.economies.values():
        for name in (economy.name, economy.short_name, economy.code, economy.alpha3):
            query = pipeline.reader.read(f"economy {name}").result
            assert isinstance(query, queries.EconomyProfile), name
            assert query.economy.code == economy.code


PIECES = (
    "London China Europe 2022 1999 10 -5 vs and , by patents top in the 🦄 @everyone ** IT institutions up #7 7th "
    "Cambridge San José \u202e"
)
WORDS = st.sampled_from([*COMMANDS, *PIECES.split(" ")])


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_any_mixture_of_known_words_is_read_or_refused(pipeline: Pipeline, text: str) -> None:
    outcome = pipeline.reader.read(text).result
    assert isinstance(outcome, (queries.Query, failures.Failure))


def test_cluster_refs_remember_how_they_were_found(pipeline: Pipeline) -> None:
    query = pipeline.reader.read("rank Palo Alto").result
    assert isinstance(query, queries.Rank)
    assert query.cluster == ClusterRef("san-jose-san-francisco", "Palo Alto", query.cluster.how)
    assert query.cluster.how == "nearby"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last year's number one", queries.Who(1, 2024)),
        ("rank the german clusters", queries.Top(100, EconomyRef("DE"))),
        ("countries with 3 clusters", queries.Count(low=3, high=3)),
        ("best french cluster", queries.Nth(1, EconomyRef("FR"))),
        ("worst 5 germany", queries.Top(5, EconomyRef("DE"), from_end=True)),
    ],
)
def test_a_sentence_that_opens_like_a_command_is_read_as_a_sentence(
    pipeline: Pipeline, text: str, expected: queries.Query
) -> None:
    assert pipeline.reader.read(text).result == expected


@pytest.mark.parametrize("text", ["how many editions are there", "germany vs france clusters"])
def test_a_command_does_not_swallow_a_sentence_that_was_not_understood(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, failures.Failure)


@pytest.mark.parametrize("text", ["compare tokyo with yokohama", "is tokyo ahead of yokohama?"])
def test_two_cities_of_one_cluster_are_not_compared(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, failures.SameCluster)


@pytest.mark.parametrize("text", ["where is yokohama", "where is palo alto", "where yokohama"])
def test_where_a_city_is_asks_for_the_cluster_it_belongs_to(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, queries.Where)


def test_where_a_cluster_is_ranked_asks_for_its_rank(pipeline: Pipeline) -> None:
    assert isinstance(pipeline.reader.read("where is seattle ranked").result, queries.Rank)


def test_two_names_that_suggest_each_other_come_to_an_end(pipeline: Pipeline) -> None:
    outcome = pipeline.ask("compare be beijDEing, shangh[ai and jing")
    assert outcome.failure is not None
