"""Claims that a cluster entered the top 100, or left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.claims.comparing import so
from bot.answers.claims.judged import Judged
from bot.answers.model import Standing
from bot.answers.standing import FIRST_STATEMENT, LEFT_STATEMENT, rank_or_membership, standing
from bot.answers.values import Verdict

if TYPE_CHECKING:
    from bot.answers.values import Value
    from bot.questions.assertions import Entered
    from bot.rankings.model import Cluster, Edition, Rankings

IN = (Standing.RANKED, Standing.MEMBER)


def judge_entered(claimed: Entered, edition: Edition, rankings: Rankings) -> Judged:
    """Judge by what is published of the cluster, else by this edition and the one before, where both are settled."""
    cluster = rankings.clusters[claimed.cluster.id]
    now = _seen(cluster, edition, rankings)
    grounds = () if now[1] is None else (now[1],)
    if (now[0] in IN) == claimed.left and now[0] is not Standing.UNKNOWN:
        return Judged(Verdict.FALSE, edition.year, grounds, (cluster.name,))
    measure = LEFT_STATEMENT if claimed.left else FIRST_STATEMENT
    for statement in rankings.statements:
        if (statement.about, statement.ref, statement.measure) == ("cluster", cluster.id, measure):
            return Judged(so(statement.edition == edition.year), edition.year, grounds, (cluster.name,))
    before = rankings.editions.get(edition.year - 1)
    if before is None or now[0] is Standing.UNKNOWN:
        return Judged(Verdict.UNDECIDED, edition.year, grounds, (cluster.name,))
    then = _seen(cluster, before, rankings)
    shown = (*grounds, *(() if then[1] is None else (then[1],)))
    if then[0] is Standing.UNKNOWN:
        return Judged(Verdict.UNDECIDED, edition.year, shown, (cluster.name,))
    return Judged(so((then[0] in IN) == claimed.left), edition.year, shown, (cluster.name,))


def _seen(cluster: Cluster, edition: Edition, rankings: Rankings) -> tuple[Standing, Value | None]:
    """Return what is known of a cluster in an edition, with the figure that says so."""
    where, settled = standing(rankings, cluster, edition)
    row = edition.rows.get(cluster.id)
    return where, settled if row is None else rank_or_membership(rankings, row)
