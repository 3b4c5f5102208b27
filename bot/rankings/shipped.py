"""Where the shipped tables lie."""

from __future__ import annotations

from pathlib import Path

_PACKED = Path(__file__).resolve().parent.parent / "_data"


def shipped_directory() -> Path:
    """Return the directory of the shipped tables: `data/` of a checkout, `bot/_data` of a wheel."""
    return _PACKED if ships_packed() else _PACKED.parent.parent / "data"


def ships_packed() -> bool:
    """Return whether the shipped tables are part of an installed wheel, and so not to be written to."""
    return _PACKED.is_dir()
