"""What a process sees to when others serve other servers of the same bot: here, one more server is another's."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.community.release.actions import Armed
from bot.community.release.rules import ReleaseNight
from bot.hosting.host import Host
from bot.hosting.shards import Shards
from bot.hosting.tables import Tables, without
from bot.store.store import Store
from bot.store.telling import SomebodyForgotten, TablesChanged
from tests.cogs.events.conftest import own, words
from tests.cogs.events.test_release import second_organiser

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.client import ClusterBot
    from bot.pipeline import Pipeline
    from bot.store.records import Event
    from tests.cogs.conftest import Make
    from tests.cogs.events.conftest import Night

ELSEWHERE = 77 << 22


@pytest.fixture
def simcord_bot(make: Make, monkeypatch: pytest.MonkeyPatch) -> ClusterBot:
    monkeypatch.setattr(Shards, "hold", lambda _, server: server != ELSEWHERE)
    return make()


async def until(holds: Callable[[], bool]) -> None:
    """Wait for what a process does when it hears of another: nobody in Discord has asked for it."""
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.01)


@pytest.fixture
async def shared(tmp_path: Path) -> AsyncIterator[Store]:
    """The store, as the other process sees it."""
    async with await Store.open(f"sqlite:///{tmp_path / 'games.sqlite3'}") as store:
        yield store


def evenings(store: Store) -> Host[Any, Any, Any]:
    """The release nights of the other process."""
    return Host("release", ReleaseNight(), store, SimpleNamespace(), discord.utils.utcnow)  # type: ignore[arg-type]


@pytest.fixture
async def armed(night: Night, shared: Store, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Event:
    """The evening of 2025, armed by the bot's owner in a server of the other process; its tables are imported."""

    async def read(_: Tables, withheld: int | None = None) -> Pipeline:
        return without(pipeline, withheld)

    monkeypatch.setattr(Tables, "read", read)
    own(night, night.olga.id)
    return (await evenings(shared).open(ELSEWHERE, 5, str(ELSEWHERE), Armed(night.olga.id, 2025))).event


async def test_an_edition_is_withheld_for_an_evening_of_another_process(night: Night, armed: Event) -> None:
    assert "withheld" in words(await night.order(night.olga, "data reload"))
    assert night.bot.pipeline.rankings.newest.year == 2024


async def test_what_goes_live_here_is_public_in_every_evening(night: Night, shared: Store, armed: Event) -> None:
    await night.order(night.olga, "data reload")
    oscar = await second_organiser(night, owner=True)
    own(night, night.olga.id)
    await night.order(night.olga, "release arm 2025")
    await night.order(night.olga, "release go")
    await oscar.send(night.channel, "!release go")
    await night.env.advance_time(60)
    assert night.bot.pipeline.rankings.newest.year == 2025
    host = evenings(shared)
    await host.resume()
    other = host.get(armed.id)
    assert other is not None
    assert other.state.known
    assert "withheld" not in words(await night.order(night.olga, "data reload"))


async def test_tables_that_another_process_took_into_service_are_read(
    night: Night, shared: Store, armed: Event
) -> None:
    hall = night.bot.hall
    assert hall is not None
    await night.order(night.olga, "data reload")
    assert night.bot.pipeline.rankings.newest.year == 2024
    await shared.events.close(armed.id, discord.utils.utcnow())
    hall.heard(TablesChanged())
    await until(lambda: night.bot.pipeline.rankings.newest.year == 2025)


async def test_who_is_forgotten_elsewhere_is_forgotten_in_the_games_here(night: Night, shared: Store) -> None:
    await night.order(night.olga, "release arm 2026")
    hall = night.bot.hall
    assert hall is not None
    [playing] = hall.release.host
    assert playing.state.armed_by == night.olga.id
    gone = await shared.people.forget(night.olga.id)
    hall.heard(SomebodyForgotten(frozenset(gone.events)))
    await until(lambda: playing.state.armed_by < 0)


async def test_nothing_is_done_in_the_servers_of_another_process(night: Night, make: Make, shared: Store) -> None:
    await shared.channels.subscribe(5, ELSEWHERE, "editions")
    await shared.channels.subscribe(6, ELSEWHERE, "daily", at_minute=0)
    await evenings(shared).open(ELSEWHERE, 5, str(ELSEWHERE), Armed(1, 2026))
    await night.env.restart_bot(make())
    await night.env.advance_time(60)
    assert night.bot.hall is not None
    assert night.bot.hall.open_games() == {"quiz": 0, "pool": 0, "release": 0}
    assert not night.env.http_requests or not any("/5/" in sent.path for sent in night.env.http_requests)
    assert await shared.announcements.told(2025) == frozenset()
