"""What the clients are asked: the same again and again, as in a crowd, and with nothing remembered."""

from __future__ import annotations

from itertools import cycle, product
from typing import TYPE_CHECKING

from bot.pipeline import ANSWERS_KEPT
from bot.places.remembering import LONGEST_REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.pipeline import Pipeline

NOT_ASKED = "not a question"

SAME = (
    "!rank London",
    "!top 10 China",
    "!compare London vs Paris",
    "!rank Londn",
    "!which german clusters fell since 2024",
)


def different(pipeline: Pipeline) -> Iterator[str]:
    """Return questions without end, which come round again when a pipeline keeps their answers no more."""
    editions = pipeline.rankings.editions.values()
    ranks = [
        f"!{verb} {row.name} {edition.year}"
        for verb, edition in product(("rank", "where"), editions)
        for row in edition.ranked
    ]
    assert len(ranks) > ANSWERS_KEPT
    return cycle(ranks)


def worked_out(question: str) -> str:
    """Return a question with so much space after its first word that its answer is not kept."""
    first, _, rest = question.partition(" ")
    return f"{first}{' ' * LONGEST_REMEMBERED}{rest}"


QUESTIONS = {
    **{text: text for text in SAME},
    **{f"{text}, worked out anew": worked_out(text) for text in (SAME[0], SAME[-1])},
}
"""Messages that are answered, by what they are called."""
