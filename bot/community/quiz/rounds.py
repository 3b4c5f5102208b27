"""What a round of the quiz goes through: it is asked, opened by its posting, closed with its points, and revealed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.community.quiz.scoring import RIGHT, Scored, points_for
from bot.community.quiz.state import Asked, Closed, Ended, Podium, Quiz, Revealed

if TYPE_CHECKING:
    from bot.community.quiz.actions import Posted

GRACE_MS = 2000
"""How long an answer that was clicked in time may take to arrive; only then is a round revealed."""
SILENT_ROUNDS = 3
"""After so many rounds in a row that nobody answered, the quiz ends itself."""
BOARD_EVERY = 5
"""The scoreboard is part of every reveal after so many rounds."""
MISSES_SHOWN = 3
"""So many wrong clusters of a typed answer are kept for the reveal."""


def ask_next(state: Quiz) -> Quiz:
    """Return a quiz with its next question to be posted."""
    number = state.number + 1
    after = replace(state, number=number, given=(), due_ms=None)
    notice = Asked(number, len(after.questions), after.question, after.lasting, after.until_ms)
    return replace(after, pending=(*after.pending, notice))


def open_round(state: Quiz, action: Posted, now: int) -> Quiz:
    """Open the round whose question was posted. Answers that were taken before that was known count, however late."""
    lasting = state.lasting * 1000
    closes = action.at_ms + lasting if state.until_ms is None else state.until_ms
    return replace(
        state,
        opened_ms=action.at_ms,
        closes_ms=closes,
        message=action.message,
        due_ms=(now + lasting if state.until_ms is None else state.until_ms) + GRACE_MS,
    )


def close_round(state: Quiz, *, skipped: bool) -> Quiz:
    """Close the open round, give its points, and put its reveal on the list; the quiz may end by it."""
    answers = () if skipped else _scored(state)
    closed = (*state.closed, Closed(state.number, state.question, skipped, answers))
    after = replace(at_rest(state), closed=closed)
    after = replace(after, pending=(*after.pending, _reveal(after, state.message)))
    if state.daily:
        return replace(after, ended=Ended.PLAYED)
    last = closed[-SILENT_ROUNDS:]
    if len(last) == SILENT_ROUNDS and not any(each.answers or each.skipped for each in last):
        return end(after, Ended.DESERTED)
    return after


def _scored(state: Quiz) -> tuple[Scored, ...]:
    """Return what every answer to the open round brings, in the order of Discord's times."""
    opened, closes = state.opened_ms or 0, state.closes_ms or 0
    scored: list[Scored] = []
    for each in sorted(state.given, key=lambda given: (given.at_ms, given.person)):
        right = each.answer in state.question.right
        points = RIGHT if state.daily else points_for(each.at_ms - opened, closes - opened)
        scored.append(Scored(each.person, each.at_ms, each.answer, right, points if right else 0))
    return tuple(scored)


def _reveal(state: Quiz, message: int | None) -> Revealed:
    """Return the reveal of the round closed last."""
    closed, of = state.closed[-1], len(state.questions)
    right = [answer.person for answer in closed.answers if answer.right]
    wrong = Counter(answer.answer for answer in closed.answers if not answer.right)
    misses = sorted(wrong, key=lambda cluster: (-wrong[cluster], cluster))[:MISSES_SHOWN]
    shown = closed.number % BOARD_EVERY == 0 and closed.number < of
    return Revealed(
        number=closed.number,
        of=of,
        question=closed.question,
        message=message,
        skipped=closed.skipped,
        answered=len(closed.answers),
        right=len(right),
        first=right[0] if right else None,
        misses=() if closed.question.choices else tuple(misses),
        board=state.board if shown else (),
        daily=state.daily,
    )


def end(state: Quiz, how: Ended) -> Quiz:
    """Return a quiz that has ended, with its podium to be posted; the question of the day has none."""
    podium = () if state.daily else (Podium(how, len(state.closed), state.board),)
    return replace(at_rest(state), pending=(*state.pending, *podium), ended=how)


def at_rest(state: Quiz) -> Quiz:
    """Return a quiz without an open round."""
    return replace(state, opened_ms=None, closes_ms=None, message=None, given=(), due_ms=None)
