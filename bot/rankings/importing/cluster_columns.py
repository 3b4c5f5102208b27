"""The columns of the cluster workbook: by which headers they are known, and how their cells are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rankings.importing import cells
from bot.rankings.importing.cells import required
from bot.rankings.importing.editions import PUBLICATIONS_SINCE
from bot.rankings.importing.headers import Cell, named, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _is_share_of(*subjects: str) -> Callable[[str], bool]:
    """Recognise a column of shares by its subject: a share says `share`, `%` or `per cent`."""
    subject = re.compile(rf"\b({'|'.join(subjects)})")

    def recognised(header: str) -> bool:
        text = words(header)
        is_share = "%" in header or re.search(r"\b(share|shares|percent|percentage|per cent)", text) is not None
        other = re.search(r"\b(rank|per capita|change|previous)\b", text) is not None
        return is_share and not other and subject.search(text) is not None

    return recognised


FIELDS: Mapping[str, Callable[[str], bool]] = {
    "rank": named("cluster rank", "rank"),
    "name": named("cluster name", "cluster", "name"),
    "economy": named("economy", "economies", "economy code"),
    "pct_share": _is_share_of("pct", "patent"),
    "pub_share": _is_share_of("scientific pub", "publication"),
    "vc_share": _is_share_of("vc", "venture"),
    "pct_count": named("pct applications", "pct filings", "patent applications"),
    "pub_count": named("scientific publications", "publications"),
    "total": named("total", "total share", "total s t share"),
}

INTENSITY_FIELDS: Mapping[str, Callable[[str], bool]] = {
    "intensity_rank": named("intensity rank", "rank"),
    "name": FIELDS["name"],
    "economy": FIELDS["economy"],
    "population": named("estimated cluster population", "cluster population", "population"),
}

SHARES = ("pct_share", "pub_share", "vc_share")
"""The columns that `Total` is the sum of."""

FIGURES: Mapping[str, Callable[[Cell], str]] = {
    "pct_share": required(cells.share),
    "pub_share": required(cells.share),
    "vc_share": required(cells.share),
    "pct_count": required(cells.count),
    "pub_count": required(cells.count),
}
"""How the figures of a cluster are read. A column may be absent; one that is there is filled in every row."""


def required_fields(edition: int) -> frozenset[str]:
    """Return the columns without which the sheet of ranks is not taken."""
    publications = {"pub_share"} if edition >= PUBLICATIONS_SINCE else set[str]()
    return frozenset({"rank", "name", "economy", "pct_share"} | publications)
