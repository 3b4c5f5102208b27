"""Every sentence is used, every sentence used exists, and every example of the help works."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bot
from bot.answers.values import CaveatKind, Status
from bot.questions.lexicon import COMMANDS
from bot.rankings.model import Evidence, Measure, Pillar
from bot.replies.wording.catalogue import SENTENCES
from bot.replies.wording.en import HELP

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

PACKAGE = Path(bot.__file__).parent
WORDING = {"en.py", "en_pictures.py", "en_pool.py"}
SOURCES = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name not in WORDING}
LITERAL = re.compile(r"""["']((?:[a-z_]+\.)+[a-z_0-9]+)["']""")


def used_prefixes() -> set[str]:
    """Keys with a variable part, as in f"evidence.{kind}", up to that part."""
    return {found for text in SOURCES.values() for found in re.findall(r"""f["']((?:[a-z_]+\.)+)\{""", text)}


def used_keys() -> set[str]:
    return {found for text in SOURCES.values() for found in LITERAL.findall(text)}


def test_every_sentence_is_said_somewhere() -> None:
    keys, prefixes = used_keys(), used_prefixes()
    for key in SENTENCES:
        stem = key.removesuffix(".one").removesuffix(".other")
        short = stem.removesuffix("_area").removesuffix("_suggest")  # suffixes that code appends
        assert {key, stem, short} & keys or key.startswith(tuple(prefixes)), key


def test_every_key_that_is_said_exists() -> None:
    roots = {key.partition(".")[0] for key in SENTENCES}
    for key in used_keys():
        if key.partition(".")[0] in roots and not key.startswith(("bot.", "discord.")):
            assert key in SENTENCES or f"{key}.one" in SENTENCES, key


def test_plurals_come_in_pairs_with_the_same_placeholders() -> None:
    for key, sentence in SENTENCES.items():
        if key.endswith(".one"):
            other = SENTENCES[key.removesuffix(".one") + ".other"]
            assert set(re.findall(r"\{(\w+)\}", sentence)) <= set(re.findall(r"\{(\w+)\}", other)), key


def test_every_kind_of_thing_has_a_word() -> None:
    for evidence in Evidence:
        assert f"evidence.{evidence}" in SENTENCES
    for pillar in Pillar:
        assert f"pillar.{pillar}" in SENTENCES
    for measure in (Measure.SIZE, Measure.INTENSITY, Measure.PATENTS, Measure.PUBLICATIONS, Measure.VENTURE_CAPITAL):
        assert f"measure.{measure}" in SENTENCES
        assert f"what.{measure}" in SENTENCES
    for kind in (CaveatKind.DISPUTED, CaveatKind.WEAK, CaveatKind.REMARK):
        assert f"doubt.{kind}" in SENTENCES


def test_help_knows_every_command_and_nothing_else() -> None:
    assert tuple(HELP) == COMMANDS


@pytest.mark.parametrize("example", [example for _, examples in HELP.values() for example in examples])
def test_every_example_is_answered(pipeline: Pipeline, example: str) -> None:
    assert pipeline.ask(example).pages[0].status is Status.ANSWERED, example


def test_sentences_do_not_fight_the_guard() -> None:
    for key, sentence in SENTENCES.items():
        assert not set(re.sub(r"\{\w+\}", "", sentence)) & set("*~`|\\<>[]@"), key
