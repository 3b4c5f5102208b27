"""What is kept about a person: shown to them alone, and deleted when they say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cogs.events.occasion import Said
from bot.cogs.events.quiz_room import KIND as QUIZ
from bot.cogs.notices import notice, told
from bot.replies.cards import as_card
from bot.replies.composing.orders import Record, compose_kept
from bot.replies.plain import as_text
from bot.replies.safety import quote
from bot.store.failures import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import discord

    from bot.cogs.events.occasion import Occasion
    from bot.store.records import Kept
    from bot.store.store import Store


class PeopleRoom:
    """Answers `mydata` and `forget me`. `forgotten` is told in which games somebody was, or None, and who they are."""

    def __init__(
        self, client: discord.Client, store: Store, forgotten: Callable[[frozenset[int] | None, int], Awaitable[None]]
    ) -> None:
        self._client = client
        self._store = store
        self._forgotten = forgotten

    async def show(self, occasion: Occasion, *, shielded: bool) -> Said:
        """Show somebody what is kept about them, if nobody else sees the reply.

        Raises:
            StoreError: it cannot be read now.
        """
        if not shielded:
            return Said(notice("people.privately"))
        kept = await self._store.people.everything(occasion.person)
        return Said(compose_kept([self._record(each) for each in kept]), private=True)

    async def forget(self, occasion: Occasion) -> Said:
        """Delete what is kept about somebody, in the store, in the games being played and among replies made before.

        Raises:
            StoreError: it cannot be deleted now, or nobody can know whether it was; either all of it was, or nothing.
        """
        try:
            gone = await self._store.people.forget(occasion.person)
        except StoreError:
            await self._forgotten(None, occasion.person)
            raise
        await self._forgotten(frozenset(gone.events), occasion.person)
        as_card.cache_clear()  # replies made before may name them
        as_text.cache_clear()
        known = gone.events or gone.ratings
        return Said(told("people.forgotten" if known else "people.nothing_to_forget"), private=True)

    def _record(self, kept: Kept) -> Record:
        guild = self._client.get_guild(kept.server)
        return Record(
            server=quote(guild.name) if guild is not None else str(kept.server),
            games=len(kept.events),
            actions=sum(len(played.actions) for played in kept.events),
            points=sum(played.points or 0 for played in kept.events if played.event.kind == QUIZ),
            rating=kept.rating.value if kept.rating is not None else None,
        )
