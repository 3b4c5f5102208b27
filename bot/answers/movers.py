"""`movers`: the largest changes of rank between an edition and the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answers import figures
from bot.answers.counting import area_name, codes_of, rows_in
from bot.answers.editions import cluster_edition, economy_edition, method_breaks
from bot.answers.model import EconomyMove, EconomyMoversAnswer, Move, MoversAnswer, NoData
from bot.answers.standing import rank_of
from bot.answers.values import Caveat, CaveatKind, doubts
from bot.questions.refs import Direction
from bot.rankings.model import Pillar

if TYPE_CHECKING:
    from bot.questions.queries import EconomyMovers, Movers
    from bot.rankings.model import ClusterRow, Economy, Edition, Rankings


class _Ranked(NamedTuple):
    """A cluster with a rank in both editions, and how many ranks it rose."""

    rise: int
    row: ClusterRow
    earlier: ClusterRow


def answer_movers(query: Movers, rankings: Rankings) -> MoversAnswer | NoData:
    """Answer with the largest moves among clusters whose rank is held in both editions; say how many those are."""
    edition = cluster_edition(rankings, query.edition)
    before = rankings.editions.get(edition.year - 1 if query.since is None else query.since)
    known = _known(query, rankings, edition, before) if before is not None else []
    if before is None or before.year >= edition.year or not known:
        return NoData(
            query=query,
            subject=area_name(rankings, query.area),
            what="rank_change",
            edition=edition.year,
            held=_held(query, rankings),
        )
    wanted = [ranked for ranked in known if _goes(query.direction, ranked.rise, query.by)]
    wanted.sort(key=lambda ranked: (-abs(ranked.rise), ranked.row.rank))
    chosen = tuple(_move(rankings, ranked) for ranked in wanted[: query.count])
    values = tuple(value for move in chosen for value in (move.change, move.after, move.before))
    both_complete = edition.complete and before.complete
    partial = () if both_complete else (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year, before.year)),)
    return MoversAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        before=before.year,
        moves=chosen,
        known=len(known),
        places=tuple(move.cluster.name for move in chosen),
        values=values,
        caveats=(*method_breaks(rankings, before.year, edition.year), *partial, *doubts(values)),
    )


def _known(query: Movers, rankings: Rankings, edition: Edition, before: Edition) -> list[_Ranked]:
    found: list[_Ranked] = []
    for row in rows_in(rankings, edition, query.area):
        earlier = before.rows.get(row.cluster)
        if row.rank is None or earlier is None or earlier.rank is None:
            continue
        if query.within is None or row.rank <= query.within:
            found.append(_Ranked(earlier.rank - row.rank, row, earlier))
    return found


def _move(rankings: Rankings, ranked: _Ranked) -> Move:
    row = ranked.row
    then, now = rank_of(rankings, ranked.earlier), rank_of(rankings, row)
    return Move(rankings.clusters[row.cluster], row.economies, then, now, figures.rank_change(now, then))


def _goes(direction: Direction, change: int, by: int = 1) -> bool:
    match direction:
        case Direction.BOTH:
            return abs(change) >= by
        case Direction.UP:
            return change >= by
        case Direction.DOWN:
            return change <= -by
        case Direction.SAME:
            return change == 0


def answer_economy_movers(query: EconomyMovers, rankings: Rankings) -> EconomyMoversAnswer | NoData:
    """Answer with the largest moves among economies that the index ranks in both editions."""
    edition = economy_edition(rankings, query.edition)
    before = rankings.editions.get(edition.year - 1 if query.since is None else query.since)
    if before is None or before.year >= edition.year or not (edition.economies and before.economies):
        held = tuple(year for year, other in rankings.editions.items() if other.economies)
        return NoData(query=query, subject="", what=Pillar.GII, edition=edition.year, held=held)
    codes = edition.economies.keys() & before.economies.keys()
    if query.area is not None:
        codes &= codes_of(rankings, query.area)
    wanted = [code for code in codes if _goes(query.direction, _rank(before, code) - _rank(edition, code), query.by)]
    wanted.sort(key=lambda code: (-abs(_rank(before, code) - _rank(edition, code)), _rank(edition, code)))
    chosen = tuple(_economy_move(rankings.economies[code], edition, before) for code in wanted[: query.count])
    return EconomyMoversAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        before=before.year,
        moves=chosen,
        places=tuple(move.economy.short_name for move in chosen),
        values=tuple(value for move in chosen for value in (move.change, move.after, move.before)),
        caveats=(Caveat(CaveatKind.MODEL_CHANGE, (before.year, edition.year)),),
    )


def _rank(edition: Edition, code: str) -> int:
    return edition.economies[code].scores[Pillar.GII].rank


def _economy_move(economy: Economy, edition: Edition, before: Edition) -> EconomyMove:
    after, then = (
        figures.economy_figures(economy, each.economies[economy.code], Pillar.GII)[0] for each in (edition, before)
    )
    return EconomyMove(economy, then, after, figures.rank_change(after, then, "gii_rank_change"))


def _held(query: Movers, rankings: Rankings) -> tuple[int, ...]:
    """Return the editions for which the area has moves since the edition before."""
    return tuple(
        year
        for year, edition in rankings.editions.items()
        if year - 1 in rankings.editions and _known(query, rankings, edition, rankings.editions[year - 1])
    )
