"""A process that plays, is killed at any moment, and is started again, until its games are over."""

from __future__ import annotations

import multiprocessing
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    """A child is killed so many seconds after the `number`th line that begins like this."""

    after: Line = ()
    number: int = 1
    seconds: float = 0.0


def lives(target: Callable[[Setting, Connection], None], setting: Setting, deaths: Iterable[Death]) -> list[list[Line]]:
    """Play, with a death after the other, to the end; return what each child told. Deaths after the end never come."""
    told: list[list[Line]] = []
    for death in (*deaths, None):
        lines, killed = _life(target, setting, death)
        told.append(lines)
        if not killed:
            break
    return told


def _life(
    target: Callable[[Setting, Connection], None], setting: Setting, death: Death | None
) -> tuple[list[Line], bool]:
    """Return what a child told, and whether it was killed."""
    reader, writer = _FORKS.Pipe(duplex=False)
    child = _FORKS.Process(target=target, args=(setting, writer))
    child.start()
    writer.close()
    told: list[Line] = []
    left = death.number if death is not None else 0
    try:
        while reader.poll(PATIENCE):
            told.append(reader.recv())
            if death is not None and told[-1][: len(death.after)] == death.after:
                left -= 1
                if left == 0:
                    time.sleep(death.seconds)
                    child.kill()
    except EOFError:
        child.join()
        assert child.exitcode in (0, -signal.SIGKILL), "a child failed; what it says is on stderr"
        return told, child.exitcode != 0
    finally:
        child.kill()
    raise AssertionError(f"a child said no more after {told[-3:]}")
