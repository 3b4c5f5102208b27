"""Ways on from a reply: a menu of the places that may be meant, and buttons that ask another question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.cogs.views import AskerView
from bot.replies.reply import Button
from bot.replies.safety import BUTTON_LABEL_LIMIT, OPTION_LIMIT, guard
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.replies.reply import Reply

    Choose = Callable[[discord.Interaction, str], Awaitable[None]]

ROW = 5
"""Buttons in a row; more than one row of them is no choice but a list."""


def add_ways(view: AskerView, reply: Reply, choose: Choose) -> None:
    """Put the ways on from a reply under it; taking one calls `choose` with the question it stands for."""
    if reply.menu:
        view.add_item(_Menu(reply.menu, choose))
    for button in reply.buttons[:ROW]:
        view.add_item(_Way(button, choose, discord.ButtonStyle.primary))
    others = [*reply.alternatives]
    if reply.chart:
        others.append(Button(say("chart.button"), reply.chart))
    for button in others[:ROW]:
        view.add_item(_Way(button, choose, discord.ButtonStyle.secondary))


class _Way(discord.ui.Button[AskerView]):
    def __init__(self, button: Button, choose: Choose, style: discord.ButtonStyle) -> None:
        super().__init__(label=guard(button.label)[:BUTTON_LABEL_LIMIT], style=style)
        self._question = button.question
        self._choose = choose

    async def callback(self, interaction: discord.Interaction) -> None:
        await self._choose(interaction, self._question)


class _Menu(discord.ui.Select[AskerView]):
    def __init__(self, buttons: tuple[Button, ...], choose: Choose) -> None:
        options = [
            discord.SelectOption(
                label=guard(button.label)[:OPTION_LIMIT],
                description=button.detail or None,
                value=str(number),
            )
            for number, button in enumerate(buttons)
        ]
        super().__init__(placeholder=say("choice.prompt"), options=options)
        self._questions = {str(number): button.question for number, button in enumerate(buttons)}
        self._choose = choose

    async def callback(self, interaction: discord.Interaction) -> None:
        question = self._questions.get(self.values[0])
        if question is not None:  # Discord lets nobody choose what is not offered, and neither do we
            await self._choose(interaction, question)
