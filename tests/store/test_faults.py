"""A database that is away, busy, or given what it cannot hold."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.store.failures import StoreUnavailable
from bot.store.records import Logged
from bot.store.store import Store
from tests.store.support import ADA, action, execute, played, raw

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.postgres import Postgres


async def test_a_server_that_went_away_is_unavailable_and_then_back(postgres: Postgres, migrated_database: str) -> None:
    name = postgres.create(migrated_database)
    async with await Store.open(postgres.url(name)) as store:
        event = await played(store, (ADA,))
        postgres.stop()
        try:
            with pytest.raises(StoreUnavailable):
                await store.events.append(event.id, 2, action(ADA))
            with pytest.raises(StoreUnavailable):
                await store.events.log(event.id)
        finally:
            postgres.start()
        await store.events.append(event.id, 2, action(ADA))
        assert len(await store.events.log(event.id)) == 3
    postgres.drop(name)


async def test_connections_that_the_server_ended_are_replaced_unnoticed(
    postgres: Postgres, migrated_database: str
) -> None:
    name = postgres.create(migrated_database)
    async with await Store.open(postgres.url(name)) as store:
        event = await played(store)
        postgres.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        await store.events.append(event.id, 1, action())
    postgres.drop(name)


async def test_an_unknown_database_or_user_is_unavailable(postgres: Postgres) -> None:
    for url in (postgres.url("nowhere"), postgres.url("postgres").replace("clusterbot@", "nobody@")):
        with pytest.raises(StoreUnavailable):
            await Store.open(url)


async def test_a_file_that_another_process_holds_for_too_long_is_unavailable(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    async with await Store.open(address, patience=0.05) as store:
        async with raw(address) as other, other.writing():
            with pytest.raises(StoreUnavailable):
                await played(store)
            assert await store.events.all_open() == (), "reading waits for nobody"
        await played(store)


async def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite3").write_text("not a database, but long enough to be taken for one" * 99)
    with pytest.raises(StoreUnavailable):
        await Store.open(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with pytest.raises(StoreUnavailable):
        await Store.open(f"sqlite:///{tmp_path / 'store.sqlite3' / 'below.sqlite3'}")


async def test_what_cannot_be_kept_is_a_mistake_of_the_caller_and_not_a_fault_of_the_database(store: Store) -> None:
    event = await played(store, (ADA,))
    with pytest.raises(SQLAlchemyError):
        await store.events.append(event.id, 2, Logged(datetime(2025, 1, 1), ADA, "{}"))
    with pytest.raises((SQLAlchemyError, OverflowError)) as refused:
        await store.points.award(event.id, {ADA: 2**63})
    assert str(ADA) not in str(refused.value)
    assert len(await store.events.log(event.id)) == 2


async def test_a_transaction_that_fails_midway_leaves_nothing(store: Store, address: str) -> None:
    event = await played(store, (ADA,))
    await execute(address, "DROP TABLE clusterbot_person_ratings")
    with pytest.raises((SQLAlchemyError, StoreUnavailable)):
        await store.people.forget(ADA)
    assert (await store.events.log(event.id))[1].person == ADA


async def test_whoever_stops_waiting_leaves_the_store_usable_and_the_log_whole(store: Store) -> None:
    event = await played(store)
    for steps in range(0, 60, 2):
        number = len(await store.events.log(event.id))
        task = asyncio.create_task(store.events.append(event.id, number, action(data=f"[{number}]")))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    log = await store.events.log(event.id)
    assert [one.data for one in log[1:]] == [f"[{number}]" for number in range(1, len(log))]
    await store.events.append(event.id, len(log), action())
