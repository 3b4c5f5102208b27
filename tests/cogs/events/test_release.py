"""Release night in a server: rehearsed, armed, confirmed by two, counted down, stopped, resumed."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.cogs.events import release_room
from bot.cogs.events.occasion import Occasion
from bot.community.orders import ReleaseGo
from bot.community.release.actions import Armed, Confirmed
from bot.community.release.rules import ReleaseNight
from bot.hosting.host import Host, NotPosted
from bot.hosting.tables import Tables, without
from bot.store.store import Store
from tests.cogs.events.conftest import Night, labels, own, private, words
from tests.cogs.events.test_pool import enter
from tests.cogs.faults import one_post_per_nonce

if TYPE_CHECKING:
    from pathlib import Path

    from bot.pipeline import Pipeline
    from tests.cogs.conftest import Make


@pytest.fixture(scope="session")
def before_2025(pipeline: Pipeline) -> Pipeline:
    return without(pipeline, 2025)


@pytest.fixture
def eve(night: Night, before_2025: Pipeline, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Night:
    """The evening before 2025 comes out: its tables are imported, and the bot still answers without them."""
    night.bot.pipeline = before_2025

    async def read(_: Tables, withheld: int | None = None) -> Pipeline:
        return without(pipeline, withheld)

    monkeypatch.setattr(Tables, "read", read)
    return night


async def second_organiser(night: Night, owner: bool) -> Any:
    """Return another organiser, who owns the bot or does not."""
    role = next(role for role in night.bot.get_guild(night.guild.id).roles if role.name == "organisers")
    user = night.env.create_user("oscar")
    member = night.guild.add_member(user)
    await member_gets(night, member, role.id)
    if owner:
        own(night, user.id)
    return member


async def member_gets(night: Night, member: Any, role: int) -> None:
    night.env.backend.add_member_role(night.guild.id, member.id, role)
    await night.env.settle()


async def test_a_rehearsal_counts_down_and_sums_up(night: Night) -> None:
    await night.order(night.olga, "release rehearse 2022 pause 10")
    await night.env.advance_time(700)
    said = [words(message) for message in night.messages]
    assert all("Rehearsal, 2022" in text for text in said[1:])
    order = [text for text in said if "#1 " in text or "#100" in text or "#50" in text]
    assert "#100" in order[0]
    assert "Tokyo" in order[-1] or "Tokyo" in order[-2]
    assert not list(night.bot.hall.release.host)


async def test_an_evening_needs_two_and_the_owner(eve: Night) -> None:
    await eve.order(eve.olga, "release arm 2025 at tomorrow 18:00")
    assert "<t:" in words(eve.last)
    first = await eve.order(eve.olga, "release go")
    assert labels(first) == ["Confirm"]
    assert "organisers" in private(await eve.alice.click(first, label="Confirm"))
    oscar = await second_organiser(eve, owner=False)
    assert "owner" in words((await oscar.click(first, label="Confirm")).response.message)
    assert eve.bot.pipeline.rankings.newest.year == 2024


async def test_two_who_confirm_at_the_same_moment_need_the_owner_too(eve: Night) -> None:
    await eve.order(eve.olga, "release arm 2025")
    assert eve.bot.hall is not None
    may = discord.Permissions(manage_events=True, send_messages=True)

    def occasion(person: int) -> Occasion:
        user: Any = SimpleNamespace(id=person)
        return Occasion(user, eve.guild.id, eve.channel.id, discord.utils.utcnow(), may, may, frozenset())

    room = eve.bot.hall.release
    await asyncio.gather(*(room.see_to(ReleaseGo(), occasion(person), eve.guild.id) for person in (11, 12)))
    await eve.env.advance_time(5)
    assert eve.bot.pipeline.rankings.newest.year == 2024


async def test_the_data_comes_into_service_when_two_have_confirmed(eve: Night) -> None:
    oscar = await second_organiser(eve, owner=True)
    await eve.order(eve.olga, "release arm 2025 pause 10")
    await eve.order(eve.olga, "release go")
    assert "2025" not in words(await eve.order(eve.alice, "rank London"))
    await oscar.send(eve.channel, "!release go")
    assert eve.bot.pipeline.rankings.newest.year == 2025
    await eve.env.advance_time(600)
    assert "Shenzhen" in " ".join(words(message) for message in eve.messages)
    assert not list(eve.bot.hall.release.host)


async def test_a_stop_stops_and_a_restart_resumes(eve: Night, make: Make, pipeline: Pipeline) -> None:
    oscar = await second_organiser(eve, owner=True)
    await eve.order(eve.olga, "release arm 2025 pause 10")
    await eve.order(eve.olga, "release go")
    await oscar.send(eve.channel, "!release go")
    await eve.env.advance_time(60)
    shown = len(eve.messages)
    await eve.env.restart_bot(make())
    eve.bot.pipeline = pipeline
    await eve.env.advance_time(30)
    texts = [words(message) for message in eve.messages]
    assert len(texts) > shown
    assert len(set(texts)) == len(texts)
    await eve.order(eve.olga, "release stop")
    await eve.env.advance_time(60)
    stopped = len(eve.messages)
    await eve.env.advance_time(600)
    assert len(eve.messages) == stopped


async def test_an_edition_that_the_tables_lack_is_refused_and_can_be_tried_again(eve: Night) -> None:
    oscar = await second_organiser(eve, owner=True)
    for _ in range(2):
        await eve.order(eve.olga, "release arm 2026")
        await eve.order(eve.olga, "release go")
        await oscar.send(eve.channel, "!release go")
        assert "no ranks of 2026" in words(eve.last)
        await eve.order(eve.olga, "release stop")
        await eve.env.settle()


@pytest.mark.parametrize("landed", [True, False])
async def test_why_data_was_refused_is_said_once_though_discord_fails(
    eve: Night, monkeypatch: pytest.MonkeyPatch, landed: bool
) -> None:
    oscar = await second_organiser(eve, owner=True)
    await eve.order(eve.olga, "release arm 2026")
    await eve.order(eve.olga, "release go")
    await eve.env.settle()
    posted = release_room.post
    failing = [True]

    async def post(*args: Any, **options: Any) -> Any:
        if failing:
            failing.clear()
            if landed:
                await posted(*args, **options)
            raise NotPosted("Discord is away")
        return await posted(*args, **options)

    monkeypatch.setattr(release_room, "post", post)
    with one_post_per_nonce(eve.bot):
        await oscar.send(eve.channel, "!release go")
        await eve.env.advance_time(10)
    assert not failing
    assert sum("no ranks of 2026" in words(message) for message in eve.messages) == 1
    assert "A second organiser" in words(await eve.order(eve.olga, "release go")), "the evening is still armed"


async def test_an_agreement_that_nothing_followed_lapses_over_a_long_absence(
    eve: Night, make: Make, tmp_path: Path
) -> None:
    assert eve.bot.application is not None
    owner = eve.bot.application.owner.id
    then = discord.utils.utcnow() - timedelta(minutes=20)
    async with await Store.open(f"sqlite:///{tmp_path / 'games.sqlite3'}") as store:
        host: Host[Any, Any, Any] = Host("release", ReleaseNight(), store, SimpleNamespace(), lambda: then)  # type: ignore[arg-type]
        playing = await host.open(eve.guild.id, eve.channel.id, str(eve.guild.id), Armed(owner, 2025))
        await host.act(playing, Confirmed(owner))
        await host.act(playing, Confirmed(eve.olga.id))
    await eve.env.restart_bot(make())
    await eve.env.advance_time(60)
    assert eve.bot.pipeline.rankings.newest.year == 2024
    assert "A second organiser" in words(await eve.order(eve.olga, "release go"))


async def test_a_stop_while_the_tables_are_read_keeps_the_old_ones(
    eve: Night, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    oscar = await second_organiser(eve, owner=True)

    async def read(_: Tables, withheld: int | None = None) -> Pipeline:
        await asyncio.sleep(30)
        return without(pipeline, withheld)

    monkeypatch.setattr(Tables, "read", read)
    await eve.order(eve.olga, "release arm 2025")
    await eve.order(eve.olga, "release go")
    await oscar.send(eve.channel, "!release go")
    await eve.order(eve.olga, "release stop")
    await eve.env.advance_time(60)
    assert eve.bot.pipeline.rankings.newest.year == 2024
    assert "called off" in words(eve.last)


async def test_another_edition_stays_withheld_until_its_own_evening(
    eve: Night, pipeline: Pipeline, before_2025: Pipeline
) -> None:
    oscar = await second_organiser(eve, owner=True)
    eve.bot.pipeline = without(before_2025, 2024)
    assert eve.bot.hall is not None
    other = eve.env.create_guild()
    elsewhere = other.create_text_channel("events")
    await eve.bot.hall.release.host.open(other.id, elsewhere.id, str(other.id), Armed(oscar.id, 2025))
    await eve.order(eve.olga, "release arm 2024")
    await eve.order(eve.olga, "release go")
    await oscar.send(eve.channel, "!release go")
    assert eve.bot.pipeline.rankings.newest.year == 2024


async def test_tables_read_again_while_an_evening_begins_do_not_take_it_away(
    eve: Night, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    oscar = await second_organiser(eve, owner=True)
    held_back: list[int | None] = []

    async def read(_: Tables, withheld: int | None = None) -> Pipeline:
        assert eve.bot.hall is not None
        held_back.append(await eve.bot.hall.release.withheld())
        return without(pipeline, withheld)

    monkeypatch.setattr(Tables, "read", read)
    await eve.order(oscar, "release arm 2025")
    await eve.order(oscar, "data reload")
    await eve.order(eve.olga, "release go")
    await oscar.send(eve.channel, "!release go")
    assert held_back == [2025, None]
    assert eve.bot.pipeline.rankings.newest.year == 2025


async def test_a_button_confirms_its_own_evening_and_no_later_one(eve: Night) -> None:
    oscar = await second_organiser(eve, owner=True)
    await eve.order(eve.olga, "release arm 2024")
    first = await eve.order(eve.olga, "release go")
    await eve.order(eve.olga, "release stop")
    await eve.order(eve.olga, "release arm 2025")
    await eve.order(eve.olga, "release go")
    assert "is over" in private(await oscar.click(first, label="Confirm"))
    await eve.env.advance_time(5)
    assert eve.bot.pipeline.rankings.newest.year == 2024


async def test_an_evening_that_is_called_off_takes_its_scheduled_event_along(eve: Night) -> None:
    guild = eve.bot.get_guild(eve.guild.id)
    assert guild is not None
    other = await guild.create_scheduled_event(
        name="Picnic",
        start_time=discord.utils.utcnow() + timedelta(days=1),
        end_time=discord.utils.utcnow() + timedelta(days=2),
        entity_type=discord.EntityType.external,
        privacy_level=discord.PrivacyLevel.guild_only,
        location="the park",
    )
    assert "The scheduled event is created." in words(await eve.order(eve.olga, "release arm 2025 in 3 days"))
    names = [event.name for event in await guild.fetch_scheduled_events()]
    assert len(names) == 2
    assert any("2025" in name for name in names)
    await eve.order(eve.olga, "release stop")
    assert [event.id for event in await guild.fetch_scheduled_events()] == [other.id]


async def test_a_stop_is_meant_for_what_goes_on_in_its_channel(eve: Night) -> None:
    oscar = await second_organiser(eve, owner=True)
    await eve.order(eve.olga, "release arm 2025")
    await eve.order(eve.olga, "release go")
    await oscar.send(eve.channel, "!release go")
    test = eve._replace(channel=eve.guild.create_text_channel("test"))
    await test.order(eve.olga, "release rehearse 2022")
    await eve.order(eve.olga, "release stop")
    await eve.env.settle()
    assert eve.bot.hall is not None
    assert [playing.state.rehearsal for playing in eve.bot.hall.release.host] == [True]


async def test_a_pool_has_no_result_before_number_one_is_shown_whatever_happens(eve: Night) -> None:
    oscar = await second_organiser(eve, owner=True)
    await eve.order(eve.olga, "pool open 2025 closes in 2 hours asking top five")
    await enter(eve, eve.alice, {"0": "Tokyo\nShenzhen\nBeijing\nSeoul\nSan Jose"})
    await eve.order(eve.olga, "release arm 2025 pause 10")
    await eve.order(eve.olga, "release go")
    await oscar.send(eve.channel, "!release go")
    await eve.env.advance_time(30)
    await oscar.send(eve.channel, "!data reload")
    await eve.bot.on_ready()  # as after every interruption of the connection
    await eve.env.settle()
    assert not [message for message in eve.messages if "Results of" in words(message)]
    await eve.env.advance_time(600)
    assert len([message for message in eve.messages if "Results of" in words(message)]) == 1


async def test_what_is_in_service_already_is_not_held_back(eve: Night) -> None:
    own(eve, eve.olga.id)
    await eve.order(eve.olga, "release arm 2022")
    await eve.order(eve.olga, "data reload")
    assert eve.bot.pipeline.rankings.newest.year == 2025
