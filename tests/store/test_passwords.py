from __future__ import annotations

import pytest

from bot.store.passwords import secrets_of


@pytest.mark.parametrize(
    ("address", "secrets"),
    [
        ("postgresql://ada:se%40cret-word@db/bot", (":se%40cret-word@", "se%40cret-word", "se@cret-word")),
        ("postgresql://ada:bot@db/bot", (":bot@",)),
        ("postgresql://ada:with@sign-in@db/bot", (":with@sign-in@", "with@sign-in", "with@sign-in")),
        ("postgresql://ada@db/bot", ()),
        ("sqlite:///file", ()),
        ("nonsense", ()),
        (None, ()),
    ],
)
def test_what_must_not_be_shown(address: str | None, secrets: tuple[str, ...]) -> None:
    assert secrets_of(address) == secrets
