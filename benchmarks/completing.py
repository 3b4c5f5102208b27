"""What a half-typed name costs inside discord.py, against a command tree that always offers the same names."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import simcord
from discord import app_commands
from rich.table import Table
from simcord import interactions

from benchmarks.client import EchoBot, quiet_client, unhurried
from benchmarks.timing import Timing, microseconds
from bot.client import ClusterBot
from bot.cogs.options import CHOICES_LIMIT
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

TYPED = ("", "l", "lon", "london", "San Jo", "東", "munch", "xqz", "new y", "Saint-", "st petersb", "são p")
ROUNDS = 10
TIMES = 50
AUTOCOMPLETE = 4
"""Discord's type of such an interaction."""


def _echo() -> discord.Client:
    client = quiet_client(EchoBot)
    tree = app_commands.CommandTree(client)

    @tree.command(description="A rank")
    async def rank(interaction: discord.Interaction, place: str) -> None:
        await interaction.response.send_message(place)

    @rank.autocomplete("place")
    async def offered(_: discord.Interaction, __: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"Cluster {number}", value=str(number)) for number in range(CHOICES_LIMIT)]

    return client


async def _round(client: discord.Client) -> list[float]:
    async with simcord.run(client, check_errors=False) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("general")
        member = guild.add_member(env.create_user("alice"))
        answered = asyncio.Event()

        async def answer(*_: object) -> None:
            answered.set()

        seconds: list[float] = []
        real, discord.InteractionResponse.autocomplete = discord.InteractionResponse.autocomplete, answer
        try:
            for typed in TYPED * TIMES:
                option = {"name": "place", "type": 3, "value": typed, "focused": True}
                _, event = interactions.base_payload(
                    env.backend,
                    type=AUTOCOMPLETE,
                    channel_id=channel.id,
                    guild_id=guild.id,
                    user_id=member.id,
                    data={"id": "1", "name": "rank", "type": 1, "options": [option]},
                )
                answered.clear()
                start = time.perf_counter()
                client._connection.parsers["INTERACTION_CREATE"](event)
                await asyncio.wait_for(answered.wait(), 5)
                seconds.append(time.perf_counter() - start)
        finally:
            discord.InteractionResponse.autocomplete = real
        return seconds


def measure(pipeline: Pipeline) -> Table:
    """Time the names offered while one is typed, from the gateway event to the call that answers it."""
    echo: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory() as state:
        settings = unhurried(ReplyStyle.CARDS, Path(state))
        for _ in range(ROUNDS):
            echo += asyncio.run(_round(_echo()))
            ours += asyncio.run(_round(ClusterBot(settings, pipeline, state=Path(state))))
    table = Table(title=f"Names offered while one is typed, {len(ours):,} times (aim: p99 2 ms)")
    for column in ("offered", "p50", "p99", "ratio"):
        table.add_column(column, justify="left" if column == "offered" else "right")
    base = Timing.of(echo)
    for name, timing in (("echo: always the same names", base), ("/rank, half-typed names", Timing.of(ours))):
        table.add_row(name, microseconds(timing.p50), microseconds(timing.p99), f"{timing.p50 / base.p50:.2f} ×")
    return table
