"""The tables, as the newest revision in `migrations/versions` leaves them.

Their names begin with `clusterbot_`, so that they can stand in a database that serves others too.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

PREFIX = "clusterbot_"
VERSION_TABLE = f"{PREFIX}version"
"""Where Alembic notes the revision."""


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC to the microsecond.

    Raises:
        ValueError: the time is naive. SQLAlchemy wraps it in a StatementError.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return a time as it is written."""
        if value is not None and value.utcoffset() is None:
            raise ValueError("A time without a zone cannot be kept.")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return a time as it was meant: SQLite has no zones, and gives it back without one."""
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _discord_id(name: str, *, primary_key: bool = False, optional: bool = False) -> Column[int]:
    return Column(name, BigInteger, primary_key=primary_key, autoincrement=False, nullable=optional)


def _of_event() -> Column[int]:
    """Return the column of a table whose rows go when their event goes."""
    return Column("event", ForeignKey(f"{PREFIX}events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)


servers = Table(
    f"{PREFIX}servers",
    metadata,
    _discord_id("server", primary_key=True),
    Column("prefix", Text),
    Column("locale", Text),
    Column("style", Text),
    _discord_id("organisers", optional=True),
)

channels = Table(
    f"{PREFIX}channels",
    metadata,
    _discord_id("channel", primary_key=True),
    Column("what", Text, primary_key=True),
    Column("server", BigInteger, nullable=False, index=True),
    _discord_id("role", optional=True),
    Column("at_minute", Integer),
)

events = Table(
    f"{PREFIX}events",
    metadata,
    Column("id", BigInteger().with_variant(Integer(), "sqlite"), Identity(), primary_key=True),
    Column("kind", Text, nullable=False),
    _discord_id("server"),
    _discord_id("channel"),
    Column("scope", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    # The id of a removed event is never given again: somebody may still hold it.
    sqlite_autoincrement=True,
)
Index(None, events.c.server, events.c.kind)
ONE_OPEN = events.c.closed_at.is_(None)
Index(
    f"ux_{PREFIX}events_open",
    events.c.kind,
    events.c.scope,
    unique=True,
    sqlite_where=ONE_OPEN,
    postgresql_where=ONE_OPEN,
)

log = Table(
    f"{PREFIX}log",
    metadata,
    _of_event(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", BigInteger, index=True),
    Column("data", Text, nullable=False),
)

points = Table(
    f"{PREFIX}points",
    metadata,
    _of_event(),
    Column("person", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("points", Integer, nullable=False),
)

question_ratings = Table(
    f"{PREFIX}question_ratings",
    metadata,
    Column("question", Text, primary_key=True),
    Column("value", Double, nullable=False),
    Column("answers", Integer, nullable=False),
)

person_ratings = Table(
    f"{PREFIX}person_ratings",
    metadata,
    _discord_id("server", primary_key=True),
    Column("person", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("value", Double, nullable=False),
    Column("answers", Integer, nullable=False),
)

rated_rounds = Table(
    f"{PREFIX}rated_rounds",
    metadata,
    _of_event(),
    Column("round", Integer, primary_key=True, autoincrement=False),
)

announcements = Table(
    f"{PREFIX}announcements",
    metadata,
    Column("edition", Integer, primary_key=True, autoincrement=False),
    _discord_id("channel", primary_key=True),
)
