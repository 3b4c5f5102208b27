from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.store.store import Store


async def test_a_channel_knows_of_an_edition_once_it_was_told(store: Store) -> None:
    assert await store.announcements.told(2025) == frozenset()
    for channel in (1, 2, 1):
        await store.announcements.note(2025, channel)
    await store.announcements.note(2026, 3)
    assert await store.announcements.told(2025) == {1, 2, 3}, "an older edition is no news to who knows of a newer one"
    assert await store.announcements.told(2026) == {3}
