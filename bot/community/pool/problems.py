"""Why what an organiser or a player typed is no pool or no entry: one type per reason. None of this is ever kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.questions.failures import Failure


@dataclass(frozen=True, slots=True)
class NotAPrompt:
    """A part of the organiser's line that asks nothing a pool can ask; `failure` is why its words were not read."""

    part: str
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class NotOneClaim:
    """A claim of several things at once, or over several editions: what came of it would not be a plain yes or no."""

    part: str


@dataclass(frozen=True, slots=True)
class NotOneEconomy:
    """The number of clusters of a region."""

    part: str


@dataclass(frozen=True, slots=True)
class AskedTwice:
    """A prompt that is there already."""

    part: str


@dataclass(frozen=True, slots=True)
class TooManyPrompts:
    """More prompts than a form has fields."""

    count: int
    limit: int


@dataclass(frozen=True, slots=True)
class TooLongPrompts:
    """More characters than are read."""

    limit: int


PromptProblem = NotAPrompt | NotOneClaim | NotOneEconomy | AskedTwice | TooManyPrompts | TooLongPrompts


@dataclass(frozen=True, slots=True)
class Empty:
    """A field without a prediction."""


@dataclass(frozen=True, slots=True)
class NotFive:
    """Another number of names than five where five are needed."""

    count: int


@dataclass(frozen=True, slots=True)
class NoPlace:
    """A name that is no cluster's. `position` is its place in the top five, or None in a field of its own."""

    failure: Failure
    position: int | None = None


@dataclass(frozen=True, slots=True)
class NamedTwice:
    """A cluster at two places of the top five; `cluster` is its id."""

    cluster: str
    positions: tuple[int, int]


@dataclass(frozen=True, slots=True)
class NotANumber:
    """Not a whole number from 0 to `limit`."""

    text: str
    limit: int


@dataclass(frozen=True, slots=True)
class NotAChance:
    """Not a whole number of per cent from 0 to 100, nor yes or no."""

    text: str


Wrong = Empty | NotFive | NoPlace | NamedTwice | NotANumber | NotAChance


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field of the form; `field` is the index of its prompt."""

    field: int
    wrong: Wrong
