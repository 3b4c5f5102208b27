"""A table without an edition knows nothing of it, whatever is asked."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from bot.answers.answering import answer
from bot.pipeline import Pipeline
from bot.places.resolver import Resolver
from bot.questions import queries, receipts
from bot.questions.refs import ClusterRef
from bot.rankings.withholding import as_of, withhold
from bot.replies.plain import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rankings.model import Rankings

NEWEST = 2025
ONLY_IN_NEWEST = ("dublin", "manchester", "mexico-city", "oslo")


@pytest.fixture(scope="module")
def withheld(rankings: Rankings) -> Rankings:
    return withhold(rankings, NEWEST)


@pytest.fixture(scope="module")
def before(withheld: Rankings) -> Pipeline:
    return Pipeline.over(withheld, Resolver.from_files(withheld))


def editions_in(record: object) -> Iterator[int]:
    """Yield every edition that stands anywhere in a table."""
    if dataclasses.is_dataclass(record):
        yield from (getattr(record, field.name) for field in dataclasses.fields(record) if field.name == "edition")
        for field in dataclasses.fields(record):
            yield from editions_in(getattr(record, field.name))
    elif isinstance(record, (MappingProxyType, dict)):
        for held in record.values():
            yield from editions_in(held)
    elif isinstance(record, tuple):
        for held in record:
            yield from editions_in(held)


@pytest.mark.parametrize("edition", range(2018, NEWEST + 1))
def test_nothing_of_the_edition_or_a_newer_one_is_left(rankings: Rankings, edition: int) -> None:
    table = withhold(rankings, edition)
    rest = dataclasses.replace(table, statements=())
    assert max(table.editions) == edition - 1
    assert max(editions_in(rest)) == edition - 1
    for statement in table.statements:
        assert statement.edition < edition or (statement.measure.startswith("release_date_") and not statement.note)


@pytest.mark.parametrize("edition", range(2018, NEWEST + 1))
def test_everything_older_is_left_as_it_is(rankings: Rankings, edition: int) -> None:
    table = withhold(rankings, edition)
    for year, held in rankings.editions.items():
        assert year >= edition or table.editions[year] is held
    for cluster, rows in rankings.histories.items():
        assert table.histories.get(cluster, ()) == tuple(row for row in rows if row.edition < edition)
    cited = {source for held in table.editions.values() for row in held.rows.values() for source in row.sources}
    assert cited <= table.sources.keys()


def test_the_table_in_service_is_not_changed(rankings: Rankings) -> None:
    years = list(rankings.editions)
    withhold(rankings, NEWEST)
    assert list(rankings.editions) == years
    assert rankings.clusters["dublin"].name == "Dublin"


def test_a_withheld_table_cannot_be_written_to(withheld: Rankings) -> None:
    for held in (withheld.editions, withheld.clusters, withheld.histories, withheld.sources):
        assert isinstance(held, MappingProxyType)


def test_without_anything_to_withhold_the_table_is_the_same(rankings: Rankings) -> None:
    assert withhold(rankings, 2027) is rankings


def test_clusters_bear_the_name_they_had(rankings: Rankings) -> None:
    assert as_of(rankings, 2024).clusters["brussels-antwerp"].name == "Brussels"
    assert as_of(rankings, 2017).clusters["cologne"].name == "Cologne–Düsseldorf"
    split = as_of(rankings, 2017).clusters["frankfurt-mannheim"]
    assert (split.successors, split.note) == ((), "")
    assert as_of(rankings, 2022).clusters["frankfurt-mannheim"] == rankings.clusters["frankfurt-mannheim"]


@pytest.mark.parametrize(
    "question",
    [
        "rank London 2025",
        "top 10 2025",
        "who 1 2025",
        "movers 2025",
        "compare Paris vs Berlin 2025",
        "economy Japan 2025",
        "economies 10 2025",
        "count Germany 2025",
        "method 2025",
        "source Madrid 2025",
        "map 2025",
        "settle London is ahead of Paris in 2025",
        "who was number one in 2025?",
    ],
)
def test_the_edition_asked_for_by_name_is_not_held(before: Pipeline, question: str) -> None:
    text = as_text(before.ask(question).pages[0])
    assert text == "There is no 2025 edition in the table; it holds 2017 to 2024."


@pytest.mark.parametrize(
    "question",
    [
        "rank London",
        "about",
        "history London",
        "history Shenzhen",
        "history Japan",
        "movers",
        "method",
        "top 10",
        "economies 200",
        "count",
        "source Madrid",
        "who was number one, year by year?",
        "which clusters are new?",
        "which clusters left?",
        "who has been number one how often?",
        "rank Dublin",
        "where Manchester",
        "economy Norway",
        "intensity of Cambridge",
        "top 10 by venture capital",
        "chart history Munich, Berlin",
        "settle Shenzhen was never number one",
        "was London ever in the top 10?",
    ],
)
def test_no_other_question_leads_to_it(before: Pipeline, question: str) -> None:
    outcome = before.ask(question)
    for page in outcome.pages:
        assert "2025" not in as_text(page)
    if outcome.answer is not None:
        assert all(value.edition < NEWEST for value in outcome.answer.values)


@pytest.mark.parametrize("cluster", ONLY_IN_NEWEST)
def test_a_cluster_first_named_in_it_is_a_city_in_no_cluster(
    before: Pipeline, pipeline: Pipeline, cluster: str
) -> None:
    name = pipeline.rankings.clusters[cluster].name
    assert cluster not in before.rankings.clusters
    assert "is in none of the clusters in our sources" in as_text(before.ask(f"rank {name}").pages[0])
    assert name not in before.resolver.complete_place(name, 5)


def test_answers_by_id_hold_nothing_of_it(rankings: Rankings, withheld: Rankings) -> None:
    for id_, cluster in withheld.clusters.items():
        ref = ClusterRef(id_, cluster.name)
        for query in (queries.Rank(ref), queries.History(ref), queries.Streak(ref), queries.Moved(ref)):
            found = answer(query, withheld)
            assert all(value.edition < NEWEST for value in found.values), query
    assert answer(queries.Rank(ClusterRef("london", "London")), rankings).values[0].edition == NEWEST


def test_the_day_of_the_release_is_still_told(before: Pipeline) -> None:
    assert "16 September 2025" in as_text(before.ask("when is the 2025 index released?").pages[0])
    assert "29 September 2026" in as_text(before.ask("when is the next release?").pages[0])


def test_a_receipt_tells_the_two_tables_apart(before: Pipeline, pipeline: Pipeline) -> None:
    claim = "settle London is ahead of Paris in 2022"
    codes = [each.ask(claim).pages[0].receipt for each in (before, pipeline)]
    versions = [
        receipts.read(code, each.rankings).version for code, each in zip(codes, (before, pipeline), strict=True)
    ]
    assert versions[0] != versions[1]
    assert before.rankings.version.startswith(versions[0])
    assert withhold(pipeline.rankings, 2024).version != before.rankings.version
