"""The readings of a free question, most particular first. Each rule returns a query, or None where it does not fit.

A rule fits only if it accounts for every meaning in the question that can carry one (`Sentence.only`). It is tried only
where the meanings occur without which it cannot fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind
from bot.questions.free.rules_about import holdings, method, release, source
from bot.questions.free.rules_amounts import above
from bot.questions.free.rules_changes import economy_movers, moved, movers
from bot.questions.free.rules_coming import newcomers
from bot.questions.free.rules_counts import (
    count,
    counts_of_several,
    economies_of,
    inside,
    part_of_all,
    total,
    world_share,
)
from bot.questions.free.rules_crossing import crossers
from bot.questions.free.rules_economies import economy_newcomers, economy_regulars
from bot.questions.free.rules_excluding import excluding
from bot.questions.free.rules_histories import before, histories, history, streak
from bot.questions.free.rules_lists import cluster_list, economy_list
from bot.questions.free.rules_names import compare, economy, measure, member, pillar, rank, total_share
from bot.questions.free.rules_neighbours import ahead, ahead_in, below, neighbour, place_in
from bot.questions.free.rules_ranges import amid, stretch
from bot.questions.free.rules_regulars import regulars

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

    Rule = Callable[[Sentence], Query | None]

RULES: tuple[Rule, ...] = (
    excluding,
    stretch,
    above,
    amid,
    release,
    holdings,
    source,
    economy_regulars,
    economy_newcomers,
    regulars,
    crossers,
    before,
    streak,
    history,
    histories,
    newcomers,
    method,
    world_share,
    total,
    economies_of,
    inside,
    counts_of_several,
    part_of_all,
    count,
    member,
    neighbour,
    ahead,
    ahead_in,
    below,
    place_in,
    economy_movers,
    moved,
    movers,
    compare,
    measure,
    total_share,
    pillar,
    rank,
    economy_list,
    economy,
    cluster_list,
)
"""Every rule, in the order in which they are tried, after claims."""

NAMED = frozenset((Kind.CLUSTER, Kind.ECONOMY))
AREAS = frozenset((Kind.ECONOMY, Kind.REGION))
MOVING = frozenset((Kind.UP, Kind.DOWN, Kind.MOVE))
PLACED = NAMED | {Kind.REGION, Kind.OUTSIDE, Kind.WITHIN, Kind.ORDINAL}
OF_THE_INDEX = NAMED | {Kind.CLUSTERS, Kind.PILLAR, Kind.INCOME, Kind.HOW_MANY}


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be said for a rule to fit: one meaning of each of some groups, and none of `without`."""

    groups: tuple[frozenset[Kind], ...]
    without: frozenset[Kind]

    def met(self, kinds: frozenset[Kind]) -> bool:
        """Whether some meanings leave it open that the rule fits."""
        for group in self.groups:
            if group.isdisjoint(kinds):
                return False
        return self.without.isdisjoint(kinds)


def _needs(*groups: Collection[Kind], without: Collection[Kind] = ()) -> Needs:
    return Needs(tuple(map(frozenset, groups)), frozenset(without))


NEEDS: dict[Rule, Needs] = {
    excluding: _needs((Kind.EXCEPT, Kind.BEYOND)),
    stretch: _needs((Kind.NUMBER, Kind.ORDINAL)),
    above: _needs((Kind.MEASURE,), (Kind.NUMBER, Kind.PERCENT, Kind.DECIMAL)),
    amid: _needs((Kind.CLUSTER,), (Kind.CLUSTERS, Kind.WHO)),
    release: _needs((Kind.RELEASE, Kind.WHEN, Kind.HOW_LONG), without=PLACED),
    holdings: _needs(without=PLACED | {Kind.NUMBER}),
    source: _needs(NAMED, (Kind.SOURCE, Kind.COME_FROM, Kind.WHERE)),
    economy_regulars: _needs((Kind.HISTORY, Kind.ALWAYS, Kind.INNOVATIVE, Kind.RANKING), without=OF_THE_INDEX),
    economy_newcomers: _needs(
        (Kind.NEW, Kind.LEFT, Kind.DOWN, Kind.WITHIN, Kind.NOT, Kind.BEYOND, Kind.EXCEPT), without=OF_THE_INDEX
    ),
    regulars: _needs((Kind.WITHIN,), (Kind.HISTORY, Kind.ALWAYS, Kind.EDITION), without=(Kind.CLUSTER, Kind.ECONOMIES)),
    crossers: _needs(
        (Kind.CLUSTERS, Kind.WITHIN, Kind.RANKING),
        (Kind.SINCE, Kind.EDITION, Kind.WITHIN),
        without=(Kind.CLUSTER, Kind.ECONOMIES, Kind.INNOVATIVE),
    ),
    before: _needs((Kind.BEST, Kind.ORDINAL, Kind.AHEAD, Kind.BEFORE, Kind.HISTORY, Kind.SINCE)),
    streak: _needs(
        (Kind.BEST, Kind.ORDINAL, Kind.WITHIN, Kind.AHEAD, Kind.MOST, Kind.NUMBER),
        (Kind.HOW_LONG, Kind.WHEN, Kind.WHICH),
    ),
    history: _needs(
        NAMED,
        (Kind.HISTORY, Kind.PEAK, Kind.EVER, Kind.BEST, Kind.WORST, Kind.SINCE, Kind.BEFORE, Kind.EDITION),
    ),
    histories: _needs(NAMED, (Kind.HISTORY, Kind.MOVE, Kind.SINCE)),
    newcomers: _needs((Kind.NEW, Kind.LEFT, Kind.NOT, Kind.HOW_LONG, Kind.WHEN)),
    method: _needs(without=PLACED),
    world_share: _needs(
        (Kind.MEASURE,), (Kind.SHARE, Kind.HOW_MUCH, Kind.PERCENT, Kind.HOW_MANY), without=NAMED | {Kind.REGION}
    ),
    total: _needs((Kind.MEASURE,), (Kind.SUM, Kind.SHARE, Kind.HOW_MUCH, Kind.HOW_MANY)),
    economies_of: _needs((Kind.HOW_MANY,), (Kind.ECONOMIES,)),
    inside: _needs((Kind.WITHIN,), AREAS, without=(Kind.CLUSTER,)),
    counts_of_several: _needs((Kind.ECONOMY,), without=(Kind.CLUSTER,)),
    part_of_all: _needs(AREAS, (Kind.COPULA, Kind.COME_FROM), without=(Kind.MEASURE,)),
    count: _needs((Kind.HOW_MANY, Kind.ECONOMIES, Kind.WHO, Kind.BY_COUNT), without=(Kind.CLUSTER,)),
    member: _needs((Kind.CLUSTER,), (Kind.MEMBER, Kind.CLUSTERS), without=AREAS),
    neighbour: _needs(NAMED, (Kind.NEIGHBOUR, Kind.NUMBER)),
    ahead: _needs((Kind.AHEAD,), NAMED),
    ahead_in: _needs((Kind.AHEAD,), (Kind.CLUSTER,), AREAS),
    below: _needs((Kind.BEHIND,), NAMED),
    place_in: _needs((Kind.CLUSTER,), AREAS),
    economy_movers: _needs(MOVING, without=NAMED | {Kind.CLUSTERS}),
    moved: _needs(NAMED, MOVING | {Kind.CHANGED, Kind.SINCE, Kind.EDITION}, without=(Kind.REGION,)),
    movers: _needs(MOVING | {Kind.STAY}, without=(Kind.CLUSTER,)),
    compare: _needs(NAMED, without=(Kind.REGION,)),
    measure: _needs((Kind.CLUSTER,), (Kind.MEASURE,)),
    total_share: _needs((Kind.CLUSTER,), (Kind.SUM,), (Kind.SHARE,)),
    pillar: _needs((Kind.ECONOMY,), (Kind.PILLAR,), without=(Kind.CLUSTER,)),
    rank: _needs((Kind.CLUSTER,), without=AREAS),
    economy_list: _needs(without=NAMED),
    economy: _needs((Kind.ECONOMY,), without=(Kind.CLUSTER, Kind.CLUSTERS)),
    cluster_list: _needs(without=(Kind.CLUSTER, Kind.PILLAR, Kind.INCOME, Kind.ECONOMIES)),
}
"""What rules need; one that is not listed is always tried."""


def fitting(kinds: frozenset[Kind]) -> Iterator[Rule]:
    """Yield the rules that may fit a sentence with some meanings, in order."""
    return (rule for rule in RULES if (needs := NEEDS.get(rule)) is None or needs.met(kinds))
