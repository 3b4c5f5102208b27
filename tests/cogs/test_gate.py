from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.cogs.gate import PRESSES, ROOMS, Door, Gate, Limit, Pace
from bot.operating.watching import Unwatched
from tests.cogs.conftest import build_settings

if TYPE_CHECKING:
    from tests.cogs.conftest import Clock


class Counting(Unwatched):
    """Counts who was refused."""

    def __init__(self) -> None:
        self.refusals: Counter[tuple[str, str]] = Counter()

    def refused(self, door: str, limit: str) -> None:
        self.refusals[door, limit] += 1


@pytest.fixture
def gate(clock: Clock) -> Gate:
    return Gate(build_settings(), clock)


def limits(gate: Gate, door: Door, people: range, server: int | None) -> list[Limit | None]:
    found = []
    for person in people:
        with gate.entered(door, person, server) as turn:
            found.append(turn.limit)
    return found


@pytest.mark.parametrize("door", [Door.MESSAGE, Door.COMMAND])
def test_a_server_has_its_share_and_others_have_theirs(gate: Gate, clock: Clock, door: Door) -> None:
    assert limits(gate, door, range(60), 1) == [None] * 50 + [Limit.SERVER] * 10
    assert limits(gate, door, range(100, 110), 2) == [None] * 10
    assert limits(gate, door, range(200, 300), None) == [None] * 100, "in direct messages nobody shares"
    clock.now += 10
    assert limits(gate, door, range(60, 70), 1) == [None] * 10


def test_of_a_crowd_one_is_told_in_a_while(gate: Gate, clock: Clock) -> None:
    told = 0
    for person in range(2_000):
        with gate.entered(Door.MESSAGE, person, 1) as turn:
            told += turn.limit is not None and not turn.told
        clock.now += 0.01
    assert told == 2


def test_telling_a_hundred_people_to_wait_takes_from_their_servers_share(gate: Gate) -> None:
    settled = 0
    for person in range(20):
        for _ in range(10):
            with gate.entered(Door.MESSAGE, person, 1) as turn:
                settled += not turn.told
    assert settled == 50 + 1, "and one for the crowd"


def test_no_more_are_inside_than_there_is_room_for(gate: Gate, clock: Clock) -> None:
    with ExitStack() as inside:
        for server in range(40):
            for person in range(10):
                turn = inside.enter_context(gate.entered(Door.MESSAGE, 100 * server + person, server))
                assert turn.limit is None
        assert limits(gate, Door.MESSAGE, range(1), 77) == [Limit.ROOM]
        assert limits(gate, Door.COMMAND, range(1), 77) == [None], "another door is another room"
    assert limits(gate, Door.MESSAGE, range(1, 2), 77) == [None]


def test_a_slow_channel_fills_the_room_of_its_server_only(gate: Gate) -> None:
    with ExitStack() as inside:
        for person in range(200):
            inside.enter_context(gate.entered(Door.MESSAGE, person, 1))
        assert limits(gate, Door.MESSAGE, range(500, 501), 1) == [Limit.ROOM]
        assert limits(gate, Door.MESSAGE, range(501, 502), 2) == [None]
        assert limits(gate, Door.COMMAND, range(502, 503), 1) == [None]


def test_a_thousand_may_press_at_once_but_nobody_without_end(gate: Gate, clock: Clock) -> None:
    assert limits(gate, Door.PRESS, range(ROOMS[Door.PRESS].one), 1) == [None] * ROOMS[Door.PRESS].one
    assert limits(gate, Door.PRESS, range(5, 6), 1) == [None]
    again = [limits(gate, Door.PRESS, range(7, 8), 1)[0] for _ in range(PRESSES + 9)]
    assert again == [None] * (PRESSES - 1) + [Limit.PERSON] * 10
    assert limits(gate, Door.MESSAGE, range(7, 8), 1) == [None], "presses are no questions"


def test_who_is_not_let_in_is_counted(clock: Clock) -> None:
    watch = Counting()
    gate = Gate(build_settings(cooldown_questions=1, server_questions=2), clock, watch)
    for person in (1, 1, 2, 3):
        with gate.entered(Door.COMMAND, person, 9):
            pass
    assert watch.refusals == {("command", "person"): 1, ("command", "server"): 1}


async def test_no_more_pass_in_any_second_than_may(clock: Clock) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(clock.now + seconds)

    pace = Pace(5, clock, sleep)
    passed = []
    for number in range(40):
        before = len(waited)
        await pace.passed()
        passed.append(waited[-1] if len(waited) > before else clock.now)
        clock.now += 0.03 * (number % 3)
    assert passed == sorted(passed)
    assert max(sum(start <= at < start + 1.0 for at in passed) for start in passed) == 5
