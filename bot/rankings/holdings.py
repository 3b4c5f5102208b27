"""How much of each edition is held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from bot.rankings.frames import frame
from bot.rankings.layout import CLUSTER_RANKS, ECONOMY_RANKS, EDITIONS, STATEMENTS
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.rankings.tables import Tables

_COUNTED = ("pct_share", "pub_share", "vc_share", "intensity_rank")


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much is held of one edition. Shares and intensity ranks are numbers of clusters; `complete`: all ranks."""

    edition: int
    ranks: int
    unranked: int
    pct_shares: int
    pub_shares: int
    vc_shares: int
    intensity_ranks: int
    economies: int
    statements: int

    @property
    def complete(self) -> bool:
        """Whether all one hundred ranks are held."""
        return self.ranks == RANKS_PUBLISHED


def holdings(tables: Tables) -> tuple[Holdings, ...]:
    """Return what is held of each edition, newest first. An edition that is no number is left out."""
    clusters = frame(tables, CLUSTER_RANKS)
    by_edition = clusters["edition"]
    filled = clusters[[*_COUNTED, "rank"]].astype(bool).groupby(by_edition).sum()
    ranks = pd.to_numeric(clusters["rank"], errors="coerce")
    counts = pd.DataFrame(
        {
            "ranks": ranks[ranks.between(1, RANKS_PUBLISHED)].groupby(by_edition).nunique(),
            "unranked": by_edition.value_counts() - filled["rank"],
            **{f"{column}s": filled[column] for column in _COUNTED},
            "economies": frame(tables, ECONOMY_RANKS)["edition"].value_counts(),
            "statements": frame(tables, STATEMENTS)["edition"].value_counts(),
        }
    )
    editions = [edition for edition, *_ in tables.rows(EDITIONS) if edition.isdecimal()]
    counted = counts.reindex(editions).fillna(0).astype(int)
    return tuple(
        Holdings(int(edition), *row) for edition, row in zip(editions, counted.to_numpy().tolist(), strict=True)
    )
