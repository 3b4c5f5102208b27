"""A slash command's options as the words of the same command with a prefix."""

from __future__ import annotations


def phrase(*parts: object) -> str:
    """Return a question from its parts, leaving out those that were not given."""
    return " ".join(str(part) for part in parts if part is not None)


def by(measure: str | None) -> str | None:
    """Return the words for what a list goes by."""
    return None if measure is None else f"by {measure}"


def among(within: int | None) -> str | None:
    """Return the words for a limit to the leading ranks."""
    return None if within is None else f"in the top {within}"


def versus(*places: str | None) -> str:
    """Return the words for places side by side."""
    return " vs ".join(place for place in places if place is not None)
