"""The cases: what somebody types, and the cluster that is meant, or none."""

from __future__ import annotations

import csv
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases.csv"
COLUMNS = ("set", "kind", "text", "cluster_id", "of")


class Set(StrEnum):
    """`DEVELOP` may be looked at while working on the resolver; only `MEASURE` is published."""

    DEVELOP = "develop"
    MEASURE = "measure"


class Kind(StrEnum):
    """What was done to a name, or what kind of name it is."""

    EXACT = "exact"
    MEMBER = "member"
    PROBE = "probe"
    EXONYM = "exonym"
    EXONYM_SECOND = "exonym second"
    EXONYM_FURTHER = "exonym further"
    ONE_TYPO = "one typo"
    TWO_TYPOS = "two typos"
    SPACING = "spacing"
    OUTSIDE = "outside"
    OUTSIDE_TYPO = "outside typo"
    OUTSIDE_SMALL = "outside small"
    LOOK_ALIKE = "look-alike"
    LOOK_ALIKE_SMALL = "look-alike small"


class Case(NamedTuple):
    """What is typed. `cluster_id` is the cluster meant, empty for a place in none; `of` is what it was made from."""

    set: Set
    kind: Kind
    text: str
    cluster_id: str
    of: str


def read_cases(path: Path = CASES) -> tuple[Case, ...]:
    """Return all cases of a file in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Case(Set(row["set"]), Kind(row["kind"]), row["text"], row["cluster_id"], row["of"])
            for row in csv.DictReader(file)
        )


def write_cases(cases: list[Case], path: Path = CASES) -> None:
    """Write cases to a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(cases)
