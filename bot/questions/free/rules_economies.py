"""Readings about economies over time: who came into the index or its leading ranks, left, or was always there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.claims_spans import EACH
from bot.questions.free.marks import Kind
from bot.questions.free.rules_crossing import ENTERING
from bot.questions.refs import Direction, RegionRef

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

ASKED = (Kind.WHICH, Kind.WHO, Kind.LIST, Kind.ECONOMIES)
DENIED = (Kind.NOT, Kind.BEYOND, Kind.EXCEPT)
LOSING = ("lost", "lose", "loses", "losing")
WINNING = ("champions", "champion", "winners", "winner", "won", "wins", "win", "king", "queen", "gold", "gold medal")
"""What is said of the first in a contest, and of the index only where it is named."""

SPANNED = (Kind.SINCE, Kind.SEVERAL_EDITIONS, Kind.COMPARE)


def income_group(s: Sentence) -> Query | None:
    """Which income group an economy belongs to: its profile says so."""
    asked = s.any(Kind.WHICH, Kind.MEMBER) or s.bare
    ok = s.only(Kind.INCOME, Kind.ECONOMY, Kind.ECONOMIES, Kind.MEMBER, Kind.COME_FROM)
    single = len(s.economies) == 1 == len(s.areas) and not s.clusters
    return queries.EconomyProfile(s.economies[0], s.edition) if single and asked and ok else None


def economy_newcomers(s: Sentence) -> Query | None:
    """Which economies entered or left the index, or so many leading ranks of it."""
    if not _of_the_index(s) or not (s.any(*ASKED) or s.has(Kind.NEW)):
        return None
    if not s.any(Kind.INNOVATIVE, Kind.RANKING, Kind.RANK, Kind.WITHIN) and not s.says("country ranking"):
        return None  # "which country left the EU"
    lost = s.has(Kind.DOWN, Kind.WITHIN) and s.says(*LOSING)
    absent = s.any(*DENIED) and len(s.editions) == 2
    left = s.has(Kind.LEFT) or lost
    came = s.has(Kind.NEW) or (s.has(Kind.WITHIN) and s.says(*ENTERING))
    if not (came or left or absent) or (came and left) or (left and absent):
        return None
    ok = (Kind.NEW, Kind.LEFT, Kind.WITHIN, Kind.ECONOMIES, Kind.REGION, *SPANNED)
    ok = (*ok, Kind.DOWN) if lost else ok
    ok = (*ok, *DENIED) if absent else ok
    if not s.only(*ok):
        return None
    if absent:
        left = _absent(s) == max(s.editions)
    since, edition = _span(s)
    return queries.EconomyNewcomers(s.within, _region(s), edition, since, left)


def economy_regulars(s: Sentence) -> Query | None:
    """Which economies were among so many leading ones in every edition, or rose or fell in each."""
    if not _of_the_index(s) or not s.any(*ASKED) or s.says("never") or not (_ever(s) or s.has(Kind.ALWAYS)):
        return None
    first = s.ordinal == 1 or s.has(Kind.BEST) or s.says("leading", "lead", "led")
    going = s.has(Kind.UP) != s.has(Kind.DOWN)
    ok = (Kind.ECONOMIES, Kind.HISTORY, Kind.ALWAYS, Kind.STAY, Kind.REGION, *SPANNED)
    told = s.any(Kind.INNOVATIVE, Kind.RANKING, Kind.RANK)
    if len(s.editions) == 1 or (s.says(*WINNING) and not told):
        return None
    since, edition = _span(s)
    if going and s.only(*ok, Kind.UP, Kind.DOWN):
        direction = Direction.UP if s.has(Kind.UP) else Direction.DOWN
        return queries.EconomyRegulars(1, direction, _region(s), edition, since)
    within = s.within if s.within is not None else 1 if first else None
    if within is None or going or not s.only(*ok, Kind.WITHIN, Kind.ORDINAL, Kind.BEST, Kind.AHEAD):
        return None
    if s.within is not None and s.any(Kind.ORDINAL, Kind.BEST):
        return None
    return queries.EconomyRegulars(within, None, _region(s), edition, since)


def _of_the_index(s: Sentence) -> bool:
    """Whether economies are asked of that are not named, perhaps of one region; "has any …" asks like "which …"."""
    if s.clusters or s.economies or s.any(Kind.CLUSTERS, Kind.PILLAR, Kind.INCOME, Kind.HOW_MANY) or len(s.areas) > 1:
        return False
    if s.opens(Kind.COPULA, Kind.HAVE) and not s.says("any", "any of"):
        return False
    return s.of_economies or s.has(Kind.ECONOMIES)


def _region(s: Sentence) -> RegionRef | None:
    return s.area if isinstance(s.area, RegionRef) else None


def _ever(s: Sentence) -> bool:
    """Whether every edition is meant: "in every edition", "in every GII"."""
    each = any(mark.text.casefold().removeprefix("in ").startswith(EACH) for mark in s.of(Kind.HISTORY))
    index = (Kind.INNOVATIVE, Kind.RANKING)
    return each or any(
        one.text.casefold() in ("every", "every single", "each") and two.kind in index for one, two in pairwise(s.marks)
    )


def _absent(s: Sentence) -> int | None:
    """Return the edition that stands after the denial: "in 2025 but not in 2024" denies 2024."""
    denial = s.of(*DENIED)[0]
    said = (mark for mark in s.of(Kind.EDITION) if mark.start > denial.start)
    return next((mark.value for mark in said if isinstance(mark.value, int)), None)


def _span(s: Sentence) -> tuple[int | None, int | None]:
    """Return from and to which edition: "since 2022", "from 2022 to 2024", "in 2024"."""
    if s.has(Kind.SINCE) and s.since is not None:
        return s.since, s.edition
    if len(s.editions) == 2:
        return min(s.editions), max(s.editions)
    return None, s.edition
