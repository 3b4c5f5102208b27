"""Several processes that serve one bot: everybody is answered once, and a killed process is replaced."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

import pytest

from tests.cogs.events.test_new_edition import imported
from tests.loopback import Loopback, loopback
from tests.scaling.support import IDENTIFY_SECONDS, company
from tests.store.conftest import migrated_database, postgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.loopback.world import Channel, Data
    from tests.store.postgres import Postgres

log = logging.getLogger(__name__)

__all__ = ["migrated_database", "postgres"]

SERVED_AGAIN = 5.0
"""Seconds within which the servers of a killed process are served again; `docs/scaling.md` states what is measured."""


@pytest.fixture
def database(postgres: Postgres, migrated_database: str) -> Iterator[str]:
    name = postgres.create(migrated_database)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback(4, shards=4) as server:
        server.gateway.identify_seconds = IDENTIFY_SECONDS
        yield server


def words(message: Data) -> str:
    embeds = message["embeds"] or [{}]
    return " ".join([message["content"], embeds[0].get("title", ""), embeds[0].get("description", "")])


def said(channel: Channel, text: str) -> list[Data]:
    """What the bot posted in a channel with some words in it."""
    return [each for each in channel.messages.values() if each["author"]["id"] == "1" and text in words(each)]


async def asked_until_answered(fake: Loopback, channel: Channel, since: float) -> tuple[float, Data]:
    """Ask again and again, as people do; return how long after a moment the first answer came, and to what."""
    asked: list[Data] = []
    while True:
        asked.append(await fake.say("!rank London", channel))
        await asyncio.sleep(0.1)
        for question in asked:
            if fake.replies(question):
                return time.monotonic() - since, question


async def test_processes_share_the_shards_and_one_stands_in_for_another(
    fake: Loopback, database: str, postgres: Postgres, tmp_path: Path
) -> None:
    (tmp_path / "imported").mkdir()
    channels = {guild.shard(4): guild.channels[0] for guild in fake.world.guilds.values()}
    questions: list[Data] = []

    async def ask_everywhere() -> None:
        asked = [await fake.say("!rank London", channel) for channel in channels.values()]
        await asyncio.gather(*(fake.reply(question) for question in asked))
        questions.extend(asked)

    async def everywhere(text: str) -> None:
        await fake.until(lambda: all(said(channel, text) for channel in channels.values()), 30)

    async with company(fake, database, tmp_path) as start:
        one, other = await start("one", "0-1"), await start("other", "2-3")
        await fake.until(lambda: len(fake.gateway.connected) == 4, 30)
        await asyncio.gather(*(each.says("Connected as") for each in (one, other)))
        standby = await start("standby", "0,1")
        await ask_everywhere()

        # what is to happen once for all
        for channel in channels.values():
            await fake.say("!announce here", channel)
            await fake.say("!quiz daily 00:00", channel)
        await everywhere("will be announced in this channel")
        await everywhere("Question of the day")
        await fake.say("!quiz start 10", channels[0])
        await fake.until(lambda: said(channels[0], "Question 1 of 10"))

        # one is killed
        await standby.says("stands by")
        killed = one.kill()
        seconds, first = await asked_until_answered(fake, channels[0], killed)
        also, _ = await asked_until_answered(fake, channels[1], killed)
        log.info("One killed: served again after %.2f s and %.2f s", seconds, also)
        assert max(seconds, also) < SERVED_AGAIN
        questions.append(first)
        await ask_everywhere()

        # its quiz goes on
        async with asyncio.timeout(10):
            while not said(channels[0], "counts for nobody"):
                await fake.say("!quiz skip", channels[0])
                await asyncio.sleep(0.3)
        log.info("Its quiz went on after %.2f s", time.monotonic() - killed)
        assert len(said(channels[0], "Question 1 of 10")) == 1

        # one takes a new edition into service, and both announce it, each in its servers
        imported(tmp_path / "imported")
        await fake.say("!data reload", channels[2])
        await everywhere("Innovation Index 2026 is in the table")
        reply = await fake.reply(await fake.say("!top 3 2026", channels[1]))
        assert "2026" in words(reply)

        # a lost connection to the database is a lost claim: the process stops, waits, and is back
        lost = time.monotonic()
        name = database.partition("@/")[2].partition("?")[0]
        postgres.execute(
            "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l USING (pid)"
            f" WHERE datname = '{name}' AND locktype = 'advisory' GROUP BY a.pid ORDER BY min(a.backend_start) LIMIT 1"
        )
        await other.says("serves no more")
        seconds, _ = await asked_until_answered(fake, channels[3], lost)
        log.info("Connection to the database lost: served again after %.2f s", seconds)
        await ask_everywhere()

        assert await standby.stop() == await other.stop() == 0

    assert all(len(fake.replies(question)) == 1 for question in questions)
    for channel in channels.values():
        assert len(said(channel, "Innovation Index 2026 is in the table")) == 1
        assert len(said(channel, "Question of the day")) == 1
    assert fake.gateway.violations == 0
    assert [each.count for each in fake.gateway.identified] == [4] * len(fake.gateway.identified)
    assert sum(request.startswith("PUT ") for request in fake.rest.requests) == 2, "who has shard 0 sends the commands"
    for process in (standby, other):
        assert "Traceback" not in process.log, process.log
