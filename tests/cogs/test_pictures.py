"""Pictures on Discord: asked for, behind a button, on their way, refused, and never in the place of the words."""

from __future__ import annotations

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord
import simcord
from PIL import Image

from bot.cogs import drawing
from bot.studio import Studio
from tests.cogs.conftest import build_world
from tests.cogs.test_faults import denied

if TYPE_CHECKING:
    import pytest

    from tests.cogs.conftest import Make, World

SECONDS = 20.0


async def pictured(world: World) -> Any:
    """Return the last reply once it has its picture; the first one takes as long as a process needs to start."""
    for _ in range(int(SECONDS / 0.05)):
        await world.env.settle()
        if world.reply.attachments:
            return world.reply
        await asyncio.sleep(0.05)
    raise AssertionError("no picture came")


async def image(message: Any) -> Image.Image:
    return Image.open(BytesIO(await message.attachments[0].read()))


async def test_a_chart_comes_with_its_words_and_is_described(world: World) -> None:
    await world.alice.send(world.channel, "!chart history Munich, Berlin")
    reply = await pictured(world)
    assert reply.embeds[0].title == "Ranks by edition"
    assert "Munich: #27 2025" in reply.embeds[0].description
    (attached,) = reply.attachments
    assert attached.filename == "clusterbot.png"
    assert "Munich" in attached.description
    assert "27" in attached.description
    assert (await image(reply)).width == 1200
    assert len(world.channel.history()) == 2, "the picture was added to the words"


async def test_a_button_shows_the_chart_of_a_reply(world: World) -> None:
    await world.alice.send(world.channel, "!compare Paris vs London")
    before = world.reply
    assert not before.attachments
    await world.alice.click(before, label="Show chart")
    reply = await pictured(world)
    assert reply.id == before.id
    assert reply.embeds[0].title == before.embeds[0].title
    assert not any(child.label == "Show chart" for row in reply.components for child in row.children)


async def test_a_rank_has_no_chart_button(world: World) -> None:
    await world.alice.send(world.channel, "!rank London")
    assert not world.reply.components


async def test_a_map_by_slash_command(world: World) -> None:
    await world.alice.slash(world.channel, "map", area="Europe", edition=2022)
    reply = await pictured(world)
    assert reply.embeds[0].title == "All 31 clusters of Europe, 2022"
    assert reply.attachments[0].description.startswith("All 31 clusters of Europe, 2022")


async def test_the_picture_goes_when_the_question_changes(world: World) -> None:
    question = await world.alice.send(world.channel, "!chart munich")
    await pictured(world)
    await world.alice.edit(question, "!rank Munich")
    assert not world.reply.attachments
    assert world.reply.embeds[0].title.startswith("🇩🇪 Munich: #27")


async def test_pages_are_turned_beside_the_picture(world: World) -> None:
    await world.alice.send(world.channel, "!chart top 100 2022")
    reply = await pictured(world)
    await world.alice.click(reply, label="Next")
    assert world.reply.embeds[0].description.startswith("#26")
    assert world.reply.attachments


async def test_a_full_queue_sends_the_words_at_once(make: Make) -> None:
    async with simcord.run(make(studio=Studio(waiting=0))) as env:
        world = build_world(env)
        await world.alice.send(world.channel, "!chart munich")
        assert not world.reply.attachments
        assert world.reply.embeds[0].title.startswith("🇩🇪 Munich: #20 in 2017")
        assert "Too many pictures are being drawn just now" in world.reply.embeds[0].description


async def test_where_files_may_not_be_attached_the_fix_is_named(world: World) -> None:
    bare = world.guild.create_text_channel("bare", overwrites=denied(world, "attach_files"))
    await world.alice.send(bare, "!chart munich")
    assert not bare.last_message.attachments
    assert "allow “Attach Files”" in bare.last_message.embeds[0].description
    pressed = await world.alice.slash(bare, "chart", what="munich")
    assert "allow “Attach Files”" in pressed.response.message.embeds[0].description


async def test_what_has_too_few_figures_says_so(world: World) -> None:
    await world.alice.send(world.channel, "!chart dublin")
    assert not world.reply.attachments
    assert "There is too little here for a picture." in world.reply.embeds[0].description


async def test_a_drawing_that_fails_leaves_the_words(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    studio = Studio()
    await studio.close()
    async with simcord.run(make(studio=studio)) as env:
        world = build_world(env)
        await world.alice.send(world.channel, "!chart munich")
        assert world.reply.embeds[0].title.startswith("🇩🇪 Munich")
        assert "The picture could not be drawn" in world.reply.embeds[0].description
    assert "Could not draw a picture" in caplog.text


async def test_a_picture_that_is_ready_at_once_comes_in_one_message(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "AT_ONCE", SECONDS)
    await world.alice.send(world.channel, "!chart munich")
    await pictured(world)
    edits = len(world.requests("PATCH", f"/messages/{world.reply.id}"))
    await world.bob.send(world.channel, "!chart munich")
    assert world.reply.attachments, "it was drawn before"
    assert len(world.requests("PATCH", f"/messages/{world.reply.id}")) == 0 <= edits
    assert isinstance(world.reply, discord.Message)
