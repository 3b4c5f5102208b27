"""The numbers under which PostgreSQL knows locks."""

from __future__ import annotations

from hashlib import blake2b


def key_of(name: str) -> int:
    """Return the number of a lock by its name: 64 bits with a sign, the same in every process."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
