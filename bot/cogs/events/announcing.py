"""New editions, announced once in every channel that asked for it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.cogs.events.posting import Undeliverable, post
from bot.hosting.host import NotPosted
from bot.questions.queries import Movers, Newcomers, Who
from bot.replies.composing.orders import compose_new_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

    from bot.hosting.servers import ServerBook
    from bot.pipeline import Pipeline
    from bot.replies.reply import Reply
    from bot.store.records import OptIn
    from bot.store.store import Store

log = logging.getLogger(__name__)

AT_ONCE = 10
"""So many channels are told at a time: one that does not answer holds up none of the others."""

ATTEMPTS = 5
FIRST_WAIT = 2.0
"""A channel is tried so often, after twice as many seconds each time."""


class Herald:
    """Announces editions in the channels of the servers that this process speaks in."""

    def __init__(
        self,
        client: discord.Client,
        store: Store,
        book: ServerBook,
        serves: Callable[[int], bool],
        held_back: Callable[[int, int], bool],
    ) -> None:
        """`serves` says whether this process speaks in a server.

        `held_back` says of a server and an edition whether its evening has to come to number one first.
        """
        self._client = client
        self._store = store
        self._book = book
        self._serves = serves
        self._held_back = held_back
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._announcing = asyncio.Lock()

    async def announce(self, pipeline: Pipeline, *, but_not_in: int | None = None) -> int:
        """Announce the newest edition in every channel that does not know of it yet; return in how many.

        `but_not_in` is a channel that knows already.

        Raises:
            StoreError: it cannot be kept what was announced somewhere; everybody was seen to, and nothing goes on.
        """
        async with self._announcing:  # else two rounds at once would both tell who is last in the list
            return await self._announced(pipeline, but_not_in)

    async def _announced(self, pipeline: Pipeline, but_not_in: int | None) -> int:
        year = pipeline.rankings.newest.year
        known = await self._store.announcements.told(year)
        wanted = [
            channel
            for channel in await self._store.channels.all("editions")
            if channel.channel not in known
            and self._serves(channel.server)
            and not self._held_back(channel.server, year)
        ]
        if not wanted:
            return 0
        reply = new_edition(pipeline)
        telling = (self._tell(channel, year, reply, but_not_in) for channel in wanted)
        told = await asyncio.gather(*telling, return_exceptions=True)  # what is being posted is not broken off
        for each in told:
            if isinstance(each, BaseException):
                raise each
        return told.count(True)

    async def _tell(self, channel: OptIn, year: int, reply: Reply, but_not_in: int | None) -> bool:
        """Announce in one channel, and note that it knows; return whether anything was posted."""
        posts = channel.channel != but_not_in
        async with self._at_once:
            if posts and not await self._told(channel, year, reply):
                return False
            await self._store.announcements.note(year, channel.channel)
        return posts

    async def _told(self, channel: OptIn, edition: int, reply: Reply) -> bool:
        """Announce in one channel; one that is gone is forgotten, and that is logged once."""
        style = self._book.style(channel.server)
        for attempt in range(ATTEMPTS):
            try:
                await post(self._client, channel, f"edition {edition}", reply, style, role=channel.role)
            except NotPosted:
                await asyncio.sleep(FIRST_WAIT * 2**attempt)
            except Undeliverable as error:
                log.warning("No more announcements in channel %s: %s", channel.channel, error.reason)
                await self._store.channels.unsubscribe(channel.channel, "editions")
                return False
            else:
                return True
        log.warning("Edition %s could not be announced in channel %s", edition, channel.channel)
        return False


def new_edition(pipeline: Pipeline) -> Reply:
    """Return the announcement of the newest edition: number one, the largest climb, the newcomers, where known."""
    year = pipeline.rankings.newest.year
    asked = (Who(1, year), Movers(count=1, edition=year), Newcomers(edition=year))
    replies = [pipeline.answer(query).pages[0] for query in asked]
    headlines = [reply for reply in replies if reply.status is Status.ANSWERED]
    return compose_new_edition(pipeline.rankings.newest, headlines)
