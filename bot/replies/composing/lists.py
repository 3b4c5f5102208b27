"""Wording of `top`, `bottom` and `movers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import CaveatKind, Unit
from bot.rankings.model import RANKS_PUBLISHED, Measure
from bot.replies import formats
from bot.replies.composing.notes import break_notes, doubt_notes
from bot.replies.formats import SmallPrint
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import EconomyMoversAnswer, Entry, Move, MoversAnswer, TopAnswer


def compose_top(answer: TopAnswer) -> Reply:
    """Say a list, what is missing from it, and where the whole one is."""
    if not answer.entries and answer.members:
        names = formats.joined(answer.members)
        line = say("top.members_only", edition=answer.edition, names=names)
        return Reply(answer.status, (line,), source=formats.source_line(answer.values))
    if not answer.entries:
        within = answer.query.within or RANKS_PUBLISHED
        area = formats.sentence_case(formats.the(answer.area))
        none = say("top.none", area=area, within=within, edition=answer.edition)
        if answer.query.measure is not Measure.SIZE:
            by = say(f"measure.{answer.query.measure}")
            none = say("top.none_by", area=area, within=within, edition=answer.edition, measure=by)
        total = () if answer.total is None else (answer.total,)
        return Reply(answer.status, (none,), source=formats.source_line(total))
    small = SmallPrint(entry.value for entry in answer.entries)
    lines = (title_of(answer), *(_line(entry, small) for entry in answer.entries))
    notes = [*missing_notes(answer), *doubt_notes(answer.caveats)]
    return Reply(answer.status, lines, tuple(notes), small.line)


def _partial(answer: TopAnswer) -> bool:
    return any(caveat.kind is CaveatKind.PARTIAL_TABLE for caveat in answer.caveats)


def title_of(answer: TopAnswer) -> str:
    """Return the title of a list, with what was left out of it."""
    title = _title(answer)
    return (
        say("top.without", title=title, names=formats.joined(map(formats.the, answer.without)))
        if answer.without
        else title
    )


def _title(answer: TopAnswer) -> str:
    """Return a title that claims no more than is held: a list with gaps is one of known figures."""
    query = answer.query
    area = formats.the(answer.area) if answer.area else ""
    if query.within is not None:
        title = say("top.title_within", area=answer.area, within=query.within, edition=answer.edition)
        by_size = query.measure is Measure.SIZE
        return title if by_size else say("top.by", title=title, measure=say(f"measure.{query.measure}"))
    if query.first > 1:
        last = query.first + query.count - 1
        return say("top.title_ranks", first=query.first, last=last, edition=answer.edition)
    if not answer.gaps and _partial(answer):
        key = "top.title_known_last" if query.from_end else "top.title_known"
        what = say(f"whats.{query.measure}")
        title = say(key, what=what if not query.from_end else what.lower(), edition=answer.edition)
        return say("top.of", title=title, area=area) if area else title
    key = "top.title_last" if query.from_end else "top.title"
    title = say_count(key, query.count if answer.gaps else len(answer.entries), edition=answer.edition)
    whole = area and not query.from_end and not query.without
    if whole and answer.total is not None and len(answer.entries) == int(answer.total.value):
        title = say_count("top.title_all", len(answer.entries), area=area, edition=answer.edition)
    elif area:
        title = say_count(f"{key}_area", len(answer.entries), area=area, edition=answer.edition)
    if query.measure is Measure.SIZE:
        return title
    return say("top.by", title=title, measure=say(f"measure.{query.measure}"))


def _line(entry: Entry, small: SmallPrint) -> str:
    place = formats.cluster_name(entry.cluster, entry.economies) + small.mark(entry.value)
    shown = formats.figure(entry.value)
    if entry.value.unit is Unit.RANK:
        return say("top.line", position=shown, place=place)
    if entry.position is None:
        return say("top.line_unnumbered", place=place, value=shown)
    return say("top.line_value", position=f"#{entry.position}", place=place, value=shown)


def missing_notes(answer: TopAnswer) -> list[str]:
    """Say what a list lacks, and where the whole one is."""
    notes: list[str] = []
    if _partial(answer):
        what = say(f"what.{answer.query.measure}")
        if answer.gaps:
            note = say_count("top.gaps", len(answer.gaps), gaps=formats.numbers(answer.gaps))
        elif answer.total is None or answer.without:
            note = say("top.partial_area_open", edition=answer.edition)
        elif answer.query.within is not None:
            note = say("top.partial_within", within=answer.query.within)
        elif answer.area:
            area = formats.sentence_case(formats.the(answer.area))
            note = say("top.partial_area", area=area, total=answer.total.value, what=what, held=answer.held)
        else:
            note = say("top.partial", what=what, held=answer.held)
        complete = () if answer.complete is None else (say("top.complete", edition=answer.complete),)
        notes.append(" ".join((note, *complete)))
    if answer.members:
        notes.append(say("top.members", names=formats.joined(answer.members)))
    return notes


def compose_movers(answer: MoversAnswer) -> Reply:
    """Say the largest moves, the change of method between the editions, and how many clusters they are among."""
    title = say(f"movers.title.{answer.query.direction}", before=answer.before, edition=answer.edition)
    if answer.area:
        title = say("movers.title_area", title=title, area=answer.area)
    if answer.query.within is not None:
        title = say("movers.title_within", title=title, within=answer.query.within, edition=answer.edition)
    if answer.query.by > 1:
        title = say("movers.title_by", title=title, by=answer.query.by)
    small = SmallPrint(value for move in answer.moves for value in (move.before, move.after))
    lines = tuple(_move(move, small) for move in answer.moves) or (say("movers.none"),)
    partial = any(caveat.kind is CaveatKind.PARTIAL_TABLE for caveat in answer.caveats)
    known = (say_count("movers.known", answer.known),) if partial else ()
    notes = (*break_notes(answer.caveats), *known, *doubt_notes(answer.caveats))
    return Reply(answer.status, (title, *lines), notes, small.line)


def compose_economy_movers(answer: EconomyMoversAnswer) -> Reply:
    """Say which economies moved most in the index."""
    title = say(f"movers.title.{answer.query.direction}", before=answer.before, edition=answer.edition)
    title = say("movers.title_index", title=title)
    if answer.area:
        title = say("movers.title_area", title=title, area=answer.area)
    if answer.query.by > 1:
        title = say("movers.title_by", title=title, by=answer.query.by)
    lines = [
        say(
            "movers.line",
            change=formats.figure(move.change),
            place=formats.economy_name(move.economy),
            before=formats.figure(move.before),
            after=formats.figure(move.after),
        )
        for move in answer.moves
    ]
    notes = (say("economy.model_change"),)
    return Reply(answer.status, (title, *(lines or [say("movers.none")])), notes, formats.source_line(answer.values))


def _move(move: Move, small: SmallPrint) -> str:
    return say(
        "movers.line",
        change=formats.figure(move.change),
        place=formats.cluster_name(move.cluster, move.economies) + small.mark(move.change),
        before=formats.figure(move.before),
        after=formats.figure(move.after),
    )
