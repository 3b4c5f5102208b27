"""Questions about economies in the index and its pillars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import EconomyAnswer, EconomyNthAnswer
from bot.community.quiz.drafting import WRONG, Draft, Maker, difficulty, ladder, nearby, proven
from bot.community.quiz.proving import solid
from bot.community.quiz.question import Kind, Offered, Theme, Topic
from bot.community.quiz.rating import MIDDLE
from bot.questions.assertions import EconomyAhead, EconomyAtRank
from bot.questions.queries import CompareEconomies, EconomyNth, EconomyProfile, EconomyRanking
from bot.questions.refs import EconomyRef, RegionRef
from bot.rankings.model import Pillar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bot.community.quiz.proving import Table

RECENT = 2
"""Questions go by the newest so many editions of the index, those about pillars by the newest alone."""
KNOWN = 60
"""Only so many leading economies are asked about by pillar."""
RANKS_ASKED = 10
"""Of the ranks by a pillar, so many are asked for, and of the index twice as many."""
REGION_LEAST = 8
"""A region with fewer economies in the index has no leader worth asking for."""


def _years(table: Table) -> list[int]:
    return [year for year, edition in table.rankings.editions.items() if edition.economies][:RECENT]


def _order(edition: int, pillar: Pillar, table: Table) -> list[str]:
    rows = table.rankings.editions[edition].economies
    return sorted(rows, key=lambda code: (rows[code].scores[pillar].rank, code))


def _pairs(table: Table) -> Iterator[tuple[int, Pillar]]:
    """Yield the editions and pillars that are asked about."""
    years = _years(table)
    for year in years:
        yield year, Pillar.GII
    for pillar in Pillar:
        if pillar is not Pillar.GII and years:
            yield years[0], pillar


def _ordered(kind: Kind, table: Table) -> Iterator[Theme]:
    for year, pillar in _pairs(table):
        for code in _order(year, pillar, table)[: None if pillar is Pillar.GII else KNOWN]:
            yield Theme(kind, code, year, pillar=pillar)


def _highest(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these economies ranks highest?": it is ahead of each other one."""
    edition, pillar = theme.year, theme.pillar or Pillar.GII
    order = _order(edition, pillar, table)
    at = order.index(theme.subject)
    behind, right = order[at + 1 :], EconomyRef(theme.subject)
    wrong = proven(
        nearby(rng, behind, 0),
        lambda code: table.says(EconomyAhead(right, EconomyRef(code), pillar), edition) is True,
    )
    if not wrong:
        return None
    gap = min(behind.index(code) for code in wrong)
    compared = CompareEconomies((right, *(EconomyRef(code) for code in wrong)), pillar, edition)
    base = MIDDLE - 50 if pillar is Pillar.GII else MIDDLE + 25
    hard = difficulty(base, at / len(order), 1 - gap / 15)
    return Draft(theme, Offered.ECONOMY, (theme.subject,), wrong, compared, hard)


def _positions(kind: Kind, table: Table) -> Iterator[Theme]:
    for year, pillar in _pairs(table):
        number = RANKS_ASKED * (2 if pillar is Pillar.GII else 1)
        for rank, code in enumerate(_order(year, pillar, table)[:number], start=1):
            yield Theme(kind, code, year, pillar=pillar, number=rank)


def _holder(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which economy is number N?": it alone is at that rank."""
    edition, pillar, number = theme.year, theme.pillar or Pillar.GII, theme.number or 1
    query = EconomyNth(number, pillar=pillar, edition=edition)
    here, after = table.ask(query), table.ask(EconomyNth(number + 1, pillar=pillar, edition=edition))
    if not isinstance(here, EconomyNthAnswer) or here.entry.economy.code != theme.subject:
        return None
    if here.entry.rank.value != number or (isinstance(after, EconomyNthAnswer) and after.entry.rank.value == number):
        return None

    def is_at(code: str) -> bool | None:
        return table.says(EconomyAtRank(EconomyRef(code), number, number, pillar), edition)

    order = [code for code in _order(edition, pillar, table) if code != theme.subject]
    if is_at(theme.subject) is not True:
        return None
    wrong = proven(nearby(rng, order, number), lambda code: is_at(code) is False)
    if not wrong:
        return None
    hard = difficulty(MIDDLE, number / RANKS_ASKED / 2)
    proof = EconomyRanking(1, pillar=pillar, edition=edition) if number == 1 else query
    return Draft(theme, Offered.ECONOMY, (theme.subject,), wrong, proof, hard)


def _ranked(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in _years(table):
        for code in _order(year, Pillar.GII, table):
            yield Theme(kind, code, year)


def _place(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "What is its rank in the index?": that one, and none of the others."""
    edition, economy = theme.year, EconomyRef(theme.subject)
    rows = table.rankings.editions[edition].economies
    rank = rows[theme.subject].scores[Pillar.GII].rank
    if table.says(EconomyAtRank(economy, rank, rank), edition) is not True:
        return None
    rungs = ladder(rng, rank, 1, len(rows))
    wrong = tuple(str(rung) for rung in rungs if table.says(EconomyAtRank(economy, rung, rung), edition) is False)
    if not wrong:
        return None
    hard = difficulty(MIDDLE, rank / len(rows))
    proof = EconomyProfile(economy, edition, brief=True)
    return Draft(theme, Offered.NUMBER, (str(rank),), wrong, proof, hard)


def _profiled(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in _years(table):
        for code in _order(year, Pillar.GII, table)[:KNOWN]:
            yield Theme(kind, code, year)


def _strongest(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "In which of these pillars does it rank highest?": in each other one its rank is lower."""
    query = EconomyProfile(EconomyRef(theme.subject), theme.year, pillars=True)
    found = table.ask(query)
    if not isinstance(found, EconomyAnswer) or not solid((each.rank for each in found.pillars), (theme.year,)):
        return None
    ranks = {each.pillar: int(each.rank.value) for each in found.pillars}
    best = min(ranks, key=lambda pillar: ranks[pillar])
    lower = [pillar for pillar in ranks if ranks[pillar] > ranks[best]]
    if len(lower) < len(ranks) - 1:
        return None
    wrong = tuple(rng.sample(lower, WRONG))
    gap = min(ranks[pillar] for pillar in wrong) - ranks[best]
    place = table.rankings.editions[theme.year].economies[theme.subject].scores[Pillar.GII].rank
    hard = difficulty(MIDDLE, place / KNOWN, 1 - gap / 20)
    return Draft(theme, Offered.PILLAR, (best,), wrong, query, hard)


def _regions(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in _years(table):
        ranked = table.rankings.editions[year].economies.keys()
        for region in table.rankings.regions.values():
            if len(region.economies & ranked) >= REGION_LEAST:
                yield Theme(kind, region.id, year)


def _region_leader(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which economy ranks highest in this region?": it is first there, and no other one is."""
    edition, region = theme.year, RegionRef(theme.subject)
    members = table.rankings.regions[theme.subject].economies
    order = [code for code in _order(edition, Pillar.GII, table) if code in members]

    def leads(code: str) -> bool | None:
        return table.says(EconomyAtRank(EconomyRef(code), 1, 1, area=region), edition)

    right, *others = order
    wrong = proven(nearby(rng, others, 0), lambda code: leads(code) is False)
    if leads(right) is not True or not wrong:
        return None
    gap = min(others.index(code) for code in wrong)
    hard = difficulty(MIDDLE - 50, len(order) / KNOWN, 1 - gap / 10)
    return Draft(theme, Offered.ECONOMY, (right,), wrong, EconomyRanking(1, region, edition=edition), hard)


MAKERS: dict[Kind, Maker] = {
    Kind.ECONOMY_HIGHEST: Maker(Topic.ECONOMIES, _ordered, _highest),
    Kind.ECONOMY_HOLDER: Maker(Topic.ECONOMIES, _positions, _holder),
    Kind.ECONOMY_PLACE: Maker(Topic.ECONOMIES, _ranked, _place),
    Kind.STRONGEST: Maker(Topic.ECONOMIES, _profiled, _strongest),
    Kind.REGION_LEADER: Maker(Topic.ECONOMIES, _regions, _region_leader),
}
