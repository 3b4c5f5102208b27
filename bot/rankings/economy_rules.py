"""What must hold of the economies of an edition beyond the schema of their table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.rankings.layout import ECONOMY_RANKS, PILLAR_COLUMNS
from bot.rankings.records import Record, at_fault, grouped

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
                subject = (row["economy"], composite, str(stated), f"{mean:.4f}")
                yield row.problem(message, f"{composite}_score", subject)


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
        blamed = at_fault(above, row)
        subject = tuple(
            each[column] for each in (above, row) for column in ("economy", f"{stem}_rank", f"{stem}_score")
        )
        if rank == rank_above and score != score_above:
            other = above if blamed is row else row
            message = f"rank {rank:.0f} of {row['edition']} is already held by {other['economy']}"
            yield blamed.problem(message, f"{stem}_rank", subject)
        elif score < score_above and blamed is row:
            message = (
                f"{row['economy']} ranks {rank:.0f} with {-score}, behind {above['economy']},"
                f" which ranks {rank_above:.0f} with {-score_above}"
            )
            yield row.problem(message, f"{stem}_score", subject)
        elif score < score_above:
            message = (
                f"{above['economy']} ranks {rank_above:.0f} with {-score_above}, ahead of {row['economy']},"
                f" which ranks {rank:.0f} with {-score}"
            )
            yield above.problem(message, f"{stem}_score", subject)
