"""What the games share: a state, the actions that change it, and what each actor is told.

A game's state is what its actions made of it, in their order and at their times: kept actions build it again after a
restart. What is to be posted stands in the state as a notice until its posting has become an action too, so that
nothing is lost between the two, and a notice posted twice can be told by its key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from pydantic import TypeAdapter

State = TypeVar("State")
Action = TypeVar("Action")
Notice_co = TypeVar("Notice_co", bound="Keyed", covariant=True)

Person = int
"""A person's Discord id. Negative ones stand for people who asked to be forgotten; they are in no message."""


class Keyed(Protocol):
    """A notice; its key is unique within its game."""

    @property
    def key(self) -> str:
        """Return what the posting of this notice is known by."""
        ...


@dataclass(frozen=True, slots=True)
class Step(Generic[State]):
    """What became of an action: the state after it, and what its actor is told, as data, if anything.

    A refused action returns the very state that it was applied to, so that it need not be kept.
    """

    state: State
    told: object = None


class Game(Protocol[State, Action, Notice_co]):
    """The rules of a game. All are pure functions; every time is in UTC."""

    @property
    def actions(self) -> TypeAdapter[Action]:
        """Return the codec of its actions, to JSON and back."""
        ...

    def apply(self, state: State | None, action: Action, at: datetime) -> Step[State]:
        """Return what an action at a time makes of a state. The first action of a game is applied to None."""
        ...

    def due(self, state: State) -> datetime | None:
        """Return when the game next changes of its own accord (by its action `Tick`), if it does."""
        ...

    def notices(self, state: State) -> tuple[Notice_co, ...]:
        """Return what is still to be posted, in order."""
        ...

    def over(self, state: State) -> bool:
        """Return whether no action changes the state any more and nothing is left to be posted."""
        ...

    def points(self, state: State) -> Mapping[Person, int]:
        """Return the points that the game has brought so far, by person."""
        ...
