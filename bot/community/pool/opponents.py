"""Who takes part beside the people: what was so before, and the median of the crowd."""

from __future__ import annotations

from collections import Counter
from statistics import median_low
from typing import TYPE_CHECKING

from bot.community.pool.model import FIVE

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.community.pool.model import Entry, Prediction


def crowd(entries: Collection[Entry]) -> tuple[Prediction, ...]:
    """Return what the entries predict together, prompt by prompt; nothing where there are none.

    Numbers: their median, the lower of the two in the middle. Leaders: the one named most often. Top five: five points
    for a first place, four for a second and so on to one (Borda). Equals go by the alphabet of their ids.
    """
    return tuple(_together(column) for column in zip(*(entry.predictions for entry in entries), strict=True))


def _together(predictions: tuple[Prediction, ...]) -> Prediction:
    numbers = [prediction for prediction in predictions if isinstance(prediction, int)]
    if numbers:
        return median_low(numbers)
    votes: Counter[str] = Counter()
    for prediction in predictions:
        if isinstance(prediction, tuple):
            votes.update({cluster: FIVE - place for place, cluster in enumerate(prediction)})
        elif isinstance(prediction, str):
            votes[prediction] += 1
    best = tuple(sorted(votes, key=lambda cluster: (-votes[cluster], cluster)))
    return best[:FIVE] if isinstance(predictions[0], tuple) else best[0]
