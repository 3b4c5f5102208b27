"""What a pool starts with: prompts where the organiser picks none, and what the editions before say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answering import answer
from bot.answers.model import CountTableAnswer, WhoAnswer
from bot.community.pool.claims import packed
from bot.community.pool.model import Baseline, HowMany, Leader, TopFive, Will
from bot.community.pool.outcomes import outcomes
from bot.questions.assertions import Ahead, MoreClusters
from bot.questions.queries import Claim, Count, Who
from bot.questions.refs import ClusterRef, EconomyRef
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.community.pool.model import Prediction, Prompt, Truth
    from bot.rankings.model import Rankings


def default_prompts(rankings: Rankings) -> tuple[Prompt, ...]:
    """Return five prompts for the edition after the newest, or fewer where it holds too little.

    The top five; who leads in patents; the clusters of the economy that has most; whether number two passes number
    one; whether the economy with the second most clusters passes the first.
    """
    return tuple(_defaults(rankings))


def _defaults(rankings: Rankings) -> Iterator[Prompt]:
    yield TopFive()
    yield Leader(Measure.PATENTS)
    table = answer(Count(), rankings)
    counted = table.rows if isinstance(table, CountTableAnswer) else ()
    economies = [EconomyRef(row.economy.code) for row in counted if row.count.exact is not None]
    if economies:
        yield HowMany(economies[0].code)
    leading = [found.entry.cluster for rank in (1, 2) if isinstance(found := answer(Who(rank), rankings), WhoAnswer)]
    if len(leading) == 2:
        first, second = (ClusterRef(cluster.id, cluster.name) for cluster in leading)
        yield Will(packed(Claim(Ahead(second, first)), rankings))
    if len(economies) > 1:
        yield Will(packed(Claim(MoreClusters(economies[1], economies[0])), rankings))


def baseline(prompts: tuple[Prompt, ...], edition: int, rankings: Rankings) -> Baseline:
    """Return what the newest edition before one says of each prompt, among those that settle it to the full."""
    before = sorted((year for year in rankings.editions if year < edition), reverse=True)
    found = [_newest(prompt, before, rankings) for prompt in prompts]
    editions = {year for _, year in found if year is not None}
    return Baseline(tuple(prediction for prediction, _ in found), tuple(sorted(editions, reverse=True)))


def _newest(prompt: Prompt, years: list[int], rankings: Rankings) -> tuple[Prediction | None, int | None]:
    for year in years:
        (outcome,) = outcomes((prompt,), year, rankings)
        prediction = _as_prediction(prompt, outcome.truth)
        if prediction is not None:
            return prediction, year
    return None, None


def _as_prediction(prompt: Prompt, truth: Truth | None) -> Prediction | None:
    """Return what would have been the right prediction; of several that lead, the first by the alphabet of ids."""
    if isinstance(truth, tuple):
        known = tuple(cluster for cluster in truth if cluster is not None)
        if isinstance(prompt, Leader):
            return known[0]
        return known if len(known) == len(truth) else None
    return (100 if truth else 0) if isinstance(truth, bool) else truth
