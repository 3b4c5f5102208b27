"""The file of an SQLite database, made ready before anything is read from it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from bot.store.failures import StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path

_PAUSE = 0.02
"""Seconds between two tries."""


def prepare_file(file: Path, patience: float) -> None:
    """Create a file and its folder if need be, and put it into WAL mode: readers and the writer do not wait then.

    The mode stays with the file. Of processes that set it at the same moment, SQLite refuses some at once, whatever
    time they have; they try again for `patience` seconds.

    Raises:
        StoreUnavailable: the file cannot be created, is no database, or is held by others for too long.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(file, timeout=patience)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except (sqlite3.Error, OSError) as error:
            busy = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise StoreUnavailable(f"The database in {file} cannot be used now: {error}") from error
        time.sleep(_PAUSE)
