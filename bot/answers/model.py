"""The answers, one frozen record per kind of question, gathered from the modules by subject. No sentence is in them."""

from __future__ import annotations

from bot.answers.model_base import AnswerBase, ClusterCount, Entry, Standing
from bot.answers.model_clusters import (
    CompareAnswer,
    Contest,
    CrossersAnswer,
    HoldersAnswer,
    MeasureAnswer,
    Move,
    MoversAnswer,
    NewcomersAnswer,
    NthAnswer,
    RankAnswer,
    RegularsAnswer,
    Side,
    StreakAnswer,
    TopAnswer,
    TotalAnswer,
    WhereAnswer,
    WhoAnswer,
)
from bot.answers.model_economies import (
    CompareEconomiesAnswer,
    CountAnswer,
    CountTableAnswer,
    EconomyAnswer,
    EconomyCount,
    EconomyEntry,
    EconomyMove,
    EconomyMoversAnswer,
    EconomyNewcomersAnswer,
    EconomyNthAnswer,
    EconomyRankingAnswer,
    EconomyRegularsAnswer,
    EconomySide,
    PillarAnswer,
    PillarFigures,
)
from bot.answers.model_history import EconomyHistoryAnswer, HistoriesAnswer, HistoryAnswer, MovedAnswer, Year
from bot.answers.model_reference import AboutAnswer, FactAnswer, HelpAnswer, Holding, MethodAnswer, NoData, SourceAnswer
from bot.answers.model_verdicts import ClaimAnswer, FlipAnswer, SettleAnswer, VerifyAnswer, Weight

__all__ = [
    "AboutAnswer",
    "Answer",
    "AnswerBase",
    "ClaimAnswer",
    "ClusterCount",
    "CompareAnswer",
    "CompareEconomiesAnswer",
    "Contest",
    "CountAnswer",
    "CountTableAnswer",
    "CrossersAnswer",
    "EconomyAnswer",
    "EconomyCount",
    "EconomyEntry",
    "EconomyHistoryAnswer",
    "EconomyMove",
    "EconomyMoversAnswer",
    "EconomyNewcomersAnswer",
    "EconomyNthAnswer",
    "EconomyRankingAnswer",
    "EconomyRegularsAnswer",
    "EconomySide",
    "Entry",
    "FactAnswer",
    "FlipAnswer",
    "HelpAnswer",
    "HistoriesAnswer",
    "HistoryAnswer",
    "HoldersAnswer",
    "Holding",
    "MeasureAnswer",
    "MethodAnswer",
    "Move",
    "MovedAnswer",
    "MoversAnswer",
    "NewcomersAnswer",
    "NoData",
    "NthAnswer",
    "PillarAnswer",
    "PillarFigures",
    "RankAnswer",
    "RegularsAnswer",
    "SettleAnswer",
    "Side",
    "SourceAnswer",
    "Standing",
    "StreakAnswer",
    "TopAnswer",
    "TotalAnswer",
    "VerifyAnswer",
    "Weight",
    "WhereAnswer",
    "WhoAnswer",
    "Year",
]

Answer = (
    RankAnswer
    | TopAnswer
    | CompareAnswer
    | CompareEconomiesAnswer
    | MoversAnswer
    | EconomyMoversAnswer
    | TotalAnswer
    | HistoryAnswer
    | EconomyHistoryAnswer
    | HistoriesAnswer
    | EconomyAnswer
    | EconomyRankingAnswer
    | CountAnswer
    | CountTableAnswer
    | WhoAnswer
    | WhereAnswer
    | MethodAnswer
    | AboutAnswer
    | SourceAnswer
    | HelpAnswer
    | NthAnswer
    | MeasureAnswer
    | PillarAnswer
    | EconomyNthAnswer
    | MovedAnswer
    | NewcomersAnswer
    | CrossersAnswer
    | StreakAnswer
    | HoldersAnswer
    | RegularsAnswer
    | EconomyNewcomersAnswer
    | EconomyRegularsAnswer
    | FactAnswer
    | ClaimAnswer
    | SettleAnswer
    | VerifyAnswer
    | FlipAnswer
    | NoData
)
