"""An economy in the index: its seven pillars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import formats
from bot.replies.pictures.framing import doubt, hollow_legend, score_scale, source
from bot.replies.pictures.model import EconomyPicture, Panel, Row
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.answers.model import EconomyAnswer, PillarFigures


def economy_picture(answer: EconomyAnswer) -> EconomyPicture | None:
    """Return the scores and ranks of an economy's pillars, or None where the index does not rank it."""
    if answer.rank is None or answer.score is None or not answer.pillars:
        return None
    rows = tuple(map(_row, answer.pillars))
    return EconomyPicture(
        title=say(
            "economy.ranked",
            place=answer.economy.short_name,
            rank=formats.figure(answer.rank),
            edition=answer.edition,
            score=formats.figure(answer.score),
        ),
        subtitle=say("picture.economy"),
        legend=hollow_legend(row.doubt for row in rows),
        notes=(),
        source=source((answer.rank,)),
        panel=Panel(say("picture.heading.score"), score_scale(), rows),
    )


def _row(figures: PillarFigures) -> Row:
    name = formats.sentence_case(say(f"pillar.{figures.pillar}"))
    label = say("picture.label.pillar", score=formats.figure(figures.score), rank=formats.figure(figures.rank))
    return Row(name, float(figures.score.value), label, doubt(figures.score))
