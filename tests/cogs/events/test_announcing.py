"""Announcements where two rounds of them meet."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from bot.cogs.events import announcing
from bot.cogs.events.announcing import Herald
from bot.settings import ReplyStyle
from bot.store.records import OptIn

if TYPE_CHECKING:
    import pytest

    from bot.pipeline import Pipeline


async def test_a_reconnection_in_the_middle_of_a_long_round_tells_nobody_twice(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: set[int] = set()
    told: list[int] = []

    async def channels(_: str) -> tuple[OptIn, ...]:
        return tuple(OptIn(channel, 1, "editions") for channel in range(5))

    async def known_of(_: int) -> frozenset[int]:
        return frozenset(known)

    async def note(_: int, channel: int) -> None:
        known.add(channel)

    async def post(_: object, place: OptIn, *__: object, **___: object) -> None:
        await asyncio.sleep(0)
        told.append(place.channel)

    monkeypatch.setattr(announcing, "post", post)
    store: Any = SimpleNamespace(
        channels=SimpleNamespace(all=channels), announcements=SimpleNamespace(told=known_of, note=note)
    )
    client: Any = SimpleNamespace(get_guild=lambda _: object())
    book: Any = SimpleNamespace(style=lambda _: ReplyStyle.PLAIN)
    herald = Herald(client, store, book, lambda _: True, lambda *_: False)
    await asyncio.gather(herald.announce(pipeline), herald.announce(pipeline))
    assert told == [0, 1, 2, 3, 4]
