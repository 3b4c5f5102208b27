"""Back and Next under a reply of several pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.cogs.views import AskerView
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.cogs.messenger import Messenger
    from bot.cogs.views import Admits
    from bot.replies.reply import Reply
    from bot.settings import ReplyStyle


class PageView(AskerView):
    """Turns the pages of one reply in place."""

    def __init__(
        self, pages: tuple[Reply, ...], style: ReplyStyle, asker: int, messenger: Messenger, admits: Admits
    ) -> None:
        super().__init__(asker, messenger, admits)
        self._pages = pages
        self._style = style
        self._at = 0
        self._ways = _Turn(say("page.back"), -1), _Turn(say("page.next"), +1)
        for way in self._ways:
            self.add_item(way)
        self._mark_ends()

    async def turn(self, interaction: discord.Interaction, by: int) -> None:
        """Show the page so many further on."""
        self._at = min(max(self._at + by, 0), len(self._pages) - 1)
        self._mark_ends()
        self.rewrite = interaction.edit_original_response
        await self._messenger.replace(interaction, self._pages[self._at], self._style, self, keep_picture=True)

    def _mark_ends(self) -> None:
        back, forward = self._ways
        back.disabled = self._at == 0
        forward.disabled = self._at == len(self._pages) - 1


class _Turn(discord.ui.Button[PageView]):
    def __init__(self, label: str, by: int) -> None:
        super().__init__(label=label)
        self._by = by

    async def callback(self, interaction: discord.Interaction) -> None:
        if self.view is not None:  # it is, unless the view was stopped while this press waited
            await self.view.turn(interaction, self._by)
