"""The one way from an answer or a failure to a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import model
from bot.replies.composing.claims import compose_claim, compose_flip, compose_settle, compose_verify
from bot.replies.composing.compare import compose_compare, compose_compare_economies
from bot.replies.composing.counts import compose_count, compose_count_table, compose_total
from bot.replies.composing.economies import compose_economy, compose_economy_ranking
from bot.replies.composing.economy_lists import compose_economy_newcomers, compose_economy_regulars
from bot.replies.composing.failures import compose_no_data
from bot.replies.composing.history import compose_economy_history, compose_histories, compose_history
from bot.replies.composing.lists import compose_economy_movers, compose_movers, compose_top
from bot.replies.composing.lookups import (
    compose_about,
    compose_help,
    compose_method,
    compose_source,
    compose_where,
    compose_who,
)
from bot.replies.composing.rank import compose_rank
from bot.replies.composing.single import (
    compose_crossers,
    compose_economy_nth,
    compose_fact,
    compose_holders,
    compose_measure,
    compose_moved,
    compose_newcomers,
    compose_nth,
    compose_pillar,
    compose_regulars,
    compose_streak,
)

if TYPE_CHECKING:
    from bot.replies.reply import Reply


def compose(answer: model.Answer) -> Reply:
    """Return the reply to an answer, unguarded and in one piece."""
    match answer:
        case model.RankAnswer():
            return compose_rank(answer)
        case model.TopAnswer():
            return compose_top(answer)
        case model.CompareAnswer():
            return compose_compare(answer)
        case model.CompareEconomiesAnswer():
            return compose_compare_economies(answer)
        case model.MoversAnswer():
            return compose_movers(answer)
        case model.EconomyMoversAnswer():
            return compose_economy_movers(answer)
        case model.TotalAnswer():
            return compose_total(answer)
        case model.HistoryAnswer():
            return compose_history(answer)
        case model.EconomyHistoryAnswer():
            return compose_economy_history(answer)
        case model.HistoriesAnswer():
            return compose_histories(answer)
        case model.EconomyAnswer():
            return compose_economy(answer)
        case model.EconomyRankingAnswer():
            return compose_economy_ranking(answer)
        case model.CountAnswer():
            return compose_count(answer)
        case model.CountTableAnswer():
            return compose_count_table(answer)
        case model.WhoAnswer():
            return compose_who(answer)
        case model.WhereAnswer():
            return compose_where(answer)
        case model.MethodAnswer():
            return compose_method(answer)
        case model.AboutAnswer():
            return compose_about(answer)
        case model.SourceAnswer():
            return compose_source(answer)
        case model.HelpAnswer():
            return compose_help(answer)
        case model.NthAnswer():
            return compose_nth(answer)
        case model.MeasureAnswer():
            return compose_measure(answer)
        case model.EconomyNthAnswer():
            return compose_economy_nth(answer)
        case model.PillarAnswer():
            return compose_pillar(answer)
        case model.MovedAnswer():
            return compose_moved(answer)
        case model.NewcomersAnswer():
            return compose_newcomers(answer)
        case model.CrossersAnswer():
            return compose_crossers(answer)
        case model.HoldersAnswer():
            return compose_holders(answer)
        case model.RegularsAnswer():
            return compose_regulars(answer)
        case model.EconomyNewcomersAnswer():
            return compose_economy_newcomers(answer)
        case model.EconomyRegularsAnswer():
            return compose_economy_regulars(answer)
        case model.StreakAnswer():
            return compose_streak(answer)
        case model.FactAnswer():
            return compose_fact(answer)
        case model.ClaimAnswer():
            return compose_claim(answer)
        case model.SettleAnswer():
            return compose_settle(answer)
        case model.VerifyAnswer():
            return compose_verify(answer)
        case model.FlipAnswer():
            return compose_flip(answer)
        case model.NoData():
            return compose_no_data(answer)
