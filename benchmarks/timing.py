"""Percentiles and ratios: one machine's milliseconds mean little, a ratio within one run means something."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Timing:
    """Sorted durations in seconds."""

    seconds: tuple[float, ...]

    @classmethod
    def of(cls, seconds: list[float]) -> Timing:
        """Return some durations, sorted."""
        return cls(tuple(sorted(seconds)))

    def percentile(self, share: float) -> float:
        """Return the duration that a share (0–1) of all do not exceed."""
        return self.seconds[min(len(self.seconds) - 1, int(share * len(self.seconds)))]

    @property
    def p50(self) -> float:
        """Return the median in seconds."""
        return self.percentile(0.50)

    @property
    def p99(self) -> float:
        """Return what one in a hundred exceeds, in seconds."""
        return self.percentile(0.99)


def repeat(action: Callable[[], object], times: int) -> Timing:
    """Time an action that is over when it returns, each run for itself, by what the thread was given of a core.

    Waiting for a core that another process holds is no cost of the action, and would be most of its p99.
    """
    seconds: list[float] = []
    for _ in range(times):
        start = time.thread_time()
        action()
        seconds.append(time.thread_time() - start)
    return Timing.of(seconds)


def microseconds(seconds: float) -> str:
    """Return a duration as text."""
    return f"{seconds * 1e6:,.0f} µs"
