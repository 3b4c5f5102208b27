"""`top` and `bottom`: lists of clusters by a measure, with what is missing from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, codes_of, count_clusters, counted, leading, rows_in
from bot.answers.editions import cluster_edition
from bot.answers.model import Entry, NoData, TopAnswer
from bot.answers.values import Caveat, CaveatKind, Unit, Value, doubts
from bot.questions.refs import ClusterRef
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from bot.questions.queries import Top
    from bot.questions.refs import Area
    from bot.rankings.model import ClusterRow, Edition, Rankings

Figure = tuple[int | float, "ClusterRow"]


@dataclass(frozen=True, slots=True)
class _Held:
    """What is held of the measure in the area, best first; the total of clusters there, and those without a rank."""

    edition: Edition
    rows: tuple[ClusterRow, ...]
    figures: tuple[Figure, ...]
    total: Value | None

    @property
    def whole(self) -> bool:
        """Whether every cluster of the area has its figure."""
        return self.total is not None and len(self.figures) == int(self.total.value)


def answer_top(query: Top, rankings: Rankings) -> TopAnswer | NoData:
    """Answer with what is held of a list, how much is missing, and the newest edition where nothing is.

    A list of the whole world by a rank covers exactly the ranks asked for. Every other list takes the best (or last)
    of what is held; lines by a share are numbered only where every cluster of the area has its figure.
    """
    edition = cluster_edition(rankings, query.edition)
    held = _held(query, rankings, edition)
    by_rank = query.area is None and query.measure.lower_is_better and not query.without
    entries = _by_published_rank(query, rankings, held) if by_rank else _best(query, rankings, held)
    members = _members(query, rankings, held)
    if not entries and not (held.whole and not held.figures) and not (members and query.without):
        name = area_name(rankings, query.area)
        return NoData(
            query=query,
            places=(name,) if name else (),
            subject=name,
            what=query.measure,
            edition=edition.year,
            held=tuple(year for year, other in rankings.editions.items() if _any_held(query, rankings, other)),
        )
    gaps = _gaps(query, entries) if by_rank else ()
    missing = bool(gaps) if by_rank else not _certain(query, held, entries)
    values = tuple(entry.value for entry in entries)
    partial = (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),) if missing else ()
    return TopAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        entries=entries,
        held=len(held.figures),
        total=held.total,
        members=members,
        gaps=gaps,
        complete=_complete(query, rankings) if missing else None,
        without=tuple(_name(rankings, out) for out in query.without),
        places=(*(entry.cluster.name for entry in entries), *(members if len(entries) < query.count else ())),
        values=(*values, held.total) if query.within is not None and held.total is not None else values,
        caveats=(*partial, *doubts(values)),
    )


def _rows(query: Top, rankings: Rankings, edition: Edition) -> tuple[ClusterRow, ...]:
    rows = rows_in(rankings, edition, query.area)
    if query.without:
        rows = tuple(row for row in rows if not _left_out(query, rankings, row))
    if query.within is None:
        return rows
    leaders = _leaders(query, query.within, rankings, edition) or ()
    return tuple(row for row in rows if row.cluster in leaders)


def _any_held(query: Top, rankings: Rankings, edition: Edition) -> bool:
    return any(row.held(query.measure) is not None for row in _rows(query, rankings, edition))


def _held(query: Top, rankings: Rankings, edition: Edition) -> _Held:
    rows = _rows(query, rankings, edition)
    found = [(amount, row) for row in rows if (amount := row.held(query.measure)) is not None]
    sign = 1 if query.measure.lower_is_better else -1
    found.sort(key=lambda pair: (sign * pair[0], pair[1].rank or RANKS_PUBLISHED))
    limit = query.within or RANKS_PUBLISHED
    if query.within is not None and query.measure is not Measure.SIZE:
        settled = _leaders(query, query.within, rankings, edition) is not None
        total = counted(area_name(rankings, query.area), edition, rows) if settled else None
        return _Held(edition, rows, tuple(found), total)
    total = count_clusters(rankings, edition, query.area, limit).exact if query.area is not None else _hundred(edition)
    if query.without:
        whole = _held(replace(query, without=()), rankings, edition).whole
        total = counted(area_name(rankings, query.area) or "world", edition, rows) if whole else None
    return _Held(edition, rows, tuple(found), total)


def _leaders(query: Top, within: int, rankings: Rankings, edition: Edition) -> frozenset[str] | None:
    """Return the clusters known among the leading ones of the world by the measure; None where their order is open."""
    if query.measure is Measure.SIZE:
        return frozenset(row.cluster for row in leading(edition, within))
    world = _held(_of_the_world(query), rankings, edition)
    if not world.whole:
        return None
    positions = _positions(world)
    return frozenset(row.cluster for amount, row in world.figures if positions[amount] <= within)


def _of_the_world(query: Top) -> Top:
    return replace(query, area=None, within=None, without=())


def _left_out(query: Top, rankings: Rankings, row: ClusterRow) -> bool:
    """Return whether a cluster is one that was to be left out, or lies in such an area."""
    return any(
        row.cluster == out.id if isinstance(out, ClusterRef) else not codes_of(rankings, out).isdisjoint(row.economies)
        for out in query.without
    )


def _name(rankings: Rankings, out: ClusterRef | Area) -> str:
    return rankings.clusters[out.id].name if isinstance(out, ClusterRef) else area_name(rankings, out)


def _wanted(query: Top) -> range:
    last = RANKS_PUBLISHED
    return range(last - query.count + 1, last + 1) if query.from_end else range(query.first, query.first + query.count)


def _by_published_rank(query: Top, rankings: Rankings, held: _Held) -> tuple[Entry, ...]:
    wanted = _wanted(query)
    chosen = [
        _entry(query, rankings, row, amount, int(amount)) for amount, row in held.figures if int(amount) in wanted
    ]
    return tuple(chosen[::-1] if query.from_end else chosen)


def _gaps(query: Top, entries: tuple[Entry, ...]) -> tuple[int, ...]:
    found = {entry.position for entry in entries}
    return tuple(rank for rank in _wanted(query) if rank not in found)


def _best(query: Top, rankings: Rankings, held: _Held) -> tuple[Entry, ...]:
    chosen = held.figures[::-1][: query.count] if query.from_end else held.figures[: query.count]
    among = held if query.within is None else _held(_of_the_world(query), rankings, held.edition)
    positions = _positions(among) if held.whole else {}
    entries: list[Entry] = []
    for amount, row in chosen:
        position = int(amount) if query.measure.lower_is_better else positions.get(amount)
        entries.append(_entry(query, rankings, row, amount, position))
    return tuple(entries)


def _entry(query: Top, rankings: Rankings, row: ClusterRow, amount: int | float, position: int | None) -> Entry:
    return figures.entry(rankings, row, figures.of_amount(rankings, row, query.measure, amount), position)


def _positions(held: _Held) -> dict[int | float, int]:
    """Return the position of each share; equal shares share one."""
    positions: dict[int | float, int] = {}
    for position, (amount, _) in enumerate(held.figures, start=1):
        positions.setdefault(amount, position)
    return positions


def _certain(query: Top, held: _Held, entries: tuple[Entry, ...]) -> bool:
    """Return whether no cluster that our sources lack can belong between or before the lines of a list."""
    if held.whole:
        return True
    last = entries[-1].position if entries else None
    if query.from_end or query.measure is not Measure.SIZE or last is None or len(entries) < query.count:
        return False
    return len(leading(held.edition, last)) == last


def _members(query: Top, rankings: Rankings, held: _Held) -> tuple[str, ...]:
    """Return the clusters of an area that are in the top 100 with a rank that is not held."""
    if query.area is None or query.measure is not Measure.SIZE or query.within is not None:
        return ()
    return tuple(rankings.clusters[row.cluster].name for row in held.rows if row.rank is None)


def _complete(query: Top, rankings: Rankings) -> int | None:
    """Return the newest complete edition that has the measure in the area."""
    for year, edition in rankings.editions.items():
        if edition.complete and _any_held(query, rankings, edition):
            return year
    return None


def _hundred(edition: Edition) -> Value:
    method = edition.method
    return Value("world", "cluster_count", edition.year, RANKS_PUBLISHED, Unit.COUNT, method.evidence, method.sources)
