"""Everything that became of one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.model import Answer
    from bot.questions.failures import Failure
    from bot.questions.queries import Query
    from bot.replies.pictures.model import Picture
    from bot.replies.reply import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A text with its query and answer, or with the failure that stands in their place.

    `pages` are the reply, one or more. `picture` belongs to it where one was asked for and there is enough to draw.
    """

    text: str
    query: Query | None = None
    answer: Answer | None = None
    failure: Failure | None = None
    pages: tuple[Reply, ...]
    picture: Picture | None = None
