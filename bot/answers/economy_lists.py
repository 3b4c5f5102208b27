"""Which economies came into the index or its leading ranks, left them, were always there, or always went one way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, codes_of
from bot.answers.editions import economy_edition
from bot.answers.model import EconomyEntry, EconomyNewcomersAnswer, EconomyRegularsAnswer, NoData
from bot.answers.values import Caveat, CaveatKind
from bot.questions.refs import Direction
from bot.rankings.model import Pillar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.values import Value
    from bot.questions.queries import EconomyNewcomers, EconomyRegulars
    from bot.rankings.model import Edition, Rankings


def answer_economy_newcomers(query: EconomyNewcomers, rankings: Rankings) -> EconomyNewcomersAnswer | NoData:
    """Answer with who is inside in the later of two editions and not in the earlier one, or the other way round.

    The ranks are those of the later edition; of an economy that it does not rank, those of the earlier one.
    """
    edition = economy_edition(rankings, query.edition)
    before = rankings.editions.get(edition.year - 1 if query.since is None else query.since)
    if before is None or before.year >= edition.year or not (edition.economies and before.economies):
        return _unheld(query, edition, rankings)
    now, then = (_inside(each, query.within) for each in (edition, before))
    codes = then - now if query.left else now - then
    if query.area is not None:
        codes &= codes_of(rankings, query.area)
    entries = sorted((_entry(code, edition, before, rankings) for code in codes), key=_position)
    return EconomyNewcomersAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        before=before.year,
        entries=tuple(entries),
        places=tuple(entry.economy.short_name for entry in entries),
        values=_figures(entries, (edition, before)),
        caveats=(Caveat(CaveatKind.MODEL_CHANGE, (before.year, edition.year)),),
    )


def answer_economy_regulars(query: EconomyRegulars, rankings: Rankings) -> EconomyRegularsAnswer | NoData:
    """Answer with the economies that were among so many leading ones, or went one way, in every edition of a span."""
    last = economy_edition(rankings, query.edition)
    span = [
        each
        for each in rankings.editions.values()
        if each.economies and each.year <= last.year and (query.since is None or each.year >= query.since)
    ]
    if len(span) < 2:
        return _unheld(query, last, rankings)
    codes = set[str].intersection(*(set(each.economies) for each in span))
    if query.area is not None:
        codes &= codes_of(rankings, query.area)
    always = [code for code in codes if _holds(query, [each.economies[code].scores[Pillar.GII].rank for each in span])]
    entries = sorted((_entry(code, span[0], span[0], rankings) for code in always), key=_position)
    return EconomyRegularsAnswer(
        query=query,
        area=area_name(rankings, query.area),
        first=span[-1].year,
        last=span[0].year,
        entries=tuple(entries),
        places=tuple(entry.economy.short_name for entry in entries),
        values=_figures(entries, span),
        caveats=(Caveat(CaveatKind.MODEL_CHANGE, (span[-1].year, span[0].year)),),
    )


def _holds(query: EconomyRegulars, ranks: list[int]) -> bool:
    """Whether ranks, the newest first, were all inside, or each better (or worse) than the one before."""
    match query.direction:
        case Direction.UP:
            return all(after < before for after, before in pairwise(ranks))
        case Direction.DOWN:
            return all(after > before for after, before in pairwise(ranks))
        case _:
            return all(rank <= query.within for rank in ranks)


def _inside(edition: Edition, within: int | None) -> frozenset[str]:
    ranked = edition.economies.items()
    return frozenset(code for code, row in ranked if within is None or row.scores[Pillar.GII].rank <= within)


def _entry(code: str, edition: Edition, before: Edition, rankings: Rankings) -> EconomyEntry:
    economy = rankings.economies[code]
    row = edition.economies.get(code) or before.economies[code]
    return EconomyEntry(economy, *figures.economy_figures(economy, row, Pillar.GII))


def _position(entry: EconomyEntry) -> int:
    return int(entry.rank.value)


def _figures(entries: list[EconomyEntry], editions: Sequence[Edition]) -> tuple[Value, ...]:
    """Return what is shown of economies, and their ranks in the other editions, on which it rests."""
    shown = tuple(value for entry in entries for value in (entry.rank, entry.score))
    others = (
        figures.economy_figures(entry.economy, row, Pillar.GII)[0]
        for entry in entries
        for each in editions
        if each.year != entry.rank.edition and (row := each.economies.get(entry.economy.code)) is not None
    )
    return (*shown, *others)


def _unheld(query: EconomyNewcomers | EconomyRegulars, edition: Edition, rankings: Rankings) -> NoData:
    held = tuple(year for year, other in rankings.editions.items() if other.economies)
    subject = area_name(rankings, query.area)
    return NoData(query=query, subject=subject, what=Pillar.GII, edition=edition.year, held=held)
