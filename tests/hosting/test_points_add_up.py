"""Whatever people do and whatever fails: points, leaderboard and log are what was kept, and nothing else."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hosting.guests import Guests

if TYPE_CHECKING:
    from bot.store.store import Store
    from tests.hosting.faults import When

CHANNELS = st.integers(1, 2)
PEOPLE = st.integers(1, 3)
ANSWERS = st.lists(st.tuples(PEOPLE, st.sampled_from([1, 1, 0]), st.integers(0, 3000)), min_size=1, max_size=4)
FAULTS = st.lists(st.sampled_from(["after", "before"]), min_size=1, max_size=4)
SECONDS = st.sampled_from([6, 0, 1, 12])
STEP = st.one_of(
    st.tuples(st.just("answer"), CHANNELS, SECONDS, ANSWERS),
    st.tuples(st.just("let_posts_fail"), FAULTS, SECONDS),
    st.tuples(st.just("forget"), PEOPLE),
    st.tuples(st.just("answer"), CHANNELS, SECONDS, ANSWERS),
    st.tuples(st.just("open"), CHANNELS, st.integers(1, 4)),
    st.tuples(st.sampled_from(["skip", "stop"]), CHANNELS),
    st.tuples(st.just("pass_time"), st.sampled_from([0.5, 6, 12, 40])),
    st.tuples(st.just("restart")),
)
STEPS = st.lists(st.tuples(st.one_of(st.just([]), st.just([]), FAULTS), STEP), min_size=12, max_size=30)
SERVERS = count(1)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
async def test_points_are_what_was_acknowledged(store: Store, steps: list[tuple[list[When], tuple[Any, ...]]]) -> None:
    guests = Guests(store, next(SERVERS))
    try:
        for faults, (what, *arguments) in [([], ("open", 1, 3)), ([], ("pass_time", 6)), *steps]:
            guests.let_store_fail(faults)
            await getattr(guests, what)(*arguments)
            assert not guests.exposed(), "nobody is named who was forgotten"
        await guests.see_out()
        await check(store, guests)
    finally:
        await guests.leave()


async def check(store: Store, guests: Guests) -> None:
    totals: Counter[Any] = Counter()
    shares: Counter[Any] = Counter()
    for event in await store.events.of_server(guests.server, "quiz"):
        assert event.closed_at is not None
        expected = await guests.expected_points(event.id)
        found = Counter(await store.points.of_event(event.id))
        assert counted(found) == counted(expected)
        totals.update(
            {name if isinstance(name, int) else (event.id, name): of_them for name, of_them in expected.items()}
        )
        shares.update(name if isinstance(name, int) else (event.id, name) for name in expected)
    board = await store.points.leaderboard(guests.server, "quiz", 1000)
    assert sorted((each.person if each.person > 0 else 0, each.points, each.events) for each in board) == sorted(
        (name if isinstance(name, int) else 0, totals[name], shares[name]) for name in totals
    )
    assert [each.place for each in board] == [1 + sum(other.points > each.points for other in board) for each in board]
    for person in guests.forgotten:
        assert await store.people.everything(person) == ()


def counted(points: Counter[Any]) -> list[tuple[int, int]]:
    """Points by person; whoever was forgotten is nobody in particular."""
    return sorted((name if isinstance(name, int) and name > 0 else 0, of_them) for name, of_them in points.items())
