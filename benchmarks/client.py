"""What an answer costs inside the real discord.py client, against an echo bot that always says the same.

Both clients are fed the same gateway event and are timed until they hand their reply to discord.py's REST layer, in
turns within one process, so that noise falls on both. SimCord provides the world around them.
"""

from __future__ import annotations

import asyncio
import copy
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord
import simcord
from pydantic import SecretStr
from rich.table import Table
from simcord.backend import serializers

from benchmarks.asked import NOT_ASKED, QUESTIONS
from benchmarks.timing import Timing, microseconds
from bot.client import ClusterBot, intents
from bot.settings import ReplyStyle, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.pipeline import Pipeline

ROUNDS = 10
TIMES = 200
MESSAGES = {**QUESTIONS, NOT_ASKED: NOT_ASKED}


class EchoBot(discord.Client):
    """Answers every message that begins with "!" with a constant."""

    async def on_message(self, message: discord.Message) -> None:
        """Reply to a question, as the bot does, but without thinking."""
        if message.content.startswith("!"):
            await message.reply("London: #8 in 2025", mention_author=False)


def quiet_client(client: type[discord.Client]) -> discord.Client:
    """Return a client with the intents of ours and as little in its caches."""
    return client(
        intents=intents(message_content=True),
        max_messages=None,
        member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False,
    )


@dataclass
class Driven:
    """A client with its REST layer replaced by one that notes when a reply arrives."""

    client: discord.Client
    event: dict[str, Any]
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    at: float = 0.0
    number: int = 0

    def listen(self, answer: dict[str, Any]) -> None:
        """Replace the REST layer; every request is answered with the same message."""

        async def request(_route: object, **_: object) -> dict[str, Any]:
            self.at = time.perf_counter()
            self.arrived.set()
            return copy.deepcopy(answer)

        self.client.http.request = request  # type: ignore[method-assign]

    async def ask(self, content: str) -> float:
        """Feed one message; return the seconds until its reply reached the REST layer (or until nothing is left)."""
        self.number += 1
        event = {**copy.deepcopy(self.event), "content": content}
        event["id"] = str(int(event["id"]) + self.number)
        self.arrived.clear()
        start = time.perf_counter()
        self.client._connection.parsers["MESSAGE_CREATE"](event)
        if not content.startswith("!"):
            for _ in range(3):
                await asyncio.sleep(0)
            return time.perf_counter() - start
        await asyncio.wait_for(self.arrived.wait(), 5)
        return self.at - start


async def _driven(env: simcord.Env, client: discord.Client) -> Driven:
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    member = guild.add_member(env.create_user("alice"))
    stored = env.backend.create_message(channel.id, member.id, "!", broadcast=False)
    payload = dict(serializers.message_payload(env.backend, stored))
    held = env.backend.get_guild(guild.id)
    payload["member"] = serializers.member_payload(env.backend, held, held.members[member.id], with_user=False)
    driven = Driven(client, payload)
    driven.listen({**payload, "author": dict(serializers.user_payload(env.backend.bot_user))})
    return driven


async def _round(client: discord.Client) -> dict[str, list[float]]:
    async with simcord.run(client, check_errors=False) as env:
        driven = await _driven(env, client)
        for text in MESSAGES.values():
            await driven.ask(text)
        return {name: [await driven.ask(text) for _ in range(TIMES)] for name, text in MESSAGES.items()}


def unhurried(style: ReplyStyle, state: Path) -> Settings:
    """Return settings that let one person ask without end, and one server, and keep games in a folder of their own."""
    database = SecretStr(f"sqlite:///{state / 'games.sqlite3'}")
    return Settings(
        _env_file=None,
        reply_style=style,
        cooldown_questions=100,
        cooldown_seconds=0.001,
        server_questions=1000,
        server_seconds=0.001,
        replies_per_second=10_000,
        database_url=database,
        shards=1,
    )


def _clients(pipeline: Pipeline, state: Path) -> dict[str, Callable[[], discord.Client]]:
    def bot(style: ReplyStyle) -> ClusterBot:
        return ClusterBot(unhurried(style, state), pipeline, state=state)

    return {
        "echo": lambda: quiet_client(EchoBot),
        "card": lambda: bot(ReplyStyle.CARDS),
        "plain": lambda: bot(ReplyStyle.PLAIN),
    }


def _measured(pipeline: Pipeline) -> dict[str, dict[str, Timing]]:
    seconds = {name: {client: list[float]() for client in ("echo", "card", "plain")} for name in MESSAGES}
    with tempfile.TemporaryDirectory() as state:
        for _ in range(ROUNDS):
            for client, make in _clients(pipeline, Path(state)).items():
                for name, found in asyncio.run(_round(make())).items():
                    seconds[name][client].extend(found)
    return {name: {client: Timing.of(found) for client, found in one.items()} for name, one in seconds.items()}


def measure(pipeline: Pipeline) -> Table:
    """Time questions through the client, as cards and as plain text, against the echo."""
    title = f"Through discord.py, gateway event to REST call, {ROUNDS * TIMES:,} times each"
    table = Table(title=title)
    table.add_column("message")
    for column in ("echo p50", "card p50", "card p99", "card ÷ echo", "plain p50", "plain ÷ echo"):
        table.add_column(column, justify="right")
    for name, found in _measured(pipeline).items():
        echo, card, plain = found["echo"], found["card"], found["plain"]
        table.add_row(
            name,
            microseconds(echo.p50),
            microseconds(card.p50),
            microseconds(card.p99),
            f"{card.p50 / echo.p50:.2f} ×",
            microseconds(plain.p50),
            f"{plain.p50 / echo.p50:.2f} ×",
        )
    return table
