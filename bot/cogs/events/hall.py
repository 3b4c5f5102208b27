"""Where games and events are put together: the store, what servers set, the rooms, and the tables in service."""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.cogs.events.announcing import Herald
from bot.cogs.events.daily import Daily
from bot.cogs.events.data_room import DataRoom
from bot.cogs.events.departed import departed
from bot.cogs.events.occasion import Said, of_interaction
from bot.cogs.events.patience import in_time
from bot.cogs.events.people_room import PeopleRoom
from bot.cogs.events.pool_room import PoolRoom
from bot.cogs.events.quiz_room import QuizRoom
from bot.cogs.events.release_room import ReleaseRoom
from bot.cogs.events.server_room import ServerRoom
from bot.cogs.events.steward import Steward
from bot.cogs.notices import notice
from bot.community.orders import ReleaseGo
from bot.community.release.programme import editions_to_show
from bot.hosting.host import cancelled
from bot.hosting.servers import Defaults, ServerBook
from bot.hosting.tables import without
from bot.rankings.problems import DataError
from bot.store.failures import StoreError
from bot.store.store import Store
from bot.store.telling import SomebodyForgotten, TablesChanged

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Self

    from bot.cogs.events.presses import Pressed
    from bot.cogs.messenger import Messenger
    from bot.cogs.sharded import ShardedBot
    from bot.hosting.tables import Tables
    from bot.operating.watching import Watch
    from bot.pipeline import Pipeline
    from bot.settings import Settings
    from bot.store.session import Session
    from bot.store.telling import News

log = logging.getLogger(__name__)


class Hall:
    """All that goes on around the questions. `open` it before the doors, `start` it once Discord is there."""

    def __init__(
        self,
        bot: ShardedBot,
        messenger: Messenger,
        settings: Settings,
        store: Store,
        tables: Tables,
        session: Session | None,
    ) -> None:
        self._bot = bot
        self._session = session
        self._shards = bot.held
        self._messenger = messenger
        self._store = store
        self._tables = tables
        self._background: set[asyncio.Task[None]] = set()
        self._taking = asyncio.Lock()
        self._following = False
        self._started: set[int] = set()
        self._closed = False
        holds = self._shards.hold
        self.book = ServerBook(store, Defaults(settings.prefix, settings.reply_style), holds)
        now = discord.utils.utcnow
        self._herald = Herald(bot, store, self.book, self._serves, self._held_back)
        self.quiz = QuizRoom(bot, messenger, store, self.book, lambda: bot.pipeline, now, random.SystemRandom(), holds)
        self.pool = PoolRoom(bot, messenger, store, self.book, lambda: bot.pipeline, now, self._held_back, holds)
        self.release = ReleaseRoom(bot, store, self.book, self, self.pool, self.owns, now, holds)
        self.rooms = (self.quiz, self.pool, self.release)
        self._daily = Daily(store, self.quiz, self._serves, now)
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
    async def open(
        cls,
        bot: ShardedBot,
        messenger: Messenger,
        settings: Settings,
        tables: Tables,
        watch: Watch,
        session: Session | None,
    ) -> Self:
        """Open the store, read what is needed before the first message, and hold back what has its evening before it.

        Raises:
            StoreError: the database cannot be used.
        """
        address = settings.database_url.get_secret_value() if settings.database_url else None
        store = await Store.open(address, timed=watch.timed)
        try:
            hall = cls(bot, messenger, settings, store, tables, session)
            if session is not None:  # before anything is read, so that nothing is missed that changes meanwhile
                session.listen(hall.heard)
            await hall.book.load()
            for room in hall.rooms:
                await room.host.resume()
            bot.pipeline = without(bot.pipeline, await hall.release.withheld())
        except BaseException:
            if session is not None:
                session.listen(None)
            await store.close()
            raise
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

    def _serves(self, server: int) -> bool:
        """Return whether this process is the one that speaks in a server, and can."""
        return self._shards.hold(server) and self._bot.get_guild(server) is not None

    def _held_back(self, server: int, edition: int) -> bool:
        return self.release.holds_back(server, edition)

    def owns(self, person: int) -> bool:
        """Return whether somebody is the bot's owner, or one of the team that is: not who is invited, or only reads."""
        application = self._bot.application
        if application is None:
            return False
        if application.team is not None:
            return any(member.id == person and _works_on_it(member) for member in application.team.members)
        return application.owner.id == person

    def start(self, shard: int) -> None:
        """Let games go on, ask the questions of the day, and tell of what is new, once Discord is there for a shard."""
        if self._closed:
            return
        self._started.add(shard)
        for room in self.rooms:
            room.host.start(lambda server: self._shards.of(server) in self._started)
        self._daily.start()
        self._in_background(self._news())
        self._in_background(self._forget_departed(shard))

    async def close(self) -> None:
        """Let all games rest until the next start; the log says how many."""
        self._closed = True
        resting = self.open_games()
        if self._session is not None:
            self._session.listen(None)
        # All at once: each may be waiting for a database that is silent, until its patience is at an end.
        await asyncio.gather(
            self._daily.close(), cancelled(*self._background), *(room.host.close() for room in self.rooms)
        )
        await self._store.close()
        log.info(
            "Games at rest until the next start: %d (%s)",
            sum(resting.values()), ", ".join(f"{kind}: {number}" for kind, number in resting.items()),
        )  # fmt: skip

    async def reload(self) -> tuple[Pipeline, Pipeline]:
        """Read the tables again and take them into service; return the pipelines before and after.

        Raises:
            DataError: they are unreadable or break a rule; the old ones stay in service.
            StoreError: nobody can know now which edition is withheld; the old ones stay in service.
        """
        read = await self._read_again()
        await self._tell_others()
        return read

    async def _read_again(self) -> tuple[Pipeline, Pipeline]:
        async with self._taking:
            before = self._bot.pipeline
            self._bot.pipeline = after = await self._tables.read(await self.release.withheld())
        self._in_background(self._news())
        return before, after

    async def _tell_others(self) -> None:
        """Have the other processes take the tables into service too, each as they are on its own disk."""
        if self._session is not None:
            with suppress(StoreError):  # a session that is lost ends this process's service, and says so itself
                await self._session.tell(TablesChanged())

    def heard(self, news: News) -> None:
        """See to what another process has changed."""
        match news:
            case SomebodyForgotten(events):
                self._in_background(self._forgotten(events))
            case TablesChanged():
                if not self._following:  # else the tables are about to be read anyway
                    self._following = True
                    self._in_background(self._follow())

    async def _follow(self) -> None:
        """Take the tables into service that another process has, and what it has noted in the evenings played here."""
        async with self._taking:
            self._following = False
        await self.release.host.reload(None)
        await self._log_reading(self._read_again)

    def reload_soon(self) -> None:
        """Read the tables again in the background, for whoever cannot be told what becomes of it but by the log."""
        self._in_background(self._log_reading(self.reload))

    async def _log_reading(self, reading: Callable[[], Awaitable[tuple[Pipeline, Pipeline]]]) -> None:
        try:
            before, after = await reading()
        except (DataError, StoreError) as error:
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
                after = await self._tables.read(await self.release.withheld(after=edition))
            if edition not in editions_to_show(after.rankings):
                raise LookupError(edition)
            if not wanted():
                return None
            self._bot.pipeline = after
            await self.release.made_public(after.rankings.newest.year)
        await self._tell_others()
        self._in_background(self._news(evening=channel))
        return after

    def unveil(self, channel: int) -> None:
        """Tell what waited until number one was shown in a channel."""
        self._in_background(self._news(evening=channel))

    async def pressed(self, interaction: discord.Interaction, pressed: Pressed) -> None:
        """See to a press of a game's button, or to a form that was sent."""
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

    async def _forget_departed(self, shard: int) -> None:
        """Forget the servers of a shard, which is ready, that removed the bot while it was not connected."""
        try:
            known = await self._store.servers.known()
        except StoreError:
            log.exception("Which servers removed the bot is not known; the next start looks again")
            return
        theirs = [server for server in known if self._shards.hold(server) and self._shards.of(server) == shard]
        for server in await departed(self._bot, theirs):
            log.info("Server %s removed the bot while it was away; what was kept of it is deleted", server)
            await self.remove(server)

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

    async def _forgotten(self, events: frozenset[int] | None, person: int | None = None) -> None:
        self.pool.forget(person)
        for room in self.rooms:
            await room.host.reload(events)


def _works_on_it(member: discord.TeamMember) -> bool:
    """Source: Discord's documentation, “Teams”, on membership states and on what each role may do."""
    accepted = member.membership_state is discord.TeamMembershipState.accepted
    return accepted and member.role is not discord.TeamMemberRole.read_only
