"""What "top 10" and a number limit: how many are listed, or among which ranks; some rules read only the former."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import POSITIONS
from bot.questions.free.spelling import plain

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark
    from bot.questions.free.sentence import Sentence

MOVING = (Kind.UP, Kind.DOWN, Kind.MOVE)
SUPERLATIVE = (Kind.LARGE, Kind.MOST, Kind.BEST, Kind.WORST)
INSIDE = ("in", "of", "among", "amongst", "within", "inside", "from", "out", "amid")
"""Words before "top 10" by which it is where somebody is looked for, not how many are wanted."""

_NOUNS = "climbers|climber|fallers|faller|movers|mover|gainers|gainer|losers|loser|winners|risers|riser"
MOVER_NOUNS = frozenset(f"{_NOUNS}|decliners|decliner|droppers|dropper|jumpers|jumper".split("|"))
"""What those are called who moved."""


def inside_ranks(s: Sentence) -> bool:
    """Whether "top 10" is said to be where somebody is: "who in the top 10 …", "which of the top 10 …"."""
    if not s.has(Kind.WITHIN):
        return False
    before = list(itertools.takewhile(lambda mark: mark.kind is not Kind.WITHIN, s.marks))
    if before and before[-1].kind is Kind.EDITION:  # "in the 2025 top 10", but not "in 2025, top 10"
        before.pop()
        if not before or plain(before[-1].text).split(" ")[-1] != "the":
            return False
    said = list(itertools.takewhile(lambda mark: mark.kind is Kind.FILLER, reversed(before)))
    near = [*said, *before[: len(before) - len(said)][-1:]]
    return any(
        word in INSIDE for mark in near for word in (plain(mark.text).split(" ")[0], plain(mark.text).split(" ")[-1])
    )


def owned_ranks(s: Sentence) -> bool:
    """Whether "top 10" is that of an area: "China's top 3"."""
    marks = [mark for mark in s.marks if mark.kind is not Kind.FILLER]
    return any(
        one.kind in (Kind.ECONOMY, Kind.REGION)
        and two.kind is Kind.WITHIN
        and one.text.casefold().endswith(("'s", "’s", "s'", "s’"))
        for one, two in itertools.pairwise(marks)
    )


def older_ranks(s: Sentence) -> bool:
    """Whether "top 10" is that of an older edition: "last year's top 10"."""
    marks = [mark for mark in s.marks if mark.kind is not Kind.FILLER]
    return any(
        {one.kind, two.kind} == {Kind.EDITION, Kind.WITHIN} and s.rankings.newest.year not in (one.value, two.value)
        for one, two in itertools.pairwise(marks)
    )


def of_its_own(s: Sentence, *asked: Kind) -> bool:
    """Whether "in the top 10" and what is asked of those in it are two things: "which of the top 10 has most patents".

    "In the top 10 by patents" is one.
    """
    if not inside_ranks(s) or not s.any(*asked):
        return False
    after = s.marks[s.marks.index(s.of(Kind.WITHIN)[0]) + 1 :]
    meant = next((place for place, mark in enumerate(after) if mark.kind in asked), None)
    return meant is None or any(mark.kind not in (Kind.FILLER, Kind.EDITION) for mark in after[:meant])


def counts_movers(s: Sentence) -> bool:
    """Whether a number or a limit beside a movement says how many movers are wanted, and nothing of ranks or places.

    "Top 10 climbers" and "five biggest falls" do; "top 10 clusters that rose" and "rose 3 places" do not.
    """
    if not s.any(Kind.WITHIN, Kind.NUMBER, Kind.BEST) and all(plain(mark.text) != "one" for mark in s.marks):
        return True
    marks = [mark for mark in s.marks if mark.kind is not Kind.EDITION]
    for place, mark in enumerate(marks):
        before, after = marks[place - 1] if place else None, marks[place + 1] if place + 1 < len(marks) else None
        counted = _moving(after) or (after is None and any(map(_moving, marks)))
        if mark.kind is Kind.WITHIN and (inside_ranks(s) or not counted):
            return False
        if mark.kind is Kind.NUMBER and (_verb(before) or (after is not None and plain(after.text) in POSITIONS)):
            return False
        if _verb(before) and plain(mark.text) == "one" and after is not None and plain(after.text) in POSITIONS:
            return False
        if mark.kind is Kind.BEST and after is not None and after.kind is Kind.CLUSTERS:
            return False
    return True


def _moving(mark: Mark | None) -> bool:
    """Whether those who moved, or the most of a movement, are spoken of."""
    return mark is not None and (
        plain(mark.text) in MOVER_NOUNS
        or plain(mark.text).startswith("most ")
        or mark.kind in (*SUPERLATIVE, Kind.MOVE)
    )


def _verb(mark: Mark | None) -> bool:
    """Whether a number after this is how far somebody moved."""
    return mark is not None and (
        (mark.kind in MOVING and plain(mark.text) not in MOVER_NOUNS) or plain(mark.text) in ("by", "more than")
    )
