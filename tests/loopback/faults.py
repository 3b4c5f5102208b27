"""What can be made to go wrong with a fake Discord, on its gateway and in its answers to requests."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.loopback.answers import answer

if TYPE_CHECKING:
    from collections.abc import Mapping

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Fault = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]

POST = "POST .*/channels/[0-9]+/messages"
EDIT = "PATCH .*/channels/[0-9]+/messages/[0-9]+"
CALLBACK = "POST .*/callback"
LOGIN = "GET .*/users/@me"


@dataclass(slots=True)
class Rule:
    """A fault for the next `times` requests whose method and path fit a pattern."""

    pattern: re.Pattern[str]
    fault: Fault
    times: int
    met: int = 0


@dataclass(slots=True)
class Faults:
    """What is to go wrong. Each list is used up from its front, each number is counted down."""

    connections_refused: int = 0
    """Upgrades of the gateway to answer with 503."""
    close_before_hello: list[int] = field(default_factory=list)
    """Codes to close new connections with at once."""
    close_after_identify: list[int] = field(default_factory=list)
    """Codes to close with instead of READY."""
    close_after_resume: list[int] = field(default_factory=list)
    """Codes to close with as soon as a client was told what it missed."""
    invalid_resumes: list[bool] = field(default_factory=list)
    """Resumes to answer with an invalid session, and whether it says that it could be resumed."""
    holding_guilds: bool = False
    """Send READY without the servers that should follow."""
    rules: list[Rule] = field(default_factory=list)

    def rest(self, requests: str, fault: Fault, times: int = 1) -> Rule:
        """Have the next requests fail in a way, and return the rule that counts how many did."""
        self.rules.append(Rule(re.compile(requests), fault, times))
        return self.rules[-1]

    def next(self, request: web.Request) -> Fault | None:
        """Return what is to happen to a request instead of the ordinary."""
        name = f"{request.method} {request.path}"
        for rule in self.rules:
            if rule.met < rule.times and rule.pattern.fullmatch(name):
                rule.met += 1
                return rule.fault
        return None


def refused(
    status: int, code: int = 0, headers: Mapping[str, str] | None = None, *, landed: bool = False, **body: Any
) -> Fault:
    """Answer with an error, before or after having done what was asked."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        if landed:
            await handler(request)
        return answer({"message": f"error {status}", "code": code, **body}, status, headers)

    return fault


def limited(retry_after: float | None, *, everywhere: bool = False) -> Fault:
    """Answer with 429, as Discord does; without `retry_after`, as it should not."""
    body = {} if retry_after is None else {"retry_after": retry_after}
    return refused(429, headers={"Via": "1.1 google"}, **{"global": everywhere}, **body)


def banned(retry_after: int | None = None) -> Fault:
    """Answer with the page of HTML by which Cloudflare turns an address away."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        page = "<html><title>Access denied</title>error code: 1015</html>"
        return web.Response(text=page, status=429, content_type="text/html", headers=headers)

    return fault


def broken(*, landed: bool) -> Fault:
    """Break the connection before or after having done what was asked."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await handler(request) if landed else web.Response()
        assert request.transport is not None
        request.transport.abort()
        return response

    return fault


def stalled(seconds: float) -> Fault:
    """Do what was asked, and answer late."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await handler(request)
        await asyncio.sleep(seconds)
        return response

    return fault


def cut_short(*, said_whole: bool) -> Fault:
    """Do what was asked, and send half of the answer: as if it were whole, or breaking off."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        whole = await handler(request)
        assert isinstance(whole, web.Response) and isinstance(whole.body, bytes)
        half = whole.body[: len(whole.body) // 2]
        length = len(half) if said_whole else len(whole.body)
        headers = {"Content-Type": "application/json", "Content-Length": str(length)}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        await response.write(half)
        if not said_whole:
            assert request.transport is not None
            request.transport.close()
        return response

    return fault
