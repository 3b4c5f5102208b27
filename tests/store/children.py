"""Processes of their own, to be started at once or killed: `python -m tests.store.children open|play ADDRESS`."""

from __future__ import annotations

import asyncio
import sys

from bot.store.failures import AlreadyOpen
from bot.store.store import Store
from tests.store.support import ADA, action, at, played


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


async def open_once(address: str) -> None:
    say("ready")
    sys.stdin.readline()
    async with await Store.open(address) as store:
        try:
            await played(store)
        except AlreadyOpen:
            say("second")
        else:
            say("first")


async def play(address: str) -> None:
    """Act and award without end, and say each number when both are kept."""
    async with await Store.open(address) as store:
        event = await played(store)
        say(event.id)
        number = 0
        while True:
            number += 1
            await store.events.append(event.id, number, action(ADA, f"[{number}]", number))
            await store.points.settle(event.id, at(number), {ADA: number})
            say(number)


if __name__ == "__main__":
    asyncio.run({"open": open_once, "play": play}[sys.argv[1]](sys.argv[2]))
