from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import simcord
from discord import app_commands

from bot.cogs.syncing import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from bot.client import ClusterBot
    from tests.cogs.conftest import Make


def syncs(env: Any) -> int:
    return sum(sent.method == "PUT" and sent.path.endswith("/commands") for sent in env.http_requests)


async def test_commands_are_sent_only_when_changed(make: Make, tmp_path: Path) -> None:
    async with simcord.run(make()) as env:
        assert syncs(env) == 1
        await env.restart_bot(make())
        assert syncs(env) == 1
        changed = make()

        @app_commands.command(name="new", description="New.")
        async def new(interaction: Any) -> None: ...

        changed.tree.add_command(new)
        await env.restart_bot(changed)
        assert syncs(env) == 2
        [kept] = (tmp_path / "state").iterdir()
        assert kept.name == f"commands-{env.bot.application_id}.sha256"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"0" * 64])
async def test_unreadable_state_means_sending(make: Make, tmp_path: Path, content: bytes) -> None:
    async with simcord.run(make()) as env:
        [kept] = (tmp_path / "state").iterdir()
        kept.write_bytes(content)
        await env.restart_bot(make())
        assert syncs(env) == 2


async def test_a_state_folder_that_cannot_be_made_is_only_logged(
    make: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file")
    async with simcord.run(make()) as env:
        assert syncs(env) == 1
    assert "will be sent again" in caplog.text


async def test_a_refusal_leaves_the_bot_working(make: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with simcord.run(make()) as env:
        [kept] = (tmp_path / "state").iterdir()
        kept.unlink()
        env.inject_error("PUT", "/applications/*/commands", status=400, times=1)
        await env.restart_bot(make())
        assert "did not take the slash commands" in caplog.text
        assert not kept.exists()
        channel = env.create_guild().create_text_channel("general")
        await channel.guild.add_member(env.create_user("alice")).send(channel, "!rank London")
        assert channel.last_message.embeds


async def test_the_fingerprint_does_not_depend_on_order(make: Make) -> None:
    bots: list[ClusterBot] = [make(), make()]
    for bot, names in zip(bots, ("ab", "ba"), strict=True):
        for name in names:

            @app_commands.command(name=name, description=name)
            async def command(interaction: Any) -> None: ...

            bot.tree.add_command(command)
    assert fingerprint(bots[0].tree) == fingerprint(bots[1].tree) != fingerprint(make().tree)
