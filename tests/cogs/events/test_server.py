"""What a server sets, which channels are told of new editions, and the question of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.hosting.tables import Tables, without
from tests.cogs.events.conftest import Night, labels, own, words

if TYPE_CHECKING:
    from bot.pipeline import Pipeline
    from tests.cogs.conftest import Make


@pytest.fixture
def manager(night: Night) -> Any:
    """Somebody who manages the server."""
    role = night.guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    return night.guild.add_member(night.env.create_user("mia"), roles=[role])


async def test_a_prefix_holds_in_its_server_and_after_a_restart(night: Night, manager: Any, make: Make) -> None:
    assert "Changed. Prefix: ?" in words(await night.order(manager, "settings prefix ?"))
    before = len(night.messages)
    await night.alice.send(night.channel, "!rank London")
    assert len(night.messages) == before
    await night.alice.send(night.channel, "?rank London")
    assert "London: #8" in words(night.last)
    await night.env.restart_bot(make())
    await night.alice.send(night.channel, "?rank Paris")
    assert "Paris" in words(night.last)
    await night.alice.send(night.channel, f"<@{night.bot.user.id}> settings")
    assert "Prefix: ?" in words(night.last)


async def test_replies_can_be_plain_in_one_server(night: Night, manager: Any) -> None:
    await night.order(manager, "settings replies plain")
    plain = await night.order(night.alice, "rank London")
    assert plain.content.startswith("🇬🇧 London: #8")
    assert not plain.embeds
    assert (await night.alice.slash(night.channel, "rank", place="London")).response.message.content
    await night.order(manager, "settings replies")
    assert (await night.order(night.alice, "rank London")).embeds


async def test_a_role_may_be_named_to_organise(night: Night, manager: Any) -> None:
    role = night.guild.create_role("quizmasters")
    member = night.guild.add_member(night.env.create_user("quentin"), roles=[role])
    assert "Only organisers" in words(await night.order(member, "quiz start"))
    assert "quizmasters" in words(await night.order(manager, f"settings organisers <@&{role.id}>"))
    assert "begins" in words(await night.order(member, "quiz start 2 economies"))


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("settings prefix much-too-long", "one to ten characters"),
        ("settings language de", "English only"),
        ("settings replies fancy", "cards or plain"),
        ("settings organisers nobody", "Name a role"),
        ("settings organisers @everyone", "Name a role"),
        ("settings colour red", "I did not understand “colour”"),
    ],
)
async def test_what_cannot_be_set_says_what_can(night: Night, manager: Any, order: str, said: str) -> None:
    assert said in words(await night.order(manager, order))


async def test_only_managers_change_settings(night: Night) -> None:
    assert "Manage Server" in words(await night.order(night.olga, "settings prefix ?"))
    assert "Prefix: !" in words(await night.order(night.alice, "settings"))


async def test_orders_of_servers_are_refused_in_direct_messages(night: Night) -> None:
    await night.alice.user.send_dm("quiz start")
    assert "take place in servers" in words(night.alice.user.dm_channel.last_message)


@pytest.fixture
def eve(night: Night, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Night:
    """The bot answers without 2025, which has just been imported."""
    night.bot.pipeline = without(pipeline, 2025)

    async def read(_: Tables, withheld: int | None = None) -> Pipeline:
        return without(pipeline, withheld)

    monkeypatch.setattr(Tables, "read", read)
    own(night, night.olga.id)
    return night


async def test_a_new_edition_is_announced_once_pinging_one_role(eve: Night, manager: Any, make: Make) -> None:
    role = eve.guild.create_role("fans", mentionable=True)
    assert "will be pinged" in words(await eve.order(manager, f"announce here <@&{role.id}>"))
    await eve.order(eve.olga, "data reload")
    announced = [message for message in eve.messages if "2025 is in the table" in words(message)]
    assert len(announced) == 1
    assert announced[0].content == f"<@&{role.id}>"
    assert [each.id for each in announced[0].role_mentions] == [role.id]
    bodies = [each.json for each in eve.env.http_requests if isinstance(each.json, dict)]
    [allowed] = [body["allowed_mentions"] for body in bodies if body.get("content") == f"<@&{role.id}>"]
    assert [int(each) for each in allowed["roles"]] == [role.id]
    assert not allowed.get("parse")
    assert "Shenzhen" in words(announced[0])
    await eve.order(eve.olga, "data reload")
    await eve.env.restart_bot(make())
    assert len([message for message in eve.messages if "2025 is in the table" in words(message)]) == 1


async def test_who_subscribes_now_is_not_told_of_what_is_there(eve: Night, manager: Any, make: Make) -> None:
    await eve.order(eve.olga, "data reload")
    await eve.order(manager, "announce here")
    await eve.env.restart_bot(make())
    assert not [message for message in eve.messages if "is in the table" in words(message)]
    assert "no longer" in words(await eve.order(manager, "announce off"))
    assert "not announced" in words(await eve.order(manager, "announce off"))


async def test_a_role_that_cannot_be_pinged_is_told(night: Night, manager: Any) -> None:
    role = night.guild.create_role("quiet")
    denied = {night.bot.user: discord.PermissionOverwrite(mention_everyone=False)}
    there = night._replace(channel=night.guild.create_text_channel("news", overwrites=denied))
    assert "cannot be pinged" in words(await there.order(manager, f"announce here <@&{role.id}>"))


@pytest.mark.simcord(settle_timeout=40)
async def test_only_the_owner_reloads(night: Night) -> None:
    own(night, night.bob.id)
    assert "owner" in words(await night.order(night.olga, "data reload"))
    assert "the same as before" in words(await night.order(night.bob, "data reload"))


@pytest.mark.simcord(settle_timeout=40)
async def test_bad_tables_are_refused_and_the_old_stay(
    night: Night, make: Make, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "cluster_ranks.csv").write_text("nonsense\n1\n", "utf-8")
    await night.env.restart_bot(make(data_dir=overlay))
    own(night, night.bob.id)
    assert "refused" in words(await night.order(night.bob, "data reload"))
    assert "London: #8" in words(await night.order(night.alice, "rank London"))


@pytest.mark.usefixtures("proven")
async def test_a_question_a_day(night: Night, make: Make) -> None:
    assert "12:00 UTC" in words(await night.order(night.olga, "quiz daily 12:00"))
    await night.env.advance_time(1)
    asked = [message for message in night.messages if labels(message)]
    assert len(asked) == 1
    await night.alice.click(asked[0], label=labels(asked[0])[0])
    await night.env.restart_bot(make())
    assert len([message for message in night.messages if labels(message)]) == 1
    for _ in range(6):
        await night.env.advance_time(4 * 3600)
    asked = [message for message in night.messages if labels(message)]
    assert len(asked) == 2
    assert any("It is " in words(message) for message in night.messages)
    assert "No more questions" in words(await night.order(night.olga, "quiz daily off"))


@pytest.mark.usefixtures("proven")
async def test_a_question_does_not_come_back_when_its_minute_changes_twice_in_a_day(night: Night) -> None:
    await night.env.advance_time(12 * 3600)
    for minute in ("12:00", "13:30", "12:30"):
        await night.order(night.olga, f"quiz daily {minute}")
        await night.env.advance_time(3600)
    for _ in range(12):
        await night.env.advance_time(4 * 3600)
    asked = [message for message in night.messages if labels(message)]
    assert [f"{message.created_at:%d %H:%M}" for message in asked] == ["01 12:00", "02 12:30", "03 12:30"]
    assert len({words(message) for message in asked}) == 3


async def test_a_role_may_be_named_in_the_slash_command_as_discord_writes_it(night: Night, manager: Any) -> None:
    role = night.guild.create_role("quizmasters")
    changed = await manager.slash(night.channel, "settings", setting="organisers", value=f"<@&{role.id}>")
    assert "quizmasters" in words(changed.response.message)
    shown = await manager.slash(night.channel, "settings")
    assert "quizmasters" in words(shown.response.message)


async def test_announcements_need_a_channel_to_write_in(night: Night, manager: Any) -> None:
    denied = {night.bot.user: discord.PermissionOverwrite(send_messages=False)}
    there = night.guild.create_text_channel("news", overwrites=denied)
    refused = await manager.slash(there, "announce here")
    assert "may not write" in words(refused.response.message)


async def test_everyone_is_no_role_to_announce_to(night: Night, manager: Any) -> None:
    assert "announce here" in words(await night.order(manager, f"announce here <@&{night.guild.id}>"))


@pytest.mark.usefixtures("proven")
async def test_so_many_channels_of_a_server_and_no_more(
    night: Night, manager: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.community.orders.CHANNELS_MAXIMUM", 2)
    channels = [night.guild.create_text_channel(f"c{number}") for number in range(3)]
    for channel in (*channels[:2], channels[0]):
        assert "new editions" in words((await manager.slash(channel, "announce here")).response.message).lower()
    refused = await manager.slash(channels[2], "announce here")
    assert "At most 2 channels" in words(refused.response.message)
    refused = await manager.slash(channels[2], "quiz daily", time="12:00")
    assert "At most" not in words(refused.response.message), "what is announced and what is asked have each their own"
    await manager.slash(channels[1], "announce off")
    assert "new editions" in words((await manager.slash(channels[2], "announce here")).response.message).lower()
