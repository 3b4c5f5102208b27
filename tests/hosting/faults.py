"""A store whose calls fail when told to: before anything was written, or when it was, but nobody can know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from bot.store.failures import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.store.store import Store

NAMES = ("open", "append", "log", "all_open", "close", "award", "forget")
When = Literal["before", "after"]


class Faults:
    """Makes the next calls of a store fail. `done` are the names of those that were carried out, failed or not."""

    def __init__(self, store: Store) -> None:
        self.coming: list[When] = []
        self.done: list[str] = []
        for repository in (store.events, store.points, store.people):
            for name in NAMES:
                if hasattr(repository, name):
                    setattr(repository, name, self._failing(name, getattr(repository, name)))
        self._repositories = (store.events, store.points, store.people)

    def mend(self) -> None:
        """Let nothing fail any more."""
        for repository in self._repositories:
            for name in NAMES:
                vars(repository).pop(name, None)

    def _failing(
        self, name: str, method: Callable[..., Coroutine[Any, Any, Any]]
    ) -> Callable[..., Coroutine[Any, Any, Any]]:
        async def call(*arguments: Any) -> Any:
            fault = self.coming.pop(0) if self.coming else None
            if fault == "before":
                raise StoreUnavailable("the disk is full")
            result = await method(*arguments)
            self.done.append(name)
            if fault == "after":
                raise StoreUnavailable("the line is dead")
            return result

        return call
