"""What must hold of the economies of an edition beyond the schema of their table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.rankings.layout import ECONOMY_RANKS, PILLAR_COLUMNS
from bot.rankings.records import Record, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rankings.problems import Problem
    from bot.rankings.records import Records

MEANS = {
    "gii": ("input", "output"),
    "input": ("institutions", "human_capital", "infrastructure", "market", "business"),
    "output": ("knowledge", "creative"),
}
"""Which scores each composite score is the plain mean of."""

MEAN_TOLERANCE = 0.01
"""Points by which a mean may be off. The shipped tables need 0.0001, the rounding of four decimals."""


def scores_are_means(tables: Records) -> Iterator[Problem]:
    """The score is the mean of input and output, input that of pillars 1 to 5, output that of 6 and 7."""
    for row in tables.of(ECONOMY_RANKS):
        for composite, parts in MEANS.items():
            stated = row.number(f"{composite}_score")
            scores = [row.number(f"{part}_score") for part in parts]
            held = [score for score in scores if score is not None]
            if stated is None or len(held) < len(parts):
                continue
            mean = sum(held) / len(held)
            if abs(stated - mean) > MEAN_TOLERANCE:
                message = f"{stated} is not the mean of {', '.join(parts)}, which is {mean:.4f}"
                yield row.problem(message, f"{composite}_score")


def economies_in_order(tables: Records) -> Iterator[Problem]:
    """A rank belongs to one economy of an edition, unless the scores are equal, and scores fall with the rank."""
    for rows in grouped(tables.of(ECONOMY_RANKS), "edition").values():
        for stem in PILLAR_COLUMNS:
            yield from _out_of_order(rows, stem)


def _out_of_order(rows: list[Record], stem: str) -> Iterator[Problem]:
    ranked = [
        (rank, -score, row)
        for row in rows
        if (rank := row.number(f"{stem}_rank")) is not None and (score := row.number(f"{stem}_score")) is not None
    ]
    ranked.sort(key=lambda entry: entry[:2])
    for (rank_above, score_above, above), (rank, score, row) in pairwise(ranked):
        if rank == rank_above and score != score_above:
            message = f"rank {rank:.0f} of {row['edition']} is already held by {above['economy']}"
            yield row.problem(message, f"{stem}_rank")
        elif score < score_above:
            message = (
                f"{row['economy']} ranks {rank:.0f} with {-score}, behind {above['economy']},"
                f" which ranks {rank_above:.0f} with {-score_above}"
            )
            yield row.problem(message, f"{stem}_score")
