"""Where pictures are drawn: in a process of their own, so that drawing never keeps the event loop waiting.

A thread would keep it waiting for up to a tenth of a second (`docs/performance.md`), and neither a drawing that hangs
nor memory that it leaks could be taken back from it.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.replies.pictures.model import Picture

SECONDS = 10.0
"""Seconds that one drawing may take; drawing takes a fraction of one, so a longer one hangs."""
WAITING = 50
"""Pictures that may be asked for and not yet drawn."""
CACHE_BYTES = 16 * 1024 * 1024
"""Bytes of finished pictures kept: some three hundred."""
DRAWN_BY_ONE = 500
"""Pictures after which a worker makes room for a new one, so that nothing it might leak adds up."""
_START_SECONDS = 60.0
"""Seconds that a worker may take to start, on a machine busy with other things."""


class StudioError(Exception):
    """A picture that was asked for cannot be had."""


class StudioFull(StudioError):
    """As many pictures are waiting as may wait. Ask again later."""


class StudioClosed(StudioError):
    """The studio is closed, or was closed before the picture was drawn."""


class DrawingFailed(StudioError):
    """The picture cannot be drawn: its drawing raised, took too long, or ended its worker twice."""


class Studio:
    """Draws pictures, at most `workers` at a time. Starts its workers when the first picture is asked for.

    Made and used within one event loop.
    """

    def __init__(
        self,
        workers: int = 1,
        *,
        waiting: int = WAITING,
        cache_bytes: int = CACHE_BYTES,
        seconds: float = SECONDS,
        drawn_by_one: int = DRAWN_BY_ONE,
    ) -> None:
        """Take the number of worker processes, and the limits described at the constants of this module."""
        self._easels = [_Easel(seconds, drawn_by_one) for _ in range(workers)]
        self._idle: asyncio.Queue[_Easel] = asyncio.Queue()
        for easel in self._easels:
            self._idle.put_nowait(easel)
        self._waiting = waiting
        self._drawing: dict[Picture, asyncio.Task[bytes]] = {}
        self._cache = _Cache(cache_bytes)
        self._closed = False

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the workers that run now."""
        return tuple(easel.pid for easel in self._easels if easel.pid is not None)

    @property
    def waiting(self) -> int:
        """How many pictures were asked for and are not drawn."""
        return len(self._drawing)

    async def png(self, picture: Picture) -> bytes:
        """Return a picture as a PNG file.

        A picture drawn before comes from the cache, and one asked for several times at once is drawn once: a picture
        holds all its figures, so equal pictures are those of the same question and data. Whoever stops waiting
        does not stop the drawing for the others.

        Raises:
            StudioFull: too many pictures are waiting.
            StudioClosed: the studio is or was closed.
            DrawingFailed: the picture cannot be drawn.
        """
        if self._closed:
            raise StudioClosed
        kept = self._cache.get(picture)
        if kept is not None:
            return kept
        task = self._drawing.get(picture)
        if task is None:
            if len(self._drawing) >= self._waiting:
                raise StudioFull
            task = asyncio.create_task(self._draw(picture), name="drawing")
            task.add_done_callback(_seen)
            self._drawing[picture] = task
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if task.cancelled():
                raise StudioClosed from None
            raise

    async def close(self) -> None:
        """Stop: drawings under way are given up, and the workers end. Closing twice is the same as once."""
        self._closed = True
        for task in tuple(self._drawing.values()):
            task.cancel()
        await asyncio.gather(*self._drawing.values(), return_exceptions=True)
        await asyncio.gather(*(asyncio.to_thread(easel.stop) for easel in self._easels))

    async def _draw(self, picture: Picture) -> bytes:
        try:
            easel = await self._idle.get()
            try:
                png = await easel.draw(picture)
            finally:
                self._idle.put_nowait(easel)
            self._cache.put(picture, png)
            return png
        finally:
            del self._drawing[picture]


class _Easel:
    """One worker process, or its place while there is none."""

    def __init__(self, seconds: float, drawn_by_one: int) -> None:
        self._seconds = seconds
        self._drawn_by_one = drawn_by_one
        self._executor: ProcessPoolExecutor | None = None
        self._drawn = 0
        self.pid: int | None = None

    async def draw(self, picture: Picture) -> bytes:
        """Return a PNG file; a worker that dies is replaced once. Raises `DrawingFailed`."""
        for last in (False, True):
            try:
                executor = self._executor or await self._start()
                drawing = asyncio.wrap_future(executor.submit(_render, picture))
                png = await asyncio.wait_for(drawing, self._seconds)
            except BrokenProcessPool as error:
                await asyncio.to_thread(self.stop)
                if last:
                    raise DrawingFailed("the worker ended twice") from error
            except TimeoutError as error:
                await asyncio.to_thread(self.stop)
                raise DrawingFailed("the drawing took too long") from error
            except asyncio.CancelledError:
                # the worker is in the middle of it, and nobody is left to take what it makes
                self.stop()
                raise
            except Exception as error:
                raise DrawingFailed(f"the drawing raised {type(error).__name__}") from error
            else:
                await self._count()
                return png
        raise AssertionError

    async def _start(self) -> ProcessPoolExecutor:
        """Start a worker, off the event loop, and wait until it has read what it needs."""
        context = multiprocessing.get_context("spawn")
        self._executor = ProcessPoolExecutor(1, mp_context=context, initializer=_prepare)
        self._drawn = 0
        ready = await asyncio.to_thread(self._executor.submit, os.getpid)
        self.pid = await asyncio.wait_for(asyncio.wrap_future(ready), _START_SECONDS)
        return self._executor

    async def _count(self) -> None:
        self._drawn += 1
        if self._drawn >= self._drawn_by_one:
            await asyncio.to_thread(self.stop)

    def stop(self) -> None:
        """End the worker, whatever it does."""
        executor, pid = self._executor, self.pid
        self._executor = self.pid = None
        for process in multiprocessing.active_children():
            if process.pid == pid:
                process.kill()
        if executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)


class _Cache:
    """Finished pictures, the least recently asked for dropped first, bounded by their bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[Picture, bytes] = OrderedDict()

    def get(self, picture: Picture) -> bytes | None:
        png = self._kept.get(picture)
        if png is not None:
            self._kept.move_to_end(picture)
        return png

    def put(self, picture: Picture, png: bytes) -> None:
        self._kept[picture] = png
        self._size += len(png)
        while self._size > self._limit:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped)


def _seen(task: asyncio.Task[bytes]) -> None:
    """Take note of how a drawing ended, also where everybody who asked for it has stopped waiting."""
    if not task.cancelled():
        task.exception()


def _prepare() -> None:
    """Make a new worker ready: it leaves Ctrl-C to its parent, does not outlive it, and knows how to draw."""
    from bot.replies.pictures.drawing.png import warm  # noqa: PLC0415 - only the worker knows matplotlib

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    warm()
    gc.freeze()  # what every picture needs is not looked through after each


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _render(picture: Picture) -> bytes:
    from bot.replies.pictures.drawing.png import draw  # noqa: PLC0415 - as above

    try:
        return draw(picture)
    finally:
        gc.collect()  # a figure refers to itself, and the pixels of several would lie about: some 100 MB
