"""A table as a pandas frame, for who counts and compares. Kept apart from reading it: the bot starts without pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from bot.rankings.layout import Layout
    from bot.rankings.tables import Tables


def frame(tables: Tables, layout: Layout) -> pd.DataFrame:
    """Return a table with its columns named and a row number for an index; every cell is a `str`, '' is missing."""
    return pd.DataFrame(list(tables.rows(layout)), columns=list(layout.columns), dtype=object)
