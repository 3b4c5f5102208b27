"""What takes long is announced to Discord within its three seconds, and answered in the place of that."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from bot.cogs.events import patience
from bot.cogs.messenger import Messenger
from bot.cogs.notices import told
from bot.settings import ReplyStyle


class Press:
    """A press of a button, which notes how it is answered."""

    guild_id = 1

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.response = SimpleNamespace(
            is_done=lambda: bool(self.answers), defer=self._defer, send_message=self._send_message
        )

    async def _defer(self, *, ephemeral: bool, thinking: bool) -> None:
        assert ephemeral
        assert thinking
        self.answers.append("wait")

    async def _send_message(self, **_: Any) -> Any:
        self.answers.append("message")

    async def edit_original_response(self, **_: Any) -> Any:
        self.answers.append("edit")
        return SimpleNamespace(id=5)


@pytest.mark.parametrize(("seconds", "answers"), [(0.0, ["message"]), (0.2, ["wait", "edit"])])
async def test_the_wait_is_announced_only_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, seconds: float, answers: list[str]
) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.05)
    press: Any = Press()

    async def work() -> str:
        await asyncio.sleep(seconds)
        return "done"

    assert await patience.in_time(press, work(), private=True) == "done"
    await Messenger(lambda _: ReplyStyle.CARDS).respond(press, told("board.empty"), private=True)
    assert press.answers == answers


async def test_what_goes_wrong_meanwhile_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.0)
    press: Any = Press()

    async def work() -> None:
        await asyncio.sleep(0.01)
        raise KeyError("lost")

    with pytest.raises(KeyError):
        await patience.in_time(press, work(), private=True)
