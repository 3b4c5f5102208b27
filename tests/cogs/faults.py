"""A connection that breaks, and Discord's rule against posting twice, around a bot's REST calls."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import aiohttp
from simcord.http import FakeWebhookAdapter

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def one_post_per_nonce(bot: Any) -> Iterator[None]:
    """Answer a repeated nonce with the message that the first one made, as Discord does."""
    inner, made = bot.http.request, {}

    async def request(route: Any, **options: Any) -> Any:
        body = options.get("json") or {}
        nonce = body.get("nonce") if body.get("enforce_nonce") else None
        if nonce in made:
            return made[nonce]
        data = await inner(route, **options)
        if nonce is not None:
            made[nonce] = data
        return data

    bot.http.request = request
    try:
        yield
    finally:
        bot.http.request = inner


@contextlib.contextmanager
def breaking(bot: Any, method: str, *, times: int, landed: bool, error: Exception | None = None) -> Iterator[list[str]]:
    """Break the connection of a method's next calls, before or after they did something; yield the nonces tried."""
    inner, tried, left = bot.http.request, [], times

    async def request(route: Any, **options: Any) -> Any:
        nonlocal left
        if route.method != method or "/messages" not in route.url:
            return await inner(route, **options)
        tried.append(str((options.get("json") or {}).get("nonce")))
        if left:
            left -= 1
            if landed:
                await inner(route, **options)
            raise error or aiohttp.ServerDisconnectedError
        return await inner(route, **options)

    bot.http.request = request
    try:
        yield tried
    finally:
        bot.http.request = inner


@contextlib.contextmanager
def interactions_breaking(*, landed: bool) -> Iterator[None]:
    """Break the connection of the next answer to an interaction, before or after Discord took it."""
    inner, left = FakeWebhookAdapter.request, 1

    async def request(self: Any, route: Any, session: Any, **options: Any) -> Any:
        nonlocal left
        if left and route.url.endswith("/callback"):
            left = 0
            if landed:
                await inner(self, route, session, **options)
            raise aiohttp.ServerDisconnectedError
        return await inner(self, route, session, **options)

    FakeWebhookAdapter.request = request  # type: ignore[method-assign]
    try:
        yield
    finally:
        FakeWebhookAdapter.request = inner  # type: ignore[method-assign]
