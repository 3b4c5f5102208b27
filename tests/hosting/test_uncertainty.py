"""The store fails without saying what it kept, or cannot be read: the host finds out, and plays on by the log."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.store.failures import StoreUnavailable
from tests.hosting.faults import Faults
from tests.hosting.tally import Added, Began
from tests.hosting.tallying import ENDS, Stage, settled

if TYPE_CHECKING:
    from bot.hosting.host import Host
    from bot.store.store import Store


@pytest.fixture
def faults(store: Store) -> Faults:
    return Faults(store)


async def test_opened_twice_at_once_a_game_is_played_once(host: Host[Any, Any, Any], stage: Stage) -> None:
    opened = await asyncio.gather(*(host.open(1, 2, "2", Began(ENDS)) for _ in range(4)), return_exceptions=True)
    await settled()
    assert sorted(type(one).__name__ for one in opened) == ["AlreadyOpen"] * 3 + ["Playing"]
    assert list(host) == [one for one in opened if not isinstance(one, Exception)]
    assert stage.posted == ["begun"]


async def test_what_was_kept_although_that_failed_is_known_soon(
    faults: Faults, stage: Stage, host: Host[Any, Any, Any]
) -> None:
    playing = await host.open(1, 2, "2", Began(ENDS))
    await settled()
    faults.coming = ["after"]
    with pytest.raises(StoreUnavailable):
        await host.act(playing, Added(7, 5))
    await settled()
    assert playing.state.added == ((7, 5),)


async def test_nobody_is_known_any_more_who_was_forgotten_while_logs_could_not_be_read(
    store: Store, faults: Faults, stage: Stage, host: Host[Any, Any, Any]
) -> None:
    one, other = await host.open(1, 2, "2", Began(ENDS)), await host.open(1, 3, "3", Began(ENDS))
    for playing in (one, other):
        await host.act(playing, Added(7, 5))
    await settled()
    gone = await store.people.forget(7)
    faults.coming = ["before"]
    await host.reload(frozenset(gone.events))
    await stage.pass_time(seconds=1)
    for playing in (one, other):
        ((nameless, amount),) = playing.state.added
        assert nameless < 0
        assert amount == 5
