"""A Discord for load: it tells a client of many servers, says what it is told to say, and notes when replies arrive.

It runs in the measuring process, and the client in another one, so that it takes nothing of the client's core. Unlike
the small server of the tests it makes nothing fail, checks nothing, and keeps nothing but when what was posted.
"""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from benchmarks.growth.guilds import bot_payload, guild_text, message, snowflake

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

BOT_ID = 1
GUILDS = 100
CHANNELS = 16
"""Text channels in each, so that seldom two replies go to the same one, which discord.py would send one by one."""

PEOPLE = 100_000
_STARTS = {"total": 1_000, "remaining": 1_000, "reset_after": 0, "max_concurrency": 1}
BOT = bot_payload(BOT_ID)


class Crowd:
    """People in many channels. `asked` has when each question was due, `heard` how long it waited for its reply."""

    def __init__(self) -> None:
        self.api = self.gateway = ""
        self.ready = asyncio.Event()
        self.asked: dict[str, float] = {}
        self.heard: list[float] = []
        self._numbers = count(1)
        self._socket: web.WebSocketResponse | None = None

    async def say(self, content: str, due: float, *, asks: bool) -> None:
        """Say something, each time as somebody else and somewhere else. A question waits from when it was `due`."""
        assert self._socket is not None
        number = next(self._numbers)
        said = message(number % GUILDS, number * 7 % PEOPLE, content)
        said["channel_id"] = str(snowflake(number % GUILDS, 1 + number // GUILDS % CHANNELS))
        if asks:
            self.asked[said["id"]] = due
        await self._tell(self._socket, "MESSAGE_CREATE", json.dumps(said))

    async def rest(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer what a client asks for at its start, and every post with a message."""
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._serve(request)
        if request.path.endswith("/messages"):
            body = await request.json()
            due = self.asked.pop(str(body["message_reference"]["message_id"]), None)
            if due is not None:
                self.heard.append(time.perf_counter() - due)
            posted = message(0, 0, body.get("content") or "")
            return _json({**posted, "channel_id": request.path.split("/")[-2], "author": BOT})
        if request.path.endswith("/users/@me"):
            return _json(BOT)
        if request.path.endswith("/oauth2/applications/@me"):
            return _json({"id": str(BOT_ID), "name": "bot", "icon": None, "description": "", "bot_public": True,
                          "bot_require_code_grant": False, "summary": "", "verify_key": "", "flags": 0,
                          "owner": {**BOT, "id": "5"}, "team": None})  # fmt: skip
        if request.path.endswith("/gateway/bot"):
            return _json({"url": self.gateway, "shards": 1, "session_start_limit": _STARTS})
        return _json([])

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        socket = self._socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for received in socket:
            if received.type is not WSMsgType.TEXT:
                break
            match json.loads(received.data)["op"]:
                case 1:
                    await socket.send_json({"op": 11})
                case 2:
                    await self._welcome(socket)
        return socket

    async def _welcome(self, socket: web.WebSocketResponse) -> None:
        guilds = [{"id": str(snowflake(number, 0)), "unavailable": True} for number in range(GUILDS)]
        session = {"session_id": "s", "resume_gateway_url": self.gateway, "application": {"id": "1", "flags": 0}}
        await self._tell(
            socket, "READY", json.dumps({"v": 10, "user": BOT, "guilds": guilds, "shard": [0, 1], **session})
        )
        for number in range(GUILDS):
            await self._tell(socket, "GUILD_CREATE", guild_text(number, BOT_ID))
        self.ready.set()

    async def _tell(self, socket: web.WebSocketResponse, event: str, data: str) -> None:
        await socket.send_str(f'{{"op": 0, "t": "{event}", "s": {next(self._numbers)}, "d": {data}}}')


def _json(data: Any) -> web.Response:
    return web.Response(body=json.dumps(data).encode(), headers={"Content-Type": "application/json"})


@asynccontextmanager
async def crowd() -> AsyncGenerator[Crowd]:
    """Give a crowd at an address of this machine for as long as the context lasts."""
    made = Crowd()
    runner = web.ServerRunner(web.Server(made.rest, access_log=None), shutdown_timeout=0.5)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        made.api, made.gateway = f"http://{host}:{port}/api/v10", f"ws://{host}:{port}/gateway/"
        yield made
    finally:
        await runner.cleanup()
