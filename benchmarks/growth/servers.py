"""What a server costs in memory, and a message among so many servers: our bot against clients that do nothing."""

from __future__ import annotations

import asyncio
import gc
import json
import random
import tempfile
import time
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import discord
import simcord

from benchmarks.client import Driven, EchoBot, quiet_client, unhurried
from benchmarks.growth.apart import MEBIBYTE, apart, resident
from benchmarks.growth.guilds import guild_text, member_payload, snowflake
from benchmarks.growth.results import Found, Plot, Table
from benchmarks.timing import Timing, microseconds
from bot.client import ClusterBot
from bot.pipeline import open_pipeline
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["bot", "bare", "usual"]
"""Our bot; a client with its intents and caches that echoes; one with the intents and caches that discord.py proposes."""

NUMBERS = (1, 10, 100, 1_000, 10_000)
AIM = 1.1
TALK, QUESTION = "see you at eight", "!rank London"
BATCHES = 60
BATCH = 50
USUAL_AT = 1_000
"""The client with everything is measured at so many servers only."""


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes that servers take, of Python's objects or of the process; seconds of each kind of message, and of a pause."""

    objects: int
    resident: int
    talk: float
    question: float
    pause: float


def measure(done: Callable[[str], None], *, quick: bool) -> Found:
    """Measure each number of servers, the clients in turn, each in processes of its own."""
    numbers = NUMBERS[:2] if quick else NUMBERS
    found: dict[tuple[Kind, int], Held] = {}
    kinds: tuple[Kind, ...] = ("bare", "bot")
    for number in numbers:
        for kind in kinds if number != USUAL_AT else (*kinds, "usual"):
            done(f"{number:,} servers, {kind}")
            weighed = apart(measured, kind, number, True)
            timed = apart(measured, kind, number, False)
            found[kind, number] = Held(weighed.objects, timed.resident, timed.talk, timed.question, timed.pause)
    notes = ()
    if ("usual", USUAL_AT) in found:
        usual, ours = (found[kind, USUAL_AT].objects / USUAL_AT / 1024 for kind in ("usual", "bot"))
        notes = (f"A client with discord.py's default intents and caches holds {usual:,.0f} KiB a server, ours {ours:,.0f}.",)
    return Found((_memory(numbers, found), _messages(numbers, found)), (_plot(numbers, found),), notes)


def measured(kind: Kind, number: int, weighing: bool) -> Held:
    """Return what so many servers cost a client; while `weighing` its objects, all else is slow and not measured."""
    with tempfile.TemporaryDirectory() as state:
        return asyncio.run(_measured(_client(kind, Path(state)), number, weighing))


def _client(kind: Kind, state: Path) -> discord.Client:
    match kind:
        case "bot":
            return ClusterBot(unhurried(ReplyStyle.CARDS, state), open_pipeline(), state=state)
        case "bare":
            return quiet_client(EchoBot)
        case "usual":
            return EchoBot(intents=discord.Intents.default())


async def _measured(client: discord.Client, number: int, weighing: bool) -> Held:
    async with simcord.run(client, check_errors=False) as env:
        bot_id = env.backend.bot_user.id
        before = resident()
        if weighing:
            tracemalloc.start()
        await take_in(client, number, bot_id)
        gc.collect()
        objects = tracemalloc.get_traced_memory()[0] if weighing else 0
        tracemalloc.stop()
        grown = resident() - before
        if weighing:
            return Held(objects, grown, 0, 0, 0)
        driven = Driven(client, message(0, 0, ""))
        driven.listen({**message(0, 0, ""), "author": {"id": str(bot_id), "username": "bot", "discriminator": "0", "bot": True}})
        talk, question = await _talk(driven, number), await _questions(driven, number)
        start = time.process_time()
        gc.collect()
        return Held(objects, grown, talk, question, time.process_time() - start)


async def take_in(client: discord.Client, number: int, bot_id: int) -> None:
    """Tell a client of so many servers."""
    for guild in range(number):
        client._connection.parsers["GUILD_CREATE"](json.loads(guild_text(guild, bot_id)))
        await asyncio.sleep(0)


def message(guild: int, person: int, content: str) -> dict[str, Any]:
    """Return MESSAGE_CREATE's data for what somebody says in a channel of a server."""
    return {
        "id": str(time.time_ns()),
        "channel_id": str(snowflake(guild, 1 + person % 16)),
        "guild_id": str(snowflake(guild, 0)),
        "author": {"id": str(10**15 + person), "username": f"person{person}", "discriminator": "0", "avatar": None},
        "member": member_payload(),
        "content": content,
        "timestamp": "2026-01-01T00:00:00.000000+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        "components": [],
    }


async def _talk(driven: Driven, number: int) -> float:
    """Return the median seconds that a message takes which is not for the bot."""
    chance = random.Random(1)
    parse = driven.client._connection.parsers["MESSAGE_CREATE"]
    seconds: list[float] = []
    for _ in range(BATCHES):
        said = [message(chance.randrange(number), chance.randrange(10_000), TALK) for _ in range(BATCH)]
        start = time.thread_time()
        for each in said:
            parse(each)
        for _ in range(3):
            await asyncio.sleep(0)
        seconds.append((time.thread_time() - start) / BATCH)
    return Timing.of(seconds).p50


async def _questions(driven: Driven, number: int) -> float:
    """Return the median seconds from a question to its reply's way out."""
    chance = random.Random(2)
    seconds: list[float] = []
    for turn in range(BATCHES * BATCH // 4):
        asked = message(chance.randrange(number), turn, QUESTION)
        driven.arrived.clear()
        start = time.thread_time()
        driven.client._connection.parsers["MESSAGE_CREATE"](asked)
        await asyncio.wait_for(driven.arrived.wait(), 5)
        seconds.append(time.thread_time() - start)
    return Timing.of(seconds).p50


def _memory(numbers: tuple[int, ...], found: dict[tuple[Kind, int], Held]) -> Table:
    rows: list[tuple[str, ...]] = []
    for number in numbers:
        bare, bot = found["bare", number], found["bot", number]
        rows.append(
            (
                f"{number:,}",
                f"{bare.objects / number / 1024:,.1f} KiB",
                f"{bot.objects / number / 1024:,.1f} KiB",
                f"{bot.objects / bare.objects:.3f} ×",
                f"{bot.resident / MEBIBYTE:,.0f} MiB",
                f"{bot.resident / bare.resident:.2f} ×" if number >= 100 and bare.resident else "–",
                f"{bot.pause * 1e3:,.0f} ms",
            )
        )
    headings = (
        "servers", "bare: a server", "bot: a server", "bot ÷ bare", "all, resident", "bot ÷ bare", "a full collection",
    )  # fmt: skip
    return Table("servers memory", headings, tuple(rows))


def _messages(numbers: tuple[int, ...], found: dict[tuple[Kind, int], Held]) -> Table:
    rows: list[tuple[str, ...]] = []
    for number in numbers:
        bare, bot = found["bare", number], found["bot", number]
        rows.append(
            (
                f"{number:,}",
                microseconds(bare.talk),
                microseconds(bot.talk),
                f"{bot.talk / bare.talk:.2f} ×",
                microseconds(bare.question),
                microseconds(bot.question),
                f"{bot.question / bare.question:.2f} ×",
            )
        )
    headings = ("servers", "echo: not for it", "bot: not for it", "ratio", "echo: !rank London", "bot: !rank London", "ratio")
    return Table("servers messages", headings, tuple(rows))


def _plot(numbers: tuple[int, ...], found: dict[tuple[Kind, int], Held]) -> Plot:
    names = {"bare": "bare client", "bot": "bot"}
    curves = {
        name: tuple((float(number), found[kind, number].objects / number / 1024) for number in numbers)
        for kind, name in names.items()
    }
    return Plot("servers", "Memory of a server", "servers", "KiB a server", curves, aim=None)
