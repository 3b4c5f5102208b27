"""A picture in words, for those who cannot see it: the description that Discord keeps with an attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies.pictures.model import (
    ComparePicture,
    EconomyPicture,
    Gap,
    HistoryPicture,
    MapPicture,
    Row,
    TopPicture,
)
from bot.replies.safety import guard
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.replies.pictures.model import Dot, Picture, Series

DESCRIPTION_LIMIT = 1024
"""Characters of an attachment's description, by Discord's documentation of the attachment object."""
_NOTES_ROOM = 300
"""Characters kept for the notes where the figures would take them all."""


def describe(picture: Picture) -> str:
    """Return what a picture shows in at most 1,024 characters of plain text, without Markdown or line feeds.

    The figures come first; where they do not all fit, whole ones are kept and the number of the others is said.
    """
    head = guard(say("picture.alt.head", title=picture.title, subtitle=picture.subtitle))
    notes = [_sentence(note) for note in picture.notes]
    source = _sentence(picture.source)
    fixed = len(head) + len(source) + 2
    room = DESCRIPTION_LIMIT - fixed - min(_NOTES_ROOM, sum(len(note) + 1 for note in notes))
    figures = _sentence(_fitted(_groups(picture), room - 1))
    parts = [head, figures]
    left = DESCRIPTION_LIMIT - fixed - len(figures) - 1
    for note in notes:
        if len(note) + 1 > left:
            break
        parts.append(note)
        left -= len(note) + 1
    return " ".join((*parts, source))


def _sentence(text: str) -> str:
    return guard(text if text.endswith(".") else say("picture.alt.sentence", text=text))


def _fitted(groups: Sequence[Sequence[str]], room: int) -> str:
    """Return as many whole items as fit, and how many more there are."""
    items = [
        (say("picture.alt.next" if number else "picture.alt.next_group"), item)
        for group in groups
        for number, item in enumerate(group)
    ]
    whole = _run(items)
    if len(whole) <= room:
        return whole
    for count in range(len(items) - 1, 0, -1):
        text = _run(items[:count]) + say("picture.alt.more", count=len(items) - count)
        if len(text) <= room:
            return text
    return say("picture.alt.nothing", count=len(items))


def _run(items: Sequence[tuple[str, str]]) -> str:
    """Return items with what stands before each but the first."""
    return "".join(lead + item if number else item for number, (lead, item) in enumerate(items))


def _groups(picture: Picture) -> list[list[str]]:
    """Return the figures of a picture: an item for each, and a group for each line, panel or list."""
    match picture:
        case HistoryPicture():
            return [_of_series(line) for line in picture.series if line.held or line.members]
        case ComparePicture():
            return [_led(panel.heading, [_of_row(row) for row in panel.rows]) for panel in picture.panels]
        case TopPicture() | EconomyPicture():
            return [[_of_row(row) for row in picture.panel.rows]]
        case MapPicture():
            return [[_of_dot(dot) for dot in picture.dots]]


def _of_series(series: Series) -> list[str]:
    points = [
        _doubted(say("picture.alt.point", rank=point.label, edition=point.edition), point.doubt)
        for point in series.held
    ]
    points += [say("picture.alt.point", rank=say("figure.in_top_100"), edition=year) for year in series.members]
    return _led(series.name, points)


def _led(name: str, items: Sequence[str]) -> list[str]:
    """Return items of which the first says what all are about."""
    return [say("picture.alt.led", name=name, item=items[0]), *items[1:]]


def _of_row(row: Row | Gap) -> str:
    if isinstance(row, Gap):
        return row.label
    return _doubted(" ".join(part for part in (row.position, row.name, row.label) if part), row.doubt)


def _of_dot(dot: Dot) -> str:
    return _doubted(say("picture.alt.dot", number=dot.number, name=dot.name) if dot.number else dot.name, dot.doubt)


def _doubted(item: str, doubt: str) -> str:
    return say("picture.alt.doubt", item=item, doubt=doubt) if doubt else item
