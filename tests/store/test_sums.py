"""No sequence of games, awards, corrections, settlements and forgetting loses or doubles points."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.support import action, at

if TYPE_CHECKING:
    from bot.store.records import Event
    from bot.store.store import Store

PEOPLE = st.integers(1, 4)
GAMES = st.integers(0, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("award"), GAMES, st.dictionaries(PEOPLE, st.integers(-5, 20))),
        st.tuples(st.just("settle"), GAMES, st.dictionaries(PEOPLE, st.integers(-5, 20))),
        st.tuples(st.just("close"), GAMES, st.none()),
        st.tuples(st.just("open"), GAMES, st.none()),
        st.tuples(st.just("forget"), PEOPLE, st.none()),
    ),
    max_size=14,
)
SERVERS = count(1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
async def test_points_add_up_to_what_was_last_awarded(store: Store, steps: list[tuple[str, int, dict | None]]) -> None:
    server = next(SERVERS)
    model: dict[int, Counter[object]] = {}
    current: dict[int, Event] = {}
    entered: dict[int, set[int]] = {}

    async def ready(game: int, people: set[int]) -> Event:
        if game not in current:
            current[game] = await store.events.open("quiz", server, 1, f"{server}/{game}", action())
            entered[current[game].id] = set()
        event = current[game]
        for person in sorted(people - entered[event.id]):
            await store.events.append(event.id, len(await store.events.log(event.id)), action(server * 10 + person))
        entered[event.id] |= people
        return event

    for what, which, awarded in steps:
        if what == "forget":
            person = server * 10 + which
            told = await store.people.forget(person)
            assert set(told.events) == {event for event, people in entered.items() if which in people}
            for people in entered.values():
                people.discard(which)
            for event, points in model.items():
                if person in points:
                    points[f"nameless {which} in {event}"] += points.pop(person)
            continue
        event = await ready(which, set(awarded or ()))
        points = {server * 10 + person: of_them for person, of_them in (awarded or {}).items()}
        if what == "award":
            await store.points.award(event.id, points)
            model[event.id] = Counter(points)
        elif what == "settle":
            await store.points.settle(event.id, at(1), points)
            model[event.id] = Counter(points)
            del current[which]
        elif what == "close":
            await store.events.close(event.id, at(1))
            del current[which]

    board = await store.points.leaderboard(server, "quiz", 1000)
    totals: Counter[object] = Counter()
    events: Counter[object] = Counter()
    for points in model.values():
        for person, of_them in points.items():
            totals[person] += of_them
            events[person] += 1
    expected = [(person if isinstance(person, int) else None, totals[person], events[person]) for person in totals]
    found = [(one.person if one.person > 0 else None, one.points, one.events) for one in board]
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert [one.place for one in board] == [1 + sum(other.points > one.points for other in board) for one in board]
    for event, points in model.items():
        assert sum((await store.points.of_event(event)).values()) == sum(points.values())
