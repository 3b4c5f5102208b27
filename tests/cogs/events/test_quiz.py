"""A quiz in a channel, from its start to its podium, with restarts in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.cogs.events import quiz_room
from tests.cogs.events.conftest import labels, private, words

if TYPE_CHECKING:
    import pytest

    from bot.community.quiz.state import Quiz
    from tests.cogs.conftest import Make
    from tests.cogs.events.conftest import Night


def quiz_of(night: Night) -> Quiz:
    assert night.bot.hall is not None
    (playing,) = night.bot.hall.quiz.host
    return playing.state


def right(night: Night) -> int:
    """Return the position of the right choice of the open question."""
    question = quiz_of(night).question
    return question.choices.index(question.right[0])


async def press(night: Night, who: Any, choice: int) -> str:
    return private(await who.click(night.last, label=labels(night.last)[choice]))


async def until_choices(night: Night) -> None:
    """Let the quiz go on to a question with choices."""
    for _ in range(40):
        state = quiz_of(night)
        if state.opened_ms is not None and state.question.choices:
            return
        await night.env.advance_time(3)
    raise AssertionError("no question with choices came up")


async def test_a_quiz_from_start_to_podium(night: Night) -> None:
    started = await night.order(night.olga, "quiz start 2 economies 20")
    assert "begins" in words(started)
    for _ in range(2):
        await until_choices(night)
        number = quiz_of(night).number
        best = right(night)
        assert len(labels(night.last)) == len(quiz_of(night).question.choices)
        assert "It is final" in await press(night, night.alice, best)
        await press(night, night.bob, (best + 1) % len(labels(night.last)))
        await night.env.advance_time(23)
        assert f"question-{number}" not in [notice.key for notice in quiz_of(night).pending]
        reveal = words(night.last)
        assert "1 of 2" in reveal, reveal
        assert "WIPO" in reveal or "GeoNames" in reveal
    await night.env.advance_time(7)
    podium = words(night.last)
    assert f"<@{night.alice.id}>" in podium
    assert podium.index(f"<@{night.alice.id}>") < podium.index(f"<@{night.bob.id}>")
    assert not list(night.bot.hall.quiz.host)
    board = await night.order(night.carol, "quiz score")
    assert f"1. <@{night.alice.id}>" in words(board)


async def test_a_first_answer_is_final_and_a_late_one_is_told_so(night: Night) -> None:
    await night.order(night.olga, "quiz start 3 economies 10")
    await until_choices(night)
    question = night.last
    await press(night, night.alice, right(night))
    second = private(await night.alice.click(question, label=labels(question)[0]))
    assert "the first answer is final" in second
    await night.env.advance_time(13)
    late = private(await night.bob.click(question, label=labels(question)[0]))
    assert "late" in late or "over" in late, late


async def test_only_organisers_start_and_stop(night: Night) -> None:
    refused = await night.order(night.alice, "quiz start")
    assert "organisers" in words(refused)
    await night.order(night.olga, "quiz start 5 economies")
    assert "under way" in words(await night.order(night.olga, "quiz start"))
    assert "organisers" in words(await night.order(night.alice, "quiz stop"))
    await night.order(night.olga, "quiz stop")
    await night.env.advance_time(10)
    assert not list(night.bot.hall.quiz.host)


async def test_a_quiz_goes_on_after_a_restart(night: Night, make: Make) -> None:
    await night.order(night.olga, "quiz start 2 economies 20")
    await until_choices(night)
    question, best = night.last, right(night)
    await press(night, night.alice, best)
    await night.env.restart_bot(make())
    assert "first answer is final" in private(await night.alice.click(question, label=labels(question)[best]))
    await night.env.advance_time(5)
    assert private(await night.bob.click(question, label=labels(question)[best]))
    await night.env.advance_time(20)
    assert "2 of 2" in words(night.last) or "Both" in words(night.last) or "All" in words(night.last), words(night.last)
    assert len([message for message in night.messages if labels(message)]) == 1


async def test_a_deleted_channel_ends_its_quiz(night: Night, caplog: pytest.LogCaptureFixture) -> None:
    await night.order(night.olga, "quiz start 5 economies")
    await until_choices(night)
    night.env.backend.delete_channel(night.channel.id)
    await night.env.advance_time(60)
    assert not list(night.bot.hall.quiz.host)
    assert len([record for record in caplog.records if "cannot go on" in record.message]) == 1
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_rate_limit_only_holds_a_quiz_up(night: Night) -> None:
    await night.order(night.olga, "quiz start 2 economies 20")
    night.env.inject_error("POST", "/channels/*/messages", status=429, times=1)
    await until_choices(night)
    assert labels(night.last)


async def test_questions_of_the_day_leave_room_for_quizzes(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiz_room, "RUNNING_LIMIT", 1)
    await night.order(night.olga, "quiz daily")
    await night.env.advance_time(1)
    assert "begins" in words(await night.order(night.olga, "quiz start 2 economies"))
    elsewhere = night._replace(channel=night.guild.create_text_channel("elsewhere"))
    assert "Too many" in words(await elsewhere.order(elsewhere.olga, "quiz start 2 economies"))
