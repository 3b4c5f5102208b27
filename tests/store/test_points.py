from __future__ import annotations

import asyncio

import pytest

from bot.store.failures import NoSuchEvent, OutOfStep
from bot.store.records import Place
from bot.store.store import Store
from tests.store.support import ADA, BOB, CAT, SERVER, at, played


async def test_awarding_again_replaces_all_points_of_the_event(store: Store) -> None:
    event = await played(store, (ADA, BOB, CAT))
    await store.points.award(event.id, {ADA: 5, BOB: 3})
    await store.points.award(event.id, {ADA: 5, BOB: 3})
    assert await store.points.leaderboard(SERVER, "quiz", 9) == (Place(1, ADA, 5, 1), Place(2, BOB, 3, 1))
    await store.points.award(event.id, {BOB: 4, CAT: 0})
    assert await store.points.of_event(event.id) == {BOB: 4, CAT: 0}
    await store.points.award(event.id, {})
    assert await store.points.leaderboard(SERVER, "quiz", 9) == ()


async def test_settling_closes_and_awards(store: Store) -> None:
    event = await played(store, (ADA,))
    await store.points.settle(event.id, at(9), {ADA: 5})
    assert (await store.events.get(event.id)).closed_at == at(9)
    await store.points.settle(event.id, at(10), {ADA: 6})
    assert (await store.events.get(event.id)).closed_at == at(9)
    assert await store.points.of_event(event.id) == {ADA: 6}


async def test_points_go_to_those_who_played_and_a_refused_settlement_changes_nothing(store: Store) -> None:
    event = await played(store, (ADA,))
    await store.points.award(event.id, {ADA: 1})
    with pytest.raises(OutOfStep):
        await store.points.settle(event.id, at(9), {ADA: 5, BOB: 5})
    assert await store.points.of_event(event.id) == {ADA: 1}
    assert (await store.events.get(event.id)).closed_at is None
    with pytest.raises(NoSuchEvent):
        await store.points.award(event.id + 1, {})


async def test_of_awards_made_at_once_one_stands_whole(store: Store, address: str) -> None:
    event = await played(store, (ADA, BOB, CAT))
    awards = [{ADA: number, (BOB, CAT)[number % 2]: number} for number in range(12)]
    async with await Store.open(address) as other:
        await asyncio.gather(
            *((store, other)[number // 2 % 2].points.award(event.id, points) for number, points in enumerate(awards))
        )
    assert await store.points.of_event(event.id) in awards


async def test_an_award_while_somebody_is_forgotten_does_not_bring_them_back(store: Store, address: str) -> None:
    events = [await played(store, (ADA, BOB), scope=str(number)) for number in range(10)]
    async with await Store.open(address) as other:
        told = await asyncio.gather(
            *(other.points.award(event.id, {ADA: 2, BOB: 1}) for event in events),
            store.people.forget(ADA),
            return_exceptions=True,
        )
    for event, answer in zip(events, told, strict=False):
        points = dict(await store.points.of_event(event.id))
        assert (answer is None, sorted(points.values())) in ((True, [1, 2]), (False, []))
        assert ADA not in points


async def test_a_leaderboard_adds_up_a_kind_in_a_server_and_equal_points_share_a_place(store: Store) -> None:
    awards = [{ADA: 2, BOB: 3, CAT: 1}, {ADA: 1}, {CAT: 0}]
    for scope, points in enumerate(awards):
        event = await played(store, points, scope=str(scope))
        await store.points.settle(event.id, at(9), points)
    for elsewhere in (await played(store, (CAT,), kind="pool"), await played(store, (CAT,), server=77)):
        await store.points.award(elsewhere.id, {CAT: 100})
    places = await store.points.leaderboard(SERVER, "quiz", 9)
    assert {(one.place, one.person, one.points, one.events) for one in places} == {
        (1, ADA, 3, 2),
        (1, BOB, 3, 1),
        (3, CAT, 1, 2),
    }
    assert [one.place for one in places] == [1, 1, 3]
    assert await store.points.leaderboard(SERVER, "quiz", 2) == places[:2]
