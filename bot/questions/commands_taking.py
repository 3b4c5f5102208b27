"""What every command takes from the words after its name, and what it refuses to leave there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.failures import (
    MeasureNotOffered,
    SurplusWords,
)
from bot.questions.meaning import Refused
from bot.questions.words import (
    Words,
    take_edition,
    take_pillar,
    without_fillers,
)
from bot.rankings.model import Pillar

if TYPE_CHECKING:
    from bot.questions.meaning import Meaning


def edition_in(words: Words, meaning: Meaning) -> tuple[int | None, Words]:
    """Take the edition; a second one has no place in most commands."""
    year, rest = take_edition(words)
    other, _ = take_edition(rest)
    if other is not None and other != year:
        raise Refused(SurplusWords(meaning.command, str(other)))
    return meaning.edition(year), rest


def refuse_surplus(words: Words, meaning: Meaning) -> None:
    """Raise `Refused` if words are left that say something."""
    left = without_fillers(words)
    if left:
        raise Refused(SurplusWords(meaning.command, " ".join(left)))


def refuse_pillar(words: Words, meaning: Meaning) -> None:
    """Raise `Refused` if words name a pillar of the index, which clusters have none of."""
    pillar, _ = take_pillar(words)
    if pillar not in (None, Pillar.GII):
        raise Refused(MeasureNotOffered(meaning.command, pillar))
