"""What is known of a cluster in an edition: ranked, a member without a known rank, absent, or not in our sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.model import Standing
from bot.rankings.model import Measure, weakest

if TYPE_CHECKING:
    from bot.answers.values import Value
    from bot.rankings.model import Cluster, ClusterRow, Edition, Evidence, Rankings, Statement

COUNT_STATEMENT = "clusters_in_top_100"
LEFT_STATEMENT = "left_top_100"
FIRST_STATEMENT = "first_appearance"


def standing(rankings: Rankings, cluster: Cluster, edition: Edition) -> tuple[Standing, Value | None]:
    """Return where a cluster stands in an edition, and the figure behind a bare membership or an absence.

    Absence is stated only where it is known: the edition is complete, a source says that the cluster left or that it
    first appeared later, or for each of its economies every cluster that was counted is named, and this is none.
    """
    row = edition.rows.get(cluster.id)
    if row is not None and row.rank is not None:
        return Standing.RANKED, None
    if row is not None:
        return Standing.MEMBER, figures.membership(cluster, row)
    if edition.complete:
        first = edition.ranked[0]
        return Standing.ABSENT, figures.absence(cluster, edition.year, first.evidence, first.sources)
    settled = _stated_absent(rankings, cluster, edition) or _all_others_named(rankings, cluster, edition)
    if settled is not None:
        return Standing.ABSENT, settled
    return Standing.UNKNOWN, None


def latest_ranked(rankings: Rankings, cluster: str) -> ClusterRow | None:
    """Return the newest row of a cluster that has a rank."""
    return next((row for row in rankings.histories.get(cluster, ()) if row.rank is not None), None)


def previous_ranked(rankings: Rankings, cluster: str, edition: int) -> ClusterRow | None:
    """Return the newest row with a rank before an edition."""
    held = rankings.histories.get(cluster, ())
    return next((row for row in held if row.edition < edition and row.rank is not None), None)


def rank_of(rankings: Rankings, row: ClusterRow) -> Value:
    """Return the rank of a row known to have one."""
    value = figures.figure(rankings, row, Measure.SIZE)
    assert value is not None
    return value


def rank_or_membership(rankings: Rankings, row: ClusterRow) -> Value:
    """Return the rank of a row, or that it is in the top 100 where its rank is not held."""
    rank = figures.figure(rankings, row, Measure.SIZE)
    return rank if rank is not None else figures.membership(rankings.clusters[row.cluster], row)


def published_place(cluster: Cluster, measure: Measure, edition: Edition, rankings: Rankings) -> Value | None:
    """Return the published place of a cluster by a measure: an intensity rank, or "third by patents"."""
    row = edition.rows.get(cluster.id)
    if measure is Measure.INTENSITY and row is not None and row.intensity_rank is not None:
        return figures.figure(rankings, row, measure)
    name = figures.RANKS.get(measure)
    for statement in edition.statements:
        if (statement.about, statement.ref, statement.measure) == ("cluster", cluster.id, name):
            return figures.stated_rank(cluster, statement)
    return None


def published_count(edition: Edition, economy: str) -> Statement | None:
    """Return the published number of clusters of an economy in an edition."""
    for statement in edition.statements:
        if statement.about == "economy" and statement.ref == economy and statement.measure == COUNT_STATEMENT:
            return statement
    return None


def economies_of(rankings: Rankings, cluster: str) -> tuple[str, ...]:
    """Return the economies of a cluster as last published."""
    held = rankings.histories.get(cluster, ())
    return held[0].economies if held else ()


def _stated_absent(rankings: Rankings, cluster: Cluster, edition: Edition) -> Value | None:
    """Return the figure that a cluster left in this edition, or that it first appeared in a later one."""
    for statement in rankings.statements:
        left = statement.measure == LEFT_STATEMENT and statement.edition == edition.year
        later = statement.measure == FIRST_STATEMENT and statement.edition > edition.year
        if statement.about == "cluster" and statement.ref == cluster.id and (left or later):
            return figures.absence(cluster, edition.year, statement.evidence, statement.sources)
    return None


def _all_others_named(rankings: Rankings, cluster: Cluster, edition: Edition) -> Value | None:
    """Return the figure that a cluster is absent because, in all its economies, all that were counted are others.

    One economy does not settle it: a cluster across a border may be counted in fewer economies than before.
    """
    codes = {code for row in rankings.histories.get(cluster.id, ()) for code in row.economies}
    evidence: list[Evidence] = []
    sources: list[str] = []
    for code in codes:
        statement = published_count(edition, code)
        named = edition.by_economy.get(code, ())
        if statement is None or len(named) != int(statement.value):
            return None
        evidence += [statement.evidence, *(row.evidence for row in named)]
        sources += statement.sources
    if not evidence:
        return None
    return figures.absence(cluster, edition.year, weakest(tuple(evidence)), tuple(dict.fromkeys(sources)))
