from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord

from bot.cogs.repeating import PAUSES
from tests.cogs.conftest import Make, World, build_world
from tests.cogs.faults import breaking, one_post_per_nonce


def denied(world: World, *permissions: str) -> dict[Any, discord.PermissionOverwrite]:
    return {world.env.bot.user: discord.PermissionOverwrite(**dict.fromkeys(permissions, False))}


@pytest.mark.parametrize("landed", [True, False])
@pytest.mark.parametrize("error", [None, ConnectionResetError(104, "reset"), TimeoutError()])
async def test_a_dropped_connection_posts_exactly_once(world: World, landed: bool, error: Exception | None) -> None:
    with (
        one_post_per_nonce(world.env.bot),
        breaking(world.env.bot, "POST", times=1, landed=landed, error=error) as tried,
    ):
        await world.alice.send(world.channel, "!rank London")
    assert len(tried) == 2
    assert len(set(tried)) == 1
    assert len(world.channel.history()) == 2


async def test_a_connection_that_stays_down_is_given_up(world: World, caplog: pytest.LogCaptureFixture) -> None:
    with breaking(world.env.bot, "POST", times=9, landed=False) as tried:
        await world.alice.send(world.channel, "!rank London")
    assert len(tried) == 1 + len(PAUSES)
    assert "Could not post a reply" in caplog.text


async def test_an_edit_survives_a_dropped_connection(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank London")
    with breaking(world.env.bot, "PATCH", times=1, landed=True) as tried:
        await world.alice.edit(question, "!rank Paris")
    assert len(tried) == 2
    assert "Paris" in world.reply.embeds[0].title


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_what_passes_is_waited_for(world: World, status: int, caplog: pytest.LogCaptureFixture) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=status, times=len(PAUSES))
    await world.alice.send(world.channel, "!rank London")
    assert "London: #8" in world.reply.embeds[0].title
    assert len(world.channel.history()) == 2
    assert not caplog.text


@pytest.mark.parametrize("status", [400, 404])
async def test_a_refusal_is_only_logged(world: World, status: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    world.env.inject_error("POST", "/channels/*/messages", status=status, times=1)
    await world.alice.send(world.channel, "!rank London")
    assert len(world.channel.history()) == 1
    assert "post a reply" in caplog.text
    await world.alice.send(world.channel, "!rank London")
    assert "London: #8" in world.reply.embeds[0].title


async def test_an_edit_whose_reply_could_not_be_posted_posts_it(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=400, times=1)
    question = await world.alice.send(world.channel, "!rank London")
    await world.alice.edit(question, "!rank Paris")
    assert "Paris" in world.reply.embeds[0].title


async def test_without_embeds_the_reply_is_plain(world: World) -> None:
    bare = world.guild.create_text_channel("bare", overwrites=denied(world, "embed_links"))
    question = await world.alice.send(bare, "!top 100 2022")
    reply = bare.last_message
    assert not reply.embeds
    assert reply.content.startswith("Top 100 clusters, 2022\n#1 🇯🇵 Tokyo–Yokohama")
    await world.alice.click(reply, label="Next")
    assert "#26" in bare.last_message.content
    assert not bare.last_message.embeds
    await world.alice.edit(question, "!rank London")
    assert "London: #8" in bare.last_message.content
    assert not bare.last_message.embeds
    assert not bare.last_message.components


async def test_without_history_there_is_no_reference(world: World) -> None:
    short = world.guild.create_text_channel("short", overwrites=denied(world, "read_message_history"))
    await world.alice.send(short, "!rank London")
    assert short.last_message.reference is None
    assert "London: #8" in short.last_message.embeds[0].title


async def test_where_it_may_not_write_the_asker_is_told_privately(world: World) -> None:
    mute = world.guild.create_text_channel("mute", overwrites=denied(world, "send_messages"))
    await world.alice.send(mute, "!rank London")
    assert len(mute.history()) == 1
    told = world.alice.user.dm_channel.last_message
    assert told.content == "I may not write in #mute. Someone who manages it can allow “Send Messages” there."


async def test_where_nobody_can_be_told_the_log_says_so_once(world: World, caplog: pytest.LogCaptureFixture) -> None:
    mute = world.guild.create_text_channel("mute", overwrites=denied(world, "send_messages"))
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    for _ in range(3):
        await world.alice.send(mute, "!rank London")
    assert caplog.text.count("May not write in channel") == 1


async def test_plain_style_everywhere(make: Make) -> None:
    async with simcord.run(make(reply_style="plain")) as env:
        world = build_world(env)
        await world.alice.send(world.channel, "!rank London")
        assert world.reply.content.startswith("🇬🇧 London: #8 in 2025")
        assert not world.reply.embeds
        shown = await world.alice.slash(world.channel, "rank", place="London")
        assert shown.response.content == world.reply.content


async def test_a_word_as_prefix(make: Make) -> None:
    async with simcord.run(make(prefix="gii")) as env:
        world = build_world(env)
        for text in ("giirank London", "giiant", "!rank London"):
            await world.alice.send(world.channel, text)
        assert len(world.channel.history()) == 3
        await world.alice.send(world.channel, "gii rank London")
        assert "London: #8" in world.reply.embeds[0].title


async def test_without_the_message_content_intent(make: Make) -> None:
    portal = discord.Intents.default()
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with simcord.run(make(), approved_intents=portal):
            pass
    async with simcord.run(make(message_content=False), approved_intents=portal) as env:
        world = build_world(env)
        await world.alice.send(world.channel, "!rank London")
        assert len(world.channel.history()) == 1
        question = await world.alice.send(world.channel, f"<@{env.bot.user.id}> rank London")
        assert "London: #8" in world.reply.embeds[0].title
        await world.alice.edit(question, f"<@{env.bot.user.id}> rank Paris")
        assert "Paris" in world.reply.embeds[0].title
        assert (await world.alice.slash(world.channel, "rank", place="London")).acknowledged
        await world.alice.user.send_dm("rank London")
        assert "London: #8" in world.alice.user.dm_channel.last_message.embeds[0].title
