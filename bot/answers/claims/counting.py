"""Claims about how many clusters an area has, and about where an economy stands among its like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.claims.comparing import economy_rank, so, times
from bot.answers.claims.judged import Judged
from bot.answers.counting import area_name, codes_of, count_clusters, counted, leading, rows_in
from bot.answers.standing import rank_or_membership
from bot.answers.values import Unit, Verdict
from bot.questions.refs import Direction, EconomyRef
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.answers.model import ClusterCount
    from bot.answers.values import Value
    from bot.questions.assertions import (
        CountWent,
        EconomiesCounted,
        EconomyAtRank,
        HasClusters,
        MoreClusters,
        MostClusters,
    )
    from bot.rankings.model import Edition, Rankings

ECONOMIES = "economies_with_a_cluster"
"""The statement, and the measure, of how many economies have a cluster."""

PLACE = "rank_by_clusters"
"""The statement that an economy has the most clusters."""

SHOWN = 3
"""So many clusters are named as grounds where only a lower bound decides."""


def judge_economy_rank(claimed: EconomyAtRank, edition: Edition, rankings: Rankings) -> Judged:
    """Judge where an economy stands, in the world or among the economies of a region or an income group."""
    rank = economy_rank(rankings, edition, claimed.economy.code, claimed.pillar)
    name = rankings.economies[claimed.economy.code].short_name
    if rank is None:
        return Judged(Verdict.UNDECIDED, edition.year, (), (name,))
    codes = None if claimed.area is None else codes_of(rankings, claimed.area)
    ranks = {
        code: row.scores[claimed.pillar].rank
        for code, row in edition.economies.items()
        if (codes is None or code in codes) and claimed.income_group in ("", row.income_group)
    }
    position = 1 + sum(1 for other in ranks.values() if other < int(rank.value))
    inside = claimed.economy.code in ranks
    verdict = so(inside and claimed.low <= position <= claimed.high)
    grounds: tuple[Value, ...] = (rank,)
    if verdict is Verdict.FALSE and claimed.low == claimed.high and inside and claimed.low <= len(ranks):
        holder = sorted(ranks, key=lambda code: ranks[code])[claimed.low - 1]
        better = economy_rank(rankings, edition, holder, claimed.pillar)
        grounds = (rank,) if better is None else (better, rank)
    return Judged(verdict, edition.year, grounds, (name,))


def judge_more_clusters(claimed: MoreClusters, edition: Edition, rankings: Rankings) -> Judged:
    """Judge which of two areas has more clusters, by exact counts or by bounds where they suffice."""
    names = (area_name(rankings, claimed.first), area_name(rankings, claimed.second))
    first, second = (count_clusters(rankings, edition, area) for area in (claimed.first, claimed.second))
    mine, theirs = first.exact, second.exact
    grounds = tuple(value for value in (mine, theirs) if value is not None)
    if mine is not None and theirs is not None:
        return Judged(*_compared(claimed, mine, theirs, edition), names)
    verdict = Verdict.UNDECIDED
    if not claimed.times and theirs is not None and _bound(first) > int(theirs.value):
        verdict = so(not claimed.even)
        grounds = (first.at_least, theirs)
    elif not claimed.times and mine is not None and _bound(second) > int(mine.value):
        verdict = Verdict.FALSE
        grounds = (mine, second.at_least)
    return Judged(verdict, edition.year, grounds, names)


def _compared(
    claimed: MoreClusters, mine: Value, theirs: Value, edition: Edition
) -> tuple[Verdict, int, tuple[Value, ...]]:
    if claimed.times and not int(theirs.value):
        return so(int(mine.value) > 0), edition.year, (mine, theirs)
    if claimed.times:
        ratio = times(mine, theirs)
        return so(float(ratio.value) >= claimed.times), edition.year, (ratio, mine, theirs)
    more = mine.value == theirs.value if claimed.even else int(mine.value) > int(theirs.value)
    return so(more), edition.year, (mine, theirs)


def judge_most_clusters(claimed: MostClusters, edition: Edition, rankings: Rankings) -> Judged:
    """Judge who has the most clusters: by what is published, by a complete table, or against one known to have more."""
    code = claimed.economy.code
    name = rankings.economies[code].short_name
    counts = {code: count_clusters(rankings, edition, EconomyRef(code)) for code in {*edition.by_economy, code}}
    mine = counts.pop(code)
    own = (mine.exact,) if mine.exact is not None else ()
    for statement in edition.statements:
        if statement.about == "economy" and statement.measure == PLACE:
            place = figures.stated(
                rankings.economies[statement.ref].short_name, PLACE, statement, int(statement.value), Unit.RANK
            )
            rival = counts.get(statement.ref)
            theirs = () if rival is None or rival.exact is None else (rival.exact,)
            return Judged(so(statement.ref == code), edition.year, (place, *own, *theirs), (name,))
    if mine.exact is None or not counts:
        return Judged(Verdict.UNDECIDED, edition.year, own, (name,))
    best = max(counts.values(), key=_bound)
    if _bound(best) >= int(mine.exact.value):
        return Judged(Verdict.FALSE, edition.year, (mine.exact, best.exact or best.at_least), (name,))
    verdict = Verdict.TRUE if edition.complete else Verdict.UNDECIDED
    return Judged(verdict, edition.year, (mine.exact, best.exact or best.at_least), (name,))


def judge_has_clusters(claimed: HasClusters, edition: Edition, rankings: Rankings) -> Judged:
    """Judge how many clusters an area has among the leading ones, by an exact count or by bounds."""
    count = count_clusters(rankings, edition, claimed.area, claimed.within)
    name = area_name(rankings, claimed.area)
    if count.exact is not None:
        found = int(count.exact.value)
        any_at_all = claimed.low == 1 and claimed.high >= claimed.within and 0 < found <= SHOWN
        members = _named(claimed, edition, rankings) if any_at_all else ()
        names = (name, *(value.subject for value in members))
        return Judged(so(claimed.low <= found <= claimed.high), edition.year, (count.exact, *members), names)
    least = _bound(count)
    most = least + claimed.within - len(leading(edition, claimed.within))
    verdict = Verdict.UNDECIDED
    if least > claimed.high or most < claimed.low:
        verdict = Verdict.FALSE
    elif (claimed.low <= least and most <= claimed.high) or (claimed.low <= least and claimed.high >= claimed.within):
        verdict = Verdict.TRUE
    grounds = _named(claimed, edition, rankings) if verdict is not Verdict.UNDECIDED else ()
    return Judged(verdict, edition.year, grounds, (name,))


def _bound(count: ClusterCount) -> int:
    return int(count.at_least.value)


def _named(claimed: HasClusters, edition: Edition, rankings: Rankings) -> tuple[Value, ...]:
    """Return the first few clusters of an area among the leading ones as figures."""
    rows = rows_in(rankings, edition, claimed.area)
    if claimed.within < RANKS_PUBLISHED:
        rows = tuple(row for row in leading(edition, claimed.within) if row in rows)
    shown = sorted(rows, key=lambda row: row.rank or RANKS_PUBLISHED)[:SHOWN]
    return tuple(rank_or_membership(rankings, row) for row in shown)


def judge_economies_counted(claimed: EconomiesCounted, edition: Edition) -> Judged:
    """Judge how many economies have a cluster: by what is published, or by a complete table."""
    stated = next((item for item in edition.statements if item.measure == ECONOMIES), None)
    if stated is not None:
        found = figures.stated("world", ECONOMIES, stated, int(stated.value), Unit.COUNT)
    elif edition.complete:
        rows = counted("world", edition, tuple(edition.rows.values()), ECONOMIES)
        found = replace(rows, value=len(edition.by_economy))
    else:
        return Judged(Verdict.UNDECIDED, edition.year, (), ())
    number = int(found.value)
    inside = claimed.low <= number and (claimed.high is None or number <= claimed.high)
    return Judged(so(inside), edition.year, (found,), ())


def judge_count_went(claimed: CountWent, edition: Edition, rankings: Rankings) -> Judged:
    """Judge whether an area's count rose or fell since an edition, the one before unless another was named."""
    name = area_name(rankings, claimed.area)
    before = rankings.editions.get(claimed.since if claimed.since is not None else edition.year - 1)
    counts = [count_clusters(rankings, each, claimed.area).exact for each in (edition, before) if each is not None]
    held: tuple[Value, ...] = tuple(count for count in counts if count is not None)
    if before is None or len(held) < 2:
        return Judged(Verdict.UNDECIDED, edition.year, held, (name,))
    change = int(held[0].value) - int(held[1].value)
    verdict = {Direction.UP: change > 0, Direction.DOWN: change < 0, Direction.SAME: change == 0}.get(
        claimed.direction, change != 0
    )
    return Judged(so(verdict), edition.year, held, (name,), since=before.year)
