"""What can go wrong with the store in a way that a caller has to react to. The sentences are for the operator."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.store.records import Event


class StoreError(Exception):
    """Something about the store that a caller has to react to."""


class UnusableAddress(StoreError):
    """The database's address cannot be used as it is."""


class StoreUnavailable(StoreError):
    """The database does not answer, is busy for too long, or gave up.

    Whether what was being written is kept is then unknown: writing it once more finds out.
    """


class StoreNewer(StoreError):
    """The database was migrated by a newer program than this one; nothing in it was touched."""

    def __init__(self, found: str, newest: str) -> None:
        super().__init__(
            f"The database is at revision {found}, which this program does not know: "
            f"the newest it knows is {newest}, so it needs a newer clusterbot."
        )
        self.found = found
        self.newest = newest


class BackupFailed(StoreError):
    """The database could not be backed up. If it is older than the program, it was not migrated."""


class RestoreRefused(StoreError):
    """A database is not filled from a backup: one of the two is not what it has to be. Nothing in it was touched."""


class AlreadyOpen(StoreError):
    """An event of this kind is open in this scope."""

    def __init__(self, event: Event) -> None:
        super().__init__(f"Event {event.id} ({event.kind}) is already open in scope {event.scope}.")
        self.event = event


class OutOfStep(StoreError):
    """What the caller knows of an event is not what is kept: its log has to be read again."""

    def __init__(self, event_id: int) -> None:
        super().__init__(f"The log of event {event_id} is not what the caller thinks; it has to be read again.")
        self.event_id = event_id


class NoSuchEvent(StoreError):
    """There is no such event, or no longer."""

    def __init__(self, event_id: int) -> None:
        super().__init__(f"There is no event {event_id}.")
        self.event_id = event_id
