"""A quiz as those who play it live through it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.community.quiz.actions import (
    Abandoned,
    Answered,
    AnsweredAlready,
    Done,
    Gone,
    Opened,
    OpenedDaily,
    Posted,
    Refused,
    Skipped,
    Started,
    Stopped,
    Taken,
    Tick,
)
from bot.community.quiz.game import PAUSE_MS, PEOPLE_MAXIMUM, ROUNDS_MAXIMUM, milliseconds
from bot.community.quiz.state import Announced, Asked, Ended, Podium, Revealed, results
from tests.community.quiz.support import GAME, START, Host, question, quiz


def test_a_whole_quiz_goes_from_the_announcement_to_the_podium() -> None:
    host = quiz(rounds=2)
    while not GAME.over(host.quiz):
        host.post()
        if host.quiz.opened_ms is not None:
            host.answer(7)
        if not GAME.over(host.quiz):
            host.until_due()
    kinds = [type(notice) for notice in host.posted]
    assert kinds == [Announced, Asked, Revealed, Asked, Revealed, Podium]
    assert host.quiz.ended is Ended.PLAYED
    assert len({notice.key for notice in host.posted}) == len(host.posted)
    assert GAME.due(host.quiz) is None


def test_the_opener_is_told_how_many_questions_there_are() -> None:
    step = GAME.apply(None, Opened(1, (question(),), 20, 10), START)
    assert step.told == Started(1, 10)
    assert step.state.pending == (Announced(1, 10, 20, 20),)


def test_a_quiz_has_its_limits() -> None:
    step = GAME.apply(None, Opened(1, tuple(map(question, range(100))), 5, 100), START)
    assert len(step.state.questions) == ROUNDS_MAXIMUM
    assert step.state.seconds == 10
    assert GAME.apply(None, Opened(1, (question(),), 500, 1), START).state.seconds == 60


def test_a_right_answer_brings_points_and_speed_a_little_more() -> None:
    host = quiz()
    host.ask()
    host.answer(1, after=0)
    host.answer(2, after=10)
    host.answer(3, after=20)
    host.answer(4, choice=0, after=1)
    host.until_due()
    assert GAME.points(host.quiz) == {1: 150, 2: 125, 3: 100, 4: 0}


def test_no_points_are_given_before_the_round_is_over() -> None:
    host = quiz()
    host.ask()
    host.answer(1)
    assert GAME.points(host.quiz) == {}


def test_a_first_answer_is_final() -> None:
    host = quiz()
    host.ask()
    assert host.answer(1, choice=0, after=1) == Taken(host.quiz.question, "a")
    before = host.quiz
    assert host.answer(1, choice=1, after=2) == AnsweredAlready(before.question, "a")
    assert host.quiz is before
    host.until_due()
    assert GAME.points(host.quiz) == {1: 0}


def test_of_two_clicks_the_earlier_counts_whichever_arrives_first() -> None:
    host = quiz()
    host.ask()
    host.answer(1, choice=0, after=3.002)
    assert host.answer(1, choice=1, after=3.001) == Taken(host.quiz.question, "b")
    host.until_due()
    assert GAME.points(host.quiz)[1] > 0


def test_simultaneous_clicks_are_ordered_by_discords_time() -> None:
    host = quiz()
    host.ask()
    host.answer(2, after=3.002)
    host.answer(1, after=3.001)
    host.until_due()
    (reveal,) = host.post()
    assert isinstance(reveal, Revealed)
    assert reveal.first == 1


def test_a_click_in_time_counts_though_it_arrives_within_the_grace() -> None:
    host = quiz(seconds=20)
    host.ask()
    host.now += timedelta(seconds=21.9)
    assert host.do(Tick()) is Refused.NOT_DUE
    assert isinstance(host.answer(1, after=20), Taken)
    assert host.answer(2, after=20.001) is Refused.LATE
    host.now += timedelta(seconds=0.1)
    host.do(Tick())
    assert host.answer(3, after=19) is Refused.LATE
    assert GAME.points(host.quiz) == {1: 100}


def test_a_click_can_arrive_before_its_question_is_known_to_be_posted() -> None:
    host = quiz()
    host.post()
    host.until_due()
    at = milliseconds(host.now)
    assert isinstance(host.do(Answered(1, 1, at + 500, choice=1)), Taken)
    assert isinstance(host.do(Answered(2, 1, at + 20_001, choice=1)), Taken)
    host.do(Posted("question-1", 5, at))
    host.until_due()
    assert GAME.points(host.quiz) == {1: 148, 2: 100}, "what was acknowledged counts, late as it was"


def test_clicks_on_questions_that_are_not_open_are_told_so() -> None:
    host = quiz()
    host.ask()
    assert host.answer(1, number=2) is Refused.NOT_OPEN
    host.until_due()
    assert host.answer(1, number=1) is Refused.LATE
    host.ask()
    assert host.answer(1, number=1) is Refused.LATE


@pytest.mark.parametrize("choice", [-1, 4, None])
def test_what_is_no_choice_is_no_answer(choice: int | None) -> None:
    host = quiz()
    host.ask()
    assert host.do(Answered(1, 1, milliseconds(host.now), choice=choice)) is Refused.NOT_A_CHOICE
    assert host.do(Answered(1, 1, milliseconds(host.now), cluster="b")) is Refused.NOT_A_CHOICE


def test_a_typed_answer_is_a_cluster_by_its_id() -> None:
    host = quiz(typed=True)
    host.ask()
    assert host.do(Answered(1, 1, milliseconds(host.now), choice=1)) is Refused.NOT_A_CHOICE
    assert host.do(Answered(1, 1, milliseconds(host.now), cluster="b")) == Taken(host.quiz.question, "b")
    for person in (2, 3):
        host.do(Answered(person, 1, milliseconds(host.now), cluster="x"))
    host.do(Answered(4, 1, milliseconds(host.now), cluster="c"))
    host.until_due()
    (reveal,) = host.post()
    assert isinstance(reveal, Revealed)
    assert (reveal.answered, reveal.right, reveal.misses) == (4, 1, ("x", "c"))


def test_there_is_more_time_to_type() -> None:
    host = quiz(seconds=20, typed=True)
    (announced,) = GAME.notices(host.quiz)
    assert announced == Announced(3, 3, 20, 30)
    host.ask()
    opened = milliseconds(host.now)
    assert isinstance(host.do(Answered(1, 1, opened + 30_000, cluster="b")), Taken)
    assert host.do(Answered(2, 1, opened + 30_001, cluster="b")) is Refused.LATE
    host.until_due()
    assert GAME.points(host.quiz) == {1: 100}


def test_only_so_many_can_answer() -> None:
    host = quiz()
    host.ask()
    for person in range(1, PEOPLE_MAXIMUM + 1):
        host.answer(person)
    assert host.answer(PEOPLE_MAXIMUM + 1) is Refused.FULL
    assert isinstance(host.answer(5), AnsweredAlready)


def test_a_skipped_question_is_revealed_at_once_and_counts_for_nobody() -> None:
    host = quiz()
    host.ask()
    host.answer(1)
    assert host.do(Skipped(9)) is Done.SKIPPED
    assert host.answer(2) is Refused.LATE
    (reveal,) = host.post()
    assert isinstance(reveal, Revealed)
    assert reveal.skipped
    assert GAME.points(host.quiz) == {}
    assert results(host.quiz) == ()
    assert host.do(Skipped(9)) is Refused.NOT_OPEN
    host.ask()
    assert host.quiz.number == 2


def test_a_stopped_quiz_shows_its_podium_and_keeps_its_points() -> None:
    host = quiz()
    host.ask()
    host.answer(1)
    host.until_due()
    host.ask()
    host.answer(2)
    assert host.do(Stopped(9)) is Done.STOPPED
    reveal, podium = host.post()
    assert isinstance(reveal, Revealed)
    assert reveal.skipped
    assert isinstance(podium, Podium)
    assert (podium.ended, podium.rounds) == (Ended.STOPPED, 2)
    assert [line.person for line in podium.board] == [1]
    assert GAME.over(host.quiz)
    assert host.answer(3) is Refused.OVER
    assert host.do(Stopped(9)) is Refused.OVER


def test_a_stop_before_a_question_is_posted_drops_it() -> None:
    host = quiz()
    host.post()
    host.until_due()
    host.do(Stopped(9))
    assert [type(notice) for notice in GAME.notices(host.quiz)] == [Podium]


def test_an_abandoned_quiz_posts_nothing_more() -> None:
    host = quiz()
    host.ask()
    host.answer(1)
    host.until_due()
    host.do(Abandoned(Gone.CHANNEL_GONE))
    assert GAME.over(host.quiz)
    assert GAME.due(host.quiz) is None
    assert list(GAME.points(host.quiz)) == [1]
    assert host.do(Abandoned(Gone.REMOVED)) is Refused.OVER


def test_a_podium_that_cannot_be_posted_is_given_up() -> None:
    host = quiz()
    host.do(Stopped(1))
    assert not GAME.over(host.quiz)
    host.do(Abandoned(Gone.MAY_NOT_WRITE))
    assert GAME.over(host.quiz)
    assert host.quiz.ended is Ended.STOPPED


def test_three_silent_rounds_end_a_quiz() -> None:
    host = quiz(rounds=10)
    for _ in range(3):
        host.ask()
        host.until_due()
    assert host.quiz.ended is Ended.DESERTED
    assert [type(notice) for notice in host.post()] == [Revealed, Podium]


def test_an_answer_or_a_skip_is_a_sign_of_life() -> None:
    host = quiz(rounds=10)
    for number in range(1, 9):
        host.ask()
        if number % 3 == 0:
            host.do(Skipped(1)) if number == 3 else host.answer(1, choice=0)
        if host.quiz.opened_ms is not None:
            host.until_due()
    assert host.quiz.ended is None


def test_the_next_question_comes_some_seconds_after_the_reveal_was_posted() -> None:
    host = quiz()
    host.ask()
    host.until_due()
    assert GAME.due(host.quiz) is None, "not before the reveal is known to be there"
    host.wait(3600)
    host.post()
    assert GAME.due(host.quiz) == host.now + timedelta(milliseconds=PAUSE_MS)


def test_the_scoreboard_is_posted_anew_every_few_rounds() -> None:
    host = quiz(rounds=11)
    boards: list[int] = []
    for _ in range(11):
        host.ask()
        host.answer(1)
        host.until_due()
        (reveal,) = host.post()
        assert isinstance(reveal, Revealed)
        if reveal.board:
            boards.append(reveal.number)
            assert reveal.board[0].points == GAME.points(host.quiz)[1]
    assert boards == [5, 10]


def test_a_notice_posted_twice_is_told_by_its_key() -> None:
    host = quiz()
    host.post()
    before = host.quiz
    assert host.do(Posted("opened", 77, 0)) is Refused.NOT_AWAITED
    assert host.do(Posted("nonsense", 77, 0)) is Refused.NOT_AWAITED
    assert host.quiz is before


def test_a_quiz_cannot_begin_twice_or_without_an_opening() -> None:
    host = quiz()
    before = host.quiz
    assert host.do(Opened(2, (question(),), 20, 1)) is Refused.STARTED_ALREADY
    assert host.quiz is before
    step = GAME.apply(None, Tick(), START)
    assert step.told is Refused.NOT_STARTED
    assert GAME.over(step.state)


def test_results_are_told_by_round_with_the_question() -> None:
    host = quiz()
    host.ask()
    host.answer(2, choice=0, after=2)
    host.answer(1, choice=1, after=3)
    assert results(host.quiz) == ()
    host.until_due()
    (result,) = results(host.quiz)
    assert (result.number, result.question.key, result.answers) == (1, question(1).key, ((2, False), (1, True)))


def test_a_daily_question_is_open_until_its_time_and_speed_does_not_count() -> None:
    until = START + timedelta(hours=20)
    host = Host(OpenedDaily(question(), milliseconds(until)))
    (asked,) = host.post()
    assert isinstance(asked, Asked)
    assert asked.until_ms == milliseconds(until)
    host.now += timedelta(hours=19)
    host.answer(1, after=1)
    host.answer(2, after=19 * 3600)
    assert host.answer(3, after=20 * 3600 + 1) is Refused.LATE
    host.until_due()
    assert host.now == until + timedelta(seconds=2)
    (reveal,) = host.post()
    assert isinstance(reveal, Revealed)
    assert reveal.daily
    assert GAME.points(host.quiz) == {1: 100, 2: 100}
    assert GAME.over(host.quiz)


def test_a_daily_question_lasts_a_day_at_most() -> None:
    host = Host(OpenedDaily(question(), milliseconds(START + timedelta(days=30))))
    host.post()
    host.until_due()
    assert host.now <= START + timedelta(hours=24, seconds=2)
