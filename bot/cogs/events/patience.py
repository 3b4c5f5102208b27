"""Discord waits three seconds for an answer to a press. What takes longer is announced to it, and answered then."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeVar

from bot.cogs.repeating import is_discords
from bot.hosting.host import cancelled

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    import discord

log = logging.getLogger(__name__)

PATIENCE = 2.0
"""Seconds after which Discord is told that the answer will come."""

_Result = TypeVar("_Result")


async def in_time(interaction: discord.Interaction, work: Coroutine[Any, Any, _Result], *, private: bool) -> _Result:
    """Return what some work comes to. If it takes long, Discord is told to wait, and `Messenger.respond` answers."""
    task = asyncio.create_task(work)
    try:
        await asyncio.wait((task,), timeout=PATIENCE)
        if not task.done() and not interaction.response.is_done():
            await _announced(interaction, private=private)
        return await task
    finally:
        await cancelled(task)  # it ends with whoever waits for it


async def _announced(interaction: discord.Interaction, *, private: bool) -> None:
    try:
        await interaction.response.defer(ephemeral=private, thinking=True)
    except Exception as error:
        if not is_discords(error):
            raise
        log.info("Too late to ask for patience: %r", error)
