"""Which scenes an edition's evening has: a pure function of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answering import answer
from bot.answers.model import CountTableAnswer, HoldersAnswer, MethodAnswer
from bot.answers.values import Status
from bot.community.release.scenes import Batch, Closing, Members, Opening, Single, Summary, Topic
from bot.rankings.model import RANKS_PUBLISHED
from bot.rankings.withholding import as_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.community.release.scenes import Scene
    from bot.rankings.model import Rankings

TOP = 10
"""So many ranks are shown one by one."""
DECADE = 10


def programme(rankings: Rankings, edition: int) -> tuple[Scene, ...]:
    """Return the scenes of an edition's evening: every rank from 100 to 1 once, then the summary.

    Topics that our sources say nothing about have no scene; the closing names them.

    Raises:
        KeyError: the table does not hold the edition.
    """
    table = as_of(rankings, edition)
    held = table.editions[edition]
    unplaced = len(held.rows) > len(held.ranked)
    told = [Summary(edition, topic) for topic in Topic if _known(Summary(edition, topic), table)]
    missing = tuple(topic for topic in Topic if Summary(edition, topic) not in told)
    return (
        Opening(edition),
        *_countdown(edition, held.by_rank.keys()),
        *((Members(edition),) if unplaced else ()),
        *told,
        Closing(edition, missing),
    )


def editions_to_show(rankings: Rankings) -> tuple[int, ...]:
    """Return the editions that an evening can be about, newest first: those with a known rank."""
    return tuple(year for year, edition in rankings.editions.items() if edition.ranked)


def edition_to_rehearse(rankings: Rankings) -> int:
    """Return the newest complete edition, or the newest if none is complete."""
    complete = (year for year, edition in rankings.editions.items() if edition.complete)
    return next(complete, rankings.newest.year)


def _countdown(edition: int, known: Collection[int]) -> Iterator[Scene]:
    """Yield every rank; ten ranks of which none is known go with the next, and so do unknown ones of the top ten."""
    waiting: list[int] = []
    for first in range(RANKS_PUBLISHED, TOP, -DECADE):
        ranks = range(first, first - DECADE, -1)
        waiting += ranks
        if any(rank in known for rank in ranks):
            yield Batch(edition, tuple(waiting))
            waiting = []
    for rank in range(TOP, 0, -1):
        if rank not in known:
            waiting.append(rank)
            continue
        if waiting:
            yield _several(edition, waiting)
            waiting = []
        yield Single(edition, rank)
    if waiting:
        yield _several(edition, waiting)


def _several(edition: int, ranks: list[int]) -> Scene:
    return Batch(edition, tuple(ranks)) if len(ranks) > 1 else Single(edition, ranks[0])


def _known(scene: Summary, table: Rankings) -> bool:
    match answer(scene.query, table):
        case HoldersAnswer(unknown=unknown):
            return scene.edition not in unknown
        case CountTableAnswer(rows=rows):
            return bool(rows)
        case MethodAnswer(measures=measures):
            return bool(measures)
        case found:
            return found.status is Status.ANSWERED
