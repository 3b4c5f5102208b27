"""The password in the address of a database, which no log is to show."""

from __future__ import annotations

from urllib.parse import unquote

SHORTEST_SECRET = 6


def secrets_of(address: str | None) -> tuple[str, ...]:
    """Return what of an address must be shown nowhere: its password, as it is written there and as it is meant.

    One so short that it would be found in many a word counts only where it stands in the address.
    """
    typed = address or ""
    _, _, found = typed.rpartition("@")[0].partition("://")[2].partition(":")
    if not found:
        return ()
    known = (found, unquote(found)) if len(found) >= SHORTEST_SECRET else ()
    return (f":{found}@", *known)
