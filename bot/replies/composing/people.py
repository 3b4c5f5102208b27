"""People as they are shown in a line."""

from __future__ import annotations

from bot.replies.safety import person
from bot.replies.wording.catalogue import say


def named(who: int) -> str:
    """Return a person's name in a line; one who asked to be forgotten (a negative id) has none."""
    return say("person.nameless") if who < 0 else person(who)
