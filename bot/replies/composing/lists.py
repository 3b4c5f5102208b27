"""Wording of `top`, `bottom` and `movers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import CaveatKind, Unit
from bot.rankings.model import Measure
from bot.replies import formats
from bot.replies.composing.notes import break_notes, doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import Entry, Move, MoversAnswer, TopAnswer
    from bot.answers.values import Value


def compose_top(answer: TopAnswer) -> Reply:
    """Say a list, what is missing from it, and where the whole one is."""
    if not answer.entries and not answer.gaps:
        none = say("top.none", area=answer.area, edition=answer.edition)
        return Reply(answer.status, (none,), source=formats.source_line(_totals(answer)))
    values = [entry.value for entry in answer.entries]
    marks = formats.Marks(values)
    lines = (_title(answer), *(_line(entry, marks) for entry in answer.entries))
    notes = [*_missing(answer), *doubt_notes(answer.caveats)]
    return Reply(answer.status, lines, tuple(notes), formats.source_line(values, marked=True))


def _title(answer: TopAnswer) -> str:
    query = answer.query
    if any(entry.position is None for entry in answer.entries):
        key = "top.title_known_area" if answer.area else "top.title_known"
        return say(key, what=say(f"whats.{query.measure}"), area=answer.area, edition=answer.edition)
    key = "top.title_bottom" if query.from_end else "top.title"
    if answer.area:
        title = say_count(f"{key}_area", len(answer.entries), area=answer.area, edition=answer.edition)
    else:
        title = say(key, count=query.count, edition=answer.edition)
    if query.measure is Measure.SIZE:
        return title
    return say("top.by", title=title, measure=say(f"measure.{query.measure}"))


def _line(entry: Entry, marks: formats.Marks) -> str:
    place = formats.cluster_name(entry.cluster, entry.economies) + marks.of(entry.value)
    shown = formats.figure(entry.value)
    if entry.value.unit is Unit.RANK:
        return say("top.line", position=shown, place=place)
    if entry.position is None:
        return say("top.line_unnumbered", place=place, value=shown)
    return say("top.line_value", position=f"#{entry.position}", place=place, value=shown)


def _totals(answer: TopAnswer) -> tuple[Value, ...]:
    return () if answer.total is None else (answer.total,)


def _missing(answer: TopAnswer) -> list[str]:
    if not any(caveat.kind is CaveatKind.PARTIAL_TABLE for caveat in answer.caveats):
        return []
    what = say(f"what.{answer.query.measure}")
    if answer.gaps:
        note = say_count("top.gaps", len(answer.gaps), gaps=formats.numbers(answer.gaps))
    elif not answer.area:
        note = say("top.partial", what=what, held=answer.held)
    elif answer.total is None:
        note = say("top.partial_area_open", edition=answer.edition)
    else:
        note = say("top.partial_area", area=answer.area, total=answer.total.value, what=what, held=answer.held)
    if answer.complete is None:
        return [note]
    return [f"{note} {say('top.complete', edition=answer.complete)}"]


def compose_movers(answer: MoversAnswer) -> Reply:
    """Say the largest moves, the change of method between the editions, and how many clusters they are among."""
    title = say(f"movers.title.{answer.query.direction}", before=answer.before, edition=answer.edition)
    if answer.area:
        title = say("movers.title_area", title=title, area=answer.area)
    marks = formats.Marks(move.change for move in answer.moves)
    lines = tuple(_move(move, marks) for move in answer.moves) or (say("movers.none"),)
    known = (
        (say_count("movers.known", answer.known),)
        if any(caveat.kind is CaveatKind.PARTIAL_TABLE for caveat in answer.caveats)
        else ()
    )
    notes = (*break_notes(answer.caveats), *known, *doubt_notes(answer.caveats))
    return Reply(answer.status, (title, *lines), notes, formats.source_line(answer.values, marked=True))


def _move(move: Move, marks: formats.Marks) -> str:
    return say(
        "movers.line",
        change=formats.figure(move.change),
        place=formats.cluster_name(move.cluster, move.economies) + marks.of(move.change),
        before=formats.figure(move.before),
        after=formats.figure(move.after),
    )
