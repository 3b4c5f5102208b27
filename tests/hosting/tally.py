"""A game small enough to see through: people add to a tally until somebody closes it or its time comes."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads the annotations
from dataclasses import dataclass, replace
from datetime import datetime  # noqa: TC003 - the same
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from bot.community.playing import Step


@dataclass(frozen=True, slots=True)
class Began:
    ends: datetime
    kind: Literal["began"] = "began"


@dataclass(frozen=True, slots=True)
class Added:
    person: int
    amount: int
    kind: Literal["added"] = "added"


@dataclass(frozen=True, slots=True)
class Posted:
    key: str
    message: int
    kind: Literal["posted"] = "posted"


@dataclass(frozen=True, slots=True)
class Tick:
    kind: Literal["tick"] = "tick"


Action = Began | Added | Posted | Tick


@dataclass(frozen=True, slots=True)
class Line:
    key: str


@dataclass(frozen=True, slots=True)
class Tally:
    ends: datetime
    pending: tuple[Line, ...] = (Line("begun"),)
    added: tuple[tuple[int, int], ...] = ()
    ended: bool = False


class TallyGame:
    actions: TypeAdapter[Action] = TypeAdapter(Annotated[Action, Field(discriminator="kind")])

    def apply(self, state: Tally | None, action: Action, at: datetime) -> Step[Tally]:
        match action:
            case Began(ends):
                return Step(Tally(ends))
            case Added(person, amount) if state is not None and not state.ended:
                return Step(replace(state, added=(*state.added, (person, amount))), "added")
            case Posted(key) if state is not None:
                return Step(replace(state, pending=tuple(line for line in state.pending if line.key != key)))
            case Tick() if state is not None and at >= state.ends and not state.ended:
                return Step(replace(state, ended=True, pending=(*state.pending, Line("ended"))))
            case _:
                assert state is not None
                return Step(state, "too late")

    def due(self, state: Tally) -> datetime | None:
        return None if state.ended else state.ends

    def notices(self, state: Tally) -> tuple[Line, ...]:
        return state.pending

    def over(self, state: Tally) -> bool:
        return state.ended and not state.pending

    def points(self, state: Tally) -> Mapping[int, int]:
        return {person: sum(n for who, n in state.added if who == person) for person, _ in state.added}
