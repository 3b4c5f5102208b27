"""Figures from rows: every number that an answer carries is made here, with its edition, evidence and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import Entry
from bot.answers.values import Unit, Value
from bot.rankings.model import Evidence, Measure, weakest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.rankings.model import Cluster, ClusterRow, Economy, EconomyRow, Pillar, Rankings, Statement

NAMES: dict[Measure, tuple[str, Unit]] = {
    Measure.SIZE: ("rank", Unit.RANK),
    Measure.INTENSITY: ("intensity_rank", Unit.RANK),
    Measure.PATENTS: ("pct_share", Unit.PERCENT),
    Measure.PUBLICATIONS: ("pub_share", Unit.PERCENT),
    Measure.VENTURE_CAPITAL: ("vc_share", Unit.PERCENT),
    Measure.PATENT_COUNT: ("pct_count", Unit.COUNT),
    Measure.PUBLICATION_COUNT: ("pub_count", Unit.COUNT),
    Measure.POPULATION: ("population", Unit.PERSONS),
}
"""The name a measure has in the tables and in `ask --json`, and its unit."""

RANKS: dict[Measure, str] = {
    Measure.INTENSITY: "intensity_rank",
    Measure.PATENTS: "pct_share_rank",
    Measure.PUBLICATIONS: "pub_share_rank",
    Measure.VENTURE_CAPITAL: "vc_share_rank",
}
"""The name that a published place by a measure has in `data/statements.csv`."""

SHARES = (Measure.PATENTS, Measure.PUBLICATIONS, Measure.VENTURE_CAPITAL)


def figure(rankings: Rankings, row: ClusterRow, measure: Measure) -> Value | None:
    """Return a cluster's figure in an edition, or None where the table holds nothing."""
    held = row.held(measure)
    return None if held is None else of_amount(rankings, row, measure, held)


def of_amount(rankings: Rankings, row: ClusterRow, measure: Measure, amount: int | float) -> Value:
    """Return the figure whose amount a row was found to hold."""
    name, unit = NAMES[measure]
    return Value(
        rankings.clusters[row.cluster].name, name, row.edition, amount, unit, row.evidence, row.sources, row.note
    )


def figures(rankings: Rankings, row: ClusterRow, measures: Iterable[Measure]) -> tuple[Value, ...]:
    """Return those of some figures that the table holds, in the order asked for."""
    return tuple(value for measure in measures if (value := figure(rankings, row, measure)) is not None)


def difference(measure: str, better: Value, worse: Value, unit: Unit, amount: float) -> Value:
    """Return a figure computed from two others: no better attested than the weaker, and resting on both's sources."""
    sources = tuple(dict.fromkeys(better.sources + worse.sources))
    evidence = weakest((better.evidence, worse.evidence))
    return Value(better.subject, measure, better.edition, amount, unit, evidence, sources, better.note or worse.note)


def rank_change(after: Value, before: Value, measure: str = "rank_change") -> Value:
    """Return how many positions somebody moved; positive is towards rank 1."""
    return difference(measure, after, before, Unit.POSITIONS, int(before.value) - int(after.value))


def economy_figures(economy: Economy, row: EconomyRow, pillar: Pillar) -> tuple[Value, Value]:
    """Return an economy's rank and score in the index or a pillar."""
    scored = row.scores[pillar]
    shared = (row.evidence, row.sources)
    return (
        Value(economy.short_name, f"{pillar}_rank", row.edition, scored.rank, Unit.RANK, *shared),
        Value(economy.short_name, f"{pillar}_score", row.edition, scored.score, Unit.SCORE, *shared),
    )


def stated(subject: str, measure: str, statement: Statement, value: int | float | str | bool, unit: Unit) -> Value:
    """Return a figure that a published statement gives or settles."""
    return Value(
        subject, measure, statement.edition, value, unit, statement.evidence, statement.sources, statement.note
    )


def stated_rank(cluster: Cluster, statement: Statement) -> Value:
    """Return the place that a published statement gives a cluster by a measure."""
    return stated(cluster.name, statement.measure, statement, int(statement.value), Unit.RANK)


def membership(cluster: Cluster, row: ClusterRow) -> Value:
    """Return the figure that a cluster is in the top 100 of an edition."""
    return Value(cluster.name, "in_top_100", row.edition, True, Unit.TRUTH, row.evidence, row.sources, row.note)


def absence(cluster: Cluster, edition: int, evidence: Evidence, sources: tuple[str, ...]) -> Value:
    """Return the figure that a cluster is not in the top 100 of an edition."""
    return Value(cluster.name, "in_top_100", edition, False, Unit.TRUTH, evidence, sources)


def entry(rankings: Rankings, row: ClusterRow, value: Value, position: int | None) -> Entry:
    """Return a line of a list."""
    return Entry(rankings.clusters[row.cluster], row.economies, position, value)
