"""Answers about several editions of clusters and economies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.model_base import AnswerBase

if TYPE_CHECKING:
    from bot.answers.model_base import Standing
    from bot.answers.values import Value
    from bot.questions import queries
    from bot.rankings.model import Cluster, Economy


@dataclass(frozen=True, slots=True)
class Year:
    """One edition in a history: what is known, and whether the method changed in it.

    `value` is the rank, or the figure behind a membership or an absence; None where nothing is known.
    """

    edition: int
    standing: Standing
    value: Value | None
    published_name: str
    method_break: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryAnswer(AnswerBase):
    """Every edition of the table, newest first, for one cluster."""

    query: queries.History
    cluster: Cluster
    economies: tuple[str, ...]
    years: tuple[Year, ...]
    successors: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyHistoryAnswer(AnswerBase):
    """An economy's rank and score in every edition held, newest first."""

    query: queries.EconomyHistory
    economy: Economy
    ranks: tuple[Value, ...]
    scores: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoriesAnswer(AnswerBase):
    """Several histories beside each other, of clusters or of economies."""

    query: queries.Histories
    clusters: tuple[HistoryAnswer, ...]
    economies: tuple[EconomyHistoryAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedAnswer(AnswerBase):
    """How a cluster or an economy moved between two editions; `change` is positive towards rank 1."""

    query: queries.Moved
    name: str
    economies: tuple[str, ...]
    before: Value
    after: Value
    change: Value
