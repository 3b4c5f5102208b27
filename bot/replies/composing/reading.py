"""How a question was read, in small words: the kind, the places, the measure, the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

_WITH_AREA = (
    queries.Top,
    queries.Movers,
    queries.EconomyRanking,
    queries.Count,
    queries.Nth,
    queries.EconomyNth,
    queries.Newcomers,
)


def reading(query: queries.Query, rankings: Rankings, edition: int | None = None) -> str:
    """Return the parts of a query by name, in a fixed order: "compare · London, Paris · size · 2025".

    `edition` is the one it was answered for, where the query named none.
    """
    named = _named(query, rankings)
    parts = [kind(query), *([named] if named else []), *_qualifiers(query, rankings)]
    if edition is not None:
        parts.append(str(edition))
    return " · ".join(parts)


def _named(query: queries.Query, rankings: Rankings) -> str:
    """Return what a query is about: a place, a rank, a number of lines."""
    match query:
        case queries.Rank() | queries.History() | queries.Where() | queries.MeasureOf() | queries.Streak():
            return rankings.clusters[query.cluster.id].name
        case queries.Compare():
            return ", ".join(rankings.clusters[ref.id].name for ref in query.clusters)
        case queries.CompareEconomies():
            return ", ".join(rankings.economies[ref.code].short_name for ref in query.economies)
        case queries.EconomyProfile() | queries.EconomyHistory() | queries.PillarOf():
            return rankings.economies[query.economy.code].short_name
        case queries.SourceOf() | queries.Moved():
            return _subject(query.subject, rankings)
        case queries.Top() | queries.Movers() | queries.EconomyRanking():
            return str(query.count)
        case queries.Who() | queries.Holders():
            return str(query.rank)
        case queries.Nth() | queries.EconomyNth():
            return str(query.position)
        case queries.Count():
            return say("reading.within", within=query.within) if query.within is not None else ""
        case queries.Fact():
            return ", ".join(measure.replace("_", " ") for measure in query.measures)
        case queries.Claim():
            return _claimed(query, rankings)
        case queries.Method() | queries.About() | queries.Help() | queries.Newcomers():
            return ""


def _claimed(query: queries.Claim, rankings: Rankings) -> str:
    words: list[str] = [say("reading.not")] if query.negated else []
    match query.assertion:
        case queries.AtRank(cluster, low, high):
            words += [_subject(cluster, rankings), _range(low, high)]
        case queries.AtRankIn(cluster, area, position):
            words += [_subject(cluster, rankings), str(position), _subject(area, rankings)]
        case queries.EconomyAtRank(economy, low, high):
            words += [_subject(economy, rankings), _range(low, high)]
        case queries.Ahead(first, second, measure):
            names = (_subject(first, rankings), _subject(second, rankings))
            words += [" > ".join(names), say(f"measure.{measure}")]
        case queries.EconomyAhead(first, second, pillar):
            names = (_subject(first, rankings), _subject(second, rankings))
            words += [" > ".join(names), say(f"pillar.{pillar}")]
        case queries.MoreClusters(first, second):
            words.append(" > ".join((_subject(first, rankings), _subject(second, rankings))))
        case queries.HasClusters(area, low, high):
            words += [_subject(area, rankings), _range(low, high)]
        case queries.Went(cluster, direction):
            words += [_subject(cluster, rankings), direction]
    return " ".join(words)


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


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
        case queries.MeasureOf() | queries.PillarOf():
            return "measure"
        case queries.Newcomers(left=left):
            return "left" if left else "new"
        case _:
            return type(query).__name__.lower()


def _qualifiers(query: queries.Query, rankings: Rankings) -> list[str]:
    found: list[str] = []
    if isinstance(query, queries.Movers) and query.direction is not queries.Direction.BOTH:
        found.append(query.direction)
    if isinstance(query, _WITH_AREA) and query.area is not None:
        found.append(_subject(query.area, rankings))
    if isinstance(query, (queries.EconomyRanking, queries.EconomyNth)) and query.income_group:
        found.append(say(f"income.{query.income_group}"))
    if isinstance(query, (queries.Top, queries.Compare, queries.Nth)):
        found.append(say(f"measure.{query.measure}"))
    if isinstance(query, queries.MeasureOf):
        found.extend(measure.replace("_", " ") for measure in query.measures)
    if isinstance(query, (queries.EconomyRanking, queries.EconomyNth, queries.CompareEconomies, queries.PillarOf)):
        found.append(say(f"pillar.{query.pillar}"))
    if isinstance(query, (queries.Movers, queries.Moved)) and query.since is not None:
        found.append(say("reading.since", since=query.since))
    return found


def _subject(subject: queries.Subject | queries.RegionRef, rankings: Rankings) -> str:
    match subject:
        case queries.ClusterRef():
            return rankings.clusters[subject.id].name
        case queries.EconomyRef():
            return rankings.economies[subject.code].short_name
        case queries.RegionRef():
            return rankings.regions[subject.id].name
