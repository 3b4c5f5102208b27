"""Wording of `compare`: the verdict first, then a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.model import Measure, Pillar
from bot.replies import formats
from bot.replies.composing.notes import doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import CompareAnswer, CompareEconomiesAnswer, Contest, EconomySide, Side


def compose_compare(answer: CompareAnswer) -> Reply:
    """Say who leads and by how much, or why that cannot be said."""
    notes = list(doubt_notes(answer.caveats))
    used = {side.value.edition for side in answer.sides if side.value is not None}
    if len(used) > 1:
        notes.insert(0, say("compare.across"))
    if answer.edition not in (None, answer.asked):
        notes.insert(0, say("compare.older", edition=answer.edition, asked=answer.asked))
    values = [side.value for side in answer.sides if side.value is not None]
    values.extend(value for contest in answer.contests for value in contest.figures)
    lines = [verdict(answer), *(_line(answer, side) for side in answer.sides)]
    lines.extend(_contest(answer, contest) for contest in answer.contests)
    if answer.contests:
        lines.append(_score(answer))
    return Reply(answer.status, tuple(lines), tuple(notes), formats.source_line(values))


def verdict(answer: CompareAnswer) -> str:
    """Say who leads and by how much, that nobody does, or that it cannot be said."""
    if answer.edition is None:
        return say("compare.no_common")
    if answer.margin is None:
        return say("compare.draw", places=formats.joined(x.name for x in answer.leaders), edition=answer.edition)
    place = answer.leaders[0].name
    margin = formats.margin(answer.margin)
    if answer.query.measure is Measure.SIZE:
        return say("compare.leads", place=place, edition=answer.edition, margin=margin)
    measure = say(f"measure.{answer.query.measure}")
    return say("compare.leads_by", place=place, edition=answer.edition, measure=measure, margin=margin)


def _line(answer: CompareAnswer, side: Side) -> str:
    place = formats.cluster_name(side.cluster, side.economies)
    if side.value is None:
        if side.member_of is None:
            return say("compare.line_none", place=place)
        return say("compare.line_member", place=place, edition=side.member_of)
    value = formats.figure(side.value)
    if answer.edition is None:
        return say("compare.line_edition", value=value, place=place, edition=side.value.edition)
    return say("compare.line", value=value, place=place)


def _contest(answer: CompareAnswer, contest: Contest) -> str:
    """Return a measure with everybody's figure, best first; where that of an older edition serves, it is named."""
    sign = 1 if contest.measure.lower_is_better else -1
    sides = sorted(zip(answer.sides, contest.figures, strict=True), key=lambda pair: sign * float(pair[1].value))
    figures = ", ".join(
        say("compare.figure", place=side.cluster.name, value=formats.figure(value)) for side, value in sides
    )
    measure = formats.sentence_case(say(f"contest.{contest.measure}"))
    key = "compare.contest" if contest.edition == answer.edition else "compare.contest_older"
    return say(key, measure=measure, edition=contest.edition, figures=figures)


def _score(answer: CompareAnswer) -> str:
    """Return who is ahead in how many of the other measures."""
    parts = [
        say("compare.lead_in", place=side.cluster.name, count=count)
        for side, count in sorted(zip(answer.sides, answer.lead_in, strict=True), key=lambda pair: -pair[1])
        if count
    ]
    if answer.even:
        parts.append(say("compare.even", count=answer.even))
    return say_count("compare.score", len(answer.contests), parts=", ".join(parts))


def compose_compare_economies(answer: CompareEconomiesAnswer) -> Reply:
    """Say which economy leads in the index or a pillar."""
    lines = (economies_verdict(answer), *map(_economy_line, answer.sides))
    values = [side.rank for side in answer.sides if side.rank is not None]
    lead = answer.score_lead
    notes = () if lead is None else (say("compare.score_lead", points=formats.figure(lead)),)
    return Reply(answer.status, lines, notes, formats.source_line(values))


def economies_verdict(answer: CompareEconomiesAnswer) -> str:
    """Say which economy leads and by how much, or which one is not ranked."""
    first, second = answer.sides[0], answer.sides[1]
    if answer.margin is None:
        missing = formats.joined(formats.the(side.economy.short_name) for side in answer.sides if side.rank is None)
        return say("compare.economies_partial", missing=formats.sentence_case(missing), edition=answer.edition)
    if answer.margin.value == 0:
        places = formats.joined((first.economy.short_name, second.economy.short_name))
        return say("compare.economies_level", places=places, edition=answer.edition)
    place = formats.sentence_case(formats.the(first.economy.short_name))
    margin = formats.margin(answer.margin)
    if answer.query.pillar is Pillar.GII:
        return say("compare.leads", place=place, edition=answer.edition, margin=margin)
    pillar = say(f"pillar.{answer.query.pillar}")
    return say("compare.leads_in", place=place, edition=answer.edition, measure=pillar, margin=margin)


def _economy_line(side: EconomySide) -> str:
    place = formats.economy_name(side.economy)
    if side.rank is None or side.score is None:
        return say("compare.economy_none", place=place)
    return say("compare.economy_line", rank=formats.figure(side.rank), place=place, score=formats.figure(side.score))
