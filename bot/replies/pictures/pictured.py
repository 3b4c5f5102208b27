"""The one way from an answer to the picture that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import model
from bot.replies.pictures.comparisons import compare_economies_picture, compare_picture
from bot.replies.pictures.economies import economy_picture
from bot.replies.pictures.histories import economy_history_picture, history_picture
from bot.replies.pictures.lists import economies_picture, top_picture

if TYPE_CHECKING:
    from bot.replies.pictures.model import Picture


def pictured(answer: model.Answer) -> Picture | None:
    """Return the chart of an answer, or None where it has none or too few figures for one.

    A map is another picture of a list (`maps.map_picture`), and several histories make one chart
    (`histories.history_picture`); both are asked for by name.
    """
    match answer:
        case model.HistoryAnswer():
            return history_picture((answer,))
        case model.EconomyHistoryAnswer():
            return economy_history_picture((answer,))
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
