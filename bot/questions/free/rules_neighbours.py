"""Who stands next to somebody in the ranking, or ahead: "who comes right after Munich?", "who is ahead of Germany?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import POSITIONS, RANKS
from bot.questions.free.spelling import plain
from bot.questions.refs import ClusterRef, EconomyRef
from bot.rankings.model import RANKS_PUBLISHED, Pillar

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query
    from bot.questions.refs import Subject

ASKED = (Kind.WHO, Kind.WHICH, Kind.LIST)
AROUND = (Kind.CLUSTER, Kind.ECONOMY, Kind.ECONOMIES, Kind.STAY)
TOWARDS = ("ahead of", "above", "over", "in front of", "before", "behind", "below", "under", "after", "beneath")
"""How the words end by which a distance is counted from somebody."""

WITHIN = ("within", "among", "amongst", "inside", "within the", "among the", "of all", "out of")
"""Words by which an area is where a place is looked for, and not where it lies."""

UNDER = ("behind", "below", "under", "beneath", "lower than", "worse than")
"""How the words begin that ask for everybody behind somebody."""

OVER = ("ahead of", "above", "in front of", "better than", "higher than", "outranks", "beat", "outrank")
"""How the words begin that ask for everybody ahead of somebody."""


def neighbour(s: Sentence) -> Query | None:
    """Who holds the rank before or after a cluster's or an economy's, where that is held."""
    step = _step(s)
    if step is None:
        return None
    found = _stands(s)
    if found is None:
        return None
    subject, rank, year = found
    rank += step
    if isinstance(subject, ClusterRef):
        return queries.Who(rank, year) if 1 <= rank <= RANKS_PUBLISHED else None
    return queries.EconomyNth(rank, edition=year) if rank >= 1 else None


def place_in(s: Sentence) -> Query | None:
    """Where a cluster stands within an area, where its rank is held: "Munich's rank within Germany"."""
    if len(s.clusters) != 1 or len(s.areas) != 1 or not s.any(Kind.RANK, Kind.RANKING, Kind.WHERE):
        return None
    (cluster,), area = s.clusters, s.of(Kind.ECONOMY, Kind.REGION)[0]
    beside = [mark for mark in s.marks if mark.kind is not Kind.FILLER]
    before = beside[beside.index(area) - 1] if beside.index(area) else area
    said = next((mark.text.casefold() for mark in reversed(s.marks) if mark.end <= area.start), "")
    if not said.endswith(("in", "in the", "of the", "of", *WITHIN)) or s.any(Kind.INNOVATIVE, Kind.OR):
        return None
    lies = before.kind is Kind.CLUSTER and area.kind is Kind.ECONOMY and not s.says(*WITHIN)
    edition = s.rankings.newest if s.edition is None else s.rankings.editions[s.edition]
    row = edition.rows.get(cluster.id)
    if lies or row is None or row.rank is None or not s.only(Kind.CLUSTER, Kind.ECONOMY, Kind.REGION, Kind.ECONOMIES):
        return None
    if s.opens(Kind.COPULA, Kind.HAVE):
        return None
    codes = {s.areas[0].code} if isinstance(s.areas[0], EconomyRef) else s.rankings.regions[s.areas[0].id].economies
    inside = [other for other in edition.ranked if not codes.isdisjoint(other.economies)]
    return queries.Nth(inside.index(row) + 1, s.areas[0], edition=edition.year) if row in inside else None


def _step(s: Sentence) -> int | None:
    """Return how far down the list somebody is asked for: "just ahead of" is -1, "3 spots behind" is 3."""
    mark = s.first(Kind.NEIGHBOUR)
    if mark is not None and s.only(Kind.NEIGHBOUR, Kind.UPCOMING, *AROUND):
        return cast("int", mark.value)
    for number, unit, way in zip(s.marks, s.marks[1:], s.marks[2:], strict=False):
        sides = {Kind.AHEAD: -1, Kind.BEHIND: 1, Kind.BEFORE: -1}
        side = cast("int", way.value) if way.kind is Kind.NEIGHBOUR else sides.get(way.kind)
        if number.kind is Kind.NUMBER and plain(unit.text) in POSITIONS | RANKS and side is not None:
            fits = s.only(Kind.NUMBER, way.kind, *AROUND) and way.text.casefold().endswith(TOWARDS)
            return side * cast("int", number.value) if fits else None
    return None


def below(s: Sentence) -> Query | None:
    """Everybody behind a cluster, where its rank is held."""
    mark = s.first(Kind.BEHIND)
    found = None if mark is None or not s.only(Kind.BEHIND, *AROUND) or len(s.subjects) != 1 else _stands(s)
    if mark is None or found is None or not mark.text.casefold().startswith(UNDER):
        return None
    subject, rank, year = found
    if _following(s, mark) != subject or not isinstance(subject, ClusterRef) or rank >= RANKS_PUBLISHED:
        return None
    return queries.Top(RANKS_PUBLISHED - rank, edition=year, first=rank + 1)


def ahead_in(s: Sentence) -> Query | None:
    """The clusters of an area that are ahead of one whose rank is held: "which European ones are ahead of Munich"."""
    mark = s.first(Kind.AHEAD)
    if mark is None or len(s.clusters) != 1 or len(s.areas) != 1 or not mark.text.casefold().startswith(OVER):
        return None
    found = _stands(s) if s.only(Kind.AHEAD, Kind.REGION, *AROUND) and not s.has(Kind.MEASURE) else None
    if found is None or _following(s, mark) != found[0] or found[1] == 1:
        return None
    return queries.Top(RANKS_PUBLISHED, s.areas[0], edition=found[2], within=found[1] - 1)


def _following(s: Sentence, mark: Mark) -> object:
    """Return what the next mark after one means that is not just said around the others."""
    return next((other.value for other in s.marks if other.start >= mark.end and other.kind is not Kind.FILLER), None)


def ahead(s: Sentence) -> Query | None:
    """Everybody ahead of a cluster or an economy, where its rank is held."""
    mark = s.first(Kind.AHEAD)
    found = None if mark is None or not s.only(Kind.AHEAD, *AROUND) or len(s.subjects) != 1 else _stands(s)
    if mark is None or found is None or not mark.text.casefold().startswith(OVER):
        return None
    subject, rank, year = found
    if rank == 1 or _following(s, mark) != subject:  # "who is ahead in Germany" asks for its first
        return None
    if isinstance(subject, ClusterRef):
        return queries.Top(rank - 1, edition=year)
    return queries.EconomyRanking(rank - 1, edition=year)


def _stands(s: Sentence) -> tuple[Subject, int, int] | None:
    """Return the one place named, its rank and the edition of it; None where that is not held."""
    named: tuple[Subject, ...] = s.clusters or s.economies
    if len(named) != 1 or not s.any(*ASKED) or (s.has(Kind.REGION) and not s.clusters):
        return None
    (subject,) = named
    if isinstance(subject, ClusterRef):
        clusters = s.rankings.newest if s.edition is None else s.rankings.editions[s.edition]
        row = clusters.rows.get(subject.id)
        return None if row is None or row.rank is None else (subject, row.rank, clusters.year)
    economies = s.rankings.newest_economies if s.edition is None else s.rankings.editions[s.edition]
    ranked = economies.economies.get(subject.code)
    clusters_asked = any(plain(mark.text) not in POSITIONS for mark in s.of(Kind.CLUSTERS))
    return None if ranked is None or clusters_asked else (subject, ranked.scores[Pillar.GII].rank, economies.year)
