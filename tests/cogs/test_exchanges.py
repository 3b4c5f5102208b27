from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.cogs.exchanges import Exchanges
from bot.cogs.messenger import Manner
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from tests.cogs.conftest import Clock, World


async def test_the_oldest_are_forgotten_by_number_and_by_age(clock: Clock) -> None:
    exchanges = Exchanges(clock, limit=3, seconds=100.0)
    for question in range(5):
        exchanges.open(question, "x", Manner(ReplyStyle.CARDS, True))
        clock.now += 1
    assert len(exchanges) == 3
    assert exchanges.get(1) is None
    assert exchanges.get(2) is not None
    clock.now += 200
    exchanges.open(9, "x", Manner(ReplyStyle.CARDS, True))
    assert len(exchanges) == 1
    assert exchanges.close(9) is not None
    assert exchanges.close(9) is None


def hold_posts(world: World) -> tuple[asyncio.Event, asyncio.Event]:
    """Make the bot's posts wait; return what says that one has begun, and what lets it go on."""
    begun, go = asyncio.Event(), asyncio.Event()
    http, inner = world.env.bot.http, world.env.bot.http.request

    async def request(route: Any, **options: Any) -> Any:
        if route.method == "POST":
            begun.set()
            await go.wait()
        return await inner(route, **options)

    http.request = request
    return begun, go


def ask(world: World, text: str) -> Any:
    message = world.env.backend.create_message(world.channel.id, world.alice.id, text)
    return next(shown for shown in world.channel.history() if shown.id == message.id)


async def test_a_question_edited_while_it_is_answered_has_one_reply(world: World) -> None:
    begun, go = hold_posts(world)
    question = ask(world, "!rank London")
    await asyncio.wait_for(begun.wait(), 5)
    for city in ("Berlin", "Munich", "Paris"):
        world.env.backend.edit_message(world.channel.id, question.id, {"content": f"!rank {city}"})
    for _ in range(20):
        await asyncio.sleep(0)
    go.set()
    await world.env.settle()
    assert len(world.channel.history()) == 2
    assert "Paris" in world.reply.embeds[0].title
    assert len(world.requests("PATCH", f"/messages/{world.reply.id}")) == 1


async def test_a_question_deleted_while_it_is_answered_leaves_no_reply(world: World) -> None:
    begun, go = hold_posts(world)
    question = ask(world, "!rank London")
    await asyncio.wait_for(begun.wait(), 5)
    world.env.backend.delete_message(world.channel.id, question.id)
    for _ in range(20):
        await asyncio.sleep(0)
    go.set()
    await world.env.settle()
    assert world.channel.history() == []
