"""A reply as a record for programs: one JSON object per question."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.questions import failures
from bot.replies.composing.reading import kind, reading
from bot.replies.pictures.describing import describe
from bot.replies.plain import as_text

if TYPE_CHECKING:
    from bot.answers.values import Value
    from bot.questions.failures import Failure
    from bot.rankings.model import Rankings
    from bot.replies.outcome import Outcome


def as_record(outcome: Outcome, rankings: Rankings) -> dict[str, Any]:
    """Return a question and its answer as plain data; `docs/json.md` describes the fields.

    `text` is exactly what would be posted as plain text: the first page of a long list.
    """
    query, answer = outcome.query, outcome.answer
    first = outcome.pages[0]
    readings = [way.question for way in (*first.menu, *first.buttons)]
    return {
        "input": outcome.text,
        "status": str(first.status),
        "query": None if query is None else {"kind": kind(query), **asdict(query)},
        "reading": None if query is None else reading(query, rankings, getattr(answer, "edition", None)),
        "text": as_text(first),
        "places": list(answer.places) if answer is not None else _candidates(outcome.failure),
        "values": [] if answer is None else [_value(value) for value in answer.values],
        "caveats": [] if answer is None else list(dict.fromkeys(str(caveat.kind) for caveat in answer.caveats)),
        **({"readings": readings} if readings else {}),
        **({"picture": describe(outcome.picture)} if outcome.picture is not None else {}),
    }


def _value(value: Value) -> dict[str, Any]:
    return {
        "subject": value.subject,
        "measure": value.measure,
        "edition": value.edition,
        "value": value.value,
        "unit": str(value.unit),
        "evidence": str(value.evidence),
        "sources": list(value.sources),
    }


def _candidates(failure: Failure | None) -> list[str]:
    match failure:
        case failures.PlaceAmbiguous(_, choices):
            return [choice.name for choice in choices]
        case failures.PlaceUnranked(place=place) | failures.EconomyUnranked(economy=place):
            return [place.name]
        case _:
            return []
