"""Reading the bot's own metrics while it works, as Prometheus would."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import ClassVar

import aiohttp
from prometheus_client.parser import text_string_to_metric_families


@dataclass(frozen=True, slots=True)
class Scrape:
    """What `/metrics` said, how many seconds and bytes it took, and how late the event loop was (by upper ends)."""

    HEADINGS: ClassVar = (
        "scraping took", "size", "answers", "answering, mean", "loop late, mean", "loop late, at most",
        "pictures waiting", "resident",
    )  # fmt: skip

    seconds: float
    size: int
    answers: float
    answering: float
    late: dict[float, float]
    lateness: float
    waiting: float
    resident: float

    def since(self, before: Scrape) -> Scrape:
        """Return what was counted since another scrape."""
        return replace(
            self,
            answers=self.answers - before.answers,
            answering=self.answering - before.answering,
            late={end: number - before.late[end] for end, number in self.late.items()},
            lateness=self.lateness - before.lateness,
        )

    def cells(self) -> tuple[str, ...]:
        """Return a row of the table."""
        samples = max(self.late.values(), default=0)
        most = next((end for end in sorted(self.late) if self.late[end] == samples), 0.0)
        return (
            f"{self.seconds * 1e3:,.1f} ms",
            f"{self.size / 1024:,.1f} KiB",
            f"{self.answers:,.0f}",
            f"{self.answering / self.answers * 1e6:,.0f} µs" if self.answers else "–",
            f"{self.lateness / samples * 1e3:,.1f} ms" if samples else "–",
            f"{most * 1e3:,.1f} ms" if samples else "–",
            f"{self.waiting:.0f}",
            f"{self.resident / 1024**2:,.0f} MiB",
        )


async def scrape(port: int) -> Scrape:
    """Read the metrics at a port of this machine."""
    start = time.perf_counter()
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as response:
        text = await response.text()
    seconds = time.perf_counter() - start
    sums: dict[str, float] = {}
    late: dict[float, float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            sums[sample.name] = sums.get(sample.name, 0.0) + sample.value
            if sample.name == "clusterbot_event_loop_delay_seconds_bucket":
                late[float(sample.labels["le"])] = sample.value
    return Scrape(
        seconds,
        len(text),
        sums.get("clusterbot_answers_total", 0.0),
        sums["clusterbot_answering_seconds_sum"],
        late,
        sums["clusterbot_event_loop_delay_seconds_sum"],
        sums.get("clusterbot_pictures_waiting", 0.0),
        sums.get("process_resident_memory_bytes", 0.0),
    )
