"""Slash commands that draw.

No postponed annotations here: discord.py reads the options' types from them.
"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.desk import Desk
from bot.cogs.options import Area, Edition, described
from bot.cogs.phrasing import phrase
from bot.replies.wording.catalogue import say


class PictureCommands(commands.Cog):
    """The door of slash commands: pictures."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="chart", description=say("slash.chart"))
    @described("what")
    async def chart(self, interaction: discord.Interaction, what: str) -> None:
        """Ask `chart`."""
        await self._desk.respond(interaction, phrase("chart", what))

    @app_commands.command(name="map", description=say("slash.map"))
    @described("area", "edition")
    async def map(
        self, interaction: discord.Interaction, area: Area | None = None, edition: Edition | None = None
    ) -> None:
        """Ask `map`."""
        await self._desk.respond(interaction, phrase("map", area, edition))
