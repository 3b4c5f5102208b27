"""All that is known of a pool at a moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.community.pool.model import Sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.community.pool.model import Baseline, Prompt, Result
    from bot.community.pool.notices import Notice


class Phase(StrEnum):
    """Where a pool is: `LOCKED` until there is a result, `SCORED` from then on."""

    OPEN = "open"
    LOCKED = "locked"
    SCORED = "scored"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Pool:
    """All that is known of a pool. `id` names it in the commitment and is nothing of Discord's.

    `entries` are by person; `times` is how often each has entered or changed theirs. `commitment` is empty until the
    lock. `pending` is still to be posted, in order; `messages` are the ids of what was, by key.
    """

    id: str
    organiser: int
    edition: int
    closes: datetime
    prompts: tuple[Prompt, ...]
    baseline: Baseline
    pending: tuple[Notice, ...]
    phase: Phase = Phase.OPEN
    entries: Mapping[int, Sealed] = field(default_factory=dict[int, Sealed])
    times: Mapping[int, int] = field(default_factory=dict[int, int])
    moves: int = 0
    locked: datetime | None = None
    commitment: str = ""
    result: Result | None = None
    messages: Mapping[str, int] = field(default_factory=dict[str, int])
