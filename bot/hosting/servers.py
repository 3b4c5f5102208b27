"""What each server has set, at hand without asking the store: every message is looked at with its server's prefix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.hosting.shards import everywhere
from bot.settings import ReplyStyle
from bot.store.records import ServerSettings

if TYPE_CHECKING:
    from bot.hosting.shards import Holds
    from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a server has set nothing, and in direct messages."""

    prefix: str
    style: ReplyStyle


class ServerBook:
    """The settings of all servers of this process that changed any.

    `load` reads them once, and every change goes to the store. `holds` says which servers are this process's.
    """

    def __init__(self, store: Store, defaults: Defaults, holds: Holds = everywhere) -> None:
        self._store = store
        self._defaults = defaults
        self._holds = holds
        self._changed: dict[int, ServerSettings] = {}

    async def load(self) -> None:
        """Read what the servers have set.

        Raises:
            StoreError: it cannot be read now.
        """
        self._changed = {each.server: each for each in await self._store.servers.all() if self._holds(each.server)}

    def of(self, server: int) -> ServerSettings:
        """Return what a server has set; None in a field means that it has not."""
        return self._changed.get(server) or ServerSettings(server)

    def prefix(self, server: int | None) -> str:
        """Return what a question must begin with in a server."""
        changed = self._changed.get(server) if server is not None else None
        return (changed and changed.prefix) or self._defaults.prefix

    def style(self, server: int | None) -> ReplyStyle:
        """Return how replies look in a server."""
        changed = self._changed.get(server) if server is not None else None
        return ReplyStyle(changed.style) if changed and changed.style else self._defaults.style

    async def put(self, settings: ServerSettings) -> None:
        """Keep what a server has set.

        Raises:
            StoreError: it cannot be kept now.
        """
        await self._store.servers.put(settings)
        self._changed[settings.server] = settings

    async def remove(self, server: int) -> None:
        """Forget everything that is kept of a server.

        Raises:
            StoreError: it cannot be deleted now.
        """
        await self._store.servers.remove(server)
        self._changed.pop(server, None)
