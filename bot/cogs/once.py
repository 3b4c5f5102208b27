"""Discord may send an event twice, as after a lost connection; whoever asks here takes it once."""

from __future__ import annotations

from collections import OrderedDict

KEPT = 5_000


class Once:
    """The ids that were seen last; beyond a limit the oldest are forgotten."""

    def __init__(self, limit: int = KEPT) -> None:
        self._limit = limit
        self._seen: OrderedDict[int, None] = OrderedDict()

    def __contains__(self, number: int) -> bool:
        return number in self._seen

    def first(self, number: int) -> bool:
        """Note an id, and return whether it was new."""
        if number in self._seen:
            return False
        self._seen[number] = None
        if len(self._seen) > self._limit:
            self._seen.popitem(last=False)
        return True
