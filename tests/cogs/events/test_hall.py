"""What holds for all games together: who the bot belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

if TYPE_CHECKING:
    from tests.cogs.events.conftest import Night


def team_of(night: Night, state: int, role: str) -> discord.Team:
    member = {
        "user": {"id": str(night.alice.id), "username": "alice", "discriminator": "0", "avatar": None},
        "membership_state": state, "permissions": ["*"], "role": role, "team_id": "9",
    }  # fmt: skip
    data: Any = {"id": "9", "name": "team", "icon": None, "owner_user_id": "7", "members": [member]}
    return discord.Team(night.bot._connection, data)


@pytest.mark.parametrize(
    ("state", "role", "owns"),
    [(2, "admin", True), (2, "developer", True), (2, "", True), (2, "read_only", False), (1, "developer", False)],
)
async def test_of_a_team_own_the_bot_who_accepted_and_may_do_more_than_read(
    night: Night, state: int, role: str, owns: bool
) -> None:
    """The one who owns the team has no role in Discord's answer."""
    assert night.bot.application is not None
    assert night.bot.hall is not None
    night.bot.application.team = team_of(night, state, role)
    assert night.bot.hall.owns(night.alice.id) is owns
    assert not night.bot.hall.owns(night.bob.id)
