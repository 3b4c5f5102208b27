"""A game survives its host: nothing acknowledged is lost, and nothing is posted under two keys."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.store.failures import AlreadyOpen, OutOfStep, StoreUnavailable
from tests.hosting.tally import Added, Began
from tests.hosting.tallying import ENDS, Stage, new_host, settled

if TYPE_CHECKING:
    from bot.hosting.host import Host
    from bot.store.records import Event
    from bot.store.store import Store
    from tests.hosting.tally import Tally


async def test_a_game_is_played_to_its_end(store: Store, stage: Stage, host: Host[Any, Any, Any]) -> None:
    playing = await host.open(1, 2, "2", Began(ENDS))
    assert await host.act(playing, Added(7, 5)) == "added"
    await stage.pass_time(minutes=10)
    assert stage.posted == ["begun", "ended"]
    assert await host.act(playing, Added(7, 5)) == "too late"
    assert host.get(playing.event.id) is None
    assert (await store.events.get(playing.event.id)).closed_at is not None
    assert stage.noted is not None
    assert stage.noted.added == ((7, 5),)


async def test_one_game_at_a_time_in_a_scope(host: Host[Any, Any, Any]) -> None:
    await host.open(1, 2, "2", Began(ENDS))
    with pytest.raises(AlreadyOpen):
        await host.open(1, 2, "2", Began(ENDS))


async def test_a_restart_goes_on_with_everything_acknowledged(store: Store, stage: Stage) -> None:
    first = new_host(store, stage)
    first.start()
    playing = await first.open(1, 2, "2", Began(ENDS))
    await settled()
    for amount in range(5):
        await first.act(playing, Added(7, amount))
    await first.close()
    second = new_host(store, stage)
    await second.resume()
    second.start()
    resumed = second.on("2")
    assert resumed is not None
    assert resumed.state == playing.state
    await stage.pass_time(minutes=10)
    assert stage.posted == ["begun", "ended"]
    await second.close()


async def test_games_come_to_rest_together(stage: Stage, host: Host[Any, Any, Any]) -> None:
    """Each may have to wait for a database that says nothing."""
    resting, seen = 0, list[int]()

    async def note(event: Event, state: Tally) -> None:
        nonlocal resting
        try:
            await asyncio.sleep(30)
        finally:
            resting += 1
            await asyncio.sleep(0.05)
            seen.append(resting)

    stage.note = note  # type: ignore[method-assign]
    for channel in "234":
        await host.open(1, int(channel), channel, Began(ENDS))
    await settled()
    await host.close()
    assert seen == [3, 3, 3]


async def test_what_could_not_be_posted_is_posted_later(stage: Stage, host: Host[Any, Any, Any]) -> None:
    stage.failing = 2
    await host.open(1, 2, "2", Began(ENDS))
    await settled()
    assert stage.posted == []
    await stage.pass_time(seconds=1)
    await stage.pass_time(seconds=5)
    assert stage.posted == ["begun"]


async def test_a_mistake_that_passes_does_not_make_a_game_stand_still(stage: Stage, host: Host[Any, Any, Any]) -> None:
    stage.failing, stage.error = 2, KeyError("a table")
    await host.open(1, 2, "2", Began(ENDS))
    await settled()
    await stage.pass_time(seconds=1)
    await stage.pass_time(seconds=5)
    assert stage.posted == ["begun"]


async def test_a_mistake_that_stays_is_not_tried_for_ever(stage: Stage, host: Host[Any, Any, Any]) -> None:
    stage.failing, stage.error = 1_000, KeyError("a table")
    await host.open(1, 2, "2", Began(ENDS))
    for _ in range(20):
        await stage.pass_time(seconds=60)
    assert stage.failing == 1_000 - 5


async def test_a_game_that_was_kept_without_an_answer_can_be_played(
    store: Store, stage: Stage, host: Host[Any, Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = store.events.open

    async def silent(*values: Any) -> Event:
        await keep(*values)
        raise StoreUnavailable("the connection broke")

    with monkeypatch.context() as broken:
        broken.setattr(store.events, "open", silent)
        with pytest.raises(StoreUnavailable):
            await host.open(1, 2, "2", Began(ENDS))
    with pytest.raises(AlreadyOpen):
        await host.open(1, 2, "2", Began(ENDS))
    await settled()
    assert stage.posted == ["begun"]
    playing = host.on("2")
    assert playing is not None
    assert await host.act(playing, Added(7, 5)) == "added"


async def test_a_database_that_goes_away_while_a_game_catches_up_only_holds_it_up(
    store: Store, stage: Stage, host: Host[Any, Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    playing = await host.open(1, 2, "2", Began(ENDS))
    await settled()
    note, away = stage.note, [OutOfStep(1), StoreUnavailable("away")]

    async def behind(event: Event, state: Tally) -> None:
        if away:
            raise away.pop(0)
        await note(event, state)

    read = store.events.log

    async def log(event_id: int) -> Any:
        if away:
            raise away.pop(0)
        return await read(event_id)

    monkeypatch.setattr(stage, "note", behind)
    monkeypatch.setattr(store.events, "log", log)
    await host.act(playing, Added(7, 5))
    await settled()
    await stage.pass_time(minutes=11)
    await stage.pass_time(minutes=1)
    assert stage.posted == ["begun", "ended"]


async def test_what_could_not_be_kept_does_not_count(
    store: Store, host: Host[Any, Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    playing = await host.open(1, 2, "2", Began(ENDS))
    await settled()

    async def away(*_: object) -> None:
        raise StoreUnavailable("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(store.events, "append", away)
        with pytest.raises(StoreUnavailable):
            await host.act(playing, Added(7, 5))
    assert playing.state.added == ()
    assert await host.act(playing, Added(7, 5)) == "added"


async def test_two_processes_on_one_game_lose_nothing(store: Store, stage: Stage) -> None:
    first = new_host(store, stage)
    first.start()
    playing = await first.open(1, 2, "2", Began(ENDS))
    await settled()
    second = new_host(store, stage)
    await second.resume()
    second.start()
    other = second.on("2")
    assert other is not None
    await first.act(playing, Added(7, 1))
    await second.act(other, Added(8, 2))
    await first.act(playing, Added(9, 3))
    assert playing.state.added == ((7, 1), (8, 2), (9, 3))
    await first.close()
    await second.close()


async def test_somebody_forgotten_plays_on_nameless(store: Store, host: Host[Any, Any, Any]) -> None:
    playing = await host.open(1, 2, "2", Began(ENDS))
    await host.act(playing, Added(7, 5))
    gone = await store.people.forget(7)
    await host.reload(frozenset(gone.events))
    ((nameless, amount),) = playing.state.added
    assert nameless < 0
    assert amount == 5


async def test_a_server_that_is_gone_is_dropped(host: Host[Any, Any, Any], stage: Stage) -> None:
    gone = await host.open(1, 2, "2", Began(ENDS))
    stays = await host.open(5, 6, "6", Began(ENDS))
    await settled()
    await host.drop(1)
    assert [playing.event.id for playing in host] == [stays.event.id]
    assert host.get(gone.event.id) is None
