"""How often somebody may ask, a person or a server: so many questions within so many seconds."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = 10_000
"""So many people, or servers, are remembered; whoever asked longest ago is forgotten first."""


@dataclass(slots=True)
class _Asker:
    asked: deque[float]
    told_until: float = field(default=float("-inf"))


class Cooldown:
    """Counts questions within a sliding window. Who asked nothing within it is not remembered."""

    def __init__(self, questions: int, seconds: float, clock: Callable[[], float], *, quiet: float = 0.0) -> None:
        """Grant `questions` within `seconds`; `clock` returns seconds that only grow.

        Who was told to wait is not told again before that is over, and not for `quiet` seconds.
        """
        self._questions = questions
        self._seconds = seconds
        self._clock = clock
        self._quiet = quiet
        self._askers: OrderedDict[int, _Asker] = OrderedDict()

    def __len__(self) -> int:
        return len(self._askers)

    def wait(self, who: int) -> float:
        """Return in how many seconds somebody may ask; 0 if now."""
        known = self._askers.get(who)
        if known is None or len(known.asked) < self._questions:
            return 0.0
        return max(0.0, known.asked[0] + self._seconds - self._clock())

    def take(self, who: int) -> None:
        """Count a question that was granted. A refused one costs nothing."""
        now = self._clock()
        self._known(who).asked.append(now)
        self._askers.move_to_end(who)
        while self._over(next(iter(self._askers.values())), now):
            self._askers.popitem(last=False)

    def tell(self, who: int) -> bool:
        """Return whether somebody who has to wait is to be told so, and take it that they are."""
        known, now = self._known(who), self._clock()
        if now < known.told_until:
            return False
        known.told_until = now + max(self.wait(who), self._quiet)
        return True

    def _known(self, who: int) -> _Asker:
        """Return what is known of somebody, who is remembered from now on."""
        known = self._askers.get(who)
        if known is None:
            known = self._askers[who] = _Asker(deque(maxlen=self._questions))
            if len(self._askers) > KEPT:
                self._askers.popitem(last=False)
        return known

    def _over(self, known: _Asker, now: float) -> bool:
        """Return whether nothing depends any more on what is known of somebody."""
        return (not known.asked or known.asked[-1] + self._seconds < now) and known.told_until < now
