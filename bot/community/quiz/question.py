"""A question of the quiz, as data that outlives a restart: whom it is about and what can be answered, all by id."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.rankings.model import Measure, Pillar  # noqa: TC001 - pydantic reads the annotations


class Topic(StrEnum):
    """What a quiz can be limited to."""

    CLUSTERS = "clusters"
    ECONOMIES = "economies"
    HISTORY = "history"
    MAP = "map"


class Band(StrEnum):
    """How hard a question is, by its rating."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Kind(StrEnum):
    """What is asked. `docs/quiz.md` describes each."""

    HIGHEST = "highest"
    HOLDER = "holder"
    PLACE = "place"
    LEADER = "leader"
    MOST_CLUSTERS = "most_clusters"
    COUNT = "count"
    OUTSIDE = "outside"
    NAME_HOLDER = "name_holder"
    NAME_OF = "name_of"
    NAME_TOP = "name_top"
    ECONOMY_HIGHEST = "economy_highest"
    ECONOMY_HOLDER = "economy_holder"
    ECONOMY_PLACE = "economy_place"
    STRONGEST = "strongest"
    REGION_LEADER = "region_leader"
    FORMER = "former"
    CLIMBED = "climbed"
    FELL = "fell"
    WHEN = "when"
    NEW_SINCE = "new_since"
    MEASURE_JOINED = "measure_joined"
    NORTHERNMOST = "northernmost"
    SOUTHERNMOST = "southernmost"
    NEAREST = "nearest"
    IN_ECONOMY = "in_economy"
    OF_ECONOMY = "of_economy"
    SPANNING = "spanning"


class Offered(StrEnum):
    """What the ids of choices and answers stand for; a number or an edition is its own id."""

    CLUSTER = "cluster"
    ECONOMY = "economy"
    PILLAR = "pillar"
    NUMBER = "number"
    EDITION = "edition"

    @property
    def ordered(self) -> bool:
        """Whether such choices are shown in rising order."""
        return self in (Offered.NUMBER, Offered.EDITION)


@dataclass(frozen=True, slots=True)
class Theme:
    """What a question asks about.

    `subject` is the id of the place that its words name or, where they name none, of the one that is right.
    """

    kind: Kind
    subject: str = ""
    edition: int | None = None
    since: int | None = None
    measure: Measure | None = None
    pillar: Pillar | None = None
    number: int | None = None

    @property
    def year(self) -> int:
        """The edition asked about. Only themes on the map have none."""
        assert self.edition is not None
        return self.edition

    @property
    def key(self) -> str:
        """What the question is known by, whatever data it is made from again: "place:munich:2022"."""
        parts = (self.kind, self.subject, self.since, self.edition, self.measure, self.pillar, self.number)
        return ":".join(str(part) for part in parts if part not in (None, ""))


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the answering engine has proven: `right` is right, and every other choice is wrong.

    Without `choices` the answer is typed, and each cluster of `right` is accepted; with them just one is right.
    `proof` are the words of a question to the bot whose reply shows why. Of questions on the map, `amounts` holds for
    each choice the degrees or kilometres that decide it, from the coordinates of GeoNames. `difficulty` is the rating
    it starts with.
    """

    topic: Topic
    theme: Theme
    offered: Offered
    choices: tuple[str, ...]
    right: tuple[str, ...]
    proof: str
    difficulty: int
    amounts: tuple[float, ...] = ()

    @property
    def key(self) -> str:
        """What the question is known by."""
        return self.theme.key

    @property
    def chance(self) -> float:
        """How likely a guess is right."""
        return 1 / len(self.choices) if self.choices else 0.0
