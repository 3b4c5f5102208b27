"""Which edition a question is about, and what changed between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Caveat, CaveatKind

if TYPE_CHECKING:
    from bot.rankings.model import Edition, Rankings


def cluster_edition(rankings: Rankings, asked: int | None) -> Edition:
    """Return the edition asked for, or the newest that holds clusters."""
    return rankings.editions[asked] if asked is not None else rankings.newest


def economy_edition(rankings: Rankings, asked: int | None) -> Edition:
    """Return the edition asked for, or the newest that holds economies."""
    return rankings.editions[asked] if asked is not None else rankings.newest_economies


def method_breaks(rankings: Rankings, after: int, upto: int) -> tuple[Caveat, ...]:
    """Return a caveat for each change of method in the editions after one and up to another."""
    return tuple(
        Caveat(CaveatKind.METHOD_BREAK, (year,), rankings.editions[year].method.change)
        for year in sorted(rankings.editions)
        if after < year <= upto and rankings.editions[year].method.method_break
    )
