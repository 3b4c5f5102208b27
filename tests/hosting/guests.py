"""People who play quizzes of one server, whatever fails, and a model of what they did."""

from __future__ import annotations

import json
from itertools import takewhile
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from bot.cogs.events.people_room import PeopleRoom
from bot.community.quiz.actions import Action, Answered, Done, Opened, Skipped, Stopped, Taken
from bot.community.quiz.game import QuizGame, milliseconds
from bot.community.quiz.state import Ended, Quiz
from bot.store.failures import AlreadyOpen, StoreUnavailable
from tests.community.quiz.support import question
from tests.hosting.evening import Evening
from tests.hosting.faults import Faults, When
from tests.hosting.model import SECONDS, Model, Name
from tests.hosting.replaying import replayed

if TYPE_CHECKING:
    from collections import Counter

    from bot.hosting.host import Playing
    from bot.store.store import Store

GAME = QuizGame()
QUESTIONS = tuple(question(number) for number in range(1, 5))
ORGANISER = 9


class Guests:
    """Each method is something that happens. `forgotten` are those who were, and have done nothing since."""

    def __init__(self, store: Store, server: int) -> None:
        self.server = server
        self.model = Model()
        self.forgotten: set[int] = set()
        self._store = store
        self._faults = Faults(store)
        self._evening = Evening(store)

    def let_store_fail(self, faults: list[When]) -> None:
        """Let the next calls of the store fail, after those that are to fail anyway."""
        self._faults.coming += faults

    async def open(self, channel: int, rounds: int) -> None:
        opening = Opened(self._person(ORGANISER), QUESTIONS[:rounds], SECONDS, rounds)
        try:
            await self._evening.host.open(self.server, channel, self._scope(channel), opening)
        except AlreadyOpen:
            assert self._playing(channel) is not None, "what is open is being played"
        except StoreUnavailable:
            pass
        await self._evening.settled()

    async def answer(self, channel: int, seconds: float, answers: list[tuple[int, int, int]]) -> None:
        """After some seconds people answer: who, which choice, and how many milliseconds before it arrived."""
        if self._playing(channel) is None:
            await self.open(channel, len(QUESTIONS))
        await self.pass_time(seconds)
        for who, choice, lag_ms in answers:
            await self._answer(channel, who, choice, lag_ms)

    async def _answer(self, channel: int, who: int, choice: int, lag_ms: int) -> None:
        playing = self._playing(channel)
        if playing is not None:
            at_ms = milliseconds(self._evening.now) - lag_ms
            answer = Answered(self._person(who), playing.state.number, at_ms, choice=choice)
            if await self._kept(playing, answer):
                self.model.answered(playing.event.id, answer)
                self.forgotten.discard(answer.person)

    async def skip(self, channel: int) -> None:
        playing = self._playing(channel)
        if playing is not None and await self._kept(playing, Skipped(self._person(ORGANISER))):
            self.model.skipped.add((playing.event.id, playing.state.number))

    async def stop(self, channel: int) -> None:
        playing = self._playing(channel)
        if playing is not None and await self._kept(playing, Stopped(self._person(ORGANISER))):
            self.model.stopped.add(playing.event.id)

    async def forget(self, who: int) -> None:
        """Somebody asks to be forgotten, and again until they are told that they were."""
        person = self._person(who)
        nobody: Any = None
        occasion: Any = SimpleNamespace(person=person)
        room = PeopleRoom(nobody, self._store, lambda events, _: self._evening.host.reload(events))
        self._faults.done.clear()
        while True:
            try:
                await room.forget(occasion)
                break
            except StoreUnavailable:
                await self._evening.settled()
        assert "forget" in self._faults.done
        self.model.forget(person)
        self.forgotten.add(person)
        self._evening.named.discard(person)
        await self._evening.settled()

    async def pass_time(self, seconds: float) -> None:
        await self._evening.pass_time(seconds)

    async def let_posts_fail(self, faults: list[When], seconds: float = 0) -> None:
        """Let posts fail that are due within some seconds."""
        self._evening.posts_failing = list(faults)
        await self.pass_time(seconds)

    async def restart(self) -> None:
        while True:
            try:
                return await self._evening.restart()
            except StoreUnavailable:
                continue

    def exposed(self) -> set[int]:
        """Who was named in the channel after they were forgotten."""
        return self._evening.named & self.forgotten

    async def see_out(self) -> None:
        """Play all quizzes to their ends, with nothing failing any more."""
        self._faults.coming.clear()
        self._evening.posts_failing.clear()
        await self.restart()  # takes up what was opened although that failed
        for _ in range(20):
            await self.pass_time(60)
        assert not tuple(self._evening.host), "every quiz comes to its end"

    async def leave(self) -> None:
        await self._evening.host.close()
        self._faults.mend()
        for event in await self._store.events.all_open():
            await self._store.events.close(event.id, self._evening.now)

    async def expected_points(self, event: int) -> Counter[Name]:
        """The points of a quiz by the model; and what its log says must agree with that."""
        log = await self._store.events.log(event)
        state: Quiz = replayed(GAME, log)
        assert GAME.over(state)
        assert state.ended is not Ended.STOPPED or event in self.model.stopped
        assert state.ended is not Ended.PLAYED or len(state.closed) == len(state.questions)
        posted: dict[int, int] = {}
        before_stop = takewhile(lambda logged: json.loads(logged.data)["kind"] != "stopped", log)
        ended = replayed(GAME, tuple(before_stop)).closed
        assert all(each.skipped for each in state.closed[len(ended) :])
        for each in state.closed:
            if each.skipped:
                assert (event, each.number) in self.model.skipped or event in self.model.stopped
                continue
            assert (event, each.number) not in self.model.skipped
            posted[each.number] = self._evening.posted[event, f"question-{each.number}"]
            expected = self.model.answers.get((event, each.number), {})
            found = [(answer.at_ms, each.question.choices.index(answer.answer)) for answer in each.answers]
            assert sorted(found) == sorted(expected.values())
        for of, number in self.model.answers:
            assert of != event or number <= len(state.closed) or event in self.model.stopped, "no round is lost"
        return self.model.points(event, posted)

    async def _kept(self, playing: Playing[Quiz], action: Action) -> bool:
        """Act, and return whether it is kept, be it acknowledged or not."""
        self._faults.done.clear()
        try:
            told = await self._evening.host.act(playing, action)
        except StoreUnavailable:
            kept = "append" in self._faults.done
        else:
            kept = isinstance(told, Taken | Done)
        await self._evening.settled()
        return kept

    def _person(self, who: int) -> int:
        return self.server * 10 + who

    def _scope(self, channel: int) -> str:
        return f"{self.server}/{channel}"

    def _playing(self, channel: int) -> Playing[Quiz] | None:
        return self._evening.host.on(self._scope(channel))
