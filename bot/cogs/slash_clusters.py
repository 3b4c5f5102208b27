"""Slash commands about clusters. Each says its options as a question, and the question is answered like any other.

No postponed annotations here: discord.py reads the options' types from them.
"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.desk import Desk
from bot.cogs.options import (
    DIRECTION_CHOICES,
    MEASURE_CHOICES,
    Area,
    Edition,
    Length,
    Place,
    RankNumber,
    Subject,
    described,
)
from bot.cogs.phrasing import among, by, phrase, versus
from bot.replies.wording.catalogue import say


class ClusterCommands(commands.Cog):
    """The door of slash commands: clusters."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="rank", description=say("slash.rank"))
    @described("place", "edition", "private")
    async def rank(
        self, interaction: discord.Interaction, place: Subject, edition: Edition | None = None, private: bool = False
    ) -> None:
        """Ask `rank`."""
        await self._desk.respond(interaction, phrase("rank", place, edition), private=private)

    @app_commands.command(name="top", description=say("slash.top"))
    @described("count", "area", "measure", "edition")
    @app_commands.choices(measure=MEASURE_CHOICES)
    async def top(
        self,
        interaction: discord.Interaction,
        count: Length | None = None,
        area: Area | None = None,
        measure: str | None = None,
        edition: Edition | None = None,
    ) -> None:
        """Ask `top`."""
        await self._desk.respond(interaction, phrase("top", count, area, by(measure), edition))

    @app_commands.command(name="bottom", description=say("slash.bottom"))
    @described("count", "area", "measure", "edition")
    @app_commands.choices(measure=MEASURE_CHOICES)
    async def bottom(
        self,
        interaction: discord.Interaction,
        count: Length | None = None,
        area: Area | None = None,
        measure: str | None = None,
        edition: Edition | None = None,
    ) -> None:
        """Ask `bottom`."""
        await self._desk.respond(interaction, phrase("bottom", count, area, by(measure), edition))

    @app_commands.command(name="compare", description=say("slash.compare"))
    @described("first", "second", "third", "fourth", "fifth", "measure", "edition")
    @app_commands.choices(measure=MEASURE_CHOICES)
    async def compare(
        self,
        interaction: discord.Interaction,
        first: Subject,
        second: Subject,
        third: Subject | None = None,
        fourth: Subject | None = None,
        fifth: Subject | None = None,
        measure: str | None = None,
        edition: Edition | None = None,
    ) -> None:
        """Ask `compare`."""
        sides = versus(first, second, third, fourth, fifth)
        await self._desk.respond(interaction, phrase("compare", sides, by(measure), edition))

    @app_commands.command(name="movers", description=say("slash.movers"))
    @described("direction", "count", "area", "edition")
    @app_commands.choices(direction=DIRECTION_CHOICES)
    async def movers(
        self,
        interaction: discord.Interaction,
        direction: str | None = None,
        count: Length | None = None,
        area: Area | None = None,
        edition: Edition | None = None,
    ) -> None:
        """Ask `movers`."""
        await self._desk.respond(interaction, phrase("movers", direction, count, area, edition))

    @app_commands.command(name="history", description=say("slash.history"))
    @described("place")
    async def history(self, interaction: discord.Interaction, place: Subject) -> None:
        """Ask `history`."""
        await self._desk.respond(interaction, phrase("history", place))

    @app_commands.command(name="count", description=say("slash.count"))
    @described("area", "edition", "within")
    async def count(
        self,
        interaction: discord.Interaction,
        area: Area | None = None,
        edition: Edition | None = None,
        within: RankNumber | None = None,
    ) -> None:
        """Ask `count`."""
        await self._desk.respond(interaction, phrase("count", area, among(within), edition))

    @app_commands.command(name="who", description=say("slash.who"))
    @described("number", "edition")
    async def who(self, interaction: discord.Interaction, number: RankNumber, edition: Edition | None = None) -> None:
        """Ask `who`."""
        await self._desk.respond(interaction, phrase("who", number, edition))

    @app_commands.command(name="where", description=say("slash.where"))
    @described("place")
    async def where(self, interaction: discord.Interaction, place: Place) -> None:
        """Ask `where`."""
        await self._desk.respond(interaction, phrase("where", place))
