"""Sampling how late the event loop comes round to what is due."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY = 1.0
"""Seconds between two samples."""


async def sample_delay(note: Callable[[float], None], every: float = EVERY) -> None:
    """Hand `note` again and again by how many seconds a wait of `every` seconds was too long, until cancelled."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + every
        await asyncio.sleep(every)
        note(max(0.0, loop.time() - due))
