from __future__ import annotations

import asyncio
import math

import pytest

from bot.store.failures import NoSuchEvent, OutOfStep
from bot.store.records import Rating
from bot.store.store import Store
from tests.store.support import ADA, BOB, SERVER, played

ODD = math.nextafter(1500.1, 0)


async def test_nobody_and_nothing_has_a_rating_to_begin_with(store: Store) -> None:
    assert await store.ratings.questions(["a", "b"]) == {}
    assert await store.ratings.people(SERVER, [ADA]) == {}
    assert await store.ratings.person(SERVER, ADA) is None


async def test_ratings_come_back_exactly(store: Store) -> None:
    event = await played(store, (ADA, BOB))
    people = {BOB: Rating(-ODD, 2), ADA: Rating(1e-300, 3)}
    assert await store.ratings.record(event.id, 1, "rank:2025:münchen", Rating(ODD, 1), people)
    assert await store.ratings.questions(["rank:2025:münchen", "other"]) == {"rank:2025:münchen": Rating(ODD, 1)}
    assert await store.ratings.people(SERVER, [ADA, BOB, 5]) == people
    assert await store.ratings.person(SERVER, BOB) == people[BOB]
    assert await store.ratings.person(77, BOB) is None


async def test_a_round_is_rated_once_whatever_is_repeated(store: Store) -> None:
    event = await played(store, (ADA,))
    assert await store.ratings.record(event.id, 1, "q", Rating(1, 1), {ADA: Rating(2, 1)})
    assert not await store.ratings.record(event.id, 1, "q", Rating(3, 2), {ADA: Rating(4, 2)})
    assert await store.ratings.questions(["q"]) == {"q": Rating(1, 1)}
    assert await store.ratings.record(event.id, 2, "q", Rating(5, 2), {ADA: Rating(6, 2)})
    assert await store.ratings.questions(["q"]) == {"q": Rating(5, 2)}
    assert await store.ratings.person(SERVER, ADA) == Rating(6, 2)


async def test_of_many_who_rate_a_round_exactly_one_does(store: Store, address: str) -> None:
    event = await played(store, (ADA,))
    async with await Store.open(address) as other:
        told = await asyncio.gather(
            *(one.ratings.record(event.id, 1, "q", Rating(1, 1), {ADA: Rating(2, 1)}) for one in (store, other) * 3)
        )
    assert sorted(told) == [False] * 5 + [True]


async def test_a_refused_rating_leaves_the_round_to_be_rated(store: Store) -> None:
    event = await played(store, (ADA,))
    with pytest.raises(OutOfStep):
        await store.ratings.record(event.id, 1, "q", Rating(1, 1), {BOB: Rating(2, 1)})
    with pytest.raises(NoSuchEvent):
        await store.ratings.record(event.id + 1, 1, "q", Rating(1, 1), {})
    assert await store.ratings.questions(["q"]) == {}
    assert await store.ratings.record(event.id, 1, "q", Rating(1, 1), {})
