"""The page: every table between the markers of its name, and every plot beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.readme import replaced

if TYPE_CHECKING:
    from benchmarks.growth.results import Found, Table

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGE, PLOTS = DOCS / "growth.md", DOCS / "growth"


def markdown(table: Table) -> str:
    """Return a table in Markdown: words to the left, figures to the right."""
    lines = [
        table.headings,
        tuple("---" if number == 0 else "---:" for number in range(len(table.headings))),
        *table.rows,
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def with_findings(page: str, subject: str, found: Found) -> str:
    """Return the page with all that a subject's measurement found.

    Raises:
        ValueError: the page has no place for one of the tables.
    """
    for table in found.tables:
        page = replaced(page, table.name, markdown(table))
    return replaced(page, f"{subject} notes", "\n".join((*found.notes, f"Measured {found.load}.")))


def write(subject: str, found: Found, drawn: dict[str, bytes]) -> None:
    """Put a subject's findings, and its plots by name, into the documentation."""
    PLOTS.mkdir(exist_ok=True)
    for name, png in drawn.items():
        part = PLOTS / f"{name}.part"
        part.write_bytes(png)
        part.replace(PLOTS / f"{name}.png")
    part = PAGE.with_suffix(".part")
    part.write_text(with_findings(PAGE.read_text("utf-8"), subject, found), encoding="utf-8")
    part.replace(PAGE)
