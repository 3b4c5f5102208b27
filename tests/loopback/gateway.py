"""The gateway of a fake Discord: sessions of shards, with replay of what they missed."""

from __future__ import annotations

import contextlib
import json
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.loopback.world import BOT, Data

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.loopback.faults import Faults
    from tests.loopback.world import World

REPLAYED = 10_000
"""Events that a session keeps for a client that comes back."""


@dataclass(frozen=True, slots=True)
class Identify:
    """An attempt to begin a session: when (monotonic seconds), as which shard, and whether it came too early."""

    at: float
    shard: int
    count: int
    connection: int
    refused: bool
    intents: int


@dataclass(slots=True)
class Session:
    """What one shard is told, whether it is connected or away."""

    id: str
    shard: int
    count: int
    socket: web.WebSocketResponse | None = None
    frozen: bool = False
    sequence: int = 0
    told: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAYED))

    def hears(self, guild: int | None) -> bool:
        """Return whether events of a server, or of direct messages, are for this shard."""
        return self.shard == (0 if guild is None else (guild >> 22) % self.count)

    async def tell(self, name: str, data: Data) -> None:
        """Send an event, and keep it for a client that is away."""
        self.sequence += 1
        text = json.dumps({"op": 0, "t": name, "s": self.sequence, "d": data})
        self.told.append((self.sequence, text))
        await self._send(text)

    async def replay(self, after: int) -> None:
        """Send again what came after a number, and say that this was all."""
        for number, text in [*self.told]:
            if number > after:
                await self._send(text)
        await self.tell("RESUMED", {})

    async def _send(self, text: str) -> None:
        if self.socket is not None and not self.socket.closed and not self.frozen:
            with contextlib.suppress(ConnectionError):  # it breaks as we speak: the session keeps what was said
                await self.socket.send_str(text)


class Gateway:
    """All sessions, of however many processes. `identify_seconds` is the period of Discord's rule for identifying:

    within it, only one session may begin in each of `max_concurrency` groups of shards (five seconds with Discord;
    nothing is refused at 0).
    """

    def __init__(self, world: World, faults: Faults, changed: Callable[[], None]) -> None:
        self.url = ""
        self.max_concurrency = 1
        self.identify_seconds = 0.0
        self.identified: list[Identify] = []
        self.resumed = 0
        self.sessions: dict[str, Session] = {}
        self._world = world
        self._faults = faults
        self._changed = changed
        self._numbers = count(1)
        self._last: dict[int, float] = {}

    @property
    def violations(self) -> int:
        """How many sessions were begun too early, and refused."""
        return sum(attempt.refused for attempt in self.identified)

    @property
    def connected(self) -> list[Session]:
        """The sessions that have a socket now."""
        return [session for session in self.sessions.values() if session.socket is not None]

    async def tell(self, name: str, data: Data, guild: int | None) -> int:
        """Send an event to the shard of a server; return how many sessions it was for, away or not."""
        hearing = [session for session in self.sessions.values() if session.hears(guild)]
        for session in hearing:
            await session.tell(name, data)
        return len(hearing)

    async def drop(self, code: int | None = None) -> None:
        """Close all sockets with a code, or break them off without one; their sessions stay."""
        for session in self.connected:
            socket, session.socket = session.socket, None
            assert socket is not None
            if code is None:
                _abort(socket)
            else:
                await socket.close(code=code)

    def freeze(self) -> None:
        """Say nothing any more on any socket that is open now: connections that are dead without being closed."""
        for session in self.connected:
            session.frozen = True

    async def forget(self, *, resumable: bool = False) -> None:
        """Tell all clients that their session is invalid; unless it is resumable, it is over."""
        for session in self.connected:
            await self._invalid(session.socket, resumable)
            if not resumable:
                del self.sessions[session.id]

    async def send(self, text: str | bytes) -> None:
        """Send a frame as it is to all clients, outside their sessions' order."""
        for session in self.connected:
            assert session.socket is not None
            await (session.socket.send_str(text) if isinstance(text, str) else session.socket.send_bytes(text))

    async def show_guilds(self) -> None:
        """Send the servers that were held back after READY."""
        self._faults.holding_guilds = False
        for guild in self._world.guilds.values():
            await self.tell("GUILD_CREATE", guild.data, guild.id)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Speak with one client until its socket closes."""
        if self._faults.connections_refused:
            self._faults.connections_refused -= 1
            return web.Response(status=503)
        connection, session = next(self._numbers), None
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        if self._faults.close_before_hello:
            await socket.close(code=self._faults.close_before_hello.pop(0))
            return socket
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            if session is not None and session.frozen and session.socket is socket:
                continue
            sent = json.loads(message.data)
            match sent["op"]:
                case 1:
                    await socket.send_json({"op": 11})
                case 2:
                    session = await self._identify(socket, sent["d"], connection)
                case 6:
                    session = await self._resume(socket, sent["d"])
                case _:
                    pass
        if session is not None and session.socket is socket:
            session.socket = None
            if socket.close_code in (1000, 1001):  # the client meant it
                self.sessions.pop(session.id, None)
        self._changed()
        return socket

    async def _identify(self, socket: web.WebSocketResponse, asked: Data, connection: int) -> Session | None:
        shard, shards = asked.get("shard", (0, 1))
        now, group = time.monotonic(), shard % self.max_concurrency
        early = self.identify_seconds > 0 and now - self._last.get(group, -1e9) < self.identify_seconds
        self.identified.append(Identify(now, shard, shards, connection, early, asked["intents"]))
        self._changed()
        if early:
            await self._invalid(socket, resumable=False)
            return None
        self._last[group] = now
        if self._faults.close_after_identify:
            await socket.close(code=self._faults.close_after_identify.pop(0))
            return None
        for old in [old for old in self.sessions.values() if old.socket is None and old.shard == shard]:
            del self.sessions[old.id]
        session = Session(token_hex(8), shard, shards, socket)
        await self._welcome(session)
        return session

    async def _welcome(self, session: Session) -> None:
        guilds = [guild for guild in self._world.guilds.values() if session.hears(guild.id)]
        self.sessions[session.id] = session
        await self.say_ready(session)
        if not self._faults.holding_guilds:
            for guild in guilds:
                await session.tell("GUILD_CREATE", guild.data)
        self._changed()

    async def say_ready(self, session: Session) -> None:
        """Tell a client that its session has begun; Discord does so once."""
        guilds = [str(guild.id) for guild in self._world.guilds.values() if session.hears(guild.id)]
        ready: dict[str, Any] = {
            "v": 10, "user": BOT, "guilds": [{"id": guild, "unavailable": True} for guild in guilds],
            "session_id": session.id, "resume_gateway_url": self.url, "shard": [session.shard, session.count],
            "application": {"id": "1", "flags": 0},
        }  # fmt: skip
        await session.tell("READY", ready)

    async def _resume(self, socket: web.WebSocketResponse, asked: Data) -> Session | None:
        session = self.sessions.get(asked["session_id"] or "")
        if self._faults.invalid_resumes:
            await self._invalid(socket, self._faults.invalid_resumes.pop(0))
            return None
        if session is None:
            await self._invalid(socket, resumable=False)
            return None
        self.resumed += 1
        session.socket, session.frozen = socket, False
        await session.replay(asked["seq"] or 0)
        self._changed()
        if self._faults.close_after_resume:
            session.socket = None
            await socket.close(code=self._faults.close_after_resume.pop(0))
        return session

    @staticmethod
    async def _invalid(socket: web.WebSocketResponse | None, resumable: bool) -> None:
        if socket is not None:
            await socket.send_json({"op": 9, "d": resumable})


def _abort(socket: web.WebSocketResponse) -> None:
    """Break a socket off, as a network does that goes away."""
    assert socket._req is not None and socket._req.transport is not None
    socket._req.transport.abort()
