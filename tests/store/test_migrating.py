from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.store.addresses import file_of, read_address
from bot.store.failures import BackupFailed, StoreNewer
from bot.store.migrating import MIGRATIONS
from bot.store.records import ServerSettings
from bot.store.revisions import NEWEST
from bot.store.store import Store
from bot.store.tables import VERSION_TABLE, metadata
from tests.store.support import ADA, at, contents, execute, played, raw

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.store.postgres import Postgres

NEWER = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("clusterbot_events", recreate="auto") as events:
        events.add_column(sa.Column("title", sa.Text(), nullable=False, server_default="untitled"))
        events.alter_column("kind", new_column_name="sort")
    {then}
"""


@pytest.fixture
def newer(tmp_path: Path) -> tuple[Path, ...]:
    """A folder with a revision on top of all others, as a newer program has one."""
    return revision(tmp_path / "newer revisions, 100%", "pass")


def revision(folder: Path, then: str) -> tuple[Path, ...]:
    folder.mkdir()
    (folder / "0002_newer.py").write_text(NEWER.replace("{then}", then))
    return (folder,)


def without_sequences(rows: dict[str, set[tuple[Any, ...]]]) -> dict[str, set[tuple[Any, ...]]]:
    return {name: of_it for name, of_it in rows.items() if name != "sqlite_sequence"}


async def backups(address: str) -> dict[str, dict[str, set[tuple[Any, ...]]]]:
    """All backups of a database by name, with what they hold."""
    file = file_of(read_address(address))
    if file is not None:
        copies = [path for path in file.parent.iterdir() if path.name.startswith(f"{file.name}.")]
        held = {path.name.removeprefix(f"{file.name}."): await contents(f"sqlite:///{path}") for path in copies}
        return {name: rows for name, rows in held.items() if "-wal" not in name and "-shm" not in name}
    async with raw(address) as database, database.reading() as connection:
        schemas = await connection.scalars(
            __import__("sqlalchemy").text("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'clusterbot%'")
        )
        names = list(schemas)
    return {name: await contents(address, name) for name in names}


def test_the_newest_revision_is_the_one_that_alembic_finds() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [NEWEST]


async def test_an_empty_database_gets_its_tables_and_no_backup(empty: str) -> None:
    async with await Store.open(empty) as store:
        await played(store)
    assert set(metadata.tables) | {VERSION_TABLE} == set(without_sequences(await contents(empty)))
    assert await backups(empty) == {}


async def test_the_tables_are_those_that_the_program_thinks_they_are(address: str) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        return compare_metadata(context, metadata)

    async with raw(address) as database, database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_tables_of_others_do_not_matter_and_are_left_alone(empty: str) -> None:
    await execute(
        empty,
        "CREATE TABLE events (id INTEGER)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('ffff')",
    )
    async with await Store.open(empty) as store:
        await played(store)
    async with await Store.open(empty) as store:
        assert len(await store.events.all_open()) == 1
    rows = await contents(empty)
    assert (rows["events"], rows["alembic_version"]) == (set(), {("ffff",)})


async def test_an_older_database_is_migrated_and_its_backup_has_what_it_held(
    address: str, newer: tuple[Path, ...]
) -> None:
    async with await Store.open(address) as store:
        await store.servers.put(ServerSettings(7, prefix="?"))
        event = await played(store, (ADA,))
        await store.points.settle(event.id, at(9), {ADA: 5})
    old = without_sequences(await contents(address))
    async with await Store.open(address, versions=newer) as store:
        assert await store.servers.get(7) == ServerSettings(7, prefix="?")
        assert len(await store.events.log(event.id)) == 2, "what refers to a table that is built anew stays"
        assert await store.points.of_event(event.id) == {ADA: 5}
    new = await contents(address)
    assert new[VERSION_TABLE] == {("0002",)}
    assert [row[-1] for row in new["clusterbot_events"]] == ["untitled"]
    ((name, kept),) = (await backups(address)).items()
    assert name in ("before-0001.sqlite3", "clusterbot_before_0001")
    assert without_sequences(kept) == old


async def test_opening_a_migrated_database_again_makes_no_further_backup(address: str, newer: tuple[Path, ...]) -> None:
    for _ in range(2):
        async with await Store.open(address, versions=newer):
            pass
    assert len(await backups(address)) == 1


async def test_a_backup_never_takes_the_place_of_another(address: str, newer: tuple[Path, ...]) -> None:
    file = file_of(read_address(address))
    if file is not None:
        for taken in ("", ".2"):
            file.with_name(f"{file.name}.before-0001{taken}.sqlite3").touch()
    else:
        for taken in ("", "_2"):
            await execute(address, f"CREATE SCHEMA clusterbot_before_0001{taken}")
    async with await Store.open(address, versions=newer):
        pass
    held = await backups(address)
    assert sorted(len(rows) > 1 for rows in held.values()) == [False, False, True]
    assert held["before-0001.3.sqlite3" if file else "clusterbot_before_0001_3"][VERSION_TABLE] == {("0001",)}


async def test_a_backup_in_a_file_can_take_the_place_of_the_database(tmp_path: Path, newer: tuple[Path, ...]) -> None:
    file = tmp_path / "store.sqlite3"
    async with await Store.open(f"sqlite:///{file}") as store:
        event = await played(store, (ADA,))
    async with await Store.open(f"sqlite:///{file}", versions=newer):
        pass
    file.with_name(f"{file.name}.before-0001.sqlite3").replace(file)
    async with await Store.open(f"sqlite:///{file}") as store:
        assert await store.events.all_open() == (event,)


async def test_a_database_of_a_newer_program_is_refused_and_not_touched(address: str, newer: tuple[Path, ...]) -> None:
    async with await Store.open(address, versions=newer):
        pass
    before = await contents(address), await backups(address)
    with pytest.raises(StoreNewer) as refused:
        await Store.open(address)
    assert (refused.value.found, refused.value.newest) == ("0002", "0001")
    assert "0002" in str(refused.value)
    assert "0001" in str(refused.value)
    assert (await contents(address), await backups(address)) == before


@pytest.mark.parametrize(
    "failing", ["raise RuntimeError", 'op.execute("DELETE FROM clusterbot_events"); op.execute("nonsense")']
)
async def test_a_migration_that_fails_changes_nothing(address: str, tmp_path: Path, failing: str) -> None:
    async with await Store.open(address) as store:
        await played(store, (ADA,))
    before = await contents(address)
    with pytest.raises(Exception, match=r"nonsense|^$"):
        await Store.open(address, versions=revision(tmp_path / "failing", failing))
    assert await contents(address) == before
    async with await Store.open(address) as store:
        assert len(await store.events.all_open()) == 1


async def test_a_migration_that_leaves_rows_without_what_they_refer_to_is_undone(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    async with await Store.open(address) as store:
        await played(store)
    losing = revision(tmp_path / "losing", 'op.execute("DELETE FROM clusterbot_events")')
    with pytest.raises(RuntimeError, match="undone"):
        await Store.open(address, versions=losing)
    async with await Store.open(address) as store:
        assert len(await store.events.all_open()) == 1


async def test_without_a_backup_a_file_is_not_migrated(tmp_path: Path, newer: tuple[Path, ...]) -> None:
    file = tmp_path / "store.sqlite3"
    async with await Store.open(f"sqlite:///{file}"):
        pass
    blocked = tmp_path / "store.sqlite3.before-0001.sqlite3.partial"
    blocked.mkdir()
    with pytest.raises(BackupFailed):
        await Store.open(f"sqlite:///{file}", versions=newer)
    async with await Store.open(f"sqlite:///{file}"):
        pass
    shutil.rmtree(blocked)
    async with await Store.open(f"sqlite:///{file}", versions=newer):
        pass


async def test_a_backup_that_was_broken_off_is_begun_anew(tmp_path: Path, newer: tuple[Path, ...]) -> None:
    file = tmp_path / "store.sqlite3"
    async with await Store.open(f"sqlite:///{file}") as store:
        await played(store)
    (tmp_path / "store.sqlite3.before-0001.sqlite3.partial").write_text("half of a backup")
    async with await Store.open(f"sqlite:///{file}", versions=newer):
        pass
    with sqlite3.connect(tmp_path / "store.sqlite3.before-0001.sqlite3") as copy:
        assert copy.execute("SELECT count(*) FROM clusterbot_events").fetchone() == (1,)
    assert not list(tmp_path.glob("*.partial"))


async def test_without_the_right_to_back_up_postgresql_is_not_migrated(
    postgres: Postgres, newer: tuple[Path, ...]
) -> None:
    name = postgres.create()
    postgres.execute("CREATE ROLE modest LOGIN")
    postgres.execute("GRANT ALL ON SCHEMA public TO modest", name)
    url = postgres.url(name).replace("clusterbot@", "modest@")
    async with await Store.open(url):
        pass
    with pytest.raises(BackupFailed):
        await Store.open(url, versions=newer)
    async with await Store.open(url):
        pass
    postgres.drop(name)
    postgres.execute("DROP ROLE modest")
