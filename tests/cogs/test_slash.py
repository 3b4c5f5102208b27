from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import discord
import pytest
from simcord import interactions, results

from bot.cogs import options
from bot.cogs.desk import Desk
from bot.cogs.phrasing import versus
from bot.community.reading_orders import HELPED
from bot.questions import queries
from bot.questions.lexicon import COMMANDS
from bot.replies.cards import as_card
from bot.replies.wording.en import HELP

if TYPE_CHECKING:
    from bot.pipeline import Pipeline
    from tests.cogs.conftest import World

SAME_AS_PREFIX: list[tuple[str, dict[str, Any], str]] = [
    ("rank", {"place": "London"}, "rank London"),
    ("rank", {"place": "London", "edition": 2022}, "rank London 2022"),
    ("rank", {"place": "London", "edition": 1999}, "rank London 1999"),
    ("top", {}, "top"),
    ("top", {"count": 5, "area": "Europe", "measure": "patents", "edition": 2022}, "top 5 Europe by patents 2022"),
    ("top", {"measure": "venture_capital"}, "top by venture capital"),
    ("bottom", {"count": 3, "area": "Germany"}, "bottom 3 Germany"),
    ("compare", {"first": "Paris", "second": "Berlin"}, "compare Paris vs Berlin"),
    (
        "compare",
        {"first": "Washington, DC–Baltimore", "second": "London", "measure": "patents", "edition": 2022},
        "compare Washington, DC–Baltimore vs London patents 2022",
    ),
    (
        "compare",
        {"first": "Japan", "second": "India", "third": "Türkiye", "fourth": "Brazil", "fifth": "Chile"},
        "compare Japan vs India vs Türkiye vs Brazil vs Chile",
    ),
    ("movers", {"direction": "up", "count": 3, "area": "Germany", "edition": 2022}, "movers up 3 Germany 2022"),
    ("history", {"place": "Munich"}, "history Munich"),
    ("economy", {"name": "Brazil", "edition": 2023}, "economy Brazil 2023"),
    (
        "economies",
        {"count": 5, "region": "Africa", "pillar": "human_capital", "edition": 2024},
        "economies 5 Africa by human capital 2024",
    ),
    ("count", {"area": "China", "within": 10, "edition": 2025}, "count China in the top 10 2025"),
    ("count", {}, "count"),
    ("who", {"number": 7, "edition": 2022}, "who 7 2022"),
    ("where", {"place": "Yokohama"}, "where Yokohama"),
    ("method", {"edition": 2018}, "method 2018"),
    ("source", {"place": "London", "edition": 2022}, "source London 2022"),
    ("about", {}, "about"),
    ("help", {"command": "top"}, "help top"),
    ("ask", {"question": "who climbed the most?"}, "who climbed the most?"),
    ("ask", {"question": "rank Gotham City"}, "rank Gotham City"),
]


async def test_slash_says_what_the_prefix_says(world: World, pipeline: Pipeline, clock: Any) -> None:
    for name, chosen, text in SAME_AS_PREFIX:
        result = await world.alice.slash(world.channel, name, **chosen)
        expected = as_card(pipeline.ask(text).pages[0])
        assert result.response.embeds[0].to_dict() == {**expected.to_dict(), "flags": 0}, text
        assert not result.ephemeral
        clock.now += 60
    for request in world.requests("POST", "/callback"):
        data = (request.json or {}).get("data", {})
        assert data.get("allowed_mentions") == {"parse": []}


async def test_places_complete_and_resolve_by_value_and_by_name(world: World) -> None:
    [choice] = await world.alice.autocomplete(world.channel, "rank", "place", "yokoh")
    assert choice == {"name": "🇯🇵 Tokyo–Yokohama", "value": "Tokyo–Yokohama"}
    by_value, by_name = [
        (await world.alice.slash(world.channel, "rank", place=choice[key])).response.embeds[0].title
        for key in ("value", "name")
    ]
    assert by_value == by_name
    assert by_value.startswith("🇯🇵 Tokyo–Yokohama: #2 in 2025")


async def test_areas_and_editions_complete(world: World, pipeline: Pipeline) -> None:
    [choice] = await world.alice.autocomplete(world.channel, "top", "area", "germ")
    assert choice == {"name": "🇩🇪 Germany", "value": "Germany"}
    shown = await world.alice.slash(world.channel, "economy", name=choice["name"])
    assert shown.response.embeds[0].title.startswith("🇩🇪 Germany: #")
    editions = await world.alice.autocomplete(world.channel, "rank", "edition", "")
    assert [edition["value"] for edition in editions] == sorted(pipeline.rankings.editions, reverse=True)
    assert all(edition["name"] == str(edition["value"]) for edition in editions)
    assert len(await world.alice.autocomplete(world.channel, "compare", "first", "")) == options.CHOICES_LIMIT


async def test_any_half_typed_name_is_safe(world: World) -> None:
    for typed in ("", " ", "🇬🇧", "@everyone", "ж" * 90, "2022", "\u202e", "*"):
        assert isinstance(await world.alice.autocomplete(world.channel, "compare", "second", typed), list)


@pytest.mark.parametrize("question", ["rank {} 2022", "compare London vs {}", "history {}", "top 3 {}", "economy {}"])
def test_every_label_asks_what_its_name_asks(pipeline: Pipeline, question: str) -> None:
    labels = options._labels(pipeline.rankings)
    assert len(labels) > 200
    for name, label in labels.items():
        assert len(label) <= options.CHOICE_LIMIT
        assert pipeline.ask(question.format(label)).query == pipeline.ask(question.format(name)).query, label


def test_every_name_offered_is_understood_side_by_side(pipeline: Pipeline) -> None:
    clusters = [name for name in pipeline.resolver.complete_place("", 500) if name != "London"]
    assert len(clusters) > 100
    for name in clusters:
        asked = pipeline.ask(f"compare {versus('London', name)}").query
        assert isinstance(asked, queries.Compare), name
        assert [pipeline.rankings.clusters[ref.id].name for ref in asked.clusters] == ["London", name]
    for name in pipeline.resolver.complete_area("", 500):
        assert isinstance(pipeline.ask(f"top 5 {name} 2022").query, queries.Top), name


async def test_private_answers_are_seen_by_the_asker_alone(world: World) -> None:
    result = await world.alice.slash(world.channel, "rank", place="London", private=True)
    assert result.ephemeral
    assert world.channel.history(viewer=world.bob) == []


async def test_too_many_commands_are_told_so_privately(world: World) -> None:
    results_ = [await world.alice.slash(world.channel, "about") for _ in range(10)]
    assert [result.ephemeral for result in results_] == [False] * 8 + [True] * 2
    assert results_[9].response.embeds[0].title.startswith("One moment")


async def test_an_expired_interaction_is_logged_quietly(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062, message="Unknown interaction")
    result = await world.alice.slash(world.channel, "about")
    assert not result.acknowledged
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


async def test_a_failing_answer_is_only_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.env.inject_error("POST", "/interactions/*/callback", status=400)
    await world.alice.slash(world.channel, "about")
    assert "Could not answer an interaction" in caplog.text


async def test_in_a_direct_message(world: World) -> None:
    result = await world.alice.user.slash("rank", place="London")
    assert "London: #8" in result.response.embeds[0].title


async def test_where_only_the_person_installed_it(world: World) -> None:
    """In a group or server without the bot, an interaction carries all there is to know."""
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})
    await world.env.settle()
    for guild_id, context in ((None, 2), (world.guild.id, 0)):
        shown = await installed_by_user(world, "top", guild_id, context, count=100, edition=2022)
        assert "Top 100 clusters, 2022" in shown.response.embeds[0].title


async def installed_by_user(
    world: World, name: str, guild_id: int | None, context: int, **chosen: Any
) -> results.InteractionResult:
    command = world.env.backend.find_command(name, None)
    assert 1 in command["integration_types"]
    assert context in command["contexts"]
    given = [
        {"name": o["name"], "type": o["type"], "value": chosen[o["name"]]}
        for o in command["options"]
        if o["name"] in chosen
    ]
    channel_id = world.channel.id if guild_id else world.alice.user.dm_channel.id
    record, payload = interactions.base_payload(
        world.env.backend,
        type=2,
        channel_id=channel_id,
        guild_id=guild_id,
        user_id=world.alice.id,
        data={"id": command["id"], "name": name, "type": 1, "options": given},
    )
    owner = {"authorizing_integration_owners": {"1": str(world.alice.id)}}
    world.env.backend.emit("INTERACTION_CREATE", {**payload, "context": context, **owner})
    await world.env.settle()
    return results.InteractionResult(world.env, record)


async def test_every_order_has_a_slash_face_where_the_bot_is_a_member(world: World) -> None:
    tree = world.env.bot.tree
    commands = {command.name: command.to_dict(tree) for command in tree.get_commands()}
    for name in HELPED:
        assert commands[name]["integration_types"] == [0]
        assert commands[name]["contexts"] == [0]
        for order in commands[name]["options"]:
            assert_within_limits(order)
            for option in order.get("options", ()):
                assert_within_limits(option)
    for name in ("mydata", "forget"):
        assert sorted(commands[name]["contexts"]) == [0, 1, 2]


async def test_every_command_has_a_slash_face_and_help(world: World) -> None:
    tree = world.env.bot.tree
    commands = [command.to_dict(tree) for command in tree.get_commands(type=discord.AppCommandType.chat_input)]
    of_games = {*HELPED, "mydata", "forget"}
    commands = [command for command in commands if command["name"] not in of_games]
    names = {command["name"] for command in commands}
    assert names == {*COMMANDS, "ask"}
    assert [command.name for command in tree.get_commands(type=discord.AppCommandType.message)] == ["Settle this"]
    assert set(HELP) == set(COMMANDS)
    for command in commands:
        assert command["integration_types"] == [0, 1]
        assert sorted(command["contexts"]) == [0, 1, 2]
        assert_within_limits(command)
        required = [option["required"] for option in command["options"]]
        assert required == sorted(required, reverse=True), "required options come first"
        for option in command["options"]:
            assert_within_limits(option)
            for choice in option.get("choices", []):
                assert 1 <= len(choice["name"]) <= 100


def assert_within_limits(item: dict[str, Any]) -> None:
    assert item["name"] == item["name"].lower()
    assert 1 <= len(item["name"]) <= 32
    assert 1 <= len(item["description"]) <= 100, item
    assert len(item.get("options", [])) <= 25
    assert len(item.get("choices", [])) <= 25
    assert len(json.dumps(item)) < 8_000


def test_fixed_choices_are_words_the_parser_knows(pipeline: Pipeline) -> None:
    for choice in options.MEASURE_CHOICES:
        assert isinstance(pipeline.ask(f"top 3 by {choice.value} 2022").query, queries.Top), choice.name
    for choice in options.PILLAR_CHOICES:
        asked = pipeline.ask(f"economies 3 by {choice.value}").query
        assert isinstance(asked, queries.EconomyRanking)
        assert asked.pillar == choice.value
    for choice in options.DIRECTION_CHOICES:
        asked = pipeline.ask(f"movers {choice.value}").query
        assert isinstance(asked, queries.Movers)
        assert asked.direction == choice.value


async def test_a_bug_in_a_command_gives_a_reference(world: World, caplog: pytest.LogCaptureFixture) -> None:
    pipeline = world.env.bot.pipeline

    class Broken:
        rankings = pipeline.rankings
        resolver = pipeline.resolver

        def ask(self, text: str, last: object = None) -> None:
            raise ZeroDivisionError

    world.env.bot.pipeline = Broken()
    result = await world.alice.slash(world.channel, "rank", place="London")
    assert result.response.embeds[0].title.startswith("Something went wrong")
    assert "ZeroDivisionError" in caplog.text
    assert isinstance(result.response.embeds[0], discord.Embed)


async def test_a_command_that_discord_py_cannot_run_gives_a_reference(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Desk, "respond", broken)
    result = await world.alice.slash(world.channel, "about")
    assert result.ephemeral
    assert result.response.embeds[0].title.startswith("Something went wrong")
    assert "ZeroDivisionError" in caplog.text
