"""Measuring in a fresh process, so that neither the memory nor the caches of one point are those of another."""

from __future__ import annotations

import gc
import signal
import time
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from multiprocessing.connection import Connection

_Measured = TypeVar("_Measured")

MEBIBYTE = 1024 * 1024


class Beside(NamedTuple):
    """Another process, and the pipe through which comes what its function returns."""

    pid: int
    pipe: Connection


def apart(measure: Callable[..., _Measured], *given: object) -> _Measured:
    """Return what a function of a module returns, called in a process of its own.

    Raises:
        RuntimeError: the process ended without a result; it printed why.
    """
    with beside(measure, *given) as other:
        try:
            return other.pipe.recv()
        except EOFError:
            raise RuntimeError(f"{measure.__module__}.{measure.__name__}{given} found nothing") from None


@contextmanager
def beside(measure: Callable[..., Any], *given: object) -> Generator[Beside]:
    """Run a function in a process of its own while the context lasts."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, measure, given), daemon=True)
    process.start()
    there.close()
    try:
        assert process.pid is not None
        yield Beside(process.pid, here)
    finally:
        process.terminate()
        process.join()


def _send(pipe: Connection, measure: Callable[..., Any], given: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started this ends it
    pipe.send(measure(*given))


def resident() -> int:
    """Return this process's resident memory in bytes, after everything was given back that can be; 0 if unknown."""
    gc.collect()
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds of processor time an action took in this process."""
    start = time.process_time()
    action()
    return time.process_time() - start
