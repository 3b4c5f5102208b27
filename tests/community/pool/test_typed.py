"""What organisers and players type: prompts and entries, in whatever spelling, and every mistake at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.pool.asking import prompts_from
from bot.community.pool.claims import unpacked
from bot.community.pool.entering import prefilled, read_entry
from bot.community.pool.model import Entry, HowMany, Leader, Prompt, TopFive, Will
from bot.community.pool.problems import (
    AskedTwice,
    Empty,
    NamedTwice,
    NoPlace,
    NotAChance,
    NotANumber,
    NotAPrompt,
    NotFive,
    NotOneClaim,
    NotOneEconomy,
    Problem,
    TooManyPrompts,
)
from bot.community.pool.scoring import fits
from bot.questions.failures import PlaceUnknown, PlaceUnranked
from bot.questions.phrasing import phrase
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

ASKED: tuple[Prompt, ...] = (TopFive(), Leader(Measure.PATENTS), HowMany("DE"), Will("X"))
FIVE = ("tokyo-yokohama", "shenzhen-hong-kong-guangzhou", "beijing", "seoul", "san-jose-san-francisco")
WORDS = st.sampled_from(["top", "five", ";", ",", "patents", "will", "London", "be", "ahead", "of", "Paris", "2026"])
KINDS = (TopFive, Leader, HowMany, Will)


def read(pipeline: Pipeline, text: str, edition: int = 2026) -> list[object]:
    """Return prompts or problems, claims as words."""
    found: list[object] = []
    for each in prompts_from(text, edition, pipeline.reader):
        claim = unpacked(each.claim, pipeline.rankings) if isinstance(each, Will) else None
        found.append(each if claim is None else phrase(claim, pipeline.rankings))
    return found


@pytest.mark.parametrize(
    "line",
    [
        "top five; patents; clusters of Germany; London ahead of Paris",
        "top 5, patents, clusters of Germany, London ahead of Paris",
        "Top five in order\nwho will lead in patents?\nhow many clusters will Germany have?\nwill London pass Paris",
        "Top five 2026; Leader in patents; count Germany in 2026; will London be above Paris in 2026?",
    ],
)
def test_a_line_is_read_however_it_is_put(pipeline: Pipeline, line: str) -> None:
    assert read(pipeline, line) == [*ASKED[:3], "London is ahead of Paris"]


@pytest.mark.parametrize(
    ("part", "meant"),
    [
        ("venture capital", Leader(Measure.VENTURE_CAPITAL)),
        ("who leads by intensity", Leader(Measure.INTENSITY)),
        ("most publications", Leader(Measure.PUBLICATIONS)),
        ("Will Munich be in the top 20?", "Munich is in the top 20"),
        ("Germany will have more clusters than France", "Germany has more clusters than France"),
        ("Will China have at least 25 clusters?", "China has at least 25 clusters"),
        ("will Oslo enter the top 100", "did Oslo enter the ranking"),
        ("Boston, Massachusetts is ahead of Cambridge, UK", "Boston–Cambridge is ahead of Cambridge United Kingdom"),
        ("Will Germany be ahead of France in the index?", "Germany is ahead of France"),
    ],
)
def test_parts_of_a_line(pipeline: Pipeline, part: str, meant: object) -> None:
    assert read(pipeline, part) == [meant]


def test_everything_that_cannot_be_asked_is_named(pipeline: Pipeline) -> None:
    line = "patents; pct; foo; clusters of Europe; Berlin has always been in the top 100; London ahead of Paris in 2024"
    assert prompts_from(line, 2026, pipeline.reader) == (
        AskedTwice("pct"),
        NotAPrompt("foo", prompts_from("foo", 2026, pipeline.reader)[0].failure),  # type: ignore[union-attr]
        NotOneEconomy("clusters of Europe"),
        NotOneClaim("Berlin has always been in the top 100"),
        NotAPrompt("London ahead of Paris in 2024"),
        TooManyPrompts(6, 5),
    )


@pytest.mark.parametrize("line", ["top five, patents, pct, vc, intensity, publications", "patents;" * 9])
def test_more_prompts_than_a_form_has_room_for_are_refused(pipeline: Pipeline, line: str) -> None:
    found = prompts_from(line, 2026, pipeline.reader)
    assert isinstance(found[-1], TooManyPrompts)
    assert found[-1].limit == 5


def test_no_words_of_an_organiser_are_kept(pipeline: Pipeline) -> None:
    (will,) = prompts_from("LONDON is ahead of pariss", 2026, pipeline.reader)
    assert isinstance(will, Will)
    assert "LONDON" not in will.claim
    assert prompts_from("London ahead of Paris", 2026, pipeline.reader) == (will,)


def test_an_empty_line_asks_nothing(pipeline: Pipeline) -> None:
    assert prompts_from(" ;\n ", 2026, pipeline.reader) == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120) | st.lists(WORDS).map(" ".join))
def test_any_line_gives_prompts_or_problems_and_not_both(pipeline: Pipeline, line: str) -> None:
    found = prompts_from(line, 2026, pipeline.reader)
    kinds = {isinstance(each, KINDS) for each in found}
    assert len(kinds) <= 1
    assert True not in kinds or len(found) <= 5


@pytest.mark.parametrize(
    "fields",
    [
        ("Tokyo\nShenzhen\nBeijing\nSeoul\nSan Francisco", "Tokyo", "7", "70"),
        ("1. Tokio, 2. Shenzen, 3. 北京, 4. 서울, 5. Silicon Valley", "東京", "seven", "70%"),
        ("#1 Tokyo; #2 Hong Kong; #3 Peking; #4 Séoul; #5 San José", "  yokohama ", "７", "７０ %"),
        ("- Tokyo\n- Guangzhou\n- Beijing\n- Seoul\n- San Jose, CA", "Tokyo–Yokohama", " 7 ", "70 %"),
    ],
)
def test_entries_are_read_in_any_spelling(pipeline: Pipeline, fields: tuple[str, ...]) -> None:
    assert read_entry(ASKED, fields, pipeline.reader) == Entry((FIVE, "tokyo-yokohama", 7, 70))


@pytest.mark.parametrize(("typed", "chance"), [("yes", 100), ("NO", 0), ("0", 0), ("100%", 100)])
def test_yes_and_no_are_certainties(pipeline: Pipeline, typed: str, chance: int) -> None:
    assert read_entry((Will("X"),), (typed,), pipeline.reader) == Entry((chance,))


def test_every_mistake_is_told_at_once_with_its_field(pipeline: Pipeline) -> None:
    fields = ("Tokyo, Foobarville, Springfield, Reykjavik, Yokohama", "", "101", "0.7")
    found = read_entry(ASKED, fields, pipeline.reader)
    assert isinstance(found, tuple)
    places = [problem.wrong for problem in found if isinstance(problem.wrong, NoPlace)]
    assert [(wrong.position, type(wrong.failure)) for wrong in places] == [
        (2, PlaceUnknown),
        (3, PlaceUnranked),
        (4, PlaceUnranked),
    ]
    assert found[3:] == (
        Problem(0, NamedTwice("tokyo-yokohama", (1, 5))),
        Problem(1, Empty()),
        Problem(2, NotANumber("101", 100)),
        Problem(3, NotAChance("0.7")),
    )


@pytest.mark.parametrize(("field", "count"), [("Tokyo, Seoul", 2), ("Tokyo", 1), (",".join("abcdef"), 6)])
def test_five_are_five(pipeline: Pipeline, field: str, count: int) -> None:
    assert read_entry((TopFive(),), (field,), pipeline.reader) == (Problem(0, NotFive(count)),)


@settings(max_examples=200, deadline=None)
@given(st.tuples(*[st.text(max_size=60) | st.sampled_from(["Tokyo\n" * 5, "-5", "1e9", "nan", "²", "٣", "yes"])] * 4))
def test_anything_typed_is_an_entry_or_problems(pipeline: Pipeline, fields: tuple[str, ...]) -> None:
    found = read_entry(ASKED, fields, pipeline.reader)
    if isinstance(found, Entry):
        assert all(map(fits, ASKED, found.predictions))
    else:
        assert found


def test_the_form_brings_back_every_cluster(pipeline: Pipeline) -> None:
    clusters = list(pipeline.rankings.clusters)
    for start in range(0, len(clusters) - 5, 5):
        entry = Entry((tuple(clusters[start : start + 5]), clusters[start], start % 101, start % 101))
        fields = prefilled(ASKED, entry, pipeline.rankings)
        assert read_entry(ASKED, fields, pipeline.reader) == entry
