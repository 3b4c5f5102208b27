"""What must hold of every reply, whatever was asked: within Discord's limits, and without pings, links or headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.replies.cards import as_card
from bot.replies.plain import as_text
from bot.replies.safety import (
    BUTTON_LABEL_LIMIT,
    CONTENT_LIMIT,
    EMBED_DESCRIPTION_LIMIT,
    EMBED_FOOTER_LIMIT,
    EMBED_TITLE_LIMIT,
    EMBED_TOTAL_LIMIT,
    OPTION_LIMIT,
    guard,
)

if TYPE_CHECKING:
    from bot.replies.reply import Reply

MENU_LIMIT = 25
PAGES_LIMIT = 100
"""No reply has more pages: the longest list holds some hundred lines."""

_TIME = re.compile(r"<t:[0-9]{1,12}:[fR]>")
_HARMFUL = re.compile(r"[@<>\[\]`*~\\]|://|^#{1,3} |^>", re.MULTILINE)


def require_harmless(reply: Reply) -> None:
    """Check a reply as text and as a card, with its buttons and its menu.

    Raises:
        AssertionError: it breaks a limit, or something in it would ping, link or format.
    """
    card = as_card(reply)
    title, description, footer = card.title or "", card.description or "", card.footer.text or ""
    _within(text := as_text(reply), CONTENT_LIMIT)
    _within(title, EMBED_TITLE_LIMIT)
    _within(description, EMBED_DESCRIPTION_LIMIT)
    _within(footer, EMBED_FOOTER_LIMIT)
    assert len(card) <= EMBED_TOTAL_LIMIT, "an embed is too long"
    assert text.strip(), "nothing is said"
    for shown in (text, title, description, footer):
        _harmless(shown)
    assert len(reply.menu) <= MENU_LIMIT, "a menu has too many options"
    for button in (*reply.menu, *reply.buttons, *reply.alternatives):
        label = guard(button.label)[: OPTION_LIMIT if button in reply.menu else BUTTON_LABEL_LIMIT]
        assert label.strip(), "a button says nothing"
        _harmless(label)
        _within(button.detail, OPTION_LIMIT)


def _within(text: str, limit: int) -> None:
    assert len(text) <= limit, f"{len(text)} characters where {limit} are allowed"


def _harmless(text: str) -> None:
    text.encode()
    found = _HARMFUL.search(_TIME.sub("", text))
    assert found is None, f"{found[0]!r} in a reply" if found else ""
