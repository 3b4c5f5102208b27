"""A bot that says of itself what a test wants it to, and a log that nobody has set up."""

from __future__ import annotations

import contextlib
import logging
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterator


@contextlib.contextmanager
def logging_like_a_new_process() -> Iterator[None]:
    root, library = logging.getLogger(), logging.getLogger("discord")
    handlers, levels = root.handlers[:], (root.level, library.level)
    root.handlers[:] = []
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(levels[0])
        library.setLevel(levels[1])


class Patient:
    def __init__(self) -> None:
        self.latencies: dict[int, float] = {0: 0.04, 1: inf}
        self.connected = {0: True, 1: True}
        self.waited_for = 0
        self.pictures = 3
        self.games = {"quiz": 2, "pool": 0}
        self.store: bool | Exception = True
        self.silent: asyncio.Event | None = None
        self.asked = 0

    def gateway_latencies(self) -> dict[int, float]:
        return self.latencies

    def shards_connected(self) -> dict[int, bool]:
        return self.connected

    def shards_waited_for(self) -> int:
        return self.waited_for

    def pictures_waiting(self) -> int:
        return self.pictures

    def open_games(self) -> dict[str, int]:
        return self.games

    async def store_answers(self) -> bool:
        self.asked += 1
        if self.silent is not None:
            await self.silent.wait()
        if isinstance(self.store, Exception):
            raise self.store
        return self.store
