"""Pictures of real questions, and what there is to see on a drawn sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from bot.answers.model import EconomyHistoryAnswer, HistoryAnswer, TopAnswer
from bot.places.cities import read_points
from bot.rankings.shipped import shipped_directory
from bot.replies.pictures.drawing.png import compose
from bot.replies.pictures.histories import economy_history_picture, history_picture
from bot.replies.pictures.maps import map_picture
from bot.replies.pictures.pictured import pictured

if TYPE_CHECKING:
    from bot.pipeline import Pipeline
    from bot.replies.pictures.drawing.sheet import Sheet
    from bot.replies.pictures.model import Picture

POINTS = read_points(shipped_directory())


def picture_of(pipeline: Pipeline, question: str) -> Picture | None:
    """The chart of a question; `map …` is the map of a list, and histories joined by + make one chart."""
    if question.startswith("map "):
        answer = pipeline.ask(question.removeprefix("map ")).answer
        assert isinstance(answer, TopAnswer)
        return map_picture(answer, POINTS)
    answers = [pipeline.ask(part.strip()).answer for part in question.split(" + ")]
    if len(answers) == 1:
        assert answers[0] is not None, question
        return pictured(answers[0])
    if isinstance(answers[0], EconomyHistoryAnswer):
        return economy_history_picture(tuple(one for one in answers if isinstance(one, EconomyHistoryAnswer)))
    return history_picture(tuple(one for one in answers if isinstance(one, HistoryAnswer)))


def shown(pipeline: Pipeline, question: str) -> Picture:
    picture = picture_of(pipeline, question)
    assert picture is not None, question
    return picture


@dataclass(frozen=True)
class Printed:
    """A text on a sheet and the pixels it covers."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Printed) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top


def printed(sheet: Sheet) -> list[Printed]:
    """Every text of a sheet with its letters' box; a pixel less on each side, for boxes are rounded outwards."""
    canvas = FigureCanvasAgg(sheet.figure)
    renderer = canvas.get_renderer()
    found: list[Printed] = []
    for text in sheet.figure.findobj(Text):
        if text.get_text():
            box = text.get_window_extent(renderer)
            found.append(Printed(text.get_text(), box.x0 + 1, box.y0 + 1, box.x1 - 1, box.y1 - 1))
    return found


def overlaps(texts: list[Printed]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text) for number, one in enumerate(texts) for other in texts[number + 1 :] if one.meets(other)
    ]


def drawn(picture: Picture) -> Sheet:
    return compose(picture)
