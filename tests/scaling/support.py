"""Processes of the bot that share one PostgreSQL and one fake Discord."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from tests.loopback import Loopback

ROOT = Path(__file__).parents[2]
IDENTIFY_SECONDS = 0.5
"""Discord's period for identifies in these tests; five seconds in truth."""

PROGRAM = f"""
import sys
from pathlib import Path
import bot.client, bot.cogs.sharded
from bot.pipeline import open_pipeline
from bot.running import run_bot
from bot.settings import Settings
bot.client.user_state_path = lambda name: Path(sys.argv[1])
bot.cogs.sharded.IDENTIFY_PAUSE = {IDENTIFY_SECONDS} + 0.1
settings = Settings(_env_file=None)
sys.exit(run_bot(settings, open_pipeline(settings.data_dir)))
"""


class Process:
    """A process of the bot, and what it has logged so far."""

    def __init__(self, running: asyncio.subprocess.Process, name: str) -> None:
        self.running = running
        self.name = name
        self.logged: list[tuple[float, str]] = []
        self._more = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.running.stderr is not None
        async for line in self.running.stderr:
            self.logged.append((time.monotonic(), line.decode().rstrip()))
            self._more.set()
        self._more.set()

    @property
    def log(self) -> str:
        return "\n".join(line for _, line in self.logged)

    async def says(self, text: str, seconds: float = 15.0, *, times: int = 1) -> float:
        """Wait until a line with some text was logged so often; return when."""
        async with asyncio.timeout(seconds):
            while True:
                found = [at for at, line in self.logged if text in line]
                if len(found) >= times:
                    return found[times - 1]
                assert self.running.returncode is None, self.log
                self._more.clear()
                await self._more.wait()

    def kill(self) -> float:
        """Kill it as a power cut would; return when."""
        self.running.send_signal(signal.SIGKILL)
        return time.monotonic()

    async def stop(self) -> int:
        """Ask it to end, and return its exit code."""
        if self.running.returncode is None:
            self.running.terminate()
        code = await asyncio.wait_for(self.running.wait(), 15)
        await self._reading
        return code


@contextlib.asynccontextmanager
async def company(fake: Loopback, database: str, folder: Path) -> AsyncIterator[Callable[..., Awaitable[Process]]]:
    """Give a function that starts a process for some shards of four; all are ended with the block."""
    started: list[Process] = []

    async def start(name: str, shards: str, **settings: str) -> Process:
        state = folder / name
        state.mkdir()
        surroundings = {
            "DISCORD_TOKEN": "MTA.fake-token.for-tests",
            "DISCORD_API_URL": fake.api,
            "DISCORD_GATEWAY_URL": fake.gateway.url,
            "DATABASE_URL": database,
            "DATA_DIR": str(folder / "imported"),
            "SHARDS": "4",
            "SHARD_IDS": shards,
            "COOLDOWN_QUESTIONS": "100",
            "COOLDOWN_SECONDS": "0.001",
            "SERVER_QUESTIONS": "1000",
            "SERVER_SECONDS": "0.001",
            "REPLIES_PER_SECOND": "10000",
            **settings,
        }
        running = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            PROGRAM,
            str(state),
            cwd=ROOT,
            env={**os.environ, **surroundings},
            stderr=asyncio.subprocess.PIPE,
        )
        started.append(Process(running, name))
        return started[-1]

    try:
        yield start
    finally:
        for process in started:
            if process.running.returncode is None:
                process.kill()
            await process.stop()
