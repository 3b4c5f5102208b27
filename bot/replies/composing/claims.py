"""Wording of a verdict on a claim: yes, no, or not decided, then what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Unit
from bot.rankings.model import Pillar
from bot.replies import formats
from bot.replies.composing.notes import break_notes, doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import ClaimAnswer
    from bot.answers.values import Value


def compose_claim(answer: ClaimAnswer) -> Reply:
    """Say whether a claim holds, or that our sources do not decide it and what they do say."""
    grounds = formats.sentence_case("; ".join(map(_ground, answer.grounds)))
    notes = [*break_notes(answer.caveats), *doubt_notes(answer.caveats)]
    if answer.verdict is None:
        lines = [say("claim.unknown", edition=answer.asked)]
        if grounds:
            lines.append(say("claim.known", grounds=grounds))
    else:
        lines = [say("claim.true" if answer.verdict else "claim.false", grounds=grounds)]
        if answer.edition != answer.asked:
            notes.insert(0, say("claim.older", edition=answer.edition, asked=answer.asked))
    return Reply(answer.status, tuple(lines), tuple(notes), formats.source_line(answer.grounds))


def _ground(value: Value) -> str:
    subject = formats.the(value.subject)
    match value.unit:
        case Unit.RANK if value.measure in ("rank", "gii_rank"):
            return say(f"claim.{value.measure}", subject=subject, rank=formats.figure(value), edition=value.edition)
        case Unit.RANK if (pillar := value.measure.removesuffix("_rank")) in set(Pillar):
            rank = formats.figure(value)
            return say(
                "claim.pillar", subject=subject, rank=rank, pillar=say(f"pillar.{pillar}"), edition=value.edition
            )
        case Unit.TRUTH:
            return say("claim.member" if value.value else "claim.absent", subject=subject, edition=value.edition)
        case Unit.COUNT if value.measure == "cluster_count":
            return say_count("claim.count", int(value.value), subject=subject, edition=value.edition)
        case _:
            return say("claim.figure", subject=subject, edition=value.edition, figure=formats.described(value))
