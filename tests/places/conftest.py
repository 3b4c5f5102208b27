"""The shipped names, resolved against the shipped table, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.places.names import Names, read_names
from bot.places.resolver import Resolver
from bot.rankings.shipped import shipped_directory

if TYPE_CHECKING:
    from bot.rankings.model import Rankings


@pytest.fixture(scope="session")
def names() -> Names:
    return read_names(shipped_directory())


@pytest.fixture(scope="session")
def resolver(rankings: Rankings) -> Resolver:
    return Resolver.from_files(rankings)
