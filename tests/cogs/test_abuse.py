"""Floods, by one person, one server and thousands, and what somebody could send who writes their own Discord client."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from simcord.backend import serializers

from bot.cogs.gate import ROOMS, Door
from bot.store.records import ServerSettings
from tests.cogs.events.conftest import Night, night, words
from tests.cogs.events.test_quiz import quiz_of, until_choices
from tests.cogs.test_faults import denied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cogs.conftest import Clock, World

__all__ = ["night"]

COMPONENT, FORM = 3, 5
BUTTON = 2


class Crowd:
    """Messages by any number of people, as Discord would deliver them, in servers that the bot is in."""

    def __init__(self, env: Any, payload: dict[str, Any]) -> None:
        self._env = env
        self._payload = payload
        self._ids = itertools.count(10**17)

    @classmethod
    async def gathers(cls, world: World) -> Crowd:
        """Let somebody speak once, to learn what messages look like."""
        said = await world.alice.send(world.channel, "hello")
        backend = world.env.backend
        payload = dict(serializers.message_payload(backend, backend.get_message(world.channel.id, said.id)))
        held = backend.get_guild(world.guild.id)
        member = serializers.member_payload(backend, held, held.members[world.alice.id], with_user=False)
        return cls(world.env, {**payload, "member": dict(member)})

    def says(self, world: World, text: str, people: range) -> None:
        """Have each of some people say something in a server, all at once."""
        where = {"channel_id": str(world.channel.id), "guild_id": str(world.guild.id)}
        for person in people:
            author = {**self._payload["author"], "id": str(10**16 + person)}
            said = {**self._payload, **where, "id": str(next(self._ids)), "author": author, "content": text}
            self._env.backend.emit("MESSAGE_CREATE", said)

    def sent(self) -> Counter[int]:
        """Return how many messages the bot has posted, by channel."""
        posts = [sent for sent in self._env.http_requests if sent.method == "POST" and sent.path.endswith("/messages")]
        return Counter(int(sent.path.split("/")[2]) for sent in posts)


class Waiting:
    """Lets those who wait go on when a test says so."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._waiting: list[tuple[float, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((self._clock.now + seconds, future))
        await future

    def passes(self, seconds: float) -> None:
        self._clock.now += seconds
        for at, future in self._waiting:
            if at <= self._clock.now and not future.done():
                future.set_result(None)


async def turns() -> None:
    """Let the loop come round until all that can happen has happened."""
    for _ in range(500):
        await asyncio.sleep(0)


def another(world: World) -> World:
    """Return another server with the same people in it."""
    guild = world.env.create_guild()
    return world._replace(
        guild=guild,
        channel=guild.create_text_channel("general"),
        alice=guild.add_member(world.alice.user),
        bob=guild.add_member(world.bob.user),
    )


async def test_one_person_has_one_allowance_for_all_doors(world: World) -> None:
    other = another(world)
    for _ in range(2):
        await world.alice.send(world.channel, "!who 1")
        await other.alice.send(other.channel, "!who 2")
        await world.alice.user.send_dm("who 3")
        assert (await world.alice.slash(world.channel, "who", number=4)).response.embeds[0].title.startswith("#4")
    for command in ("pool show", "about"):
        refused = await world.alice.slash(world.channel, command)
        assert refused.ephemeral
        assert "ask again" in refused.response.embeds[0].title
    await world.alice.send(world.channel, "!who 5")
    assert "ask again" in world.reply.embeds[0].title
    requests = len(world.env.http_requests)
    for _ in range(3):
        await world.alice.send(world.channel, "!who 1")
        await world.alice.send(world.channel, "!quiz stop")
        await world.alice.user.send_dm("who 3")
    assert len(world.env.http_requests) == requests
    assert (await world.bob.slash(world.channel, "who", number=5)).response.embeds[0].title.startswith("#5")


async def test_a_button_that_asks_is_a_question(world: World) -> None:
    await world.alice.send(world.channel, "!rank Arlington 2022")
    asked = world.reply
    for _ in range(8):
        await world.alice.send(world.channel, "!who 1")
    refused = await world.alice.select(asked, ["0"])
    assert refused.ephemeral
    assert world.now(asked).embeds[0].title.startswith("Which one do you mean")


async def test_presses_without_end_are_told_once(world: World, clock: Clock) -> None:
    await world.alice.send(world.channel, "!top 100 2022")
    before = len(world.env.http_requests)
    for _ in range(44):
        await world.bob.click(world.reply, label="Next")
    assert len(world.env.http_requests) - before == 40 + 1
    result = await world.alice.click(world.reply, label="Next")
    assert not result.ephemeral
    clock.now += 21
    assert (await world.bob.click(world.reply, label="Next")).ephemeral


async def test_suggestions_are_no_questions(world: World) -> None:
    for _ in range(12):
        assert await world.alice.autocomplete(world.channel, "rank", "place", "lond")
    assert await world.alice.autocomplete(world.channel, "rank", "place", "x" * 6_000) == []
    assert (await world.alice.slash(world.channel, "who", number=1)).response.embeds[0].title.startswith("#1")


async def test_hundreds_in_one_server_leave_the_others_alone(world: World, clock: Clock) -> None:
    other, crowd = another(world), await Crowd.gathers(world)
    for second in range(9):
        crowd.says(world, "!who 1", range(second * 40, second * 40 + 40))
        crowd.says(other, "!rank London", range(1_000 + second, 1_001 + second))
        await world.env.settle()
        clock.now += 1
    sent = crowd.sent()
    assert sent[other.channel.id] == 9
    assert sent[world.channel.id] == 50 + 1
    said = [message.embeds[0].title for message in world.channel.history() if message.embeds]
    assert sum(title.startswith("So many are asking here") for title in said) == 1
    clock.now += 2
    await world.alice.send(world.channel, "!who 2")
    assert world.reply.embeds[0].title.startswith("#2")


async def test_thousands_in_many_servers_are_served_at_the_pace_that_discord_takes(world: World, clock: Clock) -> None:
    gate, waiting = world.env.bot._desk.gate, Waiting(clock)
    gate._pace._sleep = waiting.sleep
    crowd, worlds = await Crowd.gathers(world), [world, *(another(world) for _ in range(39))]
    for number, each in enumerate(worlds):
        crowd.says(each, "!who 1", range(number * 50, number * 50 + 50))
    await turns()
    pace, room = 40, ROOMS[Door.MESSAGE]
    served = [sum(crowd.sent().values())]
    while gate._inside[Door.MESSAGE].all:
        waiting.passes(1.0)
        await turns()
        served.append(sum(crowd.sent().values()))
    assert served[0] == pace
    assert max(after - before for before, after in itertools.pairwise(served)) == pace
    assert served[-1] == pace + room.all, "those at once, and those that there was room for"
    assert max(count for channel, count in crowd.sent().items() if channel != world.channel.id) <= room.one + 1
    waiting.passes(1.0)
    await worlds[-1].alice.send(worlds[-1].channel, "!who 2")
    assert worlds[-1].reply.embeds[0].title.startswith("#2")
    assert len(gate._people) <= 2 * room.all
    assert not any(inside._by for inside in gate._inside.values())


async def test_where_it_may_not_write_nothing_is_tried(world: World) -> None:
    mute = world.guild.create_text_channel("mute", overwrites=denied(world, "send_messages"))
    for _ in range(5):
        await world.alice.send(mute, "!rank London")
    posts = [sent.path for sent in world.env.http_requests if sent.method == "POST"]
    assert not [path for path in posts if str(mute.id) in path]
    assert len([path for path in posts if path.endswith("/messages")]) == 1, "told once, in a direct message"


def tampered(number: int) -> Iterator[str]:
    """Yield ids that no button of event `number` has, but that somebody may send."""
    far = 10**17
    for game, rest in (("quiz", "1:0"), ("pool", "enter"), ("release", "go")):
        yield from (f"{game}:{number + 50}:{rest}", f"{game}:{far}:{rest}", f"{game}:{'9' * 19}:{rest}")
        yield from (f"{game}:-1:{rest}", f"{game}:１:{rest}", f"{game}:{number}:{'x' * 80}")
        yield from (
            f"{game}:{number}:",
            f"{game}:{number}",
            f"{game}::",
            f"{game}:{number}:{rest}:{rest}",
            f"v2:{rest}",
        )
    for rest in ("99:0", "0:0", "1:99", "1:-1", "1:x", "²:0", f"1:{'9' * 50}", "9" * 60, ":", "1::0", "1:type:9"):
        yield f"quiz:{number}:{rest}"
    for rest in ("withdraw", "mine", "entry", "enter:1", "go"):
        yield f"pool:{number}:{rest}"
        yield f"release:{number}:{rest}"
    yield from ("", "\x00", "\u202equiz:1:1:0", "quiz:1:1:0\n", "😀" * 25, "a" * 100, "quiz" * 25, "form:quiz:1:1")


async def press(who: Any, channel: Any, message: Any, custom_id: str) -> Any:
    """Press what only another client would show."""
    stored = who._env.backend.get_message(message.channel.id, message.id)
    shown = {"message": dict(serializers.message_payload(who._env.backend, stored))}
    data = {"custom_id": custom_id, "component_type": BUTTON}
    return await who._dispatch_interaction(COMPONENT, channel, data, extra=shown, source_message_id=message.id)


async def send_form(who: Any, channel: Any, custom_id: str, fields: dict[str, str]) -> Any:
    """Send a form that was never shown."""
    parts = [{"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": key, "value": value}}
             for key, value in fields.items()]  # fmt: skip
    return await who._dispatch_interaction(FORM, channel, {"custom_id": custom_id, "components": parts})


@pytest.fixture
def patient(night: Night) -> Callable[[], None]:
    """Let a minute pass, so that nobody has pressed too often."""

    def passes() -> None:
        night.bot._clock.now += 60  # type: ignore[attr-defined]

    return passes


async def test_ids_of_other_peoples_making_change_nothing(
    night: Night, patient: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    await night.order(night.olga, "quiz start 3 economies")
    await until_choices(night)
    question, before = night.last, quiz_of(night)
    posted = len(night.messages)
    for number, custom_id in enumerate(tampered(1)):
        if number % 30 == 0:
            patient()
        told = await press(night.bob, night.channel, question, custom_id)
        assert told.response is None or told.ephemeral, custom_id
    assert quiz_of(night) == before
    assert len(night.messages) == posted
    assert not [record for record in caplog.records if record.levelname == "ERROR"], caplog.text
    assert not night.env.errors


async def test_forms_that_were_never_shown_change_nothing(night: Night, patient: Callable[[], None]) -> None:
    await night.order(night.olga, "quiz start 3 economies")
    await until_choices(night)
    before = quiz_of(night)
    for custom_id in ("form:quiz:1:1", "form:quiz:1:99", "form:quiz:1:", "form:pool:1:entry", "form:release:1:go", "x"):
        for fields in ({"0": "Tokyo"}, {"0": "x" * 4000}, {"0": "\u202e@everyone"}, {}, dict.fromkeys("012345", "1")):
            patient()
            told = await send_form(night.bob, night.channel, custom_id, fields)
            assert told.response is None or told.ephemeral, custom_id
    assert quiz_of(night) == before
    assert not night.env.errors


async def test_a_button_of_another_server_does_nothing_here(night: Night) -> None:
    await night.order(night.olga, "quiz start 3 economies")
    await until_choices(night)
    before = quiz_of(night)
    elsewhere = night.env.create_guild()
    channel = elsewhere.create_text_channel("general")
    mallory = elsewhere.add_member(night.env.create_user("mallory"))
    await mallory.send(channel, "!top 100 2022")
    told = await press(mallory, channel, channel.last_message, f"quiz:1:{before.number}:0")
    assert words(told.response.message or told.response) == "That event is over."
    assert quiz_of(night) == before


@pytest.mark.parametrize("value", ["99", "-1", "x", "", "²", "9" * 100])
async def test_a_choice_that_is_not_offered_is_none(world: World, value: str, caplog: pytest.LogCaptureFixture) -> None:
    await world.alice.send(world.channel, "!rank Arlington 2022")
    asked = world.reply
    (row,) = asked.components
    data = {"custom_id": row.children[0].custom_id, "component_type": 3, "values": [value]}
    stored = world.env.backend.get_message(world.channel.id, asked.id)
    shown = {"message": dict(serializers.message_payload(world.env.backend, stored))}
    await world.alice._dispatch_interaction(COMPONENT, world.channel, data, extra=shown, source_message_id=asked.id)
    assert world.now(asked).embeds[0].title == asked.embeds[0].title
    assert "Traceback" not in caplog.text


NAMES = (
    "@everyone", "<@&1> <#2> <@3>", "[x](http://example.org)", "\u202eevil\u2066", "**b** ||s|| `c` ~~d~~", "</a:1>",
    "𝓍" * 50, "z" + "\u0301" * 60,
)  # fmt: skip


async def test_names_that_look_like_something_else_are_only_words(night: Night, patient: Callable[[], None]) -> None:
    """A role shows its name, and so do a channel and a server. Of people stand mentions alone, which ping nobody."""
    assert night.bot.hall is not None
    for name in NAMES:
        patient()
        role, server = night.guild.create_role(name), night.env.create_guild(name)
        await night.bot.hall.book.put(ServerSettings(night.guild.id, organisers=role.id))
        shown = words(await night.order(night.alice, "settings"))
        assert not set(shown) & set("@<>[]`*~|\\\u202e\u2066"), shown
        assert shown.count("\u0301") <= 2
        hush = server.create_text_channel("mute", overwrites=denied(night._replace(guild=server), "send_messages"))
        night.env.backend.get_channel(hush.id).name = name
        there = server.add_member(night.alice.user)
        await there.send(hush, "!rank London")
