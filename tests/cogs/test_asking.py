from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from simcord.backend import serializers

if TYPE_CHECKING:
    from bot.client import ClusterBot
    from bot.pipeline import Pipeline
    from tests.cogs.conftest import Clock, World


ROBOT = {"id": "5", "username": "robot", "discriminator": "0", "avatar": None, "bot": True}


def mention(world: World) -> str:
    return f"<@{world.env.bot.user.id}>"


async def test_prefix(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    assert world.reply.embeds[0].title.startswith("🇬🇧 London: #8 in 2025")
    assert "WIPO GII 2025" in world.reply.embeds[0].footer.text
    assert world.reply.reference.message_id == question.id
    body = world.requests("POST")[-1].json
    assert body["allowed_mentions"] == {"parse": []}
    assert body["message_reference"]["fail_if_not_exists"] is False
    assert body["enforce_nonce"] is True
    assert body["nonce"]


async def test_mention_wherever_it_stands(world: World) -> None:
    for text in ("{} rank London", "{}, rank London?", "rank London {}", "rank {} London", "{} !rank London"):
        await world.alice.send(world.channel, text.format(mention(world)))
        assert "London: #8" in world.reply.embeds[0].title, text


async def test_mention_alone_helps(world: World) -> None:
    await world.alice.send(world.channel, mention(world))
    assert world.reply.embeds[0].title == "Ask about WIPO’s Global Innovation Index."


async def test_direct_message_with_and_without_prefix(world: World) -> None:
    for text in ("rank London", "!rank London", f"{mention(world)} rank London"):
        await world.alice.user.send_dm(text)
        assert "London: #8" in world.alice.user.dm_channel.last_message.embeds[0].title


async def test_talk_is_left_alone(world: World) -> None:
    role = world.guild.create_role("clusterbot")
    talk = ("!!!", "! ", "!?", "!", "hello", "rank London", "@everyone", f"<@&{role.id}> rank London", "!!rank London")
    for text in talk:
        await world.alice.send(world.channel, text)
    assert len(world.channel.history()) == len(talk)


async def test_edit_answers_again_in_place(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    reply = world.reply
    await world.env.advance_time(30)
    await world.alice.edit(question, "!rank Paris")
    assert "Paris" in world.now(reply).embeds[0].title
    assert len(world.channel.history()) == 2
    assert world.requests("PATCH", f"/messages/{reply.id}")[-1].json["allowed_mentions"] == {"parse": []}


async def test_edit_after_a_minute_changes_nothing(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    await world.env.advance_time(61)
    await world.alice.edit(question, "!rank Paris")
    assert "London" in world.now(world.reply).embeds[0].title


async def test_edit_of_nothing_that_matters_costs_nothing(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    await world.alice.edit(question, "!rank London ")
    assert not world.requests("PATCH", f"/messages/{world.reply.id}")


async def test_edit_makes_a_question(world: World) -> None:
    message = await world.alice.send(world.channel, "rank London")
    assert len(world.channel.history()) == 1
    await world.alice.edit(message, "!rank London")
    assert "London: #8" in world.reply.embeds[0].title


async def test_edit_unmakes_a_question(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    await world.alice.edit(question, "never mind")
    assert [message.content for message in world.channel.history()] == ["never mind"]


async def test_edit_to_an_ambiguity_brings_buttons_and_back_takes_them(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    reply = world.reply
    await world.alice.edit(question, "!top 100 2022")
    assert [child.label for child in world.now(reply).components[0].children] == ["Back", "Next", "Show chart"]
    await world.alice.edit(question, "!rank Paris")
    assert not world.now(reply).components
    await world.env.advance_time(400)
    assert not world.now(reply).components
    assert "Paris" in world.now(reply).embeds[0].title


async def test_deleted_question_takes_its_reply_along(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    reply = world.reply
    await world.alice.delete(question)
    assert world.now(reply) is None
    assert not world.channel.history()


async def test_bulk_deletion(world: World) -> None:
    questions = [await world.alice.send(world.channel, f"!who {rank}") for rank in (1, 2)]
    world.env.backend.emit(
        "MESSAGE_DELETE_BULK",
        {
            "ids": [str(question.id) for question in questions],
            "channel_id": str(world.channel.id),
            "guild_id": str(world.guild.id),
        },
    )
    await world.env.settle()
    assert len(world.channel.history()) == 2


async def test_cooldown_answers_once_then_rests(world: World, clock: Clock) -> None:
    for _ in range(12):
        await world.alice.send(world.channel, "!who 1")
    await world.bob.send(world.channel, "!who 1")
    titles = [message.embeds[0].title for message in world.channel.history() if message.embeds]
    assert [title.startswith("#1") for title in titles] == [True] * 8 + [False, True]
    assert titles[8] == "One moment, please: you can ask again in 20 s."
    clock.now += 20.5
    await world.alice.send(world.channel, "!who 1")
    assert world.reply.embeds[0].title.startswith("#1")


async def test_cooldown_also_holds_for_edits(world: World) -> None:
    question = await world.alice.send(world.channel, "!who 1")
    reply = world.reply
    for rank in range(2, 12):
        await world.alice.edit(question, f"!who {rank}")
    assert world.now(reply).embeds[0].title.startswith("One moment")
    assert len(world.requests("PATCH", f"/messages/{reply.id}")) == 8


async def test_a_bug_gives_a_reference(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline
) -> None:
    class Broken:
        rankings = pipeline.rankings

        def ask(self, text: str, last: object = None) -> None:
            raise ZeroDivisionError(text)

    bot: ClusterBot = world.env.bot
    bot.pipeline = Broken()  # type: ignore[assignment]
    await world.alice.send(world.channel, "!rank London")
    title = world.reply.embeds[0].title
    reference = "".join(filter(str.isdigit, title))
    assert title.startswith("Something went wrong")
    assert len(reference) == 6
    assert f"Reference {reference}" in caplog.text
    assert [getattr(record, "reference", None) for record in caplog.records if record.exc_info] == [reference]
    assert "ZeroDivisionError" in caplog.text
    bot.pipeline = pipeline
    await world.alice.send(world.channel, "!rank London")
    assert "London: #8" in world.reply.embeds[0].title


async def test_other_bots_and_webhooks_are_not_answered(world: World) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, "!rank London")
    await world.guild.create_webhook(world.channel).send("!rank London")
    assert len(world.channel.history()) == 2


@pytest.mark.parametrize("change", [{"webhook_id": "77"}, {"type": 7}, {"author": ROBOT}])
async def test_what_is_no_persons_message_is_not_answered(world: World, change: dict[str, Any]) -> None:
    message = await world.alice.send(world.channel, "hello")
    stored = world.env.backend.get_message(world.channel.id, message.id)
    payload = serializers.message_payload(world.env.backend, stored)
    for altered, replies in ((change, 0), ({}, 1)):
        world.env.backend.emit("MESSAGE_CREATE", {**payload, "content": "!rank London", **altered})
        await world.env.settle()
        assert len(world.channel.history()) == 1 + replies
