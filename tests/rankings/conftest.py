"""The shipped tables in a place of their own, and workbooks in WIPO's layout built from them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.rankings.layout import LAYOUTS
from bot.rankings.schema_check import DESCRIPTOR
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, read_tables

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def shipped() -> Tables:
    return read_tables(shipped_directory())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the shipped tables that a test may change, without the names of places."""
    directory = tmp_path / "data"
    directory.mkdir()
    for layout in LAYOUTS.values():
        shutil.copyfile(shipped_directory() / layout.file, directory / layout.file)
    package = json.loads((shipped_directory() / DESCRIPTOR).read_text(encoding="utf-8"))
    package["resources"] = [resource for resource in package["resources"] if resource["name"] in LAYOUTS]
    (directory / DESCRIPTOR).write_text(json.dumps(package), encoding="utf-8")
    return directory
