"""What the children do that are killed: each takes up the games there are, or opens them, and plays to the end."""

from __future__ import annotations

import asyncio
import random
import secrets
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.community.pool.actions import Entered, Receipt, Told
from bot.community.pool.actions import Posted as PoolPosted
from bot.community.pool.actions import Tick as PoolTick
from bot.community.pool.commitment import leaf
from bot.community.pool.game import PoolGame
from bot.community.pool.model import Sealed
from bot.community.pool.state import Phase as PoolPhase
from bot.community.quiz.actions import Answered, Posted, Taken, Tick
from bot.community.quiz.game import QuizGame, milliseconds
from bot.community.quiz.state import Asked, Revealed
from bot.community.release.actions import Confirmed, Gone, Rehearsed
from bot.community.release.actions import Posted as NightPosted
from bot.community.release.actions import Tick as NightTick
from bot.community.release.rules import ReleaseNight
from bot.hosting.host import Host
from bot.pipeline import Pipeline
from bot.places.resolver import Resolver
from bot.rankings.loading import load
from bot.replies.composing.pool import compose_notice as composed_for_pool
from bot.replies.composing.quiz import compose_notice as composed_for_quiz
from bot.replies.composing.release import compose_notice as composed_for_night
from bot.store.store import Store
from tests.community.pool.support import some_entry
from tests.hosting.reporting import Reporter, Setting

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from bot.community.pool.state import Pool
    from bot.community.quiz.state import Quiz
    from bot.community.release.night import Night
    from bot.hosting.host import Playing
    from bot.store.records import Event

PEOPLE = range(1, 9)


@cache
def pipeline() -> Pipeline:
    rankings = load()
    return Pipeline.over(rankings, Resolver.from_files(rankings))


async def taken_up(host: Host[Any, Any, Any], kind: str, store: Store, setting: Setting) -> None:
    """Go on with what there is, and open what was not opened yet."""
    await host.resume()
    for scope, opening in setting.openings.items():
        if not await store.events.of_scope(kind, scope):
            await host.open(int(scope), int(scope), scope, opening)
    host.start()


class QuizHand:
    """Posts for quizzes, and has everybody answer every question once."""

    def __init__(self, reporter: Reporter, store: Store) -> None:
        self._reporter = reporter
        self._store = store
        self._crowd = asyncio.TaskGroup()
        self._asked: set[tuple[int, int]] = set()
        self.host: Host[Any, Any, Any] = Host("quiz", QuizGame(), store, self, reporter.now, reporter.sleep)

    async def play(self, setting: Setting) -> None:
        async with self._crowd:
            await taken_up(self.host, "quiz", self._store, setting)
            for playing in self.host:
                if playing.state.opened_ms is not None:
                    self._gather(playing.event.id, playing.state.number, playing.state.lasting)
            await self._reporter.until_over(self.host)

    async def post(self, event: Event, state: Quiz, notice: Any) -> Any:
        proof = pipeline().ask(notice.question.proof).pages[0] if isinstance(notice, Revealed) else None
        reply = composed_for_quiz(notice, pipeline().rankings, proof)
        if isinstance(notice, Asked):
            self._gather(event.id, notice.number, notice.seconds)
        message, sent = await self._reporter.send(event, notice.key, reply)
        return Posted(notice.key, message, sent.at_ms)

    def tick(self) -> Any:
        return Tick()

    async def note(self, event: Event, state: Quiz) -> None:
        if QuizGame().over(state):
            await self._store.points.award(event.id, QuizGame().points(state))

    def _gather(self, event: int, number: int, seconds: int) -> None:
        if (event, number) not in self._asked:
            self._asked.add((event, number))
            for person in PEOPLE:  # the first before it is known that the question was posted, the last too late
                after = seconds * 1.1 * (person - 1) * random.random() / (len(PEOPLE) - 1)
                self._crowd.create_task(self._answer(event, number, person, after))

    async def _answer(self, event: int, number: int, person: int, seconds: float) -> None:
        await self._reporter.sleep(seconds)
        playing = self.host.get(event)
        if playing is None:
            return
        answer = Answered(person, number, milliseconds(self._reporter.now()), choice=random.randrange(4))
        if isinstance(await self.host.act(playing, answer), Taken):
            self._reporter.tell("kept", event, number, person, answer.choice or 0, answer.at_ms)


class PoolHand:
    """Posts for pools, and has people enter one after the other, as long as that is possible."""

    def __init__(self, reporter: Reporter, store: Store) -> None:
        self._reporter = reporter
        self._store = store
        self.host: Host[Any, Any, Any] = Host("pool", PoolGame(), store, self, reporter.now, reporter.sleep)

    async def play(self, setting: Setting) -> None:
        await taken_up(self.host, "pool", self._store, setting)
        async with asyncio.TaskGroup() as crowd:
            for playing in self.host:
                for person in PEOPLE:
                    crowd.create_task(self._enter(playing, person))
        while any(playing.state.pending for playing in self.host):
            await self._reporter.sleep(1)

    async def post(self, event: Event, state: Pool, notice: Any) -> Any:
        reply = composed_for_pool(state, notice, pipeline().rankings)
        return PoolPosted(notice.key, (await self._reporter.send(event, notice.key, reply))[0])

    def tick(self) -> Any:
        return PoolTick()

    async def note(self, event: Event, state: Pool) -> None:
        """There are no points before a result."""

    async def _enter(self, playing: Playing[Pool], person: int) -> None:
        """Enter, and change the entry again and again, until the pool is closed and the commitment is there."""
        while playing.state.phase is PoolPhase.OPEN:
            await self._reporter.sleep(random.uniform(0, 10))
            sealed = Sealed(some_entry(random.Random()), secrets.token_hex(16))
            hashed = leaf(playing.state, sealed)
            self._reporter.tell("sent", playing.event.id, person, hashed)
            told = await self.host.act(playing, Entered(person, sealed.entry, sealed.salt))
            if isinstance(told, Receipt):
                self._reporter.tell("kept", playing.event.id, person, told.leaf)
            else:
                assert told is Told.CLOSED


class NightHand:
    """Posts for release nights. Where one is armed, two people confirm it; its scenes are those of the rehearsal."""

    def __init__(self, reporter: Reporter, store: Store) -> None:
        self._reporter = reporter
        self._store = store
        self.host: Host[Any, Any, Any] = Host("release", ReleaseNight(), store, self, reporter.now, reporter.sleep)

    async def play(self, setting: Setting) -> None:
        (self._scenes,) = (each.scenes for each in setting.openings.values() if isinstance(each, Rehearsed))
        await taken_up(self.host, "release", self._store, setting)
        for playing in self.host:
            for person in (1, 2):
                await self.host.act(playing, Confirmed(person))
        await self._reporter.until_over(self.host)

    async def post(self, event: Event, state: Night, notice: Any) -> Any:
        reply = composed_for_night(notice, state, pipeline().rankings)
        return NightPosted(notice.key, (await self._reporter.send(event, notice.key, reply))[0])

    def tick(self) -> Any:
        return NightTick()

    async def note(self, event: Event, state: Night) -> None:
        playing = self.host.get(event.id)
        if playing is not None and state.agreed:
            await self.host.act(playing, Gone(self._scenes))


async def _play(kind: type[QuizHand | PoolHand | NightHand], setting: Setting, pipe: Connection) -> None:
    async with await Store.open(setting.address) as store:
        hand = kind(Reporter(setting, pipe), store)
        await hand.play(setting)
        await hand.host.close()


def quizzes(setting: Setting, pipe: Connection) -> None:
    asyncio.run(_play(QuizHand, setting, pipe))


def pools(setting: Setting, pipe: Connection) -> None:
    asyncio.run(_play(PoolHand, setting, pipe))


def nights(setting: Setting, pipe: Connection) -> None:
    asyncio.run(_play(NightHand, setting, pipe))
