"""The commitment to all entries, as `docs/pools.md` describes it for those who check it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from bot.community.pool.model import Prompt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.community.pool.model import Sealed
    from bot.community.pool.state import Pool

_PROMPTS: TypeAdapter[tuple[Prompt, ...]] = TypeAdapter(tuple[Prompt, ...])

SHORT_DIGITS = 16
GROUP = 4


def digest(value: object) -> str:
    """Return the SHA-256 of a value as JSON in one spelling: sorted keys, no spaces, ASCII."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def prompts_as_json(prompts: tuple[Prompt, ...]) -> list[dict[str, str]]:
    """Return the prompts as they are hashed and published."""
    return _PROMPTS.dump_python(prompts, mode="json")


def leaf(pool: Pool, sealed: Sealed) -> str:
    """Return the hash that stands for an entry, in which no person is named."""
    return digest(
        {
            "edition": pool.edition,
            "entry": sealed.entry.predictions,
            "pool": pool.id,
            "prompts": digest(prompts_as_json(pool.prompts)),
            "salt": sealed.salt,
        }
    )


def commitment(leaves: Iterable[str]) -> str:
    """Return the SHA-256 of the leaves in rising order, each with a line end after it."""
    return hashlib.sha256("".join(f"{each}\n" for each in sorted(leaves)).encode("ascii")).hexdigest()


def short(leaf_hash: str) -> str:
    """Return the first digits of a hash in groups of four, for people to compare."""
    return "-".join(leaf_hash[start : start + GROUP] for start in range(0, SHORT_DIGITS, GROUP))
