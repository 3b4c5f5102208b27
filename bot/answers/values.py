"""The smallest parts of an answer: a figure with where it comes from, and a remark that limits it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.rankings.model import Evidence


class Unit(StrEnum):
    """What a value counts."""

    RANK = "rank"
    POSITIONS = "positions"
    TIMES = "times"
    PERCENT = "percent"
    COUNT = "count"
    SCORE = "score"
    PERSONS = "persons"
    TRUTH = "truth"
    EDITION = "edition"
    TEXT = "text"


class Verdict(StrEnum):
    """Whether a claim is so: `PARTLY` for one of which a part is so, `UNDECIDED` where our sources do not say."""

    TRUE = "true"
    FALSE = "false"
    PARTLY = "partly"
    UNDECIDED = "undecided"

    @property
    def denied(self) -> Verdict:
        """The verdict on the opposite claim."""
        return {Verdict.TRUE: Verdict.FALSE, Verdict.FALSE: Verdict.TRUE}.get(self, self)


class Status(StrEnum):
    """What became of a question; the words are those of `ask --json`."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    UNRANKED = "unranked"
    UNKNOWN_PLACE = "unknown_place"
    NO_DATA = "no_data"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: whose, of what, in which edition, how well attested and by which sources (ids).

    `note` is the remark the table carries where sources disagree or a doubt remains.
    """

    subject: str
    measure: str
    edition: int
    value: int | float | str | bool
    unit: Unit
    evidence: Evidence
    sources: tuple[str, ...]
    note: str = ""


class CaveatKind(StrEnum):
    """Why a figure should be read with care."""

    METHOD_BREAK = "method_break"
    MODEL_CHANGE = "model_change"
    PARTIAL_TABLE = "partial_table"
    DISPUTED = "disputed"
    WEAK = "weak"
    REMARK = "remark"
    OLDER_EDITION = "older_edition"


@dataclass(frozen=True, slots=True)
class Caveat:
    """A remark, the editions it concerns, whose figure it is, and what the table says (a new method, a dispute)."""

    kind: CaveatKind
    editions: tuple[int, ...] = ()
    detail: str = ""
    subject: str = ""


def doubts(values: tuple[Value, ...]) -> tuple[Caveat, ...]:
    """Return one caveat per distinct dispute, doubt or remark among some values, in their order."""
    found: dict[tuple[CaveatKind, str], Caveat] = {}
    for value in values:
        kind = _doubt(value)
        if kind is not None:
            found.setdefault((kind, value.note), Caveat(kind, (value.edition,), value.note, value.subject))
    return tuple(found.values())


def _doubt(value: Value) -> CaveatKind | None:
    if not value.note:
        return None
    if value.evidence in (Evidence.DISPUTED, Evidence.WEAK):
        return CaveatKind(value.evidence.value)
    return CaveatKind.REMARK if value.measure == "rank" else None
