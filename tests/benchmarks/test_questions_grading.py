from __future__ import annotations

import csv
import json
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from rapidfuzz import fuzz

from benchmarks.questions.__main__ import Graded, ask, markdown, rows, share, summary
from benchmarks.questions.grading import Grade, faults, grade, same
from benchmarks.questions.pairs import HERE, Figure, Pair, PairError, Set, load, parse
from benchmarks.readme import README, replaced
from bot.rankings.shipped import shipped_directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.pipeline import Pipeline

ASKED = (Set.DEVELOP, Set.MEASURE)
NEAR = 90
"""From this likeness on, in per cent and regardless of the order of words, two questions are one asked twice."""


def table(name: str) -> list[dict[str, str]]:
    with (shipped_directory() / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def pair(**fields: Any) -> Pair:
    return parse(json.dumps({"id": "t1", "kind": "test", "question": "?", "status": "answered", **fields}))


def record(status: str = "answered", **fields: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {"input": "?", "query": None, "reading": None, "text": "", "places": [], "values": []}
    return {**blank, "status": status, "caveats": [], **fields}


def value(subject: str, measure: str, found: float | str | bool, edition: int = 2025) -> dict[str, Any]:
    return {"subject": subject, "measure": measure, "edition": edition, "value": found, "unit": "rank"}


LONDON = value("London", "rank", 8)


# --- The grader ---


@pytest.mark.parametrize(
    ("expected", "status", "outcome"),
    [
        ("answered", "answered", Grade.RIGHT),
        ("answered", "not_understood", Grade.DECLINED),
        ("answered", "unknown_place", Grade.DECLINED),
        ("answered", "ambiguous", Grade.ASKED_BACK),
        ("answered", "no_data", Grade.WRONG),
        ("answered", "unranked", Grade.WRONG),
        ("no_data", "no_data", Grade.RIGHT),
        ("no_data", "answered", Grade.WRONG),
        ("unranked", "answered", Grade.WRONG),
        ("unranked", "ambiguous", Grade.ASKED_BACK),
        (["ambiguous", "answered"], "ambiguous", Grade.RIGHT),
        (["not_understood", "unknown_place"], "unknown_place", Grade.RIGHT),
        (["not_understood", "unknown_place"], "no_data", Grade.WRONG),
        (["not_understood", "unknown_place"], "ambiguous", Grade.ASKED_BACK),
    ],
)
def test_status_decides_before_content(expected: Any, status: str, outcome: Grade) -> None:
    assert grade(record(status), pair(status=expected)) is outcome


@pytest.mark.parametrize("expected", ["answered", ["not_understood", "unknown_place"]])
def test_offering_readings_is_asking_back(expected: Any) -> None:
    offering = record("not_understood", readings=["rank · London · 2025"])
    assert grade(offering, pair(status=expected)) is Grade.ASKED_BACK


def test_readings_beside_an_answer_are_no_question() -> None:
    assert grade(record(readings=["rank · Paris · 2025"]), pair()) is Grade.RIGHT


@pytest.mark.parametrize(
    ("places", "outcome"),
    [
        (["London", "Paris"], Grade.RIGHT),
        (["London", "Paris", "Berlin"], Grade.RIGHT),
        (["Paris", "London"], Grade.WRONG),
        (["London"], Grade.WRONG),
    ],
)
def test_places_stand_first_in_order(places: list[str], outcome: Grade) -> None:
    assert grade(record(places=places), pair(places=["London", "Paris"])) is outcome


def test_places_in_any_order() -> None:
    assert grade(record(places=["Oslo", "Dublin", "Basel"]), pair(among=["Dublin", "Oslo"])) is Grade.RIGHT
    assert grade(record(places=["Oslo"]), pair(among=["Dublin", "Oslo"])) is Grade.WRONG


def test_exactly_these_places() -> None:
    assert grade(record(places=["Oslo", "Dublin"]), pair(exactly=["Dublin", "Oslo"])) is Grade.RIGHT
    assert grade(record(places=["Oslo", "Dublin", "Basel"]), pair(exactly=["Dublin", "Oslo"])) is Grade.WRONG


def test_the_unranked_city_must_be_the_one_asked_for() -> None:
    expected = pair(status="unranked", places=["Lagos"])
    assert grade(record("unranked", places=["Lagos"]), expected) is Grade.RIGHT
    assert grade(record("unranked", places=["Lagoa"]), expected) is Grade.WRONG


def test_every_figure_must_occur() -> None:
    expected = pair(values=[{"subject": "London", "measure": "rank", "edition": 2025, "value": 8}])
    assert grade(record(values=[LONDON]), expected) is Grade.RIGHT
    for other in (
        value("Paris", "rank", 8),
        value("London", "intensity_rank", 8),
        value("London", "rank", 9),
        value("London", "rank", 8, 2024),
    ):
        assert grade(record(values=[other]), expected) is Grade.WRONG
    assert grade(record(), expected) is Grade.WRONG


def test_one_of_several_figures_is_enough() -> None:
    expected = pair(values=[[{"measure": "pct_count", "value": 4935.7}, {"measure": "pct_share", "value": 0.5}]])
    assert grade(record(values=[value("London", "pct_share", 0.5)]), expected) is Grade.RIGHT
    assert grade(record(values=[value("London", "pct_share", 0.6)]), expected) is Grade.WRONG


def test_what_is_not_decided_must_not_be_claimed() -> None:
    expected = pair(status=["no_data", "answered"], never=[{"measure": "claim", "edition": 2025}])
    assert grade(record("no_data"), expected) is Grade.RIGHT
    assert grade(record(values=[value("Seattle", "claim", False, 2023)]), expected) is Grade.RIGHT
    assert grade(record(values=[value("Seattle", "claim", False)]), expected) is Grade.WRONG


@pytest.mark.parametrize("truth", [True, False])
def test_a_claim_is_decided_one_way(truth: bool) -> None:
    expected = pair(claim=truth)
    right, wrong = value("London", "claim", truth), value("London", "claim", not truth)
    assert grade(record(values=[right]), expected) is Grade.RIGHT
    assert grade(record(values=[wrong]), expected) is Grade.WRONG
    assert grade(record(values=[right, wrong]), expected) is Grade.WRONG
    assert grade(record(values=[LONDON]), expected) is Grade.WRONG


def test_words_of_the_text_in_any_case() -> None:
    assert grade(record(text="Venture-capital deals joined"), pair(text=["venture"])) is Grade.RIGHT
    assert grade(record(text="Publications joined"), pair(text=["venture"])) is Grade.WRONG


def test_content_is_not_looked_at_where_another_status_is_right() -> None:
    expected = pair(status=["no_data", "answered"], places=["Seattle"], values=[{"measure": "rank", "value": 21}])
    assert grade(record("no_data"), expected) is Grade.RIGHT


@pytest.mark.parametrize(
    ("expected", "found", "equal"),
    [
        (8, 8.0, True),
        (10.3, 10.3 + 1e-7, True),
        (10.3, 10.31, False),
        (1, True, False),
        (True, 1, False),
        (True, True, True),
        ("2025-09-01", "2025-09-01", True),
        ("2025", 2025, False),
    ],
)
def test_sameness(expected: Any, found: object, equal: bool) -> None:
    assert same(expected, found) is equal


def test_faults_say_what_is_lacking() -> None:
    expected = pair(places=["London"], values=[{"measure": "rank", "value": 8}], claim=True, text=["WIPO"])
    assert len(faults(record(), expected)) == 4
    assert not faults(
        record(places=["London"], values=[LONDON, value("London", "claim", True)], text="WIPO GII"), expected
    )


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "x", "kind": "k", "question": "q"}',
        '{"id": "x", "kind": "k", "question": "q", "status": "fine"}',
        '{"id": "x", "kind": "k", "question": "q", "status": []}',
        '{"id": "x", "kind": "k", "question": "q", "status": "answered", "place": ["London"]}',
    ],
)
def test_a_line_that_is_no_pair_is_refused(line: str) -> None:
    with pytest.raises(PairError):
        parse(line)


def test_grades_are_summed_by_kind() -> None:
    graded = [
        Graded(pair(kind="rank"), record(), Grade.RIGHT),
        Graded(pair(kind="rank"), record(), Grade.WRONG),
        Graded(pair(kind="top"), record(), Grade.DECLINED),
    ]
    assert rows(graded) == [
        ("rank", Counter({Grade.RIGHT: 1, Grade.WRONG: 1})),
        ("top", Counter({Grade.DECLINED: 1})),
        ("total", Counter({Grade.RIGHT: 1, Grade.WRONG: 1, Grade.DECLINED: 1})),
    ]
    page = markdown({Set.MEASURE: tuple(graded)})
    assert "| rank | 2 | 1 | 1 | 0 | 0 | 50.0 % |" in page
    assert "| **total** | **3** | **1** | **1** | **0** | **1** | **33.3 %** |" in page
    assert share(0, 0) == "–"


# --- The data sets ---


def questions() -> Iterator[Pair]:
    for which in Set:
        yield from load(which)


def test_there_are_enough_of_every_set() -> None:
    sizes = {which: len(load(which)) for which in Set}
    assert sizes[Set.DEVELOP] >= 220
    assert sizes[Set.MEASURE] >= 220
    assert sizes[Set.OFFTOPIC] >= 200


def test_ids_and_questions_are_unique() -> None:
    pairs = list(questions())
    for counted in (Counter(each.id for each in pairs), Counter(each.question.casefold() for each in pairs)):
        assert not [item for item, times in counted.items() if times > 1]


def test_lines_are_compact_json_with_their_letters_readable() -> None:
    for which in Set:
        for line in (HERE / f"{which}.jsonl").read_text(encoding="utf-8").splitlines():
            assert line == json.dumps(json.loads(line), ensure_ascii=False)


def test_every_kind_is_in_both_sets() -> None:
    develop, measure = (Counter(each.kind for each in load(which)) for which in ASKED)
    assert develop.keys() == measure.keys()
    assert min(develop.values()) >= 2


def test_the_sets_share_no_question_however_its_words_are_ordered() -> None:
    near = [
        (one.id, other.id)
        for one, other in product(load(Set.DEVELOP), load(Set.MEASURE))
        if fuzz.token_sort_ratio(one.question.casefold(), other.question.casefold()) >= NEAR
    ]
    assert not near


def test_an_answer_is_never_expected_without_content() -> None:
    for each in questions():
        if "answered" in each.statuses:
            held = (each.places, each.among, each.exactly, each.values, each.text, each.never)
            assert any(held) or each.claim is not None, each.id


def test_off_topic_is_declined() -> None:
    for each in load(Set.OFFTOPIC):
        assert each.statuses == {"not_understood", "unknown_place"}


def test_places_exist() -> None:
    known = {row["name"] for row in table("clusters")} | {row["short_name"] for row in table("economies")}
    outside = {row["name"] for row in table("places")}
    subjects = known | {"world"}
    for each in questions():
        names = known | outside if each.statuses == {"unranked"} else known
        assert {*each.places, *each.among, *each.exactly} <= names, each.id
        figures = (*each.never, *(figure for alternatives in each.values for figure in alternatives))
        assert {figure.subject for figure in figures} - {None} <= subjects, each.id


def test_every_statement_is_asked() -> None:
    held = {":".join((row["edition"], row["about"], row["ref"], row["measure"])) for row in table("statements")}
    assert {key for which in ASKED for each in load(which) for key in each.statements} == held


CLUSTER_MEASURES = ("rank", "pct_share", "pub_share", "vc_share", "pct_count", "pub_count", "intensity_rank")
CLUSTER_COLUMNS = (*CLUSTER_MEASURES, "population")


def held_figures() -> dict[tuple[str, str, int], float]:
    names = {row["cluster_id"]: row["name"] for row in table("clusters")}
    economies = {row["economy"]: row["short_name"] for row in table("economies")}
    held: dict[tuple[str, str, int], float] = {}
    for row in table("cluster_ranks"):
        for column in CLUSTER_COLUMNS:
            if row[column]:
                held[names[row["cluster_id"]], column, int(row["edition"])] = float(row[column])
    for row in table("economy_ranks"):
        for column in (key for key in row if key.endswith(("_rank", "_score")) and row[key]):
            held[economies[row["economy"]], column, int(row["edition"])] = float(row[column])
    return held


def test_expected_figures_are_those_of_the_tables() -> None:
    held = held_figures()
    looked_up = 0
    for each in questions():
        for figure in (figure for alternatives in each.values for figure in alternatives):
            columns = (*CLUSTER_COLUMNS, "gii_rank", "gii_score")
            if figure.subject and figure.edition and (figure.measure in columns or figure.measure.endswith("_rank")):
                if figure.measure in ("vc_share_rank", "pct_share_rank"):  # stated, and in no column
                    continue
                assert same(float(held[figure.subject, figure.measure, figure.edition]), figure.value), each.id
                looked_up += 1
    assert looked_up > 400


def test_figures_are_read_as_records_hold_them() -> None:
    assert parse(
        json.dumps(
            {
                "id": "x",
                "kind": "k",
                "question": "q",
                "status": "answered",
                "values": [{"measure": "rank", "value": 8}, [{"measure": "claim", "value": True}]],
            }
        )
    ).values == ((Figure("rank", 8),), (Figure("claim", True),))


def test_the_published_results_are_those_of_the_code(pipeline: Pipeline) -> None:
    results = {which: ask(pipeline, load(which)) for which in Set}
    assert (HERE / "RESULTS.md").read_text("utf-8") == markdown(results)
    readme = README.read_text("utf-8")
    assert replaced(readme, "questions", summary(results)) == readme
