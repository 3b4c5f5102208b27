"""What all tests share: the shipped table, its places, and the pipeline over both, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.pipeline import Pipeline
from bot.places.resolver import Resolver
from bot.rankings.loading import load

if TYPE_CHECKING:
    from bot.rankings.model import Rankings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew, to be reviewed by eye")


@pytest.fixture(scope="session")
def rankings() -> Rankings:
    return load()


@pytest.fixture(scope="session")
def pipeline(rankings: Rankings) -> Pipeline:
    return Pipeline.over(rankings, Resolver.from_files(rankings))
