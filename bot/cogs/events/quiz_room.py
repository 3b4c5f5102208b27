"""Quizzes on Discord: orders, buttons, typed answers, posts, and what was learned from how people answered."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.cogs.events.occasion import Said
from bot.cogs.events.posting import Reason, Undeliverable, post
from bot.cogs.events.presses import Field, Press, buttons, form
from bot.cogs.notices import notice as sentence
from bot.community import orders
from bot.community.quiz.actions import (
    Abandoned,
    Action,
    Answered,
    Gone,
    Opened,
    OpenedDaily,
    Posted,
    Skipped,
    Started,
    Stopped,
    Tick,
    Told,
)
from bot.community.quiz.daily import DailyPool
from bot.community.quiz.game import QuizGame, milliseconds
from bot.community.quiz.generating import generate
from bot.community.quiz.judging import TYPED_LIMIT, Named, judge
from bot.community.quiz.rating import Rated, rate_round
from bot.community.quiz.state import Asked, Notice, Quiz, Result, Revealed, results
from bot.hosting.host import Host
from bot.replies.composing.orders import compose_leaderboard
from bot.replies.composing.quiz import compose_judgement, compose_notice, compose_score, compose_told
from bot.replies.composing.quiz_questions import LETTERS, choice_names
from bot.replies.wording.catalogue import say
from bot.store.failures import AlreadyOpen
from bot.store.records import Rating

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    import discord

    from bot.cogs.events.occasion import Occasion
    from bot.cogs.events.presses import Pressed
    from bot.cogs.messenger import Messenger
    from bot.community.orders import Order
    from bot.hosting.host import Playing
    from bot.hosting.servers import ServerBook
    from bot.hosting.shards import Holds
    from bot.pipeline import Pipeline
    from bot.replies.reply import Reply
    from bot.store.records import Event, OptIn
    from bot.store.store import Store

log = logging.getLogger(__name__)

KIND = "quiz"
RUNNING_LIMIT = 1_000
"""So many quizzes run at once in one process, questions of the day aside; each keeps its answers in memory."""

RATED_KEPT = 5_000
"""Of so many games it is remembered which rounds were rated; to rate one again changes nothing."""

LEADERBOARD_LINES = 10

_GONE = {
    Reason.CHANNEL_GONE: Gone.CHANNEL_GONE,
    Reason.FORBIDDEN: Gone.MAY_NOT_WRITE,
    Reason.REFUSED: Gone.MAY_NOT_WRITE,
}


class QuizRoom:
    """Sees to orders around quizzes, and is the stagehand of all of them."""

    def __init__(
        self,
        client: discord.Client,
        messenger: Messenger,
        store: Store,
        book: ServerBook,
        pipeline: Callable[[], Pipeline],
        now: Callable[[], datetime],
        rng: random.Random,
        holds: Holds,
    ) -> None:
        """`pipeline` returns the one in service, `rng` decides what is asked, `holds` says which servers are ours."""
        self._client = client
        self._messenger = messenger
        self._store = store
        self._book = book
        self._pipeline = pipeline
        self._rng = rng
        self.rules = QuizGame()
        self.host: Host[Quiz, Action, Notice] = Host(KIND, self.rules, store, self, now, holds=holds)
        self._rated: dict[int, int] = {}
        self._proving = asyncio.Lock()
        self._days: tuple[str, DailyPool | None] = ("", None)

    async def see_to(self, order: Order, occasion: Occasion, server: int) -> Said:
        """Carry an order out, or say why not.

        Raises:
            StoreError: it could not be kept.
        """
        match order:
            case orders.QuizStart():
                return await self._start(order, occasion, server)
            case orders.QuizStop():
                return await self._act(Stopped(occasion.person), occasion)
            case orders.QuizSkip():
                return await self._act(Skipped(occasion.person), occasion)
            case orders.QuizScore():
                return await self._score(occasion, server)
            case _:
                raise AssertionError(f"{order} is no order for a quiz")

    async def open_daily(self, channel: OptIn, moment: datetime, until: datetime) -> None:
        """Ask the question of a day in a channel.

        Raises:
            AlreadyOpen: the one of the day before is not over yet.
            StoreError: it could not be kept.
        """
        question = (await self._questions_of_days()).question(moment.date())
        if question is not None:
            opening = OpenedDaily(question, milliseconds(until))
            await self.host.open(channel.server, channel.channel, daily_scope(channel.channel), opening)

    async def open_until(self, event: Event) -> datetime:
        """Return until when the question of a day was to be open.

        Raises:
            StoreError: it cannot be read now.
        """
        opening = await self.host.opening(event)
        assert isinstance(opening, OpenedDaily), "the scope has nothing else"
        return datetime.fromtimestamp(opening.until_ms / 1000, UTC)

    async def _questions_of_days(self) -> DailyPool:
        """Return the questions of all days by the tables in service; to prove them anew takes a second or two."""
        pipeline = self._pipeline()
        async with self._proving:
            version, pool = self._days
            if pool is None or version != pipeline.rankings.version:
                pool = await asyncio.to_thread(DailyPool.of, pipeline.rankings, pipeline.resolver)
                self._days = pipeline.rankings.version, pool
        return pool

    async def pressed(self, interaction: discord.Interaction, pressed: Pressed) -> None:
        """Take an answer, given by a button or typed into a form; or show the form.

        Raises:
            StoreError: it could not be kept, and so does not count.
        """
        playing = self.host.get(pressed.event)
        number, _, choice = pressed.rest.partition(":")
        if playing is None or playing.event.server != interaction.guild_id or not number.isdecimal():
            reply = sentence("event.gone")
        elif pressed.fields:
            reply = await self._typed(interaction, playing, int(number), pressed.fields[0])
        elif choice == "type":
            title = say("quiz.form.title", number=number)
            field = Field(say("quiz.form.field"), say("quiz.form.hint"), longest=TYPED_LIMIT)
            await self._messenger.show(interaction, form(f"{KIND}:{pressed.event}:{number}", title, (field,)))
            return
        else:
            at = milliseconds(interaction.created_at)
            answer = Answered(interaction.user.id, int(number), at, choice=int(choice) if choice.isdecimal() else -1)
            reply = self._told(await self.host.act(playing, answer))
        await self._messenger.respond(interaction, reply, private=True)

    def tick(self) -> Action:
        """Return the action of passing time."""
        return Tick()

    async def note(self, event: Event, state: Quiz) -> None:
        """Learn from the rounds that are closed, and keep the points once it is over."""
        for result in results(state):
            if result.number > self._rated.get(event.id, 0):
                await self._rate(event, result)
                self._rated[event.id] = result.number
                if len(self._rated) > RATED_KEPT:
                    del self._rated[next(iter(self._rated))]
        if self.rules.over(state):
            await self._store.points.award(event.id, self.rules.points(state))
            self._rated.pop(event.id, None)

    async def post(self, event: Event, _: Quiz, notice: Notice, /) -> Action:
        """Post a notice of a quiz.

        Raises:
            NotPosted: that failed, and is worth another attempt.
        """
        pipeline = self._pipeline()
        proof = pipeline.ask(notice.question.proof).pages[0] if isinstance(notice, Revealed) else None
        reply = compose_notice(notice, pipeline.rankings, proof)
        view = _choices(event, notice, pipeline) if isinstance(notice, Asked) else None
        try:
            message = await post(
                self._client, event, f"{event.id} {notice.key}", reply, self._book.style(event.server), view
            )
        except Undeliverable as error:
            log.warning("The quiz in channel %s cannot go on: %s", event.channel, error.reason)
            if event.scope == daily_scope(event.channel):
                await self._store.channels.unsubscribe(event.channel, "daily")
            return Abandoned(_GONE[error.reason])
        return Posted(notice.key, message.id, milliseconds(message.created_at))

    async def _start(self, order: orders.QuizStart, occasion: Occasion, server: int) -> Said:
        if not occasion.may_post:
            return Said(sentence("event.cannot_write"), private=True)
        if sum(not playing.state.daily for playing in self.host) >= RUNNING_LIMIT:
            return Said(sentence("event.full"))
        pipeline = self._pipeline()
        learned = {key: rating.value for key, rating in (await self._store.ratings.all_questions()).items()}
        questions = generate(
            pipeline.rankings, pipeline.resolver, self._rng, order.rounds, order.topic, order.difficulty, learned
        )
        if not questions:
            return Said(sentence("quiz.no_questions"))
        opening = Opened(occasion.person, questions, order.seconds, order.rounds)
        try:
            await self.host.open(server, occasion.channel, str(occasion.channel), opening)
        except AlreadyOpen:
            return Said(sentence("quiz.under_way"))
        return Said(self._told(Started(len(questions), order.rounds)))

    async def _act(self, action: Action, occasion: Occasion) -> Said:
        playing = self.host.on(str(occasion.channel))
        if playing is None:
            return Said(sentence("quiz.none"))
        return Said(self._told(await self.host.act(playing, action)))

    async def _score(self, occasion: Occasion, server: int) -> Said:
        playing = self.host.on(str(occasion.channel))
        if playing is not None:
            return Said(compose_score(playing.state.board))
        places = await self._store.points.leaderboard(server, KIND, LEADERBOARD_LINES)
        return Said(compose_leaderboard([(each.place, each.person, each.points, each.events) for each in places]))

    async def _typed(self, interaction: discord.Interaction, playing: Playing[Quiz], number: int, text: str) -> Reply:
        """Judge a typed answer; what names no cluster is no answer, and may be tried again."""
        judged = judge(text, self._pipeline().resolver)
        if not isinstance(judged, Named):
            return compose_judgement(judged)
        at = milliseconds(interaction.created_at)
        answer = Answered(interaction.user.id, number, at, cluster=judged.cluster.id)
        return self._told(await self.host.act(playing, answer), judged)

    async def _rate(self, event: Event, result: Result) -> None:
        """Keep what a round says of how hard its question is and of how well each person plays."""
        question = result.question
        answers = [(person, right) for person, right in result.answers if person > 0]
        known = await self._store.ratings.people(event.server, [person for person, _ in answers])
        before = (await self._store.ratings.questions([question.key])).get(question.key)
        rated, people = rate_round(
            _rated(before) or Rated(question.difficulty),
            question.chance,
            [(_rated(known.get(person)) or Rated(), right) for person, right in answers],
        )
        after = {person: _rating(each) for (person, _), each in zip(answers, people, strict=True)}
        await self._store.ratings.record(event.id, result.number, question.key, _rating(rated), after)

    def _told(self, told: object, named: Named | None = None) -> Reply:
        assert isinstance(told, Told)
        return compose_told(told, self._pipeline().rankings, named)


def _choices(event: Event, asked: Asked, pipeline: Pipeline) -> discord.ui.View | None:
    """Return a button for each choice, or the one that opens the form for a typed answer."""
    at = f"{KIND}:{event.id}:{asked.number}"
    names = choice_names(asked.question, pipeline.rankings)
    if not names:
        return buttons(Press(say("quiz.form.open"), f"{at}:type", primary=True))
    lettered = zip(LETTERS, names, strict=False)
    return buttons(
        *(
            Press(say("quiz.choice", letter=letter, name=name), f"{at}:{number}")
            for number, (letter, name) in enumerate(lettered)
        )
    )


def daily_scope(channel: int) -> str:
    """Return the scope of a channel's daily question, which goes on beside its quizzes."""
    return f"daily {channel}"


def _rated(rating: Rating | None) -> Rated | None:
    return None if rating is None else Rated(rating.value, rating.answers)


def _rating(rated: Rated) -> Rating:
    return Rating(rated.rating, rated.answers)
