"""Buttons that nothing listens to any more, because the bot restarted or they grew old."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.cogs.events.presses import pressed_of
from bot.cogs.notices import notice

if TYPE_CHECKING:
    from bot.cogs.desk import Desk


class Stale(commands.Cog):
    """Says so when somebody presses a dead button; Discord would only say that the interaction failed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer presses that no live view answers."""
        if interaction.type is not discord.InteractionType.component or interaction.message is None:
            return
        if pressed_of(interaction) is not None:  # a game's, which outlives its message's buttons
            return
        if interaction.message.id in self._desk.views or interaction.response.is_done():
            return
        if await self._desk.admits(interaction):
            await self._desk.messenger.respond(interaction, notice("door.stale"), private=True)
