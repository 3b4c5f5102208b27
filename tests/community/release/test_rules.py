"""A release night: two organisers, scenes in order, stops, restarts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.community.release.actions import (
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
from bot.community.release.night import Announcement, Back, Halted, Night, Refused, Shown
from bot.community.release.rules import ReleaseNight, Told
from bot.community.release.scenes import Batch, Closing, Opening, Scene, Single

GAME = ReleaseNight()
START = datetime(2026, 9, 29, 18, tzinfo=UTC)
SCENES: tuple[Scene, ...] = (
    Opening(2026),
    Batch(2026, tuple(range(100, 2, -1))),
    Single(2026, 2),
    Single(2026, 1),
    Closing(2026),
)


class Evening:
    """An evening with a clock."""

    def __init__(self, first: Action) -> None:
        self.now = START
        self.state = GAME.apply(None, first, self.now).state

    def do(self, action: Action, after: float = 0) -> object:
        self.now += timedelta(seconds=after)
        step = GAME.apply(self.state, action, self.now)
        self.state = step.state
        return step.told

    def post(self, after: float = 0) -> None:
        self.do(Posted(GAME.notices(self.state)[0].key, message=7), after)

    def wait(self) -> float:
        """Let the time pass until something is due, and return how many seconds that was."""
        due = GAME.due(self.state)
        assert due is not None
        seconds = (due - self.now).total_seconds()
        self.do(Tick(), seconds)
        return seconds


def armed() -> Evening:
    evening = Evening(Armed(1, 2026))
    evening.post()
    return evening


def under_way(**options: int) -> Evening:
    evening = Evening(Armed(1, 2026, **options))
    evening.post()
    evening.do(Confirmed(1))
    evening.do(Confirmed(2))
    evening.do(Gone(SCENES))
    return evening


def shown(state: Night) -> list[Scene]:
    return [notice.scene for notice in GAME.notices(state) if isinstance(notice, Shown)]


def test_arming_announces_the_evening_with_its_time() -> None:
    evening = Evening(Armed(1, 2026, at=START + timedelta(hours=2)))
    assert GAME.notices(evening.state) == (Announcement("announcement", 2026, START + timedelta(hours=2)),)
    evening.post()
    assert GAME.notices(evening.state) == ()
    assert GAME.due(evening.state) is None


def test_two_organisers_confirm_and_whoever_armed_may_be_one() -> None:
    evening = armed()
    assert evening.do(Confirmed(1)) is Told.ONE_MORE
    assert not evening.state.agreed
    assert evening.do(Confirmed(2)) is Told.AGREED
    assert evening.state.agreed
    evening.do(Gone(SCENES))
    assert shown(evening.state) == [Opening(2026)]


def test_one_person_twice_is_told_so_and_is_not_enough() -> None:
    evening = armed()
    evening.do(Confirmed(1))
    once = evening.state
    assert evening.do(Confirmed(1), after=60) is Told.TWICE
    assert evening.do(Gone(SCENES)) is Told.NOT_AGREED
    assert evening.state is once


def test_a_confirmation_lapses_after_a_quarter_of_an_hour() -> None:
    evening = armed()
    evening.do(Confirmed(1))
    assert evening.do(Confirmed(2), after=15 * 60) is Told.ONE_MORE
    assert evening.wait() == 15 * 60
    assert evening.state.confirmations == ()


def test_an_agreement_that_nothing_followed_lapses_too() -> None:
    evening = armed()
    evening.do(Confirmed(1))
    evening.do(Confirmed(2), after=14 * 60)
    assert evening.do(Gone(SCENES), after=15 * 60) is Told.NOT_AGREED


@pytest.mark.parametrize("fault", SwapFault)
def test_refused_data_voids_the_confirmations_and_the_evening_stays_armed(fault: SwapFault) -> None:
    evening = armed()
    evening.do(Confirmed(1))
    evening.do(Confirmed(2))
    assert evening.do(SwapFailed(fault)) is fault
    assert GAME.notices(evening.state) == (Refused("refused-1", fault),)
    evening.do(Posted("refused-1", 7))
    assert not GAME.notices(evening.state)
    assert evening.do(Gone(SCENES)) is Told.NOT_AGREED
    assert evening.do(Confirmed(1)) is Told.ONE_MORE
    assert evening.do(Confirmed(2)) is Told.AGREED


def test_scenes_follow_one_another_with_their_pauses() -> None:
    evening = under_way()
    pauses: list[float] = []
    seen: list[Scene] = []
    while True:
        seen += shown(evening.state)
        evening.post(after=3)
        if GAME.over(evening.state):
            break
        assert GAME.notices(evening.state) == ()
        pauses.append(evening.wait())
    assert seen == list(SCENES)
    assert pauses == [8, 12, 20, 12]


@pytest.mark.parametrize(("asked", "pauses"), [(0, [2, 2, 2, 2]), (100, [100, 120, 120, 120])])
def test_pauses_are_bounded(asked: int, pauses: list[float]) -> None:
    evening = under_way(pause=asked)
    found: list[float] = []
    for _ in pauses:
        evening.post()
        found.append(evening.wait())
    assert found == pauses


def test_a_scene_is_not_shown_before_its_time() -> None:
    evening = under_way()
    evening.post()
    resting = evening.state
    evening.do(Tick(), after=7)
    assert evening.state is resting


def test_a_scene_posted_twice_counts_once() -> None:
    evening = under_way()
    evening.post()
    resting = evening.state
    evening.do(Posted("scene-0", message=8))
    evening.do(Posted("scene-3", message=8))
    assert evening.state is resting


def test_a_restart_goes_on_with_the_scene_after_the_last_one_posted() -> None:
    evening = under_way()
    evening.post()
    evening.do(Tick(), after=9 * 60)
    assert [notice.key for notice in GAME.notices(evening.state)] == ["scene-1"]


def test_a_long_gap_is_said_once_before_the_next_scene() -> None:
    evening = under_way()
    evening.post()
    evening.do(Tick(), after=11 * 60)
    assert GAME.notices(evening.state)[0] == Back("back-1", 100)
    evening.post()
    assert shown(evening.state) == [SCENES[1]]
    assert GAME.due(evening.state) is None
    evening.post(after=3600)
    assert evening.wait() == 12
    assert [notice.key for notice in GAME.notices(evening.state)] == ["scene-2"]


def test_a_scene_that_could_not_be_posted_for_long_is_preceded_by_a_word() -> None:
    evening = under_way()
    evening.post()
    evening.wait()
    assert evening.wait() == 10 * 60
    assert [notice.key for notice in GAME.notices(evening.state)] == ["back-1", "scene-1"]


def test_an_evening_that_had_not_begun_is_not_back() -> None:
    evening = under_way()
    evening.do(Tick(), after=3600)
    assert [notice.key for notice in GAME.notices(evening.state)] == ["scene-0"]


def test_a_late_announcement_gives_way_to_the_evening() -> None:
    evening = Evening(Armed(1, 2026))
    for action in (Confirmed(1), Confirmed(2), Gone(SCENES)):
        evening.do(action)
    assert [notice.key for notice in GAME.notices(evening.state)] == ["scene-0"]
    begun = evening.state
    evening.do(Posted("announcement", message=9))
    assert evening.state is begun


def test_stop_ends_it_with_a_word_whether_or_not_it_has_begun() -> None:
    for evening, begun in ((armed(), False), (under_way(), True)):
        assert evening.do(Stopped(3)) is Told.STOPPED
        assert GAME.notices(evening.state) == (Halted("stopped", begun),)
        assert evening.do(Stopped(3)) is Told.OVER
        assert evening.do(Confirmed(2)) is Told.OVER
        assert not GAME.over(evening.state)
        evening.post()
        assert GAME.over(evening.state)
        assert evening.do(Stopped(3)) is Told.OVER


def test_an_abandoned_evening_posts_nothing_more() -> None:
    evening = under_way()
    evening.do(Abandoned(Reason.CHANNEL_GONE))
    assert GAME.over(evening.state)
    assert GAME.notices(evening.state) == ()


def test_another_evening_is_not_begun_over_one() -> None:
    evening = under_way()
    state = evening.state
    for action in (Armed(1, 2027), Rehearsed(1, 2022, SCENES), Confirmed(3), Gone(SCENES)):
        assert evening.do(action) is Told.UNDER_WAY
    assert evening.state is state


def test_a_rehearsal_needs_no_confirmation_and_is_not_announced() -> None:
    evening = Evening(Rehearsed(1, 2022, SCENES))
    assert [notice.key for notice in GAME.notices(evening.state)] == ["scene-0"]
    assert evening.state.rehearsal


def test_what_opens_no_evening_makes_none() -> None:
    step = GAME.apply(None, Confirmed(1), START)
    assert step.told is Told.OVER
    assert GAME.over(step.state)


def test_an_evening_brings_no_points() -> None:
    assert GAME.points(under_way().state) == {}
