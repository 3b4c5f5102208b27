from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from bot.operating.memory import settle

if TYPE_CHECKING:
    from collections.abc import Iterator


class Server:
    """As discord.py's, whose channels know it."""

    def __init__(self) -> None:
        self.channels = [self]


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


async def test_what_stays_is_no_longer_searched_and_is_freed_when_all_servers_are_told_anew() -> None:
    server = Server()
    left = weakref.ref(server)
    await settle(0)
    assert gc.get_freeze_count() > 10_000
    del server
    gc.collect()
    assert left() is not None, "what was set aside is not searched"
    await settle(0)
    assert left() is None
