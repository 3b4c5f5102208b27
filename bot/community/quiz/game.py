"""The rules of the quiz: what each action makes of it.

Two clocks are kept apart. Whether an answer is in time is told by Discord's own times alone, those of the question's
message and of the click. When the quiz goes on is told by the host's, which each action comes with.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pydantic import ConfigDict, TypeAdapter

from bot.community.playing import Step
from bot.community.quiz.actions import (
    Abandoned,
    Action,
    Answered,
    AnsweredAlready,
    Done,
    Opened,
    OpenedDaily,
    Posted,
    Refused,
    Skipped,
    Started,
    Stopped,
    Taken,
)
from bot.community.quiz.rounds import ask_next, at_rest, close_round, end, open_round
from bot.community.quiz.scoring import totals
from bot.community.quiz.state import Announced, Asked, Ended, Given, Notice, Quiz, lasting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.community.playing import Person

ROUNDS_DEFAULT = 10
ROUNDS_MAXIMUM = 30
SECONDS_DEFAULT = 20
SECONDS_MINIMUM = 10
SECONDS_MAXIMUM = 60
DAILY_MAXIMUM = timedelta(hours=24)

PAUSE_MS = 6000
"""From the posting of an announcement or a reveal to the next question."""
PEOPLE_MAXIMUM = 1000
"""So many people can answer a round."""
ID_LIMIT = 80
"""Characters of the longest id of a cluster."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_NEVER = Quiz((), 0, SECONDS_DEFAULT, ended=Ended.ABANDONED)
"""What becomes of actions that begin with no opening."""


class QuizGame:
    """The quiz as a `bot.community.playing.Game`. It has no state of its own."""

    @property
    def actions(self) -> TypeAdapter[Action]:
        """Return the codec of its actions, to JSON and back."""
        return _ACTIONS

    def apply(self, state: Quiz | None, action: Action, at: datetime) -> Step[Quiz]:
        """Return what an action at a time makes of a quiz, and what its actor is told. Any action is safe at any time.

        What is told is one of `actions.Told`, or nothing.
        """
        now = milliseconds(at)
        if state is None:
            return _opened(action, now)
        match action:
            case Opened() | OpenedDaily():
                return Step(state, Refused.STARTED_ALREADY)
            case Posted():
                return _posted(state, action, now)
            case Abandoned(reason) if not self.over(state):
                ended = state.ended or Ended.ABANDONED
                return Step(replace(at_rest(state), pending=(), ended=ended, gone=reason))
            case _ if state.ended is not None:
                return Step(state, Refused.OVER)
            case Answered():
                return _answered(state, action)
            case Skipped():
                return _skipped(state)
            case Stopped():
                return _stopped(state)
            case _:
                return _tick(state, now)

    def due(self, state: Quiz) -> datetime | None:
        """Return when the quiz next goes on of its own accord, by a `Tick`."""
        return None if state.due_ms is None else _EPOCH + state.due_ms * _MILLISECOND

    def notices(self, state: Quiz) -> tuple[Notice, ...]:
        """Return what is still to be posted, in order."""
        return state.pending

    def over(self, state: Quiz) -> bool:
        """Return whether the quiz has ended and nothing is left to be posted."""
        return state.ended is not None and not state.pending

    def points(self, state: Quiz) -> Mapping[Person, int]:
        """Return the points that the closed rounds have brought."""
        return totals(answer for each in state.closed for answer in each.answers)


_ACTIONS: TypeAdapter[Action] = TypeAdapter(Action, config=ConfigDict(defer_build=True))


def milliseconds(at: datetime) -> int:
    """Return a time as whole milliseconds since 1970."""
    return (at - _EPOCH) // _MILLISECOND


def _opened(action: Action, now: int) -> Step[Quiz]:
    match action:
        case Opened(questions=questions, seconds=seconds, asked=asked) if questions:
            kept = questions[:ROUNDS_MAXIMUM]
            kept_seconds = min(max(seconds, SECONDS_MINIMUM), SECONDS_MAXIMUM)
            longest = max(lasting(question, kept_seconds) for question in kept)
            notice = Announced(len(kept), asked, kept_seconds, longest)
            return Step(Quiz(kept, asked, kept_seconds, pending=(notice,)), Started(len(kept), asked))
        case OpenedDaily(question, until_ms):
            until = min(until_ms, now + DAILY_MAXIMUM // _MILLISECOND)
            return Step(ask_next(Quiz((question,), 1, 0, until)))
        case _:
            return Step(_NEVER, Refused.NOT_STARTED)


def _posted(state: Quiz, action: Posted, now: int) -> Step[Quiz]:
    """Take a notice off the list; a question opens by it, and after any other one the quiz goes on in a while."""
    notice = next((each for each in state.pending if each.key == action.key), None)
    if notice is None:
        return Step(state, Refused.NOT_AWAITED)
    left = replace(state, pending=tuple(each for each in state.pending if each is not notice))
    if isinstance(notice, Asked):
        return Step(open_round(left, action, now))
    if left.ended is None and not left.pending:
        left = replace(left, due_ms=now + PAUSE_MS)
    return Step(left)


def _answered(state: Quiz, action: Answered) -> Step[Quiz]:
    if action.number < state.number or (action.number == state.number and not state.answering):
        return Step(state, Refused.LATE)
    if action.number > state.number:
        return Step(state, Refused.NOT_OPEN)
    if state.closes_ms is not None and action.at_ms > state.closes_ms:
        return Step(state, Refused.LATE)
    question = state.question
    answer = _answer(state, action)
    if answer is None:
        return Step(state, Refused.NOT_A_CHOICE)
    before = next((each for each in state.given if each.person == action.person), None)
    if before is not None and before.at_ms <= action.at_ms:
        return Step(state, AnsweredAlready(question, before.answer))
    if before is None and len(state.given) >= PEOPLE_MAXIMUM:
        return Step(state, Refused.FULL)
    # Of two clicks of one person the earlier counts, even where it arrives last.
    others = tuple(each for each in state.given if each is not before)
    given = (*others, Given(action.person, action.at_ms, answer))
    return Step(replace(state, given=given), Taken(question, answer))


def _answer(state: Quiz, action: Answered) -> str | None:
    """Return the id of what was answered; None if it cannot be an answer to this question."""
    choices = state.question.choices
    if choices:
        within = action.choice is not None and action.cluster is None and 0 <= action.choice < len(choices)
        return choices[action.choice] if within and action.choice is not None else None
    return action.cluster if action.choice is None and action.cluster and len(action.cluster) <= ID_LIMIT else None


def _skipped(state: Quiz) -> Step[Quiz]:
    if state.opened_ms is None:
        return Step(state, Refused.NOT_OPEN)
    return Step(close_round(state, skipped=True), Done.SKIPPED)


def _stopped(state: Quiz) -> Step[Quiz]:
    """End a quiz. An open question is revealed, but counts for nobody; one not posted yet is dropped."""
    revealed = close_round(state, skipped=True) if state.opened_ms is not None else state
    kept = tuple(each for each in revealed.pending if not isinstance(each, (Announced, Asked)))
    return Step(end(replace(revealed, pending=kept), Ended.STOPPED), Done.STOPPED)


def _tick(state: Quiz, now: int) -> Step[Quiz]:
    if state.due_ms is None or now < state.due_ms:
        return Step(state, Refused.NOT_DUE)
    if state.opened_ms is not None:
        return Step(close_round(state, skipped=False))
    if state.number < len(state.questions):
        return Step(ask_next(state))
    return Step(end(state, Ended.PLAYED))
