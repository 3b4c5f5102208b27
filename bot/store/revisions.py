"""Which revision a database is at. Kept apart from migrating it: at most starts there is nothing to migrate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from bot.store.tables import VERSION_TABLE

if TYPE_CHECKING:
    from sqlalchemy import Connection

NEWEST = "0001"
"""The newest revision that this program knows, to which it migrates."""


def revision_of(connection: Connection) -> str | None:
    """Return the revision that a database is at, or None where it has none of our tables."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
