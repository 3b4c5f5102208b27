"""Pools whose process is killed before and during the lock commit to every entry that was acknowledged, once."""

from __future__ import annotations

import hashlib
import random
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.community.pool.actions import Entered, Opened
from bot.community.pool.commitment import leaf
from bot.community.pool.game import PoolGame
from bot.community.pool.model import Baseline
from bot.community.pool.state import Phase
from bot.store.store import Store
from tests.community.pool.support import prompts
from tests.hosting.children import PEOPLE, pools
from tests.hosting.lives import Death, Line, lives
from tests.hosting.replaying import actions_of, replayed
from tests.hosting.reporting import START, Setting, messages

if TYPE_CHECKING:
    from pathlib import Path

    from bot.rankings.model import Rankings

GAME = PoolGame()
HOUR = START + timedelta(hours=1)
CLOSES = {"1": HOUR - timedelta(minutes=10), "2": HOUR, "3": HOUR}
"""The first one closes while nothing runs, the others soon after."""


async def test_killed_pools_commit_to_all_receipts(address: str, tmp_path: Path, rankings: Rankings) -> None:
    chance = random.Random(address[:8])
    asked = prompts(rankings)
    nothing = Baseline((None,) * len(asked), ())
    openings = {server: Opened(9, f"a{server}", 2026, closes, asked, nothing) for server, closes in CLOSES.items()}
    channel = tmp_path / "channel"
    before = [Death(number=chance.randint(1, 15), seconds=chance.uniform(0, 0.05)) for _ in range(6)]
    late = Death(number=9, until=HOUR - timedelta(seconds=10))
    during = [Death((what, "locked"), number) for number in (1, 2) for what in ("posting", "posted")]
    told = lives(pools, Setting(address, channel, openings), (*before, late, *during))
    assert len(told) > len(before) + 2, "killed in the lock too"

    lines = [line for life in told for line in life]
    sent = messages(channel)
    async with await Store.open(address) as store:
        for server in CLOSES:
            (event,) = await store.events.of_scope("pool", server)
            log = await store.events.log(event.id)
            state = replayed(GAME, log)
            assert state.phase is Phase.LOCKED
            assert state.pending == ()
            entered = [action for action in actions_of(GAME, log) if isinstance(action, Entered)]
            assert len({action.salt for action in entered}) == len(entered)
            leaves = {person: leaf(state, sealed) for person, sealed in state.entries.items()}
            for person in PEOPLE:
                assert leaves.get(person) in standing(lines, event.id, person)

            commitment = hashlib.sha256("".join(f"{each}\n" for each in sorted(leaves.values())).encode()).hexdigest()
            posted = [each for each in sent if each.event == event.id]
            assert [each.key for each in posted if each.key != "opened"] == ["locked"], "one commitment, and one only"
            assert commitment in posted[-1].text


def standing(lines: list[Line], event: int, person: int) -> set[object]:
    """What may stand for somebody: the last receipt, or what they sent after it when the process was killed."""
    found: set[object] = {None}
    for what, *rest in lines:
        if rest[:2] == [event, person]:
            found = found | {rest[2]} if what == "sent" else {rest[2]}
    return found
