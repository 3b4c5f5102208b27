"""Who ordered something, where and when, what they may do there, and what is said back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from datetime import datetime

    from bot.replies.reply import Reply


@dataclass(frozen=True, slots=True)
class Occasion:
    """An order's circumstances. `at` is Discord's own time of the message or the press.

    `user` holds the order's author; in a server that is a member with roles. `mine` is what the bot may do there.
    """

    user: discord.abc.User
    server: int | None
    channel: int
    at: datetime
    rights: discord.Permissions
    mine: discord.Permissions
    roles: frozenset[int]
    thread: bool = False

    @property
    def may_post(self) -> bool:
        """Whether the bot may post there of its own accord."""
        return self.mine.send_messages_in_threads if self.thread else self.mine.send_messages

    @property
    def person(self) -> int:
        """The author's id."""
        return self.user.id


@dataclass(frozen=True, slots=True)
class Said:
    """What is said to an order. `private` is for its author only; `ways` are buttons that outlive a restart."""

    reply: Reply
    private: bool = False
    ways: discord.ui.View | None = None


def of_message(message: discord.Message) -> Occasion:
    """Return the occasion of a message."""
    author, guild, channel = message.author, message.guild, message.channel
    theirs = mine = discord.Permissions.none()
    roles: frozenset[int] = frozenset()
    if guild is not None and isinstance(author, discord.Member):
        roles = frozenset(role.id for role in author.roles)
        with suppress(discord.ClientException):  # a thread whose channel the bot cannot see
            theirs, mine = channel.permissions_for(author), channel.permissions_for(guild.me)
    server = guild.id if guild is not None else None
    thread = isinstance(channel, discord.Thread)
    return Occasion(author, server, channel.id, message.created_at, theirs, mine, roles, thread)


def of_interaction(interaction: discord.Interaction) -> Occasion:
    """Return the occasion of a slash command or a press."""
    user = interaction.user
    return Occasion(
        user,
        interaction.guild_id,
        interaction.channel_id or 0,
        interaction.created_at,
        interaction.permissions,
        interaction.app_permissions,
        frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset(),
        isinstance(interaction.channel, discord.Thread),
    )
