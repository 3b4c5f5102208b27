"""Published statements: totals of the leading clusters, dates, first appearances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import figures
from bot.answers.model import FactAnswer, NoData
from bot.answers.values import Unit, Value, doubts

if TYPE_CHECKING:
    from bot.questions.queries import Fact
    from bot.rankings.model import Rankings, Statement

_UNITS = {"percent": Unit.PERCENT, "count": Unit.COUNT, "rank": Unit.RANK, "edition": Unit.EDITION}


def answer_fact(query: Fact, rankings: Rankings) -> FactAnswer | NoData:
    """Answer with what was published of a kind, in the edition asked for or in the newest that has it."""
    matching = [
        statement
        for statement in rankings.statements
        if statement.about == query.about
        and query.ref in ("", statement.ref)
        and statement.measure in query.measures
        and query.edition in (None, statement.edition)
    ]
    if not matching:
        edition = query.edition or rankings.newest.year
        return NoData(
            query=query, subject=_subject(rankings, query.about, query.ref), what=query.measures[0], edition=edition
        )
    newest = max(statement.edition for statement in matching)
    held = [statement for statement in matching if statement.edition == newest]
    facts = tuple((_value(rankings, statement), statement.qualifier) for statement in held)
    values = tuple(value for value, _ in facts)
    return FactAnswer(
        query=query,
        edition=newest,
        facts=facts,
        places=tuple(dict.fromkeys(value.subject for value in values)) if query.about in ("cluster", "economy") else (),
        values=values,
        caveats=doubts(values),
    )


def _value(rankings: Rankings, statement: Statement) -> Value:
    unit = _UNITS.get(statement.unit, Unit.TEXT)
    value: float | int | str = statement.value
    if unit is Unit.PERCENT:
        value = float(statement.value)
    elif unit is not Unit.TEXT:
        value = int(statement.value)
    subject = _subject(rankings, statement.about, statement.ref)
    return figures.stated(subject, statement.measure, statement, value, unit)


def _subject(rankings: Rankings, about: str, ref: str) -> str:
    if about == "cluster" and ref:
        return rankings.clusters[ref].name
    if about == "economy" and ref:
        return rankings.economies[ref].short_name
    return f"top {ref}" if about == "top" else "world"
