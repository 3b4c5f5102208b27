"""Claims about all editions at once: "was X ever in the top 20", "has X always been first".

An edition that shows it answers such a claim: one in which it was so, or one in which it was not always so. Where no
edition held shows it, the history is what there is to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.claims import NAMES, ranks_claimed
from bot.questions.free.marks import Kind
from bot.rankings.model import Pillar

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Claim, EconomyHistory, History

OK = (
    *NAMES,
    Kind.EVER,
    Kind.ALWAYS,
    Kind.WITHIN,
    Kind.ORDINAL,
    Kind.BEST,
    Kind.BEYOND,
    Kind.ECONOMIES,
    Kind.AHEAD,
    Kind.BEHIND,
)


def read_ever(s: Sentence) -> Claim | History | EconomyHistory | None:
    """Return the claim about the newest edition that decides a claim about all of them."""
    always = s.says("always")
    if not s.opens(Kind.COPULA, Kind.HAVE) or not (s.has(Kind.EVER) or always) or s.editions or s.says("never"):
        return None
    if not s.only(*OK, *((Kind.BEFORE,) if s.says("before") and s.marks[-1].kind is Kind.BEFORE else ())):
        return None
    return _ahead(s) if len(s.clusters) == 2 and not s.areas else _at_rank(s, always=always)


def _at_rank(s: Sentence, *, always: bool) -> Claim | History | EconomyHistory | None:
    span = ranks_claimed(s)
    if span is None or len(s.subjects) != 1 or s.has(Kind.REGION):
        return None
    low, high = span
    ranks = _ranks(s)
    inside = {edition: low <= rank <= high for edition, rank in ranks.items()}
    wanted = s.has(Kind.BEYOND) == always
    proof = max((edition for edition, so in inside.items() if so == wanted), default=None)
    if proof is None:
        return queries.History(s.clusters[0]) if s.clusters else queries.EconomyHistory(s.economies[0])
    if s.clusters:
        return queries.Claim(queries.AtRank(s.clusters[0], low, high), proof, negated=s.has(Kind.BEYOND))
    assertion = queries.EconomyAtRank(s.economies[0], low, high)
    return queries.Claim(assertion, proof, negated=s.has(Kind.BEYOND))


def _ranks(s: Sentence) -> dict[int, int]:
    """Return the ranks held of the one subject, by edition."""
    if s.clusters:
        rows = s.rankings.histories[s.clusters[0].id]
        return {row.edition: row.rank for row in rows if row.rank is not None}
    code = s.economies[0].code
    rows = {year: edition.economies.get(code) for year, edition in s.rankings.editions.items()}
    return {year: row.scores[Pillar.GII].rank for year, row in rows.items() if row is not None}


def _ahead(s: Sentence) -> Claim | None:
    if not s.has(Kind.AHEAD) or s.says("always"):
        return None
    first, second = s.clusters
    ranks = [
        {row.edition: row.rank for row in s.rankings.histories[ref.id] if row.rank is not None}
        for ref in (first, second)
    ]
    proof = max((year for year in ranks[0].keys() & ranks[1].keys() if ranks[0][year] < ranks[1][year]), default=None)
    return None if proof is None else queries.Claim(queries.Ahead(first, second), proof)
