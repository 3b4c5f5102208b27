"""Every test of the store runs on SQLite and on PostgreSQL, each time in a database of its own."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.store.store import Store
from tests.store.postgres import Postgres, binaries, in_thread

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    found = binaries()
    if found is None:
        why = "PostgreSQL is not installed: there is no initdb on the path, nor below /usr/lib/postgresql"
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    server = Postgres(found)
    yield server
    server.remove()


async def migrated(url: str) -> None:
    async with await Store.open(url):
        pass


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "store.sqlite3"
    in_thread(lambda: migrated(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def migrated_database(postgres: Postgres) -> str:
    name = postgres.create()
    in_thread(lambda: migrated(postgres.url(name)))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.sqlite3'}"
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        name = postgres.create()
        yield postgres.url(name)
        postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with our tables, in which nothing is kept."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "store.sqlite3")
        yield f"sqlite:///{tmp_path / 'store.sqlite3'}"
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        name = postgres.create(request.getfixturevalue("migrated_database"))
        yield postgres.url(name)
        postgres.drop(name)


@pytest.fixture
async def store(address: str) -> AsyncIterator[Store]:
    async with await Store.open(address) as opened:
        yield opened
