"""Wording of `history`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import Standing
from bot.replies import formats
from bot.replies.composing.notes import doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.model import EconomyHistoryAnswer, HistoryAnswer, Year
    from bot.answers.values import Value


def compose_history(answer: HistoryAnswer) -> Reply:
    """Say every edition held of a cluster; editions that are not in our sources are named as such."""
    known = [year for year in answer.years if year.standing is not Standing.UNKNOWN]
    unknown = [year.edition for year in answer.years if year.standing is Standing.UNKNOWN]
    values = [year.value for year in known if year.value is not None]
    notes = list(doubt_notes(answer.caveats))
    if unknown:
        notes.insert(0, say("history.unknown", editions=formats.numbers(unknown)))
    if any(year.method_break for year in known):
        notes.insert(0, say("history.breaks"))
    if answer.successors:
        notes.append(say("rank.split", others=formats.joined(other.name for other in answer.successors)))
    ranked = [year.value for year in known if year.standing is Standing.RANKED and year.value is not None]
    title = _title(formats.cluster_name(answer.cluster, answer.economies), ranked)
    marks = formats.Marks(values)
    lines = (title, *(_line(answer, year, marks) for year in known))
    return Reply(answer.status, lines, tuple(notes), formats.source_line(values, marked=True))


def _title(place: str, ranks: Sequence[Value]) -> str:
    if not ranks:
        return say("history.title", place=place)
    last, first = ranks[0], ranks[-1]
    if first is last:
        return say("rank.ranked", place=place, rank=formats.figure(last), edition=last.edition)
    return say(
        "history.title_span",
        place=place,
        first=formats.figure(first),
        oldest=first.edition,
        last=formats.figure(last),
        newest=last.edition,
    )


def _line(answer: HistoryAnswer, year: Year, marks: formats.Marks) -> str:
    assert year.value is not None
    match year.standing:
        case Standing.RANKED:
            what = formats.figure(year.value)
        case Standing.MEMBER:
            what = say("history.member")
        case _:
            what = say("history.absent")
    what += marks.of(year.value)
    key = "history.line" if year.published_name == answer.cluster.name else "history.line_name"
    line = say(key, edition=year.edition, rank=what, name=year.published_name)
    return say("history.break_mark", line=line) if year.method_break else line


def compose_economy_history(answer: EconomyHistoryAnswer) -> Reply:
    """Say an economy's rank and score in every edition held."""
    lines = [_title(formats.economy_name(answer.economy), answer.ranks)]
    for rank, score in zip(answer.ranks, answer.scores, strict=True):
        lines.append(
            say(
                "history.economy_line",
                edition=rank.edition,
                rank=formats.figure(rank),
                score=formats.figure(score),
            )
        )
    notes = (say("economy.model_change"),) if answer.caveats else ()
    return Reply(answer.status, tuple(lines), notes, formats.source_line(answer.ranks))
