"""Figures in the README: each table stands between two markers, and is replaced as a whole."""

from __future__ import annotations

from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def replaced(text: str, name: str, table: str) -> str:
    """Return a text with the table between the markers of a name replaced.

    Raises:
        ValueError: the text has no such markers.
    """
    begin, end = (f"<!-- {name}: {edge} -->" for edge in ("begin", "end"))
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"no markers for {name}")
    return f"{before}{begin}\n{table.strip()}\n{end}{after}"


def publish(name: str, table: str) -> None:
    """Put a table into the README."""
    README.write_text(replaced(README.read_text("utf-8"), name, table), encoding="utf-8")
