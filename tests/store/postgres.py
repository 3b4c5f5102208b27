"""A PostgreSQL of the tests' own: a cluster in a temporary folder, reached through a socket, thrown away at the end."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

USER = "clusterbot"


def in_thread(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run a coroutine to its end from where a loop may be running already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


def binaries() -> Path | None:
    """Where initdb is: on the path, or where Debian puts the newest version."""
    if (found := shutil.which("initdb")) is not None:
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in versions), key=lambda path: float(path.parent.name), default=None)


def _account() -> dict[str, Any]:
    """As whom the server runs: it refuses root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


class Postgres:
    """A running server."""

    def __init__(self, bin_directory: Path) -> None:
        self._bin = bin_directory
        self._account = _account()
        # Not in pytest's folder: a socket's path holds some hundred characters, and others may not look in there.
        self.directory = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
        if self._account:
            os.chown(self.directory, self._account["user"], self._account["group"])
        self._numbers = count(1)
        try:
            self._run("initdb", "--auth=trust", f"--username={USER}", "--encoding=UTF8", "--no-locale", "--no-sync")
            self.start()
        except BaseException:
            shutil.rmtree(self.directory)
            raise

    def start(self) -> None:
        settings = {"listen_addresses": "''", "unix_socket_directories": self.directory, "fsync": "off"}
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self._run("pg_ctl", "start", "--wait", f"--log={self.directory / 'log'}", f"--options={options}")

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--wait", "--mode=immediate")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.directory)

    def url(self, database: str) -> str:
        return f"postgresql://{USER}@/{database}?host={self.directory}"

    def execute(self, statement: str, database: str = "postgres") -> None:
        async def work() -> None:
            connection = await asyncpg.connect(host=str(self.directory), user=USER, database=database)
            await connection.execute(statement)
            await connection.close()

        in_thread(work)

    def create(self, template: str = "template1") -> str:
        """A new database, and its name."""
        name = f"test{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        self.execute(f"DROP DATABASE {database} WITH (FORCE)")

    def _run(self, binary: str, *arguments: str) -> None:
        # Its output goes to a file: a pipe would be held open by the server that outlives pg_ctl.
        with tempfile.TemporaryFile() as output:
            command = [self._bin / binary, f"--pgdata={self.directory / 'data'}", *arguments]
            done = subprocess.run(
                command, cwd=self.directory, stdout=output, stderr=output, check=False, timeout=60, **self._account
            )
            output.seek(0)
            assert done.returncode == 0, output.read().decode()
