"""`economy`, `economies` and comparisons of economies: the index itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.counting import area_name, codes_of, count_clusters, rows_in
from bot.answers.editions import economy_edition
from bot.answers.model import (
    CompareEconomiesAnswer,
    EconomyAnswer,
    EconomyEntry,
    EconomyNthAnswer,
    EconomyRankingAnswer,
    EconomySide,
    NoData,
    PillarFigures,
)
from bot.answers.standing import rank_or_membership
from bot.answers.values import Caveat, CaveatKind, Unit, Value, doubts
from bot.questions.queries import EconomyRanking
from bot.questions.refs import EconomyRef
from bot.rankings.model import PILLARS, Pillar

if TYPE_CHECKING:
    from bot.questions.queries import CompareEconomies, EconomyNth, EconomyProfile
    from bot.rankings.model import Economy, EconomyRow, Edition, Rankings

SCORE_DECIMALS = 4
"""A difference of scores is no more precise than the scores."""


def answer_economy(query: EconomyProfile, rankings: Rankings) -> EconomyAnswer | NoData:
    """Answer with rank and score, change, strongest and weakest pillar, and the clusters of an economy."""
    edition = rankings.editions[query.edition] if query.edition is not None else rankings.newest_economies
    economy = rankings.economies[query.economy.code]
    ref = EconomyRef(economy.code)
    row = edition.economies.get(economy.code)
    clusters = tuple(
        figures.entry(rankings, held, rank_or_membership(rankings, held), held.rank)
        for held in rows_in(rankings, edition, ref)
    )
    count = count_clusters(rankings, edition, ref)
    blank = query.brief and not edition.economies
    if blank or (row is None and not clusters and not (count.exact and count.exact.value)):
        held = tuple(year for year, other in rankings.editions.items() if economy.code in other.economies)
        return NoData(
            query=query,
            places=(economy.short_name,),
            subject=economy.short_name,
            what=Pillar.GII,
            edition=edition.year,
            held=held,
        )
    rank, score = figures.economy_figures(economy, row, Pillar.GII) if row is not None else (None, None)
    before = _previous(rankings, economy, edition.year) if row is not None else None
    change = None
    if rank is not None and before is not None:
        change = figures.rank_change(rank, figures.economy_figures(economy, before, Pillar.GII)[0], "gii_rank_change")
    strongest, weakest = _extremes(economy, row)
    halves = _halves(economy, row) if row is not None and not (query.brief or query.pillars) else ()
    found = [rank, score, change, *halves, *(pair[1] for pair in (strongest, weakest) if pair), count.exact]
    pillars = _pillars(economy, row)
    every = tuple(value for each in pillars for value in (each.rank, each.score)) if query.pillars else ()
    values = (*(value for value in found if value is not None), *every, *(entry.value for entry in clusters))
    moved = (Caveat(CaveatKind.MODEL_CHANGE, (before.edition, edition.year)),) if change is not None and before else ()
    partial = (Caveat(CaveatKind.PARTIAL_TABLE, (edition.year,)),) if _unranked(count.exact, clusters) else ()
    return EconomyAnswer(
        query=query,
        economy=economy,
        edition=edition.year,
        index_held=bool(edition.economies),
        rank=rank,
        score=score,
        change=change,
        compared_with=before.edition if before is not None else None,
        strongest=strongest,
        weakest=weakest,
        halves=halves,
        income_group=row.income_group if row is not None else "",
        pillars=pillars,
        count=count,
        clusters=clusters,
        places=(economy.short_name, *(entry.cluster.name for entry in clusters)),
        values=values,
        caveats=(*moved, *partial, *doubts(values)),
    )


def _ordered(query: EconomyRanking | EconomyNth, rankings: Rankings, edition: Edition) -> list[EconomyRow]:
    """Return the economies asked about in order of the pillar, or from the last."""
    codes = codes_of(rankings, query.area) if query.area is not None else frozenset(edition.economies)
    within = query.within if isinstance(query, EconomyRanking) else None
    rows = [
        row
        for code, row in edition.economies.items()
        if code in codes
        and query.income_group in ("", row.income_group)
        and (within is None or row.scores[query.pillar].rank <= within)
    ]
    rows.sort(key=lambda row: (row.scores[query.pillar].rank, -row.scores[query.pillar].score), reverse=query.from_end)
    return rows


def answer_economy_ranking(query: EconomyRanking, rankings: Rankings) -> EconomyRankingAnswer | NoData:
    """Answer with the leading economies by the index or a pillar.

    Where none is within the ranks asked for, the first one outside them says so.
    """
    edition = economy_edition(rankings, query.edition)
    rows, count = _ordered(query, rankings, edition), query.count
    if not rows and query.within is not None:
        rows, count = _ordered(replace(query, within=None), rankings, edition), 1
    if not rows:
        held = tuple(year for year, other in rankings.editions.items() if other.economies)
        subject = area_name(rankings, query.area)
        return NoData(query=query, subject=subject, what=query.pillar, edition=edition.year, held=held)
    entries: list[EconomyEntry] = []
    for row in rows[:count]:
        economy = rankings.economies[row.economy]
        entries.append(EconomyEntry(economy, *figures.economy_figures(economy, row, query.pillar)))
    area = area_name(rankings, query.area)
    figured = tuple(value for entry in entries for value in (entry.rank, entry.score))
    return EconomyRankingAnswer(
        query=query,
        area=area,
        edition=edition.year,
        entries=tuple(entries),
        of=len(rows),
        places=tuple(entry.economy.short_name for entry in entries),
        values=(*figured, _counted(area, rows, figured[0])) if len(rows) == len(entries) else figured,
    )


def _counted(area: str, rows: list[EconomyRow], ranked: Value) -> Value:
    """Return how many economies a list holds that leaves none out, by the table that ranks them."""
    counted = len(rows)
    return Value(area or "world", "economy_count", ranked.edition, counted, Unit.COUNT, ranked.evidence, ranked.sources)


def answer_economy_nth(query: EconomyNth, rankings: Rankings) -> EconomyNthAnswer | NoData:
    """Answer with the economy at a position."""
    edition = economy_edition(rankings, query.edition)
    rows = _ordered(query, rankings, edition)
    if len(rows) < query.position:
        held = tuple(year for year, other in rankings.editions.items() if other.economies)
        return NoData(query=query, subject="", what=query.pillar, edition=edition.year, held=held)
    row = rows[query.position - 1]
    economy = rankings.economies[row.economy]
    rank, score = figures.economy_figures(economy, row, query.pillar)
    return EconomyNthAnswer(
        query=query,
        area=area_name(rankings, query.area),
        edition=edition.year,
        entry=EconomyEntry(economy, rank, score),
        places=(economy.short_name,),
        values=(rank, score),
    )


def answer_compare_economies(query: CompareEconomies, rankings: Rankings) -> CompareEconomiesAnswer | NoData:
    """Answer with economies side by side; one the index does not rank comes last, without a figure."""
    edition = economy_edition(rankings, query.edition)
    economies = [rankings.economies[ref.code] for ref in query.economies]
    sides = [_side(economy, edition.economies.get(economy.code), query.pillar) for economy in economies]
    sides.sort(key=lambda side: float(side.rank.value) if side.rank is not None else float("inf"))
    ranked = [side.rank for side in sides if side.rank is not None]
    if not ranked:
        held = tuple(year for year, other in rankings.editions.items() if other.economies)
        return NoData(
            query=query,
            places=tuple(economy.short_name for economy in economies),
            subject=economies[0].short_name,
            what=query.pillar,
            edition=edition.year,
            held=held,
        )
    margin = figures.rank_change(ranked[0], ranked[1], "rank_lead") if len(ranked) == len(sides) else None
    values = tuple(value for side in sides for value in (side.rank, side.score) if value is not None)
    lead = _score_lead(query.pillar, sides[0].score, sides[1].score) if margin is not None else None
    return CompareEconomiesAnswer(
        query=query,
        edition=edition.year,
        sides=tuple(sides),
        margin=margin,
        score_lead=lead,
        places=tuple(economy.short_name for economy in economies),
        values=(*values, *(value for value in (margin, lead) if value is not None)),
    )


def _score_lead(pillar: Pillar, better: Value | None, worse: Value | None) -> Value | None:
    """Return by how many points of score the first of a comparison leads."""
    if better is None or worse is None:
        return None
    amount = round(float(better.value) - float(worse.value), SCORE_DECIMALS)
    return figures.difference(f"{pillar}_score_lead", better, worse, Unit.SCORE, amount)


def _side(economy: Economy, row: EconomyRow | None, pillar: Pillar) -> EconomySide:
    if row is None:
        return EconomySide(economy, None, None)
    return EconomySide(economy, *figures.economy_figures(economy, row, pillar))


def _previous(rankings: Rankings, economy: Economy, year: int) -> EconomyRow | None:
    for earlier, edition in rankings.editions.items():
        if earlier < year and economy.code in edition.economies:
            return edition.economies[economy.code]
    return None


def _extremes(
    economy: Economy, row: EconomyRow | None
) -> tuple[tuple[Pillar, Value] | None, tuple[Pillar, Value] | None]:
    if row is None:
        return None, None
    ordered = sorted(PILLARS, key=lambda pillar: row.scores[pillar].rank)
    best, last = ordered[0], ordered[-1]
    return (
        (best, figures.economy_figures(economy, row, best)[0]),
        (last, figures.economy_figures(economy, row, last)[0]),
    )


def _halves(economy: Economy, row: EconomyRow) -> tuple[Value, ...]:
    """Return an economy's ranks in innovation inputs and in innovation outputs."""
    return tuple(figures.economy_figures(economy, row, half)[0] for half in (Pillar.INPUT, Pillar.OUTPUT))


def _pillars(economy: Economy, row: EconomyRow | None) -> tuple[PillarFigures, ...]:
    if row is None:
        return ()
    return tuple(PillarFigures(pillar, *figures.economy_figures(economy, row, pillar)) for pillar in PILLARS)


def _unranked(total: Value | None, clusters: tuple[object, ...]) -> bool:
    return total is None or len(clusters) < int(total.value)
