"""What the words of a free question can mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """One meaning of a word or phrase. The first group names things, the second says what is asked about them.

    The third group is never marked: it says that a question names several editions, measures, … where one is expected.
    """

    CLUSTER = "cluster"
    ECONOMY = "economy"
    REGION = "region"
    OUTSIDE = "outside"
    AMBIGUOUS = "ambiguous"
    EDITION = "edition"
    SINCE = "since"
    NUMBER = "number"
    ORDINAL = "ordinal"
    WITHIN = "within"
    MEASURE = "measure"
    PILLAR = "pillar"
    INCOME = "income"
    PERCENT = "percent"

    AHEAD = "ahead"
    ALWAYS = "always"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BEFORE = "before"
    BEHIND = "behind"
    BEST = "best"
    BEYOND = "beyond"
    BY_COUNT = "by_count"
    CHANGED = "changed"
    CHECK = "check"
    CLUSTERS = "clusters"
    COME_FROM = "come_from"
    COMPARE = "compare"
    COPULA = "copula"
    COVER = "cover"
    DATA = "data"
    DECIMAL = "decimal"
    DOWN = "down"
    ECONOMIES = "economies"
    EDITIONS = "editions"
    ELSEWHERE = "elsewhere"
    EVER = "ever"
    EXCEPT = "except"
    FEWER_THAN = "fewer_than"
    FILLER = "filler"
    HALF = "half"
    HAVE = "have"
    HISTORY = "history"
    HOW = "how"
    HOW_LONG = "how_long"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    INNOVATIVE = "innovative"
    LARGE = "large"
    LATEST = "latest"
    LEAST = "least"
    LEFT = "left"
    LESS = "less"
    LIST = "list"
    MAKING = "making"
    MARGIN = "margin"
    MEMBER = "member"
    METHOD = "method"
    MORE = "more"
    MORE_THAN = "more_than"
    MOST = "most"
    MOVE = "move"
    NEIGHBOUR = "neighbour"
    NEW = "new"
    NOT = "not"
    ONLY = "only"
    OR = "or"
    PEAK = "peak"
    PERSONAL = "personal"
    PILLARS = "pillars"
    RANK = "rank"
    RANKING = "ranking"
    REACH = "reach"
    RELEASE = "release"
    SCORE = "score"
    SHARE = "share"
    SMALL = "small"
    SOURCE = "source"
    STAY = "stay"
    SUM = "sum"
    TIMES = "times"
    THAN = "than"
    UP = "up"
    UPCOMING = "upcoming"
    WHEN = "when"
    WHERE = "where"
    WHICH = "which"
    WHO = "who"
    WHY = "why"
    WILL = "will"
    WORST = "worst"

    SEVERAL_EDITIONS = "several_editions"
    SEVERAL_MEASURES = "several_measures"
    SEVERAL_NUMBERS = "several_numbers"
    SEVERAL_PILLARS = "several_pillars"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words `start` to `end` of a question and what they mean; `text` is how they were written.

    `inferred` marks words that were read as a misspelling.
    """

    kind: Kind
    value: object
    start: int
    end: int
    text: str
    inferred: bool = False
