"""How a question was read, in small words: the kind, the places, the measure, the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import assertions, queries
from bot.questions.assertions import Over, Relation
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef, Subject
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

_SIGNS = {
    Relation.AT_LEAST: "≥",
    Relation.MORE: "over",
    Relation.AT_MOST: "≤",
    Relation.LESS: "under",
    Relation.ABOUT: "=",
}

_WITH_AREA = (
    queries.Top,
    queries.Movers,
    queries.EconomyMovers,
    queries.Total,
    queries.EconomyRanking,
    queries.Count,
    queries.Nth,
    queries.EconomyNth,
    queries.Newcomers,
    queries.Crossers,
    queries.Regulars,
    queries.EconomyNewcomers,
    queries.EconomyRegulars,
)

_WITH_SINCE = (
    queries.Movers,
    queries.EconomyMovers,
    queries.Moved,
    queries.Regulars,
    queries.Crossers,
    queries.EconomyNewcomers,
    queries.EconomyRegulars,
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
        case queries.Top(count, first=first) if first > 1:
            return _range(first, first + count - 1)
        case queries.Top() | queries.Movers() | queries.EconomyMovers() | queries.EconomyRanking():
            return str(query.count)
        case queries.Total():
            return ", ".join(rankings.clusters[ref.id].name for ref in query.clusters)
        case queries.Who() | queries.Holders():
            return str(query.rank)
        case queries.Nth() | queries.EconomyNth():
            return str(query.position)
        case queries.EconomyRegulars(direction=Direction()):
            return query.direction or ""
        case queries.EconomyNewcomers(within=None):
            return ""
        case queries.Regulars() | queries.EconomyRegulars() | queries.EconomyNewcomers():
            return say("reading.within", within=query.within)
        case queries.Count():
            return say("reading.within", within=query.within) if query.within is not None else ""
        case queries.Fact():
            return ", ".join(measure.replace("_", " ") for measure in query.measures)
        case queries.Claim():
            return _claimed(query, rankings)
        case queries.Settle() | queries.Verify():
            return _claimed(query.claim, rankings)
        case queries.Histories():
            return ", ".join(_subject(subject, rankings) for subject in query.subjects)
        case queries.Drawn(of):
            return _named(of, rankings)
        case queries.Flip():
            return ", ".join(rankings.clusters[ref.id].name for ref in (query.first, query.second))
        case queries.Method() | queries.About() | queries.Help() | queries.Newcomers() | queries.Crossers():
            return ""


def _claimed(query: queries.Claim, rankings: Rankings) -> str:
    words = [say("reading.not")] if query.negated else []
    if query.over is not Over.ONE:
        words.append(say(f"reading.{query.over}"))
    parts = query.assertion.parts if isinstance(query.assertion, assertions.AllOf) else (query.assertion,)
    words.append(", ".join(" ".join(_asserted(part, rankings)) for part in parts))
    if query.since is not None:
        words.append(say("reading.since", since=query.since))
    return " ".join(words)


def _asserted(claimed: assertions.Single, rankings: Rankings) -> list[str]:
    match claimed:
        case assertions.AtRank(cluster, low, high, area, measure):
            limits = [] if area is None else [_subject(area, rankings)]
            by = [] if measure is Measure.SIZE else [say(f"measure.{measure}")]
            return [_subject(cluster, rankings), f"#{_range(low, high)}", *limits, *by]
        case assertions.EconomyAtRank(economy, low, high, pillar, area, income):
            limits = [] if area is None else [_subject(area, rankings)]
            group = [say(f"income.{income}")] if income else []
            return [_subject(economy, rankings), f"#{_range(low, high)}", *limits, *group, say(f"pillar.{pillar}")]
        case assertions.Ahead(first, second, measure, times):
            names = {"first": _subject(first, rankings), "second": _subject(second, rankings)}
            order = say("reading.times", times=f"{times:g}", **names) if times else say("reading.ahead", **names)
            return [order, "·", say(f"measure.{measure}")]
        case assertions.EconomyAhead(first, second, pillar):
            names = {"first": _subject(first, rankings), "second": _subject(second, rankings)}
            return [say("reading.ahead", **names), "·", say(f"pillar.{pillar}")]
        case assertions.Amount(cluster, measure, relation, number):
            return [_subject(cluster, rankings), measure.replace("_", " "), _SIGNS[relation], f"{number:,.12g}"]
        case assertions.MoreClusters(first, second, times, even):
            names = {"first": _subject(first, rankings), "second": _subject(second, rankings)}
            if times:
                return [say("reading.times", times=f"{times:g}", **names)]
            return [say("reading.even" if even else "reading.more", **names)]
        case assertions.MostClusters(economy):
            return [_subject(economy, rankings), say("reading.most_clusters")]
        case assertions.HasClusters(area, low, high, within):
            amount = f"{low}+" if low < high == within else _range(low, high)
            if within == RANKS_PUBLISHED:
                return [say("reading.clusters", area=_subject(area, rankings), amount=amount)]
            return [say("reading.clusters_within", area=_subject(area, rankings), amount=amount, within=within)]
        case assertions.EconomiesCounted(low, high):
            return [say("reading.economies_counted", amount=f"{low}+" if high is None else _range(low, high))]
        case assertions.CountWent(area, direction, since):
            start = [] if since is None else [say("reading.since", since=since)]
            return [say("reading.count_went", area=_subject(area, rankings)), direction, *start]
        case assertions.Passed(first, second):
            return [say("reading.passed", first=_subject(first, rankings), second=_subject(second, rankings))]
        case assertions.Crossed(subject, within, left):
            limit = say("reading.within", within=within)
            return [_subject(subject, rankings), "left" if left else "new", limit]
        case assertions.Entered(cluster, left):
            return [_subject(cluster, rankings), "left" if left else "new"]
        case assertions.Went(subject, direction, since, by, exact):
            amount = [str(by)] if exact else [f"{by}+"] if by > 1 else []
            start = [] if since is None else [say("reading.since", since=since)]
            return [_subject(subject, rankings), direction, *amount, *start]


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
        case queries.EconomyMovers():
            return "movers"
        case queries.Histories():
            return "history"
        case queries.Drawn(of, on_map):
            return f"{'map' if on_map else 'chart'} · {kind(of)}"
        case queries.EconomyNth():
            return "nth"
        case queries.Regulars() | queries.EconomyRegulars():
            return "always"
        case queries.SourceOf():
            return "source"
        case queries.MeasureOf() | queries.PillarOf():
            return "measure"
        case queries.Newcomers(left=left) | queries.EconomyNewcomers(left=left) | queries.Crossers(left=left):
            return "left" if left else "new"
        case _:
            return type(query).__name__.lower()


def _qualifiers(query: queries.Query, rankings: Rankings) -> list[str]:
    if isinstance(query, queries.Drawn):
        return _qualifiers(query.of, rankings)
    found: list[str] = []
    if isinstance(query, (queries.Movers, queries.EconomyMovers)) and query.direction is not Direction.BOTH:
        found.append(query.direction)
    if isinstance(query, _WITH_AREA) and query.area is not None:
        found.append(_subject(query.area, rankings))
    if isinstance(query, (queries.EconomyRanking, queries.EconomyNth)) and query.income_group:
        found.append(say(f"income.{query.income_group}"))
    if isinstance(query, queries.Total) and query.within is not None:
        found.append(say("reading.within", within=query.within))
    if isinstance(query, (queries.Top, queries.Compare, queries.Nth, queries.Total)):
        found.append(say(f"measure.{query.measure}"))
    if isinstance(query, queries.MeasureOf):
        found.extend(measure.replace("_", " ") for measure in query.measures)
    if isinstance(query, (queries.EconomyRanking, queries.EconomyNth, queries.CompareEconomies, queries.PillarOf)):
        found.append(say(f"pillar.{query.pillar}"))
    if isinstance(query, (queries.EconomyNewcomers, queries.EconomyRegulars)):
        found.append(say(f"pillar.{Pillar.GII}"))
    if isinstance(query, _WITH_SINCE) and query.since is not None:
        found.append(say("reading.since", since=query.since))
    if isinstance(query, queries.Top) and query.without:
        found.append(say("reading.without", names=", ".join(_subject(out, rankings) for out in query.without)))
    if isinstance(query, (queries.Movers, queries.Crossers)) and query.within is not None:
        found.append(say("reading.within", within=query.within))
    if isinstance(query, (queries.Movers, queries.EconomyMovers)) and query.by > 1:
        found.append(f"{query.by}+")
    return found


def _subject(subject: Subject | RegionRef, rankings: Rankings) -> str:
    match subject:
        case ClusterRef():
            return rankings.clusters[subject.id].name
        case EconomyRef():
            return rankings.economies[subject.code].short_name
        case RegionRef():
            return rankings.regions[subject.id].name
