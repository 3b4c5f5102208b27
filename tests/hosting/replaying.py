"""Reading a game's log without the host that wrote it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.community.playing import Game
    from bot.store.records import Logged


def actions_of(game: Game[Any, Any, Any], log: Iterable[Logged]) -> list[Any]:
    """The actions as the game knows them."""
    people = [{} if logged.person is None else {"person": logged.person} for logged in log]
    return [
        game.actions.validate_python(json.loads(logged.data) | person)
        for logged, person in zip(log, people, strict=True)
    ]


def replayed(game: Game[Any, Any, Any], log: Iterable[Logged]) -> Any:
    """The state that a log leads to."""
    state = None
    for logged, action in zip(log, actions_of(game, log), strict=True):
        state = game.apply(state, action, logged.at).state
    return state
