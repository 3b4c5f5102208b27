"""Waiting for a network that fails: longer each time, and never exactly as long as others."""

from __future__ import annotations

import logging
import random
from traceback import format_exception_only
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

LONGEST_WAIT = 60.0
"""Seconds between two attempts to connect, at most."""


class Backoff:
    """Waits before another attempt: twice as long each time, up to a minute, and never exactly as long as others."""

    def __init__(
        self, sleep: Callable[[float], Awaitable[None]], first: float = 1.0, *, missing: str = "Discord"
    ) -> None:
        """`missing` is what cannot be reached, for the log."""
        self._sleep = sleep
        self._next = first
        self._missing = missing

    async def wait(self, cause: BaseException | None) -> None:
        """Log why an attempt failed, and wait."""
        seconds = self._next * random.uniform(0.5, 1.0)
        self._next = min(self._next * 2, LONGEST_WAIT)
        reason = format_exception_only(cause)[-1].strip()
        log.warning("%s cannot be reached (%s); trying again in %.0f s", self._missing, reason, seconds)
        await self._sleep(seconds)
