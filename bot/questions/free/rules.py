"""The readings of a free question, most particular first. Each rule returns a query, or None where it does not fit.

A rule fits only if it accounts for every meaning in the question that can carry one (`Sentence.only`).
"""

from __future__ import annotations

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

RULES = (
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
