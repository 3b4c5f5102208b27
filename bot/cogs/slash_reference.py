"""Slash commands about economies and about the table, and the one that takes a question in a person's own words.

No postponed annotations here: discord.py reads the options' types from them.
"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.desk import Desk
from bot.cogs.options import COMMAND_CHOICES, PILLAR_CHOICES, Area, EconomiesLength, Edition, Subject, described
from bot.cogs.phrasing import by, phrase
from bot.replies.wording.catalogue import say


class ReferenceCommands(commands.Cog):
    """The door of slash commands: economies, the table, and free questions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="ask", description=say("slash.ask"))
    @described("question", "private")
    async def ask(self, interaction: discord.Interaction, question: str, private: bool = False) -> None:
        """Ask anything."""
        await self._desk.respond(interaction, question, private=private)

    @app_commands.command(name="economy", description=say("slash.economy"))
    @described("name", "edition")
    async def economy(self, interaction: discord.Interaction, name: Area, edition: Edition | None = None) -> None:
        """Ask `economy`."""
        await self._desk.respond(interaction, phrase("economy", name, edition))

    @app_commands.command(name="economies", description=say("slash.economies"))
    @described("count", "region", "pillar", "edition")
    @app_commands.choices(pillar=PILLAR_CHOICES)
    async def economies(
        self,
        interaction: discord.Interaction,
        count: EconomiesLength | None = None,
        region: Area | None = None,
        pillar: str | None = None,
        edition: Edition | None = None,
    ) -> None:
        """Ask `economies`."""
        await self._desk.respond(interaction, phrase("economies", count, region, by(pillar), edition))

    @app_commands.command(name="method", description=say("slash.method"))
    @described("edition")
    async def method(self, interaction: discord.Interaction, edition: Edition | None = None) -> None:
        """Ask `method`."""
        await self._desk.respond(interaction, phrase("method", edition))

    @app_commands.command(name="source", description=say("slash.source"))
    @described("place", "edition")
    async def source(self, interaction: discord.Interaction, place: Subject, edition: Edition | None = None) -> None:
        """Ask `source`."""
        await self._desk.respond(interaction, phrase("source", place, edition))

    @app_commands.command(name="about", description=say("slash.about"))
    async def about(self, interaction: discord.Interaction) -> None:
        """Ask `about`."""
        await self._desk.respond(interaction, "about")

    @app_commands.command(name="help", description=say("slash.help"))
    @described("command")
    @app_commands.choices(command=COMMAND_CHOICES)
    async def help(self, interaction: discord.Interaction, command: str | None = None) -> None:
        """Ask `help`."""
        await self._desk.respond(interaction, phrase("help", command))
