from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.values import Status
from bot.replies.cards import ACCENTS, as_card
from bot.replies.plain import small_print
from bot.replies.reply import Reply
from bot.replies.safety import EMBED_DESCRIPTION_LIMIT, EMBED_FOOTER_LIMIT, EMBED_TITLE_LIMIT, EMBED_TOTAL_LIMIT, guard

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

LINES = st.text(max_size=300) | st.text(alphabet="ab*@<>`\n\u202e\u0301🇬🇧 ", min_size=250, max_size=3_000)
REPLIES = st.builds(
    Reply,
    status=st.sampled_from(Status),
    lines=st.lists(LINES, min_size=1, max_size=30).map(tuple),
    notes=st.lists(LINES, max_size=5).map(tuple),
    source=LINES,
    page=st.just(1),
    pages=st.integers(1, 9),
)


@given(REPLIES)
def test_a_card_is_within_all_limits_and_harmless(reply: Reply) -> None:
    card = as_card(reply)
    parts = card.title or "", card.description or "", card.footer.text or ""
    assert len(parts[0]) <= EMBED_TITLE_LIMIT
    assert len(parts[1]) <= EMBED_DESCRIPTION_LIMIT
    assert len(parts[2]) <= EMBED_FOOTER_LIMIT
    assert len(card) <= EMBED_TOTAL_LIMIT
    assert not set("".join(parts)) & set("@<>*`|~_\\\u202e")


def test_the_answer_is_the_title(pipeline: Pipeline) -> None:
    [reply] = pipeline.ask("rank London").pages
    card = as_card(reply)
    assert card.title == reply.lines[0]
    assert card.footer.text == "WIPO GII 2025 · two sources"


def test_a_card_is_sent_whole_however_often(pipeline: Pipeline) -> None:
    [reply] = pipeline.ask("rank London").pages
    first, again = as_card(reply).to_dict(), as_card(reply).to_dict()
    assert first == again
    assert discord.Embed.from_dict(first) == as_card(reply)


def test_notes_are_small_and_pages_are_numbered(pipeline: Pipeline) -> None:
    card = as_card(pipeline.ask("top 10 China 2025").pages[0])
    assert card.description is not None
    assert [line.startswith("-# ") for line in card.description.splitlines()].count(True) >= 1
    second = as_card(pipeline.ask("top 100 2022").pages[1])
    assert second.footer.text is not None
    assert second.footer.text.startswith("Page 2 of 4\n")


def test_a_long_first_line_becomes_text() -> None:
    card = as_card(Reply(Status.ANSWERED, ("long " * 60, "second")))
    assert card.title is None
    assert card.description is not None
    assert card.description.endswith("second")


def test_every_status_has_a_colour() -> None:
    assert set(ACCENTS) == set(Status)


@pytest.mark.parametrize(
    "text", ["rank London", "top 10 China", "compare Paris vs Berlin", "help", "rank Gotham City", "about", "method"]
)
def test_a_card_says_what_plain_text_says(pipeline: Pipeline, text: str) -> None:
    [reply] = pipeline.ask(text).pages
    card = as_card(reply)
    said = f"{card.title}\n{card.description or ''}\n{card.footer.text or ''}"
    for line in (*reply.lines, *reply.notes, *small_print(reply)):
        assert guard(line) in said
