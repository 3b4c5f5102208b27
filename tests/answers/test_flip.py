"""Flip points, against a search of all weights, and on the edition that holds every share."""

from __future__ import annotations

from itertools import combinations, product
from math import dist
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answering import answer
from bot.answers.flip import flip_weights, rounded
from bot.answers.model import FlipAnswer, NoData
from bot.questions import queries
from bot.questions.refs import ClusterRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rankings.model import Rankings

STEPS = 60
DIFFERENCES = st.integers(-400, 400).map(lambda hundredths: hundredths / 100)


def grid(count: int) -> Iterator[tuple[float, ...]]:
    """Yield weights all over the simplex, in steps of one sixtieth."""
    for parts in product(range(STEPS + 1), repeat=count - 1):
        if sum(parts) <= STEPS:
            yield (*(part / STEPS for part in parts), (STEPS - sum(parts)) / STEPS)


def total(weights: tuple[float, ...], differences: tuple[float, ...]) -> float:
    return sum(weight * difference for weight, difference in zip(weights, differences, strict=True))


@given(st.tuples(DIFFERENCES, DIFFERENCES) | st.tuples(DIFFERENCES, DIFFERENCES, DIFFERENCES))
def test_no_weights_on_a_grid_turn_the_order_with_a_smaller_change(differences: tuple[float, ...]) -> None:
    if sum(differences) <= 0:  # the first is the one ahead
        differences = tuple(-difference for difference in differences)
    equal = tuple(1 / len(differences) for _ in differences)
    found = flip_weights(differences)
    turned = [weights for weights in grid(len(differences)) if total(weights, differences) < -1e-9]
    if found is None:
        assert not turned
        return
    assert sum(found) == pytest.approx(1)
    assert min(found) >= 0
    assert total(found, differences) == pytest.approx(0, abs=1e-6)
    nearest = min((dist(weights, equal) for weights in turned), default=float("inf"))
    assert dist(found, equal) <= nearest + 1e-6
    if turned:  # and the grid comes as near as its steps allow
        assert nearest <= dist(found, equal) + 3 / STEPS


@given(st.tuples(DIFFERENCES, DIFFERENCES))
def test_two_measures_follow_the_formula(differences: tuple[float, float]) -> None:
    """The order turns where w·d1 + (1 - w)·d2 = 0."""
    first, second = differences
    found = flip_weights(differences)
    if first + second > 0 and found is not None:
        assert found[0] == pytest.approx(second / (second - first))


def test_the_rounded_weights_have_turned_the_order() -> None:
    weights = flip_weights((0.682 - 0.7985, 0.4719 - 0.3388))
    assert weights is not None
    assert rounded(weights, (0.682 - 0.7985, 0.4719 - 0.3388)) == (53.4, 46.6)


def test_munich_passes_cologne(rankings: Rankings) -> None:
    found = answer(queries.Flip(ClusterRef("munich", ""), ClusterRef("cologne", "")), rankings)
    assert isinstance(found, FlipAnswer)
    assert (found.ahead.name, found.behind.name, found.edition) == ("Cologne", "Munich", 2022)
    assert [(each.before.value, each.after.value) for each in found.weights] == [(50.0, 53.4), (50.0, 46.6)]


def test_only_the_complete_edition_has_flip_points(rankings: Rankings) -> None:
    for edition in rankings.editions:
        query = queries.Flip(ClusterRef("munich", ""), ClusterRef("cologne", ""), edition)
        assert isinstance(answer(query, rankings), FlipAnswer if edition == 2022 else NoData)


def test_weights_told_would_really_turn_the_order(rankings: Rankings) -> None:
    rows = rankings.editions[2022].ranked
    for first, second in combinations(rows[:40:3], 2):
        found = answer(queries.Flip(ClusterRef(first.cluster, ""), ClusterRef(second.cluster, ""), 2022), rankings)
        assert isinstance(found, FlipAnswer)
        if found.weights and not found.contrary:
            weights = [float(each.after.value) for each in found.weights]
            totals = [
                sum(
                    weight * (share or 0) for weight, share in zip(weights, (row.pct_share, row.pub_share), strict=True)
                )
                for row in (first, second)
            ]
            assert totals[1] > totals[0], (first.name, second.name)
