"""Ratings learn how hard questions are."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from bot.community.quiz.question import Band
from bot.community.quiz.rating import Rated, band_of, expected, rate, rate_round, step

CHOICES = 0.25


def test_equals_are_even_but_for_a_guess() -> None:
    assert expected(1500, 1500, 0) == 0.5
    assert expected(1500, 1500, CHOICES) == pytest.approx(0.625)
    assert expected(0, 3000, CHOICES) == pytest.approx(CHOICES, abs=1e-3)
    assert expected(1900, 1500, 0) == pytest.approx(10 / 11)


def test_a_surprise_moves_both_and_more_than_the_expected() -> None:
    strong, hard = Rated(1700), Rated(1500)
    person, question = rate(strong, hard, CHOICES, right=False)
    assert person.rating < 1700
    assert question.rating > 1500
    person, question = rate(strong, hard, CHOICES, right=True)
    assert 0 < person.rating - 1700 < 64 * 0.3
    assert question.rating - 1500 == pytest.approx(1700 - person.rating)


def test_ratings_settle() -> None:
    assert step(0) == 64
    assert step(20) == 38
    assert all(step(n) > step(n + 1) > 12 for n in range(300))


def test_a_round_rates_everybody_in_order() -> None:
    question, people = rate_round(Rated(), CHOICES, [(Rated(), True), (Rated(1300, 5), False)])
    assert question.answers == 2
    assert [person.answers for person in people] == [1, 6]
    assert people[0].rating > 1500
    assert people[1].rating < 1300


def test_bands_cover_all_ratings() -> None:
    assert [band_of(rating) for rating in (0, 1424.9, 1425, 1574.9, 1575, 3000)] == [
        Band.EASY,
        Band.EASY,
        Band.MEDIUM,
        Band.MEDIUM,
        Band.HARD,
        Band.HARD,
    ]


@pytest.mark.parametrize("seed", range(5))
def test_simulated_players_sort_the_questions_by_their_true_difficulty(seed: int) -> None:
    """Forty people of normally spread skill answer twenty questions, which all start as middling."""
    rng = random.Random(seed)
    truth = {number: 1100 + 40 * number for number in range(20)}
    skill = {person: rng.gauss(1500, 200) for person in range(40)}
    questions = dict.fromkeys(truth, Rated())
    people = dict.fromkeys(skill, Rated())
    for _ in range(6000):
        number, person = rng.choice(list(truth)), rng.choice(list(skill))
        right = rng.random() < expected(skill[person], truth[number], CHOICES)
        people[person], questions[number] = rate(people[person], questions[number], CHOICES, right=right)
    learned = [questions[number].rating for number in truth]
    assert _rank_correlation(learned) > 0.95
    assert all(later > earlier for earlier, later in pairwise(learned[::5]))
    assert learned[0] < 1300 < 1700 < learned[-1]


def _rank_correlation(values: list[float]) -> float:
    """Spearman's, of values with their own order in the list."""
    ranks = {index: rank for rank, index in enumerate(sorted(range(len(values)), key=values.__getitem__))}
    n = len(values)
    return 1 - 6 * sum((index - rank) ** 2 for index, rank in ranks.items()) / (n * (n * n - 1))
