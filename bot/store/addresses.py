"""Where the store is: the address of a database, as SQLAlchemy wants it."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.store.failures import UnusableAddress

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


def default_file() -> Path:
    """Return the file in which everything is kept where no address is given."""
    return platformdirs.user_data_path("clusterbot") / "clusterbot.sqlite3"


def read_address(address: str | None) -> URL:
    """Return the URL of an address such as `sqlite:///file` or `postgresql://user:password@host/database`.

    Without an address, that of the default file. `sslmode`, as libpq calls it, becomes what asyncpg calls it.

    Raises:
        UnusableAddress: it is no address, or that of another kind of database, or of one in memory. The message
            does not repeat it, since it may hold a password.
    """
    if address is None:
        return URL.create("sqlite+aiosqlite", database=str(default_file()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise UnusableAddress("DATABASE_URL is not the address of a database.") from None
    driver = _DRIVERS.get(url.get_backend_name())
    if driver is None:
        raise UnusableAddress(
            f"DATABASE_URL begins with {url.get_backend_name()}: it takes sqlite:///file or postgresql://host/database."
        )
    url = url.set(drivername=driver)
    if driver == _DRIVERS["sqlite"]:
        if not url.database or url.database.startswith((":memory:", "file:")):
            raise UnusableAddress("DATABASE_URL names no file, and in memory nothing would last.")
        return url
    return url.set(query={"ssl" if name == "sslmode" else name: value for name, value in url.query.items()})


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite database, or None for PostgreSQL."""
    return Path(url.database) if url.database and url.get_backend_name() == "sqlite" else None
