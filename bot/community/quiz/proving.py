"""What a question may rest on: verdicts and figures of the answering engine, official or stated by two sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answers.answering import answer
from bot.answers.model import ClaimAnswer, CountTableAnswer
from bot.answers.values import Verdict, doubts
from bot.questions.queries import Claim, Count
from bot.questions.reader import Reader
from bot.questions.refs import ClusterRef
from bot.rankings.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from typing import Self

    from bot.answers.model import Answer
    from bot.answers.values import Value
    from bot.places.cities import ClusterPoint
    from bot.places.resolver import Resolver
    from bot.questions.assertions import Assertion
    from bot.questions.queries import Query
    from bot.rankings.model import ClusterRow, Edition, Rankings

SOLID = (Evidence.OFFICIAL, Evidence.DOUBLE)
"""Evidence that a question may rest on."""


def solid(values: Iterable[Value], editions: Collection[int]) -> bool:
    """Return whether there are figures, all well attested, undoubted, and of these editions."""
    held = tuple(values)
    return (
        bool(held) and all(value.evidence in SOLID and value.edition in editions for value in held) and not doubts(held)
    )


@dataclass(frozen=True)
class Table:
    """The table that questions are made of.

    `points` are the cities that a cluster is named after, `rows` the well attested ranks of each edition, best first.
    """

    rankings: Rankings
    reader: Reader
    points: Mapping[str, tuple[ClusterPoint, ...]]
    rows: Mapping[int, tuple[ClusterRow, ...]]

    @classmethod
    def of(cls, rankings: Rankings, resolver: Resolver) -> Self:
        """Return the table of some rankings and their places."""
        cities: dict[str, list[ClusterPoint]] = {}
        for point in resolver.points:
            cities.setdefault(point.cluster_id, []).append(point)
        rows = {
            year: tuple(row for row in edition.ranked if row.evidence in SOLID and not row.note)
            for year, edition in rankings.editions.items()
        }
        return cls(
            rankings, Reader(rankings, resolver), {cluster: tuple(held) for cluster, held in cities.items()}, rows
        )

    @cached_property
    def complete(self) -> Edition | None:
        """The newest edition that holds all ranks, all of them well attested."""
        editions = self.rankings.editions.values()
        return next((each for each in editions if each.complete and len(self.rows[each.year]) == len(each.rows)), None)

    @cached_property
    def recent(self) -> tuple[int, ...]:
        """The editions from the newest complete one on that hold well attested ranks, newest first."""
        since = 0 if self.complete is None else self.complete.year
        return tuple(year for year, rows in self.rows.items() if rows and year >= since)

    @cached_property
    def counts(self) -> Mapping[int, Mapping[str, int]]:
        """The well attested numbers of clusters in recent editions by economy, most first."""
        return {year: self._counts(year) for year in self.recent}

    def _counts(self, edition: int) -> dict[str, int]:
        found = self.ask(Count(edition=edition))
        if not isinstance(found, CountTableAnswer):
            return {}
        exact = ((row.economy.code, row.count.exact) for row in found.rows)
        return {code: int(count.value) for code, count in exact if count is not None and solid((count,), (edition,))}

    def ask(self, query: Query) -> Answer:
        """Return the engine's answer."""
        return answer(query, self.rankings)

    def says(self, assertion: Assertion, edition: int) -> bool | None:
        """Return the engine's verdict; None where it has none, or one that rests on less than solid figures."""
        found = self.ask(Claim(assertion, edition))
        if not isinstance(found, ClaimAnswer) or not found.grounds or not solid(found.values, (edition,)):
            return None
        return {Verdict.TRUE: True, Verdict.FALSE: False}.get(found.verdict)

    def ref(self, cluster: str) -> ClusterRef:
        """Return how queries name a cluster."""
        return ClusterRef(cluster, self.rankings.clusters[cluster].name)
