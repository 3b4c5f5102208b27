"""Clusters or economies side by side: one panel for each measure that all of them have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Unit
from bot.replies import formats
from bot.replies.composing.compare import economies_verdict, verdict
from bot.replies.composing.notes import doubt_notes
from bot.replies.pictures.framing import amount_scale, doubt, hollow_legend, rank_scale, score_scale, source
from bot.replies.pictures.model import ComparePicture, Panel, Row, Scale
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.model import CompareAnswer, CompareEconomiesAnswer, Side
    from bot.answers.values import Value


def compare_picture(answer: CompareAnswer) -> ComparePicture | None:
    """Return clusters side by side, or None where fewer than two have the figure asked for.

    Where no edition has all of them, only the figure asked for is shown, each with its edition.
    """
    held = [side for side in answer.sides if side.value is not None]
    if len(held) < 2:
        return None
    columns = [_first_column(held), *(list(contest.figures) for contest in answer.contests)]
    names = [side.cluster.name for side in held]
    values = [value for column in columns for value in column]
    older = answer.edition not in (None, answer.asked)
    across = answer.edition is None
    said = formats.without_stop(verdict(answer))
    listed = formats.joined(names)
    return ComparePicture(
        title=listed if across else said,
        subtitle=said if across else say("picture.compare", names=listed, edition=answer.edition),
        legend=hollow_legend(map(doubt, values)),
        notes=(
            *((say("compare.older", edition=answer.edition, asked=answer.asked),) if older else ()),
            *((say("compare.across"),) if across else ()),
            *(_without_figure(side) for side in answer.sides if side.value is None),
            *doubt_notes(answer.caveats),
        ),
        source=source(values),
        panels=tuple(_panel(_heading(answer, column[0]), names, column, with_edition=across) for column in columns),
    )


def compare_economies_picture(answer: CompareEconomiesAnswer) -> ComparePicture | None:
    """Return economies side by side by rank and score, or None where fewer than two are ranked."""
    pairs = [(side.economy, side.rank, side.score) for side in answer.sides]
    held = [(economy, rank, score) for economy, rank, score in pairs if rank is not None and score is not None]
    if len(held) < 2:
        return None
    names = [economy.short_name for economy, _, _ in held]
    ranks, scores = [rank for _, rank, _ in held], [score for _, _, score in held]
    missing = [economy.short_name for economy, rank, _ in pairs if rank is None]
    return ComparePicture(
        title=formats.without_stop(economies_verdict(answer)),
        subtitle=say("picture.compare", names=formats.joined(names), edition=answer.edition),
        legend=hollow_legend(map(doubt, ranks)),
        notes=tuple(say("compare.economy_none", place=name) for name in missing),
        source=source((*ranks, *scores)),
        panels=(
            _panel(say("picture.heading.rank"), names, ranks),
            _panel(say("picture.heading.score"), names, scores, score_scale()),
        ),
    )


def _first_column(sides: Sequence[Side]) -> list[Value]:
    return [side.value for side in sides if side.value is not None]


def _heading(answer: CompareAnswer, value: Value) -> str:
    """Return the name of a measure, with its edition where an older one had to serve."""
    heading = say(f"picture.heading.{value.measure}")
    if answer.edition in (None, value.edition):
        return heading
    return say("picture.heading_older", heading=heading, edition=value.edition)


def _panel(
    heading: str,
    names: Sequence[str],
    values: Sequence[Value],
    scale: Scale | None = None,
    *,
    with_edition: bool = False,
) -> Panel:
    amounts = [float(value.value) for value in values]
    ranked = values[0].unit is Unit.RANK
    return Panel(
        heading=heading,
        scale=scale or (rank_scale(amounts) if ranked else amount_scale(amounts)),
        rows=tuple(
            Row(name, float(value.value), _label(value, with_edition=with_edition), doubt(value))
            for name, value in zip(names, values, strict=True)
        ),
    )


def _label(value: Value, *, with_edition: bool) -> str:
    shown = formats.figure(value)
    return say("picture.label.edition", value=shown, edition=value.edition) if with_edition else shown


def _without_figure(side: Side) -> str:
    if side.member_of is None:
        return say("compare.line_none", place=side.cluster.name)
    return say("compare.line_member", place=side.cluster.name, edition=side.member_of)
