"""The start: what it loads stays for good, and what can be loaded while Discord is waited for is loaded then."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from bot.pipeline import Pipeline


@contextmanager
def uncollected() -> Generator[None]:
    """Load without collecting garbage, a fifth of the start; what is there at the end is never looked through again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def beforehand(pipeline: Pipeline) -> Thread:
    """Load, in a thread that is returned, what is needed once Discord has let the bot in, and not before.

    That is what `ClusterBot.setup_hook` imports (games, and the database under them) and what the first questions would
    make. Asking Discord takes about as long; who comes first to what is being imported, waits for it.
    """
    loading = Thread(target=_load, args=(pipeline,), name="loading")
    loading.start()
    return loading


def _load(pipeline: Pipeline) -> None:
    with uncollected():
        for name in ("bot.cogs.events.hall", "bot.cogs.events.slash_events"):
            import_module(name)
        pipeline.warm()
