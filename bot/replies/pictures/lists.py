"""Lists: clusters by a measure, and economies by the index or a pillar."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.replies import formats
from bot.replies.composing.economies import ranking_title
from bot.replies.composing.lists import missing_notes, title_of
from bot.replies.composing.notes import doubt_notes
from bot.replies.pictures.framing import amount_scale, doubt, hollow_legend, rank_scale, score_scale, source
from bot.replies.pictures.model import LINES_MAXIMUM, Gap, Panel, Row, TopPicture
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import EconomyRankingAnswer, Entry, TopAnswer


def top_picture(answer: TopAnswer) -> TopPicture | None:
    """Return a list of clusters with its gaps in their places, or None where it has fewer than two lines.

    Shares and counts are bars from zero; ranks are dots between a round rank and rank 1. At most 25 lines are shown.
    """
    entries = answer.entries[:LINES_MAXIMUM]
    if len(entries) < 2:
        return None
    values = [entry.value for entry in entries]
    amounts = [float(value.value) for value in values]
    ranked = answer.query.measure.lower_is_better
    heading = say(f"picture.heading.{values[0].measure}")
    whole = len(answer.entries)
    return TopPicture(
        title=title_of(answer),
        subtitle=heading
        if whole <= LINES_MAXIMUM
        else say("picture.top.first", heading=heading, shown=len(entries), held=whole),
        legend=hollow_legend(map(doubt, values)),
        notes=(
            *missing_notes(answer),
            *doubt_notes(caveat for caveat in answer.caveats if caveat.subject in {value.subject for value in values}),
        ),
        source=source(values),
        panel=Panel(heading, rank_scale(amounts) if ranked else amount_scale(amounts), _with_gaps(entries, answer)),
    )


def economies_picture(answer: EconomyRankingAnswer) -> TopPicture | None:
    """Return economies by their scores, or None where the list has fewer than two lines."""
    entries = answer.entries[:LINES_MAXIMUM]
    if len(entries) < 2:
        return None
    heading = say("picture.heading.score")
    rows = tuple(
        Row(
            entry.economy.short_name,
            float(entry.score.value),
            formats.figure(entry.score),
            doubt(entry.rank),
            formats.figure(entry.rank),
        )
        for entry in entries
    )
    whole = len(answer.entries)
    return TopPicture(
        title=ranking_title(answer),
        subtitle=heading
        if whole <= LINES_MAXIMUM
        else say("picture.top.first", heading=heading, shown=len(entries), held=whole),
        legend=hollow_legend(row.doubt for row in rows),
        notes=(say("economies.of", shown=len(entries), of=answer.of),) if len(entries) < answer.of else (),
        source=source(entry.rank for entry in entries),
        panel=Panel(heading, score_scale(), rows),
    )


def _with_gaps(entries: tuple[Entry, ...], answer: TopAnswer) -> tuple[Row | Gap, ...]:
    """Return the lines in their order, with one line for each run of ranks that is not held."""
    rows = {entry.position: _row(entry) for entry in entries}
    if not answer.gaps:
        return tuple(map(_row, entries))
    whole = len(entries) == len(answer.entries)
    ranks = [rank for rank in rows if rank is not None]
    within = [gap for gap in answer.gaps if whole or min(ranks) < gap < max(ranks)]
    places = sorted((*ranks, *within), reverse=answer.query.from_end)
    lines: list[Row | Gap] = []
    for missing, run in groupby(places, key=lambda place: place not in rows):
        if missing:
            gaps = list(run)
            lines.append(Gap(say_count("picture.gap", len(gaps), gaps=formats.numbers(gaps))))
        else:
            lines += [rows[place] for place in run]
    return tuple(lines)


def _row(entry: Entry) -> Row:
    """Return a line; a rank says its figure in its position, so it has no label of its own."""
    shown = formats.figure(entry.value)
    position = "" if entry.position is None else say("picture.tick", rank=entry.position)
    label = "" if shown == position else shown
    return Row(entry.cluster.name, float(entry.value.value), label, doubt(entry.value), position)
