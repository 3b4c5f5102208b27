"""Wordings by class: what is looked at alone, spoken and drawn-out words, other languages, economies over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import failures, queries
from bot.questions.failures import Failure
from bot.questions.refs import ClusterRef, Direction, EconomyRef
from bot.questions.same import same
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

SEOUL, MUNICH, LYON, TOKYO = (ClusterRef(name, "") for name in ("seoul", "munich", "lyon", "tokyo-yokohama"))
BEIJING, COLOGNE, STUTTGART, SAO_PAULO = (
    ClusterRef(name, "") for name in ("beijing", "cologne", "stuttgart", "sao-paulo")
)
PATENTS, PUBLICATIONS = Measure.PATENTS, Measure.PUBLICATIONS

READ: tuple[tuple[str, queries.Query], ...] = (
    ("if one goes by patents alone, what place is seoul in", queries.MeasureOf(SEOUL, (PATENTS,))),
    ("going by publications alone, where is beijing", queries.MeasureOf(BEIJING, (PUBLICATIONS,))),
    ("if you only count patents, who is first", queries.Nth(1, None, PATENTS)),
    ("what slice of the patents goes to seoul", queries.MeasureOf(SEOUL, (PATENTS,))),
    ("what proportion of patents is attributed to Seoul", queries.MeasureOf(SEOUL, (PATENTS,))),
    ("how many people were counted in the munich cluster, 2022",
     queries.MeasureOf(MUNICH, (Measure.POPULATION,), 2022)),
    ("total share of tokyo in 2022", queries.MeasureOf(TOKYO, (PATENTS, PUBLICATIONS), 2022)),
    ("top 3 publications share 2022 clusters", queries.Top(3, None, PUBLICATIONS, 2022)),
    ("by pct share top 5 in 2022", queries.Top(5, None, PATENTS, 2022)),
    ("what pct share did the top 5 have between them in 2022", queries.Total(PATENTS, within=5, edition=2022)),
    ("difference in number of patents between tokyo and seoul in 2022",
     queries.Compare((TOKYO, SEOUL), Measure.PATENT_COUNT, 2022)),
    ("where is munich question mark", queries.Rank(MUNICH)),
    ("rank of munich in two thousand and twenty-two", queries.Rank(MUNICH, 2022)),
    ("munich rank plsss", queries.Rank(MUNICH)),
    ("munich where are you ranked", queries.Rank(MUNICH)),
    ("munich?? number please, ty", queries.Rank(MUNICH)),
    ("embarrassingly, where is munich", queries.Rank(MUNICH)),
    ("à quel rang se trouvait Lyon en 2022", queries.Rank(LYON, 2022)),
    ("Wer liegt weiter vorne, Köln oder Stuttgart?", queries.Compare((COLOGNE, STUTTGART))),
    ("quién va por delante, Colonia o Stuttgart", queries.Compare((COLOGNE, STUTTGART))),
    ("qual a posição de são paulo msm?", queries.Rank(SAO_PAULO)),
    ("서울은 올해 몇 위인가요?", queries.Rank(SEOUL, 2025)),
    ("서울은 작년에 몇 위였나요?", queries.Rank(SEOUL, 2024)),
    ("which country is new in the gii top 10", queries.EconomyNewcomers(10)),
    ("who lost their top ten place among economies in 2025", queries.EconomyNewcomers(10, None, 2025, left=True)),
    ("economies that are in the 2025 index but not in that of 2024",
     queries.EconomyNewcomers(None, None, 2025, 2024)),
    ("which economies were in the 2024 gii but not in 2025",
     queries.EconomyNewcomers(None, None, 2025, 2024, left=True)),
    ("which countries were always in the top 3 of the gii", queries.EconomyRegulars(3)),
    ("who has been first in the gii every year since 2021", queries.EconomyRegulars(1, since=2021)),
    ("which countries climbed in every gii from 2021 to 2025",
     queries.EconomyRegulars(1, Direction.UP, None, 2025, 2021)),
    ("which income group is Poland in", queries.EconomyProfile(EconomyRef("PL"))),
    ("The UAE: what rank on inputs and what rank on outputs?", queries.EconomyProfile(EconomyRef("AE"))),
    ("s korea gii total score", queries.EconomyProfile(EconomyRef("KR"), brief=True)),
    ("lower middle income countries top 3 innovation index", queries.EconomyRanking(3, income_group="LM")),
    ("how many points of score separate Switzerland from Niger",
     queries.CompareEconomies((EconomyRef("CH"), EconomyRef("NE")), Pillar.GII)),
    ("what are the seven pillars", queries.About()),
    ("gii stands for what", queries.About()),
    ("first edition of the cluster ranking", queries.About()),
    ("what is a pct application", queries.Method()),
    ("Which edition was the first to include venture capital?", queries.Method()),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_what_is_asked(pipeline: Pipeline, text: str, expected: queries.Query) -> None:
    read = pipeline.reader.read(text).result
    assert not isinstance(read, Failure), read
    assert same(read, expected) or read == expected, read


OTHER_SUBJECTS = """
    if you go by train, where is munich from paris
    which country left the eu
    which countries entered world war 2 in 1939
    who was mayor of Vienna in 1910
    Where will the 2028 Olympics be held, in Los Angeles or in Brisbane?
    which countries have risen in every eurovision since 2021
    who has been first in the premier league every year since 2021
    is poland the best in its income group
    what are the pillars of islam
    first edition of harry potter
    piece of land in bangalore
    sum up the article about berlin
    marrakech weather
    lol same
    nice one mate
    best city culturally
    is tokyo narrowly ahead of seoul
    is tokyo economically ahead of seoul
    what share of london is green
    number one city, counting suburbs only
"""


@pytest.mark.parametrize("text", [line.strip() for line in OTHER_SUBJECTS.strip().splitlines()])
def test_what_is_about_something_else_is_declined(pipeline: Pipeline, text: str) -> None:
    read = pipeline.reader.read(text).result
    assert isinstance(read, Failure)
    assert not isinstance(read, (failures.EditionNotHeld, failures.PlaceUnranked))


@pytest.mark.parametrize(
    "text", ["marrakech rank", "medelin where is it on the list parce", "lagos?? what number are we"]
)
def test_a_city_outside_the_ranking_is_told_to_be_so(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, failures.PlaceUnranked)


@pytest.mark.parametrize("text", ["where is casablnca ranked", "rank of nairobbi"])
def test_a_misspelt_city_outside_the_ranking_is_asked_back(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, failures.PlaceUnknown)


@pytest.mark.parametrize("aside", ["dictating again", "asking from accra", "for comparison with our statistics",
                                   "my editor wants a source cited", "a minister is about to quote it"])  # fmt: skip
def test_such_an_aside_changes_nothing(pipeline: Pipeline, aside: str) -> None:
    read = pipeline.reader.read(f"what is the rank of munich, {aside}")
    assert isinstance(read.result, queries.Rank)
    assert read.inferred
