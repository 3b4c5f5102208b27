"""A bot that says of itself what a test wants it to."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio


class Patient:
    def __init__(self) -> None:
        self.latencies: dict[int, float] = {0: 0.04, 1: inf}
        self.pictures = 3
        self.games = {"quiz": 2, "pool": 0}
        self.store: bool | Exception = True
        self.silent: asyncio.Event | None = None
        self.asked = 0

    def gateway_latencies(self) -> dict[int, float]:
        return self.latencies

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
