"""`settle` and `verify`: a verdict that anybody can check, on any installation with the same data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.claims.answering import answer_claim
from bot.answers.flip import answer_flip
from bot.answers.model import FlipAnswer, SettleAnswer, VerifyAnswer
from bot.answers.values import Verdict
from bot.questions import assertions, receipts
from bot.questions.assertions import Over
from bot.questions.queries import Flip
from bot.questions.receipts import Receipt
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.answers.model import ClaimAnswer
    from bot.questions.queries import Claim, Settle, Verify
    from bot.rankings.model import Rankings


def answer_settle(query: Settle, rankings: Rankings) -> SettleAnswer:
    """Answer with the verdict on a claim and its receipt."""
    judged = answer_claim(query.claim, rankings)
    return SettleAnswer(
        query=query,
        judged=judged,
        receipt=_receipt(query.claim, judged, rankings),
        flip=_flip(query.claim, judged, rankings),
        places=judged.places,
        values=judged.values,
        caveats=judged.caveats,
        status=judged.status,
    )


def answer_verify(query: Verify, rankings: Rankings) -> VerifyAnswer:
    """Answer with the verdict as it is now, and whether the data or the verdict has changed."""
    judged = answer_claim(query.claim, rankings)
    return VerifyAnswer(
        query=query,
        judged=judged,
        receipt=_receipt(query.claim, judged, rankings),
        before=Verdict(query.outcome),
        same_data=rankings.version.startswith(query.version),
        places=judged.places,
        values=judged.values,
        caveats=judged.caveats,
        status=judged.status,
    )


def _receipt(claim: Claim, judged: ClaimAnswer, rankings: Rankings) -> str:
    return receipts.write(Receipt(claim, str(judged.verdict), rankings.version))


def _flip(claim: Claim, judged: ClaimAnswer, rankings: Rankings) -> FlipAnswer | None:
    """Return where an order would turn, if that is what was claimed and the edition holds every share of both."""
    match claim.assertion:
        case assertions.Ahead(first, second, Measure.SIZE, 0) if claim.over is Over.ONE:
            found = answer_flip(Flip(first, second, judged.edition), rankings)
            return found if isinstance(found, FlipAnswer) else None
        case _:
            return None
