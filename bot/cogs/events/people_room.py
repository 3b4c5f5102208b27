"""What is kept about a person: shown to them alone, and deleted when they say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cogs.events.occasion import Said
from bot.cogs.notices import notice, told
from bot.replies.composing.orders import compose_kept

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.cogs.events.occasion import Occasion
    from bot.store.store import Store


class PeopleRoom:
    """Answers `mydata` and `forget me`. `forgotten` is told in which games somebody was."""

    def __init__(self, store: Store, forgotten: Callable[[frozenset[int]], Awaitable[None]]) -> None:
        self._store = store
        self._forgotten = forgotten

    async def show(self, occasion: Occasion, *, shielded: bool) -> Said:
        """Show somebody what is kept about them, if nobody else sees the reply.

        Raises:
            StoreError: it cannot be read now.
        """
        if not shielded:
            return Said(notice("people.privately"))
        return Said(compose_kept(await self._store.people.everything(occasion.person), occasion.server), private=True)

    async def forget(self, occasion: Occasion) -> Said:
        """Delete what is kept about somebody, in the store and in the games being played.

        Raises:
            StoreError: it cannot be deleted now, and nothing of it was.
        """
        gone = await self._store.people.forget(occasion.person)
        await self._forgotten(frozenset(gone.events))
        return Said(told("people.forgotten" if gone else "people.nothing_to_forget"), private=True)
