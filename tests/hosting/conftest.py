"""A store, a stage and a host for tests of hosts; and the databases that the store is tested on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.store.store import Store
from tests.hosting.tallying import Stage, new_host
from tests.store.conftest import address, migrated_database, migrated_file, postgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.hosting.host import Host

__all__ = ["address", "migrated_database", "migrated_file", "postgres"]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(f"sqlite:///{tmp_path / 'games.sqlite3'}") as opened:
        yield opened


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def host(store: Store, stage: Stage) -> AsyncIterator[Host[Any, Any, Any]]:
    hosting = new_host(store, stage)
    hosting.start()
    yield hosting
    await hosting.close()
