"""Whether memory stays flat: a million questions from two hundred thousand people in twenty thousand channels.

They go through the whole client, from the gateway's event to the REST call; those of discord.py's own caches that hang
on real connections are not filled.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import simcord

from benchmarks.client import unhurried
from benchmarks.growth.apart import MEBIBYTE, apart, resident
from benchmarks.growth.bigger import made_up_names
from benchmarks.growth.guilds import bot_payload, message
from benchmarks.growth.results import Found, Plot, Table
from benchmarks.growth.servers import take_in
from bot.client import ClusterBot
from bot.operating.memory import settle
from bot.pipeline import open_pipeline
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.pipeline import Pipeline

QUESTIONS = 1_000_000
PEOPLE = 200_000
GUILDS = 1_250
"""Servers of sixteen text channels each."""

SECONDS = 180.0
"""So long it goes on at most; the page says how many questions that were."""

SAMPLES = (1, 10_000, 25_000, 50_000, 100_000, 150_000, 200_000, 300_000, 400_000, 600_000, 800_000, QUESTIONS)
AT_ONCE = 20


@dataclass(slots=True)
class Pauses:
    """What searches for garbage took, how many went through all of memory, and what they all found."""

    longest: float = 0.0
    full: int = 0
    found: int = 0
    began: float = 0.0

    def note(self, phase: str, info: dict[str, int]) -> None:
        """Take note of a search, as one of `gc.callbacks`."""
        if phase == "start":
            self.began = time.thread_time()
        else:
            self.longest = max(self.longest, time.thread_time() - self.began)
            self.full += info["generation"] == 2
            self.found += info["collected"]


@dataclass(frozen=True, slots=True)
class Kept:
    """After how many questions so many bytes were resident, how many were answered, and the pauses for garbage."""

    samples: tuple[tuple[int, int], ...]
    answered: int
    pauses: Pauses


def measure(done: Callable[[str], None], *, quick: bool) -> Found:
    """Ask in a process of its own."""
    done(f"{QUESTIONS:,} questions of {PEOPLE:,} people")
    kept = apart(measured, 2_000 if quick else QUESTIONS, SECONDS)
    rows = tuple((f"{asked:,}", f"{held / MEBIBYTE:,.0f} MiB") for asked, held in kept.samples)
    curves = {"resident": tuple((float(asked), held / MEBIBYTE) for asked, held in kept.samples)}
    pauses = kept.pauses
    notes = (
        f"{kept.answered:,} questions were answered in {SECONDS:.0f} seconds at most. Python searched all of its "
        f"memory for garbage {pauses.full} times meanwhile; the longest search took {pauses.longest * 1e3:,.0f} ms, "
        f"and all together found {pauses.found:,} objects.",
    )
    plot = Plot("people", "Memory after so many questions", "questions", "MiB, resident", curves, logarithmic=False)
    return Found((Table("people", ("questions", "resident"), rows),), (plot,), notes)


def measured(questions: int, seconds: float) -> Kept:
    """Ask so many questions, or as many as the time is enough for."""
    with tempfile.TemporaryDirectory() as state:
        return asyncio.run(_measured(questions, seconds, Path(state)))


async def _measured(questions: int, seconds: float, state: Path) -> Kept:
    pipeline, pauses = open_pipeline(), Pauses()
    client = ClusterBot(unhurried(ReplyStyle.CARDS, state), pipeline, state=state)
    samples: list[tuple[int, int]] = []
    async with simcord.run(client, check_errors=False) as env:
        store: Any = client._connection._view_store
        store.add_view = store.add_view.__simcord_original_callback__  # SimCord's own ties each view to itself
        bot_id = env.backend.bot_user.id
        await take_in(client, GUILDS, bot_id)
        await settle(0)  # as where it is run, once it knows its servers
        answered = _replying(client, bot_id)
        gc.callbacks.append(pauses.note)
        parse, ends = client._connection.parsers["MESSAGE_CREATE"], time.monotonic() + seconds
        for asked, text in enumerate(itertools.islice(_texts(pipeline), questions), 1):
            said = message(asked * 7 % GUILDS, asked * 31 % PEOPLE, text)
            said["id"] = str(10**18 + asked)
            parse(said)
            if asked % AT_ONCE == 0:
                await _until_answered(answered, asked)
            if asked in SAMPLES or asked == questions or time.monotonic() > ends:
                await _until_answered(answered, asked)
                gc.callbacks.remove(pauses.note)  # a sample's own collection is none of the bot's
                samples.append((asked, resident()))
                gc.callbacks.append(pauses.note)
            if time.monotonic() > ends:
                break
        gc.callbacks.remove(pauses.note)
    return Kept(tuple(samples), len(answered), pauses)


def _replying(client: ClusterBot, bot_id: int) -> _Counted:
    """Have every post succeed, and return what counts them."""
    counted = _Counted()
    template = {**message(0, 0, ""), "author": bot_payload(bot_id)}

    async def request(_route: object, **_: object) -> dict[str, Any]:
        counted.number += 1
        return {**template, "id": str(2 * 10**18 + counted.number)}

    client.http.request = request  # type: ignore[method-assign]
    return counted


@dataclass(slots=True)
class _Counted:
    number: int = 0

    def __len__(self) -> int:
        return self.number


async def _until_answered(answered: _Counted, asked: int) -> None:
    for _ in range(1_000):
        if len(answered) >= asked:
            return
        await asyncio.sleep(0)


def _texts(pipeline: Pipeline) -> Iterator[str]:
    """Yield questions without end, of the kinds that leave something behind: a name unknown, a verdict, buttons."""
    clusters = [cluster.name for cluster in pipeline.rankings.clusters.values()]
    chance = random.Random(3)
    for unknown in itertools.cycle(made_up_names()):
        one, other = chance.sample(clusters, 2)
        yield f"!rank {one}"
        yield f"!rank {unknown}"
        yield f"!top {chance.randrange(1, 101)} {chance.choice(('China', 'Europe', 'US', 'by patents 2022'))}"
        yield f"!is {one} ahead of {other}?"
        yield f"!compare {one} vs {other}"
        yield f"!rank {one[:2]}{one[3:]}"
        yield "!and in 2022?"
        yield f"!history {other}"
