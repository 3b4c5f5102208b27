"""A query as a person would ask it: the words behind a button, which anybody may type as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import assertions, queries
from bot.questions.assertions import Over
from bot.questions.namesakes import telling
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.rankings import model
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion
    from bot.questions.queries import Query
    from bot.questions.refs import Area
    from bot.rankings.model import Rankings

_MEASURES = {
    Measure.PATENT_COUNT: "patent applications",
    Measure.PUBLICATION_COUNT: "publications",
}
_PILLARS = {
    Pillar.GII: "",
    Pillar.KNOWLEDGE: "knowledge and technology",
    Pillar.MARKET: "market sophistication",
    Pillar.BUSINESS: "business sophistication",
}
_INCOMES = {
    "": "",
    "HI": "high income",
    "UM": "upper middle income",
    "LM": "lower middle income",
    "LI": "low income",
}


def phrase(query: Query, rankings: Rankings) -> str:
    """Return words that ask a query, as a command where there is one; empty for a kind that has no such words.

    Whether the words are read as that very query is for the reader to say: some queries say more than any short text.
    """
    return " ".join(part for part in _parts(query, rankings) if part)


def _parts(query: Query, rankings: Rankings) -> tuple[str, ...]:
    """Return the words of a query, some of them empty."""
    match query:
        case queries.Rank(cluster, edition):
            return ("rank", _cluster(cluster, rankings), _year(edition))
        case queries.Top(without=(_, *_)):
            return ()
        case queries.Top(area=area, measure=measure, edition=edition, within=int(within)):
            return (
                "which clusters in",
                _area(area, rankings),
                f"are in the top {within}",
                _by(measure),
                _in_year(edition),
            )
        case queries.Top(count, None, Measure.SIZE, edition, first=first) if first > 1:
            return (f"ranks {first} to {first + count - 1}", _in_year(edition))
        case queries.Top(count, area, measure, edition, from_end):
            command = "bottom" if from_end else "top"
            return (command, str(count), _area(area, rankings), _by(measure), _year(edition))
        case queries.Compare(clusters, measure, edition):
            names = " vs ".join(_cluster(cluster, rankings) for cluster in clusters)
            return ("compare", names, _by(measure), _year(edition))
        case queries.Movers(direction, count, area, edition, since, None, 1):
            way = "" if direction is Direction.BOTH else direction
            span = (_year(since), _year(edition)) if since is None or edition is not None else (f"since {since}",)
            return ("movers", way, str(count), _area(area, rankings), *span)
        case queries.History(cluster):
            return ("history", _cluster(cluster, rankings))
        case queries.Count(area, edition, within, 1, model.RANKS_PUBLISHED):
            limit = "" if within is None else f"in the top {within}"
            return ("count", _area(area, rankings), limit, _year(edition))
        case queries.Count(None, edition, None, low, high):
            return ("which countries have", _amount(low, high), _in_year(edition))
        case queries.Total(measure, clusters, within, area, edition):
            names = " and ".join(_cluster(cluster, rankings) for cluster in clusters)
            limit = "" if within is None else f"top {within}"
            return ("total", _words(measure), "of", names or _area(area, rankings) or limit, _in_year(edition))
        case queries.Drawn(of, on_map=False):
            return ("chart", *_parts(of, rankings))
        case queries.Drawn(queries.Top(area=area, edition=edition), on_map=True):
            return ("map", _area(area, rankings), _year(edition))
        case queries.Histories(subjects):
            return ("history", ", ".join(_subject(subject, rankings) for subject in subjects))
        case queries.Flip(first, second, edition):
            return ("flip", " vs ".join((_cluster(first, rankings), _cluster(second, rankings))), _year(edition))
        case queries.Who(rank, edition):
            return ("who", str(rank), _year(edition))
        case queries.Where(cluster):
            return ("where", cluster.name)
        case queries.MeasureOf(cluster, (measure, *_), edition):
            what = _MEASURES.get(measure, _words(measure))
            counting = "how many" if measure in _MEASURES else ""
            return (counting, what, "of", _cluster(cluster, rankings), _in_year(edition))
        case queries.Moved(subject, edition, since):
            start = "" if since is None else f"since {since}"
            return ("how did", _subject(subject, rankings), "move", start, _in_year(edition))
        case queries.SourceOf(subject, edition):
            return ("source", _subject(subject, rankings), _year(edition))
        case queries.Newcomers(area, edition, left):
            where = "" if area is None else f"in {_area(area, rankings)}"
            return ("which clusters", where, "left" if left else "are new", _in_year(edition))
        case queries.Crossers(within, area, edition, since, left):
            way = "left" if left else "came into"
            span = (f"between {since} and {edition}",) if since and edition else ()
            start = f"since {since}" if since and not edition else _in_year(edition) if not since else ""
            return ("which clusters", _area(area, rankings) and f"in {_area(area, rankings)}", way,
                    f"the top {within}", start, *span)  # fmt: skip
        case queries.Nth(position, area, measure, edition, from_end):
            where = "" if area is None else f"in {_area(area, rankings)}"
            return (_nth(position, from_end=from_end), "cluster", where, _by(measure), _in_year(edition))
        case queries.Method(edition):
            return ("method", _year(edition))
        case queries.About():
            return ("about",)
        case queries.Help(command):
            return ("help", command or "")
        case queries.Holders(rank):
            return (f"who was number {rank} over the years",)
        case queries.Regulars(within, area, edition, since):
            span = (f"from {since} to {edition}",) if edition is not None else (f"since {since}",) if since else ()
            return ("which", _area(area, rankings), f"clusters were in the top {within} in every edition", *span)
        case queries.Streak(cluster, rank):
            return ("how long has", _cluster(cluster, rankings), f"been number {rank}")
        case queries.Claim(assertion, edition, negated, Over.ONE):
            return (*_claimed(assertion, "not" if negated else "", rankings), _in_year(edition))
        case _:
            return _of_economies(query, rankings)


def _of_economies(query: Query, rankings: Rankings) -> tuple[str, ...]:
    """Return the words of a query about the index of economies."""
    match query:
        case queries.CompareEconomies(economies, pillar, edition):
            names = " vs ".join(_area(economy, rankings) for economy in economies)
            return ("compare", names, _in(pillar), _year(edition))
        case queries.EconomyHistory(economy):
            return ("history", _area(economy, rankings))
        case queries.EconomyProfile(economy, edition, pillars=True):
            return ("all pillars of", _area(economy, rankings), _in_year(edition))
        case queries.EconomyProfile(economy, edition, brief):
            return ("rank" if brief else "economy", _area(economy, rankings), _year(edition))
        case queries.EconomyRanking(area=area, edition=edition, within=int(within)):
            return ("which countries in", _area(area, rankings), f"are in the top {within}", _in_year(edition))
        case queries.EconomyRanking(count, area, pillar, edition, "", from_end=False):
            return ("economies", str(count), _area(area, rankings), _in(pillar), _year(edition))
        case queries.EconomyRanking(count, area, pillar, edition, income, from_end):
            which = f"{'worst' if from_end else 'best'} {count}"
            where = "" if area is None else f"in {_area(area, rankings)}"
            return (which, _INCOMES[income], "countries", where, _in(pillar), _in_year(edition))
        case queries.EconomyMovers(direction, count, area, edition, since, 1):
            which = {Direction.UP: "climbed", Direction.DOWN: "fell"}.get(direction, "moved")
            start = "" if since is None else f"since {since}"
            where = "" if area is None else f"in {_area(area, rankings)}"
            return (f"which {count} countries", where, which, "most", start, _in_year(edition))
        case queries.EconomyNewcomers(within, area, edition, since, left):
            where = "" if area is None else f"in {_area(area, rankings)}"
            what = "the GII" if within is None else f"the top {within} of the GII"
            span = (f"since {since}",) if since is not None else ()
            return ("which countries", where, "left" if left else "entered", what, *span, _in_year(edition))
        case queries.EconomyRegulars(within, direction, area, edition, since):
            where = "" if area is None else f"in {_area(area, rankings)}"
            way = {Direction.UP: "climbed", Direction.DOWN: "fell"}.get(direction or Direction.BOTH)
            what = way or f"were in the top {within} of the GII"
            span = (
                (f"from {since or ''} to {edition}",) if edition is not None else (f"since {since}",) if since else ()
            )
            return ("which countries", where, what, "in every edition", *span)
        case queries.PillarOf(economy, pillar, edition):
            return (_PILLARS.get(pillar, _words(pillar)), "of", _area(economy, rankings), _in_year(edition))
        case queries.EconomyNth(position, area, pillar, edition, "", from_end):
            where = "" if area is None else f"in {_area(area, rankings)}"
            return (_nth(position, from_end=from_end), "country", where, _in(pillar), _in_year(edition))
        case _:
            return ()


def _claimed(assertion: Assertion, negation: str, rankings: Rankings) -> tuple[str, ...]:
    match assertion:
        case assertions.AtRank(cluster, low, high, None, measure):
            return (_cluster(cluster, rankings), "is", negation, _span(low, high), _by(measure))
        case assertions.AtRank(cluster, low, high, area, measure) if low == high:
            place = "the best cluster" if low == 1 else f"the {_ordinal(low)} best cluster"
            return (_cluster(cluster, rankings), "is", negation, place, "in", _area(area, rankings), _by(measure))
        case assertions.EconomyAtRank(economy, low, high, pillar, None, ""):
            return (_area(economy, rankings), "is", negation, _span(low, high), _in(pillar))
        case assertions.EconomyAtRank(economy, 1, 1, pillar, area, income):
            where = "" if area is None else f"in {_area(area, rankings)}"
            place = f"the best {_INCOMES[income]}".rstrip()
            return (_area(economy, rankings), "is", negation, place, "country", where, _in(pillar))
        case assertions.Ahead(first, second, measure, times) if times:
            names = (_cluster(first, rankings), _cluster(second, rankings))
            return (names[0], "has", negation, f"{times:g} times as many", _words(measure), "as", names[1])
        case assertions.Ahead(first, second, measure):
            names = (_cluster(first, rankings), _cluster(second, rankings))
            return (names[0], "is", negation, "ahead of", names[1], _by(measure))
        case assertions.EconomyAhead(first, second, pillar):
            names = (_area(first, rankings), _area(second, rankings))
            return (names[0], "is", negation, "ahead of", names[1], _in(pillar))
        case assertions.MoreClusters(first, second, times, even) if not negation:
            more = "as many clusters as" if even else f"{times:g} times as many clusters as" if times else ""
            return (_area(first, rankings), "has", more or "more clusters than", _area(second, rankings))
        case assertions.MostClusters(economy):
            return (_area(economy, rankings), "has", negation, "the most clusters")
        case assertions.HasClusters(area, low, high, model.RANKS_PUBLISHED) if not negation:
            return (_area(area, rankings), "has", _amount(low, high))
        case assertions.EconomiesCounted(low, None) if not negation:
            return (f"at least {low} economies have a cluster",)
        case assertions.EconomiesCounted(0, int(high)) if not negation:
            return (f"at most {high} economies have a cluster",)
        case assertions.EconomiesCounted(low, high) if low == high and not negation:
            return (f"{low} economies have a cluster",)
        case assertions.CountWent(area, direction, since) if not negation:
            way = "more" if direction is Direction.UP else "fewer"
            return (_area(area, rankings), "has", way, "clusters", "" if since is None else f"than in {since}")
        case assertions.Passed(first, second) if not negation:
            return (_subject(first, rankings), "overtook", _subject(second, rankings))
        case assertions.Crossed(subject, within, left) if not negation:
            way = "fell out of" if left else "came into"
            return (_subject(subject, rankings), way, f"the top {within}")
        case assertions.Entered(cluster, left) if not negation:
            return ("did", _cluster(cluster, rankings), "leave" if left else "enter", "the ranking")
        case assertions.Went(subject, direction, since, 1) if not negation:
            start = "" if since is None else f"since {since}"
            return (_subject(subject, rankings), "went", direction, start)
        case _:
            return ()


def _span(low: int, high: int) -> str:
    if low == high:
        return f"number {low}"
    return "" if low > 1 else "in the ranking" if high == RANKS_PUBLISHED else f"in the top {high}"


def _amount(low: int, high: int) -> str:
    if high == RANKS_PUBLISHED:
        return "a cluster" if low == 1 else f"at least {low} clusters"
    return f"{low} clusters" if low == high else f"at most {high} clusters"


def _cluster(cluster: ClusterRef, rankings: Rankings) -> str:
    return telling(cluster.id, rankings)


def _subject(subject: ClusterRef | EconomyRef, rankings: Rankings) -> str:
    return _cluster(subject, rankings) if isinstance(subject, ClusterRef) else _area(subject, rankings)


def _area(area: Area | None, rankings: Rankings) -> str:
    match area:
        case None:
            return ""
        case EconomyRef(code):
            return rankings.economies[code].short_name
        case RegionRef(region):
            return rankings.regions[region].name


def _by(measure: Measure) -> str:
    return "" if measure is Measure.SIZE else f"by {_words(measure)}"


def _in(pillar: Pillar) -> str:
    words = _PILLARS.get(pillar, _words(pillar))
    return words and f"by {words}"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _year(edition: int | None) -> str:
    return "" if edition is None else str(edition)


def _in_year(edition: int | None) -> str:
    return "" if edition is None else f"in {edition}"


def _nth(position: int, *, from_end: bool) -> str:
    end = "last" if from_end else "best"
    return end if position == 1 else f"{_ordinal(position)} {end}"


def _ordinal(position: int) -> str:
    if 10 <= position % 100 <= 20:
        return f"{position}th"
    return f"{position}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(position % 10, 'th') }"
