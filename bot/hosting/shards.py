"""Which servers are this process's own: Discord hands each server to one shard, and each shard to one process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Holds = Callable[[int], bool]
"""Says of a server whether this process is the one that plays its games, announces there and asks there."""


def everywhere(_: int) -> bool:
    """Hold every server, as the only process there is."""
    return True


def nowhere(_: int) -> bool:
    """Hold no server yet."""
    return False


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards `ids` of `count`."""

    count: int
    ids: frozenset[int]

    def of(self, server: int) -> int:
        """Return a server's shard. Source: Discord's documentation, “Gateway”, “Sharding”."""
        return (server >> 22) % self.count

    def hold(self, server: int) -> bool:
        """Return whether a server is on one of these shards."""
        return self.of(server) in self.ids
