"""What is to be posted of a pool. Each notice holds what it says, for the pool may have moved on since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.community.pool.model import Result


@dataclass(frozen=True, slots=True)
class WasOpened:
    """To be posted: what is asked, and until when."""

    key: str


@dataclass(frozen=True, slots=True)
class WasMoved:
    """To be posted: the pool closes at another time."""

    key: str
    before: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class WasLocked:
    """To be posted: the commitment (64 hexadecimal digits) to so many entries."""

    key: str
    commitment: str
    count: int


@dataclass(frozen=True, slots=True)
class WasScored:
    """To be posted: the results."""

    key: str
    result: Result


@dataclass(frozen=True, slots=True)
class WasCorrected:
    """To be posted: the results anew, and what changed in the data."""

    key: str
    before: Result
    result: Result


@dataclass(frozen=True, slots=True)
class WasCancelled:
    """To be posted: there will be no result."""

    key: str


Notice = WasOpened | WasMoved | WasLocked | WasScored | WasCorrected | WasCancelled
