"""What came of fuzzing a target, passed from the process that does it to the one that shows it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

LENGTHS = (10, 30, 100, 300, 1000, 2000, 4000)
"""Inputs are sorted by length, in bytes: each belongs to the least of these that it does not exceed."""

CRASHES_KEPT = 50
"""Crashes at so many places are told apart."""

SLOWEST_KEPT = 5


@dataclass(frozen=True, config=_BYTES)
class Crash:
    """An input that failed: where, how, and with what."""

    where: str
    error: str
    data: bytes


@dataclass(config=_BYTES)
class Report:
    """How many inputs were tried in how many seconds, the shortest that failed, and the slowest by length.

    `stopped` says why a run ended before its time: an input took too long, or too much memory.
    """

    inputs: int = 0
    seconds: float = 0.0
    stopped: str = ""
    crashes: dict[str, Crash] = field(default_factory=dict)
    slowest: dict[int, list[tuple[float, bytes]]] = field(default_factory=dict)

    def note(self, data: bytes, seconds: float) -> None:
        """Count an input, and remember it if it is among the slowest of its length."""
        self.inputs += 1
        length = next((length for length in LENGTHS if len(data) <= length), LENGTHS[-1])
        held = self.slowest.setdefault(length, [])
        if len(held) < SLOWEST_KEPT or seconds > held[-1][0]:
            held.append((seconds, data))
            held.sort(reverse=True)
            del held[SLOWEST_KEPT:]

    def note_crash(self, crash: Crash) -> None:
        """Remember a crash, if it is the first at its place or a shorter one."""
        held = self.crashes.get(crash.where)
        if (held is None and len(self.crashes) < CRASHES_KEPT) or (
            held is not None and len(crash.data) < len(held.data)
        ):
            self.crashes[crash.where] = crash

    def write(self, path: Path) -> None:
        """Write the report in one go, so that nobody reads half of it."""
        part = path.with_suffix(".part")
        part.write_bytes(_CODEC.dump_json(self))
        part.replace(path)

    @classmethod
    def read(cls, path: Path) -> Report:
        """Return a report as it was last written; an empty one if it was not yet."""
        return _CODEC.validate_json(path.read_bytes()) if path.exists() else cls()


_CODEC = TypeAdapter(Report)
