"""Importing a published file: read, compare, check, show, and only then write.

`plan_import` does everything but write; `apply` writes.
"""

from bot.rankings.importing.applying import Target, apply
from bot.rankings.importing.changes import CellChange, CellDifference, RowChange, RowDifference
from bot.rankings.importing.incoming import Kind
from bot.rankings.importing.planning import ImportPlan, plan_import

__all__ = [
    "CellChange",
    "CellDifference",
    "ImportPlan",
    "Kind",
    "RowChange",
    "RowDifference",
    "Target",
    "apply",
    "plan_import",
]
