"""As much of Discord as a client needs to log in, connect and be spoken to, on a loopback socket."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING, Any

import discord
from aiohttp import WSMsgType, web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

BOT = {"id": "1", "username": "bot", "discriminator": "0", "avatar": None, "bot": True}
PERSON = {"id": "5", "username": "alice", "discriminator": "0", "avatar": None}
JOINED = "2026-01-01T00:00:00+00:00"
MEMBER = {"roles": [], "joined_at": JOINED, "deaf": False, "mute": False, "flags": 0}
EVERYONE = {
    "id": "10", "name": "@everyone", "permissions": str(discord.Permissions.all().value), "position": 0, "color": 0,
    "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}, "hoist": False, "managed": False,
    "mentionable": False, "flags": 0,
}  # fmt: skip
GUILD = {
    "id": "10", "name": "guild", "owner_id": "5", "roles": [EVERYONE], "members": [{"user": BOT, **MEMBER}],
    "channels": [{"id": "11", "type": 0, "name": "general", "position": 0, "permission_overwrites": []}],
    "emojis": [], "stickers": [], "threads": [], "voice_states": [], "presences": [], "features": [],
    "member_count": 2, "premium_tier": 0, "verification_level": 0, "default_message_notifications": 0,
    "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "system_channel_flags": 0,
    "preferred_locale": "en-US", "unavailable": False,
}  # fmt: skip
APPLICATION = {
    "id": "1", "name": "bot", "icon": None, "description": "", "bot_public": True, "bot_require_code_grant": False,
    "summary": "", "verify_key": "", "flags": 0, "owner": PERSON, "team": None,
}  # fmt: skip


class Loopback:
    """A fake Discord and what it saw. Set the fields to make it fail."""

    def __init__(self) -> None:
        self.api = ""
        self.gateway = ""
        self.accepts_token = True
        self.login_failures = 0
        self.gateway_failures = 0
        self.close_after_identify: list[int] = []
        self.breaks: list[bool] = []
        """For each next post: break the connection after (True) or before (False) the message was made."""
        self.identified: list[dict[str, Any]] = []
        self.tokens: list[str] = []
        self.posts: list[dict[str, Any]] = []
        self.made: dict[str, dict[str, Any]] = {}
        self.ready = asyncio.Event()
        self.posted = asyncio.Event()
        self._numbers = iter(range(1_000, 9_999))
        self._socket: web.WebSocketResponse | None = None

    async def say(self, content: str) -> None:
        assert self._socket is not None
        await self._event(
            self._socket, "MESSAGE_CREATE", {**self._message(PERSON, content), "guild_id": "10", "member": MEMBER}
        )

    async def rest(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix("/api/v10")
        self.tokens.append(request.headers.get("Authorization", ""))
        if path == "/users/@me":
            if self.login_failures:
                self.login_failures -= 1
                return _json({"message": "down", "code": 0}, 503)
            return _json(BOT) if self.accepts_token else _json({"message": "401: Unauthorized", "code": 0}, 401)
        if path == "/oauth2/applications/@me":
            return _json(APPLICATION)
        if path.endswith("/messages"):
            return self._post(request, await request.json())
        return _json([])

    def _post(self, request: web.Request, body: dict[str, Any]) -> web.Response:
        self.posts.append(body)
        landed = self.breaks.pop(0) if self.breaks else None
        if landed is not False and body["nonce"] not in self.made:
            self.made[body["nonce"]] = self._message(BOT, body.get("content") or "")
        if landed is not None:
            assert request.transport is not None
            request.transport.abort()
        else:
            self.posted.set()
        return _json(self.made.get(body["nonce"], {}))

    async def socket(self, request: web.Request) -> web.StreamResponse:
        if self.gateway_failures:
            self.gateway_failures -= 1
            return web.Response(status=503)
        socket = self._socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            sent = json.loads(message.data)
            if sent["op"] == 1:
                await socket.send_json({"op": 11})
            elif sent["op"] == 2:
                self.identified.append(sent["d"])
                if self.close_after_identify:
                    await socket.close(code=self.close_after_identify.pop(0))
                    break
                await self._welcome(socket)
        return socket

    async def _welcome(self, socket: web.WebSocketResponse) -> None:
        session = {"session_id": "s", "resume_gateway_url": self.gateway, "application": {"id": "1", "flags": 0}}
        guilds = [{"id": "10", "unavailable": True}]
        await self._event(socket, "READY", {"v": 10, "user": BOT, "guilds": guilds, **session})
        await self._event(socket, "GUILD_CREATE", GUILD)
        self.ready.set()

    async def _event(self, socket: web.WebSocketResponse, name: str, data: dict[str, Any]) -> None:
        await socket.send_json({"op": 0, "t": name, "s": next(self._numbers), "d": data})

    def _message(self, author: dict[str, Any], content: str) -> dict[str, Any]:
        return {
            "id": str(next(self._numbers)), "channel_id": "11", "author": author, "content": content,
            "timestamp": JOINED, "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [],
            "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "type": 0, "flags": 0,
            "components": [],
        }  # fmt: skip


def _json(data: Any, status: int = 200) -> web.Response:
    """Answer as discord.py expects it: without a charset in the content type."""
    return web.Response(body=json.dumps(data).encode(), status=status, headers={"Content-Type": "application/json"})


@contextlib.asynccontextmanager
async def loopback() -> AsyncIterator[Loopback]:
    fake = Loopback()
    app = web.Application()
    app.router.add_get("/gateway/", fake.socket)
    app.router.add_route("*", "/api/v10/{path:.*}", fake.rest)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    fake.api, fake.gateway = f"http://{host}:{port}/api/v10", f"ws://{host}:{port}/gateway/"
    try:
        yield fake
    finally:
        await runner.cleanup()
