"""The commands that settle a claim, check a receipt, or turn an order round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions import assertions, queries, receipts
from bot.questions.commands_places import read_compare
from bot.questions.failures import (
    Choice,
    EditionNotHeld,
    MeasureNotOffered,
    MissingWords,
    MixedKinds,
    NoClaim,
    NoReceipt,
    NumberOutOfRange,
    PlaceAmbiguous,
    PlaceUnranked,
    SameCluster,
)
from bot.questions.free.clauses import denies
from bot.questions.free.understanding import read_free
from bot.questions.meaning import Refused
from bot.questions.phrasing import phrase
from bot.questions.receipts import ReceiptError
from bot.questions.words import (
    QUESTION_LIMIT,
    split,
)
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.questions.meaning import Meaning
    from bot.questions.queries import Query

SENTENCE_END = re.compile(r"[.!?;…。！？\n]+(?:\s|$)")
SENTENCES_READ = 12
"""So many sentences of a longer text are looked at for a claim."""


def read_settle(text: str, meaning: Meaning) -> Query:
    """Read `settle CLAIM`: the first sentence that claims something about the ranking."""
    if not split(text):
        raise Refused(MissingWords(meaning.command, "claim"))
    sentences = _sentences(text)
    if any(denies(part) for part in sentences):
        raise Refused(NoClaim(()))
    found = [read_free(part, meaning.rankings, meaning.resolver, offering=False).result for part in sentences]
    for read in found:
        if isinstance(read, queries.Claim):
            return queries.Settle(read)
    for read in found:
        if isinstance(read, (PlaceAmbiguous, EditionNotHeld, PlaceUnranked, SameCluster)):
            raise Refused(read)
    compared = next((read for read in found if isinstance(read, (queries.Compare, queries.CompareEconomies))), None)
    raise Refused(NoClaim(() if compared is None else _either_way(compared, meaning)))


def _sentences(text: str) -> tuple[str, ...]:
    """Return a text as it is, if that is short enough to be a question, and then its sentences."""
    parts = [part.strip() for part in SENTENCE_END.split(text)]
    each = [part for part in parts if part and len(part) <= QUESTION_LIMIT][:SENTENCES_READ]
    return ((text, *each) if len(each) != 1 else (text,)) if len(text) <= QUESTION_LIMIT else tuple(each)


def _either_way(compared: queries.Compare | queries.CompareEconomies, meaning: Meaning) -> tuple[Choice, ...]:
    """Return the two claims that "A or B" may mean."""
    match compared:
        case queries.Compare((first, second), measure, edition):
            claims = [assertions.Ahead(first, second, measure), assertions.Ahead(second, first, measure)]
        case queries.CompareEconomies((first, second), pillar, edition):
            claims = [assertions.EconomyAhead(first, second, pillar), assertions.EconomyAhead(second, first, pillar)]
        case _:
            return ()
    words = [phrase(queries.Claim(claim, edition), meaning.rankings) for claim in claims]
    return tuple(Choice(claimed, f"{meaning.command} {claimed}") for claimed in words)


def read_verify(text: str, meaning: Meaning) -> Query:
    """Read `verify CODE`, the code of a receipt."""
    if not text.strip():
        raise Refused(MissingWords(meaning.command, "code"))
    try:
        receipt = receipts.read(text, meaning.rankings)
    except ReceiptError:
        raise Refused(NoReceipt(text)) from None
    return queries.Verify(receipt.claim, receipt.outcome, receipt.version)


def read_flip(text: str, meaning: Meaning) -> Query:
    """Read `flip A vs B [EDITION]`, of two clusters."""
    match read_compare(text, meaning):
        case queries.Compare((first, second), Measure.SIZE, edition):
            return queries.Flip(first, second, edition)
        case queries.Compare(measure=measure) if measure is not Measure.SIZE:
            raise Refused(MeasureNotOffered(meaning.command, measure))
        case queries.Compare(clusters=named) | queries.CompareEconomies(economies=named):
            raise Refused(NumberOutOfRange(meaning.command, str(len(named)), 2, 2) if len(named) > 2 else MixedKinds())
        case _:
            raise Refused(MissingWords(meaning.command, "places"))
