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

    from bot.answers.model import EconomyHistoryAnswer, HistoriesAnswer, HistoryAnswer, Year
    from bot.answers.values import Value


def compose_history(answer: HistoryAnswer) -> Reply:
    """Say every edition held of a cluster; editions that are not in our sources are named as such."""
    known = [year for year in answer.years if year.standing in (Standing.RANKED, Standing.MEMBER)]
    absent = [year.edition for year in answer.years if year.standing is Standing.ABSENT]
    unknown = [year.edition for year in answer.years if year.standing is Standing.UNKNOWN]
    values = [year.value for year in answer.years if year.value is not None]
    notes = list(doubt_notes(answer.caveats))
    if unknown:
        notes.insert(0, say("history.unknown", editions=formats.numbers(unknown)))
    if absent:
        notes.insert(0, say("history.absent_in", editions=formats.numbers(absent)))
    if any(year.method_break for year in known):
        notes.insert(0, say("history.breaks"))
    if answer.successors:
        notes.append(say("rank.split", others=formats.joined(other.name for other in answer.successors)))
    ranked = [year.value for year in known if year.standing is Standing.RANKED and year.value is not None]
    place = formats.cluster_name(answer.cluster, answer.economies)
    member = next((year.edition for year in known if year.standing is Standing.MEMBER), None)
    if not ranked and member is not None:
        title = say("rank.member", place=place, edition=member)
    else:
        title = title_of(place, ranked)
    small = formats.SmallPrint(values)
    lines = (title, *(_line(answer, year, small) for year in known))
    return Reply(answer.status, lines, tuple(notes), small.line)


def title_of(place: str, ranks: Sequence[Value]) -> str:
    """Return from where to where a cluster or an economy went; `ranks` are newest first."""
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


def _line(answer: HistoryAnswer, year: Year, small: formats.SmallPrint) -> str:
    assert year.value is not None
    what = formats.figure(year.value) if year.standing is Standing.RANKED else say("history.member")
    what += small.mark(year.value)
    key = "history.line" if year.published_name == answer.cluster.name else "history.line_name"
    line = say(key, edition=year.edition, rank=what, name=year.published_name)
    return say("history.break_mark", line=line) if year.method_break else line


def compose_economy_history(answer: EconomyHistoryAnswer) -> Reply:
    """Say an economy's rank and score in every edition held."""
    lines = [title_of(formats.economy_name(answer.economy), answer.ranks)]
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


def compose_histories(answer: HistoriesAnswer) -> Reply:
    """Say every rank held, a line for each cluster or economy, newest first."""
    small = formats.SmallPrint(answer.values)
    lines = [say("histories.title")]
    for history in answer.clusters:
        ranks = [year.value for year in history.years if year.standing is Standing.RANKED and year.value is not None]
        lines.append(_ranks(formats.cluster_name(history.cluster, history.economies), ranks, small))
    lines.extend(_ranks(formats.economy_name(each.economy), each.ranks, small) for each in answer.economies)
    notes = doubt_notes(answer.caveats)
    return Reply(answer.status, tuple(lines), notes, small.line)


def _ranks(place: str, ranks: Sequence[Value], small: formats.SmallPrint) -> str:
    if not ranks:
        return say("histories.none", place=place)
    each = (say("histories.rank", rank=formats.figure(rank) + small.mark(rank), edition=rank.edition) for rank in ranks)
    return say("histories.line", place=place, ranks=", ".join(each))
