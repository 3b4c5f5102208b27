from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families

from bot.operating.metrics import Metrics
from bot.operating.pulse import sample_delay
from bot.operating.serving import Clinic, PortTaken, watched
from tests.operating.support import Patient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def metrics(registry: CollectorRegistry) -> Metrics:
    return Metrics(registry)


@pytest.fixture
async def client(metrics: Metrics, registry: CollectorRegistry) -> AsyncIterator[TestClient]:
    async with TestClient(TestServer(Clinic(metrics, registry, patience=0.02).app())) as opened:
        yield opened


def samples(text: str) -> Samples:
    families = text_string_to_metric_families(text)
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in families
        for sample in family.samples
    }


async def scraped(client: TestClient) -> Samples:
    response = await client.get("/metrics")
    assert response.content_type == "text/plain"
    return samples(await response.text())


def how(**different: Any) -> dict[str, Any]:
    """What is told of a bot to whom all is well, but for what is different."""
    return {"gateway": True, "store": True, "standby": False, "shards": {"0": True, "1": True}} | different


async def test_it_is_alive_before_there_is_a_bot_but_not_ready(client: TestClient) -> None:
    assert (await client.get("/healthz")).status == 200
    response = await client.get("/readyz")
    assert (response.status, await response.json()) == (503, how(gateway=False, store=False, shards={}))
    found = await scraped(client)
    assert found["clusterbot_shards_connected", ()] == 0
    assert ("clusterbot_pictures_waiting", ()) not in found, "nothing is said of what is not known"


async def test_it_is_ready_when_gateway_and_store_are(client: TestClient, metrics: Metrics) -> None:
    metrics.attach(Patient())
    response = await client.get("/readyz")
    assert (response.status, await response.json()) == (200, how())


async def test_it_is_not_ready_without_one_of_its_connections(client: TestClient, metrics: Metrics) -> None:
    patient = Patient()
    patient.connected = {0: True, 1: False}
    metrics.attach(patient)
    response = await client.get("/readyz")
    assert (response.status, await response.json()) == (503, how(gateway=False, shards={"0": True, "1": False}))
    found = await scraped(client)
    assert found["clusterbot_shard_up", (("shard", "1"),)] == 0
    assert found["clusterbot_shards_connected", ()] == 1
    assert found["clusterbot_shards_held", ()] == 2


async def test_a_process_that_stands_by_is_alive_and_not_ready(client: TestClient, metrics: Metrics) -> None:
    patient = Patient()
    patient.connected, patient.latencies, patient.waited_for = {}, {}, 2
    metrics.attach(patient)
    assert (await client.get("/healthz")).status == 200
    response = await client.get("/readyz")
    assert (response.status, await response.json()) == (503, how(gateway=False, standby=True, shards={}))
    found = await scraped(client)
    assert (found["clusterbot_shards_held", ()], found["clusterbot_shards_waited_for", ()]) == (0, 2)


@pytest.mark.parametrize("store", [False, RuntimeError("broken")])
async def test_it_is_not_ready_without_the_store(client: TestClient, metrics: Metrics, store: bool | Exception) -> None:
    patient = Patient()
    patient.store = store
    metrics.attach(patient)
    response = await client.get("/readyz")
    assert (response.status, await response.json()) == (503, how(store=False))


async def test_a_silent_store_is_asked_once_and_found_again_when_it_speaks(
    client: TestClient, metrics: Metrics
) -> None:
    patient = Patient()
    patient.silent = asyncio.Event()
    metrics.attach(patient)
    for _ in range(3):
        assert (await client.get("/readyz")).status == 503
    assert patient.asked == 1
    patient.silent.set()
    assert (await client.get("/readyz")).status == 200


async def test_what_happened_is_counted_and_timed(client: TestClient, metrics: Metrics) -> None:
    metrics.attach(Patient())
    for seconds in (0.0015, 0.2):
        metrics.answered("rank", "answered", seconds)
    metrics.answered("none", "failed", 0.0001)
    metrics.failed()
    metrics.delayed(0.3)
    with metrics.timed("writing"):
        pass
    with pytest.raises(OSError, match="gone"), metrics.timed("writing"):
        raise OSError("gone")
    found = await scraped(client)
    assert found["clusterbot_answers_total", (("kind", "rank"), ("status", "answered"))] == 2
    assert found["clusterbot_answers_total", (("kind", "none"), ("status", "failed"))] == 1
    assert found["clusterbot_answering_seconds_bucket", (("le", "0.002"),)] == 2
    assert found["clusterbot_failures_total", ()] == 1
    assert found["clusterbot_event_loop_delay_seconds_sum", ()] == 0.3
    assert found["clusterbot_store_seconds_count", (("doing", "writing"),)] == 2


async def test_the_bot_is_asked_at_every_scrape(client: TestClient, metrics: Metrics) -> None:
    patient = Patient()
    metrics.attach(patient)
    found = await scraped(client)
    assert found["clusterbot_gateway_latency_seconds", (("shard", "0"),)] == 0.04
    assert ("clusterbot_gateway_latency_seconds", (("shard", "1"),)) not in found, "not measured yet"
    assert found["clusterbot_shards_connected", ()] == 2
    assert found["clusterbot_pictures_waiting", ()] == 3
    assert found["clusterbot_open_games", (("kind", "quiz"),)] == 2
    patient.pictures = 0
    assert (await scraped(client))["clusterbot_pictures_waiting", ()] == 0


async def test_a_loop_that_is_held_up_is_seen() -> None:
    noted: asyncio.Queue[float] = asyncio.Queue()
    task = asyncio.create_task(sample_delay(noted.put_nowait, every=0.01))
    loop = asyncio.get_running_loop()
    await noted.get()
    until = loop.time() + 0.2
    while loop.time() < until:
        pass
    assert max(await noted.get(), await noted.get()) > 0.1
    task.cancel()


async def test_an_address_in_use_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=f"127.0.0.1, port {port}"):
            async with watched("127.0.0.1", port):
                pass


async def test_the_port_is_given_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    for _ in range(2):
        async with (
            watched("127.0.0.1", port),
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}/healthz") as response,
        ):
            assert response.status == 200
