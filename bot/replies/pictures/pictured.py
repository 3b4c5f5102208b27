"""The one way from an answer to the picture that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import model
from bot.answers.model import Standing
from bot.replies.pictures.comparisons import compare_economies_picture, compare_picture
from bot.replies.pictures.economies import economy_picture
from bot.replies.pictures.histories import economy_history_picture, history_picture
from bot.replies.pictures.lists import economies_picture, top_picture

if TYPE_CHECKING:
    from bot.replies.pictures.model import Picture


def pictured(answer: model.Answer) -> Picture | None:
    """Return the chart of an answer, or None where it has none or too few figures for one.

    A map is another picture of a list (`maps.map_picture`), and asked for by name.
    """
    match answer:
        case model.HistoryAnswer():
            return history_picture((answer,))
        case model.EconomyHistoryAnswer():
            return economy_history_picture((answer,))
        case model.HistoriesAnswer(clusters=(), economies=economies):
            return economy_history_picture(economies)
        case model.HistoriesAnswer(clusters=clusters):
            return history_picture(clusters)
        case model.CompareAnswer():
            return compare_picture(answer)
        case model.CompareEconomiesAnswer():
            return compare_economies_picture(answer)
        case model.TopAnswer():
            return top_picture(answer)
        case model.EconomyRankingAnswer():
            return economies_picture(answer)
        case model.EconomyAnswer():
            return economy_picture(answer)
        case _:
            return None


def drawable(answer: model.Answer) -> bool:
    """Whether an answer has a chart, without making it: every reply asks this, and few charts are ever drawn."""
    match answer:
        case model.HistoryAnswer(years=years):
            return sum(year.standing is Standing.RANKED for year in years) > 1
        case model.EconomyHistoryAnswer(ranks=ranks):
            return len(ranks) > 1
        case model.CompareAnswer(sides=sides):
            return sum(side.value is not None for side in sides) > 1
        case model.CompareEconomiesAnswer(sides=sides):
            return sum(side.rank is not None for side in sides) > 1
        case model.TopAnswer(entries=entries) | model.EconomyRankingAnswer(entries=entries):
            return len(entries) > 1
        case model.EconomyAnswer():
            return answer.rank is not None and bool(answer.pillars)
        case _:
            return False
