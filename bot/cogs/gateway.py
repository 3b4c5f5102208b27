"""What discord.py's side of the gateway does not survive: frames that cannot be read, and events that make no sense.

It would end the client with a traceback. A frame that cannot be read is asked for again, by resuming; an event that
can be read and not understood would come back the same, and is left out.
"""

from __future__ import annotations

import asyncio
import json
import logging
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from discord.gateway import DiscordWebSocket, ReconnectWebSocket

if TYPE_CHECKING:
    from typing import Self

    import discord

log = logging.getLogger(__name__)

UNREADABLE = (json.JSONDecodeError, UnicodeDecodeError, zlib.error)
NOT_UNDERSTOOD = (KeyError, ValueError, TypeError, AttributeError, IndexError)

FAREWELL = 2.0
"""Seconds in which the gateway has to agree that a connection ends."""


class Socket(DiscordWebSocket):
    """A connection that outlives what Discord should not have sent."""

    _stumbled: ClassVar[dict[int | None, tuple[str | None, int | None]]] = {}
    """Where each shard last met a frame that it could not read: in which session, after which event."""

    @classmethod
    async def from_client(cls, client: discord.Client, **options: Any) -> Self:
        """Connect.

        Raises:
            ConnectionResetError: Discord hung up before a new session could begin. discord.py 2.7.1 (`shard.py`,
                `Shard.reconnect`) ends the client if it is asked there to connect again, and waits after this.
            ReconnectWebSocket: it did so before a session could be resumed.
        """
        try:
            return await super().from_client(client, **options)
        except ReconnectWebSocket as error:
            if options.get("resume"):
                raise
            raise ConnectionResetError("Discord hung up before a session began") from error

    async def identify(self) -> None:
        """Begin a session; if that is broken off while it waits for its turn, hang up, so that no heart beats on."""
        try:
            await super().identify()
        except BaseException:
            await self.close()
            raise

    async def close(self, code: int = 4000) -> None:
        """Hang up; a gateway that says nothing to that, as one out of reach, is not waited for as long as 30 s."""
        with suppress(TimeoutError):
            await asyncio.wait_for(super().close(code), FAREWELL)

    async def received_message(self, msg: Any, /) -> None:
        """Take a frame in.

        Raises:
            ReconnectWebSocket: the session is to be resumed, or begun anew if the same frame was unreadable before.
        """
        try:
            await super().received_message(msg)
        except UNREADABLE as error:
            place = self.session_id, self.sequence
            again = self._stumbled.get(self.shard_id) == place
            self._stumbled[self.shard_id] = place
            log.warning("Discord sent what cannot be read (%s); connecting again", error)
            await self.close()
            raise ReconnectWebSocket(self.shard_id, resume=not again) from None
        except NOT_UNDERSTOOD as error:
            log.warning("An event that Discord sent makes no sense, and is left out: %r", error)
