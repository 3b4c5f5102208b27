"""Slash commands about claims, and the command on a message that settles what somebody said.

No postponed annotations here: discord.py reads the options' types from them.
"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.desk import Desk
from bot.cogs.notices import notice
from bot.cogs.options import Edition, Place, described
from bot.cogs.phrasing import phrase, versus
from bot.replies.wording.catalogue import say


class VerdictCommands(commands.Cog):
    """The door of slash commands: claims."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.menu = app_commands.ContextMenu(name=say("menu.settle"), callback=self.settle_this)

    async def settle_this(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Settle what a message claims. Discord sends its text along, so no intent is needed."""
        if not message.content.strip():
            if await self._desk.admits(interaction):
                await self._desk.messenger.respond(interaction, notice("door.no_words"), private=True)
            return
        await self._desk.respond(interaction, phrase("settle", message.content))

    @app_commands.command(name="settle", description=say("slash.settle"))
    @described("claim")
    async def settle(self, interaction: discord.Interaction, claim: str) -> None:
        """Ask `settle`."""
        await self._desk.respond(interaction, phrase("settle", claim))

    @app_commands.command(name="verify", description=say("slash.verify"))
    @described("receipt")
    async def verify(self, interaction: discord.Interaction, receipt: str) -> None:
        """Ask `verify`."""
        await self._desk.respond(interaction, phrase("verify", receipt))

    @app_commands.command(name="flip", description=say("slash.flip"))
    @described("first", "second", "edition")
    async def flip(
        self, interaction: discord.Interaction, first: Place, second: Place, edition: Edition | None = None
    ) -> None:
        """Ask `flip`."""
        await self._desk.respond(interaction, phrase("flip", versus(first, second), edition))
