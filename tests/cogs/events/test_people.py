"""What is kept about people is shown to them alone, and forgotten when they say so."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from bot.replies.cards import as_card
from bot.replies.plain import as_text
from bot.store.telling import SomebodyForgotten
from tests.cogs.events.conftest import Night, labels, private, words
from tests.cogs.events.test_pool import FIELDS, OPEN, before_2022, enter, pipeline_then
from tests.cogs.events.test_quiz import right, until_choices

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cogs.conftest import Make

__all__ = ["before_2022", "pipeline_then"]


async def played(night: Night) -> None:
    """Have alice and bob play a quiz of one question; alice is right."""
    await night.order(night.olga, "quiz start 1 economies")
    await until_choices(night)
    question, best = night.last, right(night)
    await night.alice.click(question, label=labels(question)[best])
    await night.bob.click(question, label=labels(question)[best - 1])
    await night.env.advance_time(40)


def holds(database: Path, number: int) -> bool:
    """Return whether a number stands anywhere in the database."""
    with sqlite3.connect(database) as opened:
        tables = [name for (name,) in opened.execute("select name from sqlite_master where type = 'table'")]
        return any(str(number) in str(row) for table in tables for row in opened.execute(f"select * from {table}"))


async def test_mydata_is_shown_privately(night: Night) -> None:
    assert "Nothing is kept" in private(await night.alice.slash(night.channel, "mydata"))
    await played(night)
    shown = private(await night.alice.slash(night.channel, "mydata"))
    assert "1 game, 1 action" in shown
    assert "Quiz rating" in shown
    assert "/mydata" in words(await night.order(night.alice, "mydata"))
    await night.alice.user.send_dm("mydata")
    assert "1 game, 1 action" in words(night.alice.user.dm_channel.last_message)


async def test_forget_me_leaves_nothing_but_a_nameless_entry(night: Night, tmp_path: Path, make: Make) -> None:
    await played(night)
    assert holds(tmp_path / "games.sqlite3", night.alice.id)
    assert "nothing is kept" in private(await night.alice.slash(night.channel, "forget"))
    assert not holds(tmp_path / "games.sqlite3", night.alice.id)
    board = words(await night.order(night.bob, "quiz score"))
    assert "1. somebody" in board
    assert f"<@{night.bob.id}>" in board
    assert "Nothing is kept" in private(await night.alice.slash(night.channel, "mydata"))


async def test_no_reply_that_told_of_somebody_is_kept_once_they_are_forgotten(night: Night) -> None:
    await played(night)
    await night.alice.slash(night.channel, "mydata")
    assert as_card.cache_info().currsize + as_text.cache_info().currsize > 1
    await night.alice.slash(night.channel, "forget")
    assert as_card.cache_info().currsize + as_text.cache_info().currsize == 1, "only that of the order itself"


async def test_forgotten_in_the_middle_of_a_game(night: Night, make: Make) -> None:
    await night.order(night.olga, "quiz start 2 economies")
    await until_choices(night)
    question, best = night.last, right(night)
    await night.alice.click(question, label=labels(question)[best])
    await night.alice.slash(night.channel, "forget")
    await night.env.advance_time(24)
    assert f"<@{night.alice.id}>" not in words(night.last)
    await night.env.restart_bot(make())
    await night.env.advance_time(60)
    assert f"<@{night.alice.id}>" not in " ".join(words(message) for message in night.messages)


@pytest.mark.usefixtures("pipeline_then")
@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "in a server of another process"])
async def test_what_was_typed_into_a_form_is_forgotten_too(night: Night, elsewhere: bool) -> None:
    await night.order(night.olga, OPEN)
    wrong = {**FIELDS, "2": "many"}
    alices, bobs = await enter(night, night.alice, wrong), await enter(night, night.bob, wrong)
    if elsewhere:
        night.bot.hall.heard(SomebodyForgotten(frozenset()))  # type: ignore[union-attr]
        await night.env.settle()
    else:
        await night.alice.slash(night.channel, "forget")

    async def values(who: Any, told: Any) -> set[str | None]:
        again = await who.click(told.response.message, label="Put it right")
        return {part["component"].get("value") for part in again.modal["components"]}

    assert await values(night.alice, alices) == {None}
    assert await values(night.bob, bobs) == ({None} if elsewhere else set(FIELDS.values()) - {"9"} | {"many"})


async def test_a_server_that_removes_the_bot_is_forgotten(night: Night, tmp_path: Path) -> None:
    await played(night)
    await night.order(night.olga, "quiz start 5 economies")
    night.env.backend.remove_guild(night.guild.id)
    await night.env.settle()
    assert not holds(tmp_path / "games.sqlite3", night.guild.id)
    assert not list(night.bot.hall.quiz.host)  # type: ignore[union-attr]
