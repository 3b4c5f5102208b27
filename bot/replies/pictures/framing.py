"""What every kind of picture says around its figures, and the scales they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.model import Evidence
from bot.replies import formats
from bot.replies.pictures.model import Scale
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.values import Value

_WELL_ATTESTED = frozenset({Evidence.OFFICIAL, Evidence.DOUBLE})
_ENDS = (5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120)
"""Where an axis of ranks may end: the first of these that no rank shown exceeds."""
_WORST_SCORE, _BEST_SCORE = 0, 100


def doubt(value: Value) -> str:
    """Return in words why a figure is less than well attested, or nothing where it is."""
    return "" if value.evidence in _WELL_ATTESTED else say(f"picture.doubt.{value.evidence}")


def hollow_legend(doubts: Iterable[str]) -> tuple[str, ...]:
    """Say what hollow marks stand for, where there are any."""
    found = tuple(dict.fromkeys(words for words in doubts if words))
    return (say("picture.hollow", doubt=say("picture.or").join(found)),) if found else ()


def source(values: Iterable[Value]) -> str:
    """Return the line that says whose figures they are."""
    return say("picture.source", editions=formats.numbers({value.edition for value in values}))


def worst_end(ranks: Iterable[float]) -> int:
    """Return where an axis that holds these ranks ends."""
    worst = max(ranks)
    return next((end for end in _ENDS if worst <= end), -(-int(worst) // 50) * 50)


def rank_scale(ranks: Iterable[float]) -> Scale:
    """Return an axis that runs from a round rank on the left to rank 1 on the right."""
    end = worst_end(ranks)
    return Scale(end, 1, say("picture.tick", rank=end), say("picture.tick", rank=1))


def score_scale() -> Scale:
    """Return the axis of the index's scores."""
    return Scale(_WORST_SCORE, _BEST_SCORE, str(_WORST_SCORE), str(_BEST_SCORE))


def amount_scale(amounts: Iterable[float]) -> Scale:
    """Return an axis that begins at zero, so that lengths compare as the amounts do."""
    return Scale(0, max((*amounts, 0.0)) or 1.0)
