"""The page of limits says what the code does, and leaves none out."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import Any

from bot.settings import Settings

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "limits.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| [^|]+ \| `([\w.]+)` \| ([\d,]+) \| [^|]+ \|$", PAGE, re.MULTILINE))
ADDING_UP = re.compile(r"([A-Z]+_)?KEPT|CACHE_BYTES|WAITING|(MOST_)?REMEMBERED|[A-Z]+_MAXIMUM")
ELSEWHERE = {
    "bot.community.quiz.game.SECONDS_MAXIMUM",
    "bot.community.quiz.game.DAILY_MAXIMUM",
    "bot.community.pool.model.NUMBER_MAXIMUM",
    "bot.replies.pictures.model.SERIES_MAXIMUM",
    "bot.replies.pictures.model.LINES_MAXIMUM",
}
"""What somebody may set something to, or a picture shows: nothing adds up there."""


def value(where: str) -> Any:
    """Return what a place in the code holds, or a setting's default."""
    parts = where.split(".")
    if len(parts) == 1:
        return Settings.model_fields[where.lower()].default
    module = [*takewhile(str.islower, parts)]
    held: Any = import_module(".".join(module))
    for part in parts[len(module) :]:
        held = held[part] if isinstance(held, dict) else getattr(held, part)
    return held


def test_every_limit_is_as_the_page_says() -> None:
    assert len(ROWS) > 30
    assert {where: f"{value(where):,}" for where in ROWS} == ROWS


def test_no_limit_is_missing_from_the_page() -> None:
    defined = {
        f"{'.'.join(path.relative_to(ROOT).with_suffix('').parts)}.{name}"
        for path in (ROOT / "bot").rglob("*.py")
        for name in re.findall(r"^([A-Z_]+) = ", path.read_text("utf-8"), re.MULTILINE)
        if ADDING_UP.fullmatch(name)
    }
    assert defined - ELSEWHERE <= set(ROWS)
    assert defined >= ELSEWHERE
