"""Whatever happens in whatever order: each scene once, in order, after two people; a replay makes the same state."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.community.release.actions import (
    ACTIONS,
    Abandoned,
    Action,
    Armed,
    Confirmed,
    Gone,
    Posted,
    Reason,
    Rehearsed,
    Stopped,
    SwapFailed,
    SwapFault,
    Tick,
)
from bot.community.release.night import LAPSE, Halted, Night, Phase, Shown
from bot.community.release.programme import programme
from bot.community.release.rules import ReleaseNight
from bot.community.release.scenes import Batch, Closing, Members, Opening, Single, Summary, Topic

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

GAME = ReleaseNight()
START = datetime(2026, 9, 29, 18, tzinfo=UTC)

people = st.integers(-3, 3)
editions = st.integers(2017, 2030)
ranks = st.integers(1, 100)
scene = st.one_of(
    st.builds(Opening, editions),
    st.builds(Batch, editions, st.lists(ranks, max_size=5).map(tuple)),
    st.builds(Single, editions, ranks),
    st.builds(Members, editions),
    st.builds(Summary, editions, st.sampled_from(Topic)),
    st.builds(Closing, editions, st.lists(st.sampled_from(Topic), max_size=3).map(tuple)),
)
scenes = st.lists(scene, max_size=6).map(tuple)
pauses = st.integers(-1, 500)
moments = st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
openings = st.one_of(
    st.builds(Armed, people, editions, moments, pauses, st.booleans()),
    st.builds(Rehearsed, people, editions, scenes, pauses, st.booleans()),
)
others = st.one_of(
    openings,
    st.builds(Confirmed, people),
    st.builds(Gone, scenes),
    st.builds(SwapFailed, st.sampled_from(SwapFault)),
    st.builds(Stopped, people),
    st.builds(Abandoned, st.sampled_from(Reason)),
    st.builds(Posted, st.sampled_from(["announcement", "scene-0", "scene-1", "back-1", "stopped", "x"]), st.integers()),
)
some = scenes.filter(bool)
gaps = st.sampled_from([0, 1, 8, 20, 60, 599, 601, 899, 901, 5000])
steps = st.one_of(others, st.sampled_from([Tick(), "post", "due"]))
blocks = st.one_of(
    st.tuples(st.tuples(steps, gaps)),
    st.builds(
        lambda one, two, shown: ((Confirmed(one), 1), (Confirmed(two), 1), (Gone(shown), 1)), people, people, some
    ),
    st.just((("post", 1), ("due", 0), ("post", 1), ("due", 0))),
    st.just((("post", 1), ("due", 5000), ("post", 0))),
)
courses = st.lists(blocks, min_size=3, max_size=15).map(lambda several: [step for block in several for step in block])
Kept = list[tuple[Action, datetime]]


def play(first: Action, course: list[tuple[Action | str, int]]) -> tuple[Kept, list[Night]]:
    """Play an evening as its host does, which posts what is due, and return the actions kept and every state."""
    now, kept = START, [(first, START)]
    states = [GAME.apply(None, first, START).state]
    for what, seconds in course:
        now += timedelta(seconds=seconds)
        state = states[-1]
        if what == "due":
            now = max(now, GAME.due(state) or now)
            action: Action = Tick()
        elif what == "post":
            waiting = GAME.notices(state)
            action = Posted(waiting[0].key if waiting else "nothing", message=1)
        else:
            assert not isinstance(what, str)
            action = what
        kept.append((action, now))
        states.append(GAME.apply(state, action, now).state)
    return kept, states


@given(openings, courses)
def test_scenes_come_once_and_in_order(first: Action, course: list[tuple[Action | str, int]]) -> None:
    kept, states = play(first, course)
    acknowledged: list[str] = []
    for (action, _), (before, after) in zip(kept[1:], pairwise(states), strict=True):
        assert before.phase is not Phase.SHOWING or after.scenes == before.scenes
        assert after.shown - before.shown in (0, 1)
        if after.shown > before.shown:
            assert isinstance(action, Posted)
            acknowledged.append(action.key)
    assert acknowledged == [f"scene-{number}" for number in range(len(acknowledged))]
    for state in states:
        shown = [notice for notice in GAME.notices(state) if isinstance(notice, Shown)]
        assert [notice.key for notice in shown] in ([], [f"scene-{state.shown}"])
        assert [notice.scene for notice in shown] in ([], [*state.scenes[state.shown : state.shown + 1]])


@given(openings, courses)
def test_nothing_is_shown_before_two_people_confirmed(first: Action, course: list[tuple[Action | str, int]]) -> None:
    kept, states = play(first, course)
    begun = next((number for number, state in enumerate(states) if state.scenes), None)
    if begun is None or states[begun].rehearsal:
        return
    when = kept[begun][1]
    recent = {action.person for action, at in kept[:begun] if isinstance(action, Confirmed) and at > when - 2 * LAPSE}
    assert isinstance(kept[begun][0], Gone)
    assert len(recent) >= 2


@given(openings, courses, people, courses)
def test_stop_stops(
    first: Action, course: list[tuple[Action | str, int]], person: int, rest: list[tuple[Action | str, int]]
) -> None:
    _, before = play(first, course)
    _, after = play(first, [*course, (Stopped(person), 0), *rest])
    for state in after[len(before) :]:
        assert state.phase in (Phase.STOPPED, Phase.OVER)
        assert all(isinstance(notice, Halted) for notice in GAME.notices(state))
        assert GAME.due(state) is None


@given(openings, courses)
def test_a_replay_of_what_was_kept_makes_the_same_state(first: Action, course: list[tuple[Action | str, int]]) -> None:
    kept, states = play(first, course)
    again: Night | None = None
    for (action, at), state in zip(kept, states, strict=True):
        read = ACTIONS.validate_json(ACTIONS.dump_json(action))
        assert read == action
        again = GAME.apply(again, read, at).state
        assert again == state


@given(openings, courses)
def test_only_actions_that_change_something_need_to_be_kept(
    first: Action, course: list[tuple[Action | str, int]]
) -> None:
    kept, states = play(first, course)
    again: Night | None = None
    for number, (action, at) in enumerate(kept):
        if number == 0 or states[number] is not states[number - 1]:
            again = GAME.apply(again, action, at).state
    assert again == states[-1]


@given(openings, courses)
def test_a_tick_at_what_is_due_changes_something(first: Action, course: list[tuple[Action | str, int]]) -> None:
    _, states = play(first, course)
    due = GAME.due(states[-1])
    if due is not None:
        assert GAME.apply(states[-1], Tick(), due).state is not states[-1]


@given(openings, courses)
def test_an_evening_that_is_over_stays_as_it_is(first: Action, course: list[tuple[Action | str, int]]) -> None:
    _, states = play(first, course)
    for before, after in pairwise(states):
        if GAME.over(before):
            assert after is before
            assert GAME.notices(before) == ()
            assert GAME.due(before) is None


def test_the_programme_of_every_edition_is_kept_exactly(rankings: Rankings) -> None:
    for edition in rankings.editions:
        gone = Gone(programme(rankings, edition))
        assert ACTIONS.validate_json(ACTIONS.dump_json(gone)) == gone
