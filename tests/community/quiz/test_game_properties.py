"""What holds for any sequence of actions whatever."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.quiz.actions import (
    Abandoned,
    Answered,
    AnsweredAlready,
    Gone,
    Opened,
    OpenedDaily,
    Posted,
    Refused,
    Skipped,
    Stopped,
    Tick,
)
from bot.community.quiz.game import milliseconds
from bot.community.quiz.scoring import points_for
from tests.community.quiz.support import GAME, START, Host, question, quiz

if TYPE_CHECKING:
    from bot.community.quiz.actions import Action
    from bot.community.quiz.state import Quiz

NOW = milliseconds(START)
PEOPLE = st.integers(-3, 5)
TIMES = st.integers(NOW - 5_000, NOW + 200_000)
KEYS = st.sampled_from(
    ["opened", "podium", "nothing", *(f"{kind}-{n}" for n in range(1, 5) for kind in ("question", "reveal"))]
)
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.builds(
        Answered,
        PEOPLE,
        st.integers(-1, 5),
        TIMES,
        choice=st.none() | st.integers(-1, 5),
        cluster=st.none() | st.sampled_from(["b", "c", ""]),
    ),
    st.builds(Posted, KEYS, st.integers(1, 99), TIMES),
    st.just(Tick()),
    st.builds(Skipped, PEOPLE),
    st.builds(Stopped, PEOPLE),
    st.builds(Abandoned, st.sampled_from(Gone)),
    st.just(Opened(1, (question(), question(2, typed=True)), 20, 2)),
    st.just(OpenedDaily(question(), NOW + 60_000)),
)


@given(st.lists(st.tuples(ACTIONS, st.integers(0, 30_000)), max_size=60), st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_action_is_safe_in_any_state_and_a_refusal_changes_nothing(
    steps: list[tuple[Action, int]], opened: bool
) -> None:
    state: Quiz | None = quiz(rounds=4).quiz if opened else None
    at = START
    for action, later in steps:
        at += timedelta(milliseconds=later)
        before = state
        step = GAME.apply(before, action, at)
        state = step.state
        due = GAME.due(state)
        assert due is None or not GAME.over(state)
        if before is not None:
            assert len(state.closed) - len(before.closed) in (0, 1)
            assert state.closed[: len(before.closed)] == before.closed, "what is closed stays as it is"
            assert (state is before) == isinstance(step.told, (Refused, AnsweredAlready))
            points = GAME.points(before)
            assert all(GAME.points(state)[person] >= held for person, held in points.items())


CLICKS = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3), st.integers(0, 25_000)), max_size=25)


@given(st.lists(CLICKS, min_size=1, max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_points_are_those_of_first_clicks_in_time_whatever_arrives_when(
    rounds: list[list[tuple[int, int, int]]], data: st.DataObject
) -> None:
    host = quiz(rounds=len(rounds))
    expected: dict[int, int] = {}
    for clicks in rounds:
        if host.quiz.ended is not None:
            break
        host.ask()
        opened = host.quiz.opened_ms or 0
        firsts: dict[int, tuple[int, int]] = {}
        for person, choice, after in clicks:
            if after <= 20_000 and (person not in firsts or after < firsts[person][1]):
                firsts[person] = (choice, after)
        for person, choice, after in data.draw(st.permutations(_untied(clicks))):
            host.do(Answered(person, host.quiz.number, opened + after, choice=choice))
        for person, (choice, after) in firsts.items():
            expected[person] = expected.get(person, 0) + (points_for(after, 20_000) if choice == 1 else 0)
        host.until_due()
    assert GAME.points(host.quiz) == expected
    assert sum(line.points for line in host.quiz.board) == sum(expected.values())


def _untied(clicks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Clicks of which nobody makes two in the same millisecond, for then the one that arrives first counts."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for person, choice, after in clicks:
        if (person, after) not in seen:
            seen.add((person, after))
            kept.append((person, choice, after))
    return kept


@given(st.lists(st.tuples(ACTIONS, st.integers(0, 15_000)), max_size=50), st.booleans())
@settings(max_examples=200, deadline=None)
def test_what_was_kept_builds_the_very_same_quiz(steps: list[tuple[Action, int]], daily: bool) -> None:
    host = Host(OpenedDaily(question(), NOW + 90_000)) if daily else quiz(rounds=4)
    for number, (action, later) in enumerate(steps):
        host.now += timedelta(milliseconds=later)
        host.do(action)
        if number % 3 == 0:
            host.post()
    assert host.replayed() == host.quiz


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 3), st.integers(0, 20)), max_size=60))
@settings(max_examples=100, deadline=None)
def test_equal_points_share_a_place(clicks: list[tuple[int, int, int]]) -> None:
    host = quiz(rounds=1)
    host.ask()
    for person, choice, after in clicks:
        host.answer(person, choice=choice, after=after)
    host.until_due()
    board = host.quiz.board
    for line in board:
        assert line.place == 1 + sum(1 for other in board if other.points > line.points)
    assert list(board) == sorted(board, key=lambda line: line.place)
