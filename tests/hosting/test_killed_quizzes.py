"""Quizzes whose process is killed again and again lose no acknowledged answer, and give all their points once."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.community.quiz.actions import Answered, Opened
from bot.community.quiz.game import QuizGame
from bot.community.quiz.generating import generate
from bot.community.quiz.scoring import points_for
from bot.store.store import Store
from tests.hosting.children import quizzes
from tests.hosting.lives import Death, lives
from tests.hosting.replaying import actions_of, replayed
from tests.hosting.reporting import Setting, messages

if TYPE_CHECKING:
    from pathlib import Path

    from bot.pipeline import Pipeline

GAME = QuizGame()
ROUNDS, SECONDS = 5, 10
CHANNELS = ("1", "2", "3", "4")


async def test_killed_quizzes_lose_no_acknowledged_answer(address: str, tmp_path: Path, pipeline: Pipeline) -> None:
    chance = random.Random(address[:8])
    openings = {
        channel: Opened(9, generate(pipeline.rankings, pipeline.resolver, chance, ROUNDS), SECONDS, ROUNDS)
        for channel in CHANNELS
    }
    channel = tmp_path / "channel"
    deaths = [
        Death(number=chance.randint(1, 16), seconds=chance.uniform(0, 0.05), down=chance.uniform(2, 12))
        for _ in range(10)
    ]
    told = lives(quizzes, Setting(address, channel, openings), deaths)
    assert len(told) > len(deaths) // 2, "most deaths came before the end"

    kept: dict[int | str, set[tuple[int | str, ...]]] = defaultdict(set)
    for what, of, *answer in (line for life in told for line in life):
        if what == "kept":
            assert tuple(answer) not in kept[of]
            kept[of].add(tuple(answer))
    sent = messages(channel)
    async with await Store.open(address) as store:
        events = {scope: (await store.events.of_scope("quiz", scope))[0] for scope in CHANNELS}
        for scope, event in events.items():
            log = await store.events.log(event.id)
            answers = [action for action in actions_of(GAME, log) if isinstance(action, Answered)]
            counted = Counter((each.number, each.person, each.choice, each.at_ms) for each in answers)
            assert set(counted.values()) == {1}
            assert kept[event.id] <= set(counted), "what was acknowledged is kept"
            assert len(counted) <= len(kept[event.id]) + len(deaths), "and little else: what was under way at a death"
            assert len({(each.number, each.person) for each in answers}) == len(answers)

            posted = {each.key: each for each in sent if each.event == event.id}
            expected: dict[int, int] = {}
            for each in answers:
                question = openings[scope].questions[each.number - 1]
                elapsed = each.at_ms - posted[f"question-{each.number}"].at_ms
                right = question.choices[each.choice or 0] in question.right
                points = points_for(elapsed, SECONDS * 1000) if right else 0
                expected[each.person] = expected.get(each.person, 0) + points
            state = replayed(GAME, log)
            assert event.closed_at is not None
            assert GAME.over(state)
            rounds = [
                f"{what}-{number}" for number in range(1, len(state.closed) + 1) for what in ("question", "reveal")
            ]
            assert [each.key for each in sent if each.event == event.id] == ["opened", *rounds, "podium"]
            assert GAME.points(state) == expected
            assert await store.points.of_event(event.id) == expected
