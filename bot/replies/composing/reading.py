"""How a question was read, in small words: the kind, the places, the measure, the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.rankings.model import Rankings


def reading(query: queries.Query, rankings: Rankings, edition: int | None = None) -> str:
    """Return the parts of a query by name, in a fixed order: "compare · London, Paris · size · 2025".

    `edition` is the one it was answered for, where the query named none.
    """
    parts: list[str] = [kind(query)]
    match query:
        case queries.Rank() | queries.History() | queries.Where():
            parts.append(rankings.clusters[query.cluster.id].name)
        case queries.Compare():
            parts.append(", ".join(rankings.clusters[ref.id].name for ref in query.clusters))
        case queries.CompareEconomies():
            parts.append(", ".join(rankings.economies[ref.code].short_name for ref in query.economies))
        case queries.EconomyProfile() | queries.EconomyHistory():
            parts.append(rankings.economies[query.economy.code].short_name)
        case queries.SourceOf():
            parts.append(_subject(query.subject, rankings))
        case queries.Top() | queries.Movers() | queries.EconomyRanking():
            parts.append(str(query.count))
        case queries.Who():
            parts.append(str(query.rank))
        case queries.Count():
            if query.within is not None:
                parts.append(say("reading.within", within=query.within))
        case queries.Method() | queries.About() | queries.Help():
            pass
    parts.extend(_qualifiers(query, rankings))
    if edition is not None:
        parts.append(str(edition))
    return " · ".join(parts)


def kind(query: queries.Query) -> str:
    """Return the command a query is of."""
    match query:
        case queries.Top(from_end=True):
            return "bottom"
        case queries.CompareEconomies():
            return "compare"
        case queries.EconomyHistory():
            return "history"
        case queries.EconomyProfile():
            return "economy"
        case queries.EconomyRanking():
            return "economies"
        case queries.SourceOf():
            return "source"
        case _:
            return type(query).__name__.lower()


def _qualifiers(query: queries.Query, rankings: Rankings) -> list[str]:
    found: list[str] = []
    if isinstance(query, queries.Movers) and query.direction is not queries.Direction.BOTH:
        found.append(query.direction)
    if isinstance(query, (queries.Top, queries.Movers, queries.EconomyRanking, queries.Count)) and query.area:
        found.append(_subject(query.area, rankings))
    if isinstance(query, (queries.Top, queries.Compare)):
        found.append(say(f"measure.{query.measure}"))
    if isinstance(query, (queries.EconomyRanking, queries.CompareEconomies)):
        found.append(say(f"pillar.{query.pillar}"))
    return found


def _subject(subject: queries.Subject | queries.RegionRef, rankings: Rankings) -> str:
    match subject:
        case queries.ClusterRef():
            return rankings.clusters[subject.id].name
        case queries.EconomyRef():
            return rankings.economies[subject.code].short_name
        case queries.RegionRef():
            return rankings.regions[subject.id].name
