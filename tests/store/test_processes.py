"""Several processes on one database, and processes that are killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.store.store import Store
from tests.store.support import ADA, action

ROOT = Path(__file__).parents[2]


def child(what: str, address: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.children", what, address]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_processes_that_open_an_empty_database_at_once_all_find_it_ready(empty: str) -> None:
    children = [child("open", empty) for _ in range(3)]
    for one in children:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in children:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    told = [one.communicate(timeout=60)[0].strip() for one in children]
    assert [one.returncode for one in children] == [0, 0, 0]
    assert sorted(told) == ["first", "second", "second"]


async def test_what_a_killed_process_was_told_is_kept_is_kept(address: str) -> None:
    with child("play", address) as playing:
        assert playing.stdout is not None
        event_id = int(playing.stdout.readline())
        for _ in range(50):
            playing.stdout.readline()
        playing.kill()
        rest = playing.stdout.read()
    acknowledged = 50 + rest.count("\n")
    async with await Store.open(address) as store:
        log = await store.events.log(event_id)
        assert len(log) - 1 in (acknowledged, acknowledged + 1), "an action more may be kept, never one less"
        assert list(log[1:]) == [action(ADA, f"[{number}]", number) for number in range(1, len(log))]
        assert dict(await store.points.of_event(event_id)) in ({ADA: acknowledged}, {ADA: acknowledged + 1})
        await store.events.append(event_id, len(log), action(ADA))
