"""Who came into the index or its leading ranks, left, or was always there, against the rows themselves."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.answers.answering import answer
from bot.answers.model import (
    AboutAnswer,
    CompareEconomiesAnswer,
    EconomyNewcomersAnswer,
    EconomyRegularsAnswer,
    MeasureAnswer,
    NoData,
    TotalAnswer,
)
from bot.questions import queries
from bot.questions.refs import ClusterRef, Direction, EconomyRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

YEARS = (2025, 2024, 2023, 2022)


def ranks(rankings: Rankings, year: int) -> dict[str, int]:
    return {code: row.scores[Pillar.GII].rank for code, row in rankings.editions[year].economies.items()}


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("within", [None, 10, 20])
@pytest.mark.parametrize("left", [True, False])
def test_who_came_in_was_outside_before(rankings: Rankings, year: int, within: int | None, *, left: bool) -> None:
    found = answer(queries.EconomyNewcomers(within, edition=year, left=left), rankings)
    assert isinstance(found, EconomyNewcomersAnswer)
    now, then = (
        {code for code, rank in ranks(rankings, each).items() if rank <= (within or rank)} for each in (year, year - 1)
    )
    assert {entry.economy.code for entry in found.entries} == (then - now if left else now - then)


@pytest.mark.parametrize("within", [1, 3, 10])
def test_who_was_always_there_stands_there_in_every_edition(rankings: Rankings, within: int) -> None:
    found = answer(queries.EconomyRegulars(within, since=2021), rankings)
    assert isinstance(found, EconomyRegularsAnswer)
    inside = [{code for code, rank in ranks(rankings, year).items() if rank <= within} for year in (*YEARS, 2021)]
    assert {entry.economy.code for entry in found.entries} == set.intersection(*inside)


@pytest.mark.parametrize(("direction", "sign"), [(Direction.UP, 1), (Direction.DOWN, -1)])
def test_who_always_rose_has_a_better_rank_each_time(rankings: Rankings, direction: Direction, sign: int) -> None:
    found = answer(queries.EconomyRegulars(1, direction, since=2022), rankings)
    assert isinstance(found, EconomyRegularsAnswer)
    tables = [ranks(rankings, year) for year in sorted(YEARS)]
    rising = {
        code
        for code in set.intersection(*map(set, tables))
        if all(sign * (one[code] - two[code]) > 0 for one, two in pairwise(tables))
    }
    assert rising
    assert {entry.economy.code for entry in found.entries} == rising


@pytest.mark.parametrize("year", [2019, 2021])
def test_nothing_is_said_of_editions_without_an_earlier_one(rankings: Rankings, year: int) -> None:
    assert isinstance(answer(queries.EconomyNewcomers(edition=year), rankings), NoData)
    assert isinstance(answer(queries.EconomyRegulars(3, edition=year), rankings), NoData)


def test_a_lead_by_score_is_the_difference_of_the_scores(rankings: Rankings) -> None:
    found = answer(queries.CompareEconomies((EconomyRef("SE"), EconomyRef("CH"))), rankings)
    assert isinstance(found, CompareEconomiesAnswer)
    scores = [rankings.newest_economies.economies[code].scores[Pillar.GII].score for code in ("CH", "SE")]
    assert [value.value for value in found.values if value.measure == "gii_score_lead"] == [
        pytest.approx(scores[0] - scores[1], abs=1e-4)
    ]


def test_how_many_economies_an_edition_ranks_is_a_figure(rankings: Rankings) -> None:
    found = answer(queries.About(), rankings)
    assert isinstance(found, AboutAnswer)
    counted = {value.edition: value.value for value in found.values if value.measure == "economy_count"}
    assert counted == {year: len(edition.economies) for year, edition in rankings.editions.items() if edition.economies}


def test_a_sum_has_a_name_of_its_own(rankings: Rankings) -> None:
    found = answer(queries.Total(Measure.PATENTS, within=5, edition=2022), rankings)
    assert isinstance(found, TotalAnswer)
    assert {value.measure for value in found.values} == {"pct_share_sum"}


def test_a_place_by_a_share_is_counted_where_every_share_is_held(rankings: Rankings) -> None:
    shares = sorted((row.pct_share or 0 for row in rankings.editions[2022].rows.values()), reverse=True)
    munich = ClusterRef("munich", "")
    found = answer(queries.MeasureOf(munich, (Measure.PATENTS, Measure.PUBLICATIONS), 2022), rankings)
    assert isinstance(found, MeasureAnswer)
    row = rankings.editions[2022].rows["munich"]
    values = {value.measure: value.value for value in found.values}
    assert values["pct_share_rank"] == shares.index(row.pct_share or 0) + 1
    assert values["total_share"] == pytest.approx((row.pct_share or 0) + (row.pub_share or 0), abs=1e-3)


def test_a_place_by_a_share_is_not_guessed(rankings: Rankings) -> None:
    found = answer(queries.MeasureOf(ClusterRef("london", ""), (Measure.PATENTS,), 2023), rankings)
    assert isinstance(found, MeasureAnswer)
    assert not found.standings
