"""A whole rehearsal at once, for doors that post nothing: each notice with the moment at which it would come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.community.release.actions import Posted, Tick
from bot.community.release.rules import ReleaseNight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.community.release.actions import Rehearsed
    from bot.community.release.night import Night, Notice


def rehearse(opening: Rehearsed, at: datetime) -> Iterator[tuple[datetime, Night, Notice]]:
    """Yield every notice of a rehearsal that begins at a time, with its moment and the evening as it stands then."""
    game = ReleaseNight()
    night = game.apply(None, opening, at).state
    while not game.over(night):
        for notice in game.notices(night):
            yield at, night, notice
            night = game.apply(night, Posted(notice.key, message=0), at).state
        at = game.due(night) or at
        night = game.apply(night, Tick(), at).state
