"""Readings of who was always among the leading ones: "which clusters were in the top 5 every year since 2022"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.claims_spans import EACH
from bot.questions.free.limits import older_ranks, owned_ranks
from bot.questions.free.marks import Kind

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

ASKED = (Kind.WHICH, Kind.WHO, Kind.LIST, Kind.CLUSTERS)


def regulars(s: Sentence) -> Query | None:
    """Which clusters were among so many leading ones in every edition, or in each of those from one to another."""
    if s.within is None or s.clusters or len(s.areas) > 1 or not s.any(*ASKED) or s.has(Kind.ECONOMIES):
        return None
    spanned = len(s.editions) > 1 or s.has(Kind.SINCE)
    if owned_ranks(s) or (older_ranks(s) and not spanned):
        return None
    never = s.says("never")
    ever = any(mark.text.casefold().removeprefix("in ").startswith(EACH) for mark in s.of(Kind.HISTORY))
    pair = len(s.editions) == 2 and s.says("both") and max(s.editions) == min(s.editions) + 1
    if not (ever or pair or s.has(Kind.ALWAYS)) or never != s.has(Kind.LEFT) or s.opens(Kind.COPULA, Kind.HAVE):
        return None
    ok = (Kind.WITHIN, Kind.HISTORY, Kind.ALWAYS, Kind.LEFT, Kind.SINCE, Kind.SEVERAL_EDITIONS, Kind.STAY)
    if not s.only(*ok, Kind.ECONOMY, Kind.REGION) or (s.has(Kind.HISTORY) and not ever) or len(s.editions) == 1:
        return None
    if len(s.editions) == 2:
        return queries.Regulars(s.within, s.area, max(s.editions), min(s.editions))
    return queries.Regulars(s.within, s.area, None, s.since) if not s.editions else None
