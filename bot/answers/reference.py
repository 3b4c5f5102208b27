"""`method`, `about` and `help`: what is measured, what is held, and how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.editions import cluster_edition
from bot.answers.model import AboutAnswer, HelpAnswer, Holding, MethodAnswer
from bot.answers.values import Unit, Value
from bot.rankings.model import weakest

if TYPE_CHECKING:
    from bot.questions.queries import About, Help, Method
    from bot.rankings.model import Edition, Rankings


def answer_method(query: Method, rankings: Rankings) -> MethodAnswer:
    """Answer with what an edition measures and what changed in it."""
    edition = cluster_edition(rankings, query.edition)
    method = edition.method
    breaks = tuple(
        (year, other.method.change)
        for year, other in rankings.editions.items()
        if other.method.method_break and year != edition.year
    )
    return MethodAnswer(
        query=query,
        edition=edition.year,
        measures=method.measures,
        change=method.change,
        evidence=method.evidence,
        breaks=breaks,
    )


def answer_about(query: About, rankings: Rankings) -> AboutAnswer:
    """Answer with what is held of each edition."""
    holdings = tuple(
        Holding(year, len(edition.ranked), len(edition.economies)) for year, edition in rankings.editions.items()
    )
    return AboutAnswer(
        query=query,
        holdings=holdings,
        sources=len(rankings.sources),
        version=rankings.version,
        values=tuple(_counted(edition) for edition in rankings.editions.values() if edition.economies),
    )


def _counted(edition: Edition) -> Value:
    """Return how many economies an edition ranks, by the table that ranks them."""
    rows = edition.economies.values()
    evidence = weakest(tuple(row.evidence for row in rows))
    sources = tuple(dict.fromkeys(source for row in rows for source in row.sources))
    return Value("world", "economy_count", edition.year, len(rows), Unit.COUNT, evidence, sources)


def answer_help(query: Help, _rankings: Rankings) -> HelpAnswer:
    """Answer with the query itself: what there is to say about a command is wording."""
    return HelpAnswer(query=query)
