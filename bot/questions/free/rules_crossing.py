"""Readings of who came among the leading clusters, or left them: "who joined the top 10", "who left since 2022"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.free.limits import owned_ranks
from bot.questions.free.marks import Kind
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Query

ASKED = (Kind.WHICH, Kind.WHO, Kind.LIST, Kind.CLUSTERS)
NOUNS = ("newcomers", "newcomer", "entrants", "new entries", "leavers", "dropouts", "joiners", "debutants", "new faces",
         "fresh faces", "new blood", "new names", "new cities", "new ones", "new arrivals", "new additions", "newbies",
         "rookies", "departures")  # fmt: skip
"""What those are called who came or left."""

CROSSING = (Kind.NEW, Kind.LEFT)
ENTERING = ("made it into", "make it into", "makes it into", "made it to", "broke into", "breaks into", "break into",
            "cracked", "crack", "cracks", "broken into", "made it in", "make it to", "got into")  # fmt: skip
"""Verbs of one who was not there before; others are of whoever is there."""


def crossers(s: Sentence) -> Query | None:
    """Which clusters entered or left the leading ones, or the ranking between two editions that are named."""
    entering = s.says(*ENTERING)
    gone = s.says("no longer", "not anymore") and s.any(Kind.WHICH, Kind.WHO)
    left = s.has(Kind.LEFT) or gone
    if s.clusters or len(s.areas) > 1 or s.opens(Kind.COPULA, Kind.HAVE) or s.any(Kind.ECONOMIES, Kind.INNOVATIVE):
        return None
    if left == (s.has(Kind.NEW) or entering) or not (s.any(*ASKED) or s.says(*NOUNS)) or s.of_economies:
        return None
    ok = (*CROSSING, Kind.WITHIN, Kind.SINCE, Kind.SEVERAL_EDITIONS, Kind.ECONOMY, Kind.REGION)
    spanned = s.has(Kind.SINCE) or len(s.editions) == 2
    if (
        not s.only(*ok, *((Kind.NOT,) if gone else ()))
        or owned_ranks(s)
        or len(s.editions) > 2
        or not (spanned or s.within is not None)
    ):
        return None
    if not s.any(Kind.CLUSTERS, Kind.WITHIN, Kind.RANKING) or (s.has(Kind.WITHIN) and _of_its_own(s)):
        return None
    edition = max(s.editions) if s.editions else None
    since = s.since
    if since is not None and since == edition:
        return None
    within = RANKS_PUBLISHED if s.within is None else s.within
    return queries.Crossers(within, s.area, edition, since, left)


def _of_its_own(s: Sentence) -> bool:
    """Whether the leading ones are those of an area: "the top 10 of Germany"."""
    after = s.marks[s.marks.index(s.of(Kind.WITHIN)[0]) + 1 :]
    return [mark.kind for mark in after[:2]] in ([Kind.FILLER, Kind.ECONOMY], [Kind.FILLER, Kind.REGION])
