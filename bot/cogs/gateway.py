"""What discord.py's side of the gateway does not survive: frames that cannot be read, and events that make no sense.

It would end the client with a traceback. A frame that cannot be read is asked for again, by resuming; an event that
can be read and not understood would come back the same, and is left out.
"""

from __future__ import annotations

import json
import logging
import zlib
from typing import Any, ClassVar

from discord.gateway import DiscordWebSocket, ReconnectWebSocket

log = logging.getLogger(__name__)

UNREADABLE = (json.JSONDecodeError, UnicodeDecodeError, zlib.error)
NOT_UNDERSTOOD = (KeyError, ValueError, TypeError, AttributeError, IndexError)


class Socket(DiscordWebSocket):
    """A connection that outlives what Discord should not have sent."""

    _stumbled: ClassVar[dict[int | None, tuple[str | None, int | None]]] = {}
    """Where each shard last met a frame that it could not read: in which session, after which event."""

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
