"""Prediction pools on Discord: orders, the form, posts, and scoring whenever the tables change."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections import OrderedDict
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import discord

from bot.cogs.events.occasion import Said
from bot.cogs.events.posting import Undeliverable, allowed, post
from bot.cogs.events.presses import Field, Press, buttons, form
from bot.cogs.notices import notice as sentence
from bot.cogs.notices import told as done
from bot.community import orders
from bot.community.pool.actions import Action, Entered, Moved, Opened, Posted, Receipt, Resulted, Stopped, Tick, Told
from bot.community.pool.actions import Withdrawn as TakenBack
from bot.community.pool.asking import prompts_from
from bot.community.pool.entering import FIELD_LIMIT, prefilled, read_entry
from bot.community.pool.game import PoolGame
from bot.community.pool.model import Entry, Prompt, TopFive
from bot.community.pool.notices import Notice, WasCorrected, WasOpened, WasScored
from bot.community.pool.opening import baseline, default_prompts
from bot.community.pool.outcomes import outcomes
from bot.community.pool.publishing import published
from bot.community.pool.state import Phase, Pool
from bot.community.times import TimeProblem, read_time
from bot.hosting.host import Host
from bot.replies.composing.pool import (
    compose_entries,
    compose_notice,
    compose_own,
    compose_pool,
    compose_results,
    compose_so_far,
    compose_told,
)
from bot.replies.composing.pool_prompts import field_hint, field_label, published_question
from bot.replies.composing.pool_refusals import compose_problems, compose_prompt_problems, compose_time_problem
from bot.replies.wording.catalogue import say
from bot.store.failures import AlreadyOpen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.cogs.events.occasion import Occasion
    from bot.cogs.events.presses import Pressed
    from bot.cogs.messenger import Messenger
    from bot.community.orders import Order
    from bot.community.pool.model import Outcome
    from bot.hosting.host import Playing
    from bot.hosting.servers import ServerBook
    from bot.hosting.shards import Holds
    from bot.pipeline import Pipeline
    from bot.replies.reply import Reply
    from bot.store.records import Event
    from bot.store.store import Store

log = logging.getLogger(__name__)

KIND = "pool"

LEADING_LINES = 3
"""So many lines of a pool's table stand under a rank of the countdown."""

DRAFTS_KEPT = 1_000
"""So many forms with something wrong in them are remembered, to be put right; the oldest give way."""

LOCKED_BEFORE = timedelta(seconds=1)
"""Before new data comes into service, the pool is closed: so long after the word is given, and then the data comes."""


class PoolRoom:
    """Sees to orders around pools, and is the stagehand of all of them."""

    def __init__(
        self,
        client: discord.Client,
        messenger: Messenger,
        store: Store,
        book: ServerBook,
        pipeline: Callable[[], Pipeline],
        now: Callable[[], datetime],
        held_back: Callable[[int, int], bool],
        holds: Holds,
    ) -> None:
        """`pipeline` returns the one in service; `held_back`, whether a server has to wait for an edition's result.

        `holds` says of a server whether it is this process's.
        """
        self._client = client
        self._messenger = messenger
        self._store = store
        self._book = book
        self._pipeline = pipeline
        self._now = now
        self._drafts: OrderedDict[tuple[int, int], tuple[str, ...]] = OrderedDict()
        self._held_back = held_back
        self.rules = PoolGame()
        self.host: Host[Pool, Action, Notice] = Host(KIND, self.rules, store, self, now, holds=holds)

    def of(self, server: int, edition: int | None = None) -> Pool | None:
        """Return the pool of a server, if there is one and it is for the edition."""
        playing = self.host.on(str(server))
        return playing.state if playing is not None and edition in (None, playing.state.edition) else None

    async def see_to(self, order: Order, occasion: Occasion, server: int) -> Said:
        """Carry an order out, or say why not.

        Raises:
            StoreError: it could not be kept.
        """
        if isinstance(order, orders.PoolOpen):
            return await self._open(order, occasion, server)
        playing = self.host.on(str(server))
        if playing is None:
            return Said(sentence("pool.absent"))
        rankings = self._pipeline().rankings
        match order:
            case orders.PoolState():
                return Said(compose_pool(playing.state, rankings), ways=_ways(playing.event, playing.state))
            case orders.PoolEntries():
                return Said(compose_entries(playing.state))
            case orders.PoolResults():
                return Said(compose_results(playing.state, rankings))
            case orders.PoolMove(closes):
                at = read_time(closes, self._now())
                if isinstance(at, TimeProblem):
                    return Said(compose_time_problem(at))
                return await self._act(playing, Moved(occasion.person, at))
            case orders.PoolCancel():
                return await self._act(playing, Stopped(occasion.person))
            case _:
                raise AssertionError(f"{order} is no order for a pool")

    async def pressed(self, interaction: discord.Interaction, pressed: Pressed) -> None:
        """Show the form, take an entry, or take one back.

        Raises:
            StoreError: it could not be kept, and so does not count.
        """
        playing = self.host.get(pressed.event)
        person = interaction.user.id
        ways = None
        if playing is None or playing.event.server != interaction.guild_id:
            reply = sentence("event.gone")
        elif pressed.rest != "mine" and playing.state.phase is Phase.OPEN and self._is_settled(playing.state):
            reply = self._told(playing, Told.CLOSED)  # the data is there, and the lock is about to come
        elif pressed.fields:
            reply, ways = await self._entered(person, playing, pressed.fields)
        elif pressed.rest == "withdraw":
            reply = self._told(playing, await self.host.act(playing, TakenBack(person)))
        elif pressed.rest == "enter" and playing.state.phase is Phase.OPEN:
            await self._messenger.show(interaction, self._form(person, playing))
            return
        else:
            reply = compose_own(playing.state, person, self._pipeline().rankings)
            if playing.state.phase is Phase.OPEN and person in playing.state.entries:
                ways = buttons(_enter(playing.event), _withdraw(playing.event))
        await self._messenger.respond(interaction, reply, ways, private=True)

    def forget(self, person: int | None) -> None:
        """Forget what somebody has typed into forms that is yet to be put right; nobody knows who for None: of all."""
        for key in [key for key in self._drafts if person in (None, key[1])]:
            del self._drafts[key]

    def so_far(self, server: int, edition: int, revealed_from: int) -> tuple[str, ...]:
        """Return the leading lines of a pool's table while a countdown has come to a rank; none without a pool."""
        pool = self.of(server, edition)
        if pool is None or not pool.entries:
            return ()
        pipeline = self._pipeline()
        found = outcomes(pool.prompts, pool.edition, pipeline.rankings)
        return compose_so_far(pool, found, revealed_from).lines[: 1 + LEADING_LINES]

    async def lock(self, server: int, edition: int, person: int) -> None:
        """Close the pool of an edition now, because its data is about to come into service.

        Raises:
            StoreError: it could not be kept.
        """
        playing = self.host.on(str(server))
        if playing is not None and playing.state.edition == edition and playing.state.phase is Phase.OPEN:
            await self.host.act(playing, Moved(person, self._now() + LOCKED_BEFORE))
            await asyncio.sleep(LOCKED_BEFORE.total_seconds())
            await self.host.act(playing, Tick())

    async def settle(self, server: int) -> None:
        """Score the pool of a server by the tables in service, if they hold its edition.

        Raises:
            StoreError: it could not be kept.
        """
        playing = self.host.on(str(server))
        if playing is not None:
            await self._settle(playing)

    async def settle_all(self) -> None:
        """Score every pool whose edition is in service.

        Raises:
            StoreError: it could not be kept.
        """
        for playing in self.host:
            await self._settle(playing)

    def tick(self) -> Action:
        """Return the action of passing time."""
        return Tick()

    async def note(self, event: Event, state: Pool) -> None:
        """Keep the points once there are any."""
        if state.result is not None:
            await self._store.points.award(event.id, self.rules.points(state))

    async def post(self, event: Event, state: Pool, notice: Notice, /) -> Action:
        """Post a notice of a pool.

        Raises:
            NotPosted: that failed, and is worth another attempt.
        """
        reply = compose_notice(state, notice, self._pipeline().rankings)
        view = _ways(event, state) if isinstance(notice, WasOpened) else None
        file = None
        if isinstance(notice, WasScored | WasCorrected):
            if allowed(self._client, event).attach_files:
                file = self._published(state)
            else:
                reply = replace(reply, notes=(*reply.notes, say("pool.no_file")))
        style = self._book.style(event.server)
        try:
            message = await post(self._client, event, f"{event.id} {notice.key}", reply, style, view, file=file)
        except Undeliverable as error:
            log.warning("The pool in channel %s cannot say any more: %s", event.channel, error.reason)
            return Posted(notice.key, 0)
        return Posted(notice.key, message.id)

    async def _open(self, order: orders.PoolOpen, occasion: Occasion, server: int) -> Said:
        if not occasion.may_post:
            return Said(sentence("event.cannot_write"), private=True)
        pipeline = self._pipeline()
        rankings = pipeline.rankings
        if order.edition <= rankings.newest.year:
            return Said(sentence("pool.known_already", edition=order.edition))
        closes = read_time(order.closes, self._now())
        if isinstance(closes, TimeProblem):
            return Said(compose_time_problem(closes))
        found = prompts_from(order.asking, order.edition, pipeline.reader) if order.asking else ()
        prompts = tuple(each for each in found if isinstance(each, Prompt))
        if len(prompts) < len(found):
            problems = tuple(each for each in found if not isinstance(each, Prompt))
            return Said(compose_prompt_problems(problems))
        prompts = prompts or default_prompts(rankings)
        before = baseline(prompts, order.edition, rankings)
        opening = Opened(occasion.person, secrets.token_hex(4), order.edition, closes, prompts, before)
        await self._retire(server)
        try:
            await self.host.open(server, occasion.channel, str(server), opening)
        except AlreadyOpen:
            return Said(sentence("pool.open_already"))
        return Said(done("pool.opened"), private=True)

    async def _retire(self, server: int) -> None:
        """Let a pool that has its result make room for the next one; it is corrected no more."""
        playing = self.host.on(str(server))
        if playing is not None and playing.state.phase is Phase.SCORED and not playing.state.pending:
            await self.host.retire(playing)

    async def _act(self, playing: Playing[Pool], action: Action) -> Said:
        return Said(self._told(playing, await self.host.act(playing, action)))

    def _told(self, playing: Playing[Pool], told: object) -> Reply:
        assert isinstance(told, Receipt | Told)
        return compose_told(playing.state, told, self._pipeline().rankings)

    def _form(self, person: int, playing: Playing[Pool]) -> discord.ui.Modal:
        """Return the form, filled in with what was wrong the last time, or with the entry there is."""
        pool, rankings = playing.state, self._pipeline().rankings
        sealed = pool.entries.get(person)
        filled = self._drafts.get((playing.event.id, person))
        if filled is None:
            filled = prefilled(pool.prompts, sealed.entry, rankings) if sealed else ("",) * len(pool.prompts)
        fields = tuple(
            Field(field_label(prompt, rankings), field_hint(prompt), value, FIELD_LIMIT, isinstance(prompt, TopFive))
            for prompt, value in zip(pool.prompts, filled, strict=True)
        )
        return form(f"{KIND}:{playing.event.id}:entry", say("pool.form", edition=pool.edition), fields)

    async def _entered(
        self, person: int, playing: Playing[Pool], fields: tuple[str, ...]
    ) -> tuple[Reply, discord.ui.View | None]:
        """Take a form. If something in it is wrong, all of it is said, and the form can be opened as it was."""
        pipeline, prompts = self._pipeline(), playing.state.prompts
        if len(fields) != len(prompts):
            return self._told(playing, Told.UNFIT), None
        read = read_entry(prompts, fields, pipeline.reader)
        if not isinstance(read, Entry):
            self._keep_draft((playing.event.id, person), fields)
            again = Press(say("pool.again"), f"{KIND}:{playing.event.id}:enter", primary=True)
            return compose_problems(prompts, read, pipeline.rankings), buttons(again)
        self._drafts.pop((playing.event.id, person), None)
        told = await self.host.act(playing, Entered(person, read, secrets.token_hex(16)))
        return self._told(playing, told), None

    def _keep_draft(self, key: tuple[int, int], fields: tuple[str, ...]) -> None:
        self._drafts[key] = fields
        self._drafts.move_to_end(key)
        if len(self._drafts) > DRAFTS_KEPT:
            self._drafts.popitem(last=False)

    async def _settle(self, playing: Playing[Pool]) -> None:
        rankings, pool = self._pipeline().rankings, playing.state
        if self._held_back(playing.event.server, pool.edition):
            return
        found = self._found(pool)
        if found is not None:
            await self.host.act(playing, Resulted(rankings.version, found))

    def _found(self, pool: Pool) -> tuple[Outcome, ...] | None:
        """Return what came of a pool's prompts by the tables in service, or None where these lack its edition."""
        rankings = self._pipeline().rankings
        if pool.edition not in rankings.editions or not rankings.editions[pool.edition].rows:
            return None
        return outcomes(pool.prompts, pool.edition, rankings)

    def _is_settled(self, pool: Pool) -> bool:
        """Return whether the tables in service say anything of what a pool asks."""
        return any(outcome.truth is not None for outcome in self._found(pool) or ())

    def _published(self, pool: Pool) -> discord.File:
        """Return all entries as a file that anybody can check."""
        rankings = self._pipeline().rankings
        questions = tuple(published_question(prompt, pool.edition, rankings) for prompt in pool.prompts)
        content = json.dumps(published(pool, questions), ensure_ascii=False, indent=1)
        return discord.File(BytesIO(content.encode()), f"pool-{pool.edition}-{pool.id}.json")


def _ways(event: Event, pool: Pool) -> discord.ui.View | None:
    mine = Press(say("pool.mine"), f"{KIND}:{event.id}:mine")
    return buttons(_enter(event), mine) if pool.phase is Phase.OPEN else buttons(mine)


def _enter(event: Event) -> Press:
    return Press(say("pool.enter"), f"{KIND}:{event.id}:enter", primary=True)


def _withdraw(event: Event) -> Press:
    return Press(say("pool.withdraw"), f"{KIND}:{event.id}:withdraw")
