"""What the clients are asked: the same again and again, as in a crowd, and something else each time."""

from __future__ import annotations

from itertools import cycle, product, repeat
from typing import TYPE_CHECKING

from bot.pipeline import ANSWERS_KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.pipeline import Pipeline

NOT_ASKED = "not a question"
NEVER_THE_SAME = "!rank …, never the same"
FREE = "!which german clusters fell since 2024"

SAME = ("!rank London", "!top 10 China", "!compare London vs Paris", "!rank Londn", FREE)


def questions(pipeline: Pipeline) -> Mapping[str, Iterator[str]]:
    """Return messages without end by what they are called.

    Those that never are the same come round again when a pipeline keeps their answers no more.
    """
    editions = pipeline.rankings.editions.values()
    ranks = [
        f"!{verb} {row.name} {edition.year}"
        for verb, edition in product(("rank", "where"), editions)
        for row in edition.ranked
    ]
    assert len(ranks) > ANSWERS_KEPT
    return {**{text: repeat(text) for text in SAME}, NEVER_THE_SAME: cycle(ranks), NOT_ASKED: repeat(NOT_ASKED)}
