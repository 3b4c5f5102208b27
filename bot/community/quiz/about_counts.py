"""Questions about how many clusters an economy has, and about lists of which any one may be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import TopAnswer
from bot.community.quiz.about_places import NOT_ASKED
from bot.community.quiz.drafting import Draft, Maker, difficulty, ladder, nearby, proven
from bot.community.quiz.proving import solid
from bot.community.quiz.question import Kind, Offered, Theme, Topic
from bot.community.quiz.rating import MIDDLE
from bot.questions.assertions import HasClusters, MoreClusters
from bot.questions.queries import Count, Top
from bot.questions.refs import EconomyRef
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bot.community.quiz.proving import Table

FEWEST = 2
"""An economy with fewer clusters is not asked about by number."""
TOPS = (5, 10, 20)


def _counted(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in table.recent:
        for code, count in table.counts[year].items():
            if count >= FEWEST and code not in NOT_ASKED:
                yield Theme(kind, code, year)


def _most_clusters(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these economies has the most clusters?": each other one has fewer."""
    edition, right = theme.year, EconomyRef(theme.subject)
    counts = table.counts[edition]
    own = counts[theme.subject]
    more = sum(1 for count in counts.values() if count > own)
    fewer = [code for code, count in counts.items() if count < own and code not in NOT_ASKED]
    wrong = proven(
        nearby(rng, fewer, 0), lambda code: table.says(MoreClusters(right, EconomyRef(code)), edition) is True
    )
    if not wrong:
        return None
    gap = own - max(counts[code] for code in wrong)
    proof = Count(right, edition)
    hard = difficulty(MIDDLE - 50, more / 20, 1 - gap / 10)
    return Draft(theme, Offered.ECONOMY, (theme.subject,), wrong, proof, hard)


def _count(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "How many clusters does it have?": so many, and not any of the other numbers."""
    edition, economy = theme.year, EconomyRef(theme.subject)
    number = table.counts[edition][theme.subject]
    if table.says(HasClusters(economy, number, number), edition) is not True:
        return None
    rungs = ladder(rng, number, 1, RANKS_PUBLISHED)
    wrong = tuple(str(rung) for rung in rungs if table.says(HasClusters(economy, rung, rung), edition) is False)
    if not wrong:
        return None
    hard = difficulty(MIDDLE, 1 - number / 20)
    return Draft(theme, Offered.NUMBER, (str(number),), wrong, Count(economy, edition), hard)


def _with_clusters(kind: Kind, table: Table) -> Iterator[Theme]:
    if table.complete is not None:
        for code in table.complete.by_economy:
            if code not in NOT_ASKED:
                yield Theme(kind, code, table.complete.year)


def _name_of(theme: Theme, table: Table, _rng: Random) -> Draft | None:
    """Draft "Name a cluster of E": the engine's list of them is whole, so that all others are wrong."""
    query = Top(RANKS_PUBLISHED, EconomyRef(theme.subject), edition=theme.year)
    found = table.ask(query)
    if not isinstance(found, TopAnswer) or not solid(found.values, (theme.year,)):
        return None
    if found.total is None or not solid((found.total,), (theme.year,)) or found.total.value != len(found.entries):
        return None
    right = tuple(entry.cluster.id for entry in found.entries)
    hard = difficulty(MIDDLE - 50, 1 - len(right) / 5)
    return Draft(theme, Offered.CLUSTER, right, (), Top(len(right), query.area, edition=theme.year), hard)


def _tops(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in table.recent:
        for number in TOPS:
            yield Theme(kind, edition=year, number=number)


def _name_top(theme: Theme, table: Table, _rng: Random) -> Draft | None:
    """Draft "Name a cluster in the top N": the engine's list has no gap, so that all others are wrong."""
    edition, number = theme.year, theme.number or TOPS[0]
    query = Top(number, edition=edition)
    found = table.ask(query)
    if not isinstance(found, TopAnswer) or found.gaps or not solid(found.values, (edition,)):
        return None
    right = tuple(entry.cluster.id for entry in found.entries)
    return Draft(theme, Offered.CLUSTER, right, (), query, MIDDLE - 200)


MAKERS: dict[Kind, Maker] = {
    Kind.MOST_CLUSTERS: Maker(Topic.ECONOMIES, _counted, _most_clusters),
    Kind.COUNT: Maker(Topic.ECONOMIES, _counted, _count),
    Kind.NAME_OF: Maker(Topic.CLUSTERS, _with_clusters, _name_of),
    Kind.NAME_TOP: Maker(Topic.CLUSTERS, _tops, _name_top),
}
