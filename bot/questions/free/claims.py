"""Claims and yes-or-no questions: "is Munich in the top 20?", "Tokyo is number one", "does China have more than …"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.questions import assertions, queries
from bot.questions.assertions import Over, Relation
from bot.questions.free.claims_counting import clusters_of, count_went, more, most, none_of, share_of_top
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import AROUND, EVEN, EXACTLY, NAMES, NONE_AT_ALL, PASSING, contracted, qualified
from bot.questions.free.spelling import plain
from bot.questions.refs import ClusterRef, Direction, EconomyRef
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion, Single
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Claim

ASKING = (
    Kind.WHO,
    Kind.WHICH,
    Kind.WHERE,
    Kind.WHEN,
    Kind.HOW,
    Kind.HOW_MANY,
    Kind.HOW_MUCH,
    Kind.HOW_LONG,
    Kind.MARGIN,
    Kind.WHY,
)
VERBS = (Kind.COPULA, Kind.HAVE, Kind.REACH, Kind.AHEAD, Kind.BEHIND, Kind.NOT, Kind.ALWAYS, Kind.EVER)
POSITIONS = (Kind.NUMBER, Kind.ORDINAL, Kind.WITHIN)
RANK_VERBS = ("ranks", "ranked", "sits", "stands", "comes", "came", "finished", "placed")
_LEAVING = "fell out of|fell out|dropped out of|dropped out|slipped out of|crashed out of|came into|broke into|entered|enters"
_MOVING = f"{_LEAVING}|fell|rose|dropped|climbed|slipped|improved|moved up|moved down|went up|went down"
MOVING_VERBS = tuple(_MOVING.split("|"))
POINTS = (Kind.WITHIN, Kind.ORDINAL, Kind.BEST, Kind.NEW, Kind.LEFT)
"""What can be asked to be confirmed of a place without a verb: "Oslo, new entry, y/n"."""
PREDICATES = (*VERBS, Kind.WITHIN, Kind.ORDINAL, Kind.UP, Kind.DOWN, Kind.BEYOND)
EACH = ("every", "each", "all editions", "all years", "all the years", "across all")
"""How the words begin that claim something of every edition."""

RELATIONS = {
    Kind.AT_LEAST: Relation.AT_LEAST,
    Kind.AT_MOST: Relation.AT_MOST,
    Kind.MORE_THAN: Relation.MORE,
    Kind.FEWER_THAN: Relation.LESS,
}
OPENING = ("what ", "which ", "how ")
"""How words begin that ask for more than yes or no: "what part of the top 10 is Chinese"."""

HARMLESS = frozenset(("what about", "how about", "which one was it", "which one is it", "what do you think"))
STAYING = ("stay", "remain", "keep", "kept", "hold on", "held on", "maintain", "retain", "defend")
"""How the verbs begin that speak of two editions at least."""

LISTED = ("100", "hundred", "still in", "still on", "make the list", "made the list", "makes the list", "make the ranking", "made the ranking", "in there", "in it", "on it", "the cut", "make the cut", "made the cut", "makes the cut", "make it", "made it",
          "makes it", "represented", "included", "qualify", "qualified", "in the ranks")  # fmt: skip
"""How a place is said to be among the ranked."""

ENTERING = ("enter", "enters", "entered", "entering", "join", "joined", "joins", "came into", "climbed into",
            "moved into")  # fmt: skip
"""Verbs of one who was not among so many leading ones before."""

NEVER = ("never", "in no edition", "in no year")
HELD_IN_QUESTIONS = NONE_AT_ALL | {"no longer", "not anymore", "no more"}
"""Denials that hold in questions too: "are there no African clusters?"."""


def read_claim(s: Sentence) -> Claim | None:
    """Return the claim a question asks about or a statement makes; None where it is neither."""
    asks = s.opens(Kind.COPULA, Kind.NOT, Kind.HAVE) and not s.says("am")
    moves = s.any(*VERBS, Kind.CHECK) or s.says(*RANK_VERBS) or (s.says(*MOVING_VERBS) and not s.has(Kind.CLUSTERS))
    states = s.opens(Kind.CLUSTER) and (
        s.any(*PREDICATES) or s.has(Kind.MEASURE, Kind.MORE) or (s.says(*RANK_VERBS) and s.has(Kind.NUMBER))
    )
    states = states or (s.opens(Kind.ECONOMY, Kind.REGION) and moves)
    states = states or (s.has(Kind.CHECK) and s.any(*NAMES) and s.any(*VERBS, *POINTS))
    if qualified(s, asks=asks) or _noun(s) or any(text.startswith(OPENING) for text in s.texts - HARMLESS):
        return None
    none = none_of(s)
    if none is not None:
        return queries.Claim(none, s.edition, negated=not contracted(s.marks[0]))
    counting = (Kind.HOW_MANY,) if s.says("number of", "count of", "the number of") else ()
    counted = s.within is not None or s.any(Kind.REACH, Kind.RANKING, Kind.HAVE, Kind.CHECK, Kind.COPULA)
    states = states or (s.opens(Kind.HALF, Kind.NUMBER, Kind.MOST, *RELATIONS) and counted and bool(s.areas))
    if not (asks or states) or s.any(*(kind for kind in ASKING if kind not in counting), Kind.LIST, Kind.COMPARE):
        return None
    if states and not asks and s.has(Kind.OR) and _chosen(s):
        return None
    every = any(mark.text.casefold().removeprefix("in ").startswith(EACH) for mark in s.of(Kind.HISTORY))
    before = s.has(Kind.BEFORE) and bool(s.editions)
    if (s.has(Kind.HISTORY) and not every) or (before and (len(s.editions) > 1 or not s.says("before", "prior to"))):
        return None
    assertion = _assertion(s)
    if assertion is None or (_kept(s) and not asks and _over(s) is Over.ALWAYS and s.since is None):
        return None
    over = _over(s)
    if _running(s) and over is Over.ONE and isinstance(assertion, (assertions.AtRank, assertions.EconomyAtRank)):
        denied = _denied(s, asks=asks)
        return queries.Claim(assertion, max(s.editions), denied, over=Over.ALWAYS, since=min(s.editions))
    if over is Over.ONE and before:
        over = Over.EVER
    if over is Over.ONE:
        older = isinstance(assertion, assertions.CountWent) and assertion.since == s.edition
        denied = _denied(s, asks=asks) != s.has(Kind.BEYOND)
        return queries.Claim(assertion, None if older else s.edition, negated=denied)
    since, until = s.since, None
    kept = _kept(s) and since is None and not before
    if before and not isinstance(assertion, assertions.AtRank):
        return None
    if before:
        until = max((year for year in s.rankings.editions if year < s.editions[0]), default=None)
        if until is None:
            return None
    elif kept:
        until = s.edition
        since = max((year for year in s.rankings.editions if year < (until or s.rankings.newest.year)), default=None)
    elif len(s.editions) == 2:
        since, until = min(s.editions), max(s.editions)
    elif s.editions:
        return None
    denied = s.says(*NEVER) or _denied(s, asks=asks)
    if s.has(Kind.BEYOND):  # ever outside is not always inside, and always outside is never inside
        over = Over.EVER if over is Over.ALWAYS else Over.ALWAYS
        denied = not denied
    return queries.Claim(assertion, until, negated=denied, over=over, since=since)


def _noun(s: Sentence) -> bool:
    """Whether a movement is somebody's, and so a thing and no verb: "Tehran's drop"."""
    return s.opens(Kind.CLUSTER, Kind.ECONOMY) and any(
        one.text.casefold().endswith(("'s", "’s")) and two.kind in (Kind.UP, Kind.DOWN) and not plain(two.text).endswith("ing")
        for one, two in pairwise(s.marks)
    )


def _running(s: Sentence) -> bool:
    """Whether editions are named that follow one another: "in 2022, 2023 and 2024"."""
    years = sorted(s.editions)
    return len(years) > 1 and s.says("and") and years == list(range(years[0], years[-1] + 1))


def _denied(s: Sentence, *, asks: bool) -> bool:
    """Whether a claim is that something is not so: "isn't X first?" asks whether X is, and denies nothing."""
    denials = [plain(mark.text) for mark in s.of(Kind.NOT)]
    return bool(denials) and (not asks or any(text in HELD_IN_QUESTIONS for text in denials))


def _kept(s: Sentence) -> bool:
    """Whether a rank is said to be held on to, which speaks of the edition before too."""
    return any(plain(mark.text).startswith(STAYING) for mark in s.of(Kind.STAY)) and not s.any(Kind.EVER, Kind.ALWAYS)


def _over(s: Sentence) -> Over:
    """Return of which editions something is claimed: "never" is not ever, and "since 2019" all of them since."""
    if s.says(*NEVER) or s.has(Kind.EVER):
        return Over.EVER
    if any(mark.text.casefold().removeprefix("in ").startswith(EACH) for mark in s.of(Kind.HISTORY)):
        return Over.ALWAYS
    if _kept(s):
        return Over.ALWAYS
    moved = s.any(Kind.UP, Kind.DOWN) or (s.any(Kind.LESS, Kind.MORE) and len(s.of(*NAMES)) < 2)
    return Over.ALWAYS if s.has(Kind.ALWAYS) or (s.has(Kind.SINCE) and not moved) else Over.ONE


def _assertion(s: Sentence) -> Assertion | None:
    readings = (
        _times,
        _alone,
        _among,
        _passed,
        _ahead,
        more,
        most,
        share_of_top,
        clusters_of,
        count_went,
        _crossed,
        _went,
        _entered,
        _amount,
        _at_rank,
    )
    return next((found for read in readings if (found := read(s)) is not None), None)


def _chosen(s: Sentence) -> bool:
    """Whether "or" stands between two names."""
    marks = [mark for mark in s.marks if mark.kind in (*NAMES, Kind.OR)]
    return any(mark.kind is Kind.OR and mark.text.casefold() == "or" for mark in marks[1:-1])


def _ahead(s: Sentence) -> Assertion | None:
    if s.says(*PASSING):
        return None
    bigger = s.has(Kind.LARGE, Kind.MEASURE, Kind.THAN)
    if not (bigger or s.any(Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS)) or len(s.subjects) != 2:
        return None
    if s.has(Kind.REGION):
        return None
    if s.has(Kind.OR) and _joined(s):
        return None
    larger = (Kind.LARGE, Kind.SHARE, Kind.MORE) if bigger else ()
    ok = (*NAMES, Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS, Kind.MEASURE, Kind.PILLAR, *AROUND, *larger)
    if not s.only(*ok, Kind.ECONOMIES, *((Kind.UP,) if s.has(Kind.AHEAD) else ())) or not _between(s):
        return None
    if s.says(*EVEN):
        return None
    first, second = s.subjects
    if s.any(Kind.BEHIND, Kind.LESS):
        first, second = second, first
    if isinstance(first, ClusterRef) and isinstance(second, ClusterRef):
        if s.any(Kind.MORE, Kind.LESS) and s.measure is None:
            return None
        return assertions.Ahead(first, second, s.measure or Measure.SIZE)
    if isinstance(first, EconomyRef) and isinstance(second, EconomyRef) and s.measure is None:
        if s.any(Kind.MORE, Kind.LESS) and not s.has(Kind.INNOVATIVE):
            return None
        return None if s.has(Kind.CLUSTERS) else assertions.EconomyAhead(first, second, s.pillar or Pillar.GII)
    return None


def _passed(s: Sentence) -> Assertion | None:
    """Read "Delhi overtook Munich"."""
    if (
        not s.says(*PASSING)
        or not _between(s)
        or s.any(Kind.MEASURE, Kind.PILLAR, Kind.REGION, Kind.SINCE, Kind.ALWAYS)
    ):
        return None
    if not s.only(*NAMES, Kind.AHEAD, Kind.NOT, Kind.CHECK) or len(s.subjects) != 2 or s.has(Kind.CLUSTERS):
        return None
    first, second = s.subjects
    return assertions.Passed(first, second) if type(first) is type(second) else None


def _times(s: Sentence) -> Assertion | None:
    """Read "twice as many patents as" and "three times as many clusters as"."""
    if s.times is None or not _between(s):
        return None
    ok = (*NAMES, Kind.TIMES, Kind.MORE, Kind.MEASURE, Kind.SHARE, Kind.AT_LEAST, *AROUND)
    if not s.only(*ok) or s.says(*EXACTLY):
        return None
    if len(s.clusters) == 2 and not s.areas and s.measure not in (None, Measure.SIZE, Measure.INTENSITY):
        return assertions.Ahead(*s.clusters, s.measure, s.times)
    if len(s.areas) == 2 and s.has(Kind.CLUSTERS) and not s.clusters:
        return assertions.MoreClusters(*s.areas, s.times)
    return None


def _alone(s: Sentence) -> Assertion | None:
    """Read "is Dublin the only Irish cluster"."""
    if not s.has(Kind.ONLY) or len(s.clusters) != 1 or len(s.areas) != 1 or not s.has(Kind.CLUSTERS):
        return None
    if not s.only(Kind.ONLY, Kind.CLUSTER, *NAMES, Kind.NOT, Kind.CHECK, Kind.STAY):
        return None
    (cluster,), (area,) = s.clusters, s.areas
    if not isinstance(area, EconomyRef) or area.code not in s.rankings.histories[cluster.id][0].economies:
        return None
    ranked = assertions.AtRank(cluster, 1, RANKS_PUBLISHED)
    return assertions.AllOf((ranked, assertions.HasClusters(area, 1, 1)))


def _among(s: Sentence) -> Assertion | None:
    """Read "is Hamamatsu still among Japan's clusters"."""
    if len(s.clusters) != 1 or len(s.economies) != 1 or not s.has(Kind.CLUSTERS) or not s.says("among", "one of"):
        return None
    (cluster,), (economy,) = s.clusters, s.economies
    lies = economy.code in s.rankings.histories[cluster.id][0].economies
    fits = lies and s.only(Kind.CLUSTER, Kind.ECONOMY, *AROUND)
    return assertions.AtRank(cluster, 1, RANKS_PUBLISHED) if fits else None


def _joined(s: Sentence) -> bool:
    """Whether "or" or "and" stands between the two names: then it is a choice, not a claim."""
    marks = [mark for mark in s.marks if mark.kind in (*NAMES, Kind.OR)]
    kinds = [mark.kind for mark in marks]
    return Kind.OR in kinds[1:-1] and any(mark.text.casefold() in ("or", "and") for mark in marks)


def _between(s: Sentence) -> bool:
    """Whether the first name stands before the comparison: "is A ahead of B", not "who is ahead, A or B"."""
    compared = (Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS, Kind.TIMES, Kind.LARGE)
    return next(mark.kind for mark in s.marks if mark.kind in (*NAMES, *compared)) in NAMES


def _went(s: Sentence) -> Assertion | None:
    if not s.subjects or s.has(Kind.UP) == s.has(Kind.DOWN) or s.has(Kind.REGION) or not _each(s, len(s.subjects)):
        return None
    if s.economies and (s.has(Kind.CLUSTERS) or s.clusters):
        return None
    amounts = (Kind.NUMBER, Kind.AT_LEAST, Kind.MORE_THAN, Kind.MORE, Kind.ECONOMY, Kind.ECONOMIES, Kind.RANK)
    if not s.only(Kind.CLUSTER, Kind.UP, Kind.DOWN, Kind.SINCE, Kind.NOT, Kind.CHECK, Kind.SEVERAL_EDITIONS, *amounts):
        return None
    more = s.any(Kind.MORE_THAN, Kind.MORE)
    by = 1 if s.number is None else s.number + (1 if more else 0)
    exact = s.number is not None and not more and not s.has(Kind.AT_LEAST)
    way = Direction.UP if s.has(Kind.UP) else Direction.DOWN
    return _all([assertions.Went(subject, way, s.since, by, exact) for subject in s.subjects])


def _entered(s: Sentence) -> Assertion | None:
    """Read "is Oslo new on the list" and "did Basel drop out in 2025"."""
    if len(s.clusters) != 1 or s.areas or s.has(Kind.NEW) == s.has(Kind.LEFT) or s.any(Kind.MEASURE, Kind.ALWAYS):
        return None
    ok = (Kind.CLUSTER, Kind.NEW, Kind.LEFT, Kind.NOT, Kind.CHECK, Kind.ONLY)
    return assertions.Entered(s.clusters[0], s.has(Kind.LEFT)) if s.only(*ok) else None


def _crossed(s: Sentence) -> Assertion | None:
    """Read "Germany fell out of the top 10" and "did London enter the top 10 this year"."""
    if len(s.subjects) != 1 or s.has(Kind.REGION) or s.has(Kind.CLUSTERS) or s.any(Kind.MEASURE, Kind.PILLAR):
        return None
    lost = s.says("lose", "loses", "lost", "losing") and s.any(Kind.BEST, Kind.ORDINAL) and s.ordinal in (None, 1)
    if lost and s.only(*NAMES, Kind.DOWN, Kind.BEST, Kind.ORDINAL, Kind.NOT, Kind.CHECK, Kind.EVER):
        return assertions.Crossed(s.subjects[0], 1, left=True)
    if s.within is None:
        return None
    out = s.has(Kind.LEFT)
    if out == s.any(Kind.NEW, Kind.REACH) or not s.only(*NAMES, Kind.WITHIN, Kind.LEFT, Kind.NEW, Kind.NOT, Kind.CHECK):
        return None
    entering = s.says(*ENTERING)
    return assertions.Crossed(s.subjects[0], s.within, left=out) if out or entering else None


def _amount(s: Sentence) -> Assertion | None:
    """Read "Tokyo has more than 10 % of all patents" and "Seoul files at least 20,000 patents"."""
    number = s.amount
    if len(s.clusters) != 1 or s.areas or number is None or s.measure in (None, Measure.SIZE, Measure.INTENSITY):
        return None
    if len(s.of(Kind.NUMBER, Kind.PERCENT, Kind.DECIMAL)) > 1 or s.any(Kind.RANKING, Kind.WITHIN):
        return None
    if s.any(Kind.MORE, Kind.LESS) and not s.any(Kind.OR, Kind.THAN, *RELATIONS):  # 10 % fewer than what?
        return None
    ok = (Kind.CLUSTER, Kind.MEASURE, Kind.NUMBER, Kind.DECIMAL, Kind.PERCENT, Kind.SHARE, Kind.COME_FROM, *RELATIONS)
    if not s.only(*ok, *AROUND, Kind.MORE, Kind.LESS) or not s.any(Kind.HAVE, Kind.COPULA, Kind.COME_FROM, Kind.SHARE):
        return None
    relation = next((RELATIONS[kind] for kind in RELATIONS if s.has(kind)), Relation.ABOUT)
    measure = s.measure
    if not s.any(Kind.PERCENT, Kind.SHARE):
        counts = {Measure.PATENTS: Measure.PATENT_COUNT, Measure.PUBLICATIONS: Measure.PUBLICATION_COUNT}
        measure = counts.get(measure, measure)
    return assertions.Amount(s.clusters[0], measure, relation, number)


def _at_rank(s: Sentence) -> Assertion | None:
    span = ranks_claimed(s)
    if span is None or span[0] > span[1] or (s.clusters and _counted(s)):
        return None
    if len(s.clusters) > 1 and (s.any(Kind.AHEAD, Kind.BEHIND) or (s.has(Kind.BEST) and s.any(*POSITIONS))):
        return None
    if any(one.kind is Kind.MOST and plain(two.text) == "of" for one, two in pairwise(s.marks)):
        return None
    ok = (Kind.NUMBER, Kind.ORDINAL, Kind.WITHIN, Kind.BEST, Kind.MOST, Kind.BEYOND, Kind.INCOME, Kind.LARGE, *AROUND)
    spanned = s.has(Kind.HISTORY) or _running(s) or (len(s.editions) == 2 and (_kept(s) or s.any(Kind.EVER, Kind.ALWAYS)))
    span_of_years = (Kind.SEVERAL_EDITIONS,) if spanned else ()
    if not s.only(*NAMES, *ok, Kind.ECONOMIES, Kind.PILLAR, Kind.MEASURE, Kind.AHEAD, Kind.BEHIND, *span_of_years):
        return None
    if s.has(Kind.MOST) and not s.any(Kind.INNOVATIVE, Kind.MEASURE):
        return None
    if s.any(Kind.ECONOMIES, Kind.PILLAR, Kind.INCOME) or not s.clusters:
        return _economy_at_rank(s, *span)
    if not _each(s, len(s.clusters)) or len(s.areas) > 1:
        return None
    if s.areas and not s.any(Kind.BEST, Kind.ORDINAL, Kind.AHEAD, Kind.WITHIN):
        return None
    area = s.areas[0] if s.areas else None
    return _all([assertions.AtRank(cluster, *span, area, s.measure or Measure.SIZE) for cluster in s.clusters])


def _counted(s: Sentence) -> bool:
    """Whether clusters are counted, which only areas have: "Munich has 27 clusters"."""
    return any(
        mark.kind is Kind.NUMBER and after.kind is Kind.CLUSTERS for mark, after in pairwise(s.marks)
    )


def _economy_at_rank(s: Sentence, low: int, high: int) -> Assertion | None:
    about = s.any(Kind.WITHIN, Kind.BEST, Kind.MOST, Kind.ORDINAL, Kind.AHEAD, Kind.RANK)
    if not s.economies or s.clusters or s.has(Kind.CLUSTERS) or s.measure is not None or not about:
        return None
    regions = [area for area in s.areas if area not in s.economies]
    if not _each(s, len(s.economies)) or len(regions) > 1:
        return None
    area = regions[0] if regions else None
    by = s.pillar or Pillar.GII
    return _all([assertions.EconomyAtRank(economy, low, high, by, area, s.income) for economy in s.economies])


def _each(s: Sentence, named: int) -> bool:
    """Whether something is claimed of one name, or of several joined by "and"."""
    return named == 1 or (s.says("and", "both") and not s.says("or"))


def _all(parts: list[Single]) -> Assertion:
    return parts[0] if len(parts) == 1 else assertions.AllOf(tuple(parts))


def ranks_claimed(s: Sentence) -> tuple[int, int] | None:
    """Return the ranks claimed: "in the top 20", "third", "number one", "in the ranking"."""
    if s.within is not None:
        return (1, s.within) if s.within <= RANKS_PUBLISHED else None
    if s.ordinal is not None:
        if s.any(Kind.AHEAD, Kind.BEHIND):
            return (1, s.ordinal - 1) if s.has(Kind.AHEAD) else (s.ordinal + 1, RANKS_PUBLISHED)
        return s.ordinal, s.ordinal
    if s.number is not None:
        if s.any(Kind.AHEAD, Kind.BEHIND):
            return (1, s.number - 1) if s.has(Kind.AHEAD) else (s.number + 1, RANKS_PUBLISHED)
        return None if s.has(Kind.BEST) else (s.number, s.number)
    largest = s.says("biggest", "largest", "greatest", "of the biggest") and s.any(Kind.CLUSTERS, Kind.MEASURE)
    if s.any(Kind.BEST, Kind.MOST) or (largest and not s.says("city", "metro", "place", "one of")) or (
        s.has(Kind.AHEAD) and s.says("leads", "lead", "leading", "in the lead", "ahead")
    ):
        return (1, 1)
    listed = s.says(*LISTED) or s.says("ranked", "listed", "top 100", "top hundred", "the list", "ranking", "the ranking", "table", "list")
    return (1, RANKS_PUBLISHED) if listed and not s.has(Kind.ECONOMIES) else None
