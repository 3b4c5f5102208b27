from __future__ import annotations

import weakref
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest
import simcord

from bot.answers.values import Status
from bot.cogs.choosing import add_ways
from bot.cogs.paging import PageView
from bot.cogs.stale import Stale
from bot.cogs.views import AskerView, OpenViews
from bot.replies.reply import Button, Reply
from bot.settings import ReplyStyle
from tests.cogs.faults import interactions_breaking

if TYPE_CHECKING:
    from bot.pipeline import Pipeline
    from tests.cogs.conftest import Make, World


def buttons(message: discord.Message | None) -> dict[str, bool]:
    """Return which buttons a message has and whether they can be pressed, but for the one that asks for a chart."""
    assert message is not None
    found = {child.label: not child.disabled for row in message.components for child in row.children}  # type: ignore
    found.pop("Show chart", None)
    return found


def options(message: discord.Message) -> list[str]:
    """Return what a message's menu offers."""
    (row,) = message.components
    (menu,) = row.children  # type: ignore[union-attr]
    return [option.label for option in menu.options]  # type: ignore[union-attr]


def first_line(message: discord.Message | None) -> str:
    assert message is not None
    return message.embeds[0].description.split("\n")[0]


class Wordy:
    """A pipeline whose every answer has four pages."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline

    def ask(self, text: str, last: object = None) -> object:
        return self.pipeline.ask("top 100 2022")


async def test_pages_are_turned_in_place(world: World) -> None:
    await world.alice.send(world.channel, "!top 100 2022")
    reply = world.reply
    assert buttons(reply) == {"Back": False, "Next": True}
    assert "Page 1 of 4" in reply.embeds[0].footer.text
    await world.alice.click(reply, label="Next")
    assert first_line(world.now(reply)).startswith("#26")
    assert buttons(world.now(reply)) == {"Back": True, "Next": True}
    for _ in range(2):
        await world.alice.click(world.now(reply), label="Next")
    assert buttons(world.now(reply)) == {"Back": True, "Next": False}
    await world.alice.click(world.now(reply), label="Back")
    assert "Page 3 of 4" in world.now(reply).embeds[0].footer.text


async def test_only_the_asker_turns_pages(world: World) -> None:
    await world.alice.send(world.channel, "!top 100 2022")
    reply = world.reply
    result = await world.bob.click(reply, label="Next")
    assert result.ephemeral
    assert result.response.embeds[0].title.startswith("These buttons are for the person who asked.")
    assert first_line(world.now(reply)).startswith("#1 ")


async def test_buttons_rest_after_five_minutes(world: World) -> None:
    await world.alice.send(world.channel, "!top 100 2022")
    reply = world.reply
    await world.env.advance_time(299)
    await world.alice.click(reply, label="Next")
    await world.env.advance_time(299)
    assert buttons(world.now(reply)) == {"Back": True, "Next": True}
    await world.env.advance_time(2)
    assert buttons(world.now(reply)) == {"Back": False, "Next": False}
    assert first_line(world.now(reply)).startswith("#26")


async def test_a_deleted_reply_has_no_buttons_to_disable(world: World) -> None:
    question = await world.alice.send(world.channel, "!top 100 2022")
    gone = world.reply
    await world.alice.delete(question)
    await world.env.advance_time(301)
    assert not world.requests("PATCH", f"/messages/{gone.id}")


async def test_a_reply_deleted_by_others_does_not_disturb(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.alice.send(world.channel, "!top 100 2022")
    world.env.backend.delete_message(world.channel.id, world.reply.id)
    await world.env.advance_time(301)
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


async def test_an_ambiguity_is_settled_by_a_menu(world: World) -> None:
    await world.alice.send(world.channel, "!rank Arlington 2022")
    reply = world.reply
    assert reply.embeds[0].title == "Which one do you mean by “Arlington”?"
    assert options(reply) == ["Dallas", "Washington, DC–Baltimore"]
    refused = await world.bob.select(reply, ["0"])
    assert refused.ephemeral
    await world.alice.select(reply, ["0"])
    settled = world.now(reply)
    assert settled is not None
    assert settled.embeds[0].title.startswith("🇺🇸 Dallas: #")
    assert "in 2022" in settled.embeds[0].title
    assert not settled.components
    assert len(world.channel.history()) == 2


@pytest.mark.parametrize("door", ["prefix", "mention", "direct", "slash"])
async def test_every_door_asks_back_with_a_menu(world: World, door: str) -> None:
    if door == "slash":
        reply = (await world.alice.slash(world.channel, "rank", place="Hamilton")).response.message
    elif door == "direct":
        await world.alice.user.send_dm("rank Hamilton")
        reply = world.alice.user.dm_channel.last_message
    else:
        mention = f"<@{world.env.bot.user.id}> "
        await world.alice.send(world.channel, f"{mention if door == 'mention' else '!'}rank Hamilton")
        reply = world.reply
    assert options(reply) == ["Hamilton, Ontario, Canada", "Hamilton, New Zealand"]
    await (world.alice.user if door == "direct" else world.alice).select(reply, ["1"])
    channel = world.alice.user.dm_channel if door == "direct" else world.channel
    assert channel.last_message.embeds[0].title == "🇳🇿 Hamilton is in none of the clusters in our sources."


async def test_a_menu_rests_after_five_minutes(world: World) -> None:
    await world.alice.send(world.channel, "!rank Hamilton")
    await world.env.advance_time(301)
    with pytest.raises(simcord.SetupError, match="disabled"):
        await world.alice.select(world.reply, ["0"])


async def test_a_reading_is_corrected_by_a_button(world: World) -> None:
    await world.alice.send(world.channel, "!londn vs prais")
    reply = world.reply
    assert "Read as: compare · London, Paris · size · 2025" in reply.embeds[0].footer.text
    assert buttons(reply) == {"2024": True}
    await world.alice.click(reply, label="2024")
    assert world.now(reply).embeds[0].title == "Paris leads in 2024, by 9 positions."
    await world.alice.send(world.channel, "!top 5 chinaa by patents")
    await world.alice.click(world.reply, label="by venture capital")
    assert world.reply.embeds[0].title.startswith("Venture-capital shares in our sources, 2025: China")


async def test_a_question_half_understood_offers_what_it_may_have_meant(world: World) -> None:
    await world.alice.send(world.channel, "!is japan no longer ahead of germany in patents in the top ten")
    reply = world.reply
    assert reply.embeds[0].title.startswith("I did not understand all of that.")
    label = next(iter(buttons(reply)))
    await world.alice.click(reply, label=label)
    assert world.now(reply).embeds[0].title.startswith(("Yes", "No"))


async def test_a_name_nearly_known_is_one_tap_away(world: World) -> None:
    await world.alice.send(world.channel, "!rank Lodnn 2024")
    assert world.reply.embeds[0].title == "I do not know a place called “Lodnn”. Did you mean London?"
    await world.alice.click(world.reply, label="London")
    assert world.reply.embeds[0].title.startswith("🇬🇧 London: #21 in 2024")


async def test_a_settled_ambiguity_may_bring_further_buttons(world: World) -> None:
    question = await world.alice.send(world.channel, "!rank Arlington 2022")
    reply = world.reply
    pipeline = world.env.bot.pipeline
    world.env.bot.pipeline = Wordy(pipeline)
    await world.alice.select(reply, ["0"])
    assert buttons(world.now(reply)) == {"Back": False, "Next": True}
    await world.alice.click(world.now(reply), label="Next")
    assert buttons(world.now(reply)) == {"Back": True, "Next": True}
    world.env.bot.pipeline = pipeline
    await world.alice.edit(question, "!rank Paris")
    await world.env.advance_time(301)
    assert buttons(world.now(reply)) == {}
    assert "Paris" in world.now(reply).embeds[0].title  # type: ignore[union-attr]


async def test_buttons_from_before_a_restart_say_so(world: World, make: Make) -> None:
    await world.alice.send(world.channel, "!top 100 2022")
    await world.env.restart_bot(make())
    result = await world.alice.click(world.reply, label="Next")
    assert result.ephemeral
    assert result.response.embeds[0].title == "These buttons no longer work. Ask again."


async def test_buttons_brought_by_a_button_rest_too(world: World) -> None:
    await world.alice.send(world.channel, "!rank Arlington 2022")
    reply = world.reply
    world.env.bot.pipeline = Wordy(world.env.bot.pipeline)
    await world.alice.select(reply, ["0"])
    await world.env.advance_time(301)
    assert buttons(world.now(reply)) == {"Back": False, "Next": False}


async def test_pages_turned_for_longer_than_an_interaction_lives(world: World) -> None:
    result = await world.alice.slash(world.channel, "top", count=100, edition=2022)
    for label in ("Next", "Next", "Back", "Next", "Back"):
        await world.env.advance_time(240)
        await world.alice.click(result.response.message, label=label)
    await world.env.advance_time(301)
    assert buttons(world.reply) == {"Back": False, "Next": False}


async def test_a_live_button_is_not_called_dead() -> None:
    """Between a press and its answer, the message's buttons are known to be alive."""
    said: list[Any] = []

    async def respond(*answer: Any, private: bool) -> None:
        said.append(answer)

    async def admits(_: Any) -> bool:
        return True

    desk: Any = SimpleNamespace(views={7}, messenger=SimpleNamespace(respond=respond), admits=admits)
    for message_id, dead in ((7, False), (8, True)):
        press: Any = SimpleNamespace(
            type=discord.InteractionType.component,
            data={"custom_id": "from discord.py"},
            message=SimpleNamespace(id=message_id),
            response=SimpleNamespace(is_done=lambda: False),
        )
        await Stale(desk).on_interaction(press)
        assert bool(said) is dead


@pytest.mark.parametrize("landed", [True, False])
async def test_presses_survive_a_dropped_connection(world: World, landed: bool) -> None:
    with interactions_breaking(landed=landed):
        result = await world.alice.slash(world.channel, "top", count=100, edition=2022)
    reply = result.response.message
    with interactions_breaking(landed=landed):
        await world.alice.click(reply, label="Next")
    assert first_line(world.now(reply)).startswith("#26")
    await world.alice.click(world.now(reply), label="Next")
    assert first_line(world.now(reply)).startswith("#51")
    assert len(world.channel.history()) == 1


async def test_a_choice_survives_a_dropped_connection(world: World) -> None:
    await world.alice.send(world.channel, "!rank Arlington 2022")
    world.env.bot.pipeline = Wordy(world.env.bot.pipeline)
    with interactions_breaking(landed=True):
        await world.alice.select(world.reply, ["0"])
    await world.alice.click(world.reply, label="Next")
    assert first_line(world.reply).startswith("#26")


async def test_slash_pages_turn_and_rest(world: World) -> None:
    result = await world.alice.slash(world.channel, "top", count=100, edition=2022)
    await world.alice.click(result.response.message, label="Next")
    assert first_line(world.reply).startswith("#26")
    await world.env.advance_time(301)
    assert buttons(world.reply) == {"Back": False, "Next": False}


async def test_private_pages_turn_and_rest(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question="top 100 2022", private=True)
    assert result.ephemeral
    await world.alice.click(result.response.message, label="Next")
    shown = world.channel.history(viewer=world.alice)[-1]
    assert first_line(shown).startswith("#26")
    await world.env.advance_time(301)
    assert buttons(world.channel.history(viewer=world.alice)[-1]) == {"Back": False, "Next": False}


async def test_the_oldest_buttons_give_way() -> None:
    class View:
        def __init__(self) -> None:
            self.finished = False

        def is_finished(self) -> bool:
            return self.finished

        def stop(self) -> None:
            self.finished = True

    views: Any = [View() for _ in range(4)]
    registry = OpenViews(limit=3)
    for number, view in enumerate(views):
        registry.put(number, view)
    assert [number in registry for number in range(4)] == [False, True, True, True]
    assert views[0].finished
    registry.put(3, None)
    assert views[3].finished
    assert 3 not in registry


@pytest.mark.parametrize("pages", [1, 2])
async def test_buttons_that_give_way_are_freed_without_a_search_for_garbage(pages: int) -> None:
    async def used(*_: object) -> Any:
        raise AssertionError

    messenger: Any = None
    reply = Reply(Status.ANSWERED, ("London: #8 in 2025",), buttons=(Button("Paris", "rank Paris"),))
    view = AskerView(1, messenger, used)
    if pages > 1:
        view = PageView((reply,) * pages, ReplyStyle.CARDS, 1, messenger, used)
    add_ways(view, reply, used)
    freed = weakref.ref(view)
    registry = OpenViews()
    registry.put(5, view)
    registry.put(5, None)
    del view
    assert freed() is None


async def test_pressing_a_disabled_button_is_impossible(world: World) -> None:
    await world.alice.send(world.channel, "!top 100 2022")
    with pytest.raises(simcord.SetupError, match="disabled"):
        await world.alice.click(world.reply, label="Back")
