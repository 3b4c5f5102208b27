"""Who is let in: limits per person, per server and for the whole process, the same at every door (`docs/limits.md`)."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bot.cogs.cooldown import Cooldown
from bot.operating.watching import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    from bot.operating.watching import Watch
    from bot.settings import Settings

PRESSES = 40
PRESSES_SECONDS = 20.0
"""So many buttons one person may press, and forms send, within so many seconds."""

TOLD_SECONDS = 10.0
"""A server with too many questions is told so once in so many seconds, whoever asks them."""


class Door(StrEnum):
    """How somebody comes in: by a message, a slash command, or a button or form under a reply."""

    MESSAGE = "message"
    COMMAND = "command"
    PRESS = "press"


class Room(NamedTuple):
    """How many may be inside at once, from asking until their reply is sent: in all, and of one server."""

    all: int
    one: int


ROOMS = {Door.MESSAGE: Room(400, 20), Door.COMMAND: Room(400, 20), Door.PRESS: Room(2_000, 1_000)}
"""Discord takes about a message a second in a channel: of one server, no more are kept waiting than that is worth."""


class Limit(StrEnum):
    """What keeps somebody out."""

    PERSON = "person"
    SERVER = "server"
    ROOM = "room"
    """There is no room even to say so."""
    CLOSED = "closed"
    """The program ends, or is about to serve anew."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Whether somebody is let in (`limit` is None), or what keeps them out, and for how many seconds if that is known.

    `told` is whether they are to hear nothing, because it was said just before or there is no room to say it.
    """

    limit: Limit | None = None
    wait: float = 0.0
    told: bool = False


class Gate:
    """Lets people in by a door, and counts who is inside."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], float],
        watch: Watch = UNWATCHED,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Take the limits from the settings; `clock` returns seconds that only grow."""
        self._people = Cooldown(settings.cooldown_questions, settings.cooldown_seconds, clock)
        self._servers = Cooldown(settings.server_questions, settings.server_seconds, clock, quiet=TOLD_SECONDS)
        self._pressing = Cooldown(PRESSES, PRESSES_SECONDS, clock)
        self._inside = {door: _Inside() for door in Door}
        self._pace = Pace(settings.replies_per_second, clock, sleep)
        self._watch = watch
        self._closed: Turn | None = None

    def close(self, *, told: bool = False) -> None:
        """Let nobody in any more; those who come hear so, unless they are to hear nothing because all were `told`."""
        self._closed = Turn(Limit.CLOSED, told=told)

    @property
    def is_closed(self) -> bool:
        """Whether nobody is let in any more."""
        return self._closed is not None

    @contextmanager
    def entered(self, door: Door, person: int, server: int | None) -> Generator[Turn]:
        """Yield whether somebody is let in; until the end of the block they are inside, to be told so if not.

        `server` is None in direct messages, where everybody is a server of their own.
        """
        where = -person if server is None else server
        turn = self._pressed(person, where) if door is Door.PRESS else self._asked(door, person, where)
        if turn.limit is not None:
            self._watch.refused(door, turn.limit)
        inside = self._inside[door]
        inside.enter(where)
        try:
            yield turn
        finally:
            inside.leave(where)

    async def paced(self) -> None:
        """Wait until another message may be sent: Discord takes so many a second of a bot, and interactions besides."""
        await self._pace.passed()

    def _asked(self, door: Door, person: int, where: int) -> Turn:
        room, inside = ROOMS[door], self._inside[door]
        if inside.all >= room.all or inside.of(where) >= 2 * room.one:
            return Turn(Limit.ROOM, told=True)
        if self._closed is not None:
            return self._closed
        crowded = inside.of(where) >= room.one or self._servers.wait(where) > 0
        wait = self._people.wait(person)
        if door is Door.COMMAND and (wait or crowded):  # Discord wants an answer to each, and nobody else sees it
            return Turn(Limit.PERSON if wait else Limit.SERVER, wait)
        if wait:
            told = crowded or not self._people.tell(person)
            if not told:  # to say so takes a message, too
                self._servers.take(where)
            return Turn(Limit.PERSON, wait, told)
        if crowded:
            return Turn(Limit.SERVER, told=not self._servers.tell(where))
        self._people.take(person)
        self._servers.take(where)
        return Turn()

    def _pressed(self, person: int, where: int) -> Turn:
        room, inside = ROOMS[Door.PRESS], self._inside[Door.PRESS]
        if inside.all >= room.all or inside.of(where) >= room.one:
            return Turn(Limit.ROOM, told=True)
        if self._closed is not None:
            return self._closed
        wait = self._pressing.wait(person)
        if wait:
            return Turn(Limit.PERSON, wait, told=not self._pressing.tell(person))
        self._pressing.take(person)
        return Turn()


class Pace:
    """Lets so many pass within any second, and the others after them, in the order in which they came."""

    def __init__(self, a_second: int, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._passed: deque[float] = deque(maxlen=a_second)

    async def passed(self) -> None:
        """Wait for one's turn."""
        now, passed = self._clock(), self._passed
        at = max(now, passed[0] + 1.0) if len(passed) == passed.maxlen else now
        passed.append(at)
        if at > now:
            await self._sleep(at - now)


class _Inside:
    """Counts who is inside."""

    def __init__(self) -> None:
        self.all = 0
        self._by: dict[int, int] = {}

    def of(self, where: int) -> int:
        return self._by.get(where, 0)

    def enter(self, where: int) -> None:
        self.all += 1
        self._by[where] = self.of(where) + 1

    def leave(self, where: int) -> None:
        self.all -= 1
        self._by[where] -= 1
        if not self._by[where]:
            del self._by[where]
