"""Release nights whose process is killed in the countdown go on where they stopped."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bot.community.release.actions import Armed, Rehearsed
from bot.community.release.programme import programme
from bot.community.release.rules import ReleaseNight
from bot.store.store import Store
from tests.hosting.children import nights
from tests.hosting.lives import Death, lives
from tests.hosting.replaying import replayed
from tests.hosting.reporting import Setting, messages

if TYPE_CHECKING:
    from pathlib import Path

    from bot.rankings.model import Rankings

GAME = ReleaseNight()
PAUSE = 2


async def test_killed_nights_show_every_scene_in_order(address: str, tmp_path: Path, rankings: Rankings) -> None:
    chance = random.Random(address[:8])
    scenes = programme(rankings, 2022)
    openings = {"1": Rehearsed(9, 2022, scenes, PAUSE), "2": Armed(9, 2022, pause=PAUSE)}
    channel = tmp_path / "channel"
    deaths = [Death(number=chance.randint(1, 14), seconds=chance.uniform(0, 0.1)) for _ in range(10)]
    told = lives(nights, Setting(address, channel, openings), deaths)
    assert len(told) > len(deaths) // 2, "most deaths came before the end"

    sent = messages(channel)
    shown = [f"scene-{number}" for number in range(len(scenes))]
    async with await Store.open(address) as store:
        for scope in openings:
            (event,) = await store.events.of_scope("release", scope)
            state = replayed(GAME, await store.events.log(event.id))
            assert event.closed_at is not None
            assert GAME.over(state)
            assert state.shown == len(scenes)
            posted = [each for each in sent if each.event == event.id and each.key != "announcement"]
            assert [each.key for each in posted] == shown

            reached = 0
            for life in told:
                begun = [
                    shown.index(str(key))
                    for what, key, of in life
                    if (what, of) == ("posting", event.id) and key in shown
                ]
                assert begun[:1] in ([], [reached], [reached + 1]), "it goes on where it stopped"
                reached = max((reached, *begun))
