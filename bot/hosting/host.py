"""Playing games of one kind: every action is kept before it counts, and notices are posted until that is kept too."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from bot.community.playing import Game, Keyed
from bot.hosting.shards import everywhere, nowhere
from bot.store.failures import AlreadyOpen, OutOfStep, StoreError
from bot.store.records import Logged

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from datetime import datetime

    from bot.hosting.shards import Holds
    from bot.store.records import Event
    from bot.store.store import Store

log = logging.getLogger(__name__)

State = TypeVar("State")
Action = TypeVar("Action")
Notice = TypeVar("Notice", bound=Keyed)
State_contra = TypeVar("State_contra", contravariant=True)
Action_co = TypeVar("Action_co", covariant=True)
Notice_contra = TypeVar("Notice_contra", contravariant=True)

RETRY_SECONDS = (1.0, 5.0, 30.0, 60.0)
"""How long to wait after a notice could not be posted or kept; the last of them again and again."""

READ_AT_ONCE = 500
"""So many logs are read at once at the start: each for itself takes ten times as long, and all take much memory."""


class NotPosted(Exception):
    """A notice could not be posted now, and may be later."""


class Stagehand(Protocol[State_contra, Action_co, Notice_contra]):
    """What a kind of game needs from outside: somebody who posts, wakes it, and takes note of what it came to."""

    async def post(self, event: Event, state: State_contra, notice: Notice_contra, /) -> Action_co:
        """Post a notice, and return the action that acknowledges it, or the one that gives the game up.

        The same notice may be handed over again after a crash; `key` tells it.

        Raises:
            NotPosted: that failed, and is worth another attempt.
        """
        ...

    def tick(self) -> Action_co:
        """Return the action by which the game learns that its time has come."""
        ...

    async def note(self, event: Event, state: State_contra, /) -> None:
        """Take note of a state that was kept. It may be handed over more than once."""
        ...


@dataclass(slots=True)
class Playing(Generic[State]):
    """A game being played. `number` is where its log goes on; `lock` is held while an action is applied.

    It is `stale` while its log may say something else than its state: it is read again before anything else happens.
    """

    event: Event
    state: State
    number: int
    stale: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    driver: asyncio.Task[None] | None = None
    nap: asyncio.Future[None] | None = None


class Host(Generic[State, Action, Notice]):
    """Plays all open games of one kind, each at its own pace.

    `now` returns the time in UTC; `sleep` waits some seconds; `holds` says of a server whether its games are played
    here, or by another process.
    """

    def __init__(
        self,
        kind: str,
        game: Game[State, Action, Notice],
        store: Store,
        hand: Stagehand[State, Action, Notice],
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        holds: Holds = everywhere,
    ) -> None:
        self._kind = kind
        self._game = game
        self._store = store
        self._hand = hand
        self._now = now
        self._sleep = sleep
        self._playing: dict[int, Playing[State]] = {}
        self._scopes: dict[str, int] = {}
        self._holds = holds
        self._goes_on: Holds = nowhere

    def __len__(self) -> int:
        return len(self._playing)

    @property
    def kind(self) -> str:
        """The kind of all games played here."""
        return self._kind

    def __iter__(self) -> Iterator[Playing[State]]:
        return iter(tuple(self._playing.values()))

    def get(self, event_id: int) -> Playing[State] | None:
        """Return a game that is being played."""
        return self._playing.get(event_id)

    def on(self, scope: str) -> Playing[State] | None:
        """Return the game that is being played at a scope (a channel, a server, an edition in a server)."""
        return self._playing.get(self._scopes.get(scope, 0))

    async def open(self, server: int, channel: int, scope: str, action: Action) -> Playing[State]:
        """Open a game by its first action.

        Raises:
            AlreadyOpen: a game of this kind is being played at that scope.
            StoreError: it cannot be kept now.
        """
        at = self._now()
        state = self._game.apply(None, action, at).state
        try:
            event = await self._store.events.open(self._kind, server, channel, scope, self._logged(action, at))
        except AlreadyOpen as error:  # perhaps it was kept though the database did not say so any more
            await self._taken_up(error.event)
            raise
        playing = self._added(event, state, 1)
        self._drive(playing)
        return playing

    async def act(self, playing: Playing[State], action: Action, at: datetime | None = None) -> object:
        """Apply an action, keep it if it changed anything, and return what its actor is told.

        Raises:
            StoreError: it could not be kept, and so does not count. Where the store cannot say whether it was, its log
                is read again before anything else happens, and tells.
        """
        async with playing.lock:
            at = at or self._now()
            before = playing.state
            try:
                told = await self._applied(playing, action, at)
            except OutOfStep:  # another process played on; what it kept counts
                told = await self._applied(playing, action, at)
            if playing.state is not before:
                self._drive(playing)
        return told

    async def opening(self, event: Event) -> Action:
        """Return the action that opened a game, which may be over.

        Raises:
            StoreError: it cannot be read now.
        """
        return self._action((await self._store.events.log(event.id))[0])

    async def resume(self) -> None:
        """Build every game of its servers again that is open; one that cannot be is logged and closed.

        People can act in them at once. They go on by themselves after `start`.

        Raises:
            StoreError: what is open cannot be read now.
        """
        opened = [event for event in await self._store.events.all_open(self._kind) if self._holds(event.server)]
        for first in range(0, len(opened), READ_AT_ONCE):
            some = opened[first : first + READ_AT_ONCE]
            logs = await self._store.events.logs([event.id for event in some])
            for event in some:
                await self._taken_up(event, logs.get(event.id))

    async def elsewhere(self) -> tuple[Playing[State], ...]:
        """Return the open games that other processes play, as their logs are now; to be looked at, and acted in.

        Raises:
            StoreError: they cannot be read now.
        """
        found: list[Playing[State]] = []
        for event in await self._store.events.all_open(self._kind):
            if not self._holds(event.server):
                try:
                    found.append(Playing(event, *await self._replayed(event)))
                except (ValueError, AssertionError):  # whoever plays it logs that, and closes it
                    continue
        return tuple(found)

    async def _taken_up(self, event: Event, kept: tuple[Logged, ...] | None = None) -> None:
        if event.id in self._playing:
            return
        try:
            state, number = await self._replayed(event, kept)
        except (ValueError, AssertionError):
            log.exception("%s %s cannot be taken up, and is closed so that another can be opened", self._kind, event.id)
            await self._store.events.close(event.id, self._now())
            return
        if event.id not in self._playing:  # nobody else took it up meanwhile
            self._drive(self._added(event, state, number))

    def start(self, where: Holds = everywhere) -> None:
        """Let games go on by themselves: what is due happens, and what is to be posted is posted.

        `where` says in which servers; to start again widens that.
        """
        self._goes_on = where
        for playing in self:
            self._drive(playing)

    async def reload(self, events: frozenset[int] | None) -> None:
        """Build games again from their logs, which somebody was taken out of; all games, if nobody knows of which.

        Where a log cannot be read now, nothing happens in its game before it was.
        """
        touched = [playing for playing in self if events is None or playing.event.id in events]
        for playing in touched:
            playing.stale = True
        for playing in touched:
            with suppress(StoreError):
                await self._caught_up(playing)
            self._drive(playing)

    async def retire(self, playing: Playing[State]) -> None:
        """Close a game for good that would go on waiting, though nobody waits for it any more.

        Raises:
            StoreError: that could not be kept.
        """
        await self._store.events.close(playing.event.id, self._now())
        self._removed(playing)
        await cancelled(playing.driver, playing.nap)

    async def drop(self, server: int) -> None:
        """Stop playing the games of a server without another word: it is gone."""
        for playing in self:
            if playing.event.server == server:
                self._removed(playing)
                await cancelled(playing.driver, playing.nap)

    async def close(self) -> None:
        """Stop playing all games; they go on after the next start."""
        resting = tuple(self)
        for playing in resting:
            self._removed(playing)
        # All at once: where the database says nothing, each may take until that is noticed.
        await cancelled(*(task for playing in resting for task in (playing.driver, playing.nap)))

    def _added(self, event: Event, state: State, number: int) -> Playing[State]:
        playing = self._playing[event.id] = Playing(event, state, number)
        self._scopes[event.scope] = event.id
        return playing

    def _removed(self, playing: Playing[State]) -> None:
        self._playing.pop(playing.event.id, None)
        if self._scopes.get(playing.event.scope) == playing.event.id:
            del self._scopes[playing.event.scope]

    async def _applied(self, playing: Playing[State], action: Action, at: datetime) -> object:
        await self._read_again(playing)
        step = self._game.apply(playing.state, action, at)
        if step.state is not playing.state:
            try:
                await self._store.events.append(playing.event.id, playing.number, self._logged(action, at))
            except StoreError:
                playing.stale = True
                self._drive(playing)
                raise
            playing.number += 1
            playing.state = step.state
        return step.told

    async def _replayed(self, event: Event, kept: tuple[Logged, ...] | None = None) -> tuple[State, int]:
        """Build a game from its log as it was `kept`, or else as it is now."""
        kept = kept or await self._store.events.log(event.id)
        state: State | None = None
        for logged in kept:
            state = self._game.apply(state, self._action(logged), logged.at).state
        assert state is not None, "an event is opened with its first action"
        return state, len(kept)

    def _drive(self, playing: Playing[State]) -> None:
        """Have a game's notices posted and its clock watched, by one task that lives only while there is need."""
        if not self._goes_on(playing.event.server) or playing.event.id not in self._playing:
            return
        if playing.driver is None or playing.driver.done():
            playing.driver = asyncio.create_task(self._driven(playing), name=f"{self._kind} {playing.event.id}")
        elif playing.nap is not None:
            playing.nap.cancel()

    async def _driven(self, playing: Playing[State]) -> None:
        failures = 0
        while playing.event.id in self._playing:
            try:
                await self._caught_up(playing)
                await self._hand.note(playing.event, playing.state)
                due = await self._advanced(playing)
            except (NotPosted, StoreError) as error:
                playing.stale |= isinstance(error, OutOfStep)
                level = logging.DEBUG if failures else logging.WARNING
                log.log(level, "%s %s has to wait: %r", self._kind, playing.event.id, error)
            except Exception:
                if failures >= len(RETRY_SECONDS):
                    log.exception("%s %s came to a halt", self._kind, playing.event.id)
                    return
                log.exception("%s %s failed and is tried again", self._kind, playing.event.id)
            else:
                failures = 0
                if due is None:
                    return
                if due > self._now():
                    await self._nap(playing, (due - self._now()).total_seconds())
                continue
            await self._sleep(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
            failures += 1

    async def _caught_up(self, playing: Playing[State]) -> None:
        async with playing.lock:
            await self._read_again(playing)

    async def _read_again(self, playing: Playing[State]) -> None:
        """Build a game again if it is stale. Its lock is held."""
        if playing.stale:
            playing.stale = False  # before, for it may become so again while its log is read
            try:
                playing.state, playing.number = await self._replayed(playing.event)
            except BaseException:
                playing.stale = True
                raise

    async def _advanced(self, playing: Playing[State]) -> datetime | None:
        """Do the next thing a game waits for; return when the one after is due, or None if only people can act.

        What is due comes before what is to be posted: after a restart, it may change what that is.
        """
        due = self._game.due(playing.state)
        overdue = due is not None and due <= self._now()
        before = playing.state
        if overdue:
            await self.act(playing, self._hand.tick())
        if playing.state is not before:
            return self._now()
        notices = self._game.notices(playing.state)
        if notices:
            await self.act(playing, await self._hand.post(playing.event, playing.state, notices[0]))
            return self._now()
        if self._game.over(playing.state):
            await self._store.events.close(playing.event.id, self._now())
            self._removed(playing)
            return None
        if overdue:  # a game that does not move at its time would turn round here for ever
            raise NotPosted(f"nothing follows although it was due at {due}")
        return due

    async def _nap(self, playing: Playing[State], seconds: float) -> None:
        """Wait, or until something happened that the game must see to."""
        nap = playing.nap = asyncio.ensure_future(self._sleep(seconds))
        try:
            await asyncio.wait((nap,))
        finally:
            playing.nap = None
            nap.cancel()

    def _logged(self, action: Action, at: datetime) -> Logged:
        fields = self._game.actions.dump_python(action, mode="json")
        person: int | None = fields.pop("person", None)
        return Logged(at, person, json.dumps(fields, ensure_ascii=False, separators=(",", ":")))

    def _action(self, logged: Logged) -> Action:
        fields = json.loads(logged.data)
        if logged.person is not None:
            fields["person"] = logged.person
        return self._game.actions.validate_python(fields)


async def cancelled(*futures: asyncio.Future[Any] | None) -> None:
    """Cancel what is under way, and wait until it has ended."""
    running = [future for future in futures if future is not None and not future.done()]
    for future in running:
        future.cancel()
    await asyncio.gather(*running, return_exceptions=True)
