"""The pairs of `develop.jsonl`, `measure.jsonl` and `offtopic.jsonl`: one JSON object a line.

Only what any right answer must hold is asked for. Content is looked at in answers; of an expectation that allows
several statuses, the others are right as they are.

`id`, `kind`, `question`
    The question exactly as a person would write it.
`status`
    The status the record must have, or a list of those that will do.
`places`
    Names with which the record's places must begin, in this order. With `unranked`, the city.
`among`, `exactly`
    Names that must occur among the record's places in any order; names that must be all of its places.
`values`
    Figures that must occur in the record: `measure`, `value` and, where it matters, `subject` and `edition`. A list in
    the place of a figure holds alternatives, one of which must occur.
`never`
    Figures that must not occur: what the data does not decide. `value` may be left out.
`claim`
    What a yes/no question comes to: the record has a value with the measure `claim` and this boolean.
`text`
    Words that must occur in the text, upper or lower case: for answers that hold no figures.
`statement`
    Rows of `data/statements.csv` that are asked for, as `edition:about:ref:measure`; not graded.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

HERE = Path(__file__).parent
NEEDED = frozenset(("id", "kind", "question", "status"))
KEYS = NEEDED | {"places", "among", "exactly", "values", "never", "claim", "text", "statement"}
STATUSES = frozenset(("answered", "ambiguous", "unranked", "unknown_place", "no_data", "not_understood"))


class PairError(ValueError):
    """A line that is not a pair."""


class Set(StrEnum):
    """Which pairs: those to develop on, those to measure on, and messages that are no questions for this bot."""

    DEVELOP = "develop"
    MEASURE = "measure"
    OFFTOPIC = "offtopic"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value looked for in a record; what is None may be anything."""

    measure: str
    value: int | float | str | bool | None = None
    subject: str | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and what a right answer must hold."""

    id: str
    kind: str
    question: str
    statuses: frozenset[str]
    places: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    values: tuple[tuple[Figure, ...], ...] = ()
    never: tuple[Figure, ...] = ()
    claim: bool | None = None
    text: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


def load(which: Set) -> tuple[Pair, ...]:
    """Return the pairs of a set, in the order of the file.

    Raises:
        PairError: a line is not a pair.
    """
    lines = (HERE / f"{which}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(parse(line) for line in lines)


def parse(line: str) -> Pair:
    """Return the pair that a line holds.

    Raises:
        PairError: the line lacks a field, has one that is not known, or holds a status that does not exist.
    """
    data = cast("dict[str, Any]", json.loads(line))
    unknown = data.keys() - KEYS
    if unknown:
        raise PairError(f"unknown fields {sorted(unknown)}: {line}")
    lacking = NEEDED - data.keys()
    if lacking:
        raise PairError(f"lacks {sorted(lacking)}: {line}")
    status = data["status"]
    statuses = frozenset([status] if isinstance(status, str) else status)
    if not statuses or not statuses <= STATUSES:
        raise PairError(f"no such status {sorted(statuses - STATUSES)}: {line}")
    return Pair(
        id=data["id"],
        kind=data["kind"],
        question=data["question"],
        statuses=statuses,
        places=tuple(data.get("places", ())),
        among=tuple(data.get("among", ())),
        exactly=tuple(data.get("exactly", ())),
        values=tuple(_alternatives(item) for item in data.get("values", ())),
        never=tuple(Figure(**item) for item in data.get("never", ())),
        claim=data.get("claim"),
        text=tuple(data.get("text", ())),
        statements=tuple(data.get("statement", ())),
    )


def _alternatives(item: dict[str, Any] | list[dict[str, Any]]) -> tuple[Figure, ...]:
    return tuple(Figure(**each) for each in (item if isinstance(item, list) else [item]))
