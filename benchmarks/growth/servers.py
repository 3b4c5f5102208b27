"""What a server costs in memory, and a message among so many servers: our bot against clients that do nothing."""

from __future__ import annotations

import asyncio
import gc
import json
import random
import tempfile
import time
import tracemalloc
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import discord
import simcord

from benchmarks.client import Driven, EchoBot, quiet_client, unhurried
from benchmarks.growth.apart import MEBIBYTE, apart, resident, timed
from benchmarks.growth.guilds import bot_payload, guild_text, message
from benchmarks.growth.results import Found, Plot, Table
from benchmarks.timing import Timing, microseconds
from bot.client import ClusterBot
from bot.operating.memory import settle
from bot.pipeline import open_pipeline
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["bot", "bare", "usual"]
"""Our bot; a client with its intents and caches that echoes; one with the intents and caches discord.py proposes."""

NUMBERS = (1, 10, 100, 1_000, 10_000)
AIM = 1.1
TALK, QUESTION = "see you at eight", "!rank London"
BATCHES = 60
BATCH = 50
USUAL_AT = 1_000
"""The client with everything is measured at so many servers only."""


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes that servers take, of Python's objects or of the process; seconds that a message of each kind takes.

    `searching` is how many seconds it takes to search all of memory for garbage, and `settled` how many once what
    stays was set aside.
    """

    objects: int
    resident: int
    talk: float
    question: float
    searching: float
    settled: float


def measure(done: Callable[[str], None], *, quick: bool) -> Found:
    """Measure each number of servers, the clients in turn, each in processes of its own."""
    numbers = NUMBERS[:2] if quick else NUMBERS
    found: dict[tuple[Kind, int], Held] = {}
    kinds: tuple[Kind, ...] = ("bare", "bot")
    for number in numbers:
        for kind in kinds if number != USUAL_AT else (*kinds, "usual"):
            done(f"{number:,} servers, {kind}")
            found[kind, number] = _found(kind, number)
    notes = ()
    if ("usual", USUAL_AT) in found:
        usual, ours = (found[kind, USUAL_AT].objects / USUAL_AT / 1024 for kind in ("usual", "bot"))
        notes = (
            f"A client with discord.py's default intents and caches holds {usual:,.0f} KiB a server, ours {ours:,.0f}.",
        )
    return Found((_memory(numbers, found), _messages(numbers, found)), (_plot(numbers, found),), notes)


def _found(kind: Kind, number: int) -> Held:
    """Weigh once, and time twice: of two runs the quieter one tells more of the client than of the machine."""
    one, other = (apart(measured, kind, number, False) for _ in range(2))
    return replace(
        one,
        objects=apart(measured, kind, number, True).objects,
        talk=min(one.talk, other.talk),
        question=min(one.question, other.question),
        searching=min(one.searching, other.searching),
        settled=min(one.settled, other.settled),
    )


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
            return Held(objects, grown, 0, 0, 0, 0)
        driven = Driven(client, message(0, 0, ""))
        driven.listen({**message(0, 0, ""), "author": bot_payload(bot_id)})
        talk, question = await _talk(driven, number), await _questions(driven, number)
        searching = timed(gc.collect)
        await settle(0)
        return Held(objects, grown, talk, question, searching, timed(gc.collect))


async def take_in(client: discord.Client, number: int, bot_id: int) -> None:
    """Tell a client of so many servers."""
    for guild in range(number):
        client._connection.parsers["GUILD_CREATE"](json.loads(guild_text(guild, bot_id)))
        await asyncio.sleep(0)


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
                f"{bot.searching * 1e3:,.0f} ms",
                f"{bot.settled * 1e3:,.0f} ms",
            )
        )
    headings = (
        "servers", "bare: a server", "bot: a server", "bot ÷ bare", "all, resident", "bot ÷ bare", "full collection",
        "once settled",
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
    headings = (
        "servers",
        "echo: not for it",
        "bot: not for it",
        "ratio",
        "echo: !rank London",
        "bot: !rank London",
        "ratio",
    )
    return Table("servers messages", headings, tuple(rows))


def _plot(numbers: tuple[int, ...], found: dict[tuple[Kind, int], Held]) -> Plot:
    names = {"bare": "bare client", "bot": "bot"}
    curves = {
        name: tuple((float(number), found[kind, number].objects / number / 1024) for number in numbers)
        for kind, name in names.items()
    }
    return Plot("servers", "Memory of a server", "servers", "KiB a server", curves, aim=None)
