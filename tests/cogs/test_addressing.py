from __future__ import annotations

import pytest

from bot.cogs.addressing import Addressing

ADDRESSING = Addressing(42)


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        ("!rank London", "rank London"),
        ("  !rank London\n", "rank London"),
        ("!東京", "東京"),
        ("!лондон", "лондон"),
        ("!لندن", "لندن"),
        ("!42", "42"),
        ("<@42> rank London", "rank London"),
        ("<@!42>, rank London", "rank London"),
        ("rank London <@42>", "rank London"),
        ("<@42>: !rank London", "rank London"),
        ("<@42>", "help"),
        ("<@42> <@42>", "help"),
        ("<@42> ?", "?"),
    ],
)
def test_questions(content: str, asked: str) -> None:
    assert ADDRESSING.question(content, "!", direct=False) == asked
    assert ADDRESSING.question(content, "!", direct=True) == asked


@pytest.mark.parametrize(
    "content",
    ["", "!", "!!!", "! rank", "!?", "!🇬🇧", "rank London", "@everyone", "<@&42> rank", "<@421> rank", "?!rank"],
)
def test_talk(content: str) -> None:
    assert ADDRESSING.question(content, "!", direct=False) is None
    assert ADDRESSING.question(content, "!", direct=True) == content


def test_a_word_as_prefix_needs_a_space() -> None:
    gii = Addressing(42)
    assert gii.question("gii rank London", "gii", direct=False) == "rank London"
    assert gii.question("giirank London", "gii", direct=False) is None
    assert gii.question("gii", "gii", direct=False) is None
    assert gii.question("gii!rank London", "gii!", direct=False) == "rank London"
