"""The Discord client: what it asks of Discord, what it keeps (nothing it can do without), and its doors."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands
from platformdirs import user_state_path

from bot.cogs.addressing import Addressing
from bot.cogs.asking import Asking
from bot.cogs.conversations import Conversations
from bot.cogs.desk import Desk
from bot.cogs.drawing import Easel
from bot.cogs.events.departed import keep_what_ready_lists
from bot.cogs.events.presses import pressed_of
from bot.cogs.gate import Door, Gate
from bot.cogs.gateway import Socket
from bot.cogs.once import Once
from bot.cogs.reconnecting import PatientShard
from bot.cogs.settled import Settled
from bot.cogs.sharded import ShardedBot
from bot.cogs.slash_clusters import ClusterCommands
from bot.cogs.slash_pictures import PictureCommands
from bot.cogs.slash_reference import ReferenceCommands
from bot.cogs.slash_verdicts import VerdictCommands
from bot.cogs.stale import Stale
from bot.cogs.syncing import sync_if_changed
from bot.hosting.host import cancelled
from bot.hosting.tables import Tables
from bot.operating.watching import UNWATCHED
from bot.store.interruption import uninterrupted
from bot.studio import Studio

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.cogs.events.hall import Hall
    from bot.operating.watching import Watch
    from bot.pipeline import Pipeline
    from bot.settings import Settings
    from bot.store.session import Session

log = logging.getLogger(__name__)

FINISHING = 1.0
"""Seconds in which what is being answered may be finished before a client closes."""

_HANDLERS = ("discord.py: ", "CommandTree-invoker", "discord-ui-")
"""How the tasks' names begin in discord.py 2.7.1, of which one client runs at a time."""

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # this bot has no voice to be warned about
discord.client.DiscordWebSocket = discord.shard.DiscordWebSocket = Socket  # pyright: ignore[reportPrivateImportUsage]
discord.shard.Shard = PatientShard


def intents(*, message_content: bool) -> discord.Intents:
    """Return the events the bot asks for."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=message_content)


def _handlers() -> list[asyncio.Task[Any]]:
    """Return the tasks by which discord.py has events, commands and buttons seen to. It keeps no list of them."""
    return [task for task in asyncio.all_tasks() if task.get_name().startswith(_HANDLERS)]


class ClusterBot(ShardedBot):
    """Answers on Discord with `pipeline`, which may be replaced at any time by assigning another.

    Without `message_content`, only mentions, direct messages and slash commands are understood. `state` is the folder
    that remembers which commands Discord was told, `studio` where pictures are drawn. `clock` returns
    seconds that only grow, and `watch` is told what the bot does. `session` is what ties it to other processes that
    serve other shards, and `tables` reads its tables, as those of the clients before it.
    """

    def __init__(
        self,
        settings: Settings,
        pipeline: Pipeline,
        *,
        message_content: bool = True,
        state: Path | None = None,
        studio: Studio | None = None,
        clock: Callable[[], float] = time.monotonic,
        watch: Watch = UNWATCHED,
        session: Session | None = None,
        tables: Tables | None = None,
    ) -> None:
        super().__init__(
            settings,
            session,
            command_prefix=commands.when_mentioned,
            intents=intents(message_content=message_content),
            help_command=None,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.pipeline = pipeline
        self._tables = tables or Tables(settings.data_dir, pipeline)
        self._state = state or user_state_path("clusterbot")
        self._clock = clock
        self._watch = watch
        self.studio = studio or Studio()
        self._desk = Desk(
            lambda: self.pipeline,
            lambda server: self.hall.book.style(server) if self.hall is not None else settings.reply_style,
            Gate(settings, clock, watch),
            Conversations(clock),
            Settled(clock),
            Easel(self.studio),
            watch,
        )
        self.hall: Hall | None = None
        self._asking: Asking | None = None
        self._take_interactions_once()
        keep_what_ready_lists(self)

    def _take_interactions_once(self) -> None:
        """Leave out an interaction that Discord sends again, before commands, views or listeners see it."""
        parsers: dict[str, Callable[[Any], None]] = self._connection.parsers
        take, seen = parsers["INTERACTION_CREATE"], Once()

        def take_once(data: Any) -> None:
            if seen.first(int(data["id"])):
                take(data)

        parsers["INTERACTION_CREATE"] = take_once

    async def setup_hook(self) -> None:
        """Open the store and the doors, take up games, and tell Discord the slash commands if they changed.

        Raises:
            StoreError: the database cannot be used.
            discord.GatewayNotFound: Discord does not say how many shards there are to be.
        """
        # With SQLAlchemy, a third of the start: `beforehand` imports them while Discord is asked to let the bot in.
        from bot.cogs.events.hall import Hall
        from bot.cogs.events.slash_events import EventCommands

        assert self.user is not None
        await self.settle_shards()
        self.hall = hall = await Hall.open(
            self, self._desk.messenger, self._settings, self._tables, self._watch, self._session
        )
        self._watch.attach(self)
        self._asking = Asking(self._desk, Addressing(self.user.id), hall, self._clock)
        await self.add_cog(self._asking)
        await self.add_cog(EventCommands(hall.steward, self._desk))
        await self.add_cog(ClusterCommands(self._desk))
        await self.add_cog(ReferenceCommands(self._desk))
        await self.add_cog(PictureCommands(self._desk))
        verdicts = VerdictCommands(self._desk)
        await self.add_cog(verdicts)
        self.tree.add_command(verdicts.menu)
        await self.add_cog(Stale(self._desk))
        self.tree.error(self._command_failed)
        if 0 in self.held.ids:  # one process of all
            await sync_if_changed(self.tree, self._state)

    async def close(self) -> None:
        """Leave Discord, let games rest, and end the processes that draw; no task of this client goes on after it.

        What is being answered has FINISHING seconds to come to its end. Who comes meanwhile hears of the restart.
        """
        await self._close()

    @uninterrupted
    async def _close(self) -> None:
        self._desk.gate.close()
        if under_way := _handlers():
            await asyncio.wait(under_way, timeout=FINISHING)
        if self.hall is not None:
            await self.hall.close()
        await self._desk.close()
        state: Any = self._connection  # where discord.py waits for servers, for longer than its client is there
        await cancelled(state._ready_task, *state._ready_tasks.values(), *_handlers())
        await super().close()
        await self.studio.close()

    def pictures_waiting(self) -> int:
        """Return how many pictures were asked for and are not drawn."""
        return self.studio.waiting

    def open_games(self) -> dict[str, int]:
        """Return how many games are being played, by kind."""
        return {} if self.hall is None else self.hall.open_games()

    async def store_answers(self) -> bool:
        """Return whether the database can be read."""
        return self.hall is not None and await self.hall.store_answers()

    def reload_soon(self) -> None:
        """Read the tables again in the background; the log says what became of it."""
        if self.hall is not None:
            self.hall.reload_soon()

    async def _command_failed(
        self, interaction: discord.Interaction[discord.Client], _: app_commands.AppCommandError, /
    ) -> None:
        """Tell the asker of a command that discord.py itself could not run, such as one that changed since."""
        reply = self._desk.failed("running a slash command")
        if not interaction.response.is_done():
            await self._desk.messenger.respond(interaction, reply, private=True)

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Tell of an event; of a message only if it asks something, as the event `question`, with what it asks.

        Most messages are not for the bot, and discord.py would begin a task for each. What it tells of every frame
        besides (`socket_event_type`), nobody here listens to.
        """
        if event_name == "message":
            text = None if self._asking is None else self._asking.question(*args)
            if text is not None and self.may_serve():
                super().dispatch("question", *args, text)
        elif event_name != "socket_event_type":
            super().dispatch(event_name, *args, **kwargs)

    async def on_ready(self) -> None:
        """Log that the bot is there."""
        log.info("Connected as %s, in %d servers", self.user, len(self.guilds))

    async def on_shard_ready(self, shard: int) -> None:
        """Go on with what was going on in the servers of a shard."""
        await super().on_shard_ready(shard)
        if self.hall is not None:
            self.hall.start(shard)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand presses of games' buttons, and their forms, to the games."""
        pressed = pressed_of(interaction)
        if self.hall is None or pressed is None:
            return
        with self._desk.gate.entered(Door.PRESS, interaction.user.id, interaction.guild_id) as turn:
            if turn.limit is not None:
                await self._desk.refuse(interaction, turn)
                return
            try:
                await self.hall.pressed(interaction, pressed)
            except Exception:
                reply = self._desk.failed("seeing to a press")
                if not interaction.response.is_done():
                    await self._desk.messenger.respond(interaction, reply, private=True)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget what a deleted channel wanted."""
        if self.hall is not None:
            await self.hall.channel_gone(channel.id)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Forget what a deleted thread wanted."""
        if self.hall is not None:
            await self.hall.channel_gone(payload.thread_id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that the bot was removed from."""
        if self.hall is not None:
            await self.hall.remove(guild.id)
