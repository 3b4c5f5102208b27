"""Every question is right by the tables themselves, rests on nothing weak, and can be asked of the bot."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from bot.answers.values import Status
from bot.community.quiz.about_places import NOT_ASKED
from bot.community.quiz.drafting import arranged
from bot.community.quiz.generating import MAKERS, drafted, generate
from bot.community.quiz.proving import SOLID, Table
from bot.community.quiz.question import Band, Kind, Offered, Question, Topic
from bot.community.quiz.rating import band_of
from bot.places.distance import kilometres
from bot.rankings.loading import load
from bot.rankings.model import Evidence, Pillar
from bot.replies.composing.quiz_questions import right_name
from bot.replies.formats import flag

if TYPE_CHECKING:
    from bot.pipeline import Pipeline
    from bot.rankings.model import ClusterRow, Edition, Rankings

SEEDS = range(12)
MEASURES = {"patents": "pct_share", "publications": "pub_share", "venture_capital": "vc_share"}


@pytest.fixture(scope="module")
def table(pipeline: Pipeline) -> Table:
    return Table.of(pipeline.rankings, pipeline.resolver)


@pytest.fixture(scope="module")
def every(table: Table) -> tuple[Question, ...]:
    """Every question that can be asked of the shipped tables."""
    found: list[Question] = []
    for kind, maker in MAKERS.items():
        for theme in maker.themes(kind, table):
            draft = drafted(theme, table)
            words = table.reader.worded(draft.proof) if draft is not None else ""
            if draft is not None and words:
                found.append(arranged(draft, maker.topic, words, len(found) % 4))
    return tuple(found)


def test_there_are_many_questions_of_every_kind(every: tuple[Question, ...]) -> None:
    kinds = Counter(question.theme.kind for question in every)
    assert set(kinds) == set(Kind)
    assert len(every) > 2500
    keys = [question.key for question in every]
    assert len(set(keys)) == len(keys)


def test_a_question_has_one_right_choice_and_others_that_differ(every: tuple[Question, ...]) -> None:
    for question in every:
        if question.choices:
            assert 2 <= len(question.choices) <= 4, question.key
            assert len(set(question.choices)) == len(question.choices), question.key
            assert [choice for choice in question.choices if choice in question.right] == list(question.right)
            assert len(question.right) == 1
            if question.offered.ordered:
                assert [*map(int, question.choices)] == sorted(map(int, question.choices))
        else:
            assert question.right, question.key
        assert not question.amounts or len(question.amounts) == len(question.choices)


def test_a_question_survives_json(every: tuple[Question, ...]) -> None:
    codec = TypeAdapter(Question)
    for question in every[::7]:
        assert codec.validate_json(codec.dump_json(question)) == question


def test_the_bot_answers_every_proof_with_what_is_right(every: tuple[Question, ...], pipeline: Pipeline) -> None:
    for question in every:
        outcome = pipeline.ask(question.proof)
        assert outcome.pages[0].status is Status.ANSWERED, question.proof
        said = "\n".join(line for page in outcome.pages for line in page.lines).casefold()
        for right in question.right:
            name = right_name(question, right, pipeline.rankings).removeprefix("the ").casefold()
            by_flag = question.offered is Offered.ECONOMY and flag(right) in said
            assert name in said or by_flag, (question.key, question.proof, said)


def figure(row: ClusterRow, question: Question) -> float:
    """What decides between clusters, the larger the better, read off the table without the engine."""
    measure = question.theme.measure
    if measure in MEASURES:
        return getattr(row, MEASURES[measure])
    best = row.intensity_rank if measure == "intensity" else row.rank
    assert best is not None
    return -best


def holds(choice: str, question: Question, rankings: Rankings, table: Table) -> bool | float:
    """Whether a choice is right by the rows of the table, or what it is to be compared by."""
    theme = question.theme
    edition = rankings.editions[theme.edition or 2022]
    match theme.kind:
        case Kind.HIGHEST | Kind.LEADER:
            return figure(edition.rows[choice], question)
        case Kind.HOLDER | Kind.FORMER | Kind.NAME_HOLDER:
            return edition.rows[choice].rank == theme.number
        case Kind.PLACE:
            return edition.rows[theme.subject].rank == int(choice)
        case Kind.OUTSIDE:
            return choice not in edition.rows
        case Kind.NEW_SINCE:
            assert choice in edition.rows
            before = rankings.editions[theme.since or 0]
            return before.complete and choice not in before.rows
        case Kind.WHEN:
            return rankings.editions[int(choice)].rows[theme.subject].rank == theme.number
        case Kind.CLIMBED | Kind.FELL:
            before = rankings.editions[theme.since or 0].rows[choice].rank or 0
            move = before - (edition.rows[choice].rank or 0)
            return move if theme.kind is Kind.CLIMBED else -move
        case Kind.NORTHERNMOST | Kind.SOUTHERNMOST:
            latitudes = [point.latitude for point in table.points[choice]]
            return min(latitudes) if theme.kind is Kind.NORTHERNMOST else -max(latitudes)
        case Kind.NEAREST:
            return -max(
                kilometres(here.latitude, here.longitude, there.latitude, there.longitude)
                for here in table.points[theme.subject]
                for there in table.points[choice]
            )
        case _:
            return _of_economies(choice, question, rankings, edition)


def _of_economies(choice: str, question: Question, rankings: Rankings, edition: Edition) -> bool | float:
    theme = question.theme
    pillar = theme.pillar or Pillar.GII
    match theme.kind:
        case Kind.ECONOMY_HIGHEST:
            return -edition.economies[choice].scores[pillar].rank
        case Kind.REGION_LEADER:
            assert choice in rankings.regions[theme.subject].economies
            return -edition.economies[choice].scores[pillar].rank
        case Kind.ECONOMY_HOLDER:
            return edition.economies[choice].scores[pillar].rank == theme.number
        case Kind.ECONOMY_PLACE:
            return edition.economies[theme.subject].scores[pillar].rank == int(choice)
        case Kind.STRONGEST:
            return -edition.economies[theme.subject].scores[Pillar(choice)].rank
        case Kind.IN_ECONOMY:
            return choice in edition.rows[theme.subject].economies
        case Kind.OF_ECONOMY:
            return theme.subject in edition.rows[choice].economies
        case Kind.SPANNING:
            return len(edition.rows[choice].economies) > 1
        case Kind.COUNT:
            return count(theme.subject, edition) == int(choice)
        case Kind.MOST_CLUSTERS:
            return count(choice, edition)
        case Kind.MEASURE_JOINED:
            name = {"publications": "pub", "venture_capital": "vc"}[theme.measure or ""]
            year = int(choice)
            before = rankings.editions[year - 1].method.measures
            return name in rankings.editions[year].method.measures and name not in before
        case _:
            raise AssertionError(theme.kind)


def count(economy: str, edition: Edition) -> int:
    if edition.complete:
        return sum(economy in row.economies for row in edition.rows.values())
    (published,) = (
        statement.value
        for statement in edition.statements
        if (statement.ref, statement.measure) == (economy, "clusters_in_top_100")
    )
    return int(published)


def test_right_is_right_and_wrong_is_wrong_by_the_tables_alone(
    every: tuple[Question, ...], rankings: Rankings, table: Table
) -> None:
    for question in every:
        (right, *_) = question.right
        if not question.choices:
            continue
        best = holds(right, question, rankings, table)
        assert best is not False, question.key
        for choice in question.choices:
            if choice != right:
                other = holds(choice, question, rankings, table)
                assert other is False if best is True else other < best, question.key


def test_what_may_be_typed_is_just_what_the_tables_have(every: tuple[Question, ...], rankings: Rankings) -> None:
    for question in every:
        theme = question.theme
        if question.choices:
            continue
        edition = rankings.editions[theme.year]
        rows = {
            Kind.NAME_HOLDER: [row for row in edition.ranked if row.rank == theme.number],
            Kind.NAME_OF: [row for row in edition.ranked if theme.subject in row.economies],
            Kind.NAME_TOP: [row for row in edition.ranked if row.rank <= (theme.number or 0)],
        }[theme.kind]
        assert {row.cluster for row in rows} == set(question.right), question.key
        assert theme.kind is not Kind.NAME_OF or edition.complete
        assert theme.kind is not Kind.NAME_TOP or len(rows) == theme.number


def rests_on(question: Question) -> set[tuple[int, str]]:
    """The rows of clusters that a question rests on, by edition and cluster."""
    theme = question.theme
    clusters = [theme.subject, *question.choices, *question.right]
    editions = {theme.edition, theme.since} - {None}
    if theme.kind is Kind.WHEN:
        editions = set(map(int, question.choices))
    return {(year, cluster) for year in editions for cluster in clusters}


def test_nothing_rests_on_one_source_or_a_dispute(every: tuple[Question, ...], rankings: Rankings) -> None:
    for question in every:
        for year, cluster in rests_on(question):
            row = rankings.editions[year].rows.get(cluster)
            assert row is None or row.evidence in SOLID, question.key


@pytest.mark.parametrize("evidence", [Evidence.SINGLE, Evidence.DISPUTED, Evidence.DERIVED, Evidence.WEAK])
def test_a_figure_that_becomes_doubtful_is_asked_no_more(pipeline: Pipeline, evidence: Evidence) -> None:
    shipped = load()
    rng = random.Random(str(evidence))
    spoilt = {
        year: frozenset(rng.sample(sorted(edition.rows), len(edition.rows) // 3))
        for year, edition in shipped.editions.items()
    }
    worse = replace(
        shipped, editions={year: _with(edition, spoilt[year], evidence) for year, edition in shipped.editions.items()}
    )
    kept = {
        cluster: tuple(_spoil(row, spoilt, evidence) for row in rows) for cluster, rows in shipped.histories.items()
    }
    worse = replace(worse, histories=kept)
    table = Table.of(worse, pipeline.resolver)
    asked = 0
    for kind, maker in MAKERS.items():
        for theme in maker.themes(kind, table):
            draft = drafted(theme, table)
            if draft is None:
                continue
            asked += 1
            question = arranged(draft, maker.topic, "", 0)
            for year, cluster in rests_on(question):
                assert cluster not in spoilt[year], question.key
    assert asked > 1000


def _spoil(row: ClusterRow, spoilt: dict[int, frozenset[str]], evidence: Evidence) -> ClusterRow:
    return replace(row, evidence=evidence) if row.cluster in spoilt[row.edition] else row


def _with(edition: Edition, spoilt: frozenset[str], evidence: Evidence) -> Edition:
    every = {edition.year: spoilt}
    return replace(
        edition,
        rows={cluster: _spoil(row, every, evidence) for cluster, row in edition.rows.items()},
        by_rank={rank: _spoil(row, every, evidence) for rank, row in edition.by_rank.items()},
        ranked=tuple(_spoil(row, every, evidence) for row in edition.ranked),
        by_economy={
            code: tuple(_spoil(row, every, evidence) for row in rows) for code, rows in edition.by_economy.items()
        },
    )


def test_moves_are_not_asked_across_a_change_of_method(every: tuple[Question, ...], rankings: Rankings) -> None:
    for question in every:
        theme = question.theme
        if theme.kind in (Kind.CLIMBED, Kind.FELL):
            between = [year for year in rankings.editions if (theme.since or 0) < year <= theme.year]
            assert not any(rankings.editions[year].method.method_break for year in between)


def test_where_places_belong_is_not_asked_where_that_is_disputed(every: tuple[Question, ...]) -> None:
    for question in every:
        if question.theme.kind in (Kind.IN_ECONOMY, Kind.OF_ECONOMY, Kind.NAME_OF, Kind.COUNT):
            assert question.theme.subject not in NOT_ASKED
            assert NOT_ASKED.isdisjoint(question.choices)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quiz_is_varied(pipeline: Pipeline, seed: int) -> None:
    questions = generate(pipeline.rankings, pipeline.resolver, random.Random(seed), 12)
    assert len(questions) == 12
    assert len({question.theme.kind for question in questions}) == 12
    subjects = [question.theme.subject for question in questions if question.theme.subject]
    assert len(set(subjects)) == len(subjects)


def test_the_same_seed_gives_the_same_quiz_and_another_seed_another(pipeline: Pipeline) -> None:
    def keys(seed: int) -> list[Question]:
        return list(generate(pipeline.rankings, pipeline.resolver, random.Random(seed), 10))

    assert keys(3) == keys(3)
    assert keys(3) != keys(4)


def test_right_choices_are_spread_evenly_over_their_positions(pipeline: Pipeline) -> None:
    positions: Counter[int] = Counter()
    for seed in range(30):
        for question in generate(pipeline.rankings, pipeline.resolver, random.Random(seed), 20):
            if len(question.choices) == 4:
                positions[question.choices.index(question.right[0])] += 1
    most, least = max(positions.values()), min(positions.values())
    assert len(positions) == 4
    assert most / least < 1.35


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("band", Band)
def test_topic_and_difficulty_are_kept_to(pipeline: Pipeline, topic: Topic, band: Band) -> None:
    questions = generate(pipeline.rankings, pipeline.resolver, random.Random(5), 5, topic, band)
    assert questions
    for question in questions:
        assert question.topic is topic
        assert band_of(question.difficulty) is band


def test_difficulty_goes_by_what_was_learned(pipeline: Pipeline) -> None:
    easy = generate(pipeline.rankings, pipeline.resolver, random.Random(1), 5, Topic.MAP, Band.EASY)
    learned = {question.key: 1900.0 for question in easy}
    again = generate(pipeline.rankings, pipeline.resolver, random.Random(1), 5, Topic.MAP, Band.EASY, learned)
    assert not {question.key for question in again} & set(learned)


def test_where_there_are_fewer_there_are_fewer(pipeline: Pipeline) -> None:
    questions = generate(pipeline.rankings, pipeline.resolver, random.Random(1), 30, Topic.HISTORY, Band.EASY)
    assert 0 < len(questions) < 30
    assert all(band_of(question.difficulty) is Band.EASY for question in questions)
