"""Flip points: how little the weights of the measures would have to change to reverse the order of two clusters.

An edition orders its clusters by the sum of their shares, so every measure has the same weight. With other weights
`w` (none negative, together 1) a cluster's total is the sum of `w·share`; the first is ahead where `d·w > 0`, `d` being
the differences of the shares. The order turns on the plane `d·w = 0`. Of all weights on it, the flip point is the one
nearest to equal weights, by the straight (Euclidean) distance.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from math import ceil, dist, floor
from operator import mul
from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.editions import cluster_edition
from bot.answers.model import FlipAnswer, NoData, Weight
from bot.answers.standing import rank_of
from bot.answers.values import Unit, Value
from bot.rankings.model import Measure, weakest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.queries import Flip
    from bot.rankings.model import Cluster, ClusterRow, Edition, Rankings

MEASURES = {"pct": Measure.PATENTS, "pub": Measure.PUBLICATIONS, "vc": Measure.VENTURE_CAPITAL}
"""The shares that an edition adds up, by the names its method has in `data/editions.csv`."""

CLOSE = 1e-9
DECIMALS = 1
"""Weights are given in per cent to one decimal: the shares are no more precise."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Two clusters in an edition that holds every share of both."""

    edition: Edition
    rows: tuple[ClusterRow, ClusterRow]
    measures: tuple[Measure, ...]
    differences: tuple[float, ...]


def answer_flip(query: Flip, rankings: Rankings) -> FlipAnswer | NoData:
    """Answer with the flip point in the edition asked for, or in the newest that holds all shares of both."""
    clusters = (rankings.clusters[query.first.id], rankings.clusters[query.second.id])
    held = tuple(shares for edition in rankings.editions.values() if (shares := _shares(clusters, edition)))
    wanted = next((found for found in held if query.edition in (None, found.edition.year)), None)
    if wanted is None:
        return NoData(
            query=query,
            places=tuple(cluster.name for cluster in clusters),
            subject=clusters[0].name,
            what="flip",
            edition=cluster_edition(rankings, query.edition).year,
            held=tuple(shares.edition.year for shares in held),
        )
    return _answered(query, wanted, rankings)


def flip_weights(differences: Sequence[float]) -> tuple[float, ...] | None:
    """Return the weights nearest to equal ones from which on the order turns; None where no weights turn it.

    `differences` are those of the shares, the one ahead minus the other: where none is negative, the one ahead stays
    ahead, or at worst level, whatever the weights.
    """
    if min(differences) > -CLOSE:
        return None
    count = len(differences)
    equal = tuple(1 / count for _ in differences)
    points = [point for size in range(1, count + 1) for face in combinations(range(count), size)
              if (point := _nearest(differences, face, equal)) is not None]  # fmt: skip
    return min(points, key=lambda point: dist(point, equal), default=None)


def rounded(weights: Sequence[float], differences: Sequence[float]) -> tuple[float, ...]:
    """Return weights in per cent, rounded so that they are together 100 and the order has turned with them."""
    choices = [(floor(1_000 * weight) / 10, ceil(1_000 * weight) / 10) for weight in weights]
    whole = [each for each in product(*choices) if abs(sum(each) - 100) < CLOSE]
    turned = [each for each in whole if sum(map(mul, each, differences)) < 0]
    exact = tuple(100 * weight for weight in weights)
    return min(turned or whole or [exact], key=lambda each: dist(each, exact))


def _nearest(differences: Sequence[float], face: tuple[int, ...], equal: tuple[float, ...]) -> tuple[float, ...] | None:
    """Return the level weights nearest to equal ones among those that weigh only the measures of a face.

    On the face, start from its equal weights and go straight along the differences until the totals are level.
    """
    mean = sum(differences[place] for place in face) / len(face)
    slopes = {place: differences[place] - mean for place in face}
    steep = sum(slope * slope for slope in slopes.values())
    if steep < CLOSE:
        if abs(mean) > CLOSE:
            return None
        step = 0.0
    else:
        step = -mean / steep
    weights = {place: 1 / len(face) + step * slope for place, slope in slopes.items()}
    if min(weights.values()) < -CLOSE:
        return None
    return tuple(max(weights.get(place, 0.0), 0.0) for place in range(len(equal)))


def _shares(clusters: tuple[Cluster, Cluster], edition: Edition) -> Shares | None:
    """Return what is needed to weigh two clusters, in an edition that is complete; others have shares too rough."""
    if not edition.complete:
        return None
    rows = tuple(edition.rows.get(cluster.id) for cluster in clusters)
    measures = tuple(MEASURES[name] for name in edition.method.measures if name in MEASURES)
    first, second = rows
    if first is None or second is None or first.rank is None or second.rank is None or len(measures) < 2:
        return None
    if first.rank > second.rank:
        first, second = second, first
    pairs = [(first.held(measure), second.held(measure)) for measure in measures]
    if any(mine is None or theirs is None for mine, theirs in pairs):
        return None
    differences = tuple(float(mine or 0) - float(theirs or 0) for mine, theirs in pairs)
    return Shares(edition, (first, second), measures, differences)


def _answered(query: Flip, shares: Shares, rankings: Rankings) -> FlipAnswer:
    first, second = shares.rows
    values = tuple(
        value
        for row in shares.rows
        for value in (rank_of(rankings, row), *figures.figures(rankings, row, shares.measures))
    )
    level = abs(sum(shares.differences)) < CLOSE
    found = None if level else flip_weights(shares.differences)
    percents = () if found is None else rounded(found, shares.differences)
    sources = tuple(dict.fromkeys(source for value in values for source in value.sources))
    evidence = weakest(tuple(value.evidence for value in values))

    def weight(measure: Measure, amount: float) -> Value:
        name = f"{figures.NAMES[measure][0]}_weight"
        subject = rankings.clusters[second.cluster].name
        return Value(subject, name, shares.edition.year, amount, Unit.PERCENT, evidence, sources)

    equal = round(100 / len(shares.measures), DECIMALS)
    weights = tuple(
        Weight(measure, weight(measure, equal), weight(measure, percent))
        for measure, percent in zip(shares.measures, percents, strict=False)
    )
    return FlipAnswer(
        query=query,
        edition=shares.edition.year,
        ahead=rankings.clusters[first.cluster],
        behind=rankings.clusters[second.cluster],
        level=level,
        contrary=sum(shares.differences) < -CLOSE,
        measures=shares.measures,
        weights=weights,
        places=(rankings.clusters[query.first.id].name, rankings.clusters[query.second.id].name),
        values=(*values, *(each.after for each in weights)),
    )
