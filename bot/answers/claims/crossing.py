"""Claims that a cluster or an economy came into the leading ranks, or fell out of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.claims.counting import judge_economy_rank
from bot.answers.claims.positions import judge_rank
from bot.answers.values import Verdict
from bot.questions.assertions import AtRank, EconomyAtRank
from bot.questions.refs import ClusterRef

if TYPE_CHECKING:
    from bot.answers.claims.judged import Judged
    from bot.questions.assertions import Crossed
    from bot.rankings.model import Edition, Rankings


def judge_crossed(claimed: Crossed, edition: Edition, rankings: Rankings) -> Judged:
    """Judge whether somebody is among so many leading ones in an edition and was not in the one before, or reversed."""
    now = _within(claimed, edition, rankings)
    earlier = rankings.editions.get(edition.year - 1)
    if earlier is None:
        return replace(now, verdict=Verdict.UNDECIDED)
    before = _within(claimed, earlier, rankings)
    inside, outside = (before, now) if claimed.left else (now, before)
    if Verdict.FALSE is inside.verdict or Verdict.TRUE is outside.verdict:
        verdict = Verdict.FALSE
    elif Verdict.UNDECIDED in (inside.verdict, outside.verdict):
        verdict = Verdict.UNDECIDED
    else:
        verdict = Verdict.TRUE
    grounds = tuple(dict.fromkeys((*now.grounds, *before.grounds)))
    return replace(now, verdict=verdict, grounds=grounds, since=earlier.year)


def _within(claimed: Crossed, edition: Edition, rankings: Rankings) -> Judged:
    if isinstance(claimed.subject, ClusterRef):
        return judge_rank(AtRank(claimed.subject, 1, claimed.within), edition, rankings)
    return judge_economy_rank(EconomyAtRank(claimed.subject, 1, claimed.within), edition, rankings)
