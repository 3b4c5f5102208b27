"""What goes wrong around games, and what people are then told."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.cogs.events import quiz_room
from bot.community.quiz.generating import generate
from bot.community.quiz.question import Topic
from bot.store.failures import StoreUnavailable
from tests.cogs.events.conftest import Night, labels, private, words
from tests.cogs.events.test_quiz import quiz_of, right, until_choices
from tests.cogs.faults import breaking, one_post_per_nonce

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.fixture
def typed_only(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every quiz ask for typed answers."""
    many = generate(pipeline.rankings, pipeline.resolver, random.Random(7), 60, Topic.CLUSTERS)
    typed = tuple(question for question in many if not question.choices)
    assert len(typed) >= 2
    monkeypatch.setattr(quiz_room, "generate", lambda *_: typed[:2])


@pytest.mark.usefixtures("typed_only")
async def test_a_typed_answer_in_any_script_and_a_name_nobody_knows(night: Night, pipeline: Pipeline) -> None:
    await night.order(night.olga, "quiz start 2 clusters")
    await night.env.advance_time(8)
    asked = night.last
    assert labels(asked) == ["Answer"]
    name = pipeline.rankings.clusters[quiz_of(night).question.right[0]].name

    async def answer(who: Any, text: str) -> str:
        form = await who.click(asked, label="Answer")
        return private(await who.submit_modal(form, {"0": text}))

    assert "know" in await answer(night.alice, "Qwertzuiop")
    assert "It is final" in await answer(night.alice, name.upper())
    assert "It is final" in await answer(night.bob, "東京")
    assert "final" in await answer(night.bob, name)
    await night.env.advance_time(40)
    assert "of 2 got it" in " ".join(words(message) for message in night.messages)


async def test_an_answer_that_cannot_be_kept_does_not_count_and_is_told_so(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    await night.order(night.olga, "quiz start 2 economies")
    await until_choices(night)
    hall = night.bot.hall
    assert hall is not None

    async def full(*_: object) -> None:
        raise StoreUnavailable("the disk is full")

    question, best = night.last, labels(night.last)[right(night)]
    with monkeypatch.context() as broken:
        broken.setattr(hall._store.events, "append", full)
        assert "could not be kept" in private(await night.alice.click(question, label=best))
        assert "could not be kept" in words(await night.order(night.olga, "quiz skip"))
    assert "It is final" in private(await night.alice.click(question, label=best))


async def test_a_quiz_is_not_started_where_the_bot_may_not_write(night: Night) -> None:
    denied = {night.bot.user: discord.PermissionOverwrite(send_messages=False)}
    there = night._replace(channel=night.guild.create_text_channel("mute", overwrites=denied))
    told = private(await night.olga.slash(there.channel, "quiz start"))
    assert "Send Messages" in told
    assert not list(night.bot.hall.quiz.host)  # type: ignore[union-attr]


async def test_a_channel_without_cards_gets_plain_questions(night: Night) -> None:
    denied = {night.bot.user: discord.PermissionOverwrite(embed_links=False)}
    there = night._replace(channel=night.guild.create_text_channel("bare", overwrites=denied))
    await there.order(night.olga, "quiz start 1 economies")
    await until_choices(there)
    assert there.last.content.startswith("Question 1 of 1")


@pytest.mark.parametrize("landed", [True, False])
async def test_a_question_whose_posting_broke_is_posted_once(night: Night, landed: bool) -> None:
    with one_post_per_nonce(night.bot):
        await night.order(night.olga, "quiz start 2 economies")
        with breaking(night.bot, "POST", times=2, landed=landed):
            await night.env.advance_time(30)
        await until_choices(night)
    texts = [words(message) for message in night.messages]
    assert len(set(texts)) == len(texts)
    assert any("Question" in text for text in texts)


async def test_a_press_of_a_game_of_another_server_is_refused(night: Night) -> None:
    await night.order(night.olga, "quiz start 2 economies")
    await until_choices(night)
    other = night.env.create_guild()
    channel = other.create_text_channel("elsewhere")
    eve = other.add_member(night.env.create_user("eve"))
    (playing,) = night.bot.hall.quiz.host  # type: ignore[union-attr]
    night.env.backend.create_message(
        channel.id, night.bot.user.id, content="bait",
        components=[{"type": 1, "components": [
            {"type": 2, "style": 2, "label": "A", "custom_id": f"quiz:{playing.event.id}:{playing.state.number}:0"}]}],
    )  # fmt: skip
    assert "over" in private(await eve.click(channel.last_message, label="A"))
    assert not playing.state.given
