"""The real transport of discord.py against a loopback server."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import aiohttp
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.cogs.backoff import LONGEST_WAIT, Backoff
from bot.hosting.tables import without
from bot.running import point_to, run_bot, serve, serve_own
from tests.cogs.conftest import Make, build_settings
from tests.loopback import Loopback, loopback
from tests.loopback.faults import LOGIN, POST, broken, refused
from tests.loopback.serving import TOKEN, Waits, pointed_at, serving
from tests.operating.support import logging_like_a_new_process

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.pipeline import Pipeline


@pytest.fixture(autouse=True)
def quick_reconnecting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discord.client.ExponentialBackoff.delay", lambda _: 0.01)


@pytest.fixture
async def fake() -> AsyncIterator[Loopback]:
    async with loopback() as server:
        with pointed_at(server):
            yield server


async def test_the_addresses_come_from_the_settings(make: Make, fake: Loopback) -> None:
    async with serving(make, fake, Waits()):
        await fake.say("!rank London")
        await asyncio.wait_for(fake.posted.wait(), 5)
    assert set(fake.rest.tokens) == {f"Bot {TOKEN}"}
    [post] = fake.rest.posts
    assert "London: #8" in post["embeds"][0]["title"]
    assert fake.gateway.identified[0].intents & (1 << 15)


def test_addresses_left_empty_stay_discords() -> None:
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    point_to(build_settings())
    assert before == (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY)


async def test_first_connections_that_fail_are_tried_again(
    make: Make, fake: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    fake.faults.connections_refused = 3
    waits = Waits()
    async with serving(make, fake, waits) as made:
        assert len(made) == 1
    assert len(waits) == 3
    assert caplog.text.count("Discord cannot be reached (aiohttp.client_exceptions.WSServerHandshakeError: 503") == 3


async def test_a_login_that_fails_is_tried_again(make: Make, fake: Loopback) -> None:
    fake.faults.rest(LOGIN, refused(503), times=2)
    waits = Waits()
    async with serving(make, fake, waits) as made:
        await fake.say("!rank London")
        await asyncio.wait_for(fake.posted.wait(), 5)
        assert len(made) == 3
    assert len(waits) == 2


async def test_without_the_privileged_intent_it_starts_with_a_warning(
    make: Make, fake: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    fake.faults.close_after_identify = [4014]
    async with serving(make, fake, Waits()) as made:
        assert [bot.intents.message_content for bot in made] == [True, False]
        await fake.say("<@1> rank London")
        await asyncio.wait_for(fake.posted.wait(), 5)
    assert [bool(each.intents & (1 << 15)) for each in fake.gateway.identified] == [True, False]
    assert "prefix questions in servers are not seen" in caplog.text


@pytest.mark.parametrize("landed", [True, False])
async def test_a_broken_post_is_made_once(make: Make, fake: Loopback, landed: bool) -> None:
    fault = fake.faults.rest(POST, broken(landed=landed))
    async with serving(make, fake, Waits()):
        question = await fake.say("!rank London")
        await fake.until(lambda: fault.met and len(fake.rest.posts) == 1 + landed)
    assert len(fake.replies(question)) == 1


@pytest.mark.parametrize("token", [TOKEN, "", "two words", "tökén", "line\nbreak"])
async def test_a_wrong_token_is_one_line_and_exit_code_1(
    make: Make, fake: Loopback, caplog: pytest.LogCaptureFixture, token: str
) -> None:
    fake.rest.accepts_token = False
    assert await serve(make, token, Waits()) == 1
    [record] = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert record.getMessage().startswith("Discord refused the token")
    assert record.exc_info is None


@pytest.mark.parametrize(("code", "words"), [(4004, "refused the token"), (4011, "closed the connection for good")])
async def test_what_cannot_be_repaired_ends_with_1(
    make: Make, fake: Loopback, caplog: pytest.LogCaptureFixture, code: int, words: str
) -> None:
    fake.faults.close_after_identify = [code]
    assert await serve(make, TOKEN, Waits()) == 1
    assert words in caplog.text


async def test_waits_double_up_to_a_minute() -> None:
    waits = Waits()
    backoff = Backoff(waits)
    for _ in range(10):
        await backoff.wait(OSError())
    for number, seconds in enumerate(waits):
        full = min(2.0**number, LONGEST_WAIT)
        assert full / 2 <= seconds <= full


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_error_that_ends_the_program_shows_neither_token_nor_password(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    address = "postgresql://ada:pass-word@db/bot"

    async def broken(*_: object) -> int:
        try:
            raise KeyError(address)
        except KeyError as error:
            raise ValueError(f"Bot {TOKEN} pass-word") from error

    monkeypatch.setattr("bot.running.serve_own", broken)
    settings = build_settings(discord_token=TOKEN, database_url=address, log_format=form, log_level="DEBUG")
    with logging_like_a_new_process():
        assert run_bot(settings, pipeline) == 1
    logged = capsys.readouterr().err
    assert "ValueError: Bot" in logged
    assert TOKEN not in logged
    assert "pass-word" not in logged
    assert TOKEN not in repr(settings) + str(settings)
    assert "pass-word" not in repr(settings) + str(settings)


def test_a_database_that_refuses_shows_no_password(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("asyncpg")
    settings = build_settings(
        discord_token=TOKEN, database_url="postgresql://ada:pass-word@127.0.0.1:1/bot", log_level="DEBUG"
    )
    with logging_like_a_new_process():
        assert run_bot(settings, pipeline) == 1
    logged = capsys.readouterr().err
    assert "The database cannot be used" in logged
    assert "pass-word" not in logged


async def test_a_database_that_cannot_be_used_ends_the_program(
    make: Make, fake: Loopback, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "games.sqlite3"
    broken.write_text("this is no database", "utf-8")
    assert await serve(make, TOKEN, Waits()) == 1
    [error] = [record.message for record in caplog.records if record.levelname == "ERROR"]
    assert error.startswith("The database cannot be used")
    assert broken.read_text("utf-8") == "this is no database"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_a_hangup_reads_the_tables_again(
    make: Make, fake: Loopback, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.INFO)
    async with serving(make, fake, Waits()) as made:
        before = made[0].pipeline
        os.kill(os.getpid(), signal.SIGHUP)
        async with asyncio.timeout(20):
            while made[0].pipeline is before:
                await asyncio.sleep(0.05)
        assert made[0].pipeline.rankings.version == before.rankings.version
    assert any("Tables read again" in record.message for record in caplog.records)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_a_new_client_answers_from_the_tables_that_were_read_last(
    fake: Loopback,
    pipeline: Pipeline,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.client.user_state_path", lambda _: tmp_path)
    monkeypatch.setattr("bot.hosting.tables.open_pipeline", lambda _: pipeline)
    caplog.set_level(logging.INFO)
    settings = build_settings(database_url=f"sqlite:///{tmp_path / 'games.sqlite3'}", shards=1)
    task = asyncio.create_task(serve_own(settings, without(pipeline, 2025), TOKEN))
    try:
        await asyncio.wait_for(fake.ready.wait(), 10)
        before = await fake.reply(await fake.say("!rank London 2025"))
        os.kill(os.getpid(), signal.SIGHUP)
        async with asyncio.timeout(10):
            while "Tables read again" not in caplog.text:
                await asyncio.sleep(0.01)
        await fake.gateway.drop(4014)  # somebody takes the message-content intent away
        await fake.until(lambda: len(fake.gateway.identified) == 2 and fake.gateway.connected)
        reply = await fake.reply(await fake.say("<@1> rank London 2025"))
    finally:
        task.cancel()
        await asyncio.wait((task,))
    assert "London: #" not in str(before["embeds"])
    assert "London: #" in str(reply["embeds"])


STANDING_BY = """
import asyncio, os, signal
from bot.running import _until_stopped
async def standing_by():
    os.kill(os.getpid(), signal.SIGHUP)
    await asyncio.sleep(0.05)
    return 7
raise SystemExit(asyncio.run(_until_stopped(standing_by())))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_a_hangup_does_not_end_who_is_not_connected() -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", STANDING_BY)
    assert await asyncio.wait_for(process.wait(), 30) == 7


PROGRAM = """
import sys
from pathlib import Path
import bot.client
from bot.pipeline import open_pipeline
from bot.running import run_bot
from bot.settings import Settings
bot.client.user_state_path = lambda name: Path(sys.argv[1])
sys.exit(run_bot(Settings(_env_file=None), open_pipeline()))
"""


async def started(fake: Loopback, tmp_path: Path, **settings: str) -> asyncio.subprocess.Process:
    """A process of the bot, once it is connected."""
    surroundings = {
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": fake.api,
        "DISCORD_GATEWAY_URL": fake.gateway.url,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'games.sqlite3'}",
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, str(tmp_path), env={**os.environ, **surroundings}, stderr=asyncio.subprocess.PIPE
    )
    await asyncio.wait_for(fake.ready.wait(), 30)
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_the_process_stops_cleanly(fake: Loopback, tmp_path: Path, number: signal.Signals) -> None:
    process = await started(fake, tmp_path, LOG_LEVEL="DEBUG")
    await fake.say("!quiz start 10")
    await asyncio.wait_for(fake.posted.wait(), 10)
    process.send_signal(number)
    _, logged = await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == 0
    assert b"Games at rest until the next start: 1 (quiz: 1, " in logged
    assert b"Stopped" in logged
    assert b"Traceback" not in logged
    assert b"WARNING" not in logged
    assert TOKEN.encode() not in logged


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
async def test_the_whole_log_of_a_process_can_be_json(fake: Loopback, tmp_path: Path) -> None:
    process = await started(fake, tmp_path, LOG_LEVEL="DEBUG", LOG_FORMAT="json")
    process.terminate()
    _, logged = await asyncio.wait_for(process.communicate(), 10)
    records = [json.loads(line) for line in logged.splitlines()]
    assert records[-1]["message"] == "Stopped"
    assert {"bot.running", "discord.gateway"} <= {record["logger"] for record in records}
    assert TOKEN.encode() not in logged


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


async def test_the_process_tells_how_it_is(fake: Loopback, tmp_path: Path) -> None:
    port = free_port()
    process = await started(fake, tmp_path, METRICS_PORT=str(port))
    async with asyncio.timeout(20), aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        while True:
            async with session.get("/readyz") as ready:
                if ready.status == 200:
                    assert await ready.json() == {
                        "gateway": True,
                        "store": True,
                        "standby": False,
                        "shards": {"0": True},
                    }
                    break
            await asyncio.sleep(0.05)
        await fake.say("!rank London")
        await fake.posted.wait()
        async with session.get("/metrics") as metrics:
            measured = await metrics.text()
    assert 'clusterbot_answers_total{kind="rank",status="answered"} 1.0' in measured
    assert 'clusterbot_open_games{kind="quiz"} 0.0' in measured
    assert 'clusterbot_store_seconds_count{doing="reading"}' in measured
    process.terminate()
    await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == 0


async def test_a_port_that_is_taken_ends_the_program_with_a_line(fake: Loopback, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        fake.ready.set()
        process = await started(fake, tmp_path, METRICS_PORT=str(port))
        _, logged = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 1
    assert f"Metrics cannot be served at 127.0.0.1, port {port}".encode() in logged
    assert b"Traceback" not in logged
