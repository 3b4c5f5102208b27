"""Slash commands for games and events: groups of commands that make the same orders as words do.

No postponed annotations here: discord.py reads the options' types from them.
"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.desk import Desk
from bot.cogs.events.occasion import Occasion, of_interaction
from bot.cogs.events.patience import in_time
from bot.cogs.events.steward import Steward
from bot.cogs.gate import Door
from bot.cogs.options import Edition, described
from bot.community import orders
from bot.community.orders import Order, Setting
from bot.community.quiz.question import Band, Topic
from bot.community.reading_orders import NOON, read_order
from bot.replies.wording.catalogue import say

Rounds = app_commands.Range[int, 1, orders.ROUNDS_MAXIMUM]
Seconds = app_commands.Range[int, orders.SECONDS_MINIMUM, orders.SECONDS_MAXIMUM]
Pause = app_commands.Range[int, orders.PAUSE_MINIMUM, orders.PAUSE_MAXIMUM]


IN_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
AS_A_MEMBER = app_commands.AppInstallationType(guild=True, user=False)
"""Games take place where the bot is a member of the server, not where somebody brought it along."""


def _choices(kind: type[Topic] | type[Band] | type[Setting]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=each.value, value=each.value) for each in kind]


def _group(name: str) -> app_commands.Group:
    return app_commands.Group(
        name=name, description=say(f"slash.{name}"), allowed_contexts=IN_SERVERS, allowed_installs=AS_A_MEMBER
    )


class EventCommands(commands.Cog):
    """The door of slash commands: quizzes, pools, release nights, announcements, settings, and what is kept."""

    quiz = _group("quiz")
    pool = _group("pool")
    release = _group("release")
    announcements = _group("announce")

    def __init__(self, steward: Steward, desk: Desk) -> None:
        self._steward = steward
        self._desk = desk

    async def _order(self, interaction: discord.Interaction, order: Order, *, private: bool = False) -> None:
        occasion = of_interaction(interaction)
        if self._steward.has_to_work(order, occasion) and not self._desk.gate.is_closed:
            await self._carried_out(interaction, order, occasion, private=private)
            return
        with self._desk.gate.entered(Door.COMMAND, interaction.user.id, interaction.guild_id) as turn:
            if turn.limit is None:
                await self._carried_out(interaction, order, occasion, private=private)
            else:
                await self._desk.refuse(interaction, turn)

    async def _carried_out(
        self, interaction: discord.Interaction, order: Order, occasion: Occasion, *, private: bool
    ) -> None:
        said = await in_time(interaction, self._steward.carry_out(order, occasion, shielded=True), private=private)
        await self._desk.messenger.respond(interaction, said.reply, said.ways, private=private or said.private)

    @quiz.command(name="start", description=say("slash.quiz_start"))
    @described("rounds", "topic", "difficulty", "seconds")
    @app_commands.choices(topic=_choices(Topic), difficulty=_choices(Band))
    async def quiz_start(
        self,
        interaction: discord.Interaction,
        rounds: Rounds = orders.ROUNDS_DEFAULT,
        topic: str | None = None,
        difficulty: str | None = None,
        seconds: Seconds = orders.SECONDS_DEFAULT,
    ) -> None:
        """Order `quiz start`."""
        about = Topic(topic) if topic is not None else None
        band = Band(difficulty) if difficulty is not None else None
        await self._order(interaction, orders.QuizStart(rounds, about, band, seconds))

    @quiz.command(name="stop", description=say("slash.quiz_stop"))
    async def quiz_stop(self, interaction: discord.Interaction) -> None:
        """Order `quiz stop`."""
        await self._order(interaction, orders.QuizStop())

    @quiz.command(name="skip", description=say("slash.quiz_skip"))
    async def quiz_skip(self, interaction: discord.Interaction) -> None:
        """Order `quiz skip`."""
        await self._order(interaction, orders.QuizSkip())

    @quiz.command(name="score", description=say("slash.quiz_score"))
    async def quiz_score(self, interaction: discord.Interaction) -> None:
        """Order `quiz score`."""
        await self._order(interaction, orders.QuizScore())

    @quiz.command(name="daily", description=say("slash.quiz_daily"))
    @described("on", "time")
    async def quiz_daily(self, interaction: discord.Interaction, on: bool = True, time: str = "") -> None:
        """Order `quiz daily`."""
        order = read_order(f"quiz daily {time}") if on else orders.QuizDaily(None)
        await self._order(interaction, order or orders.QuizDaily(NOON))

    @pool.command(name="show", description=say("slash.pool_show"))
    async def pool_show(self, interaction: discord.Interaction) -> None:
        """Order `pool`."""
        await self._order(interaction, orders.PoolState())

    @pool.command(name="open", description=say("slash.pool_open"))
    @described("edition", "closes", "asking")
    async def pool_open(
        self, interaction: discord.Interaction, edition: Edition, closes: str, asking: str = ""
    ) -> None:
        """Order `pool open`."""
        await self._order(interaction, orders.PoolOpen(edition, closes, asking))

    @pool.command(name="close", description=say("slash.pool_close"))
    @described("closes")
    async def pool_close(self, interaction: discord.Interaction, closes: str) -> None:
        """Order `pool close`."""
        await self._order(interaction, orders.PoolMove(closes))

    @pool.command(name="entries", description=say("slash.pool_entries"))
    async def pool_entries(self, interaction: discord.Interaction) -> None:
        """Order `pool entries`."""
        await self._order(interaction, orders.PoolEntries())

    @pool.command(name="results", description=say("slash.pool_results"))
    async def pool_results(self, interaction: discord.Interaction) -> None:
        """Order `pool results`."""
        await self._order(interaction, orders.PoolResults())

    @pool.command(name="cancel", description=say("slash.pool_cancel"))
    async def pool_cancel(self, interaction: discord.Interaction) -> None:
        """Order `pool cancel`."""
        await self._order(interaction, orders.PoolCancel())

    @release.command(name="rehearse", description=say("slash.release_rehearse"))
    @described("edition", "pause", "spoiler")
    async def release_rehearse(
        self,
        interaction: discord.Interaction,
        edition: Edition | None = None,
        pause: Pause = orders.PAUSE_DEFAULT,
        spoiler: bool = False,
    ) -> None:
        """Order `release rehearse`."""
        await self._order(interaction, orders.ReleaseRehearse(edition, pause, spoiler))

    @release.command(name="arm", description=say("slash.release_arm"))
    @described("edition", "at", "pause", "spoiler")
    async def release_arm(
        self,
        interaction: discord.Interaction,
        edition: Edition,
        at: str = "",
        pause: Pause = orders.PAUSE_DEFAULT,
        spoiler: bool = False,
    ) -> None:
        """Order `release arm`."""
        await self._order(interaction, orders.ReleaseArm(edition, at, pause, spoiler))

    @release.command(name="go", description=say("slash.release_go"))
    async def release_go(self, interaction: discord.Interaction) -> None:
        """Order `release go`."""
        await self._order(interaction, orders.ReleaseGo())

    @release.command(name="stop", description=say("slash.release_stop"))
    async def release_stop(self, interaction: discord.Interaction) -> None:
        """Order `release stop`."""
        await self._order(interaction, orders.ReleaseStop())

    @announcements.command(name="here", description=say("slash.announce_here"))
    @described("role")
    async def announce_here(self, interaction: discord.Interaction, role: discord.Role | None = None) -> None:
        """Order `announce here`."""
        await self._order(interaction, orders.Announce(role.id if role is not None else None))

    @announcements.command(name="off", description=say("slash.announce_off"))
    async def announce_off(self, interaction: discord.Interaction) -> None:
        """Order `announce off`."""
        await self._order(interaction, orders.AnnounceOff())

    @app_commands.command(name="settings", description=say("slash.settings"))
    @described("setting", "value")
    @app_commands.choices(setting=_choices(Setting))
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: discord.Interaction, setting: str | None = None, value: str = "") -> None:
        """Order `settings`."""
        order = read_order(f"settings {setting or ''} {value if setting else ''}")
        await self._order(interaction, order or orders.SettingsShow())

    @app_commands.command(name="mydata", description=say("slash.mydata"))
    async def mydata(self, interaction: discord.Interaction) -> None:
        """Order `mydata`."""
        await self._order(interaction, orders.MyData(), private=True)

    @app_commands.command(name="forget", description=say("slash.forget"))
    async def forget(self, interaction: discord.Interaction) -> None:
        """Order `forget me`."""
        await self._order(interaction, orders.ForgetMe(), private=True)
