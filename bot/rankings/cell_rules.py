"""How a cell may be written: what the schema's types let pass but a reader of the tables would stumble over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rankings.layout import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rankings.problems import Problem
    from bot.rankings.records import Records

_LISTS = ("economies", "sources", "successors", "measures")
_NUMERIC = re.compile(r"edition|rank|population|.*_(rank|score|share|count)")
_NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def numbers_plain(tables: Records) -> Iterator[Problem]:
    """A number is digits, with a point if it has decimals: no NaN, no exponent, sign, separator or leading zero."""
    for layout in LAYOUTS.values():
        columns = [column for column in layout.columns if _NUMERIC.fullmatch(column)]
        for row in tables.of(layout) if columns else ():
            for column in columns:
                # What is no number at all is the schema's to name.
                readable = row.number(column) is not None or _nan(row[column])
                if readable and not _NUMBER.fullmatch(row[column]):
                    yield row.problem(f'"{row[column]}" is not a plain number, such as 7 or 0.43', column)


def _nan(text: str) -> bool:
    return text.casefold().strip("+-") in ("nan", "inf", "infinity")


def text_plain(tables: Records) -> Iterator[Problem]:
    """No cell begins or ends with a space or holds a control character, such as a stray Windows-1252 byte."""
    for layout in LAYOUTS.values():
        for row in tables.of(layout):
            for column in layout.columns:
                if row[column] != row[column].strip():
                    yield row.problem("begins or ends with a space", column)
                elif not row[column].isprintable() and _CONTROL.search(row[column]):
                    yield row.problem(f"{row[column]!r} holds a control character", column)


def lists_without_repeats(tables: Records) -> Iterator[Problem]:
    """No list of keys names the same key twice."""
    for layout in LAYOUTS.values():
        columns = [column for column in _LISTS if column in layout.columns]
        for row in tables.of(layout) if columns else ():
            for column in columns:
                items = row.items(column)
                if len(set(items)) < len(items):
                    yield row.problem(f'"{row[column]}" names the same thing twice', column)
