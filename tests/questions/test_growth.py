"""Whatever is asked, reading it takes bounded work, which grows no faster than the text. Calls count, not seconds."""

from __future__ import annotations

import cProfile
import pstats
from typing import TYPE_CHECKING

import pytest

from bot.places.normalising import normalised
from bot.questions.words import QUESTION_LIMIT, STATEMENT_LIMIT

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

MOST_CALLS = 100_000
"""Of Python and of what it is built on: some 17 ms."""

ORDINARY_CALLS = 2_000
"""Of a question as many ask it, with its answer and reply."""

REPEATED = {
    "leaving out one or two of many words": "top 3 asia",
    "names without separators": "compare London ",
    "names in a list": "london, ",
    "claims side by side": "shenzhen 1st, tokyo 2nd, correct?",
    "sentences": "he says Cairo is first. ",
    "a script without spaces": "東京とソウルどっちが上？",
    "signs of a script without spaces": "東",
    "words that mean nothing": "xq zv ",
    "letters": "a ",
    "joined words": "londonvsparis-",
}


@pytest.fixture(autouse=True, scope="module")
def warmed(pipeline: Pipeline) -> None:
    """Compile what is compiled once, as `run` does: it is no work of the question that first needs it."""
    pipeline.warm()


def calls(pipeline: Pipeline, text: str) -> int:
    normalised.cache_clear()
    profile = cProfile.Profile()
    profile.runcall(pipeline.ask, text)
    return sum(called for _, called, *_ in pstats.Stats(profile).stats.values())  # type: ignore[attr-defined]


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_three_times_the_text_takes_about_three_times_the_work(pipeline: Pipeline, piece: str) -> None:
    short, long = (calls(pipeline, (piece * length)[:length]) for length in (QUESTION_LIMIT // 3, QUESTION_LIMIT))
    assert long <= MOST_CALLS
    assert long <= 4.5 * short + 5_000


def test_of_a_whole_message_no_more_is_read_than_some_sentences(pipeline: Pipeline) -> None:
    sentence = "thirty-four Xi’an patenting mit apps climbers Dublin Ningde with more cities than Boston and Paris. "
    assert calls(pipeline, f"settle {sentence * 30}"[:STATEMENT_LIMIT]) <= 2 * MOST_CALLS


def test_signs_that_nobody_knows_end_the_search(pipeline: Pipeline) -> None:
    strange = "".join(chr(0x30A1 + number * 37 % 89) for number in range(QUESTION_LIMIT))
    assert calls(pipeline, strange) <= MOST_CALLS / 2


@pytest.mark.parametrize(
    "text", ["which german clusters fell since 2024", "is Oslo ahead of Dublin?", "best by patents"]
)
def test_an_ordinary_question_takes_little_work(pipeline: Pipeline, text: str) -> None:
    assert calls(pipeline, text) <= ORDINARY_CALLS
