"""Who stands next to somebody in the ranking, or ahead: "who comes right after Munich?", "who is ahead of Germany?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.questions.refs import ClusterRef
from bot.rankings.model import RANKS_PUBLISHED, Pillar

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query
    from bot.questions.refs import Subject

ASKED = (Kind.WHO, Kind.WHICH, Kind.LIST)
AROUND = (Kind.CLUSTER, Kind.ECONOMY, Kind.ECONOMIES, Kind.STAY)
OVER = ("ahead of", "above", "in front of", "better than", "higher than", "outranks", "beat", "outrank")
"""How the words begin that ask for everybody ahead of somebody."""


def neighbour(s: Sentence) -> Query | None:
    """Who holds the rank before or after a cluster's or an economy's, where that is held."""
    mark = s.first(Kind.NEIGHBOUR)
    if mark is None or not s.only(Kind.NEIGHBOUR, Kind.UPCOMING, *AROUND):
        return None
    found = _stands(s)
    if found is None:
        return None
    subject, rank, year = found
    rank += cast("int", mark.value)
    if isinstance(subject, ClusterRef):
        return queries.Who(rank, year) if 1 <= rank <= RANKS_PUBLISHED else None
    return queries.EconomyNth(rank, edition=year) if rank >= 1 else None


def ahead(s: Sentence) -> Query | None:
    """Everybody ahead of a cluster or an economy, where its rank is held."""
    mark = s.first(Kind.AHEAD)
    found = None if mark is None or not s.only(Kind.AHEAD, *AROUND) else _stands(s)
    if mark is None or found is None or not mark.text.casefold().startswith(OVER):
        return None
    subject, rank, year = found
    follows = next((other for other in s.marks if other.start >= mark.end and other.kind is not Kind.FILLER), None)
    if rank == 1 or follows is None or follows.value != subject:  # "who is ahead in Germany" asks for its first
        return None
    if isinstance(subject, ClusterRef):
        return queries.Top(rank - 1, edition=year)
    return queries.EconomyRanking(rank - 1, edition=year)


def _stands(s: Sentence) -> tuple[Subject, int, int] | None:
    """Return the one place named, its rank and the edition of it; None where that is not held."""
    if len(s.subjects) != 1 or s.has(Kind.REGION) or not s.any(*ASKED):
        return None
    (subject,) = s.subjects
    if isinstance(subject, ClusterRef):
        clusters = s.rankings.newest if s.edition is None else s.rankings.editions[s.edition]
        row = clusters.rows.get(subject.id)
        return None if row is None or row.rank is None else (subject, row.rank, clusters.year)
    economies = s.rankings.newest_economies if s.edition is None else s.rankings.editions[s.edition]
    ranked = economies.economies.get(subject.code)
    return None if ranked is None or s.has(Kind.CLUSTERS) else (subject, ranked.scores[Pillar.GII].rank, economies.year)
