from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cogs import cooldown
from bot.cogs.cooldown import Cooldown

if TYPE_CHECKING:
    from tests.cogs.conftest import Clock


def test_so_many_questions_in_so_many_seconds(clock: Clock) -> None:
    turns = Cooldown(3, 10.0, clock)
    for _ in range(3):
        assert turns.take(1).granted
        clock.now += 1
    refused, again = turns.take(1), turns.take(1)
    assert (refused.granted, refused.wait, refused.told) == (False, 7.0, False)
    assert (again.granted, again.told) == (False, True)
    assert turns.take(2).granted
    clock.now += 7
    assert turns.take(1).granted
    assert not turns.take(1).told


def test_memory_is_bounded(clock: Clock, monkeypatch) -> None:
    monkeypatch.setattr(cooldown, "PEOPLE_KEPT", 100)
    turns = Cooldown(1, 10.0, clock)
    for person in range(1_000):
        assert turns.take(person).granted
    assert len(turns._people) == 100
    assert not turns.take(999).granted
    assert turns.take(0).granted
