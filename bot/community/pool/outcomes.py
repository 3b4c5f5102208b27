"""What the data says of each prompt, by the answering engine alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answering import answer
from bot.answers.claims.judging import of_economies
from bot.answers.model import ClaimAnswer, CountAnswer, TopAnswer, WhoAnswer
from bot.answers.standing import published_place
from bot.answers.values import Verdict
from bot.community.pool.claims import unpacked
from bot.community.pool.model import FIVE, HowMany, Leader, Outcome, TopFive, Will
from bot.questions.queries import LIST_MAXIMUM, Count, Top, Who
from bot.questions.receipts import ReceiptError
from bot.questions.refs import EconomyRef
from bot.rankings.model import weakest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.values import Value
    from bot.community.pool.model import Prompt, Truth
    from bot.rankings.model import Measure, Rankings

VOID = Outcome()


def outcomes(prompts: tuple[Prompt, ...], edition: int, rankings: Rankings) -> tuple[Outcome, ...]:
    """Return what came of each prompt in an edition; nothing is settled of one that the table does not hold."""
    if edition not in rankings.editions:
        return (VOID,) * len(prompts)
    return tuple(_outcome(prompt, edition, rankings) for prompt in prompts)


def _outcome(prompt: Prompt, edition: int, rankings: Rankings) -> Outcome:
    match prompt:
        case TopFive():
            return _top_five(edition, rankings)
        case Leader(measure):
            return _leader(measure, edition, rankings)
        case HowMany(economy):
            return _how_many(economy, edition, rankings)
        case Will(claim):
            return _will(claim, edition, rankings)


def _settled(truth: Truth, values: Iterable[Value]) -> Outcome:
    """Return an outcome no better attested than the weakest figure behind it."""
    shown = tuple(values)
    sources = tuple(dict.fromkeys(source for value in shown for source in value.sources))
    return Outcome(truth, weakest(tuple(value.evidence for value in shown)), sources)


def _top_five(edition: int, rankings: Rankings) -> Outcome:
    found = [answer(Who(rank, edition), rankings) for rank in range(1, FIVE + 1)]
    held = [each.entry for each in found if isinstance(each, WhoAnswer)]
    if not held:
        return VOID
    truth = tuple(each.entry.cluster.id if isinstance(each, WhoAnswer) else None for each in found)
    return _settled(truth, (entry.value for entry in held))


def _leader(measure: Measure, edition: int, rankings: Rankings) -> Outcome:
    """Return who is published as leading, or who has the largest share where every cluster's is held."""
    held = rankings.editions[edition]
    places = {
        cluster.id: place
        for cluster in rankings.clusters.values()
        if (place := published_place(cluster, measure, held, rankings)) is not None and place.value == 1
    }
    if not places:
        found = answer(Top(LIST_MAXIMUM, measure=measure, edition=edition), rankings)
        entries = found.entries if isinstance(found, TopAnswer) else ()
        places = {entry.cluster.id: entry.value for entry in entries if entry.position == 1}
    return _settled(tuple(sorted(places)), places.values()) if places else VOID


def _how_many(economy: str, edition: int, rankings: Rankings) -> Outcome:
    """Return a count that is exact: a lower bound settles nothing."""
    if economy not in rankings.economies:
        return VOID
    found = answer(Count(EconomyRef(economy), edition), rankings)
    exact = found.count.exact if isinstance(found, CountAnswer) else None
    return VOID if exact is None else _settled(int(exact.value), (exact,))


def _will(code: str, edition: int, rankings: Rankings) -> Outcome:
    """Return whether a claim is so. One that names what the table no longer has is as open as one without data."""
    try:
        claim = replace(unpacked(code, rankings), edition=edition)
    except ReceiptError:
        return VOID
    held = rankings.editions[edition]
    if not (held.economies if of_economies(claim.assertion) else held.rows):
        return VOID
    found = answer(claim, rankings)
    if not isinstance(found, ClaimAnswer) or found.verdict not in (Verdict.TRUE, Verdict.FALSE):
        return VOID
    return _settled(found.verdict is Verdict.TRUE, found.values[:1])
