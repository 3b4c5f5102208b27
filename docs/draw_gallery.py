"""Draw docs/gallery: pictures of real answers, each with the words that say the same.

Run `python -m docs.draw_gallery`. Equal answers give equal files, so that what changes in this folder has changed in
the data, the wording or the drawing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.answers.model import HistoryAnswer, TopAnswer
from bot.pipeline import open_pipeline
from bot.places.cities import read_points
from bot.rankings.shipped import shipped_directory
from bot.replies.pictures.describing import describe
from bot.replies.pictures.drawing.png import draw
from bot.replies.pictures.histories import history_picture
from bot.replies.pictures.maps import map_picture
from bot.replies.pictures.pictured import pictured

if TYPE_CHECKING:
    from bot.pipeline import Pipeline
    from bot.replies.pictures.model import Picture

GALLERY = Path(__file__).parent / "gallery"
CHARTS = (
    ("munich", "history Munich"),
    ("shenzhen", "history Shenzhen"),
    ("switzerland-by-edition", "history Switzerland"),
    ("london-and-paris", "compare London vs Paris 2023"),
    ("five-leaders", "compare Tokyo, Seoul, Beijing, London and Paris 2022"),
    ("china-and-india", "compare China vs India"),
    ("top-25", "top 25"),
    ("top-10-2022-by-patents", "top 10 by patents 2022"),
    ("germany", "top 10 Germany"),
    ("two-editions", "compare London vs Kunming vs Manchester"),
    ("switzerland", "economy Switzerland"),
    ("economies", "economies 20"),
)
HISTORIES = (
    ("leaders-by-edition", ("Tokyo", "Shenzhen", "Beijing", "Seoul", "San Jose", "London", "Paris")),
    ("germany-by-edition", ("Munich", "Berlin", "Manchester")),
)
MAPS = (
    ("map-top-25", "top 25 2022"),
    ("map-europe", "top 25 Europe 2022"),
    ("map-china", "top 25 China"),
)


def main() -> None:
    """Write every picture, and the page that shows them."""
    pipeline = open_pipeline()
    GALLERY.mkdir(exist_ok=True)
    page = ["# Pictures of answers", "", "Drawn by `python -m docs.draw_gallery`, each with its description.", ""]
    for name, heading, picture in pictures(pipeline):
        (GALLERY / f"{name}.png").write_bytes(draw(picture))
        words = describe(picture)
        page += [f"## {heading}", "", f"![{words}]({name}.png)", "", words, ""]
    (GALLERY / "README.md").write_text("\n".join(page), "utf-8")


def pictures(pipeline: Pipeline) -> list[tuple[str, str, Picture]]:
    """Return the pictures of the gallery, each with the name of its file and a heading."""
    found: list[tuple[str, str, Picture | None]] = []
    for name, question in CHARTS:
        answer = pipeline.ask(question).answer
        assert answer is not None
        found.append((name, question, pictured(answer)))
    for name, places in HISTORIES:
        answers = [pipeline.ask(f"history {place}").answer for place in places]
        histories = tuple(answer for answer in answers if isinstance(answer, HistoryAnswer))
        found.append((name, f"history of {', '.join(places)}", history_picture(histories)))
    points = read_points(shipped_directory())
    for name, question in MAPS:
        answer = pipeline.ask(question).answer
        assert isinstance(answer, TopAnswer)
        found.append((name, f"map of {question}", map_picture(answer, points)))
    return [(name, heading, picture) for name, heading, picture in found if picture is not None]


if __name__ == "__main__":
    main()
