"""Claims settled on Discord: on a message, once per channel and claim, with receipts that can be checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord
import simcord

from bot.cogs.settled import KEPT_SECONDS, Settled
from bot.questions.assertions import Ahead
from bot.questions.queries import Claim
from bot.questions.refs import ClusterRef
from tests.cogs.conftest import build_world

if TYPE_CHECKING:
    from tests.cogs.conftest import Clock, Make, World

CLAIM = Claim(Ahead(ClusterRef("london", "London"), ClusterRef("paris", "Paris")))


def title(message: object) -> str:
    return message.embeds[0].title  # type: ignore[attr-defined]


async def test_a_message_is_settled_without_the_message_content_intent(make: Make) -> None:
    async with simcord.run(make(message_content=False), approved_intents=discord.Intents.default()) as env:
        world = build_world(env)
        said = await world.bob.send(world.channel, "nah. london has ALWAYS been ahead of paris!! everybody knows that")
        assert world.channel.last_message.id == said.id, "the bot does not hear it by itself"
        result = await world.alice.context_menu(world.channel, "Settle this", said)
        assert not result.ephemeral
        assert title(result.response.message) == "False. London is #21 and Paris #12 in 2024."
        assert "always London ahead of Paris" in result.response.message.embeds[0].footer.text


async def test_a_message_that_claims_nothing_is_told_so(world: World) -> None:
    said = await world.bob.send(world.channel, "what a lovely day")
    result = await world.alice.context_menu(world.channel, "Settle this", said)
    assert title(result.response.message).startswith("I find no claim about the ranking in that.")


async def test_a_message_without_words_is_told_so_privately(world: World) -> None:
    said = await world.bob.send(world.channel, "", attachments=[("picture.png", b"png")])
    result = await world.alice.context_menu(world.channel, "Settle this", said)
    assert result.ephemeral
    assert title(result.response.message) == "That message has no words to settle."


async def test_one_verdict_per_claim_within_ten_minutes(world: World, clock: Clock) -> None:
    await world.alice.send(world.channel, "!settle London is ahead of Paris")
    verdict = world.reply
    assert title(verdict).startswith("True.")
    clock.now += 60
    await world.bob.send(world.channel, "!settle is london better than paris??")
    again = world.reply
    assert title(again) == "Settled here already:"
    link = f"https://discord.com/channels/{world.guild.id}/{world.channel.id}/{verdict.id}"
    assert again.embeds[0].description == link
    await world.bob.send(world.channel, "!settle paris is ahead of london")
    assert title(world.reply).startswith("False.")
    clock.now += KEPT_SECONDS
    await world.bob.send(world.channel, "!settle London is ahead of Paris")
    assert title(world.reply).startswith("True.")


async def test_a_deleted_verdict_is_given_again(world: World, clock: Clock) -> None:
    question = await world.alice.send(world.channel, "!settle London is ahead of Paris")
    await world.alice.delete(question)
    clock.now += 60
    await world.bob.send(world.channel, "!settle London is ahead of Paris")
    assert title(world.reply).startswith("True.")


async def test_an_edited_claim_is_not_referred_to_itself(world: World, clock: Clock) -> None:
    question = await world.alice.send(world.channel, "!settle London is ahead of Paris")
    reply = world.reply
    clock.now += 30
    await world.alice.edit(question, "!settle London is ahead of Paris, right?")
    assert title(world.now(reply)).startswith("True.")


async def test_a_receipt_is_verified_with_a_slash_command(world: World) -> None:
    result = await world.alice.slash(world.channel, "settle", claim="munich was never in the top 20")
    footer = result.response.message.embeds[0].footer.text
    code = re.search(r"Receipt (\S+)", footer)
    assert code is not None
    checked = await world.bob.slash(world.channel, "verify", receipt=code[1].lower())
    card = checked.response.message.embeds[0]
    assert card.title == "The receipt is good, and the data is the same."
    assert card.description.startswith("False. Munich is #20 in 2017.")


async def test_two_claims_that_may_be_meant_are_one_tap_away(world: World) -> None:
    await world.alice.send(world.channel, "!settle london vs paris")
    await world.alice.click(world.reply, label="London is ahead of Paris")
    assert title(world.reply).startswith("True.")


def test_verdicts_are_forgotten_by_number(clock: Clock) -> None:
    held = Settled(clock, limit=2)
    for channel in (1, 2, 3):
        held.note(None, channel, 10 + channel, CLAIM)
    assert [held.link(channel, CLAIM) is not None for channel in (1, 2, 3)] == [False, True, True]
    assert held.link(3, CLAIM) == "https://discord.com/channels/@me/3/13"
    held.forget(13)
    assert held.link(3, CLAIM) is None
