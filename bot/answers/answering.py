"""The one way from a query to its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.change import answer_holders, answer_moved, answer_newcomers, answer_streak
from bot.answers.claims.answering import answer_claim
from bot.answers.compare import answer_compare
from bot.answers.count import answer_count
from bot.answers.crossing import answer_crossers
from bot.answers.economy import (
    answer_compare_economies,
    answer_economy,
    answer_economy_nth,
    answer_economy_ranking,
)
from bot.answers.economy_lists import answer_economy_newcomers, answer_economy_regulars
from bot.answers.facts import answer_fact
from bot.answers.flip import answer_flip
from bot.answers.history import answer_economy_history, answer_histories, answer_history
from bot.answers.lookups import answer_source, answer_where, answer_who
from bot.answers.movers import answer_economy_movers, answer_movers
from bot.answers.nth import answer_measure, answer_nth, answer_pillar
from bot.answers.rank import answer_rank
from bot.answers.reference import answer_about, answer_help, answer_method
from bot.answers.regulars import answer_regulars
from bot.answers.settling import answer_settle, answer_verify
from bot.answers.top import answer_top
from bot.answers.total import answer_total
from bot.questions import queries

if TYPE_CHECKING:
    from bot.answers.model import Answer
    from bot.rankings.model import Rankings


def answer(query: queries.Query, rankings: Rankings) -> Answer:
    """Return what is true about a query, by the table handed in."""
    match query:
        case queries.Rank():
            return answer_rank(query, rankings)
        case queries.Top():
            return answer_top(query, rankings)
        case queries.Compare():
            return answer_compare(query, rankings)
        case queries.CompareEconomies():
            return answer_compare_economies(query, rankings)
        case queries.Movers():
            return answer_movers(query, rankings)
        case queries.EconomyMovers():
            return answer_economy_movers(query, rankings)
        case queries.History():
            return answer_history(query, rankings)
        case queries.EconomyHistory():
            return answer_economy_history(query, rankings)
        case queries.Histories():
            return answer_histories(query, rankings)
        case queries.Drawn(of):
            return answer(of, rankings)
        case queries.EconomyProfile():
            return answer_economy(query, rankings)
        case queries.EconomyRanking():
            return answer_economy_ranking(query, rankings)
        case queries.Count():
            return answer_count(query, rankings)
        case queries.Total():
            return answer_total(query, rankings)
        case queries.Who():
            return answer_who(query, rankings)
        case queries.Where():
            return answer_where(query, rankings)
        case queries.Method():
            return answer_method(query, rankings)
        case queries.About():
            return answer_about(query, rankings)
        case queries.SourceOf():
            return answer_source(query, rankings)
        case queries.Help():
            return answer_help(query, rankings)
        case queries.Nth():
            return answer_nth(query, rankings)
        case queries.MeasureOf():
            return answer_measure(query, rankings)
        case queries.EconomyNth():
            return answer_economy_nth(query, rankings)
        case queries.PillarOf():
            return answer_pillar(query, rankings)
        case queries.Moved():
            return answer_moved(query, rankings)
        case queries.Newcomers():
            return answer_newcomers(query, rankings)
        case queries.Crossers():
            return answer_crossers(query, rankings)
        case queries.Holders():
            return answer_holders(query, rankings)
        case queries.Regulars():
            return answer_regulars(query, rankings)
        case queries.EconomyNewcomers():
            return answer_economy_newcomers(query, rankings)
        case queries.EconomyRegulars():
            return answer_economy_regulars(query, rankings)
        case queries.Streak():
            return answer_streak(query, rankings)
        case queries.Fact():
            return answer_fact(query, rankings)
        case queries.Claim():
            return answer_claim(query, rankings)
        case queries.Settle():
            return answer_settle(query, rankings)
        case queries.Verify():
            return answer_verify(query, rankings)
        case queries.Flip():
            return answer_flip(query, rankings)
