"""The metrics, by the names that `docs/operations/` charts and alerts on. Times are in seconds."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from prometheus_client import Counter, GCCollector, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from prometheus_client import CollectorRegistry
    from prometheus_client.metrics_core import Metric

    from bot.operating.watching import Vitals

ANSWERING = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0)
"""Upper ends of classes: an answer takes about a millisecond."""
STORING = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 10.0)
DELAY = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0)


class Metrics:
    """Counts and times what the bot does, and asks it for the rest whenever the registry is read."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.vitals: Vitals | None = None
        self._answers = Counter(
            "clusterbot_answers",
            "Answers to questions, by kind of query (“none” where a text is no query) and status.",
            ("kind", "status"),
            registry=registry,
        )
        self._answering = Histogram(
            "clusterbot_answering_seconds",
            "From a text to its reply, without sending it.",
            buckets=ANSWERING,
            registry=registry,
        )
        self._failures = Counter(
            "clusterbot_failures", "Failures that somebody was told the number of.", registry=registry
        )
        self._refusals = Counter(
            "clusterbot_refusals",
            "People not let in, by door (message, command, press) and limit (of a person, a server, the room).",
            ("door", "limit"),
            registry=registry,
        )
        self._storing = Histogram(
            "clusterbot_store_seconds",
            "Transactions, with the wait for a connection, by whether they read or write.",
            ("doing",),
            buckets=STORING,
            registry=registry,
        )
        self._delay = Histogram(
            "clusterbot_event_loop_delay_seconds",
            "How much later than it should the event loop came round, sampled every second.",
            buckets=DELAY,
            registry=registry,
        )
        registry.register(_Asking(self))
        ProcessCollector(registry=registry)
        GCCollector(registry=registry)

    def attach(self, vitals: Vitals) -> None:
        """Ask this bot from now on."""
        self.vitals = vitals

    def answered(self, kind: str, status: str, seconds: float) -> None:
        """Count and time an answer."""
        self._answers.labels(kind, status).inc()
        self._answering.observe(seconds)

    def failed(self) -> None:
        """Count a failure."""
        self._failures.inc()

    def refused(self, door: str, limit: str) -> None:
        """Count somebody who was not let in."""
        self._refusals.labels(door, limit).inc()

    def timed(self, doing: str, /) -> AbstractContextManager[object]:
        """Return what times a transaction."""
        return self._storing.labels(doing).time()

    def delayed(self, seconds: float) -> None:
        """Note how late the event loop came round."""
        self._delay.observe(seconds)


class _Asking(Collector):
    """What is not counted but asked for; before a bot is attached, only the names."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def collect(self) -> Iterator[Metric]:
        vitals = self._metrics.vitals
        latency = GaugeMetricFamily(
            "clusterbot_gateway_latency_seconds",
            "Between heartbeat and answer, of each shard that is connected.",
            labels=("shard",),
        )
        games = GaugeMetricFamily("clusterbot_open_games", "Games being played, by kind.", labels=("kind",))
        connected = GaugeMetricFamily("clusterbot_shards_connected", "Shards that are connected to the gateway.")
        held = GaugeMetricFamily("clusterbot_shards_held", "Shards that are this process's, connected or not.")
        waited = GaugeMetricFamily(
            "clusterbot_shards_waited_for", "Shards that are another process's, and would be this one's if that ended."
        )
        up = GaugeMetricFamily(
            "clusterbot_shard_up", "Whether a shard of this process is connected and ready.", labels=("shard",)
        )
        waiting = GaugeMetricFamily("clusterbot_pictures_waiting", "Pictures that were asked for and are not drawn.")
        if vitals is not None:
            for shard, seconds in vitals.gateway_latencies().items():
                if isfinite(seconds):
                    latency.add_metric((str(shard),), seconds)
            for kind, number in vitals.open_games().items():
                games.add_metric((kind,), number)
            waiting.add_metric((), vitals.pictures_waiting())
            shards = vitals.shards_connected()
            for shard, there in shards.items():
                up.add_metric((str(shard),), there)
            connected.add_metric((), sum(shards.values()))
            held.add_metric((), len(shards))
            waited.add_metric((), vitals.shards_waited_for())
        else:
            for family in (connected, held, waited):
                family.add_metric((), 0)
        yield from (latency, games, connected, held, waited, up, waiting)
