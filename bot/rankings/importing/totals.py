"""The column `Total` of the cluster sheet, held against the shares it is the sum of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.importing import cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.rankings.importing.cells import Findings
    from bot.rankings.importing.headers import Cell
    from bot.rankings.problems import Problem

_HALF_UNIT = 0.05
"""What rounding can have changed a total by: they are published to one decimal."""


@dataclass(frozen=True, slots=True)
class Total:
    """A total as published and the shares of its row as they were read, '' if one could not be."""

    cell: Cell
    shares: tuple[str, ...]

    @property
    def sum(self) -> float:
        """The sum of the shares."""
        return sum(float(share) for share in self.shares)

    @property
    def tolerance(self) -> float:
        """What rounding can have changed. The shares of a row are rounded alike, trailing zeros are not written."""
        decimals = max(len(share.partition(".")[2]) for share in self.shares)
        return _HALF_UNIT + len(self.shares) * 0.5 * 10**-decimals + 1e-9


def check_totals(totals: Iterable[Total], findings: Findings, *, inferred: bool) -> tuple[Problem, ...]:
    """Note every total that is not the sum of the shares, and return remarks.

    `inferred`: that the total is this sum is an inference (from 2025, with venture capital). If most totals are not,
    the inference is wrong rather than the file, and this is a remark.
    """
    read = [(each, findings.take(cells.total, each.cell)) for each in totals]
    sound = [(each, float(stated)) for each, stated in read if stated and all(each.shares)]
    differing = [each for each, stated in sound if abs(stated - each.sum) > each.tolerance]
    if inferred and 2 * len(differing) > len(sound):
        sentence = f"nor are {len(differing) - 1} other totals; here it may be something else"
        return (_problem(differing[0], f", {sentence}"),)
    findings.problems += [_problem(each, "") for each in differing]
    return ()


def _problem(total: Total, further: str) -> Problem:
    shares = " + ".join(total.shares)
    message = f"{total.cell.value} is not the sum of the shares in this row, {shares} = {total.sum:.6g}{further}"
    return total.cell.invalid(message).problems[0]
