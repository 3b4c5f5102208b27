"""The rules of a pool: an action at a time."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.community.playing import Step
from bot.community.pool import notices
from bot.community.pool.actions import (
    ACTIONS,
    Entered,
    Moved,
    Opened,
    Posted,
    Receipt,
    Resulted,
    Stopped,
    Tick,
    Told,
    Withdrawn,
)
from bot.community.pool.commitment import commitment, leaf
from bot.community.pool.model import Result, Sealed
from bot.community.pool.scoring import fits
from bot.community.pool.standings import standings
from bot.community.pool.state import Phase, Pool

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from pydantic import TypeAdapter

    from bot.community.playing import Person
    from bot.community.pool.actions import Action
    from bot.community.pool.model import Entry, Outcome, Truth
    from bot.community.pool.notices import Notice

ENTRIES_MAXIMUM = 5_000
CHANGES_MAXIMUM = 50
"""So often one person can enter, or change their entry: each time is kept."""
MOVES_MAXIMUM = 20
"""So often the closing of one pool can be moved."""

_SALT = re.compile(r"[0-9a-f]{32}")


class PoolGame:
    """Entries are sealed until the pool closes, committed to at that moment, and scored once there is data."""

    @property
    def actions(self) -> TypeAdapter[Action]:
        """Return the codec of a pool's actions."""
        return ACTIONS

    def apply(self, state: Pool | None, action: Action, at: datetime) -> Step[Pool]:
        """Return what an action makes of a pool.

        Raises:
            ValueError: the first action does not open one.
        """
        if state is None:
            if not isinstance(action, Opened):
                raise ValueError("a pool begins by being opened")
            return Step(_opened(action))
        match action:
            case Opened():
                return Step(state, Told.ALREADY)
            case Entered():
                return _entered(state, action, at)
            case Withdrawn():
                return _withdrawn(state, action, at)
            case Moved():
                return _moved(state, action, at)
            case Stopped():
                return _stopped(state)
            case Tick():
                return _ticked(state, at)
            case Resulted():
                return _resulted(state, action, at)
            case Posted():
                return _posted(state, action)

    def due(self, state: Pool) -> datetime | None:
        """Return when the pool closes, while it is open."""
        return state.closes if state.phase is Phase.OPEN else None

    def notices(self, state: Pool) -> tuple[Notice, ...]:
        """Return what is still to be posted, in order."""
        return state.pending

    def over(self, state: Pool) -> bool:
        """Return whether the pool was called off and everybody knows. Results may still be corrected."""
        return state.phase is Phase.CANCELLED and not state.pending

    def points(self, state: Pool) -> Mapping[Person, int]:
        """Return the points of all who entered, in thousandths, once there is a result."""
        if state.result is None:
            return {}
        lines = standings(state, state.result.outcomes)
        return {line.who: line.total for line in lines if line.place is not None and isinstance(line.who, int)}


def _opened(action: Opened) -> Pool:
    return Pool(
        id=action.pool,
        organiser=action.person,
        edition=action.edition,
        closes=action.closes,
        prompts=action.prompts,
        baseline=action.baseline,
        pending=(notices.WasOpened("opened"),),
    )


def _shut(state: Pool, at: datetime) -> Told | None:
    """Return why entries cannot be changed any more; the time decides, whether or not the lock was seen to yet."""
    if state.phase is Phase.CANCELLED:
        return Told.OVER
    return Told.CLOSED if state.phase is not Phase.OPEN or at >= state.closes else None


def _entered(state: Pool, action: Entered, at: datetime) -> Step[Pool]:
    shut = _shut(state, at)
    if shut is not None:
        return Step(state, shut)
    if not _fitting(state, action.entry) or not _SALT.fullmatch(action.salt):
        return Step(state, Told.UNFIT)
    before = state.entries.get(action.person)
    sealed = Sealed(action.entry, action.salt)
    receipt = Receipt(leaf(state, sealed), action.entry, changed=before is not None)
    if sealed == before:
        return Step(state, receipt)
    if action.person not in state.times and len(state.times) >= ENTRIES_MAXIMUM:
        return Step(state, Told.FULL)
    times = state.times.get(action.person, 0) + 1
    if times > CHANGES_MAXIMUM:
        return Step(state, Told.CHANGED_TOO_OFTEN)
    entries = {**state.entries, action.person: sealed}
    return Step(replace(state, entries=entries, times={**state.times, action.person: times}), receipt)


def _fitting(state: Pool, entry: Entry) -> bool:
    return len(entry.predictions) == len(state.prompts) and all(map(fits, state.prompts, entry.predictions))


def _withdrawn(state: Pool, action: Withdrawn, at: datetime) -> Step[Pool]:
    shut = _shut(state, at)
    if shut is not None:
        return Step(state, shut)
    if action.person not in state.entries:
        return Step(state, Told.NO_ENTRY)
    kept = {person: sealed for person, sealed in state.entries.items() if person != action.person}
    return Step(replace(state, entries=kept), Told.WITHDRAWN)


def _moved(state: Pool, action: Moved, at: datetime) -> Step[Pool]:
    shut = _shut(state, at)
    if shut is not None:
        return Step(state, shut)
    if action.closes == state.closes:
        return Step(state, Told.ALREADY)
    if action.closes <= at:
        return Step(state, Told.PAST)
    if state.moves >= MOVES_MAXIMUM:
        return Step(state, Told.MOVED_TOO_OFTEN)
    moves = state.moves + 1
    notice = notices.WasMoved(f"moved-{moves}", state.closes, action.closes)
    moved = replace(state, closes=action.closes, moves=moves, pending=(*state.pending, notice))
    return Step(moved, Told.MOVED)


def _stopped(state: Pool) -> Step[Pool]:
    if state.phase in (Phase.SCORED, Phase.CANCELLED):
        return Step(state, Told.OVER)
    pending = (*state.pending, notices.WasCancelled("cancelled"))
    return Step(replace(state, phase=Phase.CANCELLED, pending=pending), Told.STOPPED)


def _ticked(state: Pool, at: datetime) -> Step[Pool]:
    if state.phase is not Phase.OPEN:
        return Step(state, Told.CLOSED)
    if at < state.closes:
        return Step(state, Told.TOO_EARLY)
    return Step(_locked(state, at))


def _locked(state: Pool, at: datetime) -> Pool:
    committed = commitment(leaf(state, sealed) for sealed in state.entries.values())
    notice = notices.WasLocked("locked", committed, len(state.entries))
    pending = (*state.pending, notice)
    return replace(state, phase=Phase.LOCKED, locked=at, commitment=committed, pending=pending)


def _resulted(state: Pool, action: Resulted, at: datetime) -> Step[Pool]:
    """Score by new data. A pool that is still open is locked first: what is known is no longer to be predicted."""
    if state.phase is Phase.CANCELLED:
        return Step(state, Told.OVER)
    if len(action.outcomes) != len(state.prompts):
        return Step(state, Told.UNFIT)
    before = state.result
    if before is None and all(outcome.truth is None for outcome in action.outcomes):
        return Step(state, Told.NOTHING_KNOWN)
    if before is not None and before.outcomes == action.outcomes:
        return Step(state, Told.ALREADY)
    locked = _locked(state, at) if state.phase is Phase.OPEN else state
    if before is None:
        result = Result(action.version, action.outcomes, 1)
        pending = (*locked.pending, notices.WasScored("results", result))
    elif _truths(before.outcomes) == _truths(action.outcomes):  # only better attested: nobody's points change
        result = replace(before, version=action.version, outcomes=action.outcomes)
        pending = locked.pending
    else:
        result = Result(action.version, action.outcomes, before.number + 1)
        pending = (*locked.pending, notices.WasCorrected(f"corrected-{result.number}", before, result))
    return Step(replace(locked, phase=Phase.SCORED, result=result, pending=pending))


def _truths(outcomes: tuple[Outcome, ...]) -> tuple[Truth | None, ...]:
    return tuple(outcome.truth for outcome in outcomes)


def _posted(state: Pool, action: Posted) -> Step[Pool]:
    pending = tuple(notice for notice in state.pending if notice.key != action.key)
    if len(pending) == len(state.pending):
        return Step(state, Told.ALREADY)
    messages = {**state.messages, action.key: action.message}
    return Step(replace(state, pending=pending, messages=messages))
