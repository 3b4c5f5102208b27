"""Which answers have a picture, and that it claims no more than its answer does."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from bot.answers.answering import answer
from bot.answers.model import HistoryAnswer
from bot.answers.values import CaveatKind
from bot.questions import queries
from bot.questions.refs import ClusterRef, EconomyRef
from bot.rankings.model import Measure
from bot.replies.pictures.histories import history_picture, ticks
from bot.replies.pictures.model import (
    ComparePicture,
    EconomyPicture,
    Gap,
    HistoryPicture,
    MapPicture,
    Row,
    TopPicture,
)
from bot.replies.pictures.pictured import drawable, pictured

from .support import picture_of, shown

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


@pytest.mark.parametrize(
    "question",
    [
        "history Manchester",  # a membership is no point
        "history Frankfurt–Mannheim",  # one rank
        "compare London vs Manchester",  # one of two has a rank
        "top 1",
        "rank London",
        "economy Macao",
        "map top 10 by patents",  # lines without a number
    ],
)
def test_no_picture_of_fewer_than_two_figures(pipeline: Pipeline, question: str) -> None:
    assert picture_of(pipeline, question) is None


def test_equal_questions_give_equal_pictures_that_travel(pipeline: Pipeline) -> None:
    for question in ("history Munich", "compare Paris vs Berlin", "top 25", "economy Japan", "map top 10 Germany"):
        picture = shown(pipeline, question)
        assert pickle.loads(pickle.dumps(picture)) == picture
        assert hash(shown(pipeline, question)) == hash(picture)


def test_a_membership_is_marked_and_never_a_point(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "history Munich + history Manchester")
    assert isinstance(picture, HistoryPicture)
    manchester = picture.series[1]
    assert manchester.held == ()
    assert manchester.members == (2025,)
    assert any("Dash at the foot" in line for line in picture.legend)


def test_changes_of_method_lie_where_the_table_has_them(pipeline: Pipeline) -> None:
    london, tokyo = shown(pipeline, "history London"), shown(pipeline, "history Tokyo")
    assert isinstance(london, HistoryPicture)
    assert isinstance(tokyo, HistoryPicture)
    assert london.editions == (2022, 2023, 2024, 2025)
    assert london.breaks == (2025,)  # that of 2022 lies before the first rank shown
    assert tokyo.breaks == (2018, 2020, 2022, 2025)
    assert any("Not in our sources: 2017–2021" in note for note in london.notes)


def test_more_than_seven_lines_are_left_out_and_counted(pipeline: Pipeline) -> None:
    nine = ("Tokyo", "Shenzhen", "Beijing", "Seoul", "San Jose", "Shanghai", "Osaka", "Boston", "New York City")
    answers = [pipeline.ask(f"history {name}").answer for name in nine]
    picture = history_picture(tuple(answer for answer in answers if isinstance(answer, HistoryAnswer)))
    assert picture is not None
    assert len(picture.series) == 7
    assert "2 more are left out." in picture.notes


def test_a_list_shows_its_gaps_in_their_places(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "top 25")
    assert isinstance(picture, TopPicture)
    lines = [row.label if isinstance(row, Gap) else row.position for row in picture.panel.rows]
    assert lines[15:19] == ["#16", "#17 and 18 are not in our sources", "#19", "#20 is not in our sources"]
    assert picture.notes[0].startswith("Ranks 17, 18, 20, 23 and 25 are not in our sources.")


def test_a_long_list_is_cut_at_25_lines_and_says_so(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "top 100 2022")
    assert isinstance(picture, TopPicture)
    assert len(picture.panel.rows) == 25
    assert picture.subtitle.endswith("the first 25 of 100 lines")


def test_bars_begin_at_zero_and_ranks_run_towards_1(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "compare London vs Paris 2023")
    assert isinstance(picture, ComparePicture)
    for panel in picture.panels:
        if "Rank" in panel.heading:
            assert panel.scale.of_ranks
            assert panel.scale.right == 1
        else:
            assert panel.scale.left == 0
        assert {row.name for row in panel.rows if isinstance(row, Row)} == {"London", "Paris"}


def test_only_measures_that_all_sides_have_are_compared(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "compare Tokyo vs Shenzhen")
    assert isinstance(picture, ComparePicture)
    headings = [panel.heading for panel in picture.panels]
    assert "Share of the world’s patent applications (PCT)" in headings  # both have one in 2025
    assert "Share of the world’s scientific publications" not in headings  # only Shenzhen's is held


def test_all_seven_pillars_with_their_own_figures(pipeline: Pipeline) -> None:
    picture = shown(pipeline, "economy Switzerland")
    assert isinstance(picture, EconomyPicture)
    rows = [row for row in picture.panel.rows if isinstance(row, Row)]
    assert len(rows) == 7
    assert (rows[0].name, rows[0].value, rows[0].label) == ("Institutions", 85.4567, "85.5 · #3")
    assert (rows[6].name, rows[6].label) == ("Creative outputs", "68.8 · #1")


def test_a_dispute_is_named_and_hollow(pipeline: Pipeline) -> None:
    answer = pipeline.ask("compare Madrid vs Moscow 2025").answer
    assert answer is not None
    assert CaveatKind.DISPUTED in [caveat.kind for caveat in answer.caveats]
    picture = shown(pipeline, "compare Madrid vs Moscow 2025")
    assert isinstance(picture, ComparePicture)
    assert {row.doubt for row in picture.panels[0].rows if isinstance(row, Row)} == {"sources disagree"}
    assert picture.legend == ("Hollow mark: sources disagree.",)
    assert any("WIPO’s blog" in note for note in picture.notes)


def test_a_map_of_an_economy_shows_that_part_of_the_world(pipeline: Pipeline) -> None:
    world, germany = shown(pipeline, "map top 25 2022"), shown(pipeline, "map top 10 Germany")
    assert isinstance(world, MapPicture)
    assert isinstance(germany, MapPicture)
    assert world.view is None
    assert germany.view is not None
    for dot in germany.dots:
        assert germany.view.west < dot.longitude < germany.view.east
        assert germany.view.south < dot.latitude < germany.view.north
    munich = next(dot for dot in germany.dots if dot.name == "Munich")
    assert (round(munich.latitude), round(munich.longitude), munich.number) == (48, 12, "27")


def test_ticks_begin_at_1_and_end_at_the_foot() -> None:
    assert ticks(5) == (1, 2, 3, 4, 5)
    assert ticks(10) == (1, 4, 7, 10)
    assert ticks(25) == (1, 5, 10, 15, 20, 25)
    assert ticks(100) == (1, 20, 40, 60, 80, 100)
    assert ticks(150) == (1, 50, 100, 150)


def test_a_chart_is_offered_exactly_where_there_is_one(pipeline: Pipeline) -> None:
    rankings = pipeline.rankings
    asked = [
        *(queries.History(ClusterRef(cluster, cluster)) for cluster in rankings.clusters),
        *(queries.EconomyHistory(EconomyRef(code)) for code in rankings.economies),
        *(queries.EconomyProfile(EconomyRef(code), year) for code in rankings.economies for year in (2021, 2025)),
        *(queries.Top(2, EconomyRef(code), edition=year) for code in rankings.economies for year in (2017, 2025)),
        *(queries.CompareEconomies((EconomyRef("CH"), EconomyRef(code))) for code in rankings.economies),
        *(
            queries.Compare((ClusterRef("london", ""), ClusterRef(cluster, "")), measure)
            for cluster in rankings.clusters
            for measure in (Measure.SIZE, Measure.VENTURE_CAPITAL)
            if cluster != "london"
        ),
    ]
    offered = 0
    for query in asked:
        found = answer(query, rankings)
        assert drawable(found) == (pictured(found) is not None), query
        offered += drawable(found)
    assert 0 < offered < len(asked)
