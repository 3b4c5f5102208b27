"""What must never leave the house: pings, Markdown from outside, invisible characters, over-long messages.

Every reply passes `guard` before it is rendered, whatever composed it; words that a person typed pass `quote` first.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

QUOTE_LIMIT = 40
CONTENT_LIMIT = 2000
"""Characters of a Discord message's content."""
EMBED_TITLE_LIMIT = 256
EMBED_DESCRIPTION_LIMIT = 4096
EMBED_FOOTER_LIMIT = 2048
EMBED_TOTAL_LIMIT = 6000
BUTTON_LABEL_LIMIT = 80
OPTION_LIMIT = 100
"""Characters of an option of a menu, and of the small words under it."""

_MARKUP = str.maketrans(dict.fromkeys("*_~`|\\<>[]@", ""))
_QUOTED = str.maketrans(dict.fromkeys("#:/\n\r\t", " "))
COMBINING_RUN = 2
"""Combining marks kept in a row: enough for every living script, too few for a pile."""
_KEPT_FORMAT = "\u200d\u200c"
_OPEN, _CLOSE, _SPOILER = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}(@[0-9]{{1,20}}|t:[0-9]{{1,12}}:[fR]){_CLOSE}|({_SPOILER})")
"""What only this program may put into a line. The characters are stripped from all that people type."""


_PLAIN = re.compile(
    r"[ -)+-;=?A-Z^a-z{}\u00a1-\u00ac\u00ae-\u02af\u0370-\u0377\u0388\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482"
    r"\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u25a0-\u25ff\u4e00-\u9fff\uac00-\ud7a3\U0001f1e6-\U0001f1ff]*"
)
"""Nothing but letters, figures, signs and flags that need no guarding: what nearly every line is made of."""


def person(discord_id: int) -> str:
    """Return somebody's place in a line, which is shown as their name; nobody is pinged."""
    return f"{_OPEN}@{discord_id}{_CLOSE}"


def moment(at: datetime, *, relative: bool = False) -> str:
    """Return a time's place in a line, which everybody sees in their own time zone, or as "in two hours"."""
    return f"{_OPEN}t:{int(at.timestamp())}:{'R' if relative else 'f'}{_CLOSE}"


def hidden(text: str) -> str:
    """Return words that are shown only to those who tap on them."""
    return f"{_SPOILER}{text}{_SPOILER}"


def guard(text: str) -> str:
    """Return a line that cannot ping, format, link, reorder its neighbours or stack marks over them.

    What `person`, `moment` and `hidden` put into it is kept.
    """
    if _PLAIN.fullmatch(text):
        return text
    kept: list[str] = []
    end = 0
    for mark in _MARK.finditer(text):
        kept += (_stripped(text[end : mark.start()]), "||" if mark[2] else f"<{mark[1]}>")
        end = mark.end()
    return "".join((*kept, _stripped(text[end:])))


def _stripped(text: str) -> str:
    kept: list[str] = []
    run = 0
    for char in text.translate(_MARKUP):
        category = unicodedata.category(char)
        if category in ("Cc", "Cs", "Co", "Cn") or (category == "Cf" and char not in _KEPT_FORMAT):
            continue
        run = run + 1 if category in ("Mn", "Me") else 0
        if run <= COMBINING_RUN:
            kept.append(char)
    return "".join(kept)


def quote(text: str) -> str:
    """Return words that a person typed, made harmless and at most forty characters long."""
    plain = " ".join(_stripped(text.translate(_QUOTED)).split())
    return plain if len(plain) <= QUOTE_LIMIT else f"{plain[: QUOTE_LIMIT - 1]}…"


def fit(text: str, limit: int) -> str:
    """Return a text cut to a limit, at the end of a line where there is one."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 2]
    whole, _, _ = cut.rpartition("\n")
    return f"{whole or cut}\n…"
