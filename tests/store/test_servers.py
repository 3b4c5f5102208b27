from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.store.failures import NoSuchEvent
from bot.store.records import Rating, ServerSettings
from tests.store.support import ADA, CHANNEL, SERVER, at, contents, played

if TYPE_CHECKING:
    from bot.store.store import Store

FULL = ServerSettings(SERVER, prefix="?", locale="pt-BR", style="plain", organisers=2**63 - 1)


async def test_a_server_that_set_nothing_has_no_settings_of_its_own(store: Store) -> None:
    assert await store.servers.get(SERVER) == ServerSettings(SERVER)
    assert await store.servers.all() == ()


async def test_settings_come_back_as_they_were_put(store: Store) -> None:
    await store.servers.put(FULL)
    await store.servers.put(ServerSettings(7, prefix="$"))
    assert await store.servers.get(SERVER) == FULL
    assert await store.servers.all() == (ServerSettings(7, prefix="$"), FULL)


async def test_what_is_put_replaces_all_that_was_there(store: Store) -> None:
    await store.servers.put(FULL)
    await store.servers.put(replace(FULL, locale=None, style="cards"))
    assert await store.servers.get(SERVER) == ServerSettings(SERVER, "?", None, "cards", 2**63 - 1)


async def test_a_server_that_took_everything_back_is_among_those_that_set_nothing(store: Store) -> None:
    await store.servers.put(FULL)
    await store.servers.put(ServerSettings(SERVER))
    assert await store.servers.all() == ()


async def everything_of(store: Store, server: int) -> int:
    await store.servers.put(ServerSettings(server, prefix="?"))
    await store.channels.subscribe(server + 50, server, "editions")
    await store.announcements.note(2025, server + 50)
    event = await played(store, (ADA,), server=server, scope=str(server))
    await store.points.settle(event.id, at(9), {ADA: 3})
    await store.ratings.record(event.id, 1, "question", Rating(1510.5, 1), {ADA: Rating(1489.5, 1)})
    return event.id


async def test_a_server_is_known_by_whatever_is_kept_of_it(store: Store) -> None:
    assert await store.servers.known() == frozenset()
    await store.servers.put(ServerSettings(1, prefix="?"))
    await store.channels.subscribe(50, 2, "daily", at_minute=1)
    await played(store, (ADA,), server=3, scope="3")
    assert await store.servers.known() == {1, 2, 3}
    await store.servers.remove(2)
    assert await store.servers.known() == {1, 3}


async def test_a_removed_server_leaves_nothing_and_others_keep_theirs(store: Store, address: str) -> None:
    kept = await everything_of(store, 77)
    alone = await contents(address)
    removed = await everything_of(store, SERVER)
    await store.servers.remove(SERVER)
    left = await contents(address)
    assert left.pop("clusterbot_question_ratings") == alone.pop("clusterbot_question_ratings")
    left.pop("sqlite_sequence", None), alone.pop("sqlite_sequence", None)
    assert left == alone
    assert await store.points.of_event(kept) == {ADA: 3}
    with pytest.raises(NoSuchEvent):
        await store.events.append(removed, 2, await first_of(store, kept))


async def first_of(store: Store, event_id: int):
    return (await store.events.log(event_id))[0]


async def test_the_number_of_a_removed_event_is_never_given_again(store: Store) -> None:
    removed = await everything_of(store, SERVER)
    await store.servers.remove(SERVER)
    assert (await played(store)).id > removed


async def test_removing_an_unknown_server_is_no_error(store: Store) -> None:
    await store.servers.remove(CHANNEL)
    assert await store.servers.all() == ()
