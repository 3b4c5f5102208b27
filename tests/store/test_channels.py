from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.records import OptIn
from tests.store.support import SERVER

if TYPE_CHECKING:
    from bot.store.store import Store


async def test_a_channel_subscribes_to_each_thing_once(store: Store) -> None:
    await store.channels.subscribe(5, SERVER, "editions", role=8)
    await store.channels.subscribe(5, SERVER, "daily", at_minute=1439)
    await store.channels.subscribe(5, SERVER, "editions", role=9)
    assert await store.channels.all("editions") == (OptIn(5, SERVER, "editions", 9, None),)
    assert await store.channels.all("daily") == (OptIn(5, SERVER, "daily", None, 1439),)


async def test_subscribing_anew_takes_the_role_back(store: Store) -> None:
    await store.channels.subscribe(5, SERVER, "editions", role=8)
    await store.channels.subscribe(5, SERVER, "editions")
    assert await store.channels.all("editions") == (OptIn(5, SERVER, "editions"),)


async def test_the_subscriptions_of_a_server_are_in_order(store: Store) -> None:
    await store.channels.subscribe(6, SERVER, "daily", at_minute=0)
    await store.channels.subscribe(5, SERVER, "editions")
    await store.channels.subscribe(5, SERVER, "daily", at_minute=1)
    await store.channels.subscribe(4, 77, "daily", at_minute=2)
    found = await store.channels.of_server(SERVER)
    assert [(one.channel, one.what) for one in found] == [(5, "daily"), (5, "editions"), (6, "daily")]


async def test_unsubscribing_says_whether_there_was_something_to_end(store: Store) -> None:
    await store.channels.subscribe(5, SERVER, "editions")
    await store.channels.subscribe(5, SERVER, "daily", at_minute=1)
    assert await store.channels.unsubscribe(5, "editions")
    assert not await store.channels.unsubscribe(5, "editions")
    assert await store.channels.all("daily") == (OptIn(5, SERVER, "daily", None, 1),)


async def test_a_channel_that_is_gone_takes_its_subscriptions_and_what_it_was_told(store: Store) -> None:
    for channel in (5, 6):
        await store.channels.subscribe(channel, SERVER, "editions")
        await store.channels.subscribe(channel, SERVER, "daily", at_minute=1)
        await store.announcements.note(2025, channel)
    await store.channels.remove_channel(5)
    assert {one.channel for one in await store.channels.of_server(SERVER)} == {6}
    assert await store.announcements.told(2025) == {6}
