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
    from bot.questions.refs import ClusterRef

LENGTH_LIMIT = 280
"""Characters of a whole rank reply; what is said last is left out first."""


def compose_rank(answer: RankAnswer) -> Reply:
    """Say where a cluster stands. What does not fit is left out, the least needed first: its measures."""
    head = _head(answer, _place(answer))
    values = tuple(value for value in (answer.rank, answer.membership) if value is not None)
    source = formats.source_line(values)
    measures = formats.sentence_case(" · ".join(formats.described(value) for value in answer.measures))
    said = [*via(answer.query.cluster, answer.cluster.name), *doubt_notes(answer.caveats)]
    if answer.successors:
        said.append(say("rank.split", others=formats.joined(other.name for other in answer.successors)))
    said.extend(say("rank.also", other=other.name) for other in answer.also)
    member = answer.standing is Standing.MEMBER
    parts = (
        [f"{measures}.", *_standing(answer), *said] if member and measures else [*_standing(answer), *said, measures]
    )
    room = LENGTH_LIMIT - len(head) - len(source) - 2
    second = " ".join(part for part in parts if part)
    if len(second) > room:
        second = " ".join(part for part in (*_standing(answer), *said))
    while len(second) > room and said:
        said.pop()
        second = " ".join(part for part in (*_standing(answer), *said))
    return Reply(answer.status, (head, second) if second else (head,), source=source)


def _place(answer: RankAnswer) -> str:
    place = formats.cluster_name(answer.cluster, answer.economies)
    if answer.published_name == answer.cluster.name:
        return place
    return say("rank.published_as", place=place, name=answer.published_name)


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
