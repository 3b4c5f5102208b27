"""Verdicts on claims, and what would turn an order round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.model_base import AnswerBase

if TYPE_CHECKING:
    from bot.answers.values import Value, Verdict
    from bot.questions import queries
    from bot.rankings.model import Cluster, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer(AnswerBase):
    """A verdict and the figures it rests on.

    `asked` is the edition claimed of, `edition` the one judged by; they differ only for measures that `asked` lacks.
    Of a claim over several editions, `holds` and `fails` are those that show it either way, newest first.
    `needed` are the editions whose gaps leave a claim undecided, and all those before `before` do.
    """

    query: queries.Claim
    verdict: Verdict
    asked: int
    edition: int
    grounds: tuple[Value, ...]
    holds: tuple[int, ...] = ()
    fails: tuple[int, ...] = ()
    needed: tuple[int, ...] = ()
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleAnswer(AnswerBase):
    """A verdict with its receipt, and where a plain order is claimed of an edition that holds all shares, its flip."""

    query: queries.Settle
    judged: ClaimAnswer
    receipt: str
    flip: FlipAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyAnswer(AnswerBase):
    """A verdict found again: what it was, what it is now, and whether the data is the same."""

    query: queries.Verify
    judged: ClaimAnswer
    receipt: str
    before: Verdict
    same_data: bool


@dataclass(frozen=True, slots=True)
class Weight:
    """A measure's weight, in per cent: as it is, and where the order would turn."""

    measure: Measure
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipAnswer(AnswerBase):
    """Where the order of two clusters would turn. Without `weights` no weights would reverse it.

    `level` says that their shares add up to the same, and `contrary` that the published shares, rounded as they are,
    add up to the opposite order.
    """

    query: queries.Flip
    edition: int
    ahead: Cluster
    behind: Cluster
    level: bool
    contrary: bool
    measures: tuple[Measure, ...]
    weights: tuple[Weight, ...]
