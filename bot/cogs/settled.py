"""Which claims were settled lately, so that a heated channel gets one verdict and then links to it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.same import bared

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.queries import Claim

KEPT = 2_000
KEPT_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The message that has a verdict, and when it was given."""

    message: int
    link: str
    since: float


class Settled:
    """The last verdicts by channel and claim; the oldest are forgotten, by number and by age."""

    def __init__(self, clock: Callable[[], float], limit: int = KEPT, seconds: float = KEPT_SECONDS) -> None:
        self._clock = clock
        self._limit = limit
        self._seconds = seconds
        self._held: OrderedDict[tuple[int, Claim], Verdict] = OrderedDict()

    def link(self, channel: int, claim: Claim, replacing: int | None = None) -> str | None:
        """Return where a claim was settled in a channel within ten minutes, unless in the message to be replaced."""
        held = self._held.get((channel, bared(claim)))
        if held is None or held.message == replacing or held.since < self._clock() - self._seconds:
            return None
        return held.link

    def note(self, guild: int | None, channel: int, message: int, claim: Claim) -> None:
        """Remember that a message settles a claim; `guild` is None in a direct message."""
        key = (channel, bared(claim))
        self._held.pop(key, None)
        while len(self._held) >= self._limit:
            self._held.popitem(last=False)
        link = f"https://discord.com/channels/{guild or '@me'}/{channel}/{message}"
        self._held[key] = Verdict(message, link, self._clock())

    def forget(self, message: int) -> None:
        """Forget what a deleted message settled."""
        for key in [key for key, held in self._held.items() if held.message == message]:
            del self._held[key]
