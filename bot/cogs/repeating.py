"""Which failures of a request to Discord pass, and asking again until they have."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

DROPPED = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, OSError, json.JSONDecodeError)
"""A connection that broke, or an answer that came in pieces: what was sent may or may not have arrived."""

TOO_MANY_REQUESTS = 429
"""What discord.py waits for, unless a proxy before Discord turns a whole address away."""

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds before each repetition."""

PATIENCE = 60.0
"""Nothing is repeated so many seconds after the first attempt: Discord remembers nonces for some minutes only."""

SLOW = 2.5
"""Seconds from which on the log says how long a request took, with all that discord.py itself repeated."""

_Result = TypeVar("_Result")


def passes(error: Exception) -> bool:
    """Return whether a failure is one of the moment, so that the same request may succeed later.

    discord.py 2.7.1 (`http.py`, `webhook/async_.py`) answers a 429 that does not say how long to wait with a KeyError.
    """
    if isinstance(error, discord.HTTPException):
        return error.status == TOO_MANY_REQUESTS or error.status >= 500
    return isinstance(error, DROPPED) or (isinstance(error, KeyError) and error.args == ("retry_after",))


def is_discords(error: Exception) -> bool:
    """Return whether a failure is Discord's, or the network's, and so nothing that a traceback would explain."""
    return isinstance(error, discord.DiscordException) or passes(error)


async def repeated(call: Callable[[], Awaitable[_Result]]) -> _Result:
    """Make a call, and again while its failure may pass; whatever is called must do nothing twice.

    Raises:
        Exception: what the last attempt failed with.
    """
    clock = asyncio.get_running_loop().time
    began = clock()
    for pause in PAUSES:
        try:
            result = await call()
        except Exception as error:
            wait = max(pause, _asked_to_wait(error))
            if not passes(error) or clock() + wait > began + PATIENCE:
                raise
            log.info("Discord failed (%r); asking again in %.0f s", error, wait)
        else:
            if clock() > began + SLOW:
                log.info("Discord took %.1f s over a request", clock() - began)
            return result
        await asyncio.sleep(wait)
    return await call()


def _asked_to_wait(error: Exception) -> float:
    """Return for how many seconds an answer asks not to be troubled again; 0 if it does not say so."""
    if not isinstance(error, discord.HTTPException):
        return 0.0
    asked = error.response.headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else 0.0
