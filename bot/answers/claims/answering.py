"""A verdict on a claim: about one edition, any edition, or all of them.

A rank that is not held may still decide a claim: where every better rank is known to belong to somebody else, a
cluster is behind all of them. Nothing is inferred beyond that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.claims.judging import judge, of_economies
from bot.answers.editions import cluster_edition, economy_edition, method_breaks
from bot.answers.model import ClaimAnswer
from bot.answers.values import Caveat, CaveatKind, Status, Unit, Value, Verdict, doubts
from bot.questions import assertions
from bot.questions.assertions import Over
from bot.rankings.model import Evidence, Measure, weakest

if TYPE_CHECKING:
    from bot.answers.claims.judged import Judged
    from bot.questions.queries import Claim
    from bot.rankings.model import Edition, Rankings


def answer_claim(query: Claim, rankings: Rankings) -> ClaimAnswer:
    """Answer with a verdict on a claim and the figures it rests on."""
    edition = (economy_edition if of_economies(query.assertion) else cluster_edition)(rankings, query.edition)
    if query.over is not Over.ONE:
        return _over_editions(query, edition, rankings)
    judged = judge(query.assertion, edition, rankings)
    if judged.verdict is Verdict.UNDECIDED and query.edition is None and _measured(query.assertion):
        judged = _newest_decided(query, rankings) or judged
    needed = (edition.year,) if judged.verdict is Verdict.UNDECIDED else ()
    return _answered(query, edition.year, judged, rankings, needed=needed)


def _measured(claimed: assertions.Assertion) -> bool:
    """Whether a claim is by a measure that few editions hold: then the newest that has it may serve."""
    match claimed:
        case assertions.Ahead(measure=measure) | assertions.AtRank(measure=measure):
            return measure is not Measure.SIZE
        case assertions.Amount():
            return True
        case _:
            return False


def _newest_decided(query: Claim, rankings: Rankings) -> Judged | None:
    judged = (judge(query.assertion, edition, rankings) for edition in rankings.editions.values())
    return next((found for found in judged if found.verdict is not Verdict.UNDECIDED), None)


def _over_editions(query: Claim, newest: Edition, rankings: Rankings) -> ClaimAnswer:
    """Judge every edition on its own: one that shows it is enough for "ever", one that does not refutes "always".

    The index of economies is older than our tables, so that nothing about all of its editions can be confirmed.
    """
    economies = of_economies(query.assertion)
    each = [
        judge(query.assertion, edition, rankings)
        for edition in rankings.editions.values()
        if (edition.economies if economies else edition.rows)
        and (query.since is None or edition.year >= query.since)
        and edition.year <= newest.year
    ] or [judge(query.assertion, newest, rankings)]
    by_verdict = {verdict: [found for found in each if found.verdict is verdict] for verdict in Verdict}
    proof, rest = Verdict.TRUE, Verdict.FALSE
    if query.over is Over.ALWAYS:
        proof, rest = rest, proof
    if by_verdict[proof] or by_verdict[Verdict.PARTLY]:
        judged = (*by_verdict[proof], *by_verdict[Verdict.PARTLY])[0]
        verdict = proof if by_verdict[proof] else Verdict.PARTLY
    else:
        judged = each[0]
        verdict = Verdict.UNDECIDED if by_verdict[Verdict.UNDECIDED] else rest
        judged = next(iter(by_verdict[rest]), judged)
    undecided = tuple(found.edition for found in by_verdict[Verdict.UNDECIDED])
    oldest = each[-1].edition
    before = oldest if economies and verdict is rest and (query.since is None or query.since < oldest) else None
    verdict = verdict if before is None else Verdict.UNDECIDED
    return _answered(
        query,
        newest.year,
        judged,
        rankings,
        verdict=verdict,
        holds=tuple(found.edition for found in by_verdict[Verdict.TRUE]),
        fails=tuple(found.edition for found in by_verdict[Verdict.FALSE]),
        needed=undecided if verdict is Verdict.UNDECIDED else (),
        before=before,
    )


def _answered(
    query: Claim,
    asked: int,
    judged: Judged,
    rankings: Rankings,
    *,
    verdict: Verdict | None = None,
    holds: tuple[int, ...] = (),
    fails: tuple[int, ...] = (),
    needed: tuple[int, ...] = (),
    before: int | None = None,
) -> ClaimAnswer:
    found = verdict or judged.verdict
    final = found.denied if query.negated else found
    if query.negated:
        holds, fails = fails, holds
    decided = final is not Verdict.UNDECIDED
    older = query.over is Over.ONE and decided and judged.edition != asked
    ranked = judged.since is not None and not of_economies(query.assertion)
    breaks = method_breaks(rankings, judged.since, judged.edition) if judged.since is not None and ranked else ()
    shown = decided or bool(holds or fails)
    return ClaimAnswer(
        query=query,
        verdict=final,
        asked=asked,
        edition=judged.edition,
        grounds=judged.grounds,
        holds=holds,
        fails=fails,
        needed=needed,
        before=before,
        places=judged.places,
        values=(*_claimed(final, judged), *judged.grounds, *judged.more),
        status=Status.ANSWERED if shown else Status.NO_DATA,
        caveats=(
            *((Caveat(CaveatKind.OLDER_EDITION, (asked, judged.edition)),) if older else ()),
            *((Caveat(CaveatKind.PARTIAL_TABLE, needed),) if needed and shown else ()),
            *breaks,
            *doubts(judged.grounds),
        ),
    )


def _claimed(verdict: Verdict, judged: Judged) -> tuple[Value, ...]:
    """Return the verdict as a figure: as well attested as the weakest of its grounds; nothing where undecided."""
    if verdict is Verdict.UNDECIDED:
        return ()
    sources = tuple(dict.fromkeys(source for value in judged.grounds for source in value.sources))
    evidence = weakest(tuple(value.evidence for value in judged.grounds)) if judged.grounds else Evidence.OFFICIAL
    decided = verdict is Verdict.TRUE if verdict is not Verdict.PARTLY else str(verdict)
    unit = Unit.TEXT if verdict is Verdict.PARTLY else Unit.TRUTH
    subject = judged.places[0] if judged.places else "world"
    return (Value(subject, "claim", judged.edition, decided, unit, evidence, sources),)
