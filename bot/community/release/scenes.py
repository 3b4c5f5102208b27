"""What an evening is made of. Scenes hold ranks and topics; their figures are looked up when they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bot.questions import queries
from bot.questions.refs import Direction

SEVERAL = 2
"""Economies with fewer clusters than this are not listed; the reply says how many economies have any."""


class Topic(StrEnum):
    """What the summary speaks of, in this order."""

    NUMBER_ONE = "number_one"
    CLIMBERS = "climbers"
    FALLERS = "fallers"
    ENTRANTS = "entrants"
    LEAVERS = "leavers"
    ECONOMIES = "economies"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Opening:
    """Which edition it is, how many of its ranks are known, and how well."""

    edition: int
    kind: Literal["opening"] = "opening"


@dataclass(frozen=True, slots=True)
class Batch:
    """Several ranks, from the last to the best, whether they are known or not."""

    edition: int
    ranks: tuple[int, ...]
    kind: Literal["batch"] = "batch"


@dataclass(frozen=True, slots=True)
class Single:
    """One rank of the top ten, or one that is not known."""

    edition: int
    rank: int
    kind: Literal["single"] = "single"


@dataclass(frozen=True, slots=True)
class Members:
    """The clusters known to be in the top 100 at a rank that is not."""

    edition: int
    kind: Literal["members"] = "members"


@dataclass(frozen=True, slots=True)
class Summary:
    """One topic of the summary."""

    edition: int
    topic: Topic
    kind: Literal["summary"] = "summary"

    @property
    def query(self) -> queries.Query:
        """Return the question whose answer this scene is."""
        match self.topic:
            case Topic.NUMBER_ONE:
                return queries.Holders(rank=1)
            case Topic.CLIMBERS:
                return queries.Movers(Direction.UP, edition=self.edition)
            case Topic.FALLERS:
                return queries.Movers(Direction.DOWN, edition=self.edition)
            case Topic.ENTRANTS:
                return queries.Newcomers(edition=self.edition)
            case Topic.LEAVERS:
                return queries.Newcomers(edition=self.edition, left=True)
            case Topic.ECONOMIES:
                return queries.Count(edition=self.edition, low=SEVERAL)
            case Topic.METHOD:
                return queries.Method(edition=self.edition)


@dataclass(frozen=True, slots=True)
class Closing:
    """The end, with the topics that our sources say nothing about."""

    edition: int
    missing: tuple[Topic, ...] = ()
    kind: Literal["closing"] = "closing"


Scene = Annotated[Opening | Batch | Single | Members | Summary | Closing, Field(discriminator="kind")]
