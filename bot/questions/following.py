"""Follow-ups: "and in 2022?", "what about Paris?", "by patents?" change one thing in the question before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.questions.words import split, take_edition, take_measure, take_pillar, without_fillers

if TYPE_CHECKING:
    from bot.questions.meaning import Meaning
    from bot.questions.queries import Query
    from bot.rankings.model import Measure, Pillar

OPENING = re.compile(
    r"(?:(?:ok(?:ay)?|so|now)\s+)?(?:and|what about|how about|same for|what of|also)\b|(?:by|in|for)\s", re.IGNORECASE
)
"""How a follow-up begins. Without such a word a text is a question of its own."""

WORDS_AT_MOST = 8


def follow(question: str, last: Query, meaning: Meaning) -> Query | None:
    """Return the last query with what a follow-up names put in its place; None where it is no follow-up to it.

    Raises:
        Refused: it names an edition that the table does not hold, or a place that is unknown.
    """
    opening = OPENING.match(question)
    if opening is None or len(split(question)) > WORDS_AT_MOST:
        return None
    year, words = take_edition(split(question[opening.start() :]))
    measure, words = take_measure(words)
    pillar, words = take_pillar(words) if measure is None else (None, words)
    words = without_fillers(tuple(word for word in words if word.casefold() not in ("about", "same", "and", "also")))
    changed = last
    if words:
        changed = _about(changed, meaning.subject(words))
    if year is not None and changed is not None:
        changed = _in(changed, meaning.edition(year))
    if measure is not None and changed is not None:
        changed = _by(changed, measure)
    if pillar is not None and changed is not None:
        changed = _in_pillar(changed, pillar)
    return None if changed is last else changed


def _about(last: Query, subject: ClusterRef | EconomyRef | RegionRef) -> Query | None:
    match last, subject:
        case queries.Compare(), ClusterRef():
            return replace(last, clusters=(*last.clusters, subject)[-queries.COMPARE_MAXIMUM :])
        case queries.CompareEconomies(), EconomyRef():
            return replace(last, economies=(*last.economies, subject)[-queries.COMPARE_MAXIMUM :])
        case (
            (queries.Rank() | queries.History() | queries.Where() | queries.MeasureOf() | queries.Streak()),
            ClusterRef(),
        ):
            return replace(last, cluster=subject)
        case ((queries.EconomyProfile() | queries.EconomyHistory() | queries.PillarOf()), EconomyRef()):
            return replace(last, economy=subject)
        case ((queries.SourceOf() | queries.Moved()), (ClusterRef() | EconomyRef())):
            return replace(last, subject=subject)
        case queries.Rank(edition=edition), EconomyRef():
            return queries.EconomyProfile(subject, edition, brief=True)
        case queries.EconomyProfile(edition=edition), ClusterRef():
            return queries.Rank(subject, edition)
        case (
            (
                queries.Top()
                | queries.Nth()
                | queries.Movers()
                | queries.Count()
                | queries.Newcomers()
                | queries.Crossers()
                | queries.Regulars()
            ),
            (EconomyRef() | RegionRef()),
        ):
            return replace(last, area=subject)
        case (
            (queries.EconomyRanking() | queries.EconomyNth() | queries.EconomyNewcomers() | queries.EconomyRegulars()),
            RegionRef(),
        ):
            return replace(last, area=subject)
        case _:
            return None


def _in(last: Query, edition: int | None) -> Query | None:
    match last:
        case queries.History() | queries.EconomyHistory() | queries.About() | queries.Help():
            return None
        case queries.Where() | queries.Streak() | queries.Holders() | queries.Histories() | queries.Drawn():
            return None
        case queries.Settle() | queries.Verify():
            return None
        case _:
            return replace(last, edition=edition)


def _by(last: Query, measure: Measure) -> Query | None:
    match last:
        case queries.Top() | queries.Compare() | queries.Nth():
            return replace(last, measure=measure)
        case queries.Who(rank=position, edition=edition):
            return queries.Nth(position, None, measure, edition)
        case queries.Rank(cluster=cluster, edition=edition) | queries.MeasureOf(cluster=cluster, edition=edition):
            return queries.MeasureOf(cluster, (measure,), edition)
        case _:
            return None


def _in_pillar(last: Query, pillar: Pillar) -> Query | None:
    match last:
        case queries.EconomyRanking() | queries.CompareEconomies() | queries.EconomyNth() | queries.PillarOf():
            return replace(last, pillar=pillar)
        case queries.EconomyProfile(economy=economy, edition=edition):
            return queries.PillarOf(economy, pillar, edition)
        case _:
            return None
