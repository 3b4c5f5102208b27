"""The one way through for orders: may this be ordered here, and by whom; then the room that sees to it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.cogs.events.occasion import Said
from bot.cogs.events.rights import refusal
from bot.cogs.notices import notice
from bot.community import orders
from bot.replies.composing.orders import compose_usage
from bot.store.failures import StoreError

if TYPE_CHECKING:
    import discord

    from bot.cogs.events.daily import Daily
    from bot.cogs.events.data_room import DataRoom
    from bot.cogs.events.occasion import Occasion
    from bot.cogs.events.people_room import PeopleRoom
    from bot.cogs.events.pool_room import PoolRoom
    from bot.cogs.events.quiz_room import QuizRoom
    from bot.cogs.events.release_room import ReleaseRoom
    from bot.cogs.events.server_room import ServerRoom
    from bot.community.orders import Order
    from bot.hosting.servers import ServerBook
    from bot.replies.reply import Reply

log = logging.getLogger(__name__)


class Steward:
    """Has orders carried out, whatever door they came by."""

    def __init__(
        self,
        client: discord.Client,
        book: ServerBook,
        quiz: QuizRoom,
        daily: Daily,
        pool: PoolRoom,
        release: ReleaseRoom,
        servers: ServerRoom,
        people: PeopleRoom,
        data: DataRoom,
    ) -> None:
        self._client = client
        self._book = book
        self._quiz = quiz
        self._daily = daily
        self._pool = pool
        self._release = release
        self._servers = servers
        self._people = people
        self._data = data

    def has_to_work(self, order: Order, occasion: Occasion) -> bool:
        """Return whether an order has to work at once, however much is asked: it stops something, and they may."""
        return isinstance(order, orders.STOPPING) and self._refusal(order, occasion) is None

    def _refusal(self, order: Order, occasion: Occasion) -> Reply | None:
        server = occasion.server or 0
        member = self._client.get_guild(server) is not None
        return refusal(order, occasion, self._book.of(server), member=member)

    async def carry_out(self, order: Order, occasion: Occasion, *, shielded: bool) -> Said:
        """Carry out an order and return what is said to it; `shielded` is where only its author sees the reply."""
        refused = self._refusal(order, occasion)
        if refused is not None:
            return Said(refused, private=True)
        try:
            return await self._seen_to(order, occasion, shielded=shielded)
        except StoreError as error:
            log.warning("%s could not be kept: %r", type(order).__name__, error)
            return Said(notice("event.not_kept"), private=True)

    async def _seen_to(self, order: Order, occasion: Occasion, *, shielded: bool) -> Said:
        match order:
            case orders.Usage(about, wrong):
                return Said(compose_usage(about, wrong))
            case orders.MyData():
                return await self._people.show(occasion, shielded=shielded)
            case orders.ForgetMe():
                return await self._people.forget(occasion)
            case orders.DataReload():
                return await self._data.reload(occasion)
            case _:
                assert occasion.server is not None, "all other orders are refused outside servers"
                return await self._in_server(order, occasion, occasion.server)

    async def _in_server(self, order: Order, occasion: Occasion, server: int) -> Said:
        match order:
            case orders.QuizStart() | orders.QuizStop() | orders.QuizSkip() | orders.QuizScore():
                return await self._quiz.see_to(order, occasion, server)
            case orders.QuizDaily():
                return await self._daily.see_to(order, occasion, server)
            case (
                orders.PoolOpen()
                | orders.PoolMove()
                | orders.PoolState()
                | orders.PoolEntries()
                | orders.PoolResults()
                | orders.PoolCancel()
            ):
                return await self._pool.see_to(order, occasion, server)
            case orders.ReleaseRehearse() | orders.ReleaseArm() | orders.ReleaseGo() | orders.ReleaseStop():
                return await self._release.see_to(order, occasion, server)
            case orders.SettingsShow():
                return await self._servers.show(server)
            case orders.SettingsChange():
                return await self._servers.change(order, server)
            case orders.Announce():
                return await self._servers.announce(order, occasion)
            case orders.AnnounceOff():
                return await self._servers.announce_off(occasion)
            case orders.Usage() | orders.MyData() | orders.ForgetMe() | orders.DataReload():
                raise AssertionError("orders that need no server are seen to before")
