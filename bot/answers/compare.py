"""`compare`: two to five clusters side by side, in one edition where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from bot.answers import figures
from bot.answers.editions import cluster_edition, method_breaks
from bot.answers.model import CompareAnswer, Contest, NoData, Side
from bot.answers.standing import economies_of
from bot.answers.values import Caveat, CaveatKind, Unit, Value, doubts
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.questions.queries import Compare
    from bot.rankings.model import Cluster, ClusterRow, Rankings

CONTESTED = (Measure.SIZE, *figures.SHARES, Measure.INTENSITY)
"""What clusters are compared by; counts say the same as shares, and a population is no achievement."""


def answer_compare(query: Compare, rankings: Rankings) -> CompareAnswer | NoData:
    """Answer with a verdict in the edition asked for, else in the nearest that has every party's figure.

    Nearest is the newest before it, or failing that the oldest after it. Where no edition has all figures, each party's
    newest is given, and no verdict.
    """
    asked = cluster_edition(rankings, query.edition).year
    clusters = [rankings.clusters[ref.id] for ref in query.clusters]
    common = _common_edition(query, rankings, clusters, asked)
    rows = [_row(rankings, query.measure, cluster, common) for cluster in clusters]
    if all(row is None for row in rows):
        return NoData(
            query=query,
            places=tuple(cluster.name for cluster in clusters),
            subject=clusters[0].name,
            what=query.measure,
            edition=asked,
        )
    sides = [_side(rankings, query.measure, cluster, row) for cluster, row in zip(clusters, rows, strict=True)]
    if common is not None:
        sides.sort(key=lambda side: _goodness(query.measure, side))
    contests = _contests(rankings, query.measure, [side.cluster for side in sides], common)
    values = tuple(side.value for side in sides if side.value is not None)
    values += tuple(value for contest in contests for value in contest.figures)
    leaders, margin = _verdict(query.measure, sides) if common is not None else ((), None)
    return CompareAnswer(
        query=query,
        asked=asked,
        edition=common,
        sides=tuple(sides),
        leaders=leaders,
        margin=margin,
        contests=contests,
        lead_in=tuple(sum(contest.leaders == (side.cluster,) for contest in contests) for side in sides),
        even=sum(len(contest.leaders) > 1 for contest in contests),
        places=tuple(cluster.name for cluster in clusters),
        values=values if margin is None else (*values, margin),
        caveats=(*_edition_caveats(rankings, asked, common, sides), *doubts(values)),
    )


def _common_edition(query: Compare, rankings: Rankings, clusters: list[Cluster], asked: int) -> int | None:
    having = [
        year
        for year, edition in rankings.editions.items()
        if all(_has_figure(edition.rows.get(cluster.id), query.measure) for cluster in clusters)
    ]
    return next((year for year in having if year <= asked), min(having, default=None))


def _has_figure(row: ClusterRow | None, measure: Measure) -> TypeGuard[ClusterRow]:
    return row is not None and row.held(measure) is not None


def _row(rankings: Rankings, measure: Measure, cluster: Cluster, edition: int | None) -> ClusterRow | None:
    for row in rankings.histories.get(cluster.id, ()):
        if edition in (None, row.edition) and row.held(measure) is not None:
            return row
    return None


def _side(rankings: Rankings, measure: Measure, cluster: Cluster, row: ClusterRow | None) -> Side:
    if row is None:
        unranked = [held for held in rankings.histories.get(cluster.id, ()) if held.rank is None]
        member_of = unranked[0].edition if unranked else None
        return Side(cluster, economies_of(rankings, cluster.id), None, member_of)
    return Side(cluster, row.economies, figures.figure(rankings, row, measure), None)


def _contests(rankings: Rankings, measure: Measure, clusters: list[Cluster], common: int | None) -> tuple[Contest, ...]:
    """Return every other measure that all parties have, each in the edition compared or the newest before it."""
    found: list[Contest] = []
    for other in CONTESTED:
        if other is measure or common is None:
            continue
        for year, edition in rankings.editions.items():
            if year > common:
                continue
            rows = [row for cluster in clusters if _has_figure(row := edition.rows.get(cluster.id), other)]
            if len(rows) == len(clusters):
                values = tuple(value for row in rows if (value := figures.figure(rankings, row, other)) is not None)
                found.append(Contest(other, year, values, _best(other, clusters, values)))
                break
    return tuple(found)


def _best(measure: Measure, clusters: list[Cluster], values: tuple[Value, ...]) -> tuple[Cluster, ...]:
    amounts = [float(value.value) for value in values]
    best = min(amounts) if measure.lower_is_better else max(amounts)
    return tuple(cluster for cluster, amount in zip(clusters, amounts, strict=True) if amount == best)


def _goodness(measure: Measure, side: Side) -> float:
    amount = float(side.value.value) if side.value is not None else float("inf")
    return amount if measure.lower_is_better else -amount


def _verdict(measure: Measure, sides: list[Side]) -> tuple[tuple[Cluster, ...], Value | None]:
    best = _goodness(measure, sides[0])
    leaders = tuple(side.cluster for side in sides if _goodness(measure, side) == best)
    if len(leaders) > 1:
        return leaders, None
    first, second = sides[0].value, sides[1].value
    assert first is not None
    assert second is not None
    if measure.lower_is_better:
        return leaders, figures.rank_change(first, second, "rank_lead")
    amount = round(float(first.value) - float(second.value), 4)
    name = "share_lead" if first.unit is Unit.PERCENT else "count_lead"
    return leaders, figures.difference(name, first, second, first.unit, amount)


def _edition_caveats(rankings: Rankings, asked: int, common: int | None, sides: list[Side]) -> tuple[Caveat, ...]:
    if common is not None:
        return () if common == asked else (Caveat(CaveatKind.OLDER_EDITION, (asked, common)),)
    used = sorted({side.value.edition for side in sides if side.value is not None})
    older = tuple(Caveat(CaveatKind.OLDER_EDITION, (asked, year)) for year in used if year != asked)
    partial = (Caveat(CaveatKind.PARTIAL_TABLE, tuple(used)),)
    return (*older, *(method_breaks(rankings, used[0], used[-1]) if used else ()), *partial)
