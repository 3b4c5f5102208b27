"""Readings about the ranking itself: its release, its editions, its method, its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.marks import Kind

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

INDEX_WORDS = (
    "index",
    "gii",
    "full",
    "whole",
    "innovation index",
    "global innovation index",
    "report",
    "gii report",
    "gii ranking",
    "gii index",
)
RELEASE_DATES = ("release_date_clusters", "release_date_index")
NEWEST = (
    "latest",
    "newest",
    "the latest",
    "the newest",
    "most recent",
    "oldest",
    "earliest",
    "the oldest",
    "the earliest",
)
NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
INTENSITY = ("intensity", "innovation intensity")
MOST_MARKS = 4
"""A question what something is says no more: "what is the GII"."""
PLACED = (*NAMED, Kind.OUTSIDE, Kind.WITHIN, Kind.ORDINAL)


def release(s: Sentence) -> Query | None:
    """When an edition came out, or will."""
    published = s.says("publication", "publishing", "publish", "publishes") and not s.has(Kind.NEW)
    released = s.has(Kind.RELEASE) or published
    dated = (s.any(Kind.WHEN, Kind.HOW_LONG) and released) or (
        s.has(Kind.WHEN) and s.any(Kind.RANKING, Kind.UPCOMING, Kind.DOWN, Kind.EDITION)
    )
    out = s.opens(Kind.COPULA, Kind.HAVE) and s.has(Kind.RELEASE) and s.any(Kind.RANKING, Kind.UPCOMING, Kind.EDITIONS)
    titled = s.says("release date", "publication date", "date of publication", "date of release", "launch date")
    coming = s.has(Kind.RELEASE, Kind.UPCOMING)
    if s.any(*PLACED) or not (dated or out or titled or coming):
        return None
    ok = (
        Kind.RELEASE,
        Kind.WHEN,
        Kind.HOW_LONG,
        Kind.NEW,
        Kind.PERSONAL,
        Kind.UPCOMING,
        Kind.DOWN,
        Kind.WILL,
        Kind.CHECK,
    )
    if not s.only(
        *ok,
        *((Kind.MEASURE,) if published else ()),
        *((Kind.WORST,) if s.says("last") else ()),
        *((Kind.COVER,) if s.says("available") else ()),
    ):
        return None
    past = s.says("was", "were", "did", "has", "have")
    upcoming = s.any(Kind.UPCOMING, Kind.WILL) or s.says(
        "next one", "next edition", "next index", "next ranking", "due"
    )
    upcoming = upcoming or ((s.has(Kind.NEW) or s.says("wait for", "coming")) and not past)
    statements = [statement for statement in s.rankings.statements if statement.measure in RELEASE_DATES]
    edition = s.edition if s.edition is not None else max(x.edition for x in statements) if upcoming else None
    if edition is not None and edition < min(x.edition for x in statements) and edition == min(s.rankings.editions):
        return queries.About()
    measures = RELEASE_DATES[1:] if s.says(*INDEX_WORDS) else RELEASE_DATES[:1]
    held = {statement.measure for statement in statements if edition in (None, statement.edition)}
    return queries.Fact("world", "", measures if held.issuperset(measures) else RELEASE_DATES, edition)


def holdings(s: Sentence) -> Query | None:
    """What the table holds, and whose ranking it is."""
    if s.any(*PLACED, Kind.NUMBER):
        return None
    index = s.any(Kind.RANKING, Kind.RANK, Kind.DATA) or s.says(*INDEX_WORDS, "this", "it")
    pillars = any("pillar" in mark.text.casefold() for mark in s.of(Kind.PILLARS))
    if pillars and (s.any(Kind.WHICH, Kind.LIST, Kind.HOW_MANY) or s.bare) and not s.any(Kind.WHO, *PLACED):
        return queries.About() if s.only(Kind.PILLARS, Kind.HOW_MANY, Kind.MAKING) else None
    opening = any(mark.text.casefold().split()[-1] in ("edition", "ranking", "list") for mark in s.of(Kind.EDITION))
    opening = opening and s.editions == (min(s.rankings.editions),) and s.any(Kind.RANKING, Kind.EDITIONS, Kind.WHEN)
    if opening and s.only(Kind.WHEN) and not s.any(Kind.WHO, Kind.LIST, Kind.CLUSTERS, Kind.RANK, Kind.HAVE):
        return queries.About()
    makers = s.has(Kind.WHO) and index
    named = s.says("gii", "the gii", "global innovation index", "innovation index", "wipo", "index")
    if s.opens(Kind.WHICH) and named and len(s.marks) <= MOST_MARKS and s.only(Kind.MAKING) and not s.has(Kind.RANK):
        return queries.About()
    made = s.any(Kind.BEHIND, Kind.METHOD, Kind.MAKING, Kind.REACH, Kind.MEASURE, Kind.RELEASE)
    if makers and made and s.measure in (None, queries.Measure.PUBLICATIONS):
        ok = (Kind.BEHIND, Kind.METHOD, Kind.MAKING, Kind.MEASURE, Kind.RELEASE)
        return queries.About() if s.only(*ok) else None
    if s.has(Kind.HOW_MANY, Kind.CLUSTERS) and s.any(Kind.RANK, Kind.RANKING, Kind.SUM, Kind.COVER):
        return queries.About() if s.only(Kind.HOW_MANY, Kind.SUM, Kind.COVER) else None
    listed = s.has(Kind.HOW_MANY, Kind.ECONOMIES) and (s.has(Kind.COVER) or s.says(*INDEX_WORDS))
    if listed and not s.any(Kind.CLUSTERS, Kind.REGION) and s.only(Kind.HOW_MANY, Kind.ECONOMIES, Kind.COVER):
        return queries.About()
    if s.any(Kind.SOURCE, Kind.COME_FROM):
        sources = s.has(Kind.SOURCE) or (s.any(Kind.DATA, Kind.RANKING, Kind.RANK) and s.any(Kind.WHERE, Kind.WHO))
        licensed = any("licen" in mark.text.casefold() for mark in s.of(Kind.SOURCE))
        released = (Kind.RELEASE,) if licensed else ()
        ok = (Kind.SOURCE, Kind.COME_FROM, Kind.PERSONAL, Kind.SHARE, Kind.CHECK, *released)
        return queries.About() if sources and s.only(*ok) else None
    if s.has(Kind.WHERE, Kind.PERSONAL, Kind.DATA, Kind.HAVE) and s.only(Kind.PERSONAL):
        return queries.About()
    when = s.any(Kind.WHEN, Kind.HOW_LONG, Kind.SINCE) and s.has(Kind.RANKING, Kind.COVER)
    when = when or (s.says("how many editions") and s.says(*INDEX_WORDS))
    when = when or (s.has(Kind.CLUSTERS) and s.any(Kind.RANK, Kind.RANKING) and s.any(Kind.HOW_LONG))
    newest = any(mark.text.casefold().startswith(NEWEST) for mark in s.of(Kind.EDITION))
    asked = s.any(Kind.EDITIONS, Kind.DATA, Kind.LATEST) or newest or s.says("how far back")
    held = (
        s.has(Kind.LATEST, Kind.DATA)
        or s.says("editions", "years", "versions", "data", "the data", "how far back")
        or (
            s.any(Kind.HAVE, Kind.COVER, Kind.LATEST, Kind.RELEASE, Kind.EDITION)
            and (
                s.any(Kind.WHICH, Kind.HOW, Kind.HOW_MANY, Kind.HOW_MUCH, Kind.LIST)
                or s.opens(Kind.COPULA, Kind.LATEST, Kind.COVER)
            )
        )
    )
    if not when and (not (asked and held) or (s.has(Kind.RANK) and not s.has(Kind.COVER))):
        return None
    ok = (Kind.PERSONAL, Kind.RELEASE, Kind.COVER, Kind.HOW_MANY, Kind.HOW_MUCH, Kind.WHEN, Kind.HOW_LONG, Kind.SINCE)
    return queries.About() if s.only(*ok, Kind.CHECK) else None


def method(s: Sentence) -> Query | None:
    """How clusters are ranked, what changed, and whether a measure counts."""
    if s.any(*PLACED):
        return None
    topic = s.any(
        Kind.RANKING, Kind.RANK, Kind.CLUSTERS, Kind.MEASURE, Kind.EDITION, Kind.SCORE, Kind.METHOD, Kind.DATA
    )
    asking = s.any(Kind.HOW, Kind.WHICH, Kind.WHY, Kind.CHANGED, Kind.MOVE) or s.opens(
        Kind.COPULA, Kind.METHOD, Kind.HAVE
    )
    made = topic and s.any(Kind.MAKING, Kind.METHOD) and (asking or s.any(Kind.RANKING, Kind.METHOD))
    made = made or (s.has(Kind.HOW, Kind.REACH) and s.has(Kind.RANKING) and s.says("made", "making", "make"))
    counting = s.any(Kind.METHOD, Kind.MAKING, Kind.MEMBER, Kind.NEW) or s.says("count", "counts", "part")
    counts = (
        s.measure is not None
        and counting
        and (s.opens(Kind.COPULA, Kind.MEASURE) or s.any(Kind.WHEN, Kind.HOW_LONG, Kind.SINCE))
    )
    why = s.has(Kind.WHY) and s.any(Kind.CHANGED, Kind.MOVE, Kind.METHOD) and topic
    changed = s.has(Kind.CHANGED) and (bool(s.editions) or s.any(Kind.METHOD, Kind.RANKING, Kind.MAKING))
    added = s.has(Kind.WHICH) and s.says("added", "introduced") and bool(s.editions) and not s.has(Kind.CLUSTERS)
    how = (
        s.any(Kind.HOW, Kind.WHY) and s.any(Kind.RANK, Kind.RANKING) and s.has(Kind.CLUSTERS) and not s.has(Kind.WHICH)
    )
    thing = s.says("a cluster", "cluster", "innovation cluster", "clusters", *INTENSITY) and s.says(
        "a", "an", "mean", *INTENSITY
    )
    pct = any("pct" in mark.text.casefold() for mark in s.of(Kind.MEASURE)) and len(s.of(Kind.MEASURE)) == 1
    thing = thing or (pct and s.says("a", "mean", "means", "meaning", "stand for", "stands for", "is"))
    defined = (
        (s.opens(Kind.WHICH) or (pct and s.says("wait what")))
        and thing
        and len(s.marks) <= MOST_MARKS + pct
        and s.only(Kind.MEASURE, Kind.MAKING)
    )
    alone = defined or (s.has(Kind.METHOD) and s.only(Kind.METHOD, Kind.MAKING) and (asking or len(s.marks) <= 3))
    ok = (Kind.METHOD, Kind.MAKING, Kind.CHANGED, Kind.MOVE, Kind.PERSONAL, Kind.WHY, Kind.NEW, Kind.SCORE, Kind.CHECK)
    if s.says("counted in", "included in") and s.editions:
        added, ok = True, (*ok, Kind.MEMBER)
    if not (made or counts or why or changed or added or how or alone):
        return None
    if counts:
        ok = (*ok, Kind.MEMBER, Kind.HOW_MANY, Kind.WHEN, Kind.HOW_LONG, Kind.SINCE, Kind.STAY)
    if s.has(Kind.NUMBER) and not s.has(Kind.METHOD):
        return None
    compared = (
        (Kind.COMPARE, Kind.SINCE, Kind.SEVERAL_EDITIONS) if s.any(Kind.METHOD, Kind.MAKING, Kind.CHANGED) else ()
    )
    allowed = s.only(*ok, Kind.MEASURE, Kind.SEVERAL_MEASURES, Kind.NUMBER, Kind.SHARE, Kind.ECONOMIES, *compared)
    return queries.Method(s.edition) if allowed else None


def source(s: Sentence) -> Query | None:
    """Where the figures of one cluster or economy come from."""
    figured = s.any(Kind.RANK, Kind.NUMBER, Kind.MEASURE, Kind.DATA, Kind.WHERE)
    asked = s.has(Kind.SOURCE) or (s.has(Kind.COME_FROM) and figured)
    asked = asked or (s.has(Kind.WHERE, Kind.PERSONAL) and s.says("from") and s.any(Kind.RANK, Kind.DATA, Kind.MEASURE))
    listed = s.has(Kind.CLUSTERS) and not s.clusters and s.any(Kind.BEST, Kind.WORST, Kind.NUMBER, Kind.WITHIN)
    if not asked or len(s.subjects) != 1 or s.has(Kind.HOW_MANY) or listed:
        return None
    ok = (Kind.SOURCE, Kind.CLUSTER, Kind.ECONOMY, Kind.ORDINAL, Kind.NUMBER, Kind.WITHIN, Kind.MEASURE, Kind.COME_FROM)
    return queries.SourceOf(s.subjects[0], s.edition) if s.only(*ok, Kind.PERSONAL, Kind.BEST, Kind.SCORE) else None
