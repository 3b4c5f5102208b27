"""What a door has to say of its own accord: one sentence, shown like any other reply."""

from __future__ import annotations

from bot.answers.values import Status
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say


def notice(key: str, **values: object) -> Reply:
    """Return a sentence of the doors (`door.…`) as a reply."""
    return Reply(Status.NOT_UNDERSTOOD, (say(key, **values),))


def told(key: str, *notes: str, **values: object) -> Reply:
    """Return a sentence about something that was done, with remarks under it."""
    return Reply(Status.ANSWERED, (say(key, **values),), notes)
