"""A small server for whoever watches over the bot: `/healthz`, `/readyz` and `/metrics`."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.operating.metrics import Metrics
from bot.operating.pulse import sample_delay

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

STORE_SECONDS = 2.0
"""Seconds that the store has to answer in, to be called ready."""


class PortTaken(Exception):
    """The address for the server of metrics cannot be had; the message says why."""


class Clinic:
    """Answers how the bot is. `patience` is how many seconds the store has to answer in."""

    def __init__(self, metrics: Metrics, registry: CollectorRegistry, patience: float = STORE_SECONDS) -> None:
        self._metrics = metrics
        self._registry = registry
        self._patience = patience
        self._probe: asyncio.Task[bool] | None = None

    def app(self) -> web.Application:
        """Return the application with its three pages."""
        app = web.Application(client_max_size=1024)
        app.router.add_get("/healthz", self._alive)
        app.router.add_get("/readyz", self._ready)
        app.router.add_get("/metrics", self._measured)
        return app

    async def _alive(self, _: web.Request) -> web.Response:
        """Answer, which only a process can whose event loop comes round."""
        return web.Response(text="ok\n")

    async def _ready(self, _: web.Request) -> web.Response:
        """Answer 200 if all shards are connected and the store can be read, and 503 if not; in any case, which.

        A process that stands by has no shards, and is not ready.
        """
        vitals = self._metrics.vitals
        shards: Mapping[int, bool] = {} if vitals is None else vitals.shards_connected()
        ready = {"gateway": bool(shards) and all(shards.values()), "store": await self._store_answers()}
        waiting = vitals is not None and vitals.shards_waited_for() > 0
        told = {**ready, "standby": waiting, "shards": {str(shard): there for shard, there in shards.items()}}
        return web.json_response(told, status=200 if all(ready.values()) else 503)

    async def _measured(self, _: web.Request) -> web.Response:
        return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _store_answers(self) -> bool:
        """Ask the store; while it owes the answer to an earlier question, that one is waited for."""
        if self._metrics.vitals is None:
            return False
        if self._probe is None or self._probe.done():
            self._probe = asyncio.create_task(self._metrics.vitals.store_answers())
        probe = self._probe
        await asyncio.wait((probe,), timeout=self._patience)
        return probe.done() and not probe.cancelled() and probe.exception() is None and probe.result()


@asynccontextmanager
async def watched(host: str, port: int) -> AsyncGenerator[Metrics]:
    """Serve metrics and health at an address for as long as the context lasts, and give what is to be told.

    Raises:
        PortTaken: the address is in use, not of this machine, or not allowed.
    """
    registry = CollectorRegistry()
    metrics = Metrics(registry)
    runner = web.AppRunner(Clinic(metrics, registry).app(), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PortTaken(f"Metrics cannot be served at {host}, port {port}: {error.strerror}") from error
        sampling = asyncio.create_task(sample_delay(metrics.delayed), name="event loop delay")
        try:
            yield metrics
        finally:
            sampling.cancel()
            with suppress(asyncio.CancelledError):
                await sampling
    finally:
        await runner.cleanup()
