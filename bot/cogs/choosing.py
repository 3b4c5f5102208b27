"""One button per place that may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.cogs.views import AskerView
from bot.replies.safety import BUTTON_LABEL_LIMIT, guard

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.cogs.messenger import Messenger
    from bot.replies.reply import Button

    Choose = Callable[[discord.Interaction, str], Awaitable[None]]

MOST_BUTTONS = 5
"""One row of buttons."""


class ChoiceView(AskerView):
    """Offers the questions that may have been meant; pressing one calls `choose` with it."""

    def __init__(self, buttons: tuple[Button, ...], choose: Choose, asker: int, messenger: Messenger) -> None:
        super().__init__(asker, messenger)
        for button in buttons[:MOST_BUTTONS]:
            self.add_item(_ChoiceButton(button, choose))


class _ChoiceButton(discord.ui.Button[ChoiceView]):
    def __init__(self, button: Button, choose: Choose) -> None:
        super().__init__(label=guard(button.label)[:BUTTON_LABEL_LIMIT], style=discord.ButtonStyle.primary)
        self._question = button.question
        self._choose = choose

    async def callback(self, interaction: discord.Interaction) -> None:
        await self._choose(interaction, self._question)
