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
        self._mark_ends()

    @discord.ui.button(label=say("page.back"))
    async def back(self, interaction: discord.Interaction, _: discord.ui.Button[PageView]) -> None:
        """Show the page before."""
        await self._turn(interaction, -1)

    @discord.ui.button(label=say("page.next"))
    async def forward(self, interaction: discord.Interaction, _: discord.ui.Button[PageView]) -> None:
        """Show the page after."""
        await self._turn(interaction, +1)

    async def _turn(self, interaction: discord.Interaction, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._pages) - 1)
        self._mark_ends()
        self.rewrite = interaction.edit_original_response
        await self._messenger.replace(interaction, self._pages[self._at], self._style, self, keep_picture=True)

    def _mark_ends(self) -> None:
        self.back.disabled = self._at == 0
        self.forward.disabled = self._at == len(self._pages) - 1
