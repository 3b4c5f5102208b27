"""Wording of `rank`: at most three lines, the answer in the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import Standing
from bot.answers.values import CaveatKind
from bot.places.matches import How
from bot.replies import formats
from bot.replies.composing.notes import doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.answers.model import RankAnswer
    from bot.questions.queries import ClusterRef

LENGTH_LIMIT = 280
"""Characters of a whole rank reply; what is said last is left out first."""


def compose_rank(answer: RankAnswer) -> Reply:
    """Say where a cluster stands."""
    head = _head(answer, formats.cluster_name(answer.cluster, answer.economies))
    values = tuple(value for value in (answer.rank, answer.membership) if value is not None)
    source = formats.source_line(values[:1] if answer.standing is Standing.RANKED else values)
    measures = formats.sentence_case(" · ".join(formats.described(value) for value in answer.measures))
    parts = via(answer.query.cluster, answer.cluster.name)
    if answer.standing is Standing.MEMBER and measures:
        parts.append(f"{measures}.")
    parts.extend((*_standing(answer), *doubt_notes(answer.caveats)))
    if answer.successors:
        parts.append(say("rank.split", others=formats.joined(other.name for other in answer.successors)))
    parts.extend(say("rank.also", other=other.name) for other in answer.also)
    if answer.standing is not Standing.MEMBER and measures:
        parts.append(measures)
    while parts and len(head) + len(" ".join(parts)) + len(source) + 2 > LENGTH_LIMIT:
        parts.pop()
    return Reply(answer.status, (head, " ".join(parts)) if parts else (head,), source=source)


def via(asked: ClusterRef, name: str) -> list[str]:
    """Say how the words asked led to a cluster, where it is not plain from its name."""
    match asked.how:
        case How.CITY if asked.name.casefold() not in name.casefold():
            return [say("via.city", asked=asked.name)]
        case How.NEARBY:
            return [say("via.nearby", asked=asked.name)]
        case How.FUZZY:
            return [say("via.fuzzy", name=asked.name)]
        case _:
            return []


def _head(answer: RankAnswer, place: str) -> str:
    if answer.standing is Standing.MEMBER:
        return say("rank.member", place=place, edition=answer.edition)
    if answer.standing is Standing.ABSENT:
        return say("rank.absent", place=place, edition=answer.edition)
    return _known(answer, place)


def _known(answer: RankAnswer, place: str) -> str:
    assert answer.rank is not None
    head = say("rank.ranked", place=place, rank=formats.figure(answer.rank), edition=answer.rank.edition)
    if answer.change is None:
        return head
    across = any(caveat.kind is CaveatKind.METHOD_BREAK for caveat in answer.caveats)
    key = "rank.change_across_break" if across else "rank.change"
    return say(key, head=head, change=formats.figure(answer.change), before=answer.compared_with)


def _standing(answer: RankAnswer) -> list[str]:
    if answer.standing is Standing.UNKNOWN:
        return [say("rank.older", asked=answer.edition)]
    if answer.standing is not Standing.RANKED and answer.rank is not None:
        return [say("rank.last_known", rank=formats.figure(answer.rank), edition=answer.rank.edition)]
    return []
