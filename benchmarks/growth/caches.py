"""Everything that the bot remembers on its own account, each with what bounds it."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.growth.results import Table
from bot import pipeline, studio
from bot.cogs import conversations, cooldown, exchanges, messenger, settled, views
from bot.cogs.events import pool_room, quiz_room
from bot.places import gazetteer, remembering
from bot.replies import cards


class Cache(NamedTuple):
    """What is remembered where, how many of it at most, and what gives way."""

    module: str
    what: str
    most: str
    gives_way: str


_OLDEST = "the oldest"
_LEAST_USED = "the least recently used"
_NOTHING = "none: no more are taken"

CACHES = (
    Cache("pipeline.py", "answers to short texts", f"{pipeline.ANSWERS_KEPT:,}", _LEAST_USED),
    Cache("replies/cards.py", "replies as cards", f"{cards.CARDS_KEPT:,}", _LEAST_USED),
    Cache(
        "cogs/cooldown.py", "people, and servers, with the times of their last questions", f"{cooldown.KEPT:,}", _OLDEST
    ),
    Cache("cogs/conversations.py", "last questions, by person and channel", f"{conversations.KEPT:,}", _OLDEST),
    Cache("cogs/exchanges.py", "questions with their replies", f"{exchanges.KEPT:,}", _OLDEST),
    Cache("cogs/views.py", "messages with live buttons", f"{views.OPEN_LIMIT:,}", _OLDEST),
    Cache("cogs/settled.py", "verdicts, by channel and claim", f"{settled.KEPT:,}", _OLDEST),
    Cache("cogs/messenger.py", "channels where the bot may not write", f"{messenger.REPORTED_LIMIT:,}", "all of them"),
    Cache("cogs/events/quiz_room.py", "quizzes being played", f"{quiz_room.RUNNING_LIMIT:,}", _NOTHING),
    Cache("cogs/events/pool_room.py", "forms with something wrong in them", f"{pool_room.DRAFTS_KEPT:,}", _OLDEST),
    Cache("places/remembering.py", "each of three searches for names", f"{remembering.MOST_REMEMBERED:,}", _LEAST_USED),
    Cache("places/gazetteer.py", "cities read from the gazetteer", f"{gazetteer.CITIES_KEPT:,}", _LEAST_USED),
    Cache("studio.py", "finished pictures", f"{studio.CACHE_BYTES // 1024**2} MiB", _LEAST_USED),
    Cache("studio.py", "pictures waiting to be drawn", f"{studio.WAITING:,}", _NOTHING),
)


def table() -> Table:
    """Return the table of the page."""
    return Table(
        "caches",
        ("in `bot/`", "what is remembered", "at most", "gives way"),
        tuple((f"`{cache.module}`", *cache[1:]) for cache in CACHES),
    )
