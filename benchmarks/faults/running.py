"""A fault, and questions before, during and after it; what became of each."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.faults.scenarios import ASKED, SCENARIOS, Scenario, ask
from tests.loopback import Loopback, loopback
from tests.loopback.interactions import Interaction
from tests.loopback.serving import pointed_at, serving
from tests.loopback.world import BOT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from benchmarks.faults.scenarios import Question
    from bot.client import ClusterBot
    from tests.loopback.world import Data

LONGEST = 120.0
"""Seconds after which a question is taken for lost."""

AFTERMATH = 1.5
"""Seconds in which a second answer to a question would have come: longer than the first pause before a repetition."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many questions were asked, answered once or twice, lost, or out of the bot's reach; and for how long.

    `recovery` is the seconds from the beginning of the fault until every question asked during it, and the first one
    after, was answered. `missing` says what of the fault did not happen.
    """

    asked: int
    once: int
    unreached: int
    lost: int
    twice: int
    recovery: float
    missing: str = ""


def answers(fake: Loopback, question: Question) -> int:
    """Return how many answers stand to a question."""
    if isinstance(question, Interaction):
        return (question.message is not None) + len(question.followups)
    place = question["content"].split(maxsplit=1)[1]
    return sum(place in _title(each) for each in fake.channel.messages.values())


def _title(message: Data) -> str:
    """Return what a reply to a message is about; nothing for other messages."""
    if message["author"] is not BOT or "interaction_metadata" in message:
        return ""
    return "".join(embed.get("title", "") for embed in message["embeds"]) + message["content"].partition("\n")[0]


async def run(
    name: str,
    make: Callable[[bool], ClusterBot],
    sleep: Callable[[float], Awaitable[None]],
    aftermath: float = AFTERMATH,
) -> Outcome:
    """Run a scenario once, with a bot and a Discord of its own; `sleep` waits between attempts to connect."""
    scenario = SCENARIOS[name]

    def make_patient(message_content: bool) -> ClusterBot:
        bot = make(message_content)
        bot._connection.heartbeat_timeout = scenario.patience
        return bot

    async with loopback() as fake:
        with pointed_at(fake):
            if scenario.start:
                await scenario.begin(fake)
            began = time.perf_counter()
            async with serving(make_patient, fake, sleep):
                return await _questioned(scenario, fake, began, aftermath)


async def _questioned(scenario: Scenario, fake: Loopback, began: float, aftermath: float) -> Outcome:
    before: list[Question] = []
    if not scenario.start:
        before = [await ask(fake) for _ in range(ASKED)]
        await _answered(fake, before)
        began = time.perf_counter()
        await scenario.begin(fake)
    during = [await scenario.ask(fake) for _ in range(ASKED)]
    await scenario.end(fake)
    after = [await ask(fake) for _ in range(ASKED)]
    await _answered(fake, [*(during if scenario.reach else ()), after[0]])
    recovery = time.perf_counter() - began
    await _answered(fake, after)
    await asyncio.sleep(aftermath)
    reached = [*before, *after, *(during if scenario.reach else ())]
    counts = [answers(fake, question) for question in reached]
    unreached = [answers(fake, question) for question in during if not scenario.reach]
    left = [rule.pattern.pattern for rule in fake.faults.rules if rule.met < rule.times]
    return Outcome(
        asked=len(counts) + len(unreached),
        once=counts.count(1) + unreached.count(1),
        unreached=unreached.count(0),
        lost=counts.count(0),
        twice=sum(count > 1 for count in counts + unreached),
        recovery=recovery,
        missing=", ".join(left),
    )


async def _answered(fake: Loopback, questions: list[Question]) -> None:
    """Wait until all questions have an answer, or one of them has waited for too long."""
    try:
        await fake.until(lambda: all(answers(fake, question) for question in questions), LONGEST)
    except TimeoutError:
        return
