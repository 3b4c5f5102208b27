"""Lists with something left out, and those who were always among the leading ones, against the rows themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.answering import answer
from bot.answers.model import CrossersAnswer, MoversAnswer, RegularsAnswer, TopAnswer
from bot.answers.values import Status
from bot.questions import queries
from bot.questions.refs import Direction, EconomyRef, RegionRef
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

CHINA, GERMANY, AFRICA = EconomyRef("CN"), EconomyRef("DE"), RegionRef("africa")


def test_a_list_without_an_economy_has_the_next_ones_in_its_place(rankings: Rankings) -> None:
    found = answer(queries.Top(10, edition=2022, without=(CHINA,)), rankings)
    assert isinstance(found, TopAnswer)
    rows = [row for row in rankings.editions[2022].ranked if "CN" not in row.economies][:10]
    assert [entry.cluster.id for entry in found.entries] == [row.cluster for row in rows]
    assert not found.caveats


@pytest.mark.parametrize("within", [3, 5, 10])
def test_who_was_always_among_the_leading_ones_stands_there_in_every_edition(rankings: Rankings, within: int) -> None:
    found = answer(queries.Regulars(within, since=2022, edition=2025), rankings)
    assert isinstance(found, RegularsAnswer)
    leading = [
        {row.cluster for row in rankings.editions[year].ranked if row.rank is not None and row.rank <= within}
        for year in range(2022, 2026)
    ]
    assert {entry.cluster.id for entry in found.entries} == set.intersection(*leading)
    assert not found.blank
    assert not found.open


def test_an_edition_without_leading_ranks_is_named_and_an_open_cluster_too(rankings: Rankings) -> None:
    found = answer(queries.Regulars(10), rankings)
    assert isinstance(found, RegularsAnswer)
    assert found.blank == (2021,)
    ids = {entry.cluster.id for entry in found.entries}
    assert "paris" not in ids
    assert not ids & {rankings.clusters[cluster].id for cluster in ids if rankings.clusters[cluster].name in found.open}


def test_moves_are_limited_by_rank_and_by_distance(rankings: Rankings) -> None:
    found = answer(queries.Movers(Direction.DOWN, 100, within=10), rankings)
    far = answer(queries.Movers(Direction.UP, 100, by=20), rankings)
    assert isinstance(found, MoversAnswer)
    assert isinstance(far, MoversAnswer)
    assert all(int(move.after.value) <= 10 and int(move.change.value) < 0 for move in found.moves)
    assert all(int(move.change.value) >= 20 for move in far.moves)
    assert found.moves
    assert far.moves


def test_the_order_by_a_share_must_be_known_to_say_who_is_within_it(rankings: Rankings) -> None:
    known = answer(queries.Top(100, AFRICA, Measure.PATENTS, 2022, within=10), rankings)
    open_ = answer(queries.Top(100, GERMANY, Measure.PATENTS, 2025, within=10), rankings)
    assert isinstance(known, TopAnswer)
    assert not known.entries
    assert open_.status is Status.NO_DATA


@pytest.mark.parametrize(("within", "left"), [(10, False), (10, True), (5, True)])
def test_who_crossed_a_rank_was_on_one_side_and_is_on_the_other(rankings: Rankings, within: int, *, left: bool) -> None:
    found = answer(queries.Crossers(within, edition=2025, since=2022, left=left), rankings)
    assert isinstance(found, CrossersAnswer)
    before, after = (
        {row.cluster for row in rankings.editions[year].ranked if row.rank is not None and row.rank <= within}
        for year in (2022, 2025)
    )
    assert {entry.cluster.id for entry, *_ in found.entries} == (before - after if left else after - before)
    assert found.whole
    assert found.before == 2022


def test_who_left_the_ranking_between_editions_is_told_of_an_area(rankings: Rankings) -> None:
    found = answer(queries.Crossers(area=EconomyRef("JP"), edition=2025, since=2022, left=True), rankings)
    assert isinstance(found, CrossersAnswer)
    assert set(found.places) == {"Kanazawa", "Hamamatsu"}


def test_an_edition_without_leading_ranks_tells_nothing_of_who_crossed(rankings: Rankings) -> None:
    found = answer(queries.Crossers(10, edition=2022, since=2021, left=True), rankings)
    assert found.status is Status.NO_DATA


def test_an_edition_with_gaps_leaves_open_who_came_in(rankings: Rankings) -> None:
    found = answer(queries.Crossers(10, None, 2022, 2021, left=False), rankings)
    assert isinstance(found, CrossersAnswer)
    assert {"Beijing", "Tokyo–Yokohama"} <= set(found.open)
    assert not found.entries
    assert not found.whole
