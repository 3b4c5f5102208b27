"""Answers about the table itself, what is published, and where a figure comes from; and that there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.model_base import AnswerBase
from bot.answers.values import Status, Value

if TYPE_CHECKING:
    from bot.questions import queries
    from bot.rankings.model import Evidence, Measure, Pillar


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodAnswer(AnswerBase):
    """What an edition measures (`pct`, `pub`, `vc`) and what changed. `breaks` are all changes of method held."""

    query: queries.Method
    edition: int
    measures: tuple[str, ...]
    change: str
    evidence: Evidence
    breaks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of an edition is held."""

    edition: int
    ranks: int
    economies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutAnswer(AnswerBase):
    """What the table holds, edition by edition, newest first; how many economies each ranks is a figure."""

    query: queries.About
    holdings: tuple[Holding, ...]
    sources: int
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAnswer(AnswerBase):
    """The evidence and sources behind the figures of a cluster or an economy in one edition."""

    query: queries.SourceOf
    name: str
    edition: int
    evidence: Evidence
    figures: tuple[Value, ...]
    titles: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAnswer(AnswerBase):
    """What was published; each fact is a figure with the source's own qualifier (about, over, almost) or none."""

    query: queries.Fact
    edition: int
    facts: tuple[tuple[Value, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAnswer(AnswerBase):
    """How to ask."""

    query: queries.Help


@dataclass(frozen=True, slots=True, kw_only=True)
class NoData(AnswerBase):
    """Understood, but nothing about it is in our sources. `held` are editions that have such figures, newest first."""

    query: queries.Query
    subject: str
    what: Measure | Pillar | str
    edition: int
    held: tuple[int, ...] = ()
    status: Status = Status.NO_DATA
