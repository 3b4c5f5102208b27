from __future__ import annotations

import asyncio

from bot.store.store import Store


async def test_an_announcement_is_claimed_once_over_all_processes(store: Store, address: str) -> None:
    async with await Store.open(address) as other:
        claims = [one.announcements.claim(2025, channel) for channel in range(20) for one in (store, other, store)]
        told = await asyncio.gather(*claims)
    assert [sum(told[index : index + 3]) for index in range(0, 60, 3)] == [1] * 20


async def test_editions_are_claimed_apart_and_a_released_claim_can_be_made_again(store: Store) -> None:
    assert await store.announcements.claim(2025, 1)
    assert await store.announcements.claim(2026, 1)
    await store.announcements.release(2025, 1)
    assert await store.announcements.claim(2025, 1)
    assert not await store.announcements.claim(2026, 1)


async def test_the_newest_edition_in_service_stays_the_newest(store: Store) -> None:
    assert await store.announcements.served() is None
    for edition in (2025, 2026, 2026, 2022):
        await store.announcements.serve(edition)
    assert await store.announcements.served() == 2026
