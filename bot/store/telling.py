"""What processes on one PostgreSQL tell one another, so that each looks again at what another has changed.

A message says only where to look: what counts is what is kept, and whoever missed a message looks when it connects.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

CHANNEL = "clusterbot"
"""The name under which PostgreSQL passes messages on."""

_NAMED = 500
"""So many events are named in a message: PostgreSQL takes 8,000 bytes."""


@dataclass(frozen=True, slots=True)
class SomebodyForgotten:
    """Somebody was taken out of the logs of events, if they were in any; None where these are too many to name."""

    events: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class TablesChanged:
    """New tables are in service, and perhaps games say so."""


News = SomebodyForgotten | TablesChanged


def written(news: News) -> str:
    """Return the text of a message."""
    match news:
        case SomebodyForgotten(events):
            named = sorted(events) if events is not None and len(events) <= _NAMED else None
            return json.dumps({"forgotten": named})
        case TablesChanged():
            return json.dumps({"tables": None})


def read(text: str) -> News | None:
    """Return what a message says; None where that is nothing known here, as from a newer program."""
    try:
        found: Any = json.loads(text)
    except ValueError:
        return None
    match found:
        case {"forgotten": [*events]}:
            return SomebodyForgotten(frozenset(events))
        case {"forgotten": None}:
            return SomebodyForgotten(None)
        case {"tables": None}:
            return TablesChanged()
        case _:
            return None


async def tell(connection: AsyncConnection, news: News) -> None:
    """Tell all processes once a transaction is kept, and only then. On SQLite there is nobody to tell."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_notify(CHANNEL, written(news))))
