"""Answers about economies in the index, and how many clusters they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.model_base import AnswerBase

if TYPE_CHECKING:
    from bot.answers.model_base import ClusterCount, Entry
    from bot.answers.values import Value
    from bot.questions import queries
    from bot.rankings.model import Economy, Pillar


@dataclass(frozen=True, slots=True)
class EconomySide:
    """One economy in a comparison."""

    economy: Economy
    rank: Value | None
    score: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareEconomiesAnswer(AnswerBase):
    """Economies side by side by the index or a pillar, best first, and by how much the first leads."""

    query: queries.CompareEconomies
    edition: int
    sides: tuple[EconomySide, ...]
    margin: Value | None
    score_lead: Value | None


@dataclass(frozen=True, slots=True)
class EconomyMove:
    """A change of rank in the index between two editions. `change` is positive towards rank 1."""

    economy: Economy
    before: Value
    after: Value
    change: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyMoversAnswer(AnswerBase):
    """The largest moves in the index from `before` to `edition`."""

    query: queries.EconomyMovers
    area: str
    edition: int
    before: int
    moves: tuple[EconomyMove, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyNewcomersAnswer(AnswerBase):
    """The economies that came in from `before` to `edition`, or left."""

    query: queries.EconomyNewcomers
    area: str
    edition: int
    before: int
    entries: tuple[EconomyEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyRegularsAnswer(AnswerBase):
    """The economies that were inside, or went one way, in every edition from `first` to `last`."""

    query: queries.EconomyRegulars
    area: str
    first: int
    last: int
    entries: tuple[EconomyEntry, ...]


@dataclass(frozen=True, slots=True)
class PillarFigures:
    """An economy's rank and score in one pillar."""

    pillar: Pillar
    rank: Value
    score: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyAnswer(AnswerBase):
    """An economy in the index. `rank` is None for one that the index does not rank in `edition`.

    It is None too where the index of that edition is not in our sources, and then `index_held` is false.
    `pillars` are all seven in WIPO's order, or none; they are not among `values`, which a reply in words is held to.
    `halves` are the ranks in inputs and outputs, where neither pillars nor a brief answer were asked for;
    `income_group` is the World Bank's code, or empty where the index does not rank the economy.
    """

    query: queries.EconomyProfile
    economy: Economy
    edition: int
    index_held: bool
    rank: Value | None
    score: Value | None
    change: Value | None
    compared_with: int | None
    strongest: tuple[Pillar, Value] | None
    weakest: tuple[Pillar, Value] | None
    halves: tuple[Value, ...]
    income_group: str
    pillars: tuple[PillarFigures, ...]
    count: ClusterCount
    clusters: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EconomyEntry:
    """A line of the ranking of economies."""

    economy: Economy
    rank: Value
    score: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyRankingAnswer(AnswerBase):
    """The ranking of economies by the index or a pillar; `of` is how many the area has in this edition."""

    query: queries.EconomyRanking
    area: str
    edition: int
    entries: tuple[EconomyEntry, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarAnswer(AnswerBase):
    """An economy's rank and score in one pillar."""

    query: queries.PillarOf
    economy: Economy
    edition: int
    rank: Value
    score: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyNthAnswer(AnswerBase):
    """The economy at a position; the index is complete, so the position is certain."""

    query: queries.EconomyNth
    area: str
    edition: int
    entry: EconomyEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class CountAnswer(AnswerBase):
    """How many clusters an area has in `edition`, perhaps within the leading `query.within`.

    `gaps` is how many of those leading ranks are not in our sources. `clusters` are the ones that are.
    """

    query: queries.Count
    area: str
    edition: int
    count: ClusterCount
    gaps: int
    clusters: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EconomyCount:
    """One economy's number of clusters."""

    economy: Economy
    count: ClusterCount


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTableAnswer(AnswerBase):
    """Economies by number of clusters; `economies` is how many have so many, or any: that is published."""

    query: queries.Count
    edition: int
    rows: tuple[EconomyCount, ...]
    economies: Value | None
