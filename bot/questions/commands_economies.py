"""The commands about the index of economies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.commands_taking import edition_in
from bot.questions.failures import (
    MeasureNotOffered,
    MissingWords,
)
from bot.questions.lexicon import COMMAND_WORDS
from bot.questions.meaning import Refused
from bot.questions.refs import EconomyRef
from bot.questions.words import (
    fold,
    split,
    take_measure,
    take_number,
    take_pillar,
)
from bot.rankings.model import Pillar

if TYPE_CHECKING:
    from bot.questions.meaning import Meaning
    from bot.questions.queries import Query


def read_economy(text: str, meaning: Meaning) -> Query:
    """Read `economy NAME [EDITION]`."""
    edition, words = edition_in(split(text), meaning)
    area = meaning.area(words)
    if area is None:
        raise Refused(MissingWords(meaning.command, "economy"))
    if isinstance(area, EconomyRef):
        return queries.EconomyProfile(area, edition)
    return queries.EconomyRanking(area=area, edition=edition)


def read_economies(text: str, meaning: Meaning) -> Query:
    """Read `economies [N] [REGION] [by PILLAR] [EDITION]`."""
    words = tuple(word for word in split(text) if COMMAND_WORDS.get(fold(word)) not in ("economies", "economy", "top"))
    edition, words = edition_in(words, meaning)
    pillar, words = take_pillar(words)
    written, words = take_number(words)
    count = meaning.number(written, queries.TOP_DEFAULT, 1, queries.ECONOMIES_MAXIMUM)
    if pillar is None:
        measure, _ = take_measure(words)
        if measure is not None:
            raise Refused(MeasureNotOffered(meaning.command, measure))
    return queries.EconomyRanking(count, meaning.area(words), pillar or Pillar.GII, edition)
