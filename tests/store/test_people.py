from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.store.failures import OutOfStep
from bot.store.records import Forgotten, Kept, Played, Rating
from bot.store.store import Store
from tests.store.support import ADA, BOB, SERVER, action, at, contents, played, raw

if TYPE_CHECKING:
    from pathlib import Path


async def busy_life(store: Store, person: int = ADA) -> tuple[int, int, int]:
    """Two games in one server and a pool in another, with somebody else about."""
    ids: list[int] = []
    for number, (kind, server) in enumerate((("quiz", SERVER), ("quiz", SERVER), ("pool", 77))):
        event = await played(store, (person, BOB, person), kind=kind, server=server, scope=str(number))
        await store.points.settle(event.id, at(9), {person: 10 + number, BOB: 1})
        people = {person: Rating(1500 + number, number + 1), BOB: Rating(1400, 1)}
        await store.ratings.record(event.id, 1, "q", Rating(1500, 1), people)
        ids.append(event.id)
    return ids[0], ids[1], ids[2]


async def test_everything_that_is_kept_of_somebody_is_told_by_server(store: Store) -> None:
    first, second, pool = [await store.events.get(event) for event in await busy_life(store)]
    silent = await played(store, (ADA,), server=5, scope="silent")
    theirs = (action(ADA), action(ADA))
    assert await store.people.everything(ADA) == (
        Kept(5, None, (Played(silent, (action(ADA),), None),)),
        Kept(77, Rating(1502, 3), (Played(pool, theirs, 12),)),
        Kept(SERVER, Rating(1501, 2), (Played(first, theirs, 10), Played(second, theirs, 11))),
    )


async def test_of_somebody_who_never_played_nothing_is_kept(store: Store, address: str) -> None:
    await busy_life(store)
    before = await contents(address)
    assert await store.people.everything(5) == ()
    assert await store.people.forget(5) == Forgotten((), 0)
    assert await contents(address) == before


async def test_whoever_is_forgotten_is_in_no_table(store: Store, address: str) -> None:
    ids = await busy_life(store)
    assert any(ADA in row for rows in (await contents(address)).values() for row in rows)
    assert await store.people.forget(ADA) == Forgotten(ids, 2)
    for table, rows in (await contents(address)).items():
        assert not [row for row in rows if str(ADA) in str(row)], table
    assert await store.people.everything(ADA) == ()
    assert len(await store.people.everything(BOB)) == 2


async def test_whoever_is_forgotten_is_nowhere_in_the_file(migrated_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    file.write_bytes(migrated_file.read_bytes())
    async with await Store.open(f"sqlite:///{file}") as store:
        await busy_life(store)
    assert ADA.to_bytes(8, "big") in file.read_bytes()
    async with await Store.open(f"sqlite:///{file}") as store:
        await store.people.forget(ADA)
    assert BOB.to_bytes(8, "big") in file.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if ADA.to_bytes(8, "big") in path.read_bytes()] == []


async def test_a_nameless_person_keeps_the_points_and_is_another_one_in_each_event(store: Store) -> None:
    ids = await busy_life(store)
    await store.people.forget(ADA)
    nameless: set[int] = set()
    for number, event in enumerate(ids):
        who = {one.person for one in await store.events.log(event)} - {None, BOB}
        points = dict(await store.points.of_event(event))
        assert points.pop(BOB) == 1
        assert points == dict.fromkeys(who, 10 + number)
        nameless |= {person for person in who if person is not None}
    assert len(nameless) == 3
    assert max(nameless) < 0
    board = await store.points.leaderboard(SERVER, "quiz", 9)
    assert [(one.place, one.points, one.person > 0) for one in board] == [(1, 11, False), (2, 10, False), (3, 2, True)]


async def test_numbers_that_stand_for_somebody_are_not_drawn_again(address: str) -> None:
    drawn = iter([4, 4, 5, 4, 5, 6, 6, 7])
    async with await Store.open(address, randbelow=lambda _: next(drawn)) as store:
        event = await played(store, (ADA, BOB))
        other = await played(store, (BOB,), scope="2")
        await store.people.forget(ADA)
        await store.people.forget(BOB)
        assert [one.person for one in await store.events.log(event.id)][1] == -5
        rest = {one.person for one in (*await store.events.log(event.id), *await store.events.log(other.id))}
    assert rest == {None, -5, -6, -7}


async def test_what_a_process_still_had_in_memory_does_not_bring_anybody_back(store: Store, address: str) -> None:
    event = await played(store, (ADA, BOB))
    await store.people.forget(ADA)
    with pytest.raises(OutOfStep):
        await store.points.settle(event.id, at(9), {ADA: 5, BOB: 3})
    with pytest.raises(OutOfStep):
        await store.ratings.record(event.id, 1, "q", Rating(1, 1), {ADA: Rating(2, 1)})
    nameless = next(one.person for one in await store.events.log(event.id) if one.person not in (None, BOB))
    assert nameless is not None
    await store.points.settle(event.id, at(9), {nameless: 5, BOB: 3})
    await store.ratings.record(event.id, 1, "q", Rating(1, 1), {nameless: Rating(2, 1), BOB: Rating(3, 1)})
    assert await store.ratings.people(SERVER, [nameless, BOB]) == {BOB: Rating(3, 1)}
    assert not any(ADA in row for rows in (await contents(address)).values() for row in rows)


async def test_whoever_plays_on_while_being_forgotten_is_one_of_the_two_in_each_action(
    store: Store, address: str
) -> None:
    event = await played(store)

    forgotten = asyncio.Event()

    async def play(other: Store) -> None:
        number = 1
        while number < 40 or not forgotten.is_set():
            await other.events.append(event.id, number, action(ADA))
            number += 1
        await other.events.append(event.id, number, action(ADA))

    async def forget() -> None:
        while len(await store.events.log(event.id)) < 20:
            pass
        await store.people.forget(ADA)
        forgotten.set()

    async with await Store.open(address) as other:
        await asyncio.gather(play(other), forget())
    people = [one.person for one in await store.events.log(event.id)][1:]
    assert len(people) >= 40
    assert len(set(people)) == 2
    assert people == sorted(people), "who was forgotten came before who plays on"


async def test_people_are_forgotten_at_the_same_time(store: Store, address: str) -> None:
    crowd = range(100, 110)
    ids = [(await played(store, crowd, scope=str(number))).id for number in range(5)]
    async with await Store.open(address) as other:
        told = await asyncio.gather(
            *((store, other)[person % 2].people.forget(person) for person in crowd), store.people.forget(101)
        )
    assert [len(one.events) for one in told if one.events] in ([5] * 10, [5] * 11)
    for event in ids:
        people = [one.person for one in await store.events.log(event)][1:]
        assert len({person for person in people if person is not None and person < 0}) == 10


async def test_forgetting_reaches_any_number_of_events(store: Store, address: str) -> None:
    async with raw(address) as database, database.writing() as connection:
        for number in range(1, 1202):
            await connection.execute(
                text("INSERT INTO clusterbot_events (kind, server, channel, scope, opened_at) SELECT :k, 1, 1, :s, :o"),
                {"k": "quiz", "s": str(number), "o": at(0) if not database.is_sqlite else "2025-01-01 00:00:00.000000"},
            )
        await connection.execute(
            text(
                "INSERT INTO clusterbot_log (event, number, at, person, data) "
                f"SELECT id, 0, opened_at, {ADA}, '1' FROM clusterbot_events"
            )
        )
    assert len((await store.people.forget(ADA)).events) == 1201
    assert await store.people.everything(ADA) == ()
