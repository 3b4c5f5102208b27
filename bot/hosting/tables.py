"""Taking new tables into service: read and checked beside the old ones, and swapped by one assignment."""

from __future__ import annotations

import asyncio
import gc
import os
from typing import TYPE_CHECKING

from bot.pipeline import Pipeline, open_pipeline
from bot.places.resolver import Resolver
from bot.rankings.problems import DataError
from bot.rankings.shipped import shipped_directory
from bot.rankings.withholding import withhold

if TYPE_CHECKING:
    from pathlib import Path


class Tables:
    """Reads the tables again, one reading at a time, without holding up whoever asks meanwhile.

    `newest` is the pipeline over them as they were read last, with nothing withheld; there is one of this in a process,
    for all clients that it has one after another.
    """

    def __init__(self, overlay: Path | None, pipeline: Pipeline) -> None:
        """`pipeline` is over the tables as they are now."""
        self.newest = pipeline
        self._overlay = overlay
        self._lock = asyncio.Lock()
        self._files = self._files_now()

    def changed(self) -> bool:
        """Return whether the files are others than when they were last read or refused, or when this was made."""
        return self._files_now() != self._files

    async def read(self, withheld: int | None = None) -> Pipeline:
        """Return a pipeline over the tables as they are now on disk, without an edition that is withheld.

        Raises:
            DataError: they are unreadable or break a rule; what is in service is not touched.
        """
        gc.unfreeze()  # what is there since the start, and about to be replaced, is garbage then
        async with self._lock:
            files = self._files_now()  # before: what changes while it is read counts as changed
            try:
                newest, seen = await asyncio.to_thread(self._opened, withheld)
            except DataError:
                self._files = files
                raise
            self._files, self.newest = files, newest
            return seen

    def _opened(self, withheld: int | None) -> tuple[Pipeline, Pipeline]:
        newest = open_pipeline(self._overlay)
        return newest, without(newest, withheld)

    def _files_now(self) -> frozenset[tuple[str, int, int]]:
        folders = [folder for folder in (shipped_directory(), self._overlay) if folder is not None and folder.is_dir()]
        found = [(entry.path, entry.stat()) for folder in folders for entry in os.scandir(folder) if entry.is_file()]
        return frozenset((path, stat.st_mtime_ns, stat.st_size) for path, stat in found)


def without(pipeline: Pipeline, withheld: int | None) -> Pipeline:
    """Return a pipeline as it was before an edition, or as it is where it does not hold that."""
    if withheld is None or withheld not in pipeline.rankings.editions:
        return pipeline
    rankings = withhold(pipeline.rankings, withheld)
    return Pipeline.over(rankings, Resolver.from_files(rankings))
