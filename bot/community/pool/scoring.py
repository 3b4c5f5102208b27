"""The points of a prediction, in thousandths; `docs/pools.md` says why each rule rewards what one really believes."""

from __future__ import annotations

from dataclasses import replace
from math import log
from typing import TYPE_CHECKING

from bot.community.pool.model import FIVE, NUMBER_MAXIMUM, HowMany, Leader, TopFive, Will

if TYPE_CHECKING:
    from bot.community.pool.model import Outcome, Prediction, Prompt, Truth

POINT = 1000
"""Points are counted in thousandths."""

MOST = 10 * POINT
"""No prompt brings more."""


def fits(prompt: Prompt, prediction: Prediction) -> bool:
    """Whether a prediction is of the kind that a prompt asks for, and in range."""
    match prompt:
        case TopFive():
            return isinstance(prediction, tuple) and len(prediction) == FIVE == len(set(prediction))
        case Leader():
            return isinstance(prediction, str) and bool(prediction)
        case HowMany() | Will():
            return isinstance(prediction, int) and 0 <= prediction <= NUMBER_MAXIMUM


def score(prompt: Prompt, prediction: Prediction | None, truth: Truth | None) -> int | None:
    """Return the points of a prediction; None where the prompt is void. No prediction brings no points."""
    if truth is None:
        return None
    match prompt, prediction, truth:
        case TopFive(), tuple(), tuple():
            return _top_five(prediction, truth)
        case Leader(), str(), tuple():
            return MOST if prediction in truth else 0
        case Will(), int(), bool():
            return MOST - (prediction - (100 if truth else 0)) ** 2
        case HowMany(), int(), int():
            apart = abs(log(1 + prediction) - log(1 + truth)) / log(1 + NUMBER_MAXIMUM)
            return round(MOST * (1 - apart))
        case _:
            return 0


def _top_five(predicted: tuple[str, ...], truth: tuple[str | None, ...]) -> int:
    """Return a point for each holder of a rank that was named at all, and one more if at that rank."""
    named = sum(1 for cluster in truth if cluster is not None and cluster in predicted)
    placed = sum(1 for mine, true in zip(predicted, truth, strict=True) if mine == true)
    return POINT * (named + placed)


def attainable(prompt: Prompt, truth: Truth | None) -> int:
    """Return the most points that a prompt can have brought, given what our sources hold."""
    if isinstance(prompt, TopFive) and isinstance(truth, tuple):
        return 2 * POINT * sum(1 for cluster in truth if cluster is not None)
    return 0 if truth is None else MOST


def revealed(prompts: tuple[Prompt, ...], outcomes: tuple[Outcome, ...], rank: int) -> tuple[Outcome, ...]:
    """Return what may be known while a countdown has shown the ranks from `rank` on: all of it from rank 1."""
    if rank <= 1:
        return outcomes
    return tuple(
        replace(outcome, truth=_from_rank(outcome.truth, rank) if isinstance(prompt, TopFive) else None)
        for prompt, outcome in zip(prompts, outcomes, strict=True)
    )


def _from_rank(truth: Truth | None, rank: int) -> Truth | None:
    if not isinstance(truth, tuple) or rank > FIVE:
        return None
    return (None,) * (rank - 1) + truth[rank - 1 :]
