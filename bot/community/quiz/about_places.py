"""Questions on the map: how far north clusters lie, how near to each other, and in which economies.

Coordinates are those of the cities that clusters are named after, from GeoNames (`data/cluster_points.csv`); in which
economies a cluster lies is what the engine says of its newest complete edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import RankAnswer
from bot.community.quiz.drafting import TRIED, WRONG, Draft, Maker, difficulty, nearby, proven
from bot.community.quiz.proving import solid
from bot.community.quiz.question import Kind, Offered, Theme, Topic
from bot.community.quiz.rating import MIDDLE
from bot.places.distance import kilometres
from bot.questions.queries import Rank, Where
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bot.community.quiz.proving import Table

CLEAR_DEGREES = 0.5
"""A cluster lies farther north only by so much, so that no outline of it can turn the answer."""
CLEAR_KM = 100
CLEAR_TIMES = 1.25
"""A cluster is nearer only by so many km, and if the next one is so many times as far."""
NEAREST_TRIED = 15
NOT_ASKED = frozenset({"HK", "IL", "MO", "TW"})
"""Economies whose extent or status WIPO words with care or others dispute: what lies in them is not for a quiz."""


def _placed(table: Table) -> list[str]:
    """Return the clusters of the newest complete edition whose cities are known, best first."""
    if table.complete is None:
        return []
    return [row.cluster for row in table.rows[table.complete.year] if row.cluster in table.points]


def _each(kind: Kind, table: Table) -> Iterator[Theme]:
    for cluster in _placed(table):
        yield Theme(kind, cluster)


def _outermost(theme: Theme, table: Table, rng: Random, sign: int) -> Draft | None:
    """Draft the one whose every city lies beyond every city of the others; `sign` is 1 for north."""
    spans = {cluster: sorted(sign * point.latitude for point in table.points[cluster]) for cluster in _placed(table)}
    inner = spans[theme.subject][0]
    beyond = sorted((c for c in spans if spans[c][-1] < inner - CLEAR_DEGREES), key=lambda c: -spans[c][-1])
    wrong = tuple(nearby(rng, beyond, 0)[:WRONG])
    if not wrong:
        return None
    amounts = {cluster: sign * spans[cluster][-1] for cluster in (theme.subject, *wrong)}
    gap = min(inner - spans[cluster][-1] for cluster in wrong)
    hard = difficulty(MIDDLE, _placed(table).index(theme.subject) / RANKS_PUBLISHED, 1 - gap / 10)
    asked = Where(table.ref(theme.subject))
    return Draft(theme, Offered.CLUSTER, (theme.subject,), wrong, asked, hard, amounts)


def _northernmost(theme: Theme, table: Table, rng: Random) -> Draft | None:
    return _outermost(theme, table, rng, 1)


def _southernmost(theme: Theme, table: Table, rng: Random) -> Draft | None:
    return _outermost(theme, table, rng, -1)


def _distances(one: str, other: str, table: Table) -> tuple[float, float]:
    """Return the smallest and the greatest distance between cities of two clusters, in km."""
    found = [
        kilometres(here.latitude, here.longitude, there.latitude, there.longitude)
        for here in table.points[one]
        for there in table.points[other]
    ]
    return min(found), max(found)


def _nearest(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft the one that is nearest to another cluster, whichever of their cities are taken."""
    distances = {other: _distances(theme.subject, other, table) for other in _placed(table) if other != theme.subject}
    order = sorted(distances, key=lambda other: distances[other])
    right, *others = order[rng.randrange(min(3, len(order))) :]
    clear = max(distances[right][1] + CLEAR_KM, distances[right][1] * CLEAR_TIMES)
    wrong = proven(
        rng.sample(others[:NEAREST_TRIED], min(TRIED, len(others))), lambda other: distances[other][0] > clear
    )
    if not wrong:
        return None
    amounts = {other: round(distances[other][0]) for other in (right, *wrong)}
    hard = difficulty(MIDDLE, _placed(table).index(theme.subject) / RANKS_PUBLISHED)
    asked = Where(table.ref(right))
    return Draft(theme, Offered.CLUSTER, (right,), wrong, asked, hard, amounts)


def _lies(cluster: str, table: Table) -> tuple[str, ...]:
    """Return the economies of a cluster by the engine; none where they are not well attested."""
    year = _year(table)
    found = table.ask(Rank(table.ref(cluster), year))
    if not isinstance(found, RankAnswer) or found.rank is None or not solid((found.rank,), (year,)):
        return ()
    return found.economies


def _ever_in(cluster: str, table: Table) -> set[str]:
    """Return the economies in which any edition has a cluster."""
    return {code for row in table.rankings.histories[cluster] for code in row.economies}


def _year(table: Table) -> int:
    assert table.complete is not None
    return table.complete.year


def _in_economy(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "In which economy does it lie?": in one only, whose name is not in its own, and never in the others."""
    codes = _lies(theme.subject, table)
    economies = table.rankings.economies
    cluster = table.ref(theme.subject)
    if len(codes) != 1 or codes[0] in NOT_ASKED or economies[codes[0]].short_name in cluster.name:
        return None
    ever = _ever_in(theme.subject, table)
    region = economies[codes[0]].gii_region
    others = [
        each.code for each in economies.values() if each.gii_region == region and each.code not in ever | NOT_ASKED
    ]
    wrong = tuple(rng.sample(others, min(WRONG, len(others))))
    if not wrong:
        return None
    hard = difficulty(MIDDLE - 100, _placed(table).index(theme.subject) / RANKS_PUBLISHED)
    asked = Rank(cluster, _year(table))
    return Draft(theme, Offered.ECONOMY, codes, wrong, asked, hard)


def _economies(kind: Kind, table: Table) -> Iterator[Theme]:
    codes = dict.fromkeys(code for cluster in _placed(table) for code in sorted(_ever_in(cluster, table)))
    for code in codes:
        if code not in NOT_ASKED:
            yield Theme(kind, code)


def _of_economy(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these lies in this economy?": one does, and the others never did."""
    name = table.rankings.economies[theme.subject].short_name
    region = table.rankings.economies[theme.subject].gii_region
    ever = {cluster: _ever_in(cluster, table) for cluster in _placed(table)}
    inside = [cluster for cluster in ever if theme.subject in ever[cluster] and name not in table.ref(cluster).name]
    if not inside:
        return None
    right = rng.choice(inside)
    outside = [cluster for cluster in ever if theme.subject not in ever[cluster]]
    close = [
        cluster
        for cluster in outside
        if any(table.rankings.economies[code].gii_region == region for code in ever[cluster])
    ]
    pool = close if len(close) >= WRONG else outside
    wrong = proven(rng.sample(pool, min(TRIED, len(pool))), lambda cluster: bool(_lies(cluster, table)))
    if theme.subject not in _lies(right, table) or not wrong:
        return None
    hard = difficulty(MIDDLE, _placed(table).index(right) / RANKS_PUBLISHED)
    asked = Rank(table.ref(right), _year(table))
    return Draft(theme, Offered.CLUSTER, (right,), wrong, asked, hard)


def _across(kind: Kind, table: Table) -> Iterator[Theme]:
    for cluster in _placed(table):
        if len(_ever_in(cluster, table)) > 1 and NOT_ASKED.isdisjoint(_ever_in(cluster, table)):
            yield Theme(kind, cluster, _year(table))


def _spanning(theme: Theme, table: Table, rng: Random) -> Draft | None:
    """Draft "Which of these lies in more than one economy?": the others lie in one."""
    if len(_lies(theme.subject, table)) < 2:
        return None
    single = [cluster for cluster in _placed(table) if len(_ever_in(cluster, table)) == 1]
    wrong = proven(
        rng.sample(single, min(TRIED, len(single))),
        lambda cluster: len(codes := _lies(cluster, table)) == 1 and codes[0] not in NOT_ASKED,
    )
    if not wrong:
        return None
    asked = Rank(table.ref(theme.subject), theme.year)
    return Draft(theme, Offered.CLUSTER, (theme.subject,), wrong, asked, MIDDLE + 50)


MAKERS: dict[Kind, Maker] = {
    Kind.NORTHERNMOST: Maker(Topic.MAP, _each, _northernmost),
    Kind.SOUTHERNMOST: Maker(Topic.MAP, _each, _southernmost),
    Kind.NEAREST: Maker(Topic.MAP, _each, _nearest),
    Kind.IN_ECONOMY: Maker(Topic.MAP, _each, _in_economy),
    Kind.OF_ECONOMY: Maker(Topic.MAP, _economies, _of_economy),
    Kind.SPANNING: Maker(Topic.MAP, _across, _spanning),
}
