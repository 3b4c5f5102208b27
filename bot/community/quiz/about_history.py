"""Questions across editions: who moved most, who came in, when somebody held a rank, and when a measure joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import MethodAnswer, MovedAnswer
from bot.answers.values import CaveatKind
from bot.community.quiz.drafting import TRIED, WRONG, Draft, Maker, difficulty, proven
from bot.community.quiz.proving import SOLID, solid
from bot.community.quiz.question import Kind, Offered, Theme, Topic
from bot.community.quiz.rating import MIDDLE
from bot.questions.assertions import AtRank
from bot.questions.queries import History, Method, Moved, Rank
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bot.community.quiz.proving import Table

LEAST_MOVE = 2
"""A cluster that moved less far is not asked for as the one that moved most."""
JOINED = {Measure.PUBLICATIONS: "pub", Measure.VENTURE_CAPITAL: "vc"}
"""The measures that joined the first one, and their names in `data/editions.csv`."""


def _move(cluster: str, since: int, edition: int, table: Table) -> int | None:
    """Return how far a cluster climbed; None where that is not solid, or the method changed in between."""
    found = table.ask(Moved(table.ref(cluster), edition, since))
    if not isinstance(found, MovedAnswer) or not solid(found.values, (since, edition)):
        return None
    if any(caveat.kind is CaveatKind.METHOD_BREAK for caveat in found.caveats):
        return None
    return int(found.change.value)


def _moved(kind: Kind, table: Table) -> Iterator[Theme]:
    for edition in table.rows:
        for since in table.rows:
            between = (year for year in table.rows if since < year <= edition)
            if since < edition and not any(table.rankings.editions[year].method.method_break for year in between):
                for row in table.rows[edition]:
                    yield Theme(kind, row.cluster, edition, since)


def _farthest(theme: Theme, table: Table, rng: Random, sign: int) -> Draft | None:
    since, edition = theme.since or 0, theme.year
    own = _move(theme.subject, since, edition, table)
    if own is None or sign * own < LEAST_MOVE:
        return None
    others = [row.cluster for row in table.rows[edition] if row.cluster != theme.subject]
    moves = {other: _move(other, since, edition, table) for other in rng.sample(others, min(2 * TRIED, len(others)))}
    less = {other: sign * move for other, move in moves.items() if move is not None and sign * move < sign * own}
    wrong = tuple(less)[:WRONG]
    if not wrong:
        return None
    gap = sign * own - max(less[other] for other in wrong)
    hard = difficulty(MIDDLE, 1 - abs(own) / 10, 1 - gap / 10)
    asked = Moved(table.ref(theme.subject), edition, since)
    return Draft(theme, Offered.CLUSTER, (theme.subject,), wrong, asked, hard)


def _climbed(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these climbed most?", by ranks as published, where no change of method lies between."""
    return _farthest(theme, table, rng, 1)


def _fell(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these fell furthest?"."""
    return _farthest(theme, table, rng, -1)


def _held(kind: Kind, table: Table) -> Iterator[Theme]:
    for year, rows in table.rows.items():
        for row in rows:
            yield Theme(kind, row.cluster, year, number=row.rank)


def _when(theme: Theme, table: Table, _rng: Random) -> Draft | None:
    """Draft "In which edition was it number N?": in that one, and not in the others, whose ranks are known."""
    cluster, number = table.ref(theme.subject), theme.number or 1
    claimed = AtRank(cluster, number, number)
    if table.says(claimed, theme.year) is not True:
        return None
    years = [year for year, rows in table.rows.items() if any(row.cluster == theme.subject for row in rows)]
    others = sorted((year for year in years if year != theme.year), key=lambda year: abs(year - theme.year))
    wrong = tuple(str(year) for year in others if table.says(claimed, year) is False)
    if not wrong or any(table.says(claimed, year) for year in others):
        return None
    asked = Rank(cluster, theme.year)
    return Draft(theme, Offered.EDITION, (str(theme.year),), wrong, asked, difficulty(MIDDLE + 50, number / 30))


def _newcomers(kind: Kind, table: Table) -> Iterator[Theme]:
    """Yield members of recent editions; those that were not in the complete one before are newcomers."""
    if table.complete is not None:
        before = table.complete
        for year in table.recent:
            for cluster in table.rankings.editions[year].rows:
                if cluster not in before.rows:
                    yield Theme(kind, cluster, year, before.year)


def _new_since(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these was not yet in the top 100?": the others were already, and all are now."""
    since, edition = theme.since or 0, theme.year

    def is_in(cluster: str, year: int) -> bool | None:
        return table.says(AtRank(table.ref(cluster), 1, RANKS_PUBLISHED), year)

    if is_in(theme.subject, edition) is not True or is_in(theme.subject, since) is not False:
        return None
    rows = table.rows[edition]
    others = [row.cluster for row in rows[len(rows) // 3 :] if row.cluster != theme.subject]
    wrong = proven(
        rng.sample(others, min(TRIED, len(others))), lambda other: bool(is_in(other, edition) and is_in(other, since))
    )
    if not wrong:
        return None
    asked = History(table.ref(theme.subject))
    return Draft(theme, Offered.CLUSTER, (theme.subject,), wrong, asked, MIDDLE)


def _joined(kind: Kind, table: Table) -> Iterator[Theme]:
    for measure, name in JOINED.items():
        for year in table.rankings.editions:
            if _joins(name, year, table):
                yield Theme(kind, edition=year, measure=measure)


def _joins(name: str, year: int, table: Table) -> bool | None:
    """Return whether a measure is new in an edition; None where what the engine says of it is not solid."""
    found = [table.ask(Method(each)) for each in (year, year - 1) if each in table.rankings.editions]
    if len(found) < 2 or not all(isinstance(each, MethodAnswer) and each.evidence in SOLID for each in found):
        return None
    now, before = (name in each.measures for each in found if isinstance(each, MethodAnswer))
    return now and not before


def _measure_joined(theme: Theme, table: Table, _rng: Random) -> Draft | None:
    """Draft "In which edition did this measure join?": in that one, and it was not new in the others."""
    name = JOINED[theme.measure or Measure.PUBLICATIONS]
    others = sorted(table.rows, key=lambda year: abs(year - theme.year))
    wrong = tuple(str(year) for year in others if _joins(name, year, table) is False)
    if not wrong:
        return None
    asked = Method(theme.year)
    return Draft(theme, Offered.EDITION, (str(theme.year),), wrong, asked, MIDDLE)


MAKERS: dict[Kind, Maker] = {
    Kind.CLIMBED: Maker(Topic.HISTORY, _moved, _climbed),
    Kind.FELL: Maker(Topic.HISTORY, _moved, _fell),
    Kind.WHEN: Maker(Topic.HISTORY, _held, _when),
    Kind.NEW_SINCE: Maker(Topic.HISTORY, _newcomers, _new_since),
    Kind.MEASURE_JOINED: Maker(Topic.HISTORY, _joined, _measure_joined),
}
