"""The database under the repositories: its engine, its transactions, and what its errors mean."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, exc
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.store.failures import StoreUnavailable, UnusableAddress

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from sqlalchemy import URL, Connection, Table
    from sqlalchemy.dialects import postgresql

Timed = Callable[[str], AbstractContextManager[object]]
"""Makes a context of "reading" or "writing", in which each transaction takes place."""

_WRITING = "clusterbot_writing"
"""The execution option by which a transaction on SQLite is known to be one that writes."""


class Database:
    """One database, in whose transactions the repositories work."""

    def __init__(self, engine: AsyncEngine, timed: Timed = nullcontext) -> None:
        self._engine = engine
        self._timed = timed
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._writing = engine.execution_options(**{_WRITING: True})
        # All statements of a reading transaction see the same moment; SQLite has it so anyway.
        self._reading = engine if self.is_sqlite else engine.execution_options(isolation_level="REPEATABLE READ")

    @classmethod
    def at(
        cls, url: URL, patience: float, *, migrating: bool = False, alone: bool = False, timed: Timed = nullcontext
    ) -> Database:
        """Return the database at a URL, to which nothing has been connected yet.

        `patience` is how many seconds anything waits for a busy or silent database. While `migrating`, SQLite does
        not enforce foreign keys, because a table that is built anew would take with it all that refers to it. `alone`,
        as while migrating, connections are not kept for the next one, and a statement takes as long as it takes.

        Raises:
            UnusableAddress: it is PostgreSQL, and asyncpg is not installed.
        """
        alone = alone or migrating
        pool: dict[str, Any] = {"poolclass": NullPool} if alone else {"pool_timeout": patience}
        if url.get_backend_name() == "sqlite":
            # One connection: SQLite has one writer at a time, and here those who wait are served in order.
            sizes = {} if alone else {"pool_size": 1, "max_overflow": 0}
            arguments = {"timeout": patience}
        else:
            sizes = {} if alone else {"pool_size": 5, "max_overflow": 5, "pool_pre_ping": True}
            arguments = {"timeout": patience, "command_timeout": None if alone else patience}
        try:
            engine = create_async_engine(url, connect_args=arguments, hide_parameters=True, **pool, **sizes)
        except ModuleNotFoundError as error:
            raise UnusableAddress("PostgreSQL needs asyncpg: pip install 'clusterbot[postgres]'.") from error
        if url.get_backend_name() == "sqlite":
            _prepare_sqlite(engine, enforcing=not migrating)
        return cls(engine, timed)

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection]:
        """Give a transaction that only reads.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        with translated(), self._timed("reading"):
            async with self._reading.begin() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        """Give a transaction that is kept, for good, when it is left without an exception.

        Raises:
            StoreUnavailable: the database does not answer.
        """
        with translated(), self._timed("writing"):
            async with self._writing.begin() as connection:
                yield connection

    async def connect(self) -> tuple[AsyncConnection, Any]:
        """Return a connection without transactions, for whoever keeps it, and the driver's own one under it."""
        engine = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        connection = await engine.connect()
        return connection, (await connection.get_raw_connection()).driver_connection

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """Return an insertion that can say what to do about rows that are there already."""
        if self.is_sqlite:
            return sqlite.insert(table)
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - of no use with SQLite, and not small

        return postgresql.insert(table)

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()


def _prepare_sqlite(engine: AsyncEngine, *, enforcing: bool) -> None:
    """Set what SQLite needs on each connection, and let SQLAlchemy alone begin transactions."""

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _record: object) -> None:  # pyright: ignore[reportUnusedFunction]
        connection.isolation_level = None
        cursor = connection.cursor()
        # The file is in WAL mode (files.py): what is committed survives a killed process at any setting, and at this
        # one a power cut too.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if enforcing else 'OFF'}")
        # Who is forgotten shall not be found in unused parts of the file.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction]
        # A transaction that reads before it writes would be refused if another wrote in between.
        writes = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def translated() -> Generator[None]:
    """Turn what is no mistake of this program, but the database being away, into StoreUnavailable.

    Raises:
        StoreUnavailable: that it is away.
    """
    try:
        yield
    except (exc.IntegrityError, exc.ProgrammingError, exc.DataError, exc.NotSupportedError):
        raise
    except exc.DBAPIError as error:
        if _is_about_a_value(error):
            raise
        raise StoreUnavailable(f"The database cannot be used now: {error.orig}") from error
    except (exc.TimeoutError, OSError) as error:
        raise StoreUnavailable(f"The database cannot be used now: {error}") from error


def _is_about_a_value(error: exc.DBAPIError) -> bool:
    """Return whether PostgreSQL or asyncpg refused what was to be written, which they tell less clearly than SQLite."""
    state: str | None = getattr(error.orig, "sqlstate", None)
    return (state or "").startswith("22") or isinstance(getattr(error.orig, "__cause__", None), ValueError)
