"""Whether a record answers a question: right, wrong with confidence, asked back, or declined."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.questions.pairs import Figure, Pair

    Record = Mapping[str, Any]

TOLERANCE = 1e-6
DECLINING = frozenset(("not_understood", "unknown_place"))
OFFERS = ("readings", "offers", "suggestions", "alternatives")
"""Fields under which a record that answers nothing may hold readings for the asker to choose from."""


class Grade(StrEnum):
    """What became of a question.

    `WRONG` is wrong with confidence: an answer that lacks or contradicts what a right one holds, or the statement that
    a place is unranked, or that there is no data, where that is not so. A question that was not understood, or whose
    place was not known, is only `DECLINED`.
    """

    RIGHT = "right"
    WRONG = "wrong"
    ASKED_BACK = "asked_back"
    DECLINED = "declined"


def grade(record: Record, pair: Pair) -> Grade:
    """Return what became of a question, by the record of its answer."""
    status = record["status"]
    if pair.statuses <= DECLINING and _offers(record):
        return Grade.ASKED_BACK
    if status in pair.statuses:
        return Grade.WRONG if faults(record, pair) else Grade.RIGHT
    if status == "ambiguous" or _offers(record):
        return Grade.ASKED_BACK
    return Grade.DECLINED if status in DECLINING else Grade.WRONG


def faults(record: Record, pair: Pair) -> tuple[str, ...]:
    """Return what a record lacks or should not hold, in words; nothing if it is right."""
    status = record["status"]
    if status not in pair.statuses:
        return (f"status {status}, not {' or '.join(sorted(pair.statuses))}",)
    places: list[str] = record["places"]
    values: list[Mapping[str, Any]] = record["values"]
    found: list[str] = [f"holds {_words(figure)}" for figure in pair.never if occurs(figure, values)]
    if status == "answered" or (status == "unranked" and "answered" not in pair.statuses):
        found.extend(_place_faults(places, pair))
    if status != "answered":
        return tuple(found)
    found.extend(
        f"lacks {' or '.join(_words(figure) for figure in alternatives)}"
        for alternatives in pair.values
        if not any(occurs(figure, values) for figure in alternatives)
    )
    claims = {value["value"] for value in values if value["measure"] == "claim"}
    if pair.claim is not None and claims != {pair.claim}:
        found.append(f"claim {sorted(map(str, claims)) or 'missing'}, not {pair.claim}")
    text = str(record["text"]).casefold()
    found.extend(f"text lacks “{word}”" for word in pair.text if word.casefold() not in text)
    return tuple(found)


def occurs(figure: Figure, values: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a figure is among the values of a record."""
    return any(
        value["measure"] == figure.measure
        and figure.subject in (None, value["subject"])
        and figure.edition in (None, value["edition"])
        and (figure.value is None or same(figure.value, value["value"]))
        for value in values
    )


def same(expected: float | str | bool, found: object) -> bool:
    """Whether two values are one: numbers within a tolerance, truths and texts exactly."""
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, int | float) and isinstance(found, int | float):
        return abs(expected - found) <= TOLERANCE
    return expected == found


def _offers(record: Record) -> bool:
    return record["status"] != "answered" and any(record.get(field) for field in OFFERS)


def _place_faults(places: list[str], pair: Pair) -> list[str]:
    found: list[str] = []
    if pair.places and tuple(places[: len(pair.places)]) != pair.places:
        found.append(f"places {places}, not {list(pair.places)} first")
    if not set(pair.among) <= set(places):
        found.append(f"places {places} lack {sorted(set(pair.among) - set(places))}")
    if pair.exactly and set(places) != set(pair.exactly):
        found.append(f"places {places}, not exactly {list(pair.exactly)}")
    return found


def _words(figure: Figure) -> str:
    parts = (figure.subject, figure.measure, figure.edition, figure.value)
    return " ".join(str(part) for part in parts if part is not None)
