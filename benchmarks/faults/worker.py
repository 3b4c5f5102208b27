"""A process that runs faults, with a pipeline that it opens once."""

from __future__ import annotations

import asyncio
import functools
import logging
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.client import unhurried
from benchmarks.faults.running import run
from bot.client import ClusterBot
from bot.pipeline import Pipeline, open_pipeline
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from benchmarks.faults.running import Outcome


@functools.cache
def _pipeline() -> Pipeline:
    return open_pipeline()


def prepare() -> None:
    """Leave Ctrl-C to the process that shows what is done, and the log to the tests."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    _pipeline()


def run_once(name: str) -> Outcome:
    """Run a fault, with a bot that has nothing from before."""
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder)

        def make(message_content: bool) -> ClusterBot:
            settings = unhurried(ReplyStyle.CARDS, state)
            return ClusterBot(settings, _pipeline(), message_content=message_content, state=state)

        return asyncio.run(run(name, make, asyncio.sleep))
