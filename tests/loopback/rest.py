"""The requests that a fake Discord takes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import web

from tests.loopback.answers import (
    Refused,
    answer,
    missing_permissions,
    unknown_channel,
    unknown_guild,
    unknown_interaction,
    unknown_message,
)
from tests.loopback.world import APPLICATION, BOT, Data

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.loopback.faults import Faults, Handler
    from tests.loopback.gateway import Gateway
    from tests.loopback.interactions import Interaction
    from tests.loopback.world import Channel, World

BASE = "/api/v10"


class Rest:
    """Answers requests, and keeps what was asked: `posts` are all bodies of new messages, taken or not, and
    `refusals` the codes of what was refused by Discord's rules.

    `accepts_token` is whether the token is right, and `shards` how many shards the bot is told to have.
    """

    def __init__(self, world: World, gateway: Gateway, faults: Faults, changed: Callable[[], None]) -> None:
        self.accepts_token = True
        self.shards = 1
        self.tokens: list[str] = []
        self.requests: list[str] = []
        self.refusals: list[int] = []
        self.posts: list[Data] = []
        self.interactions: dict[str, Interaction] = {}
        self._world = world
        self._gateway = gateway
        self._faults = faults
        self._changed = changed

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Say which paths are answered how; all others are unknown."""
        for method, path, handler in (
            ("GET", "/users/@me", self._me),
            ("POST", "/users/@me/channels", self._direct),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/gateway/bot", self._gateway_bot),
            ("GET", "/guilds/{guild}", self._guild),
            ("PUT", "/applications/{application}/commands", self._commands),
            ("POST", "/channels/{channel}/messages", self._post),
            ("GET", "/channels/{channel}/messages/{message}", self._get),
            ("PATCH", "/channels/{channel}/messages/{message}", self._edit),
            ("DELETE", "/channels/{channel}/messages/{message}", self._delete),
            ("POST", "/interactions/{id}/{token}/callback", self._callback),
            ("POST", "/webhooks/{application}/{token}", self._follow_up),
            ("GET", "/webhooks/{application}/{token}/messages/@original", self._original),
            ("PATCH", "/webhooks/{application}/{token}/messages/@original", self._edit_original),
            ("*", "/{path:.*}", self._unknown),
        ):
            router.add_route(method, BASE + path, handler)

    @web.middleware
    async def around(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request fail if it is to, and turn a refusal into Discord's words for it."""
        if not request.path.startswith(BASE):
            return await handler(request)
        self.requests.append(f"{request.method} {request.path.removeprefix(BASE)}")
        fault = self._faults.next(request)
        try:
            return await (handler(request) if fault is None else fault(request, handler))
        except Refused as refused:
            self.refusals.append(refused.code)
            return answer({"message": str(refused), "code": refused.code}, refused.status)
        finally:
            self._changed()

    async def _me(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers.get("Authorization", ""))
        if not self.accepts_token:
            raise Refused(401, 0, "401: Unauthorized")
        return answer(BOT)

    async def _application(self, _: web.Request) -> web.Response:
        return answer(APPLICATION)

    async def _gateway_bot(self, _: web.Request) -> web.Response:
        left = 1_000 - len(self._gateway.identified)
        concurrency = self._gateway.max_concurrency
        limit = {"total": 1_000, "remaining": left, "reset_after": 1_000, "max_concurrency": concurrency}
        return answer({"url": self._gateway.url, "shards": self.shards, "session_start_limit": limit})

    async def _guild(self, request: web.Request) -> web.Response:
        guild = self._world.guilds.get(int(request.match_info["guild"]))
        if guild is None:
            raise unknown_guild()
        return answer(guild.data)

    async def _commands(self, request: web.Request) -> web.Response:
        common = {"application_id": BOT["id"], "description": "", "default_member_permissions": None, "version": "1"}
        return answer([{"id": str(number), **common, **each} for number, each in enumerate(await request.json(), 100)])

    async def _direct(self, _: web.Request) -> web.Response:
        return answer(self._world.direct_channel().data)

    async def _post(self, request: web.Request) -> web.Response:
        body = await _body(request)
        self.posts.append(body)
        channel = self._channel(request)
        return answer(self._world.add_message(channel, BOT, body))

    async def _get(self, request: web.Request) -> web.Response:
        return answer(self._message(request))

    async def _edit(self, request: web.Request) -> web.Response:
        self._channel(request)
        return answer(self._world.edit_message(self._message(request), await _body(request)))

    async def _delete(self, request: web.Request) -> web.Response:
        message = self._message(request)
        del self._world.channels[int(message["channel_id"])].messages[int(message["id"])]
        return web.Response(status=204)

    async def _callback(self, request: web.Request) -> web.Response:
        acted, body = self._interaction(request), await _body(request)
        message = acted.answered(body, self._world)
        resource = {"type": body["type"], "message": message} if body["type"] in (4, 7) else {"type": body["type"]}
        told = {"id": str(acted.id), "type": acted.data["type"], "channel_id": str(acted.channel.id)}
        if message is not None:
            told["response_message_id"] = message["id"]
        return answer({"interaction": told, "resource": resource})

    async def _follow_up(self, request: web.Request) -> web.Response:
        acted = self._interaction(request)
        acted.followups.append(self._world.add_message(acted.channel, BOT, await _body(request)))
        return answer(acted.followups[-1])

    async def _original(self, request: web.Request) -> web.Response:
        return answer(self._interaction(request).original())

    async def _edit_original(self, request: web.Request) -> web.Response:
        acted = self._interaction(request)
        return answer(self._world.edit_message(acted.original(), await _body(request)))

    async def _unknown(self, request: web.Request) -> web.Response:
        raise Refused(404, 0, f"404: Not Found: {request.path}")

    def _channel(self, request: web.Request) -> Channel:
        channel = self._world.channels.get(int(request.match_info["channel"]))
        if channel is None or channel.gone:
            raise unknown_channel()
        if channel.denied:
            raise missing_permissions()
        return channel

    def _message(self, request: web.Request) -> Data:
        channel = self._world.channels.get(int(request.match_info["channel"]))
        if channel is None or channel.gone:
            raise unknown_channel()
        message = channel.messages.get(int(request.match_info["message"]))
        if message is None:
            raise unknown_message()
        return message

    def _interaction(self, request: web.Request) -> Interaction:
        acted = self.interactions.get(request.match_info["token"])
        if acted is None:
            raise unknown_interaction()
        return acted


async def _body(request: web.Request) -> Data:
    """Return what a request says, which comes beside files as one part of several."""
    if request.content_type == "application/json":
        return await request.json()
    return json.loads(str((await request.post())["payload_json"]))
