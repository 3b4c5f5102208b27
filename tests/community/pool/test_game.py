"""No sequence of actions changes sealed entries, loses points or depends on who entered first."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.pool.actions import (
    ACTIONS,
    Action,
    Entered,
    Moved,
    Opened,
    Posted,
    Receipt,
    Resulted,
    Stopped,
    Tick,
    Told,
    Withdrawn,
)
from bot.community.pool.commitment import leaf
from bot.community.pool.game import CHANGES_MAXIMUM, MOVES_MAXIMUM
from bot.community.pool.model import Baseline, Entry, HowMany, Leader, Outcome, Prompt, TopFive, Will
from bot.community.pool.notices import WasCorrected, WasLocked, WasMoved
from bot.community.pool.standings import standings
from bot.community.pool.state import Phase, Pool
from bot.rankings.model import Evidence, Measure
from tests.community.pool.support import (
    AFTER,
    CLOSES,
    GAME,
    IDS,
    OPENS,
    PERSON,
    locked,
    opened,
    played,
    salt,
    some_entry,
)

ASKED: tuple[Prompt, ...] = (TopFive(), Leader(Measure.PATENTS), HowMany("DE"), Will("X"), Will("Y"))
TRUE = (
    Outcome((*IDS[:3], None, IDS[4]), Evidence.SINGLE, ("S1",)),
    Outcome((IDS[0], IDS[1]), Evidence.DOUBLE, ("S1",)),
    Outcome(7, Evidence.OFFICIAL, ("S2",)),
    Outcome(True, Evidence.OFFICIAL, ("S2",)),
    Outcome(),
)
CORRECTED = (*TRUE[:2], Outcome(8, Evidence.OFFICIAL, ("S2",)), *TRUE[3:])
MINUTE = timedelta(minutes=1)

people = st.integers(101, 106)
entries = st.integers(0, 50).map(lambda seed: some_entry(random.Random(seed)))
salts = st.integers(0, 5).map(salt)
unfit = st.sampled_from([Entry(()), Entry((IDS[:5],)), Entry(((IDS[0],) * 5, IDS[0], 1, 2, 3))])
actions: st.SearchStrategy[Action] = st.one_of(
    st.builds(Entered, people, st.one_of(entries, entries, unfit), salts),
    st.builds(Withdrawn, people),
    st.builds(Moved, people, st.integers(-3, 12).map(lambda days: OPENS + timedelta(days=days))),
    st.builds(Stopped, people),
    st.builds(Tick),
    st.builds(Resulted, st.sampled_from(["v1", "v2"]), st.sampled_from([TRUE, CORRECTED, (Outcome(),) * 5, TRUE[:2]])),
    st.builds(Posted, st.sampled_from(["opened", "locked", "moved-1", "results", "corrected-2"]), st.integers(1, 9)),
)
logs = st.lists(st.tuples(actions, st.integers(0, 600)), max_size=30)


def timed(log: list[tuple[Action, int]]) -> list[tuple[Action, datetime]]:
    """Return a log whose times only go forward, the first action being to open the pool."""
    at = OPENS
    timeline: list[tuple[Action, datetime]] = [(opened(ASKED), at)]
    for action, minutes in log:
        at += MINUTE * minutes * 2
        timeline.append((action, at))
    return timeline


@given(logs)
def test_once_locked_nothing_about_the_entries_changes(log: list[tuple[Action, int]]) -> None:
    state: Pool | None = None
    for action, at in timed(log):
        step = GAME.apply(state, action, at)
        if state is not None and state.phase is not Phase.OPEN:
            assert step.state.entries == state.entries
            assert step.state.commitment == state.commitment
        if state is not None and at >= state.closes and isinstance(action, (Entered, Withdrawn, Moved)):
            assert step.state is state
            assert step.told in (Told.CLOSED, Told.OVER)
        state = step.state


@given(logs)
def test_a_log_kept_as_json_makes_the_same_pool(log: list[tuple[Action, int]]) -> None:
    timeline = timed(log)
    kept = [(ACTIONS.dump_json(action), at) for action, at in timeline]
    again = [(ACTIONS.validate_json(text), at) for text, at in kept]
    assert [action for action, _ in again] == [action for action, _ in timeline]
    assert played(again) == played(timeline)


@given(logs)
def test_refused_actions_need_not_be_kept(log: list[tuple[Action, int]]) -> None:
    timeline = timed(log)
    state: Pool | None = None
    kept: list[tuple[Action, datetime]] = []
    for action, at in timeline:
        step = GAME.apply(state, action, at)
        if step.state is not state:
            kept.append((action, at))
        state = step.state
    assert played(kept) == state


@given(logs)
def test_points_are_those_of_the_table_and_none_are_lost(log: list[tuple[Action, int]]) -> None:
    pool = played(timed(log))
    points = GAME.points(pool)
    if pool.result is None:
        assert not points
        return
    lines = standings(pool, pool.result.outcomes)
    assert points == {line.who: sum(part or 0 for part in line.points) for line in lines if line.place is not None}
    assert set(points) == set(pool.entries)


@given(logs)
def test_somebody_who_is_forgotten_leaves_hashes_and_totals_as_they_are(log: list[tuple[Action, int]]) -> None:
    timeline = timed(log)
    without = [(replace(each, person=-7) if getattr(each, "person", 0) == 101 else each, at) for each, at in timeline]
    pool, forgotten = played(timeline), played(without)
    assert forgotten.commitment == pool.commitment
    assert GAME.points(forgotten) == {-7 if who == 101 else who: total for who, total in GAME.points(pool).items()}


@given(st.lists(entries, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_commitment_does_not_depend_on_who_came_first(made: list[Entry], chance: random.Random) -> None:
    entered = [(Entered(100 + number, entry, salt(number)), OPENS) for number, entry in enumerate(made)]
    start, end = [(opened(ASKED), OPENS)], [(Tick(), CLOSES)]
    shuffled = chance.sample(entered, len(entered))
    assert played([*start, *entered, *end]).commitment == played([*start, *shuffled, *end]).commitment


@given(st.lists(entries, min_size=1, max_size=6), st.integers(0, 5), st.integers(0, 4))
def test_the_commitment_changes_with_anything_in_an_entry(made: list[Entry], who: int, field: int) -> None:
    pool = locked(ASKED, made)
    person = PERSON + 1 + who % len(made)
    sealed = pool.entries[person]
    old = sealed.entry.predictions[field]
    new = old[::-1] if isinstance(old, tuple) else f"{old}x" if isinstance(old, str) else (old + 1) % 101
    changed = Entry((*sealed.entry.predictions[:field], new, *sealed.entry.predictions[field + 1 :]))
    again = locked(ASKED, [changed if PERSON + n == person else entry for n, entry in enumerate(made, start=1)])
    assert again.commitment != pool.commitment


@settings(max_examples=25)
@given(logs)
def test_after_a_crash_notices_are_still_to_be_posted_and_each_has_its_own_key(log: list[tuple[Action, int]]) -> None:
    pool = played(timed(log))
    keys = [notice.key for notice in GAME.notices(pool)]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(pool.messages)
    for key in keys:
        pool = GAME.apply(pool, Posted(key, 5), AFTER).state
    assert GAME.notices(pool) == ()
    assert GAME.over(pool) is (pool.phase is Phase.CANCELLED)


def open_pool() -> Pool:
    return played([(opened(ASKED), OPENS)])


def test_an_entry_is_acknowledged_with_the_hash_that_is_committed_to() -> None:
    entry = some_entry(random.Random(1))
    first = GAME.apply(open_pool(), Entered(101, entry, salt(1)), OPENS)
    assert isinstance(first.told, Receipt)
    assert not first.told.changed
    other = some_entry(random.Random(2))
    second = GAME.apply(first.state, Entered(101, other, salt(2)), OPENS + MINUTE)
    assert isinstance(second.told, Receipt)
    assert second.told.changed
    assert second.told.leaf != first.told.leaf
    end = GAME.apply(second.state, Tick(), CLOSES).state
    assert [leaf(end, sealed) for sealed in end.entries.values()] == [second.told.leaf]


def test_a_double_click_changes_nothing_and_is_acknowledged_again() -> None:
    action = Entered(101, some_entry(random.Random(1)), salt(1))
    once = GAME.apply(open_pool(), action, OPENS)
    twice = GAME.apply(once.state, action, OPENS + MINUTE)
    assert twice.state is once.state
    assert isinstance(twice.told, Receipt)


def test_two_equal_entries_of_two_people_cannot_be_told_to_be_equal() -> None:
    entry = some_entry(random.Random(1))
    pool = locked(ASKED, [entry, entry])
    assert len({leaf(pool, sealed) for sealed in pool.entries.values()}) == 2


def test_the_moment_of_closing_is_already_too_late() -> None:
    entered = Entered(101, some_entry(random.Random(1)), salt(1))
    assert GAME.apply(open_pool(), entered, CLOSES).told is Told.CLOSED
    assert isinstance(GAME.apply(open_pool(), entered, CLOSES - MINUTE).told, Receipt)
    assert GAME.apply(open_pool(), Tick(), CLOSES - MINUTE).told is Told.TOO_EARLY


def test_a_pool_can_be_moved_while_it_is_open_and_everybody_is_told() -> None:
    later = CLOSES + timedelta(days=2)
    moved = GAME.apply(open_pool(), Moved(1, later), OPENS)
    assert moved.told is Told.MOVED
    assert GAME.due(moved.state) == later
    assert GAME.notices(moved.state)[-1] == WasMoved("moved-1", CLOSES, later)
    assert GAME.apply(moved.state, Moved(1, OPENS), OPENS + MINUTE).told is Told.PAST
    assert GAME.apply(moved.state, Moved(1, later), later).told is Told.CLOSED


def test_a_pool_cannot_be_moved_without_end() -> None:
    pool = open_pool()
    for number in range(MOVES_MAXIMUM):
        pool = GAME.apply(pool, Moved(1, CLOSES + MINUTE * (number + 1)), OPENS).state
    refused = GAME.apply(pool, Moved(1, CLOSES), OPENS)
    assert refused.state is pool
    assert refused.told is Told.MOVED_TOO_OFTEN


def test_entries_beyond_the_limit_are_refused_but_those_inside_can_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.community.pool.game.ENTRIES_MAXIMUM", 2)
    entry = some_entry(random.Random(1))
    pool = played([(opened(ASKED), OPENS), *((Entered(100 + n, entry, salt(n)), OPENS) for n in range(2))])
    assert GAME.apply(pool, Entered(105, entry, salt(9)), OPENS).told is Told.FULL
    assert isinstance(GAME.apply(pool, Entered(100, entry, salt(9)), OPENS).told, Receipt)


def test_an_entry_can_be_changed_so_often_and_taking_it_back_does_not_start_anew() -> None:
    entry = some_entry(random.Random(1))
    pool = played([(opened(ASKED), OPENS), *((Entered(100, entry, salt(n)), OPENS) for n in range(CHANGES_MAXIMUM))])
    for state in (pool, GAME.apply(pool, Withdrawn(100), OPENS).state):
        refused = GAME.apply(state, Entered(100, entry, salt(99)), OPENS)
        assert refused.told is Told.CHANGED_TOO_OFTEN
        assert refused.state is state
    assert isinstance(GAME.apply(pool, Entered(101, entry, salt(9)), OPENS).told, Receipt)


@pytest.mark.parametrize(
    "predictions",
    [
        (IDS[:5], IDS[0], 7, 50),
        (IDS[:4], IDS[0], 7, 50, 50),
        ((*IDS[:4], IDS[0]), IDS[0], 7, 50, 50),
        (IDS[0], IDS[0], 7, 50, 50),
        (IDS[:5], 5, 7, 50, 50),
        (IDS[:5], IDS[0], 101, 50, 50),
        (IDS[:5], IDS[0], 7, -1, 50),
    ],
)
def test_an_entry_that_is_none_for_these_prompts_is_refused(predictions: tuple[object, ...]) -> None:
    pool = open_pool()
    step = GAME.apply(pool, Entered(101, Entry(predictions), salt(1)), OPENS)  # type: ignore[arg-type]
    assert step.state is pool
    assert step.told is Told.UNFIT


def test_data_that_comes_early_locks_the_pool_before_it_is_scored() -> None:
    pool = GAME.apply(open_pool(), Resulted("v1", TRUE), OPENS + MINUTE).state
    assert pool.phase is Phase.SCORED
    assert pool.locked == OPENS + MINUTE
    assert isinstance(GAME.notices(pool)[1], WasLocked)
    assert GAME.apply(pool, Entered(101, some_entry(random.Random(1)), salt(1)), OPENS + 2 * MINUTE).told is Told.CLOSED


def test_data_that_settles_nothing_is_no_result() -> None:
    pool = locked(ASKED, [])
    step = GAME.apply(pool, Resulted("v1", (Outcome(),) * 5), AFTER)
    assert step.state is pool
    assert step.told is Told.NOTHING_KNOWN


def test_corrected_data_is_said_and_other_data_that_says_the_same_is_not() -> None:
    pool = locked(ASKED, [some_entry(random.Random(1))])
    scored = GAME.apply(pool, Resulted("v1", TRUE), AFTER).state
    assert GAME.apply(scored, Resulted("v2", TRUE), AFTER).told is Told.ALREADY
    better = (replace(TRUE[0], evidence=Evidence.OFFICIAL), *TRUE[1:])
    attested = GAME.apply(scored, Resulted("v2", better), AFTER).state
    assert attested.result is not None
    assert attested.result.outcomes == better
    assert GAME.notices(attested) == GAME.notices(scored)
    corrected = GAME.apply(attested, Resulted("v3", CORRECTED), AFTER).state
    notice = GAME.notices(corrected)[-1]
    assert isinstance(notice, WasCorrected)
    assert (notice.before, notice.result) == (attested.result, corrected.result)
    assert notice.result.number == 2


def test_a_pool_that_was_called_off_is_over_once_everybody_knows() -> None:
    pool = GAME.apply(locked(ASKED, []), Stopped(1), AFTER).state
    assert not GAME.over(pool)
    for notice in GAME.notices(pool):
        pool = GAME.apply(pool, Posted(notice.key, 1), AFTER).state
    assert GAME.over(pool)
    for action in (Resulted("v1", TRUE), Stopped(1), Tick(), Withdrawn(1), Moved(1, AFTER), opened(ASKED)):
        assert GAME.apply(pool, action, AFTER).state is pool


def test_results_cannot_be_called_off() -> None:
    pool = GAME.apply(locked(ASKED, []), Resulted("v1", TRUE), AFTER).state
    assert GAME.apply(pool, Stopped(1), AFTER).told is Told.OVER


def test_a_pool_begins_by_being_opened() -> None:
    with pytest.raises(ValueError, match="opened"):
        GAME.apply(None, Tick(), OPENS)


def test_only_actions_of_people_name_one_and_at_the_top() -> None:
    kinds = (Opened, Entered, Withdrawn, Moved, Stopped)
    assert all("person" in kind.__slots__ for kind in kinds)
    kept = ACTIONS.dump_python(opened(ASKED, Baseline((IDS[:5], None, 7, 100, 0), (2021,))), mode="json")
    assert kept["person"] == 1
    assert "person" not in str({key: value for key, value in kept.items() if key != "person"})
