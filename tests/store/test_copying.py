"""Backups of either kind of database, restored into either."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.store import backing_up
from bot.store.copying import back_up, restore
from bot.store.failures import BackupFailed, RestoreRefused
from bot.store.records import ServerSettings
from bot.store.store import Store
from bot.store.tables import VERSION_TABLE, metadata
from tests.store.support import ADA, BOB, CHANNEL, SERVER, action, at, contents, execute, played, raw

ROOT = Path(__file__).parents[2]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.store.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a second database, without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'other' / 'store.sqlite3'}"
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        name = postgres.create()
        yield postgres.url(name)
        postgres.drop(name)


class Told(list[tuple[int, int]]):
    def __call__(self, done: int, total: int) -> None:
        self.append((done, total))


async def fill(address: str) -> int:
    """Something in every table, and the id of the last event, which was removed."""
    async with await Store.open(address) as store:
        await store.servers.put(ServerSettings(SERVER, prefix="?", locale="en"))
        event = await played(store, (ADA, BOB))
        await store.events.append(event.id, 3, action(ADA, '{"kind":"say","said":"“Île-de-France” 東京"}', 0.5))
        await store.points.settle(event.id, at(9), {ADA: 5, BOB: -3})
        gone = await played(store, (ADA,), scope="2", server=7)
        await store.servers.remove(7)
    await execute(
        address,
        f"INSERT INTO clusterbot_channels VALUES ({CHANNEL}, 'daily', {SERVER}, NULL, 720)",
        "INSERT INTO clusterbot_question_ratings VALUES ('q', 1512.25, 3)",
        f"INSERT INTO clusterbot_person_ratings VALUES ({SERVER}, {ADA}, 0.1, 4)",
        f"INSERT INTO clusterbot_rated_rounds VALUES ({event.id}, 2)",
        f"INSERT INTO clusterbot_announcements VALUES (2025, {CHANNEL})",
    )
    return gone.id


async def kept(address: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row, as the store reads it, whatever the database."""
    async with raw(address) as database, database.reading() as connection:
        return {
            name: sorted((tuple(row) for row in await connection.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


async def test_what_is_backed_up_is_restored_into_either_database(address: str, other: str, tmp_path: Path) -> None:
    removed = await fill(address)
    file, told, retold = tmp_path / "backup.sqlite3", Told(), Told()
    await back_up(address, file, told)
    await restore(file, other, retold)
    rows = await kept(other)
    assert rows == await kept(address)
    assert all(rows.values()), "a table without rows would prove nothing"
    for steps in (told, retold):
        assert steps[-1][0] == steps[-1][1] > 0
        assert all(before <= after for (before, _), (after, _) in pairwise(steps))
    async with await Store.open(other) as store:
        fresh = await played(store, scope="3")
        assert fresh.id == removed + 1, "the id of a removed event is not given again"


async def test_a_backup_is_a_database_that_the_bot_can_use(address: str, tmp_path: Path) -> None:
    await fill(address)
    await back_up(address, tmp_path / "backup.sqlite3", Told())
    async with await Store.open(f"sqlite:///{tmp_path / 'backup.sqlite3'}") as store:
        assert await store.servers.get(SERVER) == ServerSettings(SERVER, prefix="?", locale="en")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
async def test_a_backup_is_one_file_that_only_its_owner_may_read(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    await back_up(address, folder / "backup", Told())
    assert [path.name for path in folder.iterdir()] == ["backup"]
    assert stat.S_IMODE((folder / "backup").stat().st_mode) == 0o600


async def test_a_backup_takes_no_files_place(address: str, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_text("mine")
    with pytest.raises(BackupFailed, match="there already"):
        await back_up(address, file, Told())
    assert file.read_text() == "mine"


async def test_a_backup_that_cannot_be_written_says_so(address: str, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="could not be written"):
        await back_up(address, tmp_path / "no folder" / "backup", Told())


async def test_a_database_without_our_tables_is_not_backed_up(empty: str, tmp_path: Path) -> None:
    await execute(empty, "CREATE TABLE events (id INTEGER)")
    with pytest.raises(BackupFailed, match="no revision"):
        await back_up(empty, tmp_path / "backup", Told())
    assert not list(tmp_path.glob("backup*"))


async def test_a_database_that_is_not_there_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="no database"):
        await back_up(f"sqlite:///{tmp_path / 'none.sqlite3'}", tmp_path / "backup", Told())
    assert not list(tmp_path.iterdir())


async def test_a_backup_is_of_one_moment_though_others_write(
    tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "store.sqlite3"
    shutil.copy(migrated_file, file)
    monkeypatch.setattr(backing_up, "_PAGES", 1)
    writer = sqlite3.connect(file, check_same_thread=False)
    steps = 0

    def write(done: int, total: int) -> None:
        nonlocal steps
        steps += 1
        assert steps < 1_000, "it begins anew whenever somebody writes"
        writer.execute("INSERT INTO clusterbot_announcements VALUES (?, 1)", (steps,))
        writer.commit()

    await back_up(f"sqlite:///{file}", tmp_path / "backup", write)
    writer.close()
    rows = await contents(f"sqlite:///{tmp_path / 'backup'}")
    assert steps > 5
    assert rows["clusterbot_announcements"] == set()


async def test_a_database_with_something_in_it_is_not_filled(address: str, tmp_path: Path, migrated_file: Path) -> None:
    await fill(address)
    before = await contents(address)
    with pytest.raises(RestoreRefused, match="already"):
        await restore(migrated_file, address, Told())
    assert await contents(address) == before


@pytest.mark.parametrize("version", ["0000", "9999"])
async def test_another_revision_is_not_restored(
    address: str, tmp_path: Path, migrated_file: Path, version: str
) -> None:
    await execute(address, f"UPDATE {VERSION_TABLE} SET version_num = '{version}'")
    with pytest.raises(RestoreRefused, match=version):
        await restore(migrated_file, address, Told())
    with pytest.raises(BackupFailed, match=version):
        await back_up(address, tmp_path / "backup", Told())


async def test_a_backup_of_another_revision_is_not_restored(empty: str, tmp_path: Path, migrated_file: Path) -> None:
    file = tmp_path / "backup"
    shutil.copy(migrated_file, file)
    await execute(f"sqlite:///{file}", f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    with pytest.raises(RestoreRefused, match="9999"):
        await restore(file, empty, Told())
    assert not await contents(empty)


@pytest.mark.parametrize("holds", [None, b"", b"no database at all, but long enough to be taken for one" * 50])
async def test_what_is_no_backup_is_not_restored(empty: str, tmp_path: Path, holds: bytes | None) -> None:
    file = tmp_path / "backup"
    if holds is not None:
        file.write_bytes(holds)
    with pytest.raises(RestoreRefused):
        await restore(file, empty, Told())
    assert not await contents(empty)


async def test_a_restore_that_fails_leaves_nothing(address: str, tmp_path: Path, migrated_file: Path) -> None:
    file = tmp_path / "backup"
    shutil.copy(migrated_file, file)
    await fill(f"sqlite:///{file}")

    def fail(done: int, total: int) -> None:
        if done > total / 2:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await restore(file, address, fail)
    assert not any((await kept(address)).values())
    await restore(file, address, Told())
    assert all((await kept(address)).values())


async def test_nobody_can_play_meanwhile(address: str, tmp_path: Path, migrated_file: Path) -> None:
    """Who writes while a database is filled waits, and does not get between the rows."""
    file = tmp_path / "backup"
    shutil.copy(migrated_file, file)
    await fill(f"sqlite:///{file}")
    opened: list[asyncio.Task[object]] = []
    async with await Store.open(address, patience=30) as store:

        def play(done: int, total: int) -> None:
            if not opened:
                opened.append(asyncio.create_task(played(store, scope="7")))

        await restore(file, address, play)
        assert (await opened[0]).id == 3  # type: ignore[attr-defined]


def command(tmp_path: Path, address: str, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "store", *arguments],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": address},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


async def test_the_command_moves_a_bot_to_another_database(address: str, other: str, tmp_path: Path) -> None:
    await fill(address)
    assert command(tmp_path, address, "backup", "copy.clusterbot")[:2] == (0, "written: copy.clusterbot\n")
    assert command(tmp_path, other, "restore", "copy.clusterbot")[:2] == (0, "restored: copy.clusterbot\n")
    assert await kept(other) == await kept(address)
    code, out, err = command(tmp_path, other, "restore", "copy.clusterbot")
    assert (code, out) == (1, "")
    assert "already" in err
    assert "Traceback" not in err


def test_the_command_never_shows_the_password(tmp_path: Path) -> None:
    code, out, err = command(tmp_path, "postgresql://me:secret-word@127.0.0.1:1/none", "backup", "copy")
    assert code == 1
    assert "cannot be used" in err
    assert "secret-word" not in out + err
