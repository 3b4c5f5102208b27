"""Announcements where two rounds of them meet."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from bot.cogs.events import announcing
from bot.cogs.events.announcing import Herald
from bot.settings import ReplyStyle
from bot.store.failures import StoreUnavailable
from bot.store.records import OptIn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.pipeline import Pipeline


def herald_of(known: set[int], note: Callable[[int, int], Awaitable[None]]) -> Herald:
    """Return the herald of five channels, some of which are `known` to know."""

    async def channels(_: str) -> tuple[OptIn, ...]:
        return tuple(OptIn(channel, 1, "editions") for channel in range(5))

    async def known_of(_: int) -> frozenset[int]:
        return frozenset(known)

    store: Any = SimpleNamespace(
        channels=SimpleNamespace(all=channels), announcements=SimpleNamespace(told=known_of, note=note)
    )
    client: Any = SimpleNamespace(get_guild=lambda _: object())
    book: Any = SimpleNamespace(style=lambda _: ReplyStyle.PLAIN)
    return Herald(client, store, book, lambda _: True, lambda *_: False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The channels in which something was posted, each after a while."""
    posted: list[int] = []

    async def post(_: object, place: OptIn, *__: object, **___: object) -> None:
        for _ in range(place.channel):
            await asyncio.sleep(0)
        posted.append(place.channel)

    monkeypatch.setattr(announcing, "post", post)
    return posted


async def test_a_reconnection_in_the_middle_of_a_long_round_tells_nobody_twice(
    pipeline: Pipeline, told: list[int]
) -> None:
    known: set[int] = set()

    async def note(_: int, channel: int) -> None:
        known.add(channel)

    herald = herald_of(known, note)
    await asyncio.gather(herald.announce(pipeline), herald.announce(pipeline))
    assert told == [0, 1, 2, 3, 4]


async def test_what_cannot_be_kept_of_one_channel_leaves_nothing_behind_that_goes_on(
    pipeline: Pipeline, told: list[int]
) -> None:
    known: set[int] = set()

    async def note(_: int, channel: int) -> None:
        if channel == 0:
            raise StoreUnavailable("away")
        known.add(channel)

    with pytest.raises(StoreUnavailable):
        await herald_of(known, note).announce(pipeline)
    assert told == [0, 1, 2, 3, 4]
    assert known == {1, 2, 3, 4}
