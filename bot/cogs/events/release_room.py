"""Release nights on Discord: orders, posts, the scheduled event, and the moment when new data comes into service."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

import discord

from bot.cogs.events.occasion import Said
from bot.cogs.events.posting import Reason, Undeliverable, post
from bot.cogs.events.presses import Press, buttons
from bot.cogs.notices import notice as sentence
from bot.cogs.repeating import is_discords
from bot.community import orders
from bot.community.release.actions import (
    Abandoned,
    Action,
    Armed,
    Confirmed,
    Gone,
    Posted,
    Public,
    Rehearsed,
    Stopped,
    SwapFailed,
    SwapFault,
    Tick,
)
from bot.community.release.actions import Reason as Ended
from bot.community.release.night import Night, Notice, Phase, Refused, Shown
from bot.community.release.programme import edition_to_rehearse, editions_to_show, programme
from bot.community.release.rules import ReleaseNight, Told
from bot.community.release.scenes import Single
from bot.community.times import TimeProblem, read_time
from bot.hosting.host import Host
from bot.rankings.problems import DataError
from bot.replies.composing.pool_refusals import compose_time_problem
from bot.replies.composing.release import compose_notice, compose_told
from bot.replies.wording.catalogue import say
from bot.store.failures import AlreadyOpen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.cogs.events.occasion import Occasion
    from bot.cogs.events.pool_room import PoolRoom
    from bot.community.orders import Order
    from bot.hosting.host import Playing
    from bot.hosting.servers import ServerBook
    from bot.hosting.shards import Holds
    from bot.pipeline import Pipeline
    from bot.store.records import Event
    from bot.store.store import Store

log = logging.getLogger(__name__)

KIND = "release"

EVENING = timedelta(hours=2)
"""How long the scheduled event lasts: Discord wants an end for one outside of voice channels."""

SHOWN_WITH_POOL = 5
"""From this rank down to number one, the pool's standings come with the countdown."""

_ENDED = {
    Reason.CHANNEL_GONE: Ended.CHANNEL_GONE,
    Reason.FORBIDDEN: Ended.NOT_ALLOWED,
    Reason.REFUSED: Ended.NOT_ALLOWED,
}


class Service(Protocol):
    """What an evening needs of the tables in service."""

    @property
    def pipeline(self) -> Pipeline:
        """Return the pipeline in service."""
        ...

    async def go_live(self, edition: int, channel: int, wanted: Callable[[], bool]) -> Pipeline | None:
        """Take the tables into service that hold an edition, and return the pipeline over them.

        `wanted` is asked at the last moment: if it says no, the old tables stay, and None is returned.

        Raises:
            DataError: they break a rule.
            LookupError: they hold no ranks of the edition.
        """
        ...

    def unveil(self, channel: int) -> None:
        """Tell what waited until number one was shown in a channel."""
        ...


class ReleaseRoom:
    """Sees to orders around release nights, and is the stagehand of all of them."""

    def __init__(
        self,
        client: discord.Client,
        store: Store,
        book: ServerBook,
        service: Service,
        pools: PoolRoom,
        owns: Callable[[int], bool],
        now: Callable[[], datetime],
        holds: Holds,
    ) -> None:
        self._client = client
        self._book = book
        self._service = service
        self._pools = pools
        self._owns = owns
        self._now = now
        self._confirming = asyncio.Lock()
        self._unveiled: set[int] = set()
        self.host: Host[Night, Action, Notice] = Host(KIND, ReleaseNight(), store, self, now, holds=holds)

    async def see_to(self, order: Order, occasion: Occasion, server: int) -> Said:
        """Carry an order out, or say why not.

        Raises:
            StoreError: it could not be kept.
        """
        if not occasion.may_post and isinstance(order, orders.ReleaseArm | orders.ReleaseRehearse):
            return Said(sentence("event.cannot_write"), private=True)
        match order:
            case orders.ReleaseRehearse():
                return await self._rehearse(order, occasion, server)
            case orders.ReleaseArm():
                return await self._arm(order, occasion, server)
            case orders.ReleaseGo():
                playing = self._of(server)
                return Said(sentence("release.none")) if playing is None else await self._confirmed(occasion, playing)
            case orders.ReleaseStop():
                both = (self._of(server, rehearsal=True), self._of(server))
                known = [each for each in both if each is not None]
                here = [each for each in known if each.event.channel == occasion.channel]
                playing = next(iter(here or known), None)
                if playing is None:
                    return Said(sentence("release.none"))
                said = self._said(await self.host.act(playing, Stopped(occasion.person)), playing)
                await self._unschedule(server, playing.state)
                return said
            case _:
                raise AssertionError(f"{order} is no order for a release night")

    async def withheld(self, after: int = 0) -> int | None:
        """Return the oldest edition that is armed by the bot's owner and has not gone out yet, if there is one.

        Only editions after one are looked at, in the evenings of all processes. One that is just going out, because two
        have confirmed, is not withheld.

        Raises:
            StoreError: the evenings of other processes cannot be read now.
        """
        armed = [
            playing.state.edition
            for playing in (*self.host, *await self.host.elsewhere())
            if playing.state.phase is Phase.ARMED
            and playing.state.edition > after
            and not playing.state.known
            and self._owns(playing.state.armed_by)
            and not self._going_out(playing.state)
        ]
        return min(armed, default=None)

    def holds_back(self, server: int, edition: int) -> bool:
        """Return whether the evening of an edition is about to begin in a server, or on and not yet at number one.

        Until then nothing else may tell there what came of it.
        """
        playing = self._of(server)
        if playing is None or playing.state.edition != edition:
            return False
        night = playing.state
        to_come = night.scenes[night.shown :] if night.phase is Phase.SHOWING else ()
        return night.agreed or any(isinstance(scene, Single) and scene.rank == 1 for scene in to_come)

    def tick(self) -> Action:
        """Return the action of passing time."""
        return Tick()

    async def note(self, event: Event, state: Night) -> None:
        """Put the data in service once two have agreed; tell the pool when number one is out."""
        playing = self.host.get(event.id)
        if playing is not None and self._going_out(state):
            await self._swap(playing)
        elif not state.rehearsal and state.begun and not self.holds_back(event.server, state.edition):
            await self._pools.settle(event.server)
            if event.id not in self._unveiled:
                self._unveiled &= {each.event.id for each in self.host}  # some ended with their servers
                self._unveiled.add(event.id)
                self._service.unveil(event.channel)
        if state.phase is Phase.OVER:
            self._unveiled.discard(event.id)

    async def made_public(self, edition: int) -> None:
        """Note in all evenings of an edition or an older one that it is in service, and not to be withheld any more.

        So for the evenings of other processes, which read their logs again once they are told of new tables.

        Raises:
            StoreError: it could not be kept.
        """
        for playing in (*self.host, *await self.host.elsewhere()):
            if playing.state.edition <= edition:
                await self.host.act(playing, Public())

    async def post(self, event: Event, state: Night, notice: Notice, /) -> Action:
        """Post a notice of an evening.

        Raises:
            NotPosted: that failed, and is worth another attempt.
        """
        rankings = self._service.pipeline.rankings
        try:
            reply = compose_notice(notice, state, rankings, self._extra(event, state, notice))
        except KeyError:
            return Abandoned(Ended.EDITION_GONE)
        try:
            message = await post(self._client, event, f"{event.id} {notice.key}", reply, self._book.style(event.server))
        except Undeliverable as error:
            if isinstance(notice, Refused):
                log.warning("Nobody could be told that the tables were refused: %s", error.reason)
                return Posted(notice.key, 0)
            log.warning("The evening of %s in channel %s is off: %s", state.edition, event.channel, error.reason)
            return Abandoned(_ENDED[error.reason])
        return Posted(notice.key, message.id)

    def _extra(self, event: Event, state: Night, notice: Notice) -> tuple[str, ...]:
        """Return the pool's standings so far, under the last ranks of a countdown that is no rehearsal."""
        if state.rehearsal or not isinstance(notice, Shown) or not isinstance(notice.scene, Single):
            return ()
        if notice.scene.rank > SHOWN_WITH_POOL:
            return ()
        return self._pools.so_far(event.server, state.edition, notice.scene.rank)

    async def _rehearse(self, order: orders.ReleaseRehearse, occasion: Occasion, server: int) -> Said:
        rankings = self._service.pipeline.rankings
        edition = order.edition or edition_to_rehearse(rankings)
        if edition not in editions_to_show(rankings):
            return Said(sentence("release.not_held", edition=edition))
        opening = Rehearsed(occasion.person, edition, programme(rankings, edition), order.pause, order.spoiler)
        try:
            playing = await self.host.open(server, occasion.channel, f"rehearsal {server}", opening)
        except AlreadyOpen:
            return Said(sentence("release.rehearsing_already"))
        return Said(compose_told(Told.REHEARSING, playing.state))

    async def _arm(self, order: orders.ReleaseArm, occasion: Occasion, server: int) -> Said:
        rankings = self._service.pipeline.rankings
        if order.edition <= rankings.newest.year and order.edition not in editions_to_show(rankings):
            return Said(sentence("release.not_held", edition=order.edition))
        planned = None
        if order.at:
            read = read_time(order.at, self._now())
            if isinstance(read, TimeProblem):
                return Said(compose_time_problem(read))
            planned = read
        known = order.edition <= self._service.pipeline.rankings.newest.year
        opening = Armed(occasion.person, order.edition, planned, order.pause, order.spoiler, known)
        try:
            playing = await self.host.open(server, occasion.channel, str(server), opening)
        except AlreadyOpen:
            return Said(sentence("release.armed_already"))
        reply = compose_told(Told.ARMED, playing.state)
        if planned is not None:
            scheduled = await self._schedule(server, occasion.channel, order.edition, planned)
            reply = replace(reply, notes=(*reply.notes, say(scheduled)))
        return Said(reply)

    async def _schedule(self, server: int, channel: int, edition: int, planned: datetime) -> str:
        """Create Discord's scheduled event; return the key of what is said of it."""
        guild = self._client.get_guild(server)
        if guild is None or not (guild.me.guild_permissions.create_events or guild.me.guild_permissions.manage_events):
            return "release.no_event"
        try:
            await guild.create_scheduled_event(
                name=say("release.event_name", edition=edition),
                description=say("release.event_description", edition=edition),
                start_time=planned,
                end_time=planned + EVENING,
                entity_type=discord.EntityType.external,
                privacy_level=discord.PrivacyLevel.guild_only,
                location=f"<#{channel}>",
            )
        except Exception as error:
            if not is_discords(error):
                raise
            log.warning("Could not create the scheduled event: %r", error)
            return "release.no_event"
        return "release.event_created"

    async def _unschedule(self, server: int, night: Night) -> None:
        """Delete the scheduled event of an evening that was called off before it began."""
        guild = self._client.get_guild(server)
        if guild is None or night.planned is None or night.begun or night.phase is not Phase.STOPPED:
            return
        name = say("release.event_name", edition=night.edition)
        try:
            for event in await guild.fetch_scheduled_events(with_counts=False):
                if event.creator_id == guild.me.id and (event.name, event.start_time) == (name, night.planned):
                    await event.delete()
        except Exception as error:
            if not is_discords(error):
                raise
            log.warning("Could not delete the scheduled event: %r", error)

    async def _confirmed(self, occasion: Occasion, playing: Playing[Night]) -> Said:
        """Take a confirmation; where new data is to come into service, one of the two must be the bot's owner."""
        async with self._confirming:  # two who confirm at the same moment are still a first and a second
            state = playing.state
            new = state.edition > self._service.pipeline.rankings.newest.year
            last = bool(state.confirmations) and state.confirmations[0].person != occasion.person
            if new and last and not any(map(self._owns, (occasion.person, state.confirmations[0].person))):
                return Said(sentence("release.needs_owner"))
            return self._said(await self.host.act(playing, Confirmed(occasion.person)), playing)

    async def _swap(self, playing: Playing[Night]) -> None:
        """Close the pool, put the new data in service and begin; or note that it was refused, which is then said."""
        event, edition = playing.event, playing.state.edition
        await self._pools.lock(event.server, edition, playing.state.confirmations[-1].person)
        try:
            pipeline = await self._service.go_live(edition, event.channel, lambda: self._going_out(playing.state))
        except DataError as error:
            log.error("The tables for the evening of %s were refused: %s", edition, error)
            await self.host.act(playing, SwapFailed(SwapFault.BAD_DATA))
        except LookupError:
            await self.host.act(playing, SwapFailed(SwapFault.EDITION_MISSING))
        else:
            if pipeline is not None:
                await self.host.act(playing, Gone(programme(pipeline.rankings, edition)))

    def _going_out(self, night: Night) -> bool:
        """Return whether two have confirmed, and not so long ago that it no longer counts, as after a long absence."""
        return night.agreed and night.lapses is not None and self._now() < night.lapses

    def _of(self, server: int, *, rehearsal: bool = False) -> Playing[Night] | None:
        return self.host.on(f"rehearsal {server}" if rehearsal else str(server))

    def _said(self, told: object, playing: Playing[Night]) -> Said:
        assert isinstance(told, Told | SwapFault)
        ways = None
        if told is Told.ONE_MORE:
            ways = buttons(Press(say("release.confirm"), f"{KIND}:{playing.event.id}:go", primary=True))
        return Said(compose_told(told, playing.state), ways=ways)
