from __future__ import annotations

from bot.cogs.once import Once


def test_an_id_is_new_once() -> None:
    once = Once()
    assert [once.first(number) for number in (1, 2, 1)] == [True, True, False]
    assert 2 in once
    assert 3 not in once


def test_the_oldest_ids_are_forgotten() -> None:
    once = Once(limit=2)
    assert [once.first(number) for number in (1, 2, 3, 1, 3)] == [True, True, True, True, False]
