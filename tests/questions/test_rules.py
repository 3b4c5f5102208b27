"""Rules that are passed over, and turns of phrase that are not looked for, would have changed nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.questions.free import marked
from bot.questions.free.claims import read_claim
from bot.questions.free.rules import NEEDS, RULES, fitting
from bot.questions.free.turning import Turns

if TYPE_CHECKING:
    from bot.pipeline import Pipeline
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Claim

QUESTIONS = Path(__file__).parents[2] / "benchmarks" / "questions" / "develop.jsonl"
EVERY = 12


def test_no_rule_that_is_passed_over_would_have_fitted(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sentence] = []

    def remembered(sentence: Sentence) -> Claim | None:
        seen.append(sentence)
        return read_claim(sentence)

    monkeypatch.setattr(marked, "read_claim", remembered)
    for line in QUESTIONS.read_text("utf-8").splitlines()[::EVERY]:
        pipeline.reader.read(json.loads(line)["question"])
    passed_over = [(rule, sentence) for sentence in seen for rule in set(RULES).difference(fitting(sentence.kinds))]
    assert len(passed_over) > len(seen) * len(RULES) / 2
    assert [(rule, sentence.texts) for rule, sentence in passed_over if rule(sentence) is not None] == []


def test_only_rules_that_are_tried_have_needs() -> None:
    assert NEEDS.keys() <= set(RULES)


TURNS = Turns(
    (
        ("two", r"\btwo\b", "three"),
        ("one", r"\bone\b", "two"),
        ("two", r"\btwo\b", "four"),
        ("+ isn't", r"isn['’]t|\+", "is"),
    )
)


@pytest.mark.parametrize(
    ("text", "plainly"),
    [("one", "four"), ("Two", "three"), ("one and two", "four and three"), ("a+b", "aisb"), ("it isn’t", "it is")],
)
def test_each_turn_is_looked_for_in_what_the_ones_before_left(text: str, plainly: str) -> None:
    assert TURNS.put_plainly(text) == plainly
