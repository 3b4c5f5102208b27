from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from bot.store.failures import AlreadyOpen, NoSuchEvent, OutOfStep
from bot.store.records import Event, Logged
from bot.store.store import Store
from tests.store.support import ADA, BOB, CHANNEL, SERVER, action, at, played

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_opened_event_is_found_with_its_first_action(store: Store) -> None:
    first = action(ADA, '{"kind":"start","title":"東京 ✓ \\u0000"}', 1)
    event = await store.events.open("quiz", SERVER, CHANNEL, "channel:5", first)
    assert event == Event(event.id, "quiz", SERVER, CHANNEL, "channel:5", at(1), None)
    assert await store.events.get(event.id) == event
    assert await store.events.log(event.id) == (first,)


async def test_a_log_comes_back_in_order_and_to_the_microsecond(store: Store) -> None:
    event = await store.events.open("quiz", SERVER, CHANNEL, "1", action())
    there = timezone(timedelta(hours=5, minutes=30))
    exact = [datetime(2025, 1, 1, tzinfo=UTC) + timedelta(microseconds=step) for step in (0, 1, 999_999)]
    for number, moment in enumerate(exact, 1):
        await store.events.append(event.id, number, Logged(moment.astimezone(there), None, f"[{number}]"))
    found = (await store.events.log(event.id))[1:]
    assert [(one.at, one.at.tzinfo, one.data) for one in found] == [
        (moment, UTC, f"[{number}]") for number, moment in enumerate(exact, 1)
    ]


async def test_several_logs_come_at_once_each_in_order(store: Store) -> None:
    one, other = await played(store, (ADA, BOB), scope="1"), await played(store, (BOB,), scope="2")
    await played(store, (ADA,), scope="3")
    logs = await store.events.logs([other.id, one.id, 10**9])
    assert logs == {each.id: await store.events.log(each.id) for each in (one, other)}
    assert await store.events.logs([]) == {}


async def test_an_action_is_kept_only_as_the_next_one(store: Store) -> None:
    event = await store.events.open("quiz", SERVER, CHANNEL, "1", action())
    await store.events.append(event.id, 1, action(ADA))
    for number in (0, 1, 3, -1):
        with pytest.raises(OutOfStep):
            await store.events.append(event.id, number, action(BOB))
    assert [one.person for one in await store.events.log(event.id)] == [None, ADA]


async def test_of_two_who_append_the_same_number_exactly_one_wins(store: Store, address: str) -> None:
    async with await Store.open(address) as other:
        event = await store.events.open("quiz", SERVER, CHANNEL, "1", action())
        for number in range(1, 26):
            tries = (
                one.events.append(event.id, number, action(person)) for one, person in ((store, ADA), (other, BOB))
            )
            told = await asyncio.gather(*tries, return_exceptions=True)
            assert sorted(map(type, told), key=str) == [type(None), OutOfStep]
            assert (await store.events.log(event.id))[number].person == (ADA if told[0] is None else BOB)


async def test_only_one_of_a_kind_is_open_in_a_scope(store: Store) -> None:
    event = await played(store)
    with pytest.raises(AlreadyOpen) as refused:
        await played(store, server=77)
    assert refused.value.event == event
    await played(store, kind="pool")
    await played(store, scope="2")
    await store.events.close(event.id, at(5))
    assert (await played(store)).id != event.id


async def test_of_many_who_open_at_once_exactly_one_wins_and_the_others_are_told_which(
    store: Store, address: str
) -> None:
    async with await Store.open(address) as other:
        told = await asyncio.gather(*(played(one) for one in (store, other) * 4), return_exceptions=True)
    opened = [one for one in told if isinstance(one, Event)]
    refused = [one.event for one in told if isinstance(one, AlreadyOpen)]
    assert len(opened) == 1
    assert refused == opened * 7
    assert await store.events.all_open() == tuple(opened)


async def test_a_closed_event_keeps_the_time_at_which_it_was_closed(store: Store) -> None:
    event = await played(store)
    await store.events.close(event.id, at(5))
    await store.events.close(event.id, at(6))
    assert (await store.events.get(event.id)).closed_at == at(5)
    assert await store.events.all_open() == ()


async def test_events_are_listed_the_newest_first(store: Store) -> None:
    closed = await played(store)
    await store.events.close(closed.id, at(5))
    again = await played(store)
    pool = await played(store, kind="pool", scope="2026")
    elsewhere = await played(store, scope="2", server=77)

    def ids(found: tuple[Event, ...]) -> list[int]:
        return [event.id for event in found]

    assert ids(await store.events.all_open()) == [elsewhere.id, pool.id, again.id]
    assert ids(await store.events.all_open("quiz")) == [elsewhere.id, again.id]
    assert ids(await store.events.of_scope("quiz", "1")) == [again.id, closed.id]
    assert ids(await store.events.of_scope("quiz", "1", limit=1)) == [again.id]
    assert ids(await store.events.of_server(SERVER, "quiz", 10)) == [again.id, closed.id]
    assert ids(await store.events.of_server(SERVER, "quiz", 1)) == [again.id]


async def test_an_unknown_event_is_said_to_be_unknown(store: Store) -> None:
    for call in (
        store.events.get(404),
        store.events.log(404),
        store.events.append(404, 0, action()),
        store.events.close(404, at(0)),
    ):
        with pytest.raises(NoSuchEvent):
            await call


async def test_a_store_that_is_opened_again_has_it_all(address: str) -> None:
    async with await Store.open(address) as store:
        event = await played(store, (ADA, BOB))
        before = await store.events.log(event.id)
    async with await Store.open(address) as store:
        assert await store.events.all_open() == (event,)
        assert await store.events.log(event.id) == before


async def test_without_an_address_a_file_in_the_users_folder_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / "new" / name)
    async with await Store.open() as store:
        await played(store)
    assert (tmp_path / "new" / "clusterbot" / "clusterbot.sqlite3").stat().st_size > 0
