"""What a child plays on: a quick clock, a channel that is a file, and a pipe to whoever will kill it."""

from __future__ import annotations

import asyncio
import json
import os
import random
import time
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path  # noqa: TC003 - a child gets it by pickle
from typing import TYPE_CHECKING, Any

from bot.community.quiz.game import milliseconds
from bot.replies.plain import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection

    from bot.hosting.host import Host
    from bot.replies.reply import Reply
    from bot.store.records import Event

START = datetime(2026, 9, 1, 18, tzinfo=UTC)
SPEED = 30
"""So many seconds of the games pass in one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A database, the file that messages go to, the openings of games by scope, and when a life begins."""

    address: str
    channel: Path
    openings: Mapping[str, Any]
    start: datetime = START


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was sent."""

    event: int
    key: str
    text: str
    at_ms: int


def messages(channel: Path) -> list[Message]:
    """All that was sent to a channel, in order."""
    return [Message(*json.loads(line)) for line in channel.read_text().splitlines()] if channel.exists() else []


class Reporter:
    """Posts for the games of a child, and tells what it does."""

    def __init__(self, setting: Setting, pipe: Connection) -> None:
        self._setting = setting
        self._pipe = pipe
        self._began = time.monotonic()

    def now(self) -> datetime:
        return self._setting.start + timedelta(seconds=(time.monotonic() - self._began) * SPEED)

    def tell(self, *line: str | int) -> None:
        self._pipe.send((self.now(), line))

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / SPEED)

    async def send(self, event: Event, key: str, reply: Reply) -> tuple[int, Message]:
        """Send a notice, and return the message with its id. As on Discord, what is there already is not sent again."""
        self.tell("posting", key, event.id)
        there = messages(self._setting.channel)
        text = as_text(reply)
        number = next(
            (n for n, each in enumerate(there) if (each.event, each.key, each.text) == (event.id, key, text)), None
        )
        if number is None:
            number = len(there)
            there.append(Message(event.id, key, text, milliseconds(self.now())))
            with self._setting.channel.open("a") as file:
                file.write(json.dumps(astuple(there[-1])) + "\n")
                file.flush()
                os.fsync(file.fileno())
        self.tell("posted", key, event.id)
        await self.sleep(random.uniform(0, 0.5))  # until the channel's answer is back
        return 1 + number, there[number]

    async def until_over(self, host: Host[Any, Any, Any]) -> None:
        """Wait until no game is being played any more."""
        while tuple(host):
            await self.sleep(1)
