"""Who stands next to a cluster in the ranking: "who comes right after Munich?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query


def neighbour(s: Sentence) -> Query | None:
    """Who holds the rank before or after a cluster's, where that is held."""
    mark = s.first(Kind.NEIGHBOUR)
    if mark is None or len(s.clusters) != 1 or s.areas or not s.any(Kind.WHO, Kind.WHICH):
        return None
    edition = s.rankings.newest if s.edition is None else s.rankings.editions[s.edition]
    row = edition.rows.get(s.clusters[0].id)
    if row is None or row.rank is None or not s.only(Kind.NEIGHBOUR, Kind.CLUSTER, Kind.UPCOMING):
        return None
    rank = row.rank + cast("int", mark.value)
    return queries.Who(rank, edition.year) if 1 <= rank <= RANKS_PUBLISHED else None
