"""The question of the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.community.quiz.daily import YEAR, DailyPool

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

FIRST = date(2026, 1, 1)


@pytest.fixture(scope="module")
def pool(pipeline: Pipeline) -> DailyPool:
    return DailyPool.of(pipeline.rankings, pipeline.resolver)


def test_a_day_has_one_question_wherever_it_is_asked(pool: DailyPool, pipeline: Pipeline) -> None:
    again = DailyPool.of(pipeline.rankings, pipeline.resolver)
    for day in range(0, 400, 40):
        asked = pool.question(FIRST + timedelta(day))
        assert asked is not None
        assert asked == again.question(FIRST + timedelta(day))
        assert len(asked.choices) > 1


def test_no_question_comes_back_within_a_year(pool: DailyPool) -> None:
    last: dict[str, int] = {}
    kinds: set[str] = set()
    for day in range(3 * YEAR):
        asked = pool.question(FIRST + timedelta(day))
        assert asked is not None
        assert day - last.get(asked.key, -YEAR) >= YEAR
        last[asked.key] = day
        kinds.add(asked.theme.kind)
    assert len(kinds) >= 12
