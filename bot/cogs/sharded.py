"""The client's shards: which are this process's, which are connected, and when each may identify itself."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, TypeVar

import aiohttp
import discord

from bot.cogs.backoff import Backoff
from bot.cogs.options import AnsweringBot
from bot.hosting.shards import Shards
from bot.store.failures import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import yarl

    from bot.settings import Settings
    from bot.store.session import Session
    from bot.store.turns import Turn

log = logging.getLogger(__name__)

IDENTIFY_PAUSE = 5.5
"""Seconds between two identifies of a bucket: 5 by Discord's documentation, and some for the way there."""

CONNECTING = 60.0
"""Seconds that one attempt to reach the gateway may take."""

UNREACHED = (OSError, aiohttp.ClientError, discord.GatewayNotFound)

_Result = TypeVar("_Result")


class ShardedBot(AnsweringBot):
    """Connects the shards that are this process's, one after another.

    `session` is what ties it to other processes that serve other shards; without one, it is the only one.
    """

    def __init__(self, settings: Settings, session: Session | None, **options: Any) -> None:
        if settings.shard_ids is not None:
            options["shard_ids"] = list(settings.shard_ids)
        super().__init__(shard_count=settings.shards, shard_connect_timeout=None, **options)
        self._held: Shards | None = None
        self._settings = settings
        self._session = session
        self._turns: dict[int, Turn | None] = {}
        self._connected: set[int] = set()
        self.sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
        # discord.py waits 5 s and tries again, deeper in its stack each time; and a connection that it cannot restore
        # at the first attempt it does not resume but begins anew, without what was said meanwhile.
        self._reach = self.http.ws_connect
        self.http.ws_connect = self._reached

    @property
    def held(self) -> Shards:
        """The shards of this process, once they are settled."""
        assert self._held is not None
        return self._held

    async def settle_shards(self) -> None:
        """Have as many shards as Discord advises, unless a number is set.

        Raises:
            discord.GatewayNotFound: Discord does not say how many.
        """
        count = self._settings.shards
        if count is None:
            count, _, _ = await self.http.get_bot_gateway()
        self.shard_count = count
        self._held = Shards(count, frozenset(self._settings.shard_ids or range(count)))

    def may_serve(self) -> bool:
        """Return whether the shards are certainly this process's now; not if it stood still until another has them."""
        return self._session is None or self._session.alive()

    def shards_connected(self) -> dict[int, bool]:
        """Return the shards of this process, and whether each is connected and ready."""
        if self._held is None or self.is_closed():
            return {}
        there = self.shards
        return {
            each: each in self._connected and each in there and not there[each].is_closed()
            for each in sorted(self._held.ids)
        }

    def shards_waited_for(self) -> int:
        """Return 0: what is this process's, it has."""
        return 0

    def gateway_latencies(self) -> dict[int, float]:
        """Return the seconds between heartbeat and answer, by shard, of those that are connected."""
        there = self.shards
        return {each: there[each].latency for each, connected in self.shards_connected().items() if connected}

    async def on_shard_ready(self, shard: int) -> None:
        """Note that a shard is connected, and knows its servers."""
        self._connected.add(shard)

    async def on_shard_resumed(self, shard: int) -> None:
        """Note and log that a shard is connected again."""
        self._connected.add(shard)
        log.info("Connected again, and told what was missed (shard %d)", shard)

    async def on_shard_disconnect(self, shard: int) -> None:
        """Note and log that a shard hears nothing; discord.py connects it again."""
        self._connected.discard(shard)
        log.info("The connection to Discord is lost (shard %d)", shard)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Connect all shards and stay connected; whoever cancels this then closes the client, as `async with` does.

        discord.py 2.7.1 does not notice that it is cancelled while it restores a shard's connection, but it notices
        that it is closed.
        """
        connecting = asyncio.create_task(super().connect(reconnect=reconnect), name="gateway")
        try:
            await asyncio.wait((connecting,))
        finally:
            connecting.cancel()
        connecting.result()

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard for the first time; first its turn is waited for, with no connection that would time out."""
        if shard_id not in self._turns:
            self._turns[shard_id] = await self._patiently(lambda: self._turn(shard_id), None)
        await super().launch_shard(gateway, shard_id, initial=initial)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait until a shard may identify itself, and begin the pause after it."""
        shard = shard_id or 0
        turn = self._turns.pop(shard) if shard in self._turns else await self._turn(shard)
        if turn is None:
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await turn.use(IDENTIFY_PAUSE)

    async def _reached(self, url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        """Reach the gateway, however long that takes; a turn that cannot be used meanwhile is another process's."""

        async def attempt() -> aiohttp.ClientWebSocketResponse:
            try:
                return await self._reach(url, compress=compress)
            except UNREACHED:
                while self._turns:
                    _, turn = self._turns.popitem()
                    if turn is not None:
                        await turn.close()
                raise

        return await self._patiently(attempt)

    async def _patiently(
        self, attempt: Callable[[], Awaitable[_Result]], seconds: float | None = CONNECTING
    ) -> _Result:
        """Try again and again, less and less often, while Discord cannot be reached; one attempt may take `seconds`."""
        backoff = Backoff(self.sleep)
        while True:
            try:
                return await asyncio.wait_for(attempt(), seconds)
            except UNREACHED as error:
                await backoff.wait(error)

    async def _turn(self, shard: int) -> Turn | None:
        """Wait until Discord allows another identify; return the turn at it among all processes, if there are others.

        Raises:
            OSError: it cannot be had, and is tried again as a connection that failed.
            discord.GatewayNotFound: Discord does not say what it allows.
        """
        while (limits := await self.fetch_session_start_limits()).remaining == 0:
            seconds = max(1.0, limits.reset_after / 1_000)
            log.error("Discord allows no more identifies for %.0f s; shard %d waits so long", seconds, shard)
            await asyncio.sleep(seconds)
        if self._session is None:
            return None
        try:
            return await self._session.turns.take(f"clusterbot identify {shard % limits.max_concurrency}")
        except StoreError as error:
            raise OSError(str(error)) from error
