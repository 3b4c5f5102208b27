"""One assertion, judged in one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.claims.comparing import judge_ahead, judge_amount, judge_economy_ahead, judge_passed, judge_went
from bot.answers.claims.counting import (
    judge_count_went,
    judge_economies_counted,
    judge_economy_rank,
    judge_has_clusters,
    judge_more_clusters,
    judge_most_clusters,
)
from bot.answers.claims.crossing import judge_crossed
from bot.answers.claims.entering import judge_entered
from bot.answers.claims.judged import Judged
from bot.answers.claims.positions import judge_rank
from bot.answers.values import Verdict
from bot.questions import assertions
from bot.questions.refs import EconomyRef

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion, Single
    from bot.rankings.model import Edition, Rankings


def judge(claimed: Assertion, edition: Edition, rankings: Rankings) -> Judged:
    """Return the verdict on an assertion in an edition; one of several parts may be partly so."""
    if isinstance(claimed, assertions.AllOf):
        return _together(tuple(_single(part, edition, rankings) for part in claimed.parts))
    return _single(claimed, edition, rankings)


def of_economies(claimed: Assertion) -> bool:
    """Whether an assertion is about the index of economies rather than about clusters."""
    first = claimed.parts[0] if isinstance(claimed, assertions.AllOf) else claimed
    if isinstance(first, (assertions.Went, assertions.Crossed)):
        return isinstance(first.subject, EconomyRef)
    if isinstance(first, assertions.Passed):
        return isinstance(first.first, EconomyRef)
    return isinstance(first, (assertions.EconomyAtRank, assertions.EconomyAhead))


def _single(claimed: Single, edition: Edition, rankings: Rankings) -> Judged:
    match claimed:
        case assertions.AtRank():
            return judge_rank(claimed, edition, rankings)
        case assertions.EconomyAtRank():
            return judge_economy_rank(claimed, edition, rankings)
        case assertions.Ahead():
            return judge_ahead(claimed, edition, rankings)
        case assertions.EconomyAhead():
            return judge_economy_ahead(claimed, edition, rankings)
        case assertions.Amount():
            return judge_amount(claimed, edition, rankings)
        case assertions.MoreClusters():
            return judge_more_clusters(claimed, edition, rankings)
        case assertions.MostClusters():
            return judge_most_clusters(claimed, edition, rankings)
        case assertions.HasClusters():
            return judge_has_clusters(claimed, edition, rankings)
        case assertions.EconomiesCounted():
            return judge_economies_counted(claimed, edition)
        case assertions.CountWent():
            return judge_count_went(claimed, edition, rankings)
        case assertions.Went():
            return judge_went(claimed, edition.year, rankings)
        case assertions.Entered():
            return judge_entered(claimed, edition, rankings)
        case assertions.Crossed():
            return judge_crossed(claimed, edition, rankings)
        case assertions.Passed():
            return judge_passed(claimed, edition, rankings)


def _together(parts: tuple[Judged, ...]) -> Judged:
    """Join the verdicts on several parts: all so, none so, some so, or not decided."""
    verdicts = {part.verdict for part in parts}
    if len(verdicts) == 1:
        (verdict,) = verdicts
    elif Verdict.UNDECIDED in verdicts:
        verdict = Verdict.UNDECIDED
    else:
        verdict = Verdict.PARTLY
    return Judged(
        verdict,
        parts[0].edition,
        tuple(dict.fromkeys(value for part in parts for value in part.grounds)),
        tuple(dict.fromkeys(place for part in parts for place in part.places)),
    )
