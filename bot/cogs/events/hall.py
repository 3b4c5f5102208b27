"""Where games and events are put together: the store, what servers set, the rooms, and the tables in service."""

from __future__ import annotations

import asyncio
import logging
import random
from typing import TYPE_CHECKING

import discord

from bot.cogs.events.announcing import Herald
from bot.cogs.events.daily import Daily
from bot.cogs.events.data_room import DataRoom
from bot.cogs.events.occasion import Said, of_interaction
from bot.cogs.events.patience import in_time
from bot.cogs.events.people_room import PeopleRoom
from bot.cogs.events.pool_room import PoolRoom
from bot.cogs.events.presses import pressed_of
from bot.cogs.events.quiz_room import QuizRoom
from bot.cogs.events.release_room import ReleaseRoom
from bot.cogs.events.server_room import ServerRoom
from bot.cogs.events.steward import Steward
from bot.cogs.notices import notice
from bot.community.orders import ReleaseGo
from bot.community.release.programme import editions_to_show
from bot.hosting.host import cancelled
from bot.hosting.servers import Defaults, ServerBook
from bot.hosting.tables import Tables, without
from bot.rankings.problems import DataError
from bot.store.failures import StoreError
from bot.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Self

    from bot.cogs.events.presses import Pressed
    from bot.cogs.messenger import Messenger
    from bot.cogs.options import AnsweringBot
    from bot.operating.watching import Watch
    from bot.pipeline import Pipeline
    from bot.settings import Settings

log = logging.getLogger(__name__)


class Hall:
    """All that goes on around the questions. `open` it before the doors, `start` it once Discord is there."""

    def __init__(self, bot: AnsweringBot, messenger: Messenger, settings: Settings, store: Store) -> None:
        self._bot = bot
        self._messenger = messenger
        self._store = store
        self._tables = Tables(settings.data_dir)
        self._background: set[asyncio.Task[None]] = set()
        self._taking = asyncio.Lock()
        self.book = ServerBook(store, Defaults(settings.prefix, settings.reply_style))
        now = discord.utils.utcnow
        self._herald = Herald(bot, store, self.book, self._held_back)
        self.quiz = QuizRoom(bot, messenger, store, self.book, lambda: bot.pipeline, now, random.SystemRandom())
        self.pool = PoolRoom(bot, messenger, store, self.book, lambda: bot.pipeline, now, self._held_back)
        self.release = ReleaseRoom(bot, store, self.book, self, self.pool, self.owns, now)
        self.rooms = (self.quiz, self.pool, self.release)
        self._daily = Daily(store, self.quiz, lambda server: bot.get_guild(server) is not None, now)
        self.steward = Steward(
            bot,
            self.book,
            self.quiz,
            self._daily,
            self.pool,
            self.release,
            ServerRoom(bot, self.book, store, lambda: bot.pipeline),
            PeopleRoom(bot, store, self._forgotten),
            DataRoom(self.owns, self.reload, self.release.withheld),
        )

    @classmethod
    async def open(cls, bot: AnsweringBot, messenger: Messenger, settings: Settings, watch: Watch) -> Self:
        """Open the store, read what is needed before the first message, and hold back what has its evening before it.

        Raises:
            StoreError: the database cannot be used.
        """
        address = settings.database_url.get_secret_value() if settings.database_url else None
        store = await Store.open(address, timed=watch.timed)
        try:
            hall = cls(bot, messenger, settings, store)
            await hall.book.load()
            for room in hall.rooms:
                await room.host.resume()
        except BaseException:
            await store.close()
            raise
        bot.pipeline = without(bot.pipeline, hall.release.withheld())
        return hall

    @property
    def pipeline(self) -> Pipeline:
        """The pipeline in service."""
        return self._bot.pipeline

    def open_games(self) -> dict[str, int]:
        """Return how many games are being played, by kind."""
        return {room.host.kind: sum(1 for _ in room.host) for room in self.rooms}

    async def store_answers(self) -> bool:
        """Return whether the database can be read."""
        try:
            await self._store.probe()
        except StoreError:
            return False
        return True

    def _held_back(self, server: int, edition: int) -> bool:
        return self.release.holds_back(server, edition)

    def owns(self, person: int) -> bool:
        """Return whether somebody is the bot's owner, or one of the team that is."""
        application = self._bot.application
        if application is None:
            return False
        if application.team is not None:
            return any(member.id == person for member in application.team.members)
        return application.owner.id == person

    def start(self) -> None:
        """Let games go on, ask the questions of the day, and tell of what is new; once Discord is there."""
        for room in self.rooms:
            room.host.start()
        self._daily.start()
        self._in_background(self._news())

    async def close(self) -> None:
        """Let all games rest until the next start; the log says how many."""
        resting = self.open_games()
        await self._daily.close()
        await cancelled(*self._background)
        for room in self.rooms:
            await room.host.close()
        await self._store.close()
        log.info(
            "Games at rest until the next start: %d (%s)",
            sum(resting.values()), ", ".join(f"{kind}: {number}" for kind, number in resting.items()),
        )  # fmt: skip

    async def reload(self) -> tuple[Pipeline, Pipeline]:
        """Read the tables again and take them into service; return the pipelines before and after.

        Raises:
            DataError: they are unreadable or break a rule; the old ones stay in service.
        """
        async with self._taking:
            before = self._bot.pipeline
            self._bot.pipeline = after = await self._tables.read(self.release.withheld())
        self._in_background(self._news())
        return before, after

    def reload_soon(self) -> None:
        """Read the tables again in the background, for whoever cannot be told what becomes of it but by the log."""
        self._in_background(self._reload_and_log())

    async def _reload_and_log(self) -> None:
        try:
            before, after = await self.reload()
        except DataError as error:
            log.error("New tables were refused, and the old ones stay in service: %s", error)
        else:
            log.info("Tables read again: %s, before %s", after.rankings.version, before.rankings.version)

    async def go_live(self, edition: int, channel: int, wanted: Callable[[], bool]) -> Pipeline | None:
        """Take the tables into service that hold an edition, for its evening in a channel.

        Newer editions that wait for an evening of their own stay withheld. If the evening is no longer `wanted` once
        the tables are read, the old ones stay in service, and None is returned.

        Raises:
            DataError: they break a rule; the old ones stay in service.
            LookupError: they hold no ranks of the edition; the old ones stay in service.
        """
        async with self._taking:
            after = self._bot.pipeline
            if edition > after.rankings.newest.year:
                after = await self._tables.read(self.release.withheld(after=edition))
            if edition not in editions_to_show(after.rankings):
                raise LookupError(edition)
            if not wanted():
                return None
            self._bot.pipeline = after
            await self.release.made_public(after.rankings.newest.year)
        self._in_background(self._news(evening=channel))
        return after

    def unveil(self, channel: int) -> None:
        """Tell what waited until number one was shown in a channel."""
        self._in_background(self._news(evening=channel))

    async def pressed(self, interaction: discord.Interaction) -> None:
        """See to a press of a game's button, or to a form that was sent."""
        pressed = pressed_of(interaction)
        if pressed is not None:
            await in_time(interaction, self._seen_to(interaction, pressed), private=True)

    async def _seen_to(self, interaction: discord.Interaction, pressed: Pressed) -> None:
        try:
            match pressed.what:
                case "quiz":
                    await self.quiz.pressed(interaction, pressed)
                case "pool":
                    await self.pool.pressed(interaction, pressed)
                case _:
                    playing = self.release.host.get(pressed.event)
                    if playing is None or playing.event.server != interaction.guild_id:
                        said = Said(notice("event.gone"), private=True)
                    else:
                        said = await self.steward.carry_out(ReleaseGo(), of_interaction(interaction), shielded=True)
                    await self._messenger.respond(interaction, said.reply, said.ways, private=said.private)
        except StoreError as error:
            log.warning("A press could not be kept: %r", error)
            await self._messenger.respond(interaction, notice("event.not_kept"), private=True)

    async def channel_gone(self, channel: int) -> None:
        """Forget what a channel wanted that was deleted."""
        try:
            await self._store.channels.remove_channel(channel)
        except StoreError:
            log.exception("What channel %s wanted could not be deleted", channel)

    async def remove(self, server: int) -> None:
        """Forget a server that the bot was removed from."""
        for room in self.rooms:
            await room.host.drop(server)
        try:
            await self.book.remove(server)
        except StoreError:
            log.exception("What is kept of server %s could not be deleted", server)

    async def _news(self, evening: int | None = None) -> None:
        """Score pools by the tables in service, and announce a new edition where that is wanted.

        The channel of an evening needs no announcement.
        """
        try:
            await self.pool.settle_all()
            await self._herald.announce(self._bot.pipeline, but_not_in=evening)
        except StoreError:
            log.exception("Not everybody could be told of the tables in service; the next start tries again")

    def _in_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def _forgotten(self, events: frozenset[int] | None) -> None:
        for room in self.rooms:
            await room.host.reload(events)
