"""Claims as a pool keeps them: packed as in a receipt, so that nobody's words are kept, and of no edition yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.values import Verdict
from bot.questions import receipts
from bot.questions.receipts import Receipt

if TYPE_CHECKING:
    from bot.questions.queries import Claim
    from bot.rankings.model import Rankings


def packed(claim: Claim, rankings: Rankings) -> str:
    """Return a claim's code, which says nothing of an edition: that is the pool's.

    Raises:
        ReceiptError: a number of the claim is out of range.
    """
    return receipts.write(Receipt(replace(claim, edition=None), Verdict.UNDECIDED, rankings.version))


def unpacked(code: str, rankings: Rankings) -> Claim:
    """Return the claim of a code.

    Raises:
        ReceiptError: it names a place that the table no longer has.
    """
    return receipts.read(code, rankings).claim
