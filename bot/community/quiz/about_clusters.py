"""Questions about clusters in one edition: who stands where, who leads in a measure, and who is in at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import WhoAnswer
from bot.community.quiz.drafting import TRIED, Draft, Maker, difficulty, ladder, nearby, proven
from bot.community.quiz.proving import solid
from bot.community.quiz.question import Kind, Offered, Theme, Topic
from bot.community.quiz.rating import MIDDLE
from bot.questions.assertions import Ahead, AtRank
from bot.questions.queries import Compare, Rank, Who
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bot.community.quiz.proving import Table
    from bot.rankings.model import ClusterRow

MEASURES = (Measure.PATENTS, Measure.PUBLICATIONS, Measure.VENTURE_CAPITAL, Measure.INTENSITY)


def _ranked(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in table.recent:
        for row in table.rows[year]:
            yield Theme(kind, row.cluster, year)


def _highest(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these is ranked highest?": all others are behind."""
    return _foremost(theme, table, rng, table.rows[theme.year], Measure.SIZE)


def _measured(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in table.recent:
        for measure in MEASURES:
            for row in _rows_with(measure, year, table):
                yield Theme(kind, row.cluster, year, measure=measure)


def _leader(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these has the largest share?": all others are behind by this measure."""
    measure = theme.measure or Measure.PATENTS
    return _foremost(theme, table, rng, _rows_with(measure, theme.year, table), measure)


def _rows_with(measure: Measure, edition: int, table: Table) -> tuple[ClusterRow, ...]:
    """Return the rows of an edition that have a measure, the best first."""
    held = [(value, row) for row in table.rows[edition] if (value := row.held(measure)) is not None]
    held.sort(key=lambda pair: pair[0], reverse=not measure.lower_is_better)
    return tuple(row for _, row in held)


def _foremost(theme: Theme, table: Table, rng: Random, rows: tuple[ClusterRow, ...], measure: Measure) -> Draft | None:
    edition = theme.year
    right = table.ref(theme.subject)
    at = next(index for index, row in enumerate(rows) if row.cluster == theme.subject)
    behind = [row.cluster for row in rows[at + 1 :]]
    wrong = proven(
        nearby(rng, behind, 0),
        lambda cluster: table.says(Ahead(right, table.ref(cluster), measure), edition) is True,
    )
    if not wrong:
        return None
    gap = min(behind.index(cluster) for cluster in wrong)
    compared = Compare((right, *(table.ref(cluster) for cluster in wrong)), measure, edition)
    base = MIDDLE - 50 if measure is Measure.SIZE else MIDDLE
    hard = difficulty(base, at / RANKS_PUBLISHED, 1 - gap / 20)
    return Draft(theme, Offered.CLUSTER, (theme.subject,), wrong, compared, hard)


def _numbered(kind: Kind, years: tuple[int, ...], table: Table) -> Iterator[Theme]:
    for year in years:
        for row in table.rows[year]:
            yield Theme(kind, row.cluster, year, number=row.rank)


def _holders(kind: Kind, table: Table) -> Iterator[Theme]:
    yield from _numbered(kind, table.recent, table)


def _former_holders(kind: Kind, table: Table) -> Iterator[Theme]:
    yield from _numbered(kind, tuple(year for year in table.rows if year not in table.recent), table)


def _holder(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which cluster is number N?": the right one is at that rank, and each other one at another."""
    edition, number = theme.year, theme.number or 1
    rows = table.rows[edition]
    if table.says(AtRank(table.ref(theme.subject), number, number), edition) is not True:
        return None
    at = next(index for index, row in enumerate(rows) if row.cluster == theme.subject)
    others = [row.cluster for row in rows if row.cluster != theme.subject]
    wrong = proven(
        nearby(rng, others, at),
        lambda cluster: table.says(AtRank(table.ref(cluster), number, number), edition) is False,
    )
    if not wrong:
        return None
    hard = difficulty(MIDDLE, number / 50)
    return Draft(theme, Offered.CLUSTER, (theme.subject,), wrong, Who(number, edition), hard)


def _place(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "What is the rank of X?": it is at the right one, and at none of the others."""
    edition, cluster = theme.year, table.ref(theme.subject)
    rank = next(row.rank for row in table.rows[edition] if row.cluster == theme.subject) or 1
    if table.says(AtRank(cluster, rank, rank), edition) is not True:
        return None
    rungs = ladder(rng, rank, 1, RANKS_PUBLISHED)
    wrong = tuple(str(rung) for rung in rungs if table.says(AtRank(cluster, rung, rung), edition) is False)
    if not wrong:
        return None
    hard = difficulty(MIDDLE + 50, rank / 60)
    return Draft(theme, Offered.NUMBER, (str(rank),), wrong, Rank(cluster, edition), hard)


def _absent(kind: Kind, table: Table) -> Iterator[Theme]:
    if table.complete is not None:
        for cluster in table.rankings.clusters.values():
            if cluster.id not in table.complete.rows and not cluster.successors:
                yield Theme(kind, cluster.id, table.complete.year)


def _outside(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these is not in the top 100?": the others are."""
    edition, cluster = theme.year, table.ref(theme.subject)
    if table.says(AtRank(cluster, 1, RANKS_PUBLISHED), edition) is not False:
        return None
    last = [row.cluster for row in table.rows[edition]][len(table.rows[edition]) // 2 :]
    wrong = proven(
        rng.sample(last, min(TRIED, len(last))),
        lambda other: table.says(AtRank(table.ref(other), 1, RANKS_PUBLISHED), edition) is True,
    )
    if not wrong:
        return None
    asked = Rank(cluster, edition)
    return Draft(theme, Offered.CLUSTER, (theme.subject,), wrong, asked, MIDDLE + 50)


NAMED_FROM_MEMORY = 20
"""Nobody is asked to name from memory what stands below this rank."""


def _named_holders(kind: Kind, table: Table) -> Iterator[Theme]:
    for year in table.recent:
        for row in table.rows[year]:
            if row.rank is not None and row.rank <= NAMED_FROM_MEMORY:
                yield Theme(kind, row.cluster, year, number=row.rank)


def _name_holder(theme: Theme, table: Table, _rng: Random) -> Draft | None:
    """Draft "Which cluster is number N?", to be typed: the engine knows one that is, so that no other can be."""
    edition, number = theme.year, theme.number or 1
    found = table.ask(Who(number, edition))
    if not isinstance(found, WhoAnswer) or not solid(found.values, (edition,)):
        return None
    hard = difficulty(MIDDLE + 150, number / NAMED_FROM_MEMORY)
    right = (found.entry.cluster.id,)
    return Draft(theme, Offered.CLUSTER, right, (), Who(number, edition), hard)


MAKERS: dict[Kind, Maker] = {
    Kind.HIGHEST: Maker(Topic.CLUSTERS, _ranked, _highest),
    Kind.HOLDER: Maker(Topic.CLUSTERS, _holders, _holder),
    Kind.FORMER: Maker(Topic.HISTORY, _former_holders, _holder),
    Kind.PLACE: Maker(Topic.CLUSTERS, _ranked, _place),
    Kind.LEADER: Maker(Topic.CLUSTERS, _measured, _leader),
    Kind.OUTSIDE: Maker(Topic.CLUSTERS, _absent, _outside),
    Kind.NAME_HOLDER: Maker(Topic.CLUSTERS, _named_holders, _name_holder),
}
