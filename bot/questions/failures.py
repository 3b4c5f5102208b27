"""Why a text did not become a query: one type per reason, so that each can get its own sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.places.matches import Nearest, OutsidePlace


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on: what to show, the question that means exactly this, and for a place what it is to the ranking.

    `cluster` is the id of the cluster that a place is or belongs to; empty for one in none, and for what is no place.
    """

    name: str
    question: str
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing was asked."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """More characters than a question has; `limit` is how many are read."""

    limit: int


@dataclass(frozen=True, slots=True)
class UnknownCommand:
    """The first word seems to misspell a command; `suggestion` is the question with that command in its place."""

    word: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The words are no question this bot knows; `readings` are the questions they come nearest to, if any."""

    text: str
    readings: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class NeitherCommandNorPlace:
    """A few words without a command that name no known place either."""

    text: str


@dataclass(frozen=True, slots=True)
class MissingWords:
    """A command lacks what it needs: `what` is a place, places, an economy, a rank, a claim, a code, or a chart."""

    command: str
    what: str


@dataclass(frozen=True, slots=True)
class SurplusWords:
    """A command came with words it has no use for."""

    command: str
    words: str


@dataclass(frozen=True, slots=True)
class NumberOutOfRange:
    """A number outside what the command takes; both ends are included."""

    command: str
    given: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class EditionNotHeld:
    """An edition that the table does not hold. `held` are those it does, newest first."""

    year: int
    held: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeasureNotOffered:
    """A measure that does not fit the question: a pillar asked of clusters, or a share asked of economies."""

    command: str
    measure: str


@dataclass(frozen=True, slots=True)
class NoClaim:
    """Something to be settled that claims nothing about the ranking; `readings` are the claims it comes nearest to."""

    readings: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class NoReceipt:
    """Not the code of a receipt, or one that names a place the table does not have."""

    code: str


@dataclass(frozen=True, slots=True)
class SameCluster:
    """A comparison of names that all belong to one cluster."""

    names: tuple[str, ...]
    cluster: str


@dataclass(frozen=True, slots=True)
class NotAnEconomy:
    """A cluster where an economy or a region is needed."""

    command: str
    name: str


@dataclass(frozen=True, slots=True)
class MixedKinds:
    """A comparison of a cluster with an economy or a region."""


@dataclass(frozen=True, slots=True)
class PlaceUnknown:
    """A name nobody here has heard of. `suggestions` are near names, `choices` the questions with them.

    With `state`, the name of a state or province, and `suggestions` are clusters in it.
    """

    text: str
    suggestions: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    state: bool = False


@dataclass(frozen=True, slots=True)
class AreaUnknown:
    """Not an economy or region this bot knows; `suggestions` and `choices` are as for places."""

    command: str
    text: str
    suggestions: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceAmbiguous:
    """Several places fit about equally well."""

    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PlaceUnranked:
    """A real place that is in no cluster of the table, and the cluster nearest to it."""

    text: str
    place: OutsidePlace
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class EconomyUnranked:
    """A real economy that the index does not rank."""

    economy: OutsidePlace


Failure = (
    Empty
    | TooLong
    | UnknownCommand
    | NotUnderstood
    | NeitherCommandNorPlace
    | MissingWords
    | SurplusWords
    | NumberOutOfRange
    | EditionNotHeld
    | MeasureNotOffered
    | MixedKinds
    | NoClaim
    | NoReceipt
    | SameCluster
    | NotAnEconomy
    | PlaceUnknown
    | AreaUnknown
    | PlaceAmbiguous
    | PlaceUnranked
    | EconomyUnranked
)
