"""Nothing that leaves the house pings, formats, reorders or overflows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies.plain import as_text
from bot.replies.safety import CONTENT_LIMIT, QUOTE_LIMIT, fit, guard, hidden, moment, person, quote

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

NASTY = st.text(alphabet=st.sampled_from("@*_~`|\\<>[]()#:/ \u202e\u200f\u0301éa1everyonehr🦄東京\n\r"), max_size=200)
ANY = st.one_of(st.text(max_size=400), NASTY)


def is_harmless(text: str) -> bool:
    return not set(text) & set("@*_~`|\\<>[]\u202e\u200f\u2066\r\x00") and "://" not in text


@given(ANY)
def test_guarded_text_is_harmless_and_stays_so(text: str) -> None:
    once = guard(text)
    assert not set(once) & set("@*_~`|\\<>[]\u202e\u200f\r\n\x00")
    assert guard(once) == once


@given(ANY)
def test_quoted_words_are_short_and_on_one_line(text: str) -> None:
    quoted = quote(text)
    assert len(quoted) <= QUOTE_LIMIT
    assert is_harmless(quoted)
    assert "\n" not in quoted


def test_people_and_times_are_shown_and_nobody_is_pinged() -> None:
    then = datetime(2026, 9, 16, 10, tzinfo=UTC)
    assert guard(f"1 {person(42)} · [12]") == "1 <@42> · 12"
    assert guard(f"{moment(then)} {moment(then, relative=True)}") == "<t:1789552800:f> <t:1789552800:R>"
    assert guard(f"#1 {hidden('Tok*yo')}") == "#1 ||Tokyo||"


@given(ANY)
def test_nobody_can_type_a_mention(text: str) -> None:
    assert "<" not in quote(person(42) + text + hidden(text) + moment(datetime(2026, 1, 1, tzinfo=UTC)))


def test_zalgo_is_flattened_and_scripts_survive() -> None:
    assert guard("L\u0301\u0302\u0303\u0304\u0305ondon") == "L\u0301\u0302ondon"
    for name in ("東京", "서울", "القاهرة", "दिल्ली", "กรุงเทพ", "Zürich", "São Paulo", "Xi’an"):
        assert guard(name) == name


@given(st.lists(st.text(max_size=120)), st.integers(min_value=10, max_value=500))
def test_fitted_text_keeps_the_limit(lines: list[str], limit: int) -> None:
    assert len(fit("\n".join(lines), limit)) <= limit


@given(ANY)
def test_any_text_gets_a_harmless_reply(pipeline: Pipeline, text: str) -> None:
    for asked in (text, f"rank {text}", f"top {text}", f"compare {text}", f"count {text}"):
        for page in pipeline.ask(asked).pages:
            rendered = as_text(page)
            assert rendered.strip()
            assert len(rendered) <= CONTENT_LIMIT
            assert is_harmless(rendered)
            assert not any(line.startswith(("# ", "## ", "- ", "-# ", "1. ")) for line in rendered.split("\n"))


@pytest.mark.parametrize(
    "text", ["", "x" * 4_000, "rank " + "é" * 290, "🦄" * 300, "\u202e" * 50, "@everyone", "`" * 100]
)
def test_bad_input_gets_one_clear_sentence(pipeline: Pipeline, text: str) -> None:
    pages = pipeline.ask(text).pages
    assert len(pages) == 1
    assert as_text(pages[0]).endswith((".", "?", "help", "Berlin."))


def test_every_rank_reply_is_short(pipeline: Pipeline) -> None:
    asked = [f"rank {cluster.name}" for cluster in pipeline.rankings.clusters.values()]
    asked += [f"{question} {year}" for question in asked for year in pipeline.rankings.editions]
    for question in asked:
        rendered = as_text(pipeline.ask(question).pages[0])
        assert len(rendered) <= 280, question
        assert rendered.count("\n") <= 2, question
