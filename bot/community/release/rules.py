"""The rules of a release night: what each action makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.community.playing import Step
from bot.community.release.actions import (
    ACTIONS,
    Abandoned,
    Action,
    Armed,
    Confirmed,
    Gone,
    Posted,
    Public,
    Rehearsed,
    Stopped,
    SwapFailed,
    Tick,
)
from bot.community.release.night import (
    LONG_GAP,
    NEEDED,
    Announcement,
    Back,
    Confirmation,
    Gap,
    Halted,
    Night,
    Notice,
    Phase,
    Refused,
    Shown,
    due,
    notices,
    pause_before,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from pydantic import TypeAdapter

    from bot.community.playing import Person
    from bot.community.release.actions import SwapFault
    from bot.community.release.scenes import Scene


class Told(StrEnum):
    """What an actor is told. A failed swap is told as its `SwapFault`."""

    ARMED = "armed"
    REHEARSING = "rehearsing"
    ONE_MORE = "one_more"
    TWICE = "twice"
    AGREED = "agreed"
    STOPPED = "stopped"
    UNDER_WAY = "under_way"
    NOT_AGREED = "not_agreed"
    OVER = "over"


_NONE = Night(edition=0, phase=Phase.OVER)
"""What an action makes that opens no evening where there is none."""


class ReleaseNight:
    """A `bot.community.playing.Game`. After a restart, apply what is due before posting, so that a gap is said."""

    @property
    def actions(self) -> TypeAdapter[Action]:
        """Return the codec of the actions."""
        return ACTIONS

    def apply(self, state: Night | None, action: Action, at: datetime) -> Step[Night]:
        """Return the evening after an action, and what its actor is told: a `Told`, a `SwapFault` or nothing."""
        if state is None:
            return _opened(action, at)
        if state.phase is Phase.OVER:
            return Step(state, Told.OVER)
        match action:
            case Armed() | Rehearsed():
                return Step(state, Told.UNDER_WAY)
            case Posted(key):
                return Step(_posted(state, key, at))
            case Tick():
                return Step(_ticked(state, at))
            case Abandoned():
                return Step(replace(state, phase=Phase.OVER))
            case Public():
                return Step(state if state.known else replace(state, known=True))
            case _ if state.phase is Phase.STOPPED:
                return Step(state, Told.OVER)
            case Stopped():
                return Step(replace(state, phase=Phase.STOPPED), Told.STOPPED)
            case _ if state.phase is Phase.SHOWING:
                return Step(state, Told.UNDER_WAY)
            case Confirmed(person):
                return _confirmed(state, person, at)
            case Gone(scenes):
                agreed = _unlapsed(state, at).agreed
                return Step(_begun(state, scenes, at)) if agreed else Step(state, Told.NOT_AGREED)
            case SwapFailed(fault):
                return Step(_refused(state, fault), fault) if state.confirmations else Step(state, fault)

    def due(self, state: Night) -> datetime | None:
        """Return when a `Tick` next changes something."""
        return due(state)

    def notices(self, state: Night) -> tuple[Notice, ...]:
        """Return what is to be posted, in order."""
        return notices(state)

    def over(self, state: Night) -> bool:
        """Return whether the evening is through, and its last notice posted."""
        return state.phase is Phase.OVER

    def points(self, state: Night) -> Mapping[Person, int]:  # noqa: ARG002 - the rules of every game have it
        """Return nothing: an evening brings no points."""
        return MappingProxyType({})


def _opened(action: Action, at: datetime) -> Step[Night]:
    match action:
        case Armed():
            armed = Night(
                action.edition,
                Phase.ARMED,
                armed_by=action.person,
                known=action.known,
                planned=action.at,
                pause=action.pause,
                spoiler=action.spoiler,
            )
            return Step(armed, Told.ARMED)
        case Rehearsed():
            rehearsal = Night(action.edition, Phase.ARMED, rehearsal=True, pause=action.pause, spoiler=action.spoiler)
            return Step(_begun(rehearsal, action.scenes, at), Told.REHEARSING)
        case _:
            return Step(_NONE, Told.OVER)


def _begun(night: Night, scenes: tuple[Scene, ...], at: datetime) -> Night:
    """Return the evening with its first scene to be posted; an announcement not posted yet is posted no more."""
    phase = Phase.SHOWING if scenes else Phase.OVER
    return replace(night, phase=phase, scenes=scenes, moment=at, pending=True)


def _unlapsed(night: Night, at: datetime) -> Night:
    """Return the evening with the confirmations that count: not too old, and of people who did not ask to be forgotten.

    Somebody forgotten could else confirm a second time, as if they were another.
    """
    lapsed = night.lapses is not None and at >= night.lapses
    valid = () if lapsed else tuple(each for each in night.confirmations if each.person > 0)
    return night if valid == night.confirmations else replace(night, confirmations=valid)


def _confirmed(night: Night, person: Person, at: datetime) -> Step[Night]:
    valid = _unlapsed(night, at)
    if valid.agreed:
        return Step(night, Told.AGREED)
    if any(confirmation.person == person for confirmation in valid.confirmations):
        return Step(night, Told.TWICE)
    confirmations = (*valid.confirmations, Confirmation(person, at))
    told = Told.AGREED if len(confirmations) == NEEDED else Told.ONE_MORE
    return Step(replace(valid, confirmations=confirmations), told)


def _refused(night: Night, fault: SwapFault) -> Night:
    """Return the evening with nobody's confirmation, and with why still to be said."""
    return replace(night, confirmations=(), fault=fault, refusals=night.refusals + 1)


def _ticked(night: Night, at: datetime) -> Night:
    when = due(night)
    if when is None or at < when:
        return night
    if night.phase is Phase.ARMED:
        return _unlapsed(night, at)
    late = night.moment is not None and at - night.moment >= LONG_GAP
    gap = Gap.OWED if late else Gap.NONE
    return replace(night, gap=gap) if night.pending else replace(night, pending=True, moment=at, gap=gap)


def _posted(night: Night, key: str, at: datetime) -> Night:
    """Return the evening with a notice acknowledged; the next scene waits for its pause. A scene needs no word now."""
    notice = next((notice for notice in notices(night) if notice.key == key), None)
    match notice:
        case None:
            return night
        case Announcement():
            return replace(night, announced=True)
        case Halted():
            return replace(night, phase=Phase.OVER)
        case Back():
            return replace(night, gap=Gap.SAID)
        case Refused():
            return replace(night, fault=None)
        case Shown():
            shown = night.shown + 1
            if shown == len(night.scenes):
                return replace(night, phase=Phase.OVER, shown=shown, pending=False)
            moment = at + timedelta(seconds=pause_before(night.scenes[shown], night.pause))
            return replace(night, shown=shown, moment=moment, pending=False, gap=Gap.NONE)
