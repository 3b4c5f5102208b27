"""A process that plays, is killed at any moment, and is started again, until its games are over."""

from __future__ import annotations

import multiprocessing
import signal
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.hosting.reporting import START

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing.connection import Connection

    from tests.hosting.reporting import Setting

Line = tuple[str | int, ...]
"""What a child tells: what happened, and to what."""

PATIENCE = 60
"""Seconds until a child that tells nothing is taken for stuck."""

# Children are forked from a process that has imported everything: a life begins within some milliseconds.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.hosting.preloaded"])


@dataclass(frozen=True, slots=True)
class Death:
    """A child is killed so many seconds after the `number`th line that begins like this.

    The next one lives after a while, in the seconds of the games, and not before a time.
    """

    after: Line = ()
    number: int = 1
    seconds: float = 0.0
    down: float = 2.0
    until: datetime = START


def lives(target: Callable[[Setting, Connection], None], setting: Setting, deaths: Iterable[Death]) -> list[list[Line]]:
    """Play, with a death after the other, to the end; return what each child told. Deaths after the end never come."""
    told: list[list[Line]] = []
    for death in (*deaths, None):
        last, lines, killed = _life(target, setting, death)
        told.append(lines)
        if death is None or not killed:
            break
        setting = replace(setting, start=max(last + timedelta(seconds=death.down), death.until))
    return told


def _life(
    target: Callable[[Setting, Connection], None], setting: Setting, death: Death | None
) -> tuple[datetime, list[Line], bool]:
    """Return when a child told its last line, all that it told, and whether it was killed."""
    reader, writer = _FORKS.Pipe(duplex=False)
    child = _FORKS.Process(target=target, args=(setting, writer))
    child.start()
    writer.close()
    last, told = setting.start, list[Line]()
    left = death.number if death is not None else 0
    try:
        while reader.poll(PATIENCE):
            last, line = reader.recv()
            told.append(line)
            if death is not None and line[: len(death.after)] == death.after:
                left -= 1
                if left == 0:
                    time.sleep(death.seconds)
                    child.kill()
    except EOFError:
        child.join()
        assert child.exitcode in (0, -signal.SIGKILL), "a child failed; what it says is on stderr"
        return last, told, child.exitcode != 0
    finally:
        child.kill()
    raise AssertionError(f"a child said no more after {told[-3:]}")
