"""From a cell of a sheet to a cell of our tables: checked, rounded and written in the one canonical form."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from bot.rankings.importing.headers import Cell, is_empty
from bot.rankings.model import RANKS_PUBLISHED
from bot.rankings.problems import CellInvalid, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

SHARE_DECIMALS = 4
COUNT_DECIMALS = 1
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_LARGEST_COUNT = 100_000_000
_LARGEST_POPULATION = 1_000_000_000


class Findings:
    """Collects what is wrong with the cells of a file, so that all of it can be said at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def take(self, read: Callable[[Cell], str], cell: Cell | None) -> str:
        """Return a cell as `read` gives it; '' if there is no such cell, or it is wrong (which is noted)."""
        if cell is None:
            return ""
        try:
            return read(cell)
        except CellInvalid as error:
            self.problems += error.problems
            return ""

    def settle(self) -> None:
        """Raise what was found, if anything.

        Raises:
            CellInvalid: with every problem found.
        """
        if self.problems:
            raise CellInvalid(*self.problems)


def required(read: Callable[[Cell], str]) -> Callable[[Cell], str]:
    """Return a reader of numbers that refuses an empty cell."""

    def checked(cell: Cell) -> str:
        if is_empty(cell.value):
            raise cell.invalid("the cell is empty; a number is needed")
        return read(cell)

    return checked


def is_number(cell: Cell) -> bool:
    """Return whether a cell holds a number, be it as a text."""
    try:
        _number(cell)
    except CellInvalid:
        return False
    return True


def rank(cell: Cell) -> str:
    """Read a rank that must be there, 1 to 100."""
    if is_empty(cell.value):
        raise cell.invalid("the rank is missing")
    return economy_rank(cell, RANKS_PUBLISHED)


def economy_rank(cell: Cell, last: int = 200) -> str:
    """Read a rank, 1 to `last`; '' if the cell is empty."""
    if is_empty(cell.value):
        return ""
    value = _number(cell)
    if value != int(value):
        raise cell.invalid(f"{_shown(cell)} is not a whole number")
    if not 1 <= value <= last:
        raise cell.invalid(f"rank {value:.0f} is not within 1 to {last}")
    return str(int(value))


def share(cell: Cell) -> str:
    """Read a share in per cent, 0 to 100, and round it to four decimals; '' if the cell is empty."""
    return _within(cell, 0, 100, SHARE_DECIMALS)


def score(cell: Cell) -> str:
    """Read a score, 0 to 100, and round it to four decimals; '' if the cell is empty."""
    return _within(cell, 0, 100, SHARE_DECIMALS)


def total(cell: Cell) -> str:
    """Read a sum of shares, 0 to 300, that must be there."""
    return required(lambda given: _within(given, 0, 300, SHARE_DECIMALS))(cell)


def count(cell: Cell) -> str:
    """Read a fractional count and round it to one decimal; '' if the cell is empty."""
    return _within(cell, 0, _LARGEST_COUNT, COUNT_DECIMALS)


def population(cell: Cell) -> str:
    """Read a number of inhabitants and round it to a whole one; '' if the cell is empty."""
    if is_empty(cell.value):
        return ""
    _within(cell, 1, _LARGEST_POPULATION, COUNT_DECIMALS)
    return str(round(_number(cell)))


def text(cell: Cell) -> str:
    """Read a text that must be there."""
    if is_empty(cell.value):
        raise cell.invalid("the cell is empty; a text is needed")
    if not isinstance(cell.value, str):
        raise cell.invalid(f"{_shown(cell)} is not a text")
    return " ".join(cell.value.split())


def _within(cell: Cell, least: float, most: float, decimals: int) -> str:
    if is_empty(cell.value):
        return ""
    value = _number(cell)
    if not least <= value <= most:
        raise cell.invalid(f"{value:g} is not within {least:,} to {most:,}")
    # repr is the shortest text that reads back as the same number; adding 0.0 turns -0.0 into 0.0
    return repr(round(value, decimals) + 0.0)


def _number(cell: Cell) -> float:
    value = cell.value
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise cell.invalid(f"{_shown(cell)} is not a number")
    return float(value)


def _shown(cell: Cell) -> str:
    shown = str(cell.value)
    return f'"{shown[:40]}…"' if len(shown) > 40 else f'"{shown}"'
