"""Wording of single figures: the nth cluster, a measure, a pillar, a move, newcomers, a streak, a published fact."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.answers.values import CaveatKind, Unit
from bot.replies import formats
from bot.replies.composing.notes import break_notes, doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import (
        CrossersAnswer,
        EconomyNthAnswer,
        Entry,
        FactAnswer,
        HoldersAnswer,
        MeasureAnswer,
        MovedAnswer,
        NewcomersAnswer,
        NthAnswer,
        PillarAnswer,
        RegularsAnswer,
        StreakAnswer,
    )
    from bot.answers.values import Value

DATES = ("release_date_clusters", "release_date_index")
"""Published facts whose value is a date, as ISO 8601 has it."""


def compose_nth(answer: NthAnswer) -> Reply:
    """Say which cluster stands at a position, and whether another may stand before it."""
    query = answer.query
    key = "nth.from_last" if query.from_end else "nth.from_best"
    position = say(key, position=query.position, measure=say(f"measure.{query.measure}"))
    place = formats.cluster_name(answer.entry.cluster, answer.entry.economies)
    parts = {"position": position, "edition": answer.edition, "place": place, "area": answer.area}
    line = say("nth.found_area" if answer.area else "nth.found", value=formats.figure(answer.entry.value), **parts)
    notes = () if answer.certain else (say("nth.uncertain", edition=answer.edition),)
    return Reply(answer.status, (line,), (*notes, *doubt_notes(answer.caveats)), formats.source_line(answer.values))


def compose_measure(answer: MeasureAnswer) -> Reply:
    """Say what a cluster measures."""
    place = formats.cluster_name(answer.cluster, answer.economies)
    standings = {value.measure.removesuffix("_rank"): formats.figure(value) for value in answer.standings}
    parts = [
        say("measure.placed", figure=formats.described(value), place=standings[value.measure])
        if value.measure in standings
        else formats.described(value)
        for value in answer.figures
    ]
    if answer.together is not None:
        parts.append(say("measure.together", total=formats.figure(answer.together)))
    line = say("measure.found", place=place, edition=answer.edition, figures=" · ".join(parts))
    notes = () if answer.edition == answer.asked else (say("measure.older", asked=answer.asked),)
    return Reply(answer.status, (line,), (*notes, *doubt_notes(answer.caveats)), formats.source_line(answer.values))


def compose_pillar(answer: PillarAnswer) -> Reply:
    """Say where an economy stands in a pillar."""
    line = say(
        "pillar.found",
        place=formats.economy_name(answer.economy),
        rank=formats.figure(answer.rank),
        pillar=say(f"pillar.{answer.query.pillar}"),
        edition=answer.edition,
        score=formats.figure(answer.score),
    )
    return Reply(answer.status, (line,), source=formats.source_line(answer.values))


def compose_economy_nth(answer: EconomyNthAnswer) -> Reply:
    """Say which economy stands at a position."""
    query = answer.query
    key = "nth.from_last" if query.from_end else "nth.from_best"
    groups = [answer.area, say(f"income.{query.income_group}") if query.income_group else ""]
    line = say(
        "nth.economy",
        position=say(key, position=query.position, measure=say(f"pillar.{query.pillar}")),
        among="".join(say("nth.among", group=group) for group in groups if group),
        edition=answer.edition,
        place=formats.economy_name(answer.entry.economy),
        rank=formats.figure(answer.entry.rank),
        score=formats.figure(answer.entry.score),
    )
    return Reply(answer.status, (line,), source=formats.source_line(answer.values))


def compose_moved(answer: MovedAnswer) -> Reply:
    """Say how a cluster or an economy moved, and whether the method changed meanwhile."""
    change = int(answer.change.value)
    key = "moved.same" if change == 0 else "moved.up" if change > 0 else "moved.down"
    line = say(
        key,
        place=f"{''.join(map(formats.flag, answer.economies))} {answer.name}".strip(),
        amount=abs(change),
        before=formats.figure(answer.before),
        after=formats.figure(answer.after),
        old=answer.before.edition,
        new=answer.after.edition,
    )
    model = any(caveat.kind is CaveatKind.MODEL_CHANGE for caveat in answer.caveats)
    notes = (*break_notes(answer.caveats), *doubt_notes(answer.caveats))
    if model:
        notes = (*notes, say("economy.model_change"))
    return Reply(answer.status, (line,), notes, formats.source_line(answer.values))


def compose_newcomers(answer: NewcomersAnswer) -> Reply:
    """Say which clusters are known to have entered or left."""
    key = "left.title" if answer.query.left else "new.title"
    title = say_count(key, len(answer.clusters), edition=answer.edition)
    if answer.area:
        title = say("new.among", title=title, area=answer.area)
    small = formats.SmallPrint(entry.value for entry in answer.clusters)
    lines = (title, *(_newcomer(entry, small) for entry in answer.clusters))
    notes = () if answer.whole else (say("new.partial"),)
    return Reply(answer.status, lines, notes, small.line)


def _newcomer(entry: Entry, small: formats.SmallPrint) -> str:
    place = formats.cluster_name(entry.cluster, entry.economies)
    rank = formats.figure(entry.value) if entry.value.unit is Unit.RANK else ""
    return say("new.line", place=place, rank=rank).strip() + small.mark(entry.value)


def compose_crossers(answer: CrossersAnswer) -> Reply:
    """Say which clusters are known to have come among the leading ones, or to have left them."""
    small = formats.SmallPrint(answer.values)
    key, none = ("crossers.left", "crossers.left.none") if answer.query.left else ("crossers.new", "crossers.new.none")
    span = {"within": answer.query.within, "before": answer.before, "edition": answer.edition}
    title = say_count(key, len(answer.entries), **span) if answer.entries else say(none, **span)
    if answer.area:
        title = say("movers.title_area", title=title, area=answer.area)
    lines = [
        _crosser(formats.cluster_name(entry.cluster, entry.economies), ranks, small) for entry, *ranks in answer.entries
    ]
    notes = [] if answer.whole else [say("new.partial")]
    if answer.open:
        notes.append(say("regulars.open", names=formats.joined(answer.open)))
    notes = [*notes, *break_notes(answer.caveats), *doubt_notes(answer.caveats)]
    return Reply(answer.status, (title, *lines), tuple(notes), small.line)


def _crosser(place: str, ranks: list[Value | None], small: formats.SmallPrint) -> str:
    before, after = (formats.figure(value) if value is not None else "" for value in ranks)
    held = next((value for value in reversed(ranks) if value is not None), None)
    marked = "" if held is None else small.mark(held)
    if before and after:
        return say("crossers.line", place=place, before=before, after=after) + marked
    return say("new.line", place=place, rank=after or before).strip() + marked


def compose_streak(answer: StreakAnswer) -> Reply:
    """Say in which editions a cluster held a rank."""
    line = say_count(
        "streak.found",
        len(answer.editions),
        place=formats.cluster_name(answer.cluster, answer.economies),
        rank=f"#{answer.query.rank}",
        editions=formats.numbers(answer.editions),
    )
    notes = (say("streak.unknown", editions=formats.numbers(answer.unknown)),) if answer.unknown else ()
    return Reply(answer.status, (line,), notes, formats.source_line(answer.values))


def compose_holders(answer: HoldersAnswer) -> Reply:
    """Say who held a rank, edition by edition."""
    small = formats.SmallPrint(answer.values)
    lines = [say("holders.title", rank=f"#{answer.query.rank}")]
    for entry in answer.entries:
        place = formats.cluster_name(entry.cluster, entry.economies) + small.mark(entry.value)
        lines.append(say("holders.line", edition=entry.value.edition, place=place))
    notes = (say("streak.unknown", editions=formats.numbers(answer.unknown)),) if answer.unknown else ()
    return Reply(answer.status, tuple(lines), notes, small.line)


def compose_regulars(answer: RegularsAnswer) -> Reply:
    """Say which clusters were always among the leading ones, and of which, and when, that is not known."""
    small = formats.SmallPrint(answer.values)
    span = {"within": answer.query.within, "first": answer.first, "last": answer.last}
    title = say("regulars.title" if answer.entries else "regulars.none", **span)
    if answer.area:
        title = say("movers.title_area", title=title, area=answer.area)
    lines = [
        say(
            "top.line",
            position=formats.figure(entry.value),
            place=formats.cluster_name(entry.cluster, entry.economies) + small.mark(entry.value),
        )
        for entry in answer.entries
    ]
    notes = [say("regulars.ranks", edition=answer.last)] if lines else []
    if answer.blank:
        notes.append(say("regulars.blank", within=answer.query.within, editions=formats.numbers(answer.blank)))
    if answer.open:
        notes.append(say("regulars.open", names=formats.joined(answer.open)))
    return Reply(answer.status, (title, *lines), (*notes, *doubt_notes(answer.caveats)), small.line)


def compose_fact(answer: FactAnswer) -> Reply:
    """Say what was published, with the source's own qualifier."""
    lines = tuple(_fact(value, qualifier) for value, qualifier in answer.facts)
    return Reply(answer.status, lines, doubt_notes(answer.caveats), formats.source_line(answer.values))


def _fact(value: Value, qualifier: str) -> str:
    shown = f"{value.value:g}%" if value.unit is Unit.PERCENT else formats.figure(value).removeprefix("#")
    if value.measure in DATES:
        shown = formats.day(date.fromisoformat(str(value.value)))
    line = say(
        f"fact.{value.measure}",
        subject=value.subject,
        edition=value.edition,
        value=shown,
        qualifier=qualifier,
    )
    return formats.sentence_case(line.replace("  ", " "))
