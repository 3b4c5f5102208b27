"""Honest entries score best on average, ties share places, and what is unknown counts for nobody."""

from __future__ import annotations

import random
from itertools import pairwise, permutations
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.pool.model import Baseline, Entry, HowMany, Leader, Outcome, Prompt, TopFive, Will
from bot.community.pool.opponents import crowd
from bot.community.pool.scoring import MOST, attainable, revealed, score
from bot.community.pool.standings import Opponent, standings
from bot.rankings.model import Evidence, Measure
from tests.community.pool.support import IDS, PERSON, locked, some_entry

FIVE, LEADER, NUMBER, WILL = TopFive(), Leader(Measure.PATENTS), HowMany("DE"), Will("X")
ASKED: tuple[Prompt, ...] = (FIVE, LEADER, NUMBER, WILL, Will("Y"))
TRUE = tuple(Outcome(truth, Evidence.OFFICIAL, ("S1",)) for truth in (IDS[:5], (IDS[0], IDS[1]), 7, True, False))
percents = st.integers(0, 100)


def test_of_yes_or_no_ones_own_probability_is_best() -> None:
    for belief in range(101):

        def expected(entered: int, belief: int = belief) -> int:
            return belief * (score(WILL, entered, True) or 0) + (100 - belief) * (score(WILL, entered, False) or 0)

        assert max(range(101), key=expected) == belief


@given(st.lists(percents, min_size=1, max_size=30))
def test_of_numbers_the_median_of_ones_beliefs_is_best(beliefs: list[int]) -> None:
    def expected(entered: int) -> float:
        return mean(score(NUMBER, entered, truth) or 0 for truth in beliefs)

    best = max(map(expected, range(101)))
    middle = sorted(beliefs)[len(beliefs) // 2]
    assert expected(middle) == pytest.approx(best, abs=1)  # each score is rounded to a thousandth


@given(st.randoms(use_true_random=False))
def test_of_top_fives_no_list_is_better_than_the_one_that_beliefs_make(chance: random.Random) -> None:
    """Beliefs are some orders that may come true, all equally likely."""
    clusters = "abcdef"
    possible = [tuple(chance.sample(clusters, 5)) for _ in range(4)]

    def expected(entered: tuple[str, ...]) -> int:
        return sum(score(FIVE, entered, truth) or 0 for truth in possible)

    def by_beliefs(entered: tuple[str, ...]) -> int:
        among = sum(cluster in truth for cluster in entered for truth in possible)
        placed = sum(entered[place] == truth[place] for place in range(5) for truth in possible)
        return 1000 * (among + placed)

    lists = list(permutations(clusters, 5))
    assert max(map(expected, lists)) == max(map(by_beliefs, lists))
    assert all(expected(entered) == by_beliefs(entered) for entered in lists[::7])


@pytest.mark.parametrize(
    ("prompt", "prediction", "truth", "points"),
    [
        (FIVE, IDS[:5], IDS[:5], 10_000),
        (FIVE, IDS[4::-1], IDS[:5], 6_000),
        (FIVE, IDS[2:7], IDS[:5], 3_000),
        (FIVE, (*IDS[:4], "x"), (*IDS[:3], None, IDS[4]), 6_000),
        (LEADER, IDS[1], (IDS[0], IDS[1]), 10_000),
        (LEADER, IDS[2], (IDS[0], IDS[1]), 0),
        (NUMBER, 7, 7, 10_000),
        (NUMBER, 0, 100, 0),
        (NUMBER, 8, 7, 9_745),
        (WILL, 70, True, 9_100),
        (WILL, 70, False, 5_100),
        (WILL, 100, False, 0),
        (WILL, None, False, 0),
        (WILL, 50, None, None),
        (FIVE, None, None, None),
    ],
)
def test_points_are_those_of_the_rules(prompt: Prompt, prediction: object, truth: object, points: int | None) -> None:
    assert score(prompt, prediction, truth) == points  # type: ignore[arg-type]


@given(st.integers(0, 200))
def test_the_truth_itself_brings_all_that_can_be_had(seed: int) -> None:
    chance = random.Random(seed)
    order = tuple(cluster if chance.random() < 0.7 else None for cluster in IDS[:5])
    assert score(FIVE, IDS[:5], order) == attainable(FIVE, order)
    number = chance.randint(0, 100)
    assert score(NUMBER, number, number) == attainable(NUMBER, number) == MOST


def test_equal_totals_share_a_place_whoever_entered_first() -> None:
    best = Entry((IDS[:5], IDS[0], 7, 100, 0))
    other = Entry((IDS[:5], IDS[1], 7, 100, 0))
    worse = Entry((IDS[:5], IDS[1], 7, 100, 100))
    for made in permutations((best, other, worse)):
        lines = standings(locked(ASKED, made), TRUE)
        assert [line.place for line in lines if line.place is not None] == [1, 1, 3]


def test_opponents_take_no_place() -> None:
    known = Baseline((IDS[:5], IDS[0], 7, 100, 0), (2021,))
    lines = standings(locked(ASKED, [Entry((IDS[2:7], IDS[5], 50, 0, 100))], known), TRUE)
    assert [(line.who, line.place) for line in lines] == [
        (Opponent.BEFORE, None),
        (PERSON + 1, 1),
        (Opponent.CROWD, None),
    ]
    assert lines[1].total == lines[2].total


def test_an_opponent_without_a_prediction_gets_nothing_for_it() -> None:
    lines = standings(locked(ASKED, [], Baseline((None, IDS[0], None, None, None), (2021,))), TRUE)
    assert [(line.who, line.points) for line in lines] == [(Opponent.BEFORE, (0, 10_000, 0, 0, 0))]


def test_the_crowd_is_the_median_and_equals_go_by_the_alphabet() -> None:
    made = [
        Entry((("a", "b", "c", "d", "e"), "y", 1, 10)),
        Entry((("b", "a", "c", "d", "f"), "x", 2, 20)),
        Entry((("b", "a", "c", "d", "e"), "y", 9, 90)),
        Entry((("a", "b", "c", "d", "f"), "x", 8, 80)),
    ]
    assert crowd(made) == (("a", "b", "c", "d", "e"), "x", 2, 20)
    assert crowd([]) == ()


@given(st.integers(0, 200))
def test_as_a_countdown_goes_on_points_only_rise_to_the_final_ones(seed: int) -> None:
    chance = random.Random(seed)
    pool = locked(ASKED, [some_entry(chance) for _ in range(4)])
    totals = [
        {line.who: line.total for line in standings(pool, TRUE, revealed_from)}
        for revealed_from in (100, 6, 5, 4, 3, 2, 1)
    ]
    assert set(totals[0].values()) == set(totals[1].values()) == {0}
    for earlier, later in pairwise(totals):
        assert all(earlier[who] <= later[who] for who in later)
    assert totals[-1] == {line.who: line.total for line in standings(pool, TRUE)}


def test_a_countdown_gives_nothing_away() -> None:
    shown = revealed(ASKED, TRUE, 4)
    assert [outcome.truth for outcome in shown] == [(None, None, None, *IDS[3:5]), None, None, None, None]
