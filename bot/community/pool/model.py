"""What a pool asks, what is predicted, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.rankings.model import Evidence, Measure

PROMPTS_MAXIMUM = 5
"""A form on Discord has five fields."""

FIVE = 5
NUMBER_MAXIMUM = 100
"""The most clusters an economy can have, and the most per cent."""

LED = (Measure.PATENTS, Measure.PUBLICATIONS, Measure.VENTURE_CAPITAL, Measure.INTENSITY)
"""The measures whose leader can be asked for."""


@dataclass(frozen=True, slots=True)
class TopFive:
    """The five leading clusters, in order. Predicted: five ids of clusters."""

    kind: Literal["top_five"] = "top_five"


@dataclass(frozen=True, slots=True)
class Leader:
    """Who leads by a measure, one of `LED`. Predicted: the id of a cluster."""

    measure: Measure
    kind: Literal["leader"] = "leader"


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many clusters an economy (ISO 3166 alpha-2) has in the top 100. Predicted: a number from 0 to 100."""

    economy: str
    kind: Literal["how_many"] = "how_many"


@dataclass(frozen=True, slots=True)
class Will:
    """Whether a claim, packed as in a receipt, will be so. Predicted: its probability, in whole per cent."""

    claim: str
    kind: Literal["will"] = "will"


Prompt = TopFive | Leader | HowMany | Will

Prediction = tuple[str, ...] | str | int
"""What is predicted for a prompt: ids in order, one id, or a number, as the prompt says."""

Truth = tuple[str | None, ...] | bool | int
"""What came of a prompt: the top five with None where a rank is not in our sources; all that lead; a number; yes or no.

Nobody's rank is unknown to every prompt of a leader: there, several ids mean a tie.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One prediction per prompt, in their order."""

    predictions: tuple[Prediction, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry with the salt (32 hexadecimal digits) that keeps it from being guessed out of its hash."""

    entry: Entry
    salt: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the newest edition that settles a prompt says of it: one prediction per prompt, None where none does.

    `editions` are those it was taken from, newest first.
    """

    predictions: tuple[Prediction | None, ...]
    editions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answering engine says of a prompt; without `truth` it says nothing, and the prompt counts for nobody.

    `evidence` is the weakest behind it, None where there is no truth; `sources` are ids.
    """

    truth: Truth | None = None
    evidence: Evidence | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The outcomes by a version of the data. `number` is 1, and one more with each correction that changed a truth."""

    version: str
    outcomes: tuple[Outcome, ...]
    number: int
