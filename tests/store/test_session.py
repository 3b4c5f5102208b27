"""Processes that stand beside one another on one PostgreSQL: their locks, turns, and what they tell one another."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.store import session as session_module
from bot.store.failures import StoreUnavailable, UnusableAddress
from bot.store.session import LOST_AFTER, RELEASED_AFTER, Session
from bot.store.store import Store
from bot.store.telling import SomebodyForgotten, TablesChanged, read, written
from tests.store.support import ADA, action

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.store.telling import News
    from tests.store.postgres import Postgres

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shared(postgres: Postgres, migrated_database: str) -> Iterator[str]:
    """The address of a PostgreSQL database with our tables, in which nothing is kept."""
    name = postgres.create(migrated_database)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
async def first(shared: str) -> AsyncIterator[Session]:
    async with await Session.open(shared) as session:
        yield session


@pytest.fixture
async def second(shared: str) -> AsyncIterator[Session]:
    async with await Session.open(shared) as session:
        yield session


async def test_locks_are_had_by_one_and_all_or_none_are_taken(first: Session, second: Session) -> None:
    assert await first.try_locks(("a", "b"))
    assert not await second.try_locks(("c", "b"))
    assert await first.try_locks(("c",)), "what the second could not have with the rest, it does not keep"
    assert await second.try_locks(("d",))
    await first.unlock(("a", "b", "c"))
    assert await second.try_locks(("a", "b", "c"))


async def test_a_session_that_ends_gives_its_locks_back(shared: str, first: Session) -> None:
    async with await Session.open(shared) as other:
        assert await other.try_locks(("a",))
    async with asyncio.timeout(5):
        while not await first.try_locks(("a",)):
            await asyncio.sleep(0.01)


async def test_what_others_declare_is_seen_until_they_withdraw_it(first: Session, second: Session) -> None:
    assert await first.declare("count", 4) == frozenset()
    assert await second.declare("count", 4) == frozenset()
    assert await second.declare("count", 8) == {4}
    await second.withdraw("count", 8)
    assert await first.declare("other", 8) == frozenset()
    await first.withdraw("count", 4)
    await second.withdraw("count", 4)
    assert await second.declare("count", 2) == frozenset()


async def test_a_connection_that_the_database_closes_is_lost_at_once(
    first: Session, postgres: Postgres, shared: str
) -> None:
    assert first.alive()
    database = shared.partition("@/")[2].partition("?")[0]
    postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'")
    assert "closed" in await asyncio.wait_for(first.lost(), 1)
    assert not first.alive()
    with pytest.raises(StoreUnavailable):
        await first.try_locks(("a",))


async def test_a_database_that_says_nothing_any_more_is_lost(
    shared: str, monkeypatch: pytest.MonkeyPatch, postgres: Postgres
) -> None:
    monkeypatch.setattr(session_module, "BEAT", 0.01)
    monkeypatch.setattr(session_module, "PATIENCE", 0.05)
    async with await Session.open(shared) as session:
        monkeypatch.setattr(session, "_run", lambda *_: asyncio.sleep(60))
        assert "did not answer" in await asyncio.wait_for(session.lost(), 1)


async def test_the_database_gives_up_a_silent_session_after_the_process_has(
    first: Session, shared: str, postgres: Postgres
) -> None:
    """Otherwise two could hold a lock; and a machine that is gone would hold it for hours."""
    assert LOST_AFTER < RELEASED_AFTER
    [[limit]] = await first._run("SELECT setting FROM pg_settings WHERE name = 'idle_session_timeout'")
    assert float(limit) == RELEASED_AFTER * 1_000


async def test_who_stood_still_for_too_long_knows_it_before_anything_else(
    first: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = time.monotonic() + RELEASED_AFTER
    monkeypatch.setattr("bot.store.session.time.monotonic", lambda: then)
    assert not first.alive()


async def test_news_reach_all_others(first: Session, second: Session, shared: str) -> None:
    heard: asyncio.Queue[tuple[str, News]] = asyncio.Queue()
    first.listen(lambda news: heard.put_nowait(("first", news)))
    second.listen(lambda news: heard.put_nowait(("second", news)))
    await first.tell(TablesChanged())
    assert await asyncio.wait_for(heard.get(), 5) == ("second", TablesChanged())
    async with await Store.open(shared) as store:
        event = await store.events.open("quiz", 1, 2, "2", action(ADA))
        await store.people.forget(ADA)
    told = SomebodyForgotten(frozenset({event.id}))
    assert {await asyncio.wait_for(heard.get(), 5) for _ in range(2)} == {("first", told), ("second", told)}
    assert heard.empty()


@pytest.mark.parametrize(
    "news",
    [SomebodyForgotten(frozenset({1, 2})), SomebodyForgotten(frozenset()), SomebodyForgotten(None), TablesChanged()],
)
def test_news_are_read_as_they_were_written(news: News) -> None:
    assert read(written(news)) == news


def test_too_many_events_to_name_are_all() -> None:
    crowd = written(SomebodyForgotten(frozenset(range(10**9, 10**9 + 10_000))))
    assert len(crowd) < 8_000
    assert read(crowd) == SomebodyForgotten(None)
    assert read("something newer") is None
    assert read('{"newer": 1}') is None


async def test_turns_are_taken_one_after_another(first: Session, second: Session) -> None:
    turn = await first.turns.take("identify 0")
    other = await second.turns.take("identify 1")
    await other.close()
    waiting = asyncio.create_task(second.turns.take("identify 0"))
    await turn.use(0.3)
    used = time.monotonic()
    await (await waiting).use(0)
    assert time.monotonic() - used >= 0.3


PROGRAM = """
import asyncio, os, signal, sys
from bot.store.session import Session

async def main():
    session = await Session.open(sys.argv[1])
    turn = await session.turns.take("identify 0")
    await turn.use(1.0)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_the_pause_after_a_turn_outlasts_who_had_it(first: Session, shared: str) -> None:
    """Discord counts an identify, whether whoever sent it is alive or not."""
    killed = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", PROGRAM, shared], cwd=ROOT, check=False, capture_output=True
    )
    assert killed.returncode == -9, killed.stderr
    then = time.monotonic()
    await first.turns.take("identify 0")
    assert time.monotonic() - then > 0.7


async def test_without_postgresql_there_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(UnusableAddress):
        await Session.open(f"sqlite:///{tmp_path / 'games.sqlite3'}")
    with pytest.raises(StoreUnavailable):
        await Session.open(f"postgresql://clusterbot@/nothing?host={tmp_path}")
