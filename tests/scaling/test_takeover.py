"""A process that takes shards over while something goes wrong, and one that lost its shards and has them again."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from typing import TYPE_CHECKING

import pytest

from bot.cogs import views
from bot.hosting.servers import ServerBook
from bot.running import serve_own
from tests.cogs.conftest import build_settings
from tests.loopback import Loopback, loopback
from tests.loopback.faults import POST, stalled
from tests.loopback.serving import TOKEN, pointed_at
from tests.store.conftest import migrated_database, postgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from bot.pipeline import Pipeline
    from bot.settings import Settings
    from tests.store.postgres import Postgres

    Serving = Callable[[Settings], contextlib.AbstractAsyncContextManager[asyncio.Task[int]]]

__all__ = ["migrated_database", "postgres"]


@pytest.fixture
def database(postgres: Postgres, migrated_database: str) -> Iterator[str]:
    name = postgres.create(migrated_database)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback() as server:
        with pointed_at(server):
            yield server


@pytest.fixture
def serving(pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serving:
    monkeypatch.setattr("bot.client.user_state_path", lambda _: tmp_path)

    @contextlib.asynccontextmanager
    async def served(settings: Settings) -> AsyncIterator[asyncio.Task[int]]:
        task = asyncio.create_task(serve_own(settings, pipeline, TOKEN))
        try:
            yield task
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    return served


@pytest.mark.parametrize("shared", [False, True], ids=["all shards", "some shards"])
async def test_a_database_that_restarts_in_the_moment_of_a_takeover_is_waited_for(
    fake: Loopback, database: str, postgres: Postgres, serving: Serving, monkeypatch: pytest.MonkeyPatch, shared: bool
) -> None:
    load, restarted = ServerBook.load, asyncio.Event()

    async def load_in_a_restart(self: ServerBook) -> None:
        if restarted.is_set():
            await load(self)
            return
        restarted.set()
        postgres.stop()
        try:
            await load(self)
        finally:
            postgres.start()

    monkeypatch.setattr(ServerBook, "load", load_in_a_restart)
    settings = build_settings(database_url=database, shards=1, shard_ids="0" if shared else None)
    async with serving(settings) as task:
        ready = asyncio.create_task(fake.ready.wait())
        await asyncio.wait((ready, task), timeout=20, return_when=asyncio.FIRST_COMPLETED)
        assert not task.done()
        assert restarted.is_set()
        await fake.reply(await fake.say("!rank London"))


async def test_a_process_that_lost_its_shards_in_the_middle_of_an_answer_serves_again_and_leaves_nothing_behind(
    fake: Loopback,
    database: str,
    postgres: Postgres,
    serving: Serving,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(views, "OPEN_SECONDS", 2.0)
    settings = build_settings(database_url=database, shards=1, shard_ids="0", cooldown_questions=100)
    async with serving(settings):
        await asyncio.wait_for(fake.ready.wait(), 20)
        await fake.reply(await fake.say("!top 20"))  # with buttons that time out while the next client is there
        late = fake.faults.rest(POST, stalled(60))
        await fake.say("!rank Paris")
        await fake.until(lambda: late.met)
        postgres.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON database = pg_database.oid"
            f" WHERE locktype = 'advisory' AND datname = '{database.partition('@/')[2].partition('?')[0]}'"
        )
        await fake.until(lambda: len(fake.gateway.identified) == 2 and fake.gateway.connected, 20)
        await fake.reply(await fake.say("!rank London"))
        await asyncio.sleep(2.0)
    gc.collect()
    assert "serves no more" in caplog.text
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "This process does not have shards 0 of 1 any more, and serves no more: the database closed the connection"
    ]
