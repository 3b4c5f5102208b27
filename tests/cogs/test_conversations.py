"""Following up on Discord: per person, per channel, for some minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cogs.conversations import KEPT_SECONDS, Conversations
from bot.questions.queries import About, Method

if TYPE_CHECKING:
    from tests.cogs.conftest import Clock, World


def test_a_query_is_remembered_per_channel_and_person_for_some_minutes(clock: Clock) -> None:
    held = Conversations(clock)
    held.remember(1, 1, About())
    held.remember(1, 2, Method())
    assert (held.last(1, 1), held.last(1, 2), held.last(2, 1)) == (About(), Method(), None)
    clock.now += KEPT_SECONDS + 1
    assert held.last(1, 1) is None


def test_no_more_than_the_limit_is_remembered(clock: Clock) -> None:
    held = Conversations(clock, limit=3)
    for person in range(10):
        held.remember(1, person, About())
    assert [person for person in range(10) if held.last(1, person) is not None] == [7, 8, 9]


async def test_a_follow_up_continues_the_askers_own_question(world: World, clock: Clock) -> None:
    await world.alice.send(world.channel, "!rank London")
    await world.bob.send(world.channel, "!rank Paris")
    await world.alice.send(world.channel, "!and in 2022?")
    assert world.reply.embeds[0].title.startswith("🇬🇧 London: #19 in 2022")
    await world.bob.send(world.channel, "!and in 2022?")
    assert world.reply.embeds[0].title.startswith("🇫🇷 Paris: #10 in 2022")
    clock.now += KEPT_SECONDS + 60
    await world.alice.send(world.channel, "!what about Berlin?")
    assert world.reply.embeds[0].title.startswith("🇩🇪 Berlin: #30 in 2025")
