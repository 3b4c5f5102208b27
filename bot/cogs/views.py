"""Buttons that only the person who asked may press, and which of them are still alive."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

import discord

from bot.cogs.notices import notice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.cogs.messenger import Messenger

    Admits = Callable[[discord.Interaction], Awaitable[bool]]

OPEN_SECONDS = 300.0
"""Buttons are disabled so long after they were last pressed."""

OPEN_LIMIT = 500
"""So many messages have live buttons at once; the oldest give way."""


class AskerView(discord.ui.View):
    """Buttons under a reply. Others who press them are told so; after a while they are disabled.

    `rewrite` edits the message that the view is under; whoever sends that message, or answers a press, sets it.
    """

    def __init__(self, asker: int, messenger: Messenger, admits: Admits) -> None:
        """`admits` says whether a press may be seen to, and answers it if not."""
        super().__init__(timeout=OPEN_SECONDS)
        self.rewrite: Callable[..., Awaitable[Any]] | None = None
        self._asker = asker
        self._messenger = messenger
        self._admits = admits

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Let the asker through; tell anybody else, in a message that only they see."""
        if not await self._admits(interaction):
            return False
        if interaction.user.id == self._asker:
            return True
        await self._messenger.respond(interaction, notice("door.not_yours"), private=True)
        return False

    def stop(self) -> None:
        """Stop for good, and let go of the buttons.

        View and button refer to each other, and Python would have to go through all of memory to find them unused.
        """
        super().stop()
        self.clear_items()

    async def on_timeout(self) -> None:
        """Disable the buttons, if the message is still there to be edited."""
        for item in self.children:
            if isinstance(item, (discord.ui.Button, discord.ui.Select)):
                item.disabled = True
        if self.rewrite is not None:
            await self._messenger.rewrite(self.rewrite, self)


class OpenViews:
    """The live buttons by the id of the message they are under; the oldest are dropped beyond a limit."""

    def __init__(self, limit: int = OPEN_LIMIT) -> None:
        self._limit = limit
        self._views: OrderedDict[int, AskerView] = OrderedDict()

    def __contains__(self, message_id: int) -> bool:
        view = self._views.get(message_id)
        return view is not None and not view.is_finished()

    def close(self) -> None:
        """Let no button work, nor disable itself later."""
        while self._views:
            _, view = self._views.popitem()
            view.stop()

    def put(self, message_id: int, view: AskerView | None) -> None:
        """Note which buttons a message has now; the ones it had before stop working and never come back."""
        before = self._views.pop(message_id, None)
        if before is not None and before is not view:
            before.stop()
        if view is None:
            return
        self._views[message_id] = view
        if len(self._views) > self._limit:
            _, oldest = self._views.popitem(last=False)
            oldest.stop()
