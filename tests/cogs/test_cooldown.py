from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cogs import cooldown
from bot.cogs.cooldown import Cooldown

if TYPE_CHECKING:
    from tests.cogs.conftest import Clock


def test_so_many_questions_in_so_many_seconds(clock: Clock) -> None:
    turns = Cooldown(3, 10.0, clock)
    for _ in range(3):
        assert turns.wait(1) == 0
        turns.take(1)
        clock.now += 1
    assert turns.wait(1) == 7.0
    assert turns.wait(2) == 0
    clock.now += 7
    assert turns.wait(1) == 0


def test_who_waits_is_told_once_in_each_pause(clock: Clock) -> None:
    turns = Cooldown(1, 10.0, clock)
    for _ in range(2):
        turns.take(1)
        assert [turns.tell(1), turns.tell(1)] == [True, False]
        clock.now += 10


def test_a_crowd_is_told_once_in_a_while_though_its_pauses_are_short(clock: Clock) -> None:
    turns = Cooldown(2, 1.0, clock, quiet=10.0)
    told = 0
    for _ in range(200):
        if turns.wait(1):
            told += turns.tell(1)
        else:
            turns.take(1)
        clock.now += 0.1
    assert told == 2


def test_no_more_are_remembered_than_the_limit(clock: Clock, monkeypatch) -> None:
    monkeypatch.setattr(cooldown, "KEPT", 100)
    turns = Cooldown(1, 10.0, clock)
    for person in range(1_000):
        turns.take(person)
    assert len(turns) == 100
    assert turns.wait(999)
    assert not turns.wait(0)


def test_who_asked_long_ago_is_not_remembered(clock: Clock) -> None:
    turns = Cooldown(2, 10.0, clock)
    for person in range(50):
        turns.take(person)
    clock.now += 11
    turns.take(0)
    turns.take(77)
    assert len(turns) <= 2
