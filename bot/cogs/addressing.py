"""Whether a message speaks to the bot, and what it then asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

HELP = "help"
"""What a mention alone asks."""

_AFTER_A_NAME = " \t\n,:;–—-"
"""What people put between a name and what they say to it."""


@dataclass(frozen=True, slots=True)
class Addressing:
    """The bot's own id, which together with a prefix tells questions from talk."""

    bot_id: int
    _mention: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_mention", re.compile(rf"<@!?{self.bot_id}>"))

    def question(self, content: str, prefix: str, *, direct: bool) -> str | None:
        """Return what a message asks, or None if it is not meant for the bot.

        A question follows the prefix, or names the bot anywhere; in a direct message (`direct`) every text is one.
        """
        text = content.strip()
        if "<@" in text:
            unaddressed, mentions = self._mention.subn(" ", text)
            if mentions:
                asked = unaddressed.strip(_AFTER_A_NAME)
                return _after_prefix(asked, prefix) or asked or HELP
        return _after_prefix(text, prefix) or (text if direct else None)


def _after_prefix(text: str, prefix: str) -> str | None:
    """Return what follows the prefix, if that begins with a letter or digit of any script ("!!!" is no question).

    A prefix that is itself a word must be followed by a space, or it would begin other words.
    """
    if not text.startswith(prefix):
        return None
    rest = text[len(prefix) :]
    if prefix[-1].isalnum():
        rest = rest.lstrip() if rest[:1].isspace() else ""
    return rest if rest[:1].isalnum() else None
