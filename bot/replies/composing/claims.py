"""Wording of a verdict on a claim: yes, no, or not decided, then what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.figures import RANKS
from bot.answers.values import Unit, Verdict
from bot.questions.assertions import AllOf, Over
from bot.rankings.model import RANKS_PUBLISHED, Pillar
from bot.replies import formats
from bot.replies.composing.notes import break_notes, doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import ClaimAnswer, FlipAnswer, SettleAnswer, VerifyAnswer
    from bot.answers.values import Value

_TOGETHER = {"rank": "claim.ranks", "gii_rank": "claim.ranks_index"}
"""What says the ranks of several in one edition, by the measure they are of."""

_PLACES = {name: measure for measure, name in RANKS.items()}


def compose_claim(answer: ClaimAnswer, *, settled: bool = False) -> Reply:
    """Say whether a claim holds, or that our sources do not decide it and what they do say.

    A question is answered with yes or no, a claim to be settled is true or false.
    """
    grounds = formats.sentence_case("; ".join(_grounds(answer)))
    notes = [*break_notes(answer.caveats), *doubt_notes(answer.caveats)]
    if answer.verdict is Verdict.UNDECIDED:
        lines = [_undecided(answer, settled=settled)]
        if grounds:
            lines.append(say("claim.known", grounds=grounds))
    else:
        lines = [say(f"settle.{answer.verdict}" if settled else f"claim.{answer.verdict}", grounds=grounds)]
        if answer.query.over is Over.ONE and answer.edition != answer.asked:
            notes.insert(0, say("claim.older", edition=answer.edition, asked=answer.asked))
    if answer.holds or answer.fails:
        lines.insert(1, _editions(answer))
    return Reply(answer.status, tuple(lines), tuple(notes), formats.source_line(answer.grounds))


def compose_settle(answer: SettleAnswer) -> Reply:
    """Say the verdict, then the figures; the receipt is small print."""
    reply = compose_claim(answer.judged, settled=True)
    notes = (*reply.notes, compose_flip(answer.flip).lines[0]) if answer.flip is not None else reply.notes
    return replace(reply, notes=notes, receipt=answer.receipt)


def compose_verify(answer: VerifyAnswer) -> Reply:
    """Say whether the verdict stands, then the verdict."""
    reply = compose_claim(answer.judged, settled=True)
    same = answer.before is answer.judged.verdict
    key = ("same" if same else "bug") if answer.same_data else "stands" if same else "changed"
    before = say(f"settle.was.{answer.before}")
    return replace(reply, lines=(say(f"verify.{key}", before=before), *reply.lines), receipt=answer.receipt)


def compose_flip(answer: FlipAnswer) -> Reply:
    """Say where the order of two clusters would turn."""
    names = {"ahead": answer.ahead.name, "behind": answer.behind.name, "edition": answer.edition}
    if answer.level:
        line = say("flip.level", **names)
    elif not answer.weights:
        line = say("flip.never", **names)
    else:
        weights = [
            say(
                "flip.weight",
                measure=say(f"measure.{each.measure}"),
                after=formats.decimals(float(each.after.value)),
            )
            for each in answer.weights
        ]
        before = f"{float(answer.weights[0].before.value):g}"
        line = say("flip.turns", weights=formats.joined(weights), before=before, **names)
    notes = (say("flip.contrary"),) if answer.contrary else ()
    shares = tuple(_shares(answer, name) for name in (answer.ahead.name, answer.behind.name))
    return Reply(answer.status, (line, *shares), notes, formats.source_line(answer.values))


def _shares(answer: FlipAnswer, name: str) -> str:
    figures = " · ".join(
        formats.described(value)
        for value in answer.values
        if value.subject == name and value.unit is Unit.PERCENT and not value.measure.endswith("_weight")
    )
    return say("flip.shares", place=name, figures=figures)


def _undecided(answer: ClaimAnswer, *, settled: bool) -> str:
    if answer.query.over is Over.ONE:
        return say("settle.unknown" if settled else "claim.unknown", edition=answer.asked)
    if answer.before is not None:
        return say("settle.unknown_before" if settled else "claim.unknown_before", before=answer.before)
    return say("settle.unknown_over" if settled else "claim.unknown_over", editions=formats.numbers(answer.needed))


def _editions(answer: ClaimAnswer) -> str:
    if not answer.fails:
        return say("claim.holds", holds=formats.numbers(answer.holds))
    if not answer.holds:
        return say("claim.fails", fails=formats.numbers(answer.fails))
    return say("claim.both", holds=formats.numbers(answer.holds), fails=formats.numbers(answer.fails))


def _grounds(answer: ClaimAnswer) -> list[str]:
    """Return what a verdict rests on, figures of one subject in two editions as one."""
    claimed = answer.query.assertion
    parts_claimed = claimed.parts if isinstance(claimed, AllOf) else (claimed,)
    within = min(getattr(part, "within", RANKS_PUBLISHED) for part in parts_claimed)
    shown = answer.grounds
    if len(shown) == 2 and _same_figure(*shown):
        now, before = shown
        parts = {"figure": formats.figure(before), "before": before.edition}
        return [say("claim.after", now=_ground(now, within), **parts)]
    if len(shown) > 1 and all(value.unit is Unit.RANK and value.measure in _TOGETHER for value in shown):
        editions = dict.fromkeys((value.measure, value.edition) for value in shown)
        return [_ranks([value for value in shown if (value.measure, value.edition) == each]) for each in editions]
    return [_ground(value, within) for value in shown]


def _ranks(values: list[Value]) -> str:
    """Return the ranks of several in one edition: "Munich is #27 and Berlin #30 in 2025"."""
    if len(values) == 1:
        return _ground(values[0], RANKS_PUBLISHED)
    ranks = [
        say("claim.other_rank" if place else "claim.first_rank", subject=formats.the(each.subject), rank=each_rank)
        for place, (each, each_rank) in enumerate((value, formats.figure(value)) for value in values)
    ]
    return say(_TOGETHER[values[0].measure], ranks=formats.joined(ranks), edition=values[0].edition)


def _same_figure(one: Value, other: Value) -> bool:
    return (one.subject, one.measure) == (other.subject, other.measure) and one.unit is not Unit.TRUTH


def _ground(value: Value, within: int) -> str:
    subject = formats.the(value.subject)
    match value.unit:
        case Unit.RANK if value.measure in ("rank", "gii_rank"):
            return say(f"claim.{value.measure}", subject=subject, rank=formats.figure(value), edition=value.edition)
        case Unit.RANK if (pillar := value.measure.removesuffix("_rank")) in set(Pillar):
            rank = formats.figure(value)
            return say(
                "claim.pillar", subject=subject, rank=rank, pillar=say(f"pillar.{pillar}"), edition=value.edition
            )
        case Unit.RANK if value.measure == "rank_by_clusters":
            return say("claim.rank_by_clusters", subject=subject, edition=value.edition)
        case Unit.RANK if value.measure in _PLACES:
            measure = say(f"measure.{_PLACES[value.measure]}")
            return say("claim.place", subject=subject, place=value.value, measure=measure, edition=value.edition)
        case Unit.TIMES:
            return say("claim.times", subject=subject, figure=formats.figure(value))
        case Unit.TRUTH:
            return say("claim.member" if value.value else "claim.absent", subject=subject, edition=value.edition)
        case Unit.COUNT if value.measure == "economies_with_a_cluster":
            return say("claim.economies_counted", count=value.value, edition=value.edition)
        case Unit.COUNT if value.measure == "cluster_count" and within < RANKS_PUBLISHED:
            count = int(value.value)
            if not count:
                return say("claim.none_within", subject=subject, within=within, edition=value.edition)
            return say_count("claim.count_within", count, subject=subject, within=within, edition=value.edition)
        case Unit.COUNT if value.measure == "cluster_count" and not int(value.value):
            return say("claim.none", subject=subject, edition=value.edition)
        case Unit.COUNT if value.measure == "cluster_count":
            return say_count("claim.count", int(value.value), subject=subject, edition=value.edition)
        case Unit.COUNT if value.measure == "cluster_count_at_least":
            return say_count("claim.count_at_least", int(value.value), subject=subject, edition=value.edition)
        case _:
            return say("claim.figure", subject=subject, edition=value.edition, figure=formats.described(value))
