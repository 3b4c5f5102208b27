"""Which process has which shards, on one PostgreSQL."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.hosting import claiming
from bot.hosting.claiming import Claim, Standby, take, until_lost
from bot.hosting.shards import Shards
from bot.hosting.tables import Tables
from bot.store.failures import StoreUnavailable
from bot.store.session import Session

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from pathlib import Path

    from bot.pipeline import Pipeline
    from tests.store.postgres import Postgres

    Connect = Callable[[], Awaitable[Session]]

LOWER, UPPER = Claim(4, (0, 1)), Claim(4, (2, 3))


@pytest.fixture
def shared(postgres: Postgres) -> Iterator[str]:
    name = postgres.create()
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
async def connect(shared: str) -> AsyncIterator[Connect]:
    """Opens sessions, each as one more process."""
    opened: list[Session] = []

    async def session() -> Session:
        opened.append(await Session.open(shared))
        return opened[-1]

    yield session
    for each in opened:
        await each.close()


def test_every_server_is_on_one_shard() -> None:
    lower, upper = (Shards(4, frozenset(claim.ids)) for claim in (LOWER, UPPER))
    for server in range(1_000 << 22, 1_040 << 22, 1 << 20):
        assert lower.hold(server) != upper.hold(server)
    assert lower.of(1_001 << 22) == 1, "as Discord's documentation has it: (id >> 22) % count"


async def test_shards_are_had_by_one_process(connect: Connect) -> None:
    one, other, second = [await connect() for _ in range(3)]
    assert await take(one, LOWER)
    assert await take(other, UPPER)
    assert not await take(second, LOWER)
    assert not await take(second, Claim(4, (3,))), "no part of it either"


@pytest.mark.parametrize(
    ("first", "second"), [(LOWER, Claim()), (Claim(), LOWER), (Claim(), Claim()), (LOWER, Claim(8, (6, 7)))], ids=str
)
async def test_servers_are_not_divided_in_two_ways_at_once(connect: Connect, first: Claim, second: Claim) -> None:
    one, other = await connect(), await connect()
    assert await take(one, first)
    assert not await take(other, second)
    await one.close()
    async with asyncio.timeout(5):
        while not await take(other, second):
            await asyncio.sleep(0.01)


async def test_who_stands_by_takes_over_with_the_tables_as_they_are_then(
    connect: Connect, pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "POLL", 0.02)
    tables = Tables(tmp_path, pipeline)
    read: list[bool] = []

    async def read_again(_: int | None = None) -> Pipeline:
        read.append(True)
        monkeypatch.setattr(tables, "_files", tables._files_now())
        return pipeline

    monkeypatch.setattr(tables, "read", read_again)
    one, other = await connect(), await connect()
    assert await take(one, LOWER)
    standby = Standby(other, LOWER)
    waiting = asyncio.create_task(standby.wait(tables))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    assert (standby.shards_connected(), standby.shards_waited_for()) == ({}, 2)
    assert await standby.store_answers()
    (tmp_path / "cluster_ranks.csv").write_text("new", "utf-8")
    await asyncio.sleep(0.1)
    assert read == [True], "while there is time"
    await one.close()
    await asyncio.wait_for(waiting, 5)
    assert read == [True]


async def test_who_stands_by_without_a_database_says_so(
    connect: Connect, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "POLL", 0.02)
    one, other = await connect(), await connect()
    assert await take(one, LOWER)
    waiting = asyncio.create_task(Standby(other, LOWER).wait(Tables(None, pipeline)))
    other._driver.terminate()
    with pytest.raises(StoreUnavailable):
        await asyncio.wait_for(waiting, 5)


async def test_shared_shards_are_lost_with_the_connection(connect: Connect) -> None:
    session = await connect()
    assert await take(session, LOWER)
    losing = asyncio.create_task(until_lost(session, LOWER, connect))
    await asyncio.sleep(0)
    session._driver.terminate()
    assert "closed" in await asyncio.wait_for(losing, 5)


async def test_the_only_process_does_not_give_way_to_its_own_connection_that_was_too_slow(connect: Connect) -> None:
    first, asked = await connect(), asyncio.Event()

    async def again() -> Session:
        session = await connect()
        asked.set()
        return session

    assert await take(first, Claim())
    losing = asyncio.create_task(until_lost(first, Claim(), again))
    await asyncio.sleep(0)
    first._lose("the database did not answer within 3 s")
    await asyncio.wait_for(asked.wait(), 5)
    await asyncio.sleep(0.2)
    assert not losing.done()
    losing.cancel()


async def test_the_only_process_goes_on_without_its_database_until_another_has_its_place(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "RETRY", 0.01)
    first, second, faster = [await connect() for _ in range(3)]
    attempts = iter(("the database is away", "it is back", "another process was faster"))
    back = asyncio.Event()

    async def again() -> Session:
        match next(attempts):
            case "the database is away":
                raise StoreUnavailable("away")
            case "it is back":
                back.set()
                return second
            case _:
                while not await take(faster, Claim()):
                    await asyncio.sleep(0.01)
                return await connect()

    assert await take(first, Claim())
    losing = asyncio.create_task(until_lost(first, Claim(), again))
    first._driver.terminate()
    await asyncio.wait_for(back.wait(), 5)
    await asyncio.sleep(0.1)
    assert not losing.done()
    assert not await take(faster, Claim())
    second._driver.terminate()
    assert await asyncio.wait_for(losing, 5) == "another process has them"
