"""Readings about one or a few named clusters or economies: rank, measures, comparison, membership."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.places.matches import How
from bot.questions import queries
from bot.questions.free.marks import Kind
from bot.questions.refs import EconomyRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

COUNTED = {
    Measure.PATENTS: (Measure.PATENT_COUNT, Measure.PATENTS),
    Measure.PUBLICATIONS: (Measure.PUBLICATION_COUNT, Measure.PUBLICATIONS),
}
NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
REQUESTED = ("look up", "look at", "check out", "tell me about", "info on", "information on", "details on", "pull up",
             "bring up", "find out", "have a look at", "tell me more about")  # fmt: skip
"""How somebody asks for whatever is known of a place."""

LIVING = ("people live", "live in", "lives in", "living in", "people living", "live there", "people live there")
ASKED_RANK = (Kind.RANK, Kind.RANKING, Kind.WHERE, Kind.HOW_MUCH, Kind.EDITION, Kind.EDITIONS)


def member(s: Sentence) -> Query | None:
    """Which cluster a city belongs to."""
    one = (Kind.NUMBER,) if s.number == 1 and len(s.clusters) == 2 else ()
    covered = (Kind.COVER,) if s.has(Kind.WHICH, Kind.CLUSTERS) and s.says("covers", "cover") else ()
    if not 1 <= len(s.clusters) <= 2 or s.areas or not s.only(Kind.CLUSTER, Kind.MEMBER, *_asker(s), *one, *covered):
        return None
    city = s.clusters[0].how not in (How.EXACT, How.FUZZY)
    within = len(s.clusters) == 2 and s.opens(Kind.COPULA) and s.has(Kind.CLUSTERS) and s.says("in", "within", "in the")
    within = within or (len(s.clusters) == 1 and s.opens(Kind.COPULA) and s.has(Kind.CLUSTERS) and s.says("in", "a"))
    bare = s.has(Kind.WHICH, Kind.CLUSTERS) and city and not s.any(Kind.RANK, Kind.EDITION, Kind.OR)
    called = s.has(Kind.CLUSTERS) and city and len(s.marks) <= 4 and not s.any(Kind.RANK, Kind.EDITION, Kind.COPULA)
    same = len({ref.id for ref in s.clusters}) == 1 and len(s.clusters) == 2 and s.has(Kind.CLUSTERS)
    within = within or (same and s.opens(Kind.COPULA) and s.says("one", "a single", "single", "the same"))
    asks = s.has(Kind.MEMBER) or within or (len(s.clusters) == 1 and (bare or called))
    if s.has(Kind.MEMBER) and not s.any(Kind.WHICH, Kind.COPULA, Kind.WHERE, Kind.CLUSTERS) and not s.bare:
        return None
    return queries.Where(s.clusters[0]) if asks else None


def _asker(s: Sentence) -> tuple[Kind, ...]:
    return (Kind.PERSONAL, Kind.WILL) if s.has(Kind.MEMBER) or s.has(Kind.WHICH, Kind.CLUSTERS) else ()


def measure(s: Sentence) -> Query | None:
    """What one cluster measures."""
    if len(s.clusters) != 1 or s.measure is None or s.measure is Measure.SIZE or s.has(Kind.WHO):
        return None
    if s.says(*LIVING) and not s.any(Kind.CLUSTERS, Kind.EDITION):  # of a city, not of a cluster
        return None
    ok = (Kind.MEASURE, Kind.SHARE, Kind.HOW_MANY, Kind.HOW_MUCH, Kind.LARGE, Kind.COME_FROM, Kind.SUM, Kind.RELEASE)
    ok = (*ok, Kind.SEVERAL_MEASURES) if s.says("and", "&", "plus", "both", "as well as") else ok
    sized = s.measure is Measure.POPULATION or s.has(Kind.SHARE) or s.says("how big", "how large")
    counted = s.has(Kind.HOW_MANY) and s.says("counted", "counted in", "counted for", "included")
    ok = (*ok, Kind.MAKING, Kind.MEMBER) if counted else ok
    ok = (*ok, Kind.PERSONAL) if s.has(Kind.PERSONAL, Kind.HAVE, Kind.LATEST) else ok  # "the newest you hold"
    if not s.only(Kind.CLUSTER, *ok) or (s.has(Kind.LARGE) and not sized):
        return None
    if s.opens(Kind.COPULA, Kind.HAVE) and not s.any(Kind.WHICH, Kind.WHERE, Kind.HOW, Kind.HOW_MANY, Kind.HOW_MUCH):
        return None
    if s.has(Kind.RANK) and s.says("and", "&", "plus"):
        return queries.MeasureOf(s.clusters[0], (Measure.SIZE, s.measure), s.edition)
    if s.measure in COUNTED and s.any(Kind.HOW_MANY) and not s.has(Kind.SHARE):
        return queries.MeasureOf(s.clusters[0], COUNTED[s.measure], s.edition)
    return queries.MeasureOf(s.clusters[0], s.measures, s.edition)


def total_share(s: Sentence) -> Query | None:
    """What share of all that is measured one cluster has: the shares of its edition, and what they come to."""
    if len(s.clusters) != 1 or s.measure is not None or not s.has(Kind.SUM, Kind.SHARE) or len(s.areas) > 0:
        return None
    if not s.only(Kind.CLUSTER, Kind.SUM, Kind.SHARE, Kind.HOW_MUCH, Kind.COME_FROM):
        return None
    year = s.rankings.newest.year if s.edition is None else s.edition
    named = {"pct": Measure.PATENTS, "pub": Measure.PUBLICATIONS, "vc": Measure.VENTURE_CAPITAL}
    shares = tuple(named[each] for each in s.rankings.editions[year].method.measures if each in named)
    return queries.MeasureOf(s.clusters[0], shares, s.edition) if shares else None


def pillar(s: Sentence) -> Query | None:
    """Where one economy stands in a pillar, or in inputs and in outputs, which its profile holds both."""
    halves = {mark.value for mark in s.of(Kind.PILLAR)} == {Pillar.INPUT, Pillar.OUTPUT}
    both = (Kind.ECONOMY, Kind.ECONOMIES, Kind.PILLAR, Kind.SEVERAL_PILLARS, Kind.HOW_MUCH, Kind.SCORE)
    if halves and len(s.economies) == 1 == len(s.areas) and not s.clusters and s.only(*both):
        return queries.EconomyProfile(s.economies[0], s.edition)
    if len(s.economies) != 1 or s.clusters or s.pillar is None:
        return None
    if not s.only(Kind.ECONOMY, Kind.PILLAR, Kind.PILLARS, Kind.ECONOMIES, Kind.HOW_MUCH, Kind.SCORE, Kind.HOW_MANY):
        return None
    if s.has(Kind.RANK) and s.says("overall", "overall rank") and s.says("and", "plus", "&"):
        return None
    return queries.PillarOf(s.economies[0], s.pillar, s.edition)


def compare(s: Sentence) -> Query | None:
    """Two or more clusters or economies, side by side."""
    if s.says("in") and s.has(Kind.CLUSTERS) and s.clusters and not s.any(Kind.COMPARE, Kind.AHEAD, Kind.OR):
        return None  # "Cambridge in Boston cluster"
    if s.says("to") and s.only(Kind.CLUSTER) and not s.any(Kind.RANK, Kind.OR, Kind.RANKING):  # a journey
        return None
    if s.says("between") and s.has(Kind.CLUSTERS) and not s.has(Kind.MARGIN):
        return None
    ok = (Kind.COMPARE, Kind.AHEAD, Kind.BEHIND, Kind.MARGIN, Kind.MORE, Kind.LESS, Kind.MOST, Kind.BEST, Kind.MEASURE)
    more = (Kind.HOW_MUCH, Kind.HOW_MANY, Kind.PILLAR, Kind.SHARE, Kind.ECONOMIES, Kind.LARGE, Kind.SCORE, Kind.WORST)
    if s.has(Kind.REGION) or not s.only(*ok, *NAMED, *more, *((Kind.UP,) if s.has(Kind.AHEAD) else ())):
        return None
    if not (s.any(*ok, Kind.OR, Kind.THAN, Kind.PILLAR, Kind.RANK, Kind.INNOVATIVE) or s.bare):
        return None
    grouped = any("cluster" in mark.text.casefold() or "hub" in mark.text.casefold() for mark in s.of(Kind.CLUSTERS))
    if s.has(Kind.LARGE) and not grouped and not s.any(Kind.MEASURE, Kind.RANK, Kind.MARGIN):
        return None
    if (
        s.has(Kind.HAVE)
        and not grouped
        and any(one.kind in (Kind.BEST, Kind.WORST) and two.kind is Kind.CLUSTERS for one, two in pairwise(s.marks))
    ):  # "which has the best metro, Seoul or Tokyo"
        return None
    if s.says(*LIVING) and s.says("better", "nicer", "worse") and not s.has(Kind.CLUSTERS):  # where to live
        return None
    goals = s.says("scored", "score", "scores") and s.has(Kind.HOW_MANY)
    if goals and not s.any(Kind.PILLAR, Kind.INNOVATIVE, Kind.MARGIN):
        return None  # goals, more likely than points
    if queries.COMPARE_MINIMUM <= len(s.clusters) <= queries.COMPARE_MAXIMUM and not s.economies and s.pillar is None:
        if s.any(Kind.MORE, Kind.LESS) and s.measure is None:
            return None
        several = {ref.id: ref for ref in reversed(s.clusters)}
        if len(several) == 1:
            return queries.Where(s.clusters[0]) if s.measure is None and s.edition is None else None
        counted = COUNTED.get(s.measure or Measure.SIZE) if s.has(Kind.HOW_MANY) and not s.has(Kind.SHARE) else None
        compared = tuple(ref for ref in s.clusters if several[ref.id] is ref)
        return queries.Compare(compared, counted[0] if counted else s.measure or Measure.SIZE, s.edition)
    if queries.COMPARE_MINIMUM <= len(s.economies) <= queries.COMPARE_MAXIMUM and not s.clusters and s.measure is None:
        if (s.has(Kind.CLUSTERS) and not s.says("one")) or s.says("cluster count"):
            return None
        return queries.CompareEconomies(s.economies, s.pillar or Pillar.GII, s.edition)
    return None


def rank(s: Sentence) -> Query | None:
    """Where one cluster stands."""
    among = s.has(Kind.CLUSTERS, Kind.RANK) and s.says("among", "amongst", "of the", "in the", "among the")
    if (
        len(s.clusters) == 1
        and s.has(Kind.BEFORE)
        and s.any(Kind.RANK, Kind.RANKING)
        and len(s.editions) == 1
        and not s.areas
    ):
        return _before(s)
    best = (Kind.BEST,) if among and not s.opens(Kind.COPULA) else ()
    checked = (Kind.CHECK,) if s.has(Kind.RANK, Kind.WHICH) else ()  # "Chicago has a rank, right? which one"
    stands = s.any(Kind.RANK, Kind.RANKING) or s.says("at")
    addressed = (Kind.PERSONAL,) if s.has(Kind.WHERE) and s.says("you") and stands else ()
    if (
        len(s.clusters) != 1
        or s.areas
        or not s.only(Kind.CLUSTER, Kind.HOW_MUCH, Kind.STAY, *best, *checked, *addressed)
    ):
        return None
    if s.edition is not None and s.edition != s.rankings.newest.year and s.says("now", "today") and s.says("and"):
        return queries.Moved(s.clusters[0], None, s.edition)
    if len(s.of(Kind.WHERE)) > 1:
        return queries.Moved(s.clusters[0], None, s.edition) if s.edition is not None else None
    personal = s.has(Kind.STAY) and not s.any(Kind.RANK, Kind.RANKING)
    asked = (
        s.any(*ASKED_RANK, Kind.DATA)
        or s.says("number", "what about", "how about", *REQUESTED)
        or (s.has(Kind.STAY) and s.has(Kind.WHERE))
        or (s.has(Kind.WHICH) and s.says("at"))
        or (s.has(Kind.HOW) and (s.says("do", "did", "does") or s.has(Kind.INNOVATIVE)))
    )
    if s.opens(Kind.COPULA, Kind.HAVE, Kind.OR) and not s.any(Kind.RANK, Kind.RANKING, Kind.WHICH):
        return None
    return queries.Rank(s.clusters[0], s.edition) if (asked and not personal) or s.bare else None


def _before(s: Sentence) -> Query | None:
    """Where a cluster stood in the edition before one: "London's rank prior to the 2025 edition"."""
    earlier = [year for year in s.rankings.editions if year < s.editions[0]]
    stated = (s.says("prior to") or s.has(Kind.EDITIONS)) and s.only(Kind.CLUSTER, Kind.BEFORE)
    return queries.Rank(s.clusters[0], max(earlier)) if earlier and stated else None


def _at_what(s: Sentence) -> bool:
    """Whether it is asked at what an economy is best: "where is Korea strongest?"."""
    last = s.marks[-1]
    does = s.has(Kind.WHICH) and s.says("do", "does", "did") and not s.any(Kind.CLUSTERS, Kind.RANKING)
    if (does or last.text.casefold().endswith(" at")) and last.kind in (Kind.BEST, Kind.WORST):
        return True
    return (s.has(Kind.WHERE) and last.kind in (Kind.BEST, Kind.WORST)) or (s.has(Kind.WHICH) and last.text == "at")


def economy(s: Sentence) -> Query | None:
    """Where one economy stands, or which clusters it has."""
    if len(s.areas) != 1 or not isinstance(s.area, EconomyRef) or s.clusters or s.has(Kind.CLUSTERS):
        return None
    plainly = s.has(Kind.PILLARS) and s.only(Kind.ECONOMY, Kind.PILLARS) and not s.says("area", "areas")
    spanned = s.has(Kind.SINCE) or len(s.editions) > 1
    over = (Kind.ECONOMY, Kind.ECONOMIES, Kind.SCORE, Kind.SINCE, Kind.SEVERAL_EDITIONS, Kind.COMPARE, Kind.HISTORY)
    if s.has(Kind.SCORE) and (spanned or s.has(Kind.HISTORY)) and s.only(*over, Kind.HOW_MUCH, Kind.MOVE, Kind.CHANGED):
        return queries.EconomyHistory(s.area)
    pillars = plainly or (
        (s.has(Kind.PILLARS) or _at_what(s)) and s.any(Kind.BEST, Kind.WORST, Kind.RANK, Kind.LIST, Kind.SCORE)
    )
    ok = (Kind.ECONOMY, Kind.ECONOMIES, Kind.HOW_MUCH, Kind.HOW_MANY, Kind.SCORE)
    ok = (*ok, Kind.SUM) if s.has(Kind.SCORE) and s.says("total") else ok
    plainly = plainly or s.says("profile", "country profile", "economy profile", "the profile")
    if not s.only(*ok, *((Kind.PILLARS, Kind.BEST, Kind.WORST, Kind.LIST, Kind.NUMBER) if pillars else ())):
        return None
    if (s.has(Kind.HOW_MANY) and not s.has(Kind.SCORE)) or s.has(Kind.WHO, Kind.SCORE):
        return None
    asked = pillars or plainly or s.any(*ASKED_RANK, Kind.INNOVATIVE, Kind.SCORE)
    brief = s.any(*ASKED_RANK, Kind.SCORE) and not pillars
    every = s.has(Kind.PILLARS) and pillars and not s.any(Kind.BEST, Kind.WORST)
    return queries.EconomyProfile(s.area, s.edition, brief, every) if asked or s.bare else None
